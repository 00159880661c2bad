"""Printed pages as printers set them: wide names, initials, notes, accents, heads, short columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from sources.printed import LEADING, LEFT, TOP, Line, column, pdf

from factoid.model import page_at
from factoid.sources import open_document
from factoid.sources.formats.extract import Extract
from factoid.sources.formats.pdf import extract_pdf
from factoid.sources.printed.boxes import Word
from factoid.sources.printed.lettering import set_right
from factoid.sources.printed.letters import with_accents, with_notes

FIRST = (
    "Karl Weiss came to Graz as a boy and was apprenticed to a cooper in the Sporgasse for four long years. "
)
SECOND = (
    "He was made a master in 1840, married the daughter of his neighbour and bought the house at the bridge. "
)
THIRD = (
    "In 1852 he gave up the trade and went to Trieste, where his brother kept an inn behind the old harbour. "
)


def spaced(words: str, *, y: float, x: float = LEFT, gap: float = 2.5) -> list[Line]:
    """Letters that stand alone, a little apart; more between words."""
    lines = []
    for word in words.split():
        for letter in word:
            lines.append(Line(x, y, letter))
            x += 6 + gap
        x += 6
    return lines


def test_words_set_wide_are_whole() -> None:
    page = [
        *column("The master was then", letters=50),
        *spaced("Karl Weiss,", y=TOP, x=LEFT + 20 * 6),
        *column("a cooper out of Graz, died.", letters=50, y=TOP - LEADING),
    ]
    content = extract_pdf(pdf([page]), "a").content
    assert content == "The master was then Karl Weiss, a cooper out of Graz, died."


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("a b c", "a b c"),  # too few to be sure
        ("K a r l", "Karl"),
        ("П ё т р", "Пётр"),
        ("C H A P T E R", "CHAPTER"),
    ],
)
def test_letters_close_together_are_a_word(letters: str, words: str) -> None:
    line = [Word(sign, 0, 8.0 * n, 8.0 * n + 5, 0, 10) for n, sign in enumerate(letters.split())]
    assert " ".join(word.text for word in set_right(line, 10, {})) == words


def test_letters_far_apart_are_no_word() -> None:
    line = [Word(sign, 0, 30.0 * n, 30.0 * n + 5, 0, 10) for n, sign in enumerate("ABCDE")]
    assert len(set_right(line, 10, {})) == 5


@pytest.mark.parametrize(
    ("initial", "first", "whole"),
    [
        ("K", "arl Weiss came", "Karl Weiss came"),
        ("I", "was born at", "I was born at"),
        ("I", "n those", "In those"),
    ],
)
def test_an_initial_of_two_lines_begins_its_paragraph(initial: str, first: str, whole: str) -> None:
    words = f"{first} to Graz in the year 1840, and Anna Berg was there, as it was told. It was a cold winter. {SECOND}"
    beside = column(words, letters=41, x=LEFT + 22)[:2]
    below = words[sum(len(line.words) + 1 for line in beside) :]
    page = [
        Line(LEFT, TOP - LEADING, initial, 28),
        *beside,
        *column(below, letters=45, y=TOP - 2 * LEADING),
    ]
    assert extract_pdf(pdf([page]), "a").content == (whole + words[len(first) :]).strip()


def test_numbers_of_notes_are_in_brackets_and_notes_cut_no_paragraph() -> None:
    before, after = FIRST + "He was made a master in 1840", "and married his neighbour's daughter. " + THIRD
    left, right = column(before, letters=30), column(after + FIRST, letters=30, x=LEFT + 200)
    foot = TOP - 14 * LEADING
    page = [
        *left,
        Line(left[-1].x + 6 * len(left[-1].words), left[-1].y + 4, "1", 6),
        Line(LEFT, foot + 3, "1", 5),
        Line(LEFT + 3, foot, "The register of the guild, 1840.", 8),
        *right,
    ]
    found = extract_pdf(pdf([page]), "a")
    body, note = found.pieces
    assert body.words(found.content) == f"{before}[1] {after}{FIRST}".strip()
    assert (note.words(found.content), note.why) == ("[1] The register of the guild, 1840.", "footnote")


@pytest.mark.parametrize(
    ("signs", "places", "words"),
    [
        ("Bre´zin", {3: (13, 17)}, "Brézin"),
        ("M¨uller", {1: (6, 9)}, "Müller"),
        ("a´ b", {1: (6, 11)}, "a´ b"),  # stands on no letter
    ],
)
def test_accents_are_put_on_the_letters_under_them(
    signs: str, places: dict[int, tuple[float, float]], words: str
) -> None:
    letters = [n for n in range(len(signs)) if n not in places]
    boxes = {n: (6.0 * at, 6.0 * at + 5, 0.0, 10.0) for at, n in enumerate(letters)}
    boxes |= {n: (left, right, 1.0, 11.0) for n, (left, right) in places.items()}
    changed = with_accents(signs, boxes.__getitem__)
    assert "".join(changed.get(at, sign) for at, sign in enumerate(signs)) == words


@pytest.mark.parametrize(
    ("signs", "high", "words"),
    [
        ("Graz.12", {5, 6}, "Graz.[12]"),
        ("1Parish", {0}, "[1] Parish"),
        ("18483,", {4}, "1848[3],"),
        ("1848", set(), "1848"),
        ("12", {0, 1}, "12"),
    ],
)
def test_numbers_set_high_are_those_of_notes(signs: str, high: set[int], words: str) -> None:
    low, up = (0.0, 5.0, 0.0, 10.0), (0.0, 3.0, 4.0, 10.5)
    assert with_notes(signs, [up if n in high else low for n in range(len(signs))]) == words


def body(number: int) -> list[Line]:
    """A page of prose, no line of which is like one of another page."""
    return column(
        " ".join(f"{word}{'xyzq'[number]}" for word in (FIRST + SECOND + THIRD).split()), letters=52 - number
    )


def heads(found: Extract) -> list[str]:
    return [piece.words(found.content) for piece in found.pieces if piece.why.startswith("furniture")]


def test_a_head_beside_the_number_of_its_page_is_furniture_though_it_stands_once() -> None:
    pages = [
        [Line(LEFT, 560, "212   Proceedings"), *body(1)],
        [Line(LEFT + 90, 560, "The Coopers of Graz   213"), *body(2)],
    ]
    found = extract_pdf(pdf(pages), "a")
    assert heads(found) == ["212 Proceedings", "The Coopers of Graz 213"]
    assert [page.label for page in found.pages] == ["p. 212", "p. 213"]


def test_pages_in_front_have_roman_numbers() -> None:
    pages = [
        [Line(LEFT, 540, "The Coopers of Graz", 20)],
        [Line(LEFT, 560, "ii   The Coopers"), *body(0)],
        *([*body(number), Line(200, 40, str(number))] for number in (1, 2, 3)),
    ]
    found = extract_pdf(pdf(pages), "a")
    assert [page.label for page in found.pages] == ["p. i", "p. ii", "p. 1", "p. 2", "p. 3"]


def test_a_last_page_with_one_column_is_divided_as_the_others(tmp_path: Path) -> None:
    left, right = (FIRST + SECOND) * 2, (SECOND + THIRD) * 2
    full = [*column(left, letters=30), *column(right, letters=30, x=LEFT + 200)]
    last = [*column(THIRD + FIRST, letters=30), *column("He died there.", letters=30, x=LEFT + 200)]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([full, last]))
    document = open_document(path)
    content = document.text.content
    assert (THIRD + FIRST + "He died there.") in content.replace("\n\n", " ")
    assert page_at(document.pages, content.index("He died there")) == "p. 2"


def test_rows_with_narrow_gaps_are_a_table() -> None:
    rows = [("Karl Weiss", "1781", "1811"), ("Anna Berg", "1803", "1831"), ("Otto Lang", "1816", "1847")]
    page = column(FIRST + SECOND, letters=52)
    for number, row in enumerate(rows):
        y = TOP - (6 + number) * LEADING
        page += [Line(LEFT + at, y, cell) for at, cell in zip((0, 75, 115), row, strict=True)]
    found = extract_pdf(pdf([page]), "a")
    cells = [piece.words(found.content) for piece in found.pieces if piece.why == "cell of a table"]
    assert cells == [cell for row in rows for cell in row]
