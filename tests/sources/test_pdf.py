"""PDFs become one text: pages known, paragraphs whole, furniture labelled."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2.raw as raw
import pytest
from sources.printed import HEIGHT, LEADING, LEFT, TOP, Line, column, pdf

from factoid.errors import (
    SourceBroken,
    SourceEmpty,
    SourceError,
    SourceLocked,
    SourceTooLarge,
    SourceWithoutText,
)
from factoid.model import Document, SegmentKind, page_at
from factoid.sources import open_document
from factoid.sources.formats.pdf import extract_pdf

BIRTH = (
    "Anna Weiss was born in Graz in the hard winter of 1901, the third daughter of a baker who had come from the "
    "hills with nothing but his trade and a letter."
)
SCHOOL = (
    "She went to the school of the sisters until 1915, when the war took her teacher and the bakery needed every "
    "hand that could carry a tray."
)
TRADE = (
    "In 1920 she was apprenticed to a printer in Vienna, set type for the workers' press, and joined the union of "
    "compositors in the same year."
)
EXILE = "She fled to Zurich in 1934 and never saw Graz again; she died there in 1980."


def opened(folder: Path, data: bytes) -> Document:
    path = folder / "weiss.pdf"
    path.write_bytes(data)
    return open_document(path)


def page(number: int, lines: Sequence[Line]) -> list[Line]:
    """A page with a running head and its number."""
    return [Line(120, 560, "The Life of Anna Weiss"), *lines, Line(205, 40, str(number))]


def stacked(*paragraphs: str, letters: int = 54) -> list[Line]:
    """Paragraphs one below the other, each set in."""
    lines: list[Line] = []
    for words in paragraphs:
        lines += column(words, letters=letters, y=TOP - len(lines) * LEADING, indent=True)
    return lines


def read_words(document: Document) -> list[str]:
    return [s.span.of(document.text.content) for s in document.text.segments if s.is_read]


def test_paragraphs_run_over_lines_and_pages(tmp_path: Path) -> None:
    whole = stacked(BIRTH, SCHOOL, TRADE, EXILE)
    cut = next(n for n, line in enumerate(whole) if line.words.startswith("In 1920")) + 1
    shift = cut * LEADING
    second = [Line(line.x, line.y + shift, line.words) for line in whole[cut:]]
    document = opened(tmp_path, pdf([page(41, whole[:cut]), page(42, second), page(43, stacked(SCHOOL))]))
    assert read_words(document) == [BIRTH, SCHOOL, TRADE, EXILE, SCHOOL]
    content = document.text.content
    furniture = [s.span.of(content) for s in document.text.segments if s.kind is SegmentKind.FURNITURE]
    assert sorted(furniture) == sorted(["The Life of Anna Weiss"] * 3 + ["41", "42", "43"])
    assert [p.label for p in document.pages] == ["p. 41", "p. 42", "p. 43"]
    assert page_at(document.pages, content.index("In 1920")) == "p. 41"
    assert page_at(document.pages, content.index("compositors")) == "p. 42"
    assert page_at(document.pages, content.index("Zurich")) == "p. 42"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["She was a compo-", "sitor in Vienna for years."], "She was a compositor in Vienna for years."),
        (["She was twenty-", "one when the war came."], "She was twenty-one when the war came."),
        (["She lived in Saxe-", "Coburg for nine years."], "She lived in Saxe-Coburg for nine years."),
        (["She set type in 1914-", "1918 and later, in peace."], "She set type in 1914-1918 and later, in peace."),
        (["Her well-known aunt was as well-", "known as she."], "Her well-known aunt was as well-known as she."),
    ],
)  # fmt: skip
def test_words_cut_at_the_end_of_a_line_are_whole(tmp_path: Path, lines: list[str], words: str) -> None:
    printed = [Line(LEFT, TOP - n * LEADING, line) for n, line in enumerate(lines)]
    assert read_words(opened(tmp_path, pdf([printed]))) == [words]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (["11/23/26, 10:09 PM", "Anna Weiss"], ["https://weiss.example/anna", "1/1"]),
        (["Anna Weiss", "https://weiss.example/anna"], ["1 of 1", "23.11.2026, 22:09"]),
        (["Anna Weiss", "2026-11-23, 10:09 p.m."], ["https://weiss.example/anna", "Page 1 of 1"]),
    ],
)
def test_what_a_browser_prints_around_a_single_page_is_no_text(
    tmp_path: Path, head: list[str], foot: list[str]
) -> None:
    prose = stacked(SCHOOL, TRADE, letters=44)
    around = [
        Line(x, y, words, 8)
        for y, both in ((570, head), (25, foot))
        for x, words in zip((24, 260), both, strict=True)
    ]
    document = opened(tmp_path, pdf([[*around[:2], *prose, *around[2:]]]))
    assert read_words(document) == [SCHOOL, TRADE]


def test_an_hour_within_the_text_is_no_mark_of_a_browser(tmp_path: Path) -> None:
    last = "She died at noon in Zurich; the clerk wrote 12:00."
    assert read_words(opened(tmp_path, pdf([stacked(SCHOOL, last)]))) == [SCHOOL, last]


def test_letters_are_of_one_size_where_only_their_own_heights_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As in Type 3 fonts, which browsers write for some: an *a* is as high as it is drawn."""

    def drawn(text: raw.FPDF_TEXTPAGE, number: int, box: Any) -> int:
        sides = [ctypes.c_double() for _ in range(4)]
        known = raw.FPDFText_GetCharBox(text, number, *map(ctypes.byref, sides))
        room = ctypes.cast(box, ctypes.POINTER(raw.FS_RECTF)).contents
        room.left, room.right, room.bottom, room.top = (side.value for side in sides)
        return int(known)

    monkeypatch.setattr(raw, "FPDFText_GetLooseCharBox", drawn)
    tall = "Hilda told Alfred that the bell had called all that held Hull hill"
    low = (
        "as no one saw us or we saw no one once we were across or even on an ocean cruise we were soon as one"
    )
    words = f"{tall} {low} {tall}"
    assert extract_pdf(pdf([column(words, letters=44)]), "hill.pdf").content.strip() == words


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = column(BIRTH + " " + SCHOOL, letters=25)
    right = column(TRADE + " " + EXILE, letters=25, x=LEFT + 25 * 6 + 20)
    by_line = [line for pair in zip(left, right, strict=False) for line in pair]
    head = Line(LEFT, TOP + 40, "A compositor of the workers' press", 16)
    rest = left[len(right) :] + right[len(left) :]
    document = opened(tmp_path, pdf([[head, *by_line, *rest]]))
    content = " ".join(document.text.content.split())
    assert document.source.title == "A compositor of the workers' press"
    assert content.index("letter. She went") < content.index("In 1920")
    assert content.index("Vienna, set type") < content.index("fled to Zurich")


def test_cells_of_a_table_stay_apart(tmp_path: Path) -> None:
    rows = [("Anna Weiss", "1901", "Graz"), ("Karl Weiss", "1903", "Linz"), ("Otto Weiss", "1911", "Wels")]
    lines = [
        Line(LEFT + 120 * x, TOP - 100 - y * LEADING, cell)
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
    ]
    document = opened(tmp_path, pdf([[*stacked(BIRTH), *lines]]))
    cells = [s for s in document.text.segments if s.kind is SegmentKind.TABLE_CELL]
    assert [s.span.of(document.text.content) for s in cells] == [cell for row in rows for cell in row]


def test_items_and_the_list_of_contents(tmp_path: Path) -> None:
    lines = [
        "1 Youth . . . . . . . . . . . 3",
        "2 Exile . . . . . . . . . . . 41",
        "\x95 a compositor",
        "\x95 a nurse",
    ]
    shown = [line.encode("latin-1").decode("cp1252") for line in lines]
    printed = [Line(LEFT, TOP - 300 - n * 2 * LEADING, line) for n, line in enumerate(shown)]
    document = opened(tmp_path, pdf([[*stacked(BIRTH, SCHOOL), *printed]]))
    kinds = [(str(s.kind), s.span.of(document.text.content)) for s in document.text.segments][2:]
    assert [kind for kind, _ in kinds] == ["furniture", "furniture", "list_item", "list_item"]
    assert kinds[3][1] == "• a nurse"


def test_a_heading_that_comes_again_on_every_page_is_no_running_head(tmp_path: Path) -> None:
    pages = [[Line(LEFT, TOP + 20, f"Chapter {n}", 16), *stacked(BIRTH, SCHOOL)] for n in (1, 2, 3)]
    document = opened(tmp_path, pdf(pages))
    kinds = {s.span.of(document.text.content): s.kind for s in document.text.segments}
    assert kinds["Chapter 2"] is SegmentKind.HEADING


def test_the_files_own_page_labels_are_cited(tmp_path: Path) -> None:
    labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >>"
    document = opened(tmp_path, pdf([stacked(BIRTH), stacked(SCHOOL)], root=labels))
    assert [page.label for page in document.pages] == ["p. i", "p. 1"]


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    said = "/Title (Microsoft Word - x.doc) /Author (Karl Brandt)"
    source = opened(tmp_path, pdf([stacked(BIRTH)], info=said)).source
    assert (source.creator, source.title, source.language) == ("Karl Brandt", None, "en")


def test_pages_without_text_are_counted(tmp_path: Path) -> None:
    document = opened(tmp_path, pdf([stacked(BIRTH), [], [], stacked(SCHOOL), []]))
    assert "3 of 5 pages have no text (2-3, 5)" in document.warnings[0]
    with pytest.raises(SourceWithoutText, match=r"none of its 2 pages has text.*ocrmypdf"):
        opened(tmp_path, pdf([[], []]))


GOOD = pdf([stacked(BIRTH, SCHOOL)])
HASH = "00" * 32
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{HASH}> /U <{HASH}> >> /ID [<00> <00>]"


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", SourceEmpty, "is empty"),
        (b"Anna Weiss was born in Graz.", SourceBroken, "does not begin as a PDF"),
        (b"%PDF-1.7\n" + b"\x00" * 99, SourceBroken, "damaged"),
        (pdf([stacked(BIRTH)], trailer=LOCK), SourceLocked, "needs a password.*qpdf"),
        (GOOD[:300], SourceBroken, "damaged"),
    ],
)
def test_bad_files_get_one_clear_line(
    tmp_path: Path, data: bytes, error: type[SourceError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        opened(tmp_path, data)
    assert str(caught.value).startswith(str(tmp_path / "weiss.pdf"))
    assert "\n" not in str(caught.value)


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.sources.formats.pdf.MOST_PAGES", 2)
    with pytest.raises(SourceTooLarge, match="3 pages, over the limit of 2"):
        extract_pdf(pdf([[Line(LEFT, HEIGHT / 2, "words")]] * 3), "big.pdf")


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    assert opened(tmp_path, GOOD) == opened(tmp_path, GOOD)
