"""Persons, dossiers and judgements as JSON values. Readings have their shape in `factoid.model`."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.exchange.json_text import Json
from factoid.model import (
    Anchor,
    Dossier,
    DossierLine,
    Finding,
    Judgement,
    PersonaInSource,
    PersonSummary,
    Span,
    Verdict,
    decision_of_json,
    factoid_of_json,
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
        **({"protected_persons": line.protected} if line.protected else {}),
        "verdict": str(line.verdict) if line.verdict else None,
        "sureness": str(line.sureness),
    }


def json_of_damage(findings: Iterable[Finding]) -> list[Json]:
    """Return what is the matter with the words of a statement."""
    return [{"kind": finding.kind, "note": finding.note} for finding in findings]


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
        **({"follows": judgement.follows} if judgement.follows is not None else {}),
        **({"carried": judgement.carried} if judgement.carried is not None else {}),
        **({"decision": json_of_decision(judgement.decision)} if judgement.decision else {}),
        **({"statement": json_of_factoid(judgement.statement)} if judgement.statement else {}),
    }


def judgement_of_json(data: Json) -> Judgement:
    """Return the judgement that `json_of_judgement` wrote; `KeyError`, `TypeError`, `ValueError` for anything else."""
    left = _anchor_of(data["left"])
    statement = data.get("statement")
    return Judgement(
        verdict=Verdict(data["verdict"]),
        author=str(data["author"]),
        made=str(data["made"]),
        reason=str(data["reason"]),
        left=left,
        right=_anchor_of(data["right"]),
        factoid=data["factoid"],
        statement=factoid_of_json(statement, left.source) if statement and left else None,
        decision=decision_of_json(data["decision"]) if data.get("decision") else None,
        withdrawn=data["withdrawn"],
        follows=data.get("follows"),
        carried=data.get("carried"),
        id=data.get("id"),
    )


def _anchor_of(data: Json | None) -> Anchor | None:
    return None if data is None else Anchor(str(data["source"]), Span(int(data["start"]), int(data["end"])))


def _anchor(anchor: Anchor | None) -> Json | None:
    return (
        None
        if anchor is None
        else {"source": anchor.source, "start": anchor.span.start, "end": anchor.span.end}
    )
