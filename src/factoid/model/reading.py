"""What a reader makes of one source: mentions, personas, times and factoids. Evidence only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from factoid.model.factoid import Factoid
from factoid.model.ids import digest
from factoid.model.text import Segment, Source, Span
from factoid.model.when import When


class MentionForm(StrEnum):
    """How a mention speaks of somebody."""

    NAME = "name"
    NOMINAL = "nominal"  #: the fugitive, his older brother
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that means a person."""

    start: int
    end: int
    form: MentionForm

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """The mentions of one source that mean one person."""

    id: str
    name: str  #: the fullest form the text gives; for the unnamed a description: ``wife of Genrikh Lyushkov``
    forms: tuple[str, ...] = ()  #: every distinct form but pronouns, proper names first
    mentions: tuple[Mention, ...] = ()  #: every mention, pronouns too, in text order
    gender: str | None = None  #: ``f``, ``m`` or None where the text does not tell
    is_named: bool = True


def persona_id(source_id: str, anchor: Span) -> str:
    """Return the id of a persona, given where it is first mentioned (by name, if it has one)."""
    return digest("p", source_id, anchor.start, anchor.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body named in a source."""

    id: str
    name: str
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in a source; the point and the address of a gazetteer entry where it was resolved."""

    id: str
    name: str
    mentions: tuple[Span, ...] = ()
    lat: float | None = None
    lon: float | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of the source that can be put on a calendar."""

    start: int
    end: int
    text: str
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a person should know about a source, with the words that show it."""

    kind: str
    note: str
    start: int = 0
    end: int = 0
    confidence: float = 1.0  #: how sure, in 0 to 1: 1 for what is plain to see


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one reader found in one source. The rows that grow with the text are packed where they are long."""

    source: Source
    text_sha256: str
    reader: str  #: name and version of the whole reader: ``rules@9``
    segments: tuple[Segment, ...] = ()
    personas: Sequence[Persona] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    times: Sequence[TimeExpression] = ()
    factoids: Sequence[Factoid] = ()
    findings: tuple[Finding, ...] = ()
    declined: Mapping[str, int] = field(default_factory=dict, hash=False)  #: reason -> statements not emitted
    addresses: tuple[tuple[str, str], ...] = ()
    """(id of the source, a persona or a factoid; its address elsewhere), as the source itself gives them"""
