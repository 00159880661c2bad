"""Large texts are read part by part, in bounded memory, and the persons of the parts put together."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factoid.model import (
    Factoid,
    Mention,
    MentionForm,
    Organisation,
    Packing,
    Persona,
    Place,
    Segment,
    Span,
    Text,
    packed,
)

PART = 200_000  #: characters that are parsed and resolved together: a book of 120 pages

_FORMS = tuple(MentionForm)


def parts_of(text: Text, size: int = PART) -> Iterator[Span]:
    """Yield stretches of whole segments, each about ``size`` characters, that cover the text.

    Of a segment that is longer, as of a text without a single line break, they are stretches of sentences.
    """
    start = end = 0
    for segment in text.segments:
        if segment.end - start > size and end > start:
            yield Span(start, end)
            start = segment.start
        end = segment.end
        while end - start > size:
            cut = end_of_piece(text.content, start, size)
            yield Span(start, cut)
            start = cut
    if end > start:
        yield Span(start, end)


def end_of_piece(content: str, start: int, size: int) -> int:
    """Return where a piece of at most ``size`` characters ends: with a sentence, or at least with a word."""
    window = content[start : start + size]
    cut = max(window.rfind(". "), window.rfind(".\n"), window.rfind("\n\n"))
    if cut < size // 2:
        cut = window.rfind(" ")
    return start + (cut if cut > 0 else size - 1) + 1


def segments_in(text: Text, stretch: Span) -> Sequence[Segment]:
    """Return the segments that have a character in the stretch."""
    first = bisect_right(text.segments, stretch.start, key=_end_of)
    return text.segments[first : bisect_left(text.segments, stretch.end, key=_start_of)]


@dataclass(slots=True)
class _Known:
    """What must be kept of a named person to know them again in another part."""

    name: str
    gender: str | None
    parts: tuple[int, ...]  #: where the person is spoken of


@dataclass(slots=True)
class _Again:
    """What later parts know of a person."""

    forms: dict[str, None] = field(default_factory=dict)
    mentions: array[int] = field(default_factory=lambda: array("q"))  #: start, end, form; start, end, form
    gender: str | None = None

    def add(self, persona: Persona) -> None:
        self.forms.update(dict.fromkeys(persona.forms))
        for m in persona.mentions:
            self.mentions.extend((m.start, m.end, _FORMS.index(m.form)))
        self.gender = self.gender or persona.gender


@dataclass(slots=True)
class Joined:
    """What the parts of a text have found, put together. Only names are at hand; the rest is packed."""

    _personas: Packing[Persona] = field(default_factory=Packing)  #: as the parts know them, in their order
    _known: dict[str, _Known] = field(default_factory=dict)  #: id -> a named person as first spoken of
    _names: dict[str, str] = field(default_factory=dict)  #: id -> the id of the other one it was joined to
    _full: dict[str, str] = field(default_factory=dict)  #: full name -> id
    _part: tuple[int, ...] = (0,)
    _narrator: str = ""
    _organisations: dict[str, list[Organisation]] = field(default_factory=lambda: defaultdict(list))
    _places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def add(
        self,
        personas: Iterable[Persona],
        organisations: Iterable[Organisation] = (),
        places: Iterable[Place] = (),
        *,
        narrator: str | None = None,
    ) -> None:
        """Take in a part. Persons of one full name in two parts are one, and so are two unnamed *I*."""
        self._part = (self._part[0] + 1,)
        personas = tuple(personas)
        self._personas.add(personas)
        for persona in personas:
            kept = self._kept(persona, narrator)
            if kept != persona.id:
                self._names[persona.id] = kept
            if kept in self._known:
                self._known[kept].parts += self._part
            elif persona.is_named:
                self._known[kept] = _Known(persona.name, persona.gender, self._part)
        if narrator is not None and not self._narrator:
            self._narrator = self._names.get(narrator, narrator)
        for organisation in organisations:
            self._organisations[organisation.name].append(organisation)
        for place in places:
            self._places[place.name].append(place)

    def _kept(self, persona: Persona, narrator: str | None) -> str:
        """Return the id of the one that the persona is: its own, or that of one of a part before."""
        if _is_full(persona):
            first = self._full.setdefault(persona.name.casefold(), persona.id)
            is_namesake = first in self._known and self._known[first].parts[-1:] == self._part
            return persona.id if is_namesake else first
        if persona.id == narrator and self._narrator and not persona.is_named:
            return self._narrator
        return persona.id

    def personas(self) -> tuple[Sequence[Persona], Mapping[str, str]]:
        """Return the personas, and for the ids of those that were joined to others the ids of those."""
        moved = dict(self._called_by_surname())
        names = {persona: moved.get(kept, kept) for persona, kept in self._names.items()} | moved
        rows = self._personas.done()
        if not names:
            return rows, names
        again: dict[str, _Again] = defaultdict(_Again)
        for persona in rows:
            if persona.id in names:
                again[names[persona.id]].add(persona)
        return packed(_one(p, again.get(p.id)) for p in rows if p.id not in names), names

    def _called_by_surname(self) -> Iterator[tuple[str, str]]:
        """Yield whom a part knows by surname alone, with the only one in the text who bears it.

        Within a part the reader has put such names to their persons, or kept them apart with reason.
        """
        bearers: dict[str, list[str]] = defaultdict(list)
        for name, bearer in self._full.items():
            bearers[name.split()[-1]].append(bearer)
        for persona, known in self._known.items():
            found = bearers.get(known.name.casefold(), ())
            if len(found) == 1 and _may_be(known, self._known[found[0]]):
                yield persona, found[0]

    def organisations(self) -> tuple[Organisation, ...]:
        """Return the organisations, those of one name together."""
        return tuple(
            replace(same[0], mentions=tuple(m for o in same for m in o.mentions))
            for same in self._organisations.values()
        )

    def places(self) -> tuple[Place, ...]:
        """Return the places, those of one name together."""
        return tuple(
            replace(same[0], mentions=tuple(m for p in same for m in p.mentions))
            for same in self._places.values()
        )


def rename(factoids: Iterable[Factoid], names: Mapping[str, str]) -> Iterator[Factoid]:
    """Put statements under the personas that theirs were joined to."""
    for factoid in factoids:
        person = names.get(factoid.person, factoid.person)
        related = tuple(names.get(r, r) for r in factoid.related)
        if person == factoid.person and related == factoid.related:
            yield factoid
        else:
            yield replace(factoid, person=person, related=related)


def _is_full(persona: Persona) -> bool:
    return persona.is_named and " " in persona.name


def _may_be(one: _Known, other: _Known) -> bool:
    sexes_agree = not (one.gender and other.gender) or one.gender == other.gender
    return sexes_agree and set(one.parts).isdisjoint(other.parts)


def _one(first: Persona, again: _Again | None) -> Persona:
    """Return one persona of what several parts know of it."""
    if again is None:
        return first
    rows = zip(*[iter(again.mentions)] * 3, strict=True)
    later = (Mention(start, end, _FORMS[form]) for start, end, form in rows)
    return replace(
        first,
        forms=tuple(dict.fromkeys((*first.forms, *again.forms))),
        mentions=tuple(sorted(dict.fromkeys((*first.mentions, *later)), key=_place_of)),
        gender=first.gender or again.gender,
    )


def _place_of(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _start_of(segment: Segment) -> int:
    return segment.start


def _end_of(segment: Segment) -> int:
    return segment.end
