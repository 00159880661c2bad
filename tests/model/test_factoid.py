"""The id of a factoid is its claim and its words; who read it so does not matter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.errors import QuoteError
from factoid.model import Bounds, Certainty, Factoid, Span, Text, When

CONTENT = "Anna was born in Graz."
BIRTH = Factoid(
    source="s-1",
    person="p-1",
    type="birth",
    quote="was born in Graz",
    start=5,
    end=21,
    place="Graz",
    related=("p-2", "p-3"),
    spans={"place": Span(17, 21)},
)
WHEN = When(words="1900", edtf="1900", start=Bounds(1, 2), end=Bounds(1, 2))

OTHER_CLAIMS = [
    {"source": "s-2"},
    {"person": "p-9"},
    {"type": "death"},
    {"start": 4},
    {"place": "Linz"},
    {"place": None},
    {"related": ("p-2",)},
    {"when": WHEN},
    {"certainty": Certainty.DENIED},
    {"said_by": "Peter"},
]


@pytest.mark.parametrize("change", OTHER_CLAIMS)
def test_another_claim_is_another_factoid(change: dict[str, object]) -> None:
    assert replace(BIRTH, **change).id != BIRTH.id  # type: ignore[arg-type]


SAME_CLAIM = [
    {"reader": "human:ab"},
    {"model": "other@2"},
    {"confidence": 0.5},
    {"related": ("p-3", "p-2")},
    {"inference": {"date": "age"}},
    {"spans": {}},
]


@pytest.mark.parametrize("change", SAME_CLAIM)
def test_the_same_claim_is_the_same_factoid(change: dict[str, object]) -> None:
    assert replace(BIRTH, **change).id == BIRTH.id  # type: ignore[arg-type]


def test_the_quote_is_checked() -> None:
    BIRTH.check(Text(CONTENT))
    with pytest.raises(QuoteError):
        replace(BIRTH, start=6).check(Text(CONTENT))


def test_the_date_is_the_edtf_of_its_time() -> None:
    assert BIRTH.date is None
    assert replace(BIRTH, when=WHEN).date == "1900"
    assert BIRTH.span == Span(5, 21)


def test_a_factoid_can_stand_in_a_set() -> None:
    assert len({BIRTH, replace(BIRTH), replace(BIRTH, place="Linz")}) == 2
