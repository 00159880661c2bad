"""What the chronology answers: bounds with their reasons, sets that cannot all hold, and what repairs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factoid.model import Bounds, When

UNBOUNDED = Bounds(None, None)


class Rule(StrEnum):
    """What a link of a chain rests on."""

    DATE = "date"  #: the source dates the event
    AGE = "age"  #: the source says how old somebody was
    DURATION = "duration"  #: the source says how long it lasted
    RELATION = "relation"  #: the source says that it was later, earlier, at the same time
    LIFE = "life"  #: nobody acts before birth or after death
    KIN = "kin"  #: parents are older than their children
    POST = "post"  #: a post ends when the successor's begins
    BODY = "body"  #: nobody serves in a body before it is founded or after it is dissolved
    PUBLISHED = "published"  #: nothing is reported before it happens
    TOLD = "told"  #: the source tells it in this order
    SPAN = "span"  #: nothing ends before it starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One link of a chain of reasons: the words of a source, or a rule that needs none."""

    rule: Rule
    sentence: str  #: what the link says, for people
    factoid: str | None = None  #: id of the statement that says so; None for a rule
    source: str | None = None  #: id of the source
    quote: str = ""  #: the source's words
    words: str = ""  #: those of them that count here: ``the age of 20``
    is_firm: bool = True  #: False for what only makes a time likely

    @property
    def is_rule(self) -> bool:
        """Whether it holds without anybody saying so."""
        return self.factoid is None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When the event of one factoid began and ended, as far as all statements together tell.

    ``start`` and ``end`` follow from firm statements alone; ``likely_start`` and ``likely_end`` also from
    inferences and from the order of telling, and are never wider.
    """

    start: Bounds = UNBOUNDED
    end: Bounds = UNBOUNDED
    likely_start: Bounds = UNBOUNDED
    likely_end: Bounds = UNBOUNDED
    why_earliest: tuple[Step, ...] = ()  #: why it cannot begin earlier
    why_latest: tuple[Step, ...] = ()  #: why it cannot end later
    why_likely_earliest: tuple[Step, ...] = ()
    why_likely_latest: tuple[Step, ...] = ()

    @property
    def earliest(self) -> int | None:
        """The first day on which it can have begun."""
        return self.start.earliest

    @property
    def latest(self) -> int | None:
        """The last day on which it can have ended."""
        return self.end.latest

    @property
    def likely_earliest(self) -> int | None:
        """The first day on which it is likely to have begun."""
        return self.likely_start.earliest

    @property
    def likely_latest(self) -> int | None:
        """The last day on which it is likely to have ended."""
        return self.likely_end.latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What happens to a contradiction if something is left out."""

    factoids: tuple[str, ...]  #: what is left out
    source: str | None = None  #: id of the source, where all it says on this is left out
    fits: bool  #: whether everything else fits then
    sentence: str  #: without … everything fits; without … it still does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A smallest set of statements that cannot all be true: leave any one out, and the others can."""

    factoids: tuple[str, ...]  #: ids, in the order in which the explanation needs them
    sentences: tuple[str, ...]  #: the explanation, one sentence per link, with quotes
    repairs: tuple[Repair, ...] = ()
    steps: tuple[Step, ...] = ()  #: the links in full, rules among them
    is_firm: bool = True  #: False where a rule that has exceptions is broken (a mother of sixty)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that take part."""
        return tuple(dict.fromkeys(step.source for step in self.steps if step.source))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A birth or death that no source dates, worked out from what they say."""

    person: str
    type: str  #: birth or death
    when: When  #: its ``basis`` names the reasons in short
    why: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """Everything that follows about time from a set of factoids."""

    times: Mapping[str, EventTime] = field(default_factory=dict, hash=False)  #: by factoid id
    #: by person, then birth, death or burial
    lives: Mapping[str, Mapping[str, EventTime]] = field(default_factory=dict, hash=False)
    contradictions: tuple[Contradiction, ...] = ()  #: what cannot all be true
    doubts: tuple[Contradiction, ...] = ()  #: what is possible, but breaks a rule that seldom fails
    inferred: tuple[Inferred, ...] = ()
    set_aside: tuple[str, ...] = ()  #: factoids that give no bounds, as they are part of a contradiction
    notes: tuple[str, ...] = ()  #: what could not be done, and what would help
