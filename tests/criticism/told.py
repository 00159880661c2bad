"""Statements of invented sources, for the tests of criticism."""

from __future__ import annotations

from typing import Any

from factoid.dates import when_of_edtf
from factoid.model import Attestation, Certainty, Deed, DossierLine, Factoid, Span, digest


def line(source: str, kind: str, quote: str, date: str | None = None, **fields: Any) -> DossierLine:
    """A factoid of a source; ``others`` are names of related persons, ``at`` where the quote stands."""
    others, at = fields.pop("others", ()), fields.pop("at", None)
    start = at if at is not None else int(digest("q", quote)[2:6], 16)
    spans = fields.pop("spans", {"date": Span(start, start + 1)} if date else {})
    known = {"confidence": 0.8, **fields}
    return DossierLine(
        factoid=Factoid(
            source=digest("s", source),
            person=digest("p", source, "subject"),
            type=kind,
            quote=quote,
            start=start,
            end=start + len(quote),
            when=when_of_edtf(date) if date else None,
            related=tuple(digest("p", source, name) for name in others),
            spans=spans,
            **known,
        ),
        source=source,
        related=tuple((digest("p", name), name) for name in others),
    )


def life(*lines: DossierLine, deeds: tuple[Deed, ...] = (), **more: Any) -> Attestation:
    """What the lines say of one person."""
    return Attestation(person="p-1", name="Anna Berg", lines=lines, deeds=deeds, **more)


def denied(source: str, kind: str, quote: str, **fields: Any) -> DossierLine:
    """What a source says was not so."""
    return line(source, kind, quote, certainty=Certainty.DENIED, **fields)
