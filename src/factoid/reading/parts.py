"""Large texts are read part by part, in bounded memory, and the persons of the parts put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factoid.model import Factoid, Organisation, Persona, Place, Span, Text
from factoid.reading.entities import Entities

PART = 400_000  #: characters that are parsed and resolved together: about a book of 250 pages


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


def join_personas(personas: Sequence[Persona]) -> tuple[tuple[Persona, ...], Mapping[str, str]]:
    """Make one persona of those in different parts that bear the same full name.

    Returns the personas, and the id that each one's statements now belong under.
    """
    first: dict[str, str] = {}
    names: dict[str, str] = {}
    joined: dict[str, Persona] = {}
    for persona in personas:
        is_full = persona.is_named and " " in persona.name
        kept = first.setdefault(persona.name.casefold(), persona.id) if is_full else persona.id
        names[persona.id] = kept
        joined[kept] = _both(joined[kept], persona) if kept in joined else persona
    return tuple(joined.values()), names


def _both(one: Persona, other: Persona) -> Persona:
    return replace(
        one,
        forms=tuple(dict.fromkeys((*one.forms, *other.forms))),
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
        gender=one.gender or other.gender,
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


def join_entities(entities: Sequence[Entities]) -> tuple[tuple[Organisation, ...], tuple[Place, ...]]:
    """Return the organisations and places of all parts, those of one name together."""
    organisations: dict[str, Organisation] = {}
    places: dict[str, Place] = {}
    for part in entities:
        for organisation in part.organisations:
            known = organisations.get(organisation.name)
            mentions = (*(known.mentions if known else ()), *organisation.mentions)
            organisations[organisation.name] = replace(known or organisation, mentions=mentions)
        for place in part.places:
            seen = places.get(place.name)
            mentions = (*(seen.mentions if seen else ()), *place.mentions)
            places[place.name] = replace(seen or place, mentions=mentions)
    return tuple(organisations.values()), tuple(places.values())
