"""Statements made by hand, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from factoid.model import Anchor, Judgement, Reading, Verdict


def by_hand(
    readings: Iterable[Reading], number: int, role: str, *, made: str = "2026-01-01T00:00:00+00:00"
) -> Judgement:
    """State, of the words of a statement that was read, that they give the person this role as well."""
    read = list(chain.from_iterable(reading.factoids for reading in readings))
    model = read[number % len(read)]
    spans = {name: span for name, span in model.spans.items() if name != "role"}
    statement = replace(
        model, role=role, spans=spans, inference={**model.inference, "role": "known"}, reader="human:ab"
    )
    return Judgement(
        verdict=Verdict.STATED,
        author="human:ab",
        made=made,
        left=Anchor(model.source, model.span),
        right=Anchor(model.source, model.spans.get("person", model.span)),
        factoid=statement.id,
        statement=statement,
    )
