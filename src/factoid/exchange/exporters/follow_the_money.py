"""FollowTheMoney entities, one a line: what OpenAleph, Yente and OpenSanctions read.

Schemata as of June 2025. Dates there are prefixes of ISO days, without ranges and doubt: what is no plain date stays
out of date properties and stands in words in `summary`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.exporters.graphs import body_id
from factoid.exchange.json_text import Json, json_bytes
from factoid.exchange.reach import reach_of
from factoid.exchange.telling import (
    INFERENCES,
    SPANS,
    count_of_line,
    doubts_of,
    every_life,
    label_of,
    sentence_of,
)
from factoid.model import Certainty, Dossier, DossierLine, Source, digest
from factoid.resources import load

VAGUE = "dates that are no plain date (kept in words)"
GENDERS = {"f": "female", "m": "male"}


class FtmExporter:
    """Person, Position, Occupancy, Organization, Membership, Family, Associate, Event and Document entities."""

    name = "ftm"
    suffix = ".ftm.json"
    about = "FollowTheMoney entities, one a line, for OpenAleph and OpenSanctions' tools"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write documents, then each person with what the statements make of them. Ids are those of the library."""
        lost: Counter[str] = Counter()
        documents = {}
        for reading in shelf.readings():
            documents[reading.source.name] = _document_id(reading.source)
            out.write(json_bytes(_document(reading.source)) + b"\n")
        written: set[str] = set()
        for dossier, lines in every_life(shelf, lost):
            for line in lines:
                count_of_line(line, lost, SPANS, INFERENCES)
                lost[VAGUE] += bool(line.factoid.when) and not _dates(line)
            for entity in _entities(dossier, lines, documents):
                if entity["id"] not in written or entity["schema"] == "Person":
                    out.write(json_bytes(entity) + b"\n")
                if entity["schema"] in ("Organization", "Position"):
                    written.add(entity["id"])
        return with_left_behind(shelf, lost)


def _entities(dossier: Dossier, lines: list[DossierLine], documents: dict[str, str]) -> Iterator[Json]:
    kinds = load("exchange_maps")["types"]
    yield _person(dossier, lines, documents)
    for line in lines:
        kind = kinds.get(line.factoid.type, {}).get("ftm", "Event")
        document = documents.get(line.source, "")
        if kind == "Occupancy" or (kind == "Membership" and line.factoid.organisation):
            yield from _posts(dossier, line, kind, document)
        elif kind in ("Family", "Associate") and line.related:
            yield from _ties(dossier, line, kind, document)
        elif kind in ("Event", "Family", "Associate", "Membership"):
            yield _event(dossier, line, document)


def _person(dossier: Dossier, lines: list[DossierLine], documents: dict[str, str]) -> Json:
    summary = dossier.summary
    properties: dict[str, list[str]] = {
        "name": [summary.name],
        "alias": [name for name in summary.names if name != summary.name],
        "gender": list(
            dict.fromkeys(GENDERS[p.persona.gender] for p in dossier.personas if p.persona.gender)
        ),
        "proof": [documents[source] for source in summary.sources if source in documents],
    }
    kinds = load("exchange_maps")["types"]
    for line in lines:
        factoid, name = line.factoid, kinds.get(line.factoid.type, {}).get("ftm", "")
        if name and name[0].islower() and factoid.certainty is not Certainty.ASSERTED:
            properties.setdefault("notes", []).append(_summary(line))  # a property would state it as a fact
        elif name in ("birthDate", "deathDate"):
            properties.setdefault(name, []).extend(_dates(line))
            if name == "birthDate" and factoid.place:
                properties.setdefault("birthPlace", []).append(factoid.place)
            if not _dates(line):
                properties.setdefault("notes", []).append(_summary(line))
        elif name == "education":
            properties.setdefault(name, []).append(sentence_of(line))
        elif name == "notes":
            properties.setdefault(name, []).append(_summary(line))
        elif name and name[0].islower() and factoid.value:
            properties.setdefault(name, []).append(factoid.value)
    return _entity(summary.id, "Person", properties)


def _posts(dossier: Dossier, line: DossierLine, kind: str, document: str) -> Iterator[Json]:
    """Yield a post and who holds it, or a body and its member."""
    factoid, person = line.factoid, dossier.summary.id
    body = factoid.organisation
    if body:
        yield _entity(body_id(body), "Organization", {"name": [body]})
    interval = {"summary": [_summary(line)], "proof": [document], **_interval(line)}
    if kind == "Membership":
        ends = {"member": [person], "organization": [body_id(body or "")]}
        role = [role] if (role := factoid.role or factoid.value) else []
        yield _entity(factoid.id, "Membership", {**ends, "role": role, **interval})
        return
    title = ", ".join(part for part in (factoid.role, body, factoid.place) if part) or label_of(line)
    post = digest("post", " ".join(title.casefold().split()))
    yield _entity(post, "Position", {"name": [title], "organization": [body_id(body)] if body else []})
    yield _entity(factoid.id, "Occupancy", {"holder": [person], "post": [post], **interval})


def _ties(dossier: Dossier, line: DossierLine, kind: str, document: str) -> Iterator[Json]:
    other = "relative" if kind == "Family" else "associate"
    for number, (person, _) in enumerate(line.related):
        if person != dossier.summary.id:
            properties = {
                "person": [dossier.summary.id],
                other: [person],
                "relationship": [line.factoid.role or label_of(line)],
                "summary": [_summary(line)],
                "proof": [document],
                **_interval(line),
            }
            yield _entity(f"{line.factoid.id}-{number}" if number else line.factoid.id, kind, properties)


def _event(dossier: Dossier, line: DossierLine, document: str) -> Json:
    factoid = line.factoid
    name = f"{dossier.summary.name}: {label_of(line)} {sentence_of(line)}".strip()
    properties = {
        "name": [name],
        "involved": [dossier.summary.id, *(person for person, _ in line.related)],
        "location": [factoid.place] if factoid.place else [],
        "summary": [_summary(line)],
        "proof": [document],
        **_interval(line),
    }
    return _entity(factoid.id, "Event", properties)


def _interval(line: DossierLine) -> dict[str, list[str]]:
    """Return the dates that an interval may have: nothing sharper than the source."""
    reach = reach_of(line.factoid.when)
    if reach is None or reach.is_about or reach.is_doubtful:
        return {}
    if reach.point:
        return {"date": [reach.point.iso]} if reach.point.year > 0 else {}
    if not reach.lasted:
        return {}
    ends = {"startDate": reach.begin, "endDate": reach.finish}
    return {name: [point.iso] for name, point in ends.items() if point and point.year > 0}


def _dates(line: DossierLine) -> list[str]:
    return [date for dates in _interval(line).values() for date in dates]


def _summary(line: DossierLine) -> str:
    """Return the source's words, with what the entity cannot say: the date as it is, and doubt."""
    told = [line.factoid.date or "", doubts_of(line)]
    aside = "; ".join(part for part in told if part)
    return f"“{' '.join(line.factoid.quote.split())}” ({line.source}){f' [{aside}]' if aside else ''}"


def _document(source: Source) -> Json:
    properties = {
        "fileName": [source.origin.rsplit("/", 1)[-1] or source.name],
        "title": [source.title or source.name],
        "author": [source.creator] if source.creator else [],
        "mimeType": [source.media_type],
        "sourceUrl": [source.origin] if source.origin.startswith("http") else [],
    }
    return _entity(_document_id(source), "Document", properties)


def _document_id(source: Source) -> str:
    return digest("doc", source.id)


def _entity(key: str, schema: str, properties: dict[str, list[str]]) -> Json:
    values = {name: list(dict.fromkeys(v for v in given if v)) for name, given in sorted(properties.items())}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: given for name, given in values.items() if given},
        "datasets": ["factoid"],
    }
