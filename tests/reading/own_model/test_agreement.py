"""Two readers of the same words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factoid.model import Factoid, Span
from factoid.reading.own_model.agreement import compared

TEXT = "He was arrested in Ribe by the police. He lived in Randers. He sold horses and mended clocks."


def of(quote: str, type_: str, confidence: float = 0.5, person: str = "p", **fields: Any) -> Factoid:
    start = TEXT.index(quote)
    return Factoid(
        source="s",
        person=person,
        type=type_,
        quote=quote,
        start=start,
        end=start + len(quote),
        spans={
            name: Span(TEXT.index(words), TEXT.index(words) + len(words)) for name, words in fields.items()
        },
        confidence=confidence,
        reader="rule:x@1" if confidence != 0.5 else "own-model@1",
        **fields,
    )


ARREST = "He was arrested in Ribe"
CASES = {
    "agreement raises confidence": (
        of(ARREST, "arrest", 0.8, place="Ribe"),
        of("was arrested in Ribe by the police", "arrest", place="Ribe"),
        [(0.9, ARREST)],
    ),
    "more is added, as sure as before": (
        of(ARREST, "arrest", 0.8, place="Ribe"),
        of("arrested in Ribe by the police", "arrest", organisation="police"),
        [(0.8, "He was arrested in Ribe by the police")],
    ),
    "other words of the same field are a dispute": (
        of("He lived in Randers", "residence", 0.8, place="Randers"),
        replace(of("He lived in Randers", "residence"), place="Ribe"),
        [(0.45, "He lived in Randers"), (0.45, "He lived in Randers")],
    ),
    "somebody else's statement is another": (
        of(ARREST, "arrest", 0.8, place="Ribe"),
        of(ARREST, "arrest", person="q", place="Ribe"),
        [(0.8, ARREST), (0.5, ARREST)],
    ),
    "another type is another statement": (
        of(ARREST, "arrest", 0.8, place="Ribe"),
        of(ARREST, "event", value="was arrested"),
        [(0.8, ARREST), (0.5, ARREST)],
    ),
    "other words are another statement": (
        of("He sold horses", "action", 0.8, value="sold horses"),
        of("mended clocks", "action", value="mended clocks"),
        [(0.8, "He sold horses"), (0.5, "mended clocks")],
    ),
}


@pytest.mark.parametrize(("rules", "model", "wanted"), CASES.values(), ids=CASES)
def test_what_both_say(rules: Factoid, model: Factoid, wanted: list[tuple[float, str]]) -> None:
    both = compared([rules], [model], TEXT)
    assert [(f.confidence, f.quote) for f in both.factoids] == wanted
    assert [f.kind for f in both.findings] == ["readers-disagree"] * (wanted[0][0] == 0.45)
    for factoid in both.factoids:
        assert TEXT[factoid.start : factoid.end] == factoid.quote


def test_a_dispute_says_what_each_read() -> None:
    ours, theirs, _ = CASES["other words of the same field are a dispute"]
    (finding,) = compared([ours], [theirs], TEXT).findings
    assert finding.note == "residence: the rules read place “Randers”, the model place “Ribe”."
    assert Span(finding.start, finding.end).of(TEXT) == "He lived in Randers"


def test_what_agrees_disputes_nothing_else() -> None:
    """Of two trades in one clause, the one that the rules missed is no dispute with the one that both read."""
    quote = "He sold horses and mended clocks"
    first, second = (of(quote, "action", value=value) for value in ("sold horses", "mended clocks"))
    both = compared([replace(first, confidence=0.8)], [second, first], TEXT)
    assert sorted(f.confidence for f in both.factoids) == [0.5, 0.9]
    assert not both.findings
