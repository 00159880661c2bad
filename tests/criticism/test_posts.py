from __future__ import annotations

import pytest

from factoid.criticism.conflicts.conflicts import examine
from factoid.criticism.conflicts.posts import Tenure, json_of_tenure, tenure_of_json, two_holders
from factoid.model import Attestation, ConflictKind, DossierLine

from .told import life, line


def office(source: str, role: str, date: str) -> DossierLine:
    words = {"role": role, "organisation": "NKVD", "place": "Rostov"}
    return line(source, "office", f"{role} of the NKVD in Rostov", date, value="held", **words)


def tenures(person: str, *lines: DossierLine) -> list[Tenure]:
    attestation = Attestation(person=person, name=person.title(), lines=lines)
    return [tenure for _, tenure in examine(attestation).tenures]


def test_one_post_two_holders() -> None:
    held = [
        *tenures("anna", office("a", "head", "1936/1938")),
        *tenures("boris", office("b", "head", "1935/1939")),
    ]
    (conflict,) = two_holders(held)
    assert conflict.kind is ConflictKind.TWO_HOLDERS
    assert {claim.value for claim in conflict.claims} == {"Anna", "Boris"}


def test_two_holders_are_one_conflict_however_many_say_so() -> None:
    held = [
        *(tenure for s in "acd" for tenure in tenures("anna", office(s, "head", "1936/1938"))),
        *tenures("boris", office("b", "head", "1935/1939")),
    ]
    (conflict,) = two_holders(held)
    assert len(conflict.claims) == 4


@pytest.mark.parametrize(
    ("role", "one", "other"),
    [("head", "1930/1934", "1936/1938"), ("inspector", "1930/1938", "1930/1938"), ("head", "1936", "1936")],
)
def test_successors_colleagues_and_the_vague_are_no_conflict(role: str, one: str, other: str) -> None:
    held = [*tenures("anna", office("a", role, one)), *tenures("boris", office("b", role, other))]
    assert list(two_holders(held)) == []


def test_a_tenure_survives_json() -> None:
    (tenure,) = tenures("anna", office("a", "head", "1936/1938"))
    assert tenure_of_json(json_of_tenure(tenure)) == tenure


def test_a_rank_that_does_not_fit_the_post() -> None:
    rank = line("a", "rank", "a lieutenant in 1938", "1938", value="lieutenant")
    post = line(
        "b", "office", "commander of the army in 1938", "1938", role="commander", organisation="12th Army"
    )
    kinds = [conflict.kind for conflict in examine(life(rank, post)).conflicts]
    assert kinds == [ConflictKind.RANK_AND_POST]
    deputy = line(
        "b", "office", "adjutant of the commander", "1938", role="adjutant to the commander of the army"
    )
    assert not examine(life(rank, deputy)).conflicts
