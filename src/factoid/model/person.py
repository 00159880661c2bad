"""A person: personas of one or many sources judged the same. A view, never stored as truth."""

from __future__ import annotations

from dataclasses import dataclass

from factoid.model.anchor import Anchor
from factoid.model.factoid import Factoid
from factoid.model.judgement import Verdict
from factoid.model.reading import MentionForm, Persona
from factoid.model.when import Bounds
from factoid.model.wholeness import Sureness, sureness_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSummary:
    """A line in the list of people."""

    id: str
    name: str
    names: tuple[str, ...]  #: every proper form, most frequent first
    sources: tuple[str, ...]  #: short names
    factoids: int
    born: str | None = None  #: EDTF as the sources have it; several joined by ``|`` where they differ
    died: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a source tells of somebody besides the name, as far as it helps to know him elsewhere."""

    born: tuple[Bounds, ...] = ()  #: every birth it gives, in days
    died: tuple[Bounds, ...] = ()
    active: Bounds | None = None  #: the first and the last day at which it surely has the person do something
    places: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()  #: offices, ranks and occupations
    kin: tuple[tuple[str, str], ...] = ()  #: (what the other is to the person, that one's name)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaInSource:
    """A persona and the source it comes from."""

    source: str  #: short name
    source_id: str
    persona: Persona
    traces: Traces = Traces()

    @property
    def anchor(self) -> Anchor | None:
        """The place in the source where it is first named, or else spoken of: it outlives any reading."""
        mentions = self.persona.mentions
        first = next((m for m in mentions if m.form is MentionForm.NAME), next(iter(mentions), None))
        return Anchor(self.source_id, first.span) if first else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLine:
    """One factoid as the dossier shows it."""

    factoid: Factoid
    source: str  #: short name
    related: tuple[tuple[str, str], ...] = ()  #: (person id, name) of the others in the statement
    verdict: Verdict | None = None  #: a person's accept or reject
    protected: int = 0  #: how many others in the statement are not shown
    is_alone: bool = False  #: whether its source tells nothing else of the person

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the others in the statement; of those who are not shown, that there is somebody."""
        return (*(name for _, name in self.related), *("a protected person",) * self.protected)

    @property
    def sureness(self) -> Sureness:
        """How surely it was read; what somebody has checked is as sure as the verdict."""
        if self.verdict is None:
            return sureness_of(self.factoid, is_alone=self.is_alone)
        return Sureness.MISREAD if self.verdict is Verdict.REJECTED else Sureness.SURE

    @property
    def doubt_of_reading(self) -> Sureness | None:
        """How surely it was read, where that is to be said: it is not sure, and nobody has checked it."""
        return None if self.verdict or self.sureness is Sureness.SURE else self.sureness

    @property
    def is_weak(self) -> bool:
        """Whether one of its fields is too likely misread, and nobody has checked it: shown when asked for."""
        return self.doubt_of_reading is Sureness.MISREAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything the sources say about one person, the life in order."""

    summary: PersonSummary
    personas: tuple[PersonaInSource, ...]
    lines: tuple[DossierLine, ...]
    reasons: tuple[str, ...] = ()  #: why the personas are held to be one person, one line each


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLink:
    """Personas held to be one person, and why: what identity hands to the store."""

    person: str  #: id of the person: the smallest id of its personas
    personas: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    called: str = ""  #: the name, where only some of the personas are at hand
