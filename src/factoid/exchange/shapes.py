"""Persons, dossiers and judgements as JSON values. Readings have their shape in `factoid.model`."""

from __future__ import annotations

from factoid.exchange.json_text import Json
from factoid.model import (
    Anchor,
    Dossier,
    DossierLine,
    Judgement,
    PersonaInSource,
    PersonSummary,
    json_of_decision,
    json_of_factoid,
)


def json_of_summary(summary: PersonSummary) -> Json:
    """Return a line of the list of people."""
    return {
        "id": summary.id,
        "name": summary.name,
        "names": list(summary.names),
        "sources": list(summary.sources),
        "factoids": summary.factoids,
        "born": summary.born,
        "died": summary.died,
    }


def json_of_dossier(dossier: Dossier) -> Json:
    """Return everything about one person; ``factoids`` are the life in order."""
    return {
        **json_of_summary(dossier.summary),
        "factoid_count": dossier.summary.factoids,
        "personas": [json_of_persona(persona) for persona in dossier.personas],
        "reasons": list(dossier.reasons),
        "factoids": [json_of_line(dossier, line) for line in dossier.lines],
    }


def json_of_persona(found: PersonaInSource) -> Json:
    """Return a persona with its source; its mentions are in the source's reading."""
    return {
        "id": found.persona.id,
        "source": found.source,
        "name": found.persona.name,
        "forms": list(found.persona.forms),
        "gender": found.persona.gender,
        "is_named": found.persona.is_named,
    }


def json_of_line(dossier: Dossier, line: DossierLine) -> Json:
    """Return a factoid that can stand by itself: with its source, its person and the others by name."""
    return {
        **json_of_factoid(line.factoid),
        "persona": line.factoid.person,
        "person": dossier.summary.id,
        "person_name": dossier.summary.name,
        "source": line.source,
        "source_id": line.factoid.source,
        "related_persons": [{"id": person, "name": name} for person, name in line.related],
        "verdict": str(line.verdict) if line.verdict else None,
    }


def json_of_judgement(judgement: Judgement) -> Json:
    """Return one conclusion, withdrawn or not."""
    return {
        "id": judgement.id,
        "verdict": str(judgement.verdict),
        "author": judgement.author,
        "made": judgement.made,
        "reason": judgement.reason,
        "left": _anchor(judgement.left),
        "right": _anchor(judgement.right),
        "factoid": judgement.factoid,
        "withdrawn": judgement.withdrawn,
        **({"decision": json_of_decision(judgement.decision)} if judgement.decision else {}),
    }


def _anchor(anchor: Anchor | None) -> Json | None:
    return (
        None
        if anchor is None
        else {"source": anchor.source, "start": anchor.span.start, "end": anchor.span.end}
    )
