"""Chronologies as JSON values: bounds as days, reasons as links with their quotes."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.chronology.result import Chronology, Contradiction, EventTime, Inferred, Step
from factoid.exchange.json_text import Json
from factoid.model import Bounds
from factoid.model.when import iso_of


def json_of_event_time(time: EventTime) -> Json:
    """Return when an event was, with the chain of reasons for either end."""
    return {
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
        "likely_earliest": _day(time.likely_earliest),
        "likely_latest": _day(time.likely_latest),
        "start": _bounds(time.start),
        "end": _bounds(time.end),
        "likely_start": _bounds(time.likely_start),
        "likely_end": _bounds(time.likely_end),
        "why_earliest": _steps(time.why_earliest),
        "why_latest": _steps(time.why_latest),
        "why_likely_earliest": _steps(time.why_likely_earliest),
        "why_likely_latest": _steps(time.why_likely_latest),
    }


def json_of_chronology(chronology: Chronology) -> Json:
    """Return what follows for the whole life; the times of the events stand with the factoids."""
    return {
        "inferred": [_inferred(found) for found in chronology.inferred],
        "lives": {
            person: {kind: json_of_event_time(time) for kind, time in times.items()}
            for person, times in chronology.lives.items()
        },
        "contradictions": [json_of_contradiction(found) for found in chronology.contradictions],
        "doubts": [json_of_contradiction(found) for found in chronology.doubts],
        "set_aside": list(chronology.set_aside),
        "notes": list(chronology.notes),
    }


def json_of_contradiction(found: Contradiction) -> Json:
    """Return a set of statements that cannot all be true, explained."""
    return {
        "factoids": list(found.factoids),
        "sources": list(found.sources),
        "is_firm": found.is_firm,
        "sentences": list(found.sentences),
        "steps": _steps(found.steps),
        "repairs": [
            {
                "without_factoids": list(repair.factoids),
                "without_source": repair.source,
                "fits": repair.fits,
                "sentence": repair.sentence,
            }
            for repair in found.repairs
        ],
    }


def _inferred(found: Inferred) -> Json:
    return {
        "person": found.person,
        "type": found.type,
        "date": found.when.edtf,
        "earliest": _day(found.when.earliest),
        "latest": _day(found.when.latest),
        "basis": found.when.basis,
        "why": _steps(found.why),
    }


def _steps(steps: Iterable[Step]) -> list[Json]:
    return [
        {
            "rule": str(step.rule),
            "sentence": step.sentence,
            "factoid": step.factoid,
            "source": step.source,
            "quote": step.quote,
            "words": step.words,
            "is_firm": step.is_firm,
        }
        for step in steps
    ]


def _bounds(bounds: Bounds) -> list[str | None]:
    return [_day(bounds.earliest), _day(bounds.latest)]


def _day(day: int | None) -> str | None:
    return None if day is None else iso_of(day)
