"""The years under which the lines of a life stand."""

from __future__ import annotations

import pytest

from factoid.dates import when_of_edtf
from factoid.model import DossierLine, Factoid
from factoid.resources.catalogue import catalogue_of
from factoid.web.lives.life import life_of
from factoid.web.lives.portrait import Remark

WORDS = catalogue_of()


def line(number: int, edtf: str | None) -> DossierLine:
    factoid = Factoid(
        source="s", person="p", type="event", quote=f"words {number}", start=number, end=number + 1,
        when=when_of_edtf(edtf) if edtf else None,
    )  # fmt: skip
    return DossierLine(factoid=factoid, source="letter", related=())


@pytest.mark.parametrize(
    ("dates", "groups"),
    [
        (("1937-07", "../1937", "1937"), [("1937", 3)]),
        (("../1937", "1937-07"), [("by 1937", 1), ("1937", 1)]),
        (("1938-06", "1938/1945", "1938-07", "1939"), [("1938", 3), ("1939", 1)]),
        (("1938", "../1945", "1938"), [("1938", 1), ("by 1945", 1), ("1938", 1)]),
        (("1938", None, "1938"), [("1938", 3)]),  # reckoned: 1938-1945
        (("1937", None, "1938"), [("1937", 1), ("1938–1945", 1), ("1938", 1)]),
    ],
)
def test_what_may_have_been_in_a_year_stands_among_what_was(
    dates: tuple[str | None, ...], groups: list[tuple[str, int]]
) -> None:
    lines = [line(number, edtf) for number, edtf in enumerate(dates)]
    reckoned = Remark(time="likely between 1938 and 1945", year="1938–1945", begins="1938")
    remarks = {held.factoid.id: reckoned for held in lines if held.factoid.when is None}
    life = life_of(lines, {}, WORDS, remarks=remarks)
    assert [(group.label, len(group.lines)) for group in life.years] == groups
    assert life.undated == ()
