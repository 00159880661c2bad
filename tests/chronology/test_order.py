"""Lives are told in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.chronology.order import life_positions
from factoid.dates import when_of_edtf
from factoid.model import Bounds, Factoid, When
from factoid.model.when import day_of


def said(
    label: str, days: tuple[int | None, int | None] | None = None, *, at: int = 0, source: str = "a"
) -> Factoid:
    """A factoid of the type that the label begins with."""
    when = (
        When(words="", edtf="", start=Bounds(days[0], days[0]), end=Bounds(days[1], days[1]))
        if days
        else None
    )
    kind = label.split()[0]
    return Factoid(
        source=source, person="p", type=kind, value=label, quote="", start=at, end=at + 1, when=when
    )


def life_order(factoids: list[Factoid]) -> list[Factoid]:
    return [factoids[position] for position in life_positions(factoids)]


LIVES = [
    # what the sources say, in the order of the file, and the labels in the order of the life
    ("dated by first day", [said("b", (20, 29)), said("a", (10, 19), at=5)], "a b"),
    ("then by last day", [said("b", (10, 30)), said("a", (10, 19), at=5)], "a b"),
    ("open end last", [said("b", (10, None)), said("a", (10, 19), at=5)], "a b"),
    (
        "by 19 is at 19",
        [said("b", (None, 19)), said("a", (18, 30), at=5), said("c", (20, 20), at=9)],
        "a b c",
    ),
    (
        "undated follows",
        [said("a", (9, 9)), said("b", at=1), said("c", at=2), said("d", (10, 10), at=3)],
        "a b c d",
    ),
    ("undated opens", [said("a"), said("c", (9, 9), at=1), said("b", (5, 5), at=2)], "b a c"),
    (
        "a story that goes back",
        [said("d", (9, 9)), said("a", at=1), said("b", (5, 5), at=2), said("c", at=3)],
        "a b c d",
    ),
    ("birth first", [said("office", (5, 5)), said("birth", at=3)], "birth office"),
    ("death last", [said("death"), said("office", (5, 5), at=3), said("award", at=4)], "office award death"),
    (
        "what may have been before the birth was after it",
        [said("office", (1, 90)), said("birth", (1, 30), at=3), said("birth", (9, 9), at=4)],
        "birth birth office",
    ),
    (
        "what was before the birth stays there",
        [said("birth", (9, 9)), said("kinship", (3, 5), at=1)],
        "kinship birth",
    ),
    ("undated before the birth", [said("kinship"), said("birth", (9, 9), at=1)], "birth kinship"),
    ("undated after the death", [said("death", (9, 9)), said("rank", at=1)], "rank death"),
    ("undated only", [said("b", at=2), said("a", at=1), said("death")], "a b death"),
    ("unbounded is undated", [said("a", (None, None)), said("b", (5, 5), at=2)], "a b"),
    (
        "undated stays with its source",
        [said("a", (5, 5)), said("b", at=1), said("c", (5, 5), source="b"), said("d", at=1, source="b")],
        "a b c d",
    ),
    (
        "a source without dates comes after those with",
        [said("x"), said("death", source="b"), said("a", (5, 5), source="c")],
        "a x death",
    ),
]


@pytest.mark.parametrize(("case", "factoids", "order"), LIVES, ids=[case for case, *_ in LIVES])
def test_the_life_is_in_order(case: str, factoids: list[Factoid], order: str) -> None:
    assert " ".join(f.value or "" for f in life_order(factoids)) == order


days = st.none() | st.tuples(st.none() | st.integers(-50, 50), st.none() | st.integers(-50, 50))


def statements_of(*types: str) -> st.SearchStrategy[list[Factoid]]:
    statement = st.builds(
        said, st.sampled_from(types), days, at=st.integers(0, 9), source=st.sampled_from("abc")
    )
    return st.lists(statement, max_size=12)


@given(statements_of("office", "birth", "death"))
def test_nothing_is_lost(factoids: list[Factoid]) -> None:
    assert sorted(life_positions(factoids)) == list(range(len(factoids)))


@given(statements_of("office", "death"))
def test_a_life_without_a_birth_is_told_by_first_days(factoids: list[Factoid]) -> None:
    firsts = [
        f.when.earliest
        for f in life_order(factoids)
        if f.when and f.when.earliest is not None and f.when.latest is not None
    ]
    assert firsts == sorted(firsts)


def test_an_end_without_a_beginning_stands_where_the_end_begins() -> None:
    by_about_1917, about_1917 = when_of_edtf("../1917~"), when_of_edtf("1917~")
    day = day_of(1917, 3, 1)
    ended, other, later = said("ended"), said("other", at=1), said("later", (day, day), at=2)
    life = [replace(ended, when=by_about_1917), replace(other, when=about_1917), later]
    assert [f.value for f in life_order(life[::-1])] == ["ended", "other", "later"]


def test_about_a_year_stands_at_the_year() -> None:
    about = [
        replace(said(edtf, at=at), when=when_of_edtf(edtf))
        for at, edtf in enumerate(("1914~", "1911-21", "1908~"))
    ]
    assert [f.value for f in life_order(about)] == ["1908~", "1911-21", "1914~"]
