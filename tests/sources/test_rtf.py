"""RTF becomes one text: code pages, styles, tables and notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import seconds_of
from sources.packed import rtf

from factoid.errors import SourceBroken, SourceWithoutText
from factoid.model import page_at
from factoid.sources import open_document
from factoid.sources.formats.rtf import extract_rtf

BIRTH = "Anna Weiss was born in Graz in the hard winter of 1901, the daughter of a baker."


def labelled(body: str) -> list[tuple[str, str]]:
    found = extract_rtf(rtf(body), "a.rtf")
    return [(str(piece.kind), piece.words(found.content)) for piece in found.pieces]


def test_a_document(tmp_path: Path) -> None:
    body = (
        rf"\pard\plain\s2 Lives\par\pard\s1 Youth\par\pard {BIRTH}{{\super\chftn}}{{\footnote\pard{{\super\chftn}} "
        r"Register, entry 44.}\par\pard\intbl Anna\cell 1901\cell\row\pard She died in Bonn in 1980.\par"
    )
    (tmp_path / "weiss.rtf").write_bytes(rtf(body))
    document = open_document(tmp_path / "weiss.rtf")
    content = document.text.content
    assert content.split("\n\n") == [
        "Lives", "Youth", f"{BIRTH}[1]", "[1] Register, entry 44.", "Anna   1901", "She died in Bonn in 1980.",
    ]  # fmt: skip
    assert (document.source.title, document.source.creator) == ("Lives", "Karl Брандт")
    assert [str(s.kind) for s in document.text.segments][:2] == ["title", "heading"]
    assert page_at(document.pages, content.index("Register")) == "par. 3"
    assert page_at(document.pages, content.index("Bonn")) == "par. 5"


WORDS = [
    ("Анна", "Анна"),  # raw bytes of the code page
    (r"\'c0\'ed\'ed\'e0", "Анна"),
    (r"\f1 caf\'e9", "café"),  # the code page of a font
    (r"\u1040\'c0\u1085\'ed", "Ан"),  # with what older readers show instead
    (r"\uc0\u-10179 \u-8704 ", "\U0001f600"),  # a pair
    (r"a\line b\tab c\~d\-e", "a\nb c\xa0de"),
    (r"{\deleted not }born{\v hid}", "born"),
    (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Graz}}", "Graz"),
    (r"a{\pict\bin4 }}}}}b{\*\unknown c}", "ab"),
    (r"\'7bset\'7d \\cell \{x\}", r"{set} \cell {x}"),
    (r"a{\header running}b", "ab"),
    ("a\x01b\x07c", "abc"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "words"), WORDS)
def test_words(written: str, words: str) -> None:
    assert labelled(rf"\pard {written}\par") == [("paragraph", words)]


BLOCKS = [
    (r"{\listtext\'b7\tab}baker\par", [("list_item", "baker")]),
    (
        r"\intbl a\par b\cell c|d\cell\row\pard e",
        [("table_cell", "a\nb"), ("table_cell", "c|d"), ("paragraph", "e")],
    ),
    (r"a\page b\sect c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
    (r"a{\footnote b", [("paragraph", "a[1]"), ("paragraph", "[1] b")]),  # never closed
]


@pytest.mark.parametrize(("body", "expected"), BLOCKS)
def test_blocks(body: str, expected: list[tuple[str, str]]) -> None:
    assert labelled(rf"\pard {body}") == expected


def test_a_code_page_of_the_macintosh_or_none() -> None:
    assert extract_rtf(rb"{\rtf1\mac\ansicpg10007 \'80\par}", "a").content == "А"
    assert extract_rtf(rb"{\rtf1\ansicpg99999 caf\'e9\par}", "a").content == "café"


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"words", SourceBroken, "does not begin as RTF"),
        (rb"{\rtf1\ansi{\pict\bin9 }", SourceWithoutText, "no text"),
        (b"{\\rtf1", SourceWithoutText, "no text"),
    ],
)
def test_what_is_refused(data: bytes, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        extract_rtf(data, "a.rtf")


def test_a_table_of_fonts_without_an_end_takes_no_time() -> None:
    def seconds(fonts: int) -> float:
        head = b"{\\rtf1\\ansi{\\fonttbl{\\f0" + b"\\fcharset0 Ar" * fonts + b"}}"
        data = rtf(rf"\pard {BIRTH}\par", head=head)
        assert BIRTH in extract_rtf(data, "a.rtf").content
        return seconds_of(lambda: extract_rtf(data, "a.rtf"))

    assert seconds(800) < 24 * max(seconds(100), 0.001)


def test_a_file_that_was_not_copied_whole_says_so() -> None:
    whole = rtf(BIRTH + r"\par She died in 1980.\par")
    assert extract_rtf(whole, "a.rtf").warnings == []
    assert "ends in the middle" in extract_rtf(whole[:-20], "a.rtf").warnings[0]
