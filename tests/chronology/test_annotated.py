"""What careful people annotated in real texts does not contradict itself."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from factoid.chronology.solving import solve
from factoid.dates import when_of_edtf
from factoid.model import Certainty, Factoid

GOLD = Path(os.environ.get("FACTOID_SHARED", Path(__file__).parents[3] / "shared")) / "gold"
FILES = sorted(GOLD.glob("*/*.json"))


def factoid_of(told: dict[str, Any], source: str, content: str) -> Factoid:
    start = max(content.find(told["quote"]), 0)
    return Factoid(
        source=source,
        person=told["person"],
        type=told["type"],
        quote=told["quote"],
        start=start,
        end=start + len(told["quote"]),
        role=told["role"],
        organisation=told["organisation"],
        place=told["place"],
        value=told["value"],
        related=tuple(told["related"]),
        when=when_of_edtf(told["date"]) if told["date"] else None,
        certainty=Certainty(told["certainty"]),
    )


@pytest.mark.skipif(not FILES, reason="the annotated texts are not at hand")
def test_no_annotated_text_contradicts_itself() -> None:
    contradictions = []
    for path in FILES:
        gold = json.loads(path.read_text("utf-8"))
        content = path.with_suffix(".txt").read_text("utf-8")
        factoids = [factoid_of(told, path.stem, content) for told in gold["factoids"]]
        contradictions += [" ".join(found.sentences) for found in solve(factoids).contradictions]
    assert contradictions == []
