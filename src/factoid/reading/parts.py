"""Large texts are read part by part, in bounded memory, and the persons of the parts put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from factoid.model import Factoid, Mention, Organisation, Persona, Place, Span, Text

PART = 200_000  #: characters that are parsed and resolved together: a book of 120 pages


def parts_of(text: Text) -> Iterator[Span]:
    """Yield stretches of whole segments, each about `PART` characters, that cover the text."""
    start = end = 0
    for segment in text.segments:
        if segment.end - start > PART and end > start:
            yield Span(start, end)
            start = segment.start
        end = segment.end
    if end > start:
        yield Span(start, end)


@dataclass(slots=True)
class Joined:
    """What the parts of a text have found, put together."""

    _first: dict[str, Persona] = field(default_factory=dict)  #: id -> persona as its first part knew it
    _again: dict[str, list[Persona]] = field(default_factory=lambda: defaultdict(list))
    _names: dict[str, str] = field(default_factory=dict)  #: id -> the id of the one it was joined to
    _full: dict[str, str] = field(default_factory=dict)  #: full name -> id
    _parts: dict[str, set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )  #: id -> where it is spoken of
    _part: int = 0
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
        """Take in a part. Persons of one full name are one, and so is an unnamed *I* with the one before."""
        self._part += 1
        for persona in personas:
            kept = persona.id
            if _is_full(persona):
                kept = self._full.setdefault(persona.name.casefold(), kept)
            elif persona.id == narrator and self._narrator and not persona.is_named:
                kept = self._narrator
            self._names[persona.id] = kept
            self._parts[kept].add(self._part)
            if kept in self._first:
                self._again[kept].append(persona)
            else:
                self._first[kept] = persona
        if narrator is not None and not self._narrator:
            self._narrator = self._names[narrator]
        for organisation in organisations:
            self._organisations[organisation.name].append(organisation)
        for place in places:
            self._places[place.name].append(place)

    def personas(self) -> tuple[tuple[Persona, ...], Mapping[str, str]]:
        """Return the personas, and the id that the statements of each one now belong under."""
        moved = dict(self._called_by_surname())
        for old, new in moved.items():
            self._again[new] += [self._first.pop(old), *self._again.pop(old, ())]
        names = {persona: moved.get(kept, kept) for persona, kept in self._names.items()}
        return tuple(_one(p, self._again.get(p.id, ())) for p in self._first.values()), names

    def _called_by_surname(self) -> Iterator[tuple[str, str]]:
        """Yield whom a part knows by surname alone, with the only one in the text who bears it.

        Within a part the reader has put such names to their persons, or kept them apart with reason.
        """
        bearers: dict[str, list[str]] = defaultdict(list)
        for name, bearer in self._full.items():
            bearers[name.split()[-1]].append(bearer)
        for persona in self._first.values():
            found = bearers.get(persona.name.casefold(), ()) if persona.is_named else ()
            if len(found) == 1 and self._may_be(persona, self._first[found[0]]):
                yield persona.id, found[0]

    def _may_be(self, one: Persona, other: Persona) -> bool:
        sexes_agree = not (one.gender and other.gender) or one.gender == other.gender
        return sexes_agree and self._parts[one.id].isdisjoint(self._parts[other.id])

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
        person = names[factoid.person]
        related = tuple(names[r] for r in factoid.related)
        if person == factoid.person and related == factoid.related:
            yield factoid
        else:
            yield replace(factoid, person=person, related=related)


def _is_full(persona: Persona) -> bool:
    return persona.is_named and " " in persona.name


def _one(first: Persona, again: Iterable[Persona]) -> Persona:
    """Return one persona of what several parts know of it."""
    parts = (first, *again)
    if len(parts) == 1:
        return first
    return replace(
        first,
        forms=tuple(dict.fromkeys(form for p in parts for form in p.forms)),
        mentions=tuple(sorted(dict.fromkeys(m for p in parts for m in p.mentions), key=_place_of)),
        gender=next((p.gender for p in parts if p.gender), None),
    )


def _place_of(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
