"""Our figures are those of the scorer that the gold standard comes with, where that is at hand."""

from __future__ import annotations

import importlib.util
import json
import os
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factoid.evaluation import compare, figures_of, gold_texts
from factoid.evaluation.dates import agreement_of_dates
from factoid.evaluation.gold import Claims

SHARED = Path(os.environ.get("FACTOID_SHARED", Path(__file__).parents[2].parent / "shared"))
DATES = [
    None, "1938", "1938-06", "1938-06-09", "1938-06-31", "1938~", "193X", "19XX", "1937/1938", "1788/..",
    "../1788", "1788", "1788-05", "1938-21", "1938-22", "1938-23", "1938-24", "1939-01", "[1937,1938]",
    "1937..1939", "1937?", "-0044", "0000", "unreadable", "1938-13", "1938-06/1938-07", "/1938", "1938/",
]  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").exists(), reason="the scorer is not at hand (FACTOID_SHARED)"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("gold", DATES)
@pytest.mark.parametrize("got", DATES)
def test_dates(scorer: ModuleType, gold: str | None, got: str | None) -> None:
    assert str(agreement_of_dates(gold, got)) == scorer.same_date(gold, got)


@pytest.mark.parametrize("part", ["dev", "train"])
def test_figures_of_disturbed_gold(scorer: ModuleType, part: str) -> None:
    chance = random.Random(7)
    for gold in list(gold_texts(SHARED / "gold" / part))[:20]:
        data = json.loads(gold.path.with_suffix(".json").read_bytes())
        got = _disturbed(data, chance)
        ours = figures_of(compare(gold.reading, Claims.of_json(got, gold.text), gold.text).counts)
        theirs = scorer.figures(scorer.compare(data, got, gold.text)["n"])
        assert ours.as_json() == theirs, gold.name


def _disturbed(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Drop, retype, re-date and hand on some of the factoids; lose and mix up some of the forms."""
    persons = [dict(p, forms=[f for f in p["forms"] if chance.random() < 0.8]) for p in data["persons"]]
    ids = [p["id"] for p in persons]
    factoids = []
    for original in data["factoids"]:
        claim = dict(original)
        roll = chance.random()
        if roll < 0.15:
            continue
        if roll < 0.3:
            claim["person"] = chance.choice(ids)
        elif roll < 0.4:
            claim["type"] = "event"
        elif roll < 0.6:
            claim["date"] = chance.choice(DATES)
        elif roll < 0.7:
            claim["quote"] = claim["quote"][: len(claim["quote"]) // 2]
        elif roll < 0.8:
            claim["certainty"] = chance.choice(["hedged", "denied", "asserted"])
        elif roll < 0.9 and claim["related"]:
            claim["person"], claim["related"] = claim["related"][0], [claim["person"]]
        else:
            claim["value"], claim["place"] = claim["place"], claim["value"]
        factoids.append(claim)
    furniture = [[start, end + 5] for start, end in data["furniture"]][:-1]
    return {"persons": persons[:-1], "factoids": factoids, "furniture": furniture}
