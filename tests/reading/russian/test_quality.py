"""Our own annotated Russian texts: half were looked at while the rules were written, half were not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factoid.evaluation import Comparison, Figures, compare, figures_of, gold_texts
from factoid.evaluation.gold import Claims
from factoid.model import json_of_reading
from factoid.reading import Reader, verify_reading
from factoid.sources import open_document

TEXTS = Path(__file__).parents[2] / "russian" / "texts"
#: found F and exact F that must not be fallen below: of the odd texts (developed on), of the even ones (not)
FLOORS = {"odd": (0.81, 0.62), "even": (0.74, 0.57)}


def figures(reader: Reader, half: str) -> Figures:
    total = Comparison()
    for text in gold_texts(TEXTS):
        if (int(text.path.stem[1]) % 2 == 1) == (half == "odd"):
            reading = reader.read(open_document(text.path))
            assert verify_reading(reading, text.text) == []
            total.add(compare(text.reading, Claims.of_json(json_of_reading(reading), text.text), text.text))
    return figures_of(total.counts)


@pytest.mark.parametrize("half", FLOORS)
def test_keeps_its_floor(reader: Reader, half: str) -> None:
    found = figures(reader, half)
    assert FLOORS[half] <= (found.found.F, found.exact.F)
    assert FLOORS[half][1] <= found.exact.F
