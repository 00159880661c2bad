from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.dates import when_of_edtf
from factoid.exchange import told_once
from factoid.model import Certainty, DossierLine, Factoid, Verdict


def line(
    number: int,
    kind: str = "office",
    words: str = "Chekist",
    *,
    source: str = "a",
    edtf: str = "",
    inferred: str = "",
) -> DossierLine:
    told = Factoid(
        source=source,
        person="p",
        type=kind,
        quote="x",
        start=number,
        end=number + 1,
        role=words,
        when=when_of_edtf(edtf or inferred) if edtf or inferred else None,
        inference={"date": "told before"} if inferred else {},
    )
    return DossierLine(factoid=told, source=source)


def with_fields(number: int, kind: str, **fields: str) -> DossierLine:
    told = line(number, kind)
    return DossierLine(factoid=replace(told.factoid, **{"role": None, **fields}), source="a")  # type: ignore[arg-type]


CHEKIST = line(1)
CASES = [
    ([CHEKIST, line(2, words="chekist"), line(3)], [(1, [2, 3])]),
    ([CHEKIST, line(2, source="b")], [(1, []), (2, [])]),
    ([CHEKIST, line(2, words="head")], [(1, []), (2, [])]),
    ([CHEKIST, line(2, edtf="1920")], [(2, [1])]),
    ([CHEKIST, line(2, inferred="1920")], [(2, [1])]),
    ([line(1, words="head", edtf="1920"), line(2, words="head", edtf="1930")], [(1, []), (2, [])]),
    (
        [line(1, words="head", edtf="1920"), line(2, words="head", edtf="1930"), line(3, words="head")],
        [(1, [3]), (2, [])],
    ),
    ([line(1, "travel", "Riga"), line(2, "travel", "Riga")], [(1, []), (2, [])]),
    ([CHEKIST, replace(line(2), verdict=Verdict.ACCEPTED)], [(1, []), (2, [])]),
    (
        [CHEKIST, DossierLine(factoid=replace(CHEKIST.factoid, certainty=Certainty.DENIED, start=2), source="a")],
        [(1, []), (2, [])],
    ),
    # what says less than another
    ([with_fields(1, "death", value="shot", place="Riga"), with_fields(2, "death")], [(1, [2])]),
    ([with_fields(1, "death"), with_fields(2, "death", value="shot")], [(2, [1])]),
    ([with_fields(1, "death", value="shot"), with_fields(2, "death", place="Riga")], [(1, []), (2, [])]),
    (
        [with_fields(1, "office", role="head", organisation="Cheka of Odessa", value="appointed"),
         with_fields(2, "office", organisation="Cheka", value="held"),
         with_fields(3, "office", role="head", organisation="Cheka", value="held")],
        [(1, [2, 3])],
    ),
    ([with_fields(1, "office", role="deputy head"), with_fields(2, "office", role="head")], [(1, []), (2, [])]),
    ([with_fields(1, "rank", value="lieutenant colonel"), with_fields(2, "rank", value="colonel")], [(1, []), (2, [])]),
    ([with_fields(1, "occupation", value="small tailor"), with_fields(2, "occupation", value="tailor")], [(1, [2])]),
    ([with_fields(1, "meeting", place="Riga, Latvia"), with_fields(2, "meeting", place="Riga")], [(1, []), (2, [])]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_what_is_one_thing_is_told_once(
    lines: list[DossierLine], expected: list[tuple[int, list[int]]]
) -> None:
    found = [
        (telling.line.factoid.start, [again.factoid.start for again in telling.again])
        for telling in told_once(lines)
    ]
    assert found == expected
