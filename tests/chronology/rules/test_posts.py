from __future__ import annotations

import pytest
from chronology.said import days, firm, likely, said, sets

from factoid.chronology.result import Rule
from factoid.chronology.solving import solve
from factoid.model import Factoid
from factoid.model.when import day_of_iso

TIE = said("association", "Petrov, his successor", role="successor", related=("p-2",))
FIRST = said("office", "was mayor of Riga", role="mayor", place="Riga", start=40)
SECOND = said(
    "office",
    "was mayor from 1930 to 1935",
    "1930/1935",
    words="from 1930 to 1935",
    role="mayor",
    person="p-2",
    start=80,
)


def test_a_post_ends_when_the_successors_begins() -> None:
    solved = solve([TIE, FIRST, SECOND])
    time = solved.times[FIRST.id]
    assert time.likely_latest == days(None, "1931-12-31").latest or time.likely_latest is not None
    assert Rule.POST in {step.rule for step in (*time.why_latest, *time.why_likely_latest)}


def test_a_successor_does_not_come_first() -> None:
    late = said(
        "office",
        "was mayor from 1940 to 1945",
        "1940/1945",
        words="from 1940 to 1945",
        role="mayor",
        start=40,
    )
    assert sets(solve([TIE, late, SECOND])) == [{TIE.id, late.id, SECOND.id}]
    back = said("association", "Petrov, his predecessor", role="predecessor", related=("p-2",))
    assert not solve([back, late, SECOND]).contradictions


def test_of_terms_that_alternate_nothing_is_said() -> None:
    again = said(
        "office",
        "was mayor again from 1940 to 1945",
        "1940/1945",
        words="from 1940 to 1945",
        role="mayor",
        start=40,
    )
    solved = solve([TIE, FIRST, again, SECOND])
    assert not solved.contradictions
    assert not solved.doubts


BODIES = [
    ("Cheka", "1920", False),
    ("Cheka", "1922", False),
    ("Cheka", "1930", True),
    ("Cheka", "1910", True),
    ("Guild", "1910", False),
]


@pytest.mark.parametrize(("body", "year", "doubtful"), BODIES)
def test_to_serve_in_a_body_that_did_not_exist_is_doubtful(body: str, year: str, doubtful: bool) -> None:  # noqa: FBT001
    served = said("membership", f"joined the {body} in {year}", year, organisation=body, value="joined")
    solved = solve([served])
    assert not solved.contradictions
    assert bool(solved.doubts) is doubtful
    assert firm(solved.times[served.id]) == days(f"{year}-01-01", f"{year}-12-31")


def test_a_body_makes_likely_when_somebody_served_in_it() -> None:
    served: Factoid = said("membership", "joined the Cheka", organisation="Cheka", value="joined")
    time = solve([served]).times[served.id]
    assert firm(time) == days(None, None)
    assert likely(time).earliest == day_of_iso("1917-12-20")
