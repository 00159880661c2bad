"""Readings as JSON: the shape of the gold standard, and what a reading adds to it.

`resources/reading.schema.json` is the same promise as a JSON Schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factoid.errors import ReadingShapeError
from factoid.model.factoid import SLOTS, Certainty, Factoid
from factoid.model.reading import (
    Finding,
    Mention,
    MentionForm,
    Organisation,
    Persona,
    Place,
    Reading,
    TimeExpression,
)
from factoid.model.rows import packed
from factoid.model.text import Segment, SegmentKind, Source, Span
from factoid.model.when import Bounds, Extent, When, day_of_iso, iso_of

Json = dict[str, Any]


def json_of_reading(reading: Reading) -> Json:
    """Return the reading as plain JSON values. Nothing is lost: `reading_of_json` gives it back."""
    return {
        name: list(value) if isinstance(value, Iterator) else value
        for name, value in shape_of_reading(reading).items()
    }


def shape_of_reading(reading: Reading) -> Json:
    """Return the same with iterators for the lists that grow with the text, so that they can be written."""
    source = reading.source
    return {
        "source": source.name,
        "title": source.title,
        "url": source.origin if "://" in source.origin else None,
        "language": source.language,
        "published": source.published,
        "creator": source.creator,
        "origin": source.origin,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "content_sha256": source.content_sha256,
        "text_sha256": reading.text_sha256,
        "reader": reading.reader,
        "furniture": [[s.start, s.end] for s in reading.segments if s.kind is SegmentKind.FURNITURE],
        "segments": (_of_segment(s) for s in reading.segments),
        "persons": (json_of_persona(p) for p in reading.personas),
        "organisations": (_of_organisation(o) for o in reading.organisations),
        "places": (_of_place(p) for p in reading.places),
        "times": (_of_time(t) for t in reading.times),
        "factoids": (json_of_factoid(f) for f in reading.factoids),
        "findings": [
            {"kind": f.kind, "start": f.start, "end": f.end, "note": f.note, "confidence": f.confidence}
            for f in reading.findings
        ],
        "declined": dict(reading.declined),
        **({"addresses": [list(pair) for pair in reading.addresses]} if reading.addresses else {}),
    }


def json_of_factoid(factoid: Factoid) -> Json:
    """Return one factoid in the shape of the gold standard, with its spans and inferences."""
    spans: Json = {name: list(span) for name, span in sorted(factoid.spans.items())}
    spans["related"] = [list(s) if s else None for s in factoid.related_spans]
    return {
        "id": factoid.id,
        "person": factoid.person,
        "type": factoid.type,
        **{slot: getattr(factoid, slot) for slot in SLOTS},
        "related": list(factoid.related),
        "date": factoid.date,
        "when": _of_when(factoid.when) if factoid.when else None,
        "certainty": str(factoid.certainty),
        "said_by": factoid.said_by,
        "quote": factoid.quote,
        "start": factoid.start,
        "end": factoid.end,
        "spans": spans,
        "inference": dict(sorted(factoid.inference.items())),
        "reader": factoid.reader,
        "model": factoid.model,
        "confidence": factoid.confidence,
    }


def reading_of_json(data: Json) -> Reading:
    """Return the reading that `json_of_reading` wrote; `ReadingShapeError` says what is missing."""
    try:
        source = Source(
            name=data["source"],
            content_sha256=data["content_sha256"],
            origin=data["origin"],
            media_type=data["media_type"],
            title=data.get("title"),
            creator=data.get("creator"),
            published=data.get("published"),
            language=data.get("language"),
            encoding=data.get("encoding", "utf-8"),
        )
        return Reading(
            source=source,
            text_sha256=data["text_sha256"],
            reader=data["reader"],
            segments=tuple(_segment(s) for s in data["segments"]),
            personas=packed(persona_of_json(p) for p in data["persons"]),
            organisations=tuple(
                Organisation(id=o["id"], name=o["name"], mentions=_spans(o["mentions"]))
                for o in data["organisations"]
            ),
            places=tuple(
                Place(
                    id=p["id"],
                    name=p["name"],
                    mentions=_spans(p["mentions"]),
                    lat=p["lat"],
                    lon=p["lon"],
                    uri=p["uri"],
                )
                for p in data["places"]
            ),
            times=packed(time_of_json(t) for t in data["times"]),
            factoids=packed(factoid_of_json(f, source.id) for f in data["factoids"]),
            findings=tuple(Finding(**f) for f in data["findings"]),
            declined=data.get("declined", {}),
            addresses=tuple((key, uri) for key, uri in data.get("addresses", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReadingShapeError(f"not a reading: {type(error).__name__} at {error}") from error


def factoid_of_json(data: Json, source_id: str) -> Factoid:
    """Return the factoid that `json_of_factoid` wrote."""
    spans = {name: _span(span) for name, span in data["spans"].items() if name != "related" and span}
    return Factoid(
        source=source_id,
        person=data["person"],
        type=data["type"],
        quote=data["quote"],
        start=_place(data["start"]),
        end=_place(data["end"]),
        **{slot: data.get(slot) for slot in SLOTS},
        related=tuple(data["related"]),
        when=_when(data["when"]) if data.get("when") else None,
        certainty=Certainty(data["certainty"]),
        said_by=data.get("said_by"),
        spans=spans,
        related_spans=tuple(_span(s) if s else None for s in data["spans"].get("related", ())),
        inference=data.get("inference", {}),
        reader=data.get("reader", ""),
        model=data.get("model", ""),
        confidence=data.get("confidence", 1.0),
    )


def _of_segment(segment: Segment) -> Json:
    out: Json = {"kind": str(segment.kind), "start": segment.start, "end": segment.end, "why": segment.why}
    return out | ({} if segment.repeats is None else {"repeats": segment.repeats})


def _segment(data: Json) -> Segment:
    return Segment(
        kind=SegmentKind(data["kind"]),
        start=_place(data["start"]),
        end=_place(data["end"]),
        why=data.get("why", ""),
        repeats=data.get("repeats"),
    )


def json_of_persona(persona: Persona) -> Json:
    """Return one persona with every mention."""
    return {
        "id": persona.id,
        "name": persona.name,
        "forms": list(persona.forms),
        "mentions": [[m.start, m.end] for m in persona.mentions],
        "mention_forms": [str(m.form) for m in persona.mentions],
        "gender": persona.gender,
        "is_named": persona.is_named,
    }


def persona_of_json(data: Json) -> Persona:
    """Return the persona that `json_of_persona` wrote."""
    mentions = zip(data["mentions"], data["mention_forms"], strict=True)
    return Persona(
        id=data["id"],
        name=data["name"],
        forms=tuple(data["forms"]),
        mentions=tuple(Mention(start, end, MentionForm(form)) for (start, end), form in mentions),
        gender=data.get("gender"),
        is_named=data.get("is_named", True),
    )


def _of_organisation(organisation: Organisation) -> Json:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "mentions": [list(m) for m in organisation.mentions],
    }


def _of_place(place: Place) -> Json:
    return {
        "id": place.id,
        "name": place.name,
        "mentions": [list(m) for m in place.mentions],
        "lat": place.lat,
        "lon": place.lon,
        "uri": place.uri,
    }


def _of_time(time: TimeExpression) -> Json:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "edtf": time.when.edtf,
        "basis": time.when.basis,
        "when": _of_when(time.when),
    }


def time_of_json(data: Json) -> TimeExpression:
    """Return the words about time that `json_of_reading` wrote."""
    return TimeExpression(_place(data["start"]), _place(data["end"]), data["text"], _when(data["when"]))


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_span(pair) for pair in pairs)


def _span(pair: Any) -> Span:
    start, end = pair
    return Span(_place(start), _place(end))


def _place(offset: Any) -> int:
    """Return an offset; `TypeError` for what only looks like one: *12.0* is no place in a text."""
    if not isinstance(offset, int):
        raise TypeError(f"{offset!r} is no place in a text")
    return offset


def _of_when(when: When) -> Json:
    return {
        "words": when.words,
        "edtf": when.edtf,
        "start": [None if day is None else iso_of(day) for day in when.start],
        "end": [None if day is None else iso_of(day) for day in when.end],
        "extent": str(when.extent),
        "calendar": when.calendar,
        "basis": when.basis,
    }


def _when(data: Json) -> When:
    start, end = (
        Bounds(*(None if day is None else day_of_iso(day) for day in data[side])) for side in ("start", "end")
    )
    return When(
        words=data["words"],
        edtf=data["edtf"],
        start=start,
        end=end,
        extent=Extent(data["extent"]),
        calendar=data["calendar"],
        basis=data["basis"],
    )
