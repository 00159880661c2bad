"""DOCX, ODT and EPUB become one text, with paragraphs and chapters to cite."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from sources.packed import W, add_footnote, epub, odt, saved, word_document, zipped

from factoid.errors import SourceBroken, SourceError, SourceLocked, SourceTooLarge, SourceWithoutText
from factoid.model import Document, SegmentKind, page_at
from factoid.sources import open_document

BIRTH = "Anna Weiss was born in Graz in the hard winter of 1901, the daughter of a baker from the hills."
TRADE = "In 1920 she was apprenticed to a printer in Vienna, set type for a paper, and joined the union."
NOTE = "Parish register of Graz, 1901, entry 44."


def opened(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return open_document(folder / name)


def labelled(document: Document) -> list[tuple[str, str]]:
    return [(str(s.kind), s.span.of(document.text.content)) for s in document.text.segments]


def test_a_word_document(tmp_path: Path) -> None:
    made = word_document()
    made.core_properties.author = "Karl Brandt"
    made.add_heading("A Baker's Daughter", 0)
    made.add_heading("Youth", 1)
    add_footnote(made, made.add_paragraph(BIRTH), NOTE)
    made.add_paragraph("compositor", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Anna", "1901", "Karl", "1903"), strict=True):
        cell.text = words
    made.add_paragraph(TRADE)
    document = opened(tmp_path, "weiss.docx", saved(made))
    assert labelled(document) == [
        ("title", "A Baker's Daughter"), ("heading", "Youth"), ("paragraph", f"{BIRTH}[1]"),
        ("paragraph", f"[1] {NOTE}"), ("list_item", "compositor"), ("table_cell", "Anna"), ("table_cell", "1901"),
        ("table_cell", "Karl"), ("table_cell", "1903"), ("paragraph", TRADE),
    ]  # fmt: skip
    source, content = document.source, document.text.content
    assert (source.title, source.creator, source.language) == ("A Baker's Daughter", "Karl Brandt", "en")
    assert page_at(document.pages, content.index("Parish")) == "par. 3"
    assert page_at(document.pages, content.index("Karl")) == "par. 6"
    assert page_at(document.pages, content.index("Vienna")) == "par. 7"


TRACKED = [
    ("<w:ins><w:r><w:t>She died in Bonn.</w:t></w:r></w:ins>", "She died in Bonn."),
    (
        "<w:del><w:r><w:delText>She died.</w:delText></w:r></w:del><w:r><w:t>She lived.</w:t></w:r>",
        "She lived.",
    ),
    (
        "<w:hyperlink><w:r><w:t>She moved</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>on.</w:t></w:r>",
        "She moved on.",
    ),
    ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>She sang.</w:t></w:r>", "She sang."),
]


@pytest.mark.parametrize(("runs", "words"), TRACKED)
def test_what_a_reader_of_a_word_document_sees(tmp_path: Path, runs: str, words: str) -> None:
    made = word_document()
    made.add_paragraph(BIRTH)
    made.element.body.insert(1, parse_xml(f"<w:p {W}>{runs}</w:p>"))
    made.element.body.insert(
        2,
        parse_xml(
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>{TRADE}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    content = opened(tmp_path, "a.docx", saved(made)).text.content
    assert content.split("\n\n") == [BIRTH, words, TRADE]


def test_an_open_document(tmp_path: Path) -> None:
    body = (
        '<text:tracked-changes><text:p>struck out</text:p></text:tracked-changes><text:p text:style-name="P1">A '
        "Baker's Daughter</text:p>"
        f'<text:h text:outline-level="1">Youth</text:h><text:p>{BIRTH}<text:note><text:note-citation>1'
        f"</text:note-citation><text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note> She "
        '<text:span>was<text:s text:c="2"/>the</text:span> third.</text:p><text:list><text:list-item><text:p>compositor'
        "</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Anna</text:p>"
        "</table:table-cell><table:table-cell><text:p>1901</text:p></table:table-cell></table:table-row></table:table>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    data = odt(body, styles=styles, meta="<meta:initial-creator>Karl Brandt</meta:initial-creator>")
    document = opened(tmp_path, "weiss.odt", data)
    assert labelled(document) == [
        ("title", "A Baker's Daughter"), ("heading", "Youth"), ("paragraph", f"{BIRTH}[1] She was  the third."),
        ("paragraph", f"[1] {NOTE}"), ("list_item", "compositor"), ("table_cell", "Anna"), ("table_cell", "1901"),
    ]  # fmt: skip
    assert (document.source.creator, document.source.title) == ("Karl Brandt", "A Baker's Daughter")
    assert page_at(document.pages, document.text.content.index("third")) == "par. 3"


BOMB = '<!DOCTYPE a [<!ENTITY a "words words words">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    head = f'<!DOCTYPE a [<!ENTITY file SYSTEM "file://{tmp_path}/secret"><!ENTITY own "own words">]>'
    content = opened(tmp_path, "a.odt", odt(f"<text:p>{BIRTH} &file; &own;</text:p>", head=head)).text.content
    assert content.startswith(BIRTH)
    assert "secret" not in content


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceBroken, match="entity amplification"):
        opened(tmp_path, "a.odt", odt(f"<text:p>{BIRTH} &j;</text:p>", head=f"{BOMB}]>"))


def chapters() -> dict[str, str]:
    return {"one.xhtml": f"<h1>Youth</h1><p>{BIRTH}</p>", "two.xhtml": f"<p>{TRADE}</p><p>She died.<br/></p>"}


def test_a_book(tmp_path: Path) -> None:
    document = opened(
        tmp_path, "weiss.epub", epub(chapters(), titles={"one.xhtml": "I. Youth", "two.xhtml": "II. Work"})
    )
    source, content = document.source, document.text.content
    assert (source.title, source.creator, source.published) == ("A Baker's Daughter", "Karl Brandt", "1987")
    assert [page.label for page in document.pages] == [
        "chapter “contents”", "chapter “I. Youth”", "chapter “II. Work”"
    ]  # fmt: skip
    assert page_at(document.pages, content.index(BIRTH)) == "chapter “I. Youth”"
    assert page_at(document.pages, content.index(TRADE)) == "chapter “II. Work”"
    kinds = {words: kind for kind, words in labelled(document)}
    assert (kinds["Youth"], kinds[BIRTH], kinds[TRADE]) == ("heading", "paragraph", "paragraph")
    assert [s.start for s in document.text.segments] == sorted(s.start for s in document.text.segments)
    contents = [s for s in document.text.segments if s.start < document.pages[1].start]
    assert {s.kind for s in contents} == {SegmentKind.FURNITURE}


def test_a_chapter_that_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    book = epub(chapters(), titles={}, more={"OPS/one.xhtml": "\x89PNG" + "\x00\x01" * 400})
    document = opened(tmp_path, "weiss.epub", book)
    assert TRADE in document.text.content
    assert "a chapter was left out" in document.warnings[0]


def locked_book() -> bytes:
    cipher = "<encryption><EncryptedData><CipherReference URI='OPS/one.xhtml'/></EncryptedData></encryption>"
    return epub(chapters(), titles={}, more={"META-INF/encryption.xml": cipher})


GOOD_BOOK, GOOD_ODT = epub(chapters(), titles={}), odt(f"<text:p>{BIRTH}</text:p>")


def bad(name: str, data: Any, error: type[SourceError], words: str) -> Any:
    return pytest.param(name, data, error, words, id=f"{name} {words}")


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        bad("a.docx", b"PK\x03\x04 and no more", SourceBroken, "is damaged"),
        bad("a.docx", zipped({"a.txt": "words"}), SourceBroken, "no Word document"),
        bad("a.docx", saved(word_document()), SourceWithoutText, "holds no text"),
        bad("a.odt", GOOD_ODT[: len(GOOD_ODT) // 2], SourceBroken, "is damaged"),
        bad("a.odt", zipped({"a.txt": "words"}), SourceBroken, "no OpenDocument"),
        bad("a.odt", zipped({"content.xml": "<a><b></a>"}), SourceBroken, "damaged XML"),
        bad("a.odt", odt("<text:p> </text:p>"), SourceWithoutText, "holds no text"),
        bad(
            "a.odt", zipped({"content.xml": " " * (1 << 24)}), SourceTooLarge, "times smaller, as no text is"
        ),
        bad("a.epub", GOOD_BOOK[:200], SourceBroken, "is damaged"),
        bad("a.epub", zipped({"a.txt": "words"}), SourceBroken, "is no EPUB"),
        bad("a.epub", epub({"one.xhtml": "<p> </p>"}, titles={}), SourceWithoutText, "no chapter"),
        bad("a.epub", locked_book(), SourceLocked, "locked by its seller"),
    ],
)
def test_bad_files_get_one_clear_line(
    tmp_path: Path, name: str, data: bytes, error: type[SourceError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        opened(tmp_path, name, data)
    assert str(caught.value).startswith(str(tmp_path / name))
    assert "\n" not in str(caught.value)
