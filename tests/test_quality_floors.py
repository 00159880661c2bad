"""The reader keeps its quality: scores on the development texts of the gold standard stay above their floors.

The floors (``quality_floors.json``) name the texts they were measured on by hash: a changed gold cannot
pass for a better reader. Floors only go up: whoever lowers one says why in the change.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from factoid.evaluation import Comparison, Figures, compare, figures_of, gold_texts
from factoid.evaluation.gold import Claims
from factoid.model import json_of_reading
from factoid.reading import make_reader
from factoid.reading.statements.weighing.encoder import SWITCH
from factoid.sources import open_document

HERE = Path(__file__).parent
GOLD = Path(os.environ.get("FACTOID_SHARED", HERE.parent.parent / "shared")) / "gold" / "dev"
FLOORS = json.loads((HERE / "quality_floors.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold standard is not at hand (FACTOID_SHARED)")


@pytest.fixture(scope="module")
def figures() -> Figures:
    return read_anew()


def read_anew() -> Figures:
    reader = make_reader()
    total = Comparison()
    for text in gold_texts(GOLD):
        reading = reader.read(open_document(text.path))
        total.add(compare(text.reading, Claims.of_json(json_of_reading(reading), text.text), text.text))
    return figures_of(total.counts)


def measured(figures: Figures) -> dict[str, float]:
    return {
        "people F": figures.people.F,
        "found F": figures.found.F,
        "found P": figures.found.P,
        "exact F": figures.exact.F,
        "dates equal": figures.dates_equal or 0.0,
        "furniture F": figures.furniture or 0.0,
    }


def test_the_gold_is_the_one_the_floors_were_measured_on() -> None:
    hashed = hashlib.sha256()
    for path in sorted([*GOLD.glob("*.json"), *GOLD.glob("*.txt")]):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes())
    assert hashed.hexdigest() == FLOORS["gold_sha256"], "another gold: measure the floors anew"


@pytest.mark.parametrize("name", FLOORS["floors"])
def test_keeps_its_floor(figures: Figures, name: str) -> None:
    found = measured(figures)
    assert found[name] >= FLOORS["floors"][name], f"{name} fell to {found[name]}; all figures: {found}"


def test_keeps_its_floors_with_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "on")
    figures = read_anew()
    fallen = {n: v for n, v in measured(figures).items() if v < FLOORS["floors with the encoder"].get(n, 0)}
    assert not fallen
    assert figures.unproven == 0


def test_everything_is_proved(figures: Figures) -> None:
    assert figures.unproven == 0
