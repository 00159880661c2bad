"""Segments are in order, do not overlap, and hold every word, whatever the text."""

from __future__ import annotations

import pytest
from effort import seconds_of
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.errors import SourceEmpty, SourceWithoutText
from factoid.model import Document
from factoid.sources import document_of_text

PIECES = [
    "Анна родилась в 1900 году.", "e\u0301te\u0301", "été", "👩🏽‍🌾 emoji", "Image", "Video: x",
    "* * *", "# H", "| a | b |",
    "- item", "---", "```", "![alt](x)", "[x]: y", "Share", "Born in 1900.", "a\tb\tc", "<p>x</p>",
    "<td>", "</table>",
    "<li>",
    "<table><tr><td>a<td>b", "&amp;", "<nav>", "\u200b", "\ufeff", "\xa0",
    "the long line that goes on and on and on until it",
    "ends here with words", "1. ", ">", "شاعر عربي", "王安石",
]  # fmt: skip
BREAKS = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\r\n\r\n",
    "\f",
    "\v",
    "\x85",
    "\u2028",
    "\u2029",
    "\x1c",
    " ",
    "\t",
    "    ",
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(max_size=6), st.sampled_from(BREAKS)), max_size=20
).map(lambda parts: "".join(words + sign for words, sign in parts))


def check_cover(document: Document) -> None:
    content, at = document.text.content, 0
    for segment in document.text.segments:
        assert at <= segment.start < segment.end <= len(content)
        assert not content[at : segment.start].strip()
        words = segment.span.of(content)
        assert words == words.strip()
        at = segment.end
    assert not content[at:].strip()
    starts = {s.start for s in document.text.segments}
    assert all(s.repeats is None or s.repeats in starts for s in document.text.segments)


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/html"])
@settings(max_examples=150)
@given(text=TEXTS)
def test_every_character_is_in_exactly_one_segment(media_type: str, text: str) -> None:
    try:
        document = document_of_text(text, media_type=media_type)
    except (SourceEmpty, SourceWithoutText):
        return
    check_cover(document)
    if media_type != "text/html":
        assert document.text.content == text


def kinds_of(text: str) -> list[tuple[str, str]]:
    document = document_of_text(text)
    return [(str(s.kind), s.span.of(text)) for s in document.text.segments]


WRAPPED = (
    "John Ashby was born at Wells in the year 1702, the third son of a\n"
    "clothier, and was put to school with the vicar until he was twelve\n"
    "years old, when his father died. His mother then married one Robert\n"
    "Coyle, a mariner of Bristol.\n"
)


def test_hard_wrapped_paragraphs_are_paragraphs() -> None:
    two_lines = "He sailed in 1719 in the Prudence, a ship of that port, and saw\nLondon the year after.\n"
    text = f"{WRAPPED}\n{WRAPPED.replace('Ashby', 'Ashbo')}\n{two_lines}"
    assert [kind for kind, _ in kinds_of(text)] == ["paragraph"] * 3


def test_set_in_paragraphs_of_a_wrapped_block_are_apart() -> None:
    text = WRAPPED + "   " + WRAPPED.replace("Ashby", "Ashbo")
    assert len(kinds_of(text)) == 2


def test_wrapped_with_crlf_is_the_same() -> None:
    text = f"{WRAPPED}\n{WRAPPED.replace('Ashby', 'Ashbo')}".replace("\n", "\r\n")
    assert [kind for kind, _ in kinds_of(text)] == ["paragraph"] * 2


def test_the_lines_of_a_register_are_apart() -> None:
    lines = ["Born 1790 at Ludlow", "1812 Ensign, 53rd Foot", "1815 Lieutenant", "1820: placed on half pay"]
    assert [words for _, words in kinds_of("\n".join(lines))] == lines


def test_an_inscription_is_one() -> None:
    text = "Sacred to the memory of\nJOHN ASHBY,\nwho departed this life\n4 May 1798."
    assert kinds_of(text)[0][1].endswith("this life")


def test_what_stands_outside_the_fences_of_an_edition_is_furniture() -> None:
    begin, end = (f"*** {which} OF THE PROJECT GUTENBERG EBOOK LIVES ***" for which in ("START", "END"))
    text = (
        f"Anyone may copy this book.\n\n{begin}\n\nAnna was born in Graz.\n\n{end}\n\nDonations are welcome."
    )
    kinds = [kind for kind, _ in kinds_of(text)]
    assert kinds == ["furniture", "furniture", "paragraph", "furniture", "furniture"]


def test_a_salutation_or_a_verse_is_no_title() -> None:
    assert kinds_of("DEAR SIR,\n\nAnna was married on Tuesday last to John Fell.")[0][0] == "paragraph"
    verse = "Shall I go down to the sea,\nAnd shall I go alone?\nI saw a man from Dover,\nHis face was stone."
    assert kinds_of(verse)[0][0] == "paragraph"


def test_a_table_is_cells() -> None:
    text = "Name\tBorn\nAda Quill\t1851\nHamish Quill\t1854"
    assert kinds_of(text)[2:4] == [("table_cell", "Ada Quill"), ("table_cell", "1851")]


def test_headings_stand_between_paragraphs() -> None:
    text = (
        "A life\n\nAda was born in Leith in 1851.\n\nThe strike\n\nIn 1889 she joined the strike of the men."
    )
    assert [kind for kind, _ in kinds_of(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_time_grows_with_the_text_and_no_faster() -> None:
    paragraph = "Ada Quill was born in Leith in 1851, and her brother Hamish in 1854. " * 8 + "\n\n"

    def seconds(size: int) -> float:
        text = paragraph * (size // len(paragraph))
        return seconds_of(lambda: document_of_text(text), tries=2)

    assert seconds(2_000_000) < 30 * seconds(200_000)  # ten times the text; a square would be a hundred times
