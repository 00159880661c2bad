"""TEI becomes one text: its header believed, its pages cited, its notes behind their paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from sources.packed import tei, zipped

from factoid.errors import SourceBroken, SourceError, SourceKindUnknown, SourceWithoutText
from factoid.model import page_at
from factoid.sources import find_inputs, open_document
from factoid.sources.files.standard_input import media_type_of_bytes
from factoid.sources.formats.tei import extract_tei

BIRTH = "Anna Weiss was born in Graz in the hard winter of 1901, the daughter of a baker."


def labelled(body: str, doctype: str = "") -> list[tuple[str, str]]:
    found = extract_tei(tei(body, doctype=doctype), "a.xml")
    return [(str(piece.kind), piece.words(found.content)) for piece in found.pieces]


HEADER = (
    "<fileDesc><titleStmt><title type='sub'>A life</title><title type='main'>A Baker's\n Daughter</title>"
    "<author><persName>Karl Brandt</persName></author></titleStmt><publicationStmt><date when='2015'/>"
    "</publicationStmt><sourceDesc><bibl><date when='1987-03'>March</date></bibl></sourceDesc></fileDesc>"
)


def test_a_document(tmp_path: Path) -> None:
    body = (
        f"<div><pb n='1'/><head>Youth</head><p>{BIRTH}<note place='foot' n='a'>Register <pb n='99'/>44.</note> She"
        " was app<pb n='2' break='no'/>renticed in Vienna.</p><p>She died in Bonn<pb/> in 1980.<pb n='f. 4v'/></p>"
        "</div><p>Karl lived on.</p>"
    )
    (tmp_path / "weiss.xml").write_bytes(tei(body, header=HEADER, front="<pb n='iii'/><p>To my sister.</p>"))
    document = open_document(tmp_path / "weiss.xml")
    content, source = document.text.content, document.source
    assert (source.title, source.creator, source.published) == (
        "A Baker's Daughter",
        "Karl Brandt",
        "1987-03",
    )
    assert (source.language, source.media_type) == ("en", "application/tei+xml")
    cited = {words: page_at(document.pages, content.index(words)) for words in (
        "sister", "Youth", "Graz", "[a] Register 44.", "renticed", "Bonn", "1980", "Karl")}  # fmt: skip
    assert list(cited.values()) == ["p. iii", "p. 1", "p. 1", "p. 1", "p. 2", "p. 2", "p. [4]", "f. 4v"]


BODIES = [
    ("<p>a<lb/>b <choice><sic>Weis</sic><corr>Weiss</corr></choice><del>x</del></p>", [("paragraph", "a b Weiss")]),
    ("<p><choice><abbr>Dr</abbr><expan>Doctor</expan></choice> <hi>A</hi><gap/></p>", [("paragraph", "Doctor A[…]")]),
    ("<lg><l>One</l><l>Two</l></lg>", [("paragraph", "One Two")]),
    (
        "<p>Here: <list><head>Trades</head><item>baker</item></list> and <fw>LIVES</fw>more.</p>",
        [
            ("paragraph", "Here:"), ("heading", "Trades"), ("list_item", "baker"), ("paragraph", "and more."),
            ("furniture", "LIVES"),
        ],
    ),
    ("<table><row><cell>Anna</cell><cell>1901</cell></row></table>", [("table_cell", "Anna"), ("table_cell", "1901")]),
    ("<figure><head>Anna, 1920</head><figDesc>a woman</figDesc></figure>", [("caption", "Anna, 1920")]),
    ("<q><p>one</p></q><note>alone</note>", [("paragraph", "one"), ("paragraph", "alone")]),
    ("<p>a<note>b</note></p><p>c<note>d</note></p>", [
        ("paragraph", "a[1]"), ("paragraph", "[1] b"), ("paragraph", "c[2]"), ("paragraph", "[2] d")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_what_a_text_is_made_of(body: str, expected: list[tuple[str, str]]) -> None:
    assert labelled(body) == expected


def test_without_pages_paragraphs_are_cited() -> None:
    found = extract_tei(tei(f"<p>one</p><p>{BIRTH}</p>"), "a.xml")
    assert [page.label for page in found.pages] == ["par. 1", "par. 2"]


def test_entities(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    doctype = f'<!DOCTYPE TEI SYSTEM "tei.dtd" [<!ENTITY file SYSTEM "file://{tmp_path}/secret">]>'
    assert labelled("<p>a &mdash; b&file;</p>", doctype) == [("paragraph", "a — b")]


REFUSED = [
    (b"<persons><p>Anna</p></persons>", SourceKindUnknown, "its root is <persons>"),
    (b"<TEI><teiHeader/></TEI>", SourceWithoutText, "factoid import tei"),
    (b"<TEI><text>", SourceBroken, "damaged XML"),
]


@pytest.mark.parametrize(("data", "error", "reason"), REFUSED)
def test_what_is_refused(tmp_path: Path, data: bytes, error: type[SourceError], reason: str) -> None:
    (tmp_path / "a.xml").write_bytes(data)
    with pytest.raises(error, match=reason):
        open_document(tmp_path / "a.xml")


def test_other_xml_is_passed_over_in_folders_and_archives(tmp_path: Path) -> None:
    files = {"a.xml": tei("<p>words</p>"), "build.xml": b"<project/>", "c.rtf": b"{\\rtf1 words}"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "pile.zip").write_bytes(zipped(files))
    found = [str(path) for path in find_inputs([str(tmp_path)])]
    names = ["a.xml", "c.rtf", "pile.zip/a.xml", "pile.zip/c.rtf"]
    assert found == [str(tmp_path / name) for name in names]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (tei("<p>a</p>"), "application/tei+xml"),
        (b"{\\rtf1 a}", "application/rtf"),
        (b"<!DOCTYPE html><p>&lt;TEI&gt; <TEI>", "text/html"),
        (b"<?xml version='1.0'?><html/>", "text/html"),
    ],
)
def test_standard_input(data: bytes, media_type: str) -> None:
    assert media_type_of_bytes(data) == media_type
