from __future__ import annotations

from dataclasses import replace

import pytest
from chronology.said import days, firm, likely, said

from factoid.chronology.case import Case
from factoid.chronology.result import Rule
from factoid.chronology.rules.relations import shifts
from factoid.chronology.solving import solve
from factoid.dates import when_of_edtf
from factoid.model import Factoid

WED = said("kinship", "In 1860 he married Anna", "1860", role="wife", related=("p-2",))
PRISON = said(
    "imprisonment", "was in prison from 1870 to 1875", "1870/1875", words="from 1870 to 1875", start=40
)
DIED = said("death", "she died in March 1880", "1880-03", words="March 1880", person="p-2", start=80)
TIE = said("kinship", "his wife Anna", role="wife", related=("p-2",), start=110)

CASES = [
    (said("travel", "he left before his marriage", start=300), (None, "1860-12-31")),
    (said("travel", "he left after his marriage", start=300), ("1860-01-01", None)),
    (said("arrest", "was arrested two years after his marriage", start=300), ("1861-01-01", "1863-12-31")),
    (said("work", "wrote his memoirs during his imprisonment", start=300), ("1870-01-01", "1875-12-31")),
    (said("travel", "he left three months after his wife's death", start=300), ("1880-04-23", "1880-08-02")),
    (said("travel", "he left after her murder by others", start=300), (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("factoid", "bounds"), CASES)
def test_an_event_is_placed_by_another(factoid: Factoid, bounds: tuple[str | None, str | None]) -> None:
    time = solve([WED, PRISON, DIED, TIE, factoid]).times[factoid.id]
    expected = days(*bounds)
    for found, wanted in zip(firm(time), expected, strict=True):
        if wanted is None:
            assert found is None or (time.why_earliest + time.why_latest)[-1].rule is not Rule.RELATION
        else:
            assert found is not None
            assert abs(found - wanted) <= 31
    if expected != (None, None):
        assert Rule.RELATION in {step.rule for step in (*time.why_earliest, *time.why_latest)}


def test_so_long_later_is_kept_as_a_distance() -> None:
    first = said("travel", "arrived in the winter of 1938", "1938-24", words="the winter of 1938")
    when = when_of_edtf("1938-03~", basis="2 months after “the winter of 1938”")
    later = replace(said("arrest", "A couple of months later they were detained", start=60), when=when)
    case = Case([first, later])
    from_first, from_later = shifts(case)
    points = (case.event(first).start, case.event(later).start)
    assert (from_first.early, from_first.late) == points
    assert (from_later.late, from_later.early) == points
    assert from_first.days <= 59 <= -from_later.days
    assert from_first.rests_on == from_later.rests_on == (first.id, later.id)
    assert likely(solve([first, later]).times[first.id]) == days("1938-01-01", "1938-03-31")
