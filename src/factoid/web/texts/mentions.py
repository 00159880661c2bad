"""Who is mentioned in a text, each in a style of its own, by the reading or by what people say instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factoid.model import Persona, Span
from factoid.resources.catalogue import Catalogue
from factoid.web.addresses import address_of_mention, address_of_person, one_line
from factoid.web.texts.marks import Mark

STYLES = 12  #: ways of marking a person; the thirteenth looks like the first


@dataclass(frozen=True, slots=True)
class PersonInText:
    """A persona of the source and the style that marks it."""

    persona: Persona
    style: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """What people say of the mentions of a source, and where a click on one leads."""

    #: the persona that some words mean instead, by words
    instead: Mapping[Span, str] = field(default_factory=dict)
    correcting: str = ""  #: short name of the source while its mentions are being corrected
    root: str = ""  #: what stands before every address


def people_in_text(personas: Sequence[Persona]) -> tuple[PersonInText, ...]:
    """Return the personas, most mentioned first, each with a style of its own as long as there are styles."""
    ranked = sorted(personas, key=lambda persona: (-len(persona.mentions), persona.name))
    return tuple(PersonInText(persona, place % STYLES) for place, persona in enumerate(ranked))


def marks_of_mentions(
    people: Iterable[PersonInText], shown: Span, meaning: Meaning, words: Catalogue, *, layer: int
) -> Iterator[Mark]:
    """Yield the mentions in a stretch of the text, each as a link."""
    by_id = {person.persona.id: person for person in people}
    for person in by_id.values():
        for at in (mention.span for mention in person.persona.mentions):
            if at.overlaps(shown):
                meant = by_id.get(meaning.instead.get(at, ""), person)
                yield _mark(at, meant, person, meaning, words, layer)


def _mark(
    at: Span, meant: PersonInText, read_as: PersonInText, meaning: Meaning, words: Catalogue, layer: int
) -> Mark:
    name, is_corrected = one_line(meant.persona.name), meant is not read_as
    said = words.say("meant.instead_of", name=name, read=one_line(read_as.persona.name))
    address = (
        address_of_mention(meaning.correcting, at.start, at.end)
        if meaning.correcting
        else address_of_person(meant.persona.id)
    )
    return Mark(
        start=at.start,
        end=at.end,
        tag="a",
        layer=layer,
        attributes=(
            ("class", f"who who-{meant.style}{' is-meant' if is_corrected else ''}"),
            ("href", meaning.root + address),
            ("title", said if is_corrected else name),
        ),
    )
