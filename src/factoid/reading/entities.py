"""What the capitalised words of a text name: persons, organisations, places, awards.

The tagger was trained on newspapers; its labels are votes here, put together over the whole document with lexicons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.model import Organisation, Place
from factoid.reading.parse import ParsedText, Token, TokenSpan, offset_of

_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}


@dataclass(frozen=True)
class Entities:
    """The named things of one text, and for each token which of them it belongs to."""

    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    _named: Mapping[int, tuple[str, TokenSpan]] = field(
        default_factory=dict
    )  # where a token starts -> label, span

    def label_of(self, token: Token) -> str | None:
        """Return person, organisation, place, people (a nation or faith), award, work, event, or None."""
        found = self._named.get(offset_of(token))
        return found[0] if found else None

    def span_at(self, token: Token) -> TokenSpan | None:
        """Return the whole name that the token belongs to."""
        found = self._named.get(offset_of(token))
        return found[1] if found else None


def find_entities(parsed: ParsedText, *, source: str) -> Entities:
    """Label the named things of a text."""
    named: dict[int, tuple[str, TokenSpan]] = {}
    for segment in parsed.segments:
        for span in segment.doc.ents:
            label = _LABELS.get(span.label_)
            if label:
                named.update((offset_of(t), (label, span)) for t in span)
    return Entities((), (), named)
