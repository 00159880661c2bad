"""Ruled tables of a page: cells between the lines, whole though their words take several lines."""

from __future__ import annotations

import pytest
from sources.printed import LEADING, LEFT, TOP, Line, Stroke, column, pdf

from factoid.sources.formats.pdf import extract_pdf
from factoid.sources.printed.boxes import Word
from factoid.sources.printed.letters import Box
from factoid.sources.printed.tables import with_tables

ACROSS = (100.0, 70.0, 40.0)
DOWN = (0.0, 100.0, 200.0)


def lines(across: tuple[float, ...] = ACROSS, down: tuple[float, ...] = DOWN) -> list[Box]:
    return [
        *((down[0], down[-1], y - 0.3, y + 0.3) for y in across),
        *((x - 0.3, x + 0.3, across[-1], across[0]) for x in down),
    ]


def word(text: str, left: float, line: float) -> Word:
    return Word(text, 0, left, left + 5 * len(text), line, line + 8)


WORDS = [
    word("Before", 0, 120),
    word("Anna", 5, 88),
    word("of", 105, 88),
    word("Berg", 5, 78),
    word("Graz", 105, 78),
    word("Karl", 5, 52),
    word("1840", 105, 52),
    word("after", 0, 20),
]


def cells(words: list[Word], drawn: list[Box]) -> tuple[str, list[list[str]]]:
    outside, rows = with_tables(words, drawn)
    return " ".join(found.text for found in outside), [[cell.text for cell in row.words] for row in rows]


@pytest.mark.parametrize(
    ("drawn", "outside", "rows"),
    [
        (lines(), "Before after", [["Anna\nBerg", "of\nGraz"], ["Karl", "1840"]]),
        ([*lines(), *lines()], "Before after", [["Anna\nBerg", "of\nGraz"], ["Karl", "1840"]]),  # drawn twice
        (
            [(x, x + 100, y, y + 30) for x in (0.0, 100.0) for y in (40.0, 70.0)],  # frames of cells
            "Before after",
            [["Anna\nBerg", "of\nGraz"], ["Karl", "1840"]],
        ),
        # cells that go over two columns, and over two rows
        (
            [*lines(down=(0.0, 200.0)), (99.7, 100.3, 40, 70)],
            "Before after",
            [["Anna of\nBerg Graz"], ["Karl", "1840"]],
        ),
        (
            [*lines(across=(100.0, 40.0)), (100.0, 200.0, 69.7, 70.3)],
            "Before after",
            [["Anna\nBerg\nKarl", "of\nGraz"], ["1840"]],
        ),
        (lines(down=(0.0, 200.0)), " ".join(w.text for w in WORDS), []),  # lines around, none between
        (lines(across=(100.0, 40.0)), " ".join(w.text for w in WORDS), []),  # two columns in a frame
        ([], " ".join(w.text for w in WORDS), []),
    ],
)  # fmt: skip
def test_words_are_in_the_cells_between_lines(drawn: list[Box], outside: str, rows: list[list[str]]) -> None:
    assert cells(WORDS, drawn) == (outside, rows)


def test_columns_of_text_with_lines_between_are_no_table() -> None:
    column = [word(f"line{n}", x, 990 - 10 * n) for x in (5, 105) for n in range(90)]
    outside, rows = with_tables(column, lines(across=(1020.0, 1000.0, 0.0)))
    assert len(outside) == len(column)
    assert not rows


def test_a_drawing_is_no_table() -> None:
    drawn: list[Box] = [(x, x + 2.0, y, y + 20.0) for x in range(0, 400, 10) for y in range(0, 400, 30)]
    assert cells(WORDS, drawn)[1] == []


def test_a_ruled_table_between_paragraphs() -> None:
    top, low = TOP - 2 * LEADING, TOP - 6 * LEADING
    page: list[Line | Stroke] = [
        *column("These were the masters:", letters=50),
        Line(LEFT + 4, top - 12, "Karl Weiss,"),
        Line(LEFT + 4, top - 23, "cooper"),
        Line(LEFT + 104, top - 17, "came from Graz in 1840"),
        Line(LEFT + 4, top - 42, "Anna Berg"),
        Line(LEFT + 104, top - 42, "died"),
        *column("There were no others.", letters=50, y=low - 2 * LEADING),
        *(Stroke(LEFT, y, 240, 0.5) for y in (top, top - 30, low)),
        *(Stroke(LEFT + x, low, 0.5, top - low) for x in (0, 100, 240)),
    ]
    found = extract_pdf(pdf([page]), "a")
    assert found.content == (
        "These were the masters:\n\nKarl Weiss, cooper   came from Graz in 1840\nAnna Berg   died\n\n"
        "There were no others."
    )
    assert [piece.why for piece in found.pieces[1:-1]] == ["cell of a table"] * 4
