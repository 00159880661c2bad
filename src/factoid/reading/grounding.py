"""Nothing without its words: the check that every factoid passes, whoever read it.

The quote must stand at its offsets; each field must stand at its span, or name the inference it rests on;
the person must be meant where the factoid says so; a date must not be sharper than its words. What fails is
declined and counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factoid.dates import TimePhrase, when_of_edtf
from factoid.model import SLOTS, Factoid, Persona, Reading, Span, Text, When
from factoid.reading.parts import parts_of
from factoid.reading.times import times_in

_FIELDS = frozenset((*SLOTS, "person", "date", "said_by"))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a reading that the text does not bear out."""

    reason: (
        str  #: for counting: ``quote``, ``field``, ``person``, ``date``, ``furniture``, ``shape``, ``text``
    )
    about: str  #: the id of the factoid or persona
    message: str


class Stretches:
    """Spans of a text, found by place: a long text has many."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted((*span, number) for number, span in enumerate(spans))
        self._widest = max((end - start for start, end, _ in self._spans), default=0)

    def at(self, span: Span) -> Iterator[int]:
        """Yield the numbers of those that share a character with the span."""
        first = bisect_left(self._spans, (span.start - self._widest,))
        last = bisect_left(self._spans, (span.end,))
        return (number for _, end, number in self._spans[first:last] if end > span.start)


@dataclass
class Ground:
    """A text as evidence: what may be quoted, who is meant where, what its words say about time."""

    text: Text
    personas: Mapping[str, Persona]
    times: Sequence[TimePhrase] = ()
    _unread: Stretches = field(init=False)
    _reaches: Stretches = field(init=False)
    _meant_at: dict[str, Stretches] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Note what may not be quoted, and where the words about time stand."""
        self._unread = Stretches(s.span for s in self.text.segments if not s.is_read)
        self._reaches = Stretches(map(_reach, self.times))

    def go_on_to(self, personas: Iterable[Persona], times: Sequence[TimePhrase]) -> None:
        """Turn to another part of the text, with persons and words about time of its own."""
        self.personas = {persona.id: persona for persona in personas}
        self.times = times
        self._reaches = Stretches(map(_reach, times))
        self._meant_at.clear()

    def problems(self, factoid: Factoid) -> Iterator[Problem]:
        """Yield everything that the factoid claims and the text does not bear out."""
        yield from self._quote(factoid)
        yield from self._fields(factoid)
        yield from self._people(factoid)
        yield from self._date(factoid)

    def _problem(self, reason: str, factoid: Factoid, message: str) -> Problem:
        return Problem(reason, factoid.id, f"{factoid.type} at {factoid.start}: {message}")

    def _quote(self, factoid: Factoid) -> Iterator[Problem]:
        content = self.text.content
        if not 0 <= factoid.start < factoid.end <= len(content):
            yield self._problem(
                "quote", factoid, f"the quote's offsets {factoid.start}-{factoid.end} are not in the text"
            )
        elif content[factoid.start : factoid.end] != factoid.quote:
            yield self._problem(
                "quote",
                factoid,
                f"the text there reads {content[factoid.start : factoid.end]!r}, not {factoid.quote!r}",
            )
        elif self._in_furniture(factoid.span):
            yield self._problem("furniture", factoid, "the quote stands in furniture or in a repetition")

    def _in_furniture(self, span: Span) -> bool:
        return any(True for _ in self._unread.at(span))

    def _fields(self, factoid: Factoid) -> Iterator[Problem]:
        content = self.text.content
        for name, span in factoid.spans.items():
            if name not in _FIELDS:
                yield self._problem("shape", factoid, f"there is no field {name}")
            elif not 0 <= span.start < span.end <= len(content):
                yield self._problem("field", factoid, f"the span of {name} is not in the text")
            elif self._in_furniture(span):
                yield self._problem("furniture", factoid, f"{name} stands in furniture or in a repetition")
        for name in (*SLOTS, "said_by"):
            words = getattr(factoid, name)
            found = factoid.spans.get(name)
            if words is None and found is not None:
                yield self._problem("field", factoid, f"{name} has a span and no words")
            elif words is not None and found is None and not factoid.inference.get(name):
                yield self._problem("field", factoid, f"{name} {words!r} has neither a span nor an inference")
            elif (
                words is not None and found is not None and _plain(Span(*found).of(content)) != _plain(words)
            ):
                yield self._problem(
                    "field",
                    factoid,
                    f"{name} is {words!r}, the text there reads {Span(*found).of(content)!r}",
                )

    def _people(self, factoid: Factoid) -> Iterator[Problem]:
        yield from self._meant(
            factoid, factoid.person, factoid.spans.get("person"), is_inferred="person" in factoid.inference
        )
        spans = factoid.related_spans or (None,) * len(factoid.related)
        if len(spans) != len(factoid.related):
            yield self._problem("shape", factoid, "as many spans as related persons are needed")
            return
        if factoid.person in factoid.related:
            yield self._problem("person", factoid, "the person is related to itself")
        for person, span in zip(factoid.related, spans, strict=True):
            yield from self._meant(factoid, person, span, is_inferred=True)

    def _meant(
        self, factoid: Factoid, person: str, span: Span | None, *, is_inferred: bool
    ) -> Iterator[Problem]:
        persona = self.personas.get(person)
        if persona is None:
            yield self._problem("person", factoid, f"the reading has no person {person}")
        elif span is None:
            if not is_inferred:
                yield self._problem(
                    "person", factoid, "neither a mention of the person nor an inference is given"
                )
        elif not self._is_mention(persona, span):
            yield self._problem(
                "person", factoid, f"{span.of(self.text.content)!r} is no mention of {persona.name}"
            )

    def _is_mention(self, persona: Persona, span: Span) -> bool:
        if persona.id not in self._meant_at:
            self._meant_at[persona.id] = Stretches(m.span for m in persona.mentions)
        return any(True for _ in self._meant_at[persona.id].at(span))

    def _date(self, factoid: Factoid) -> Iterator[Problem]:
        when, span = factoid.when, factoid.spans.get("date")
        if when is None:
            if span is not None:
                yield self._problem("date", factoid, "the date has a span and no value")
            return
        if not _is_consistent(when):
            yield self._problem("date", factoid, f"the bounds are not those of {when.edtf}")
        elif span is None and "date" not in factoid.inference:
            yield self._problem("date", factoid, f"{when.edtf} has neither words nor an inference")
        elif not self._is_told(when, span):
            yield self._problem("date", factoid, f"no words of the text give {when.edtf}")

    def _is_told(self, when: When, span: Span | None) -> bool:
        """Whether a date is no sharper than some words about time: those at its span, or any others."""
        if not self.times or when.basis != "stated":
            return True
        near = self.times if span is None else [self.times[number] for number in self._reaches.at(span)]
        for time in near:
            for told in (time.when, time.meant):
                if told is not None and (told.edtf == when.edtf or when.days.holds(told.days)):
                    return True
        return span is not None and _states_year(span.of(self.text.content), when)


def sift(factoids: Iterable[Factoid], ground: Ground, declined: Counter[str]) -> Iterator[Factoid]:
    """Yield the factoids that stand in the text; count the others by reason in ``declined``."""
    for factoid in factoids:
        problem = next(ground.problems(factoid), None)
        if problem is None:
            yield factoid
        else:
            declined[problem.reason] += 1


def verify_reading(reading: Reading, content: str) -> list[Problem]:
    """Return everything in a reading that a text does not bear out; empty for a sound reading.

    ``content`` is the text that was read, character for character.
    """
    text = Text(content, reading.segments)
    if text.sha256 != reading.text_sha256:
        return [Problem("text", reading.source.name, "this is not the text that was read: its hash differs")]
    times = [time for part in parts_of(text) for time in times_in(text, part, reading.source.language)]
    ground = Ground(text, {p.id: p for p in reading.personas}, times)
    problems = list(_of_personas(reading, ground))
    for factoid in reading.factoids:
        problems += ground.problems(factoid)
    return problems


def _of_personas(reading: Reading, ground: Ground) -> Iterator[Problem]:
    content = ground.text.content
    for persona in reading.personas:
        for mention in persona.mentions:
            if not 0 <= mention.start < mention.end <= len(content):
                yield Problem(
                    "person", persona.id, f"a mention of {persona.name} at {mention.start} is not in the text"
                )
        if (
            persona.is_named
            and persona.forms
            and not any(" ".join(m.span.of(content).split()) in persona.forms for m in persona.mentions)
        ):
            yield Problem("person", persona.id, f"no form of {persona.name} stands at any of its mentions")
    for time in reading.times:
        if content[time.start : time.end] != time.text:
            yield Problem(
                "date", reading.source.name, f"the text at {time.start} does not read {time.text!r}"
            )


def _is_consistent(when: When) -> bool:
    """Whether the bounds lie within what the EDTF says; they may be closer (*early 1579*), never wider."""
    try:
        return when_of_edtf(when.edtf).days.holds(when.days)
    except ValueError:
        return False


def _states_year(words: str, when: When) -> bool:
    """Whether the words are the year itself, or its last digits in a range (*1805-41*)."""
    digits = words.strip()
    if not digits.isdigit() or not when.edtf.removeprefix("-").isdigit():
        return False
    if int(when.edtf) <= 0:  # *58-29 BC*: EDTF has a year 0
        return 1 - int(when.edtf) == int(digits)
    return when.edtf.endswith(digits)


def _reach(time: TimePhrase) -> Span:
    return Span(min(time.start, time.whole.start), max(time.end, time.whole.end)) if time.whole else time.span


def _plain(words: str) -> str:
    return " ".join(words.split())
