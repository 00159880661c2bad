"""What translation does to persons: given names in several languages, pronouns of the wrong gender."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from factoid.model import Finding, Persona, Span, Text
from factoid.names import PartKind, given_name_relation, is_given_name, parse_name
from factoid.resources import load

_GLOSSED = re.compile(
    r"[(\[]\s*$|\b(?:born|called|named|known as|alias|or|baptised|baptized|née|né)\s*[\"“‘]?$", re.I
)


def names_translated(text: Text, personas: Sequence[Persona]) -> Iterator[Finding]:
    """Yield, for a persona whose given name stands in forms of different languages, each form but the first.

    A form that the source itself explains (*Giovanni (John)*, *born Johann*) is no damage.
    """
    for persona in personas:
        places = {g: _first_use(text, persona, g) for g in dict.fromkeys(_given_names(persona))}
        used = sorted((place, given) for given, place in places.items() if place)
        others = [(p, g) for p, g in used[1:] if _is_translation(g, [first for _, first in used])]
        if not others:
            continue
        forms = ", ".join(given for _, given in used)
        confidence = 0.9 if len(others) > 1 else 0.6
        for place, _ in others:
            note = (
                f"One person's given name stands in several languages: {forms}. Perhaps a translator's doing."
            )
            yield Finding(
                kind="translated-name", note=note, start=place.start, end=place.end, confidence=confidence
            )


def _given_names(persona: Persona) -> Iterator[str]:
    if persona.is_named:
        for form in persona.forms:
            first = parse_name(form).parts[:1]
            yield from (
                part.text for part in first if part.kind is PartKind.GIVEN and is_given_name(part.text)
            )


def _is_translation(given: str, among: Sequence[str]) -> bool:
    return any(given_name_relation(given, other) == "translation" for other in among if other != given)


def _first_use(text: Text, persona: Persona, given: str) -> Span | None:
    """Return where the form is first used for the person, unless the words before it explain it."""
    for mention in persona.mentions:
        words = mention.span.of(text.content)
        at = re.search(rf"\b{re.escape(given)}\b", words)
        if at:
            start = mention.start + at.start()
            if not _GLOSSED.search(text.content, max(0, mention.start - 20), start):
                return Span(start, start + len(given))
    return None


def pronouns_without_anybody(
    content: str, passages: Sequence[Span], personas: Sequence[Persona]
) -> Iterator[Finding]:
    """Yield the pronouns of a gender that nobody in the whole text has: translated from a language without genders."""
    for gender, (pronouns, bearers) in _words_by_gender().items():
        if not personas or any(p.gender in (gender, None) for p in personas):
            continue
        if any(bearers.search(content, *passage) for passage in passages):
            continue
        for passage in passages:
            for match in pronouns.finditer(content, *passage):
                note = "Nobody in this text has the gender of this pronoun. Perhaps a mistranslation."
                yield Finding(
                    kind="pronoun-gender", note=note, start=match.start(), end=match.end(), confidence=0.6
                )


@cache
def _words_by_gender() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return, for each gender, its pronouns and the nouns that they may stand for beside persons."""
    genders = load("calques")["genders"]
    return {
        gender: (_any_of(words["pronouns"]), _any_of(words["nouns"])) for gender, words in genders.items()
    }


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
