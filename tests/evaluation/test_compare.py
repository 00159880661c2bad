from __future__ import annotations

from typing import Any

import pytest

from factoid.errors import ReadingShapeError
from factoid.evaluation import compare, figures_of
from factoid.evaluation.gold import Claims

TEXT = "Anna Kowalska was born in 1901 in Lodz. Her brother Jan became a tailor."


def person(name: str, *forms: str, key: str = "p1") -> dict[str, Any]:
    return {"id": key, "name": name, "forms": [name, *forms]}


def factoid(kind: str, quote: str, key: str = "p1", **fields: object) -> dict[str, Any]:
    return {"person": key, "type": kind, "quote": quote, **fields}


def reading(persons: list[dict[str, Any]], factoids: list[dict[str, Any]], **more: object) -> dict[str, Any]:
    return {"persons": persons, "factoids": factoids, **more}


GOLD = reading(
    [person("Anna Kowalska"), person("Jan", "her brother", key="p2")],
    [
        factoid("birth", "was born in 1901 in Lodz", place="Lodz", date="1901"),
        factoid("kinship", "Her brother Jan", "p2", role="sister", related=["p1"]),
        factoid("occupation", "Jan became a tailor", "p2", value="tailor", certainty="hedged"),
    ],
    furniture=[[40, 50]],
)


def score(got: dict[str, Any]) -> dict[str, Any]:
    return figures_of(compare(Claims.of_json(GOLD, TEXT), Claims.of_json(got, TEXT), TEXT).counts).as_json()


def test_the_gold_agrees_with_itself() -> None:
    figures = score(GOLD)
    for name in ("people", "found", "exact"):
        assert figures[name] == {"P": 1.0, "R": 1.0, "F": 1.0}
    assert figures["dates_equal"] == figures["certainty"] == figures["furniture"] == 1.0


def test_nothing_read_scores_nothing() -> None:
    figures = score(reading([], []))
    assert figures["found"] == {"P": 0.0, "R": 0.0, "F": 0.0}
    assert figures["dates_equal"] is None


def test_a_mutual_statement_counts_from_the_other_side() -> None:
    persons = [person("Anna Kowalska"), person("Jan", "her brother", key="p2")]
    swapped = factoid("kinship", "Her brother Jan", "p1", role="brother", related=["p2"])
    figures = score(reading(persons, [swapped]))
    assert (figures["found"]["P"], figures["exact"]["P"]) == (1.0, 1.0)


FOUND_NOT_EXACT = [
    factoid("birth", "was born in 1901 in Lodz", place="Warsaw", date="1901"),
    factoid("birth", "was born in 1901 in Lodz", place="Lodz", date="1902"),
    factoid("birth", "was born in 1901 in Lodz", place="Lodz"),
]


@pytest.mark.parametrize("claim", FOUND_NOT_EXACT)
def test_found_but_not_exact(claim: dict[str, Any]) -> None:
    figures = score(reading([person("Anna Kowalska")], [claim]))
    assert (figures["found"]["P"], figures["exact"]["P"]) == (1.0, 0.0)


NOT_FOUND = [
    factoid("death", "was born in 1901 in Lodz"),  # another type
    factoid("birth", "Her brother Jan"),  # other words
    factoid("birth", "Anna Kowalska was born in 1901 in Lodz", start=1, end=30),  # offsets without the quote
]


@pytest.mark.parametrize("claim", NOT_FOUND)
def test_not_found(claim: dict[str, Any]) -> None:
    assert score(reading([person("Anna Kowalska")], [claim]))["found"]["P"] == 0.0


def test_evidence_must_be_to_the_point() -> None:
    text = "Anna was born. " + "x" * 400
    gold = Claims.of_json(reading([person("Anna")], [factoid("birth", "was born")]), text)
    got = Claims.of_json(reading([person("Anna")], [factoid("birth", text)]), text)
    assert compare(gold, got, text).counts["found.hit"] == 0


def test_what_is_no_reading_is_refused() -> None:
    with pytest.raises(ReadingShapeError, match="not a reading"):
        Claims.of_json({"persons": [{"name": "no id"}], "factoids": []}, "")
