"""Our own annotated French texts: half were looked at while the rules were written, half were not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factoid.evaluation import Comparison, Figures, compare, figures_of, gold_texts
from factoid.evaluation.gold import Claims
from factoid.model import json_of_reading
from factoid.reading import Reader, verify_reading
from factoid.sources import open_document

TEXTS = Path(__file__).parents[2] / "french" / "texts"
#: found F and exact F that must not be fallen below: of the odd texts (developed on), of the even ones (not)
FLOORS = {"odd": (0.85, 0.69), "even": (0.75, 0.54)}


def figures(reader: Reader, half: str) -> Figures:
    total = Comparison()
    for text in gold_texts(TEXTS):
        if (int(text.path.stem[1]) % 2 == 1) == (half == "odd"):
            reading = reader.read(open_document(text.path))
            assert verify_reading(reading, text.text) == []
            assert {f.model for f in reading.factoids} == {"fr_core_news_md@3.8.0"}
            assert all(f.reader.startswith("rule:fr:") for f in reading.factoids)
            total.add(compare(text.reading, Claims.of_json(json_of_reading(reading), text.text), text.text))
    return figures_of(total.counts)


@pytest.mark.parametrize("half", FLOORS)
def test_keeps_its_floor(reader: Reader, half: str) -> None:
    found = figures(reader, half)
    assert FLOORS[half][0] <= found.found.F
    assert FLOORS[half][1] <= found.exact.F
