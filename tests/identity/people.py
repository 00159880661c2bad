"""Personas out of thin air, for the tests of identity."""

from __future__ import annotations

import random
from collections.abc import Sequence

from factoid.model import (
    Anchor,
    Judgement,
    Mention,
    MentionForm,
    Persona,
    PersonaInSource,
    PersonLink,
    Span,
    Verdict,
)

WIDTH = 40  #: characters between the mentions of two personas of one source


def persona(
    source: str,
    place: int,
    name: str,
    forms: Sequence[str] = (),
    *,
    gender: str | None = None,
    is_named: bool | None = None,
) -> PersonaInSource:
    """Return the persona mentioned at a place of a source; its id is ``source/place``."""
    start = place * WIDTH
    named = name[:1].isupper() if is_named is None else is_named
    return PersonaInSource(
        source=source,
        source_id=f"s-{source}",
        persona=Persona(
            id=f"{source}/{place}",
            name=name,
            forms=tuple(forms) or (name,),
            mentions=(Mention(start, start + 10, MentionForm.NAME if named else MentionForm.NOMINAL),),
            gender=gender,
            is_named=named,
        ),
    )


def cast(**sources: Sequence[str]) -> list[PersonaInSource]:
    """Return the personas of sources, each given as the names that stand in it one after the other."""
    return [persona(source, i, name) for source, names in sources.items() for i, name in enumerate(names)]


def judged(
    verdict: Verdict, left: str, right: str, *, number: int = 1, author: str = "human:ab", reason: str = ""
) -> Judgement:
    """Return a judgement on two personas, given by their ids."""
    return Judgement(
        verdict=verdict,
        author=author,
        made="2026-01-01T00:00:00+00:00",
        reason=reason,
        left=anchor(left),
        right=anchor(right),
        id=number,
    )


def anchor(persona_id: str) -> Anchor:
    """Return the place where the persona is mentioned."""
    source, _, place = persona_id.partition("/")
    start = int(place) * WIDTH
    return Anchor(f"s-{source}", Span(start, start + 10))


def groups(links: Sequence[PersonLink]) -> set[tuple[str, ...]]:
    """Return those persons that have several personas."""
    return {link.personas for link in links if len(link.personas) > 1}


def crowd(size: int, *, per_source: int = 20, seed: int = 1) -> list[PersonaInSource]:
    """Return many personas of invented names, about half of them named in several sources."""
    chance = random.Random(seed)
    onsets, vowels = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v"], "aeiou"

    def word(syllables: int) -> str:
        return "".join(chance.choice(onsets) + chance.choice(vowels) for _ in range(syllables)).title()

    given = [word(2) for _ in range(200)]
    people = [f"{chance.choice(given)} {word(3)}" for _ in range(size // 2)]
    found = []
    for i in range(size):
        name = chance.choice(people)
        shown = name.split()[1] if chance.random() < 0.2 else name
        found.append(persona(f"source{i // per_source}", i % per_source, shown))
    return found
