"""What the words of a name say for and against a person by themselves: known names, places, endings, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from factoid.names import is_given_name, is_patronymic, parse_name, title_of
from factoid.names.model import Culture
from factoid.places.folding import fold_place
from factoid.places.settlements import settlements
from factoid.reading.lexicons import (
    around_names,
    demonyms,
    gazetteer,
    heads,
    kin_terms,
    known,
    never_persons,
    person_nouns,
)
from factoid.reading.name_run import NameRun
from factoid.reading.word_classes import noun_classes, verb_classes

_DOTTED = re.compile(r"(?:[^\W\d_a-z]\.?)+|[^\W\d_a-z][^\W\d_A-Z]{0,3}\.")  # R.N., Oxon., V
_NEW_WORLD = frozenset(["US", "CA", "AU", "NZ"])  #: whose settlements bear the surnames of settlers
_TOWN, _CITY = 15_000, 100_000  #: inhabitants today


def traits_of(run: NameRun) -> Iterator[str]:
    """Yield what the words of a name say by themselves, wherever they stand."""
    texts = [t.text for t in run.bare if t.text[:1].isalpha()]
    yield f"words:{min(len(texts), 4)}"
    if texts:
        yield from _person_words(texts)
        yield from _other_words(run, texts)
        yield from _shape(run)
        yield f"first_word:{_class_of(texts[0])}"
        yield f"last_word:{_class_of(texts[-1])}"


def _person_words(texts: list[str]) -> Iterator[str]:
    is_long = len(texts) > 1
    if is_given_name(texts[0]):
        yield "given_first" if is_long else "given_alone"
    if any(is_given_name(t) for t in texts[1:]):
        yield "given_inside"
    if any(is_patronymic(t) for t in texts[1:]):
        yield "patronymic"
    if any(t.endswith(".") and len(t) <= 3 for t in texts[:-1]):
        yield "initials"
    if any(t.lower() in person_nouns() or t.lower() in kin_terms() for t in texts):
        yield "person_noun_inside" if is_long else "person_noun_alone"
    if all(map(_is_mere_role, texts)):
        yield "mere_role"
    if any(t in around_names("name_particles") for t in texts):
        yield "particle"


def _is_mere_role(text: str) -> bool:
    """Whether the word says what somebody is, and is nobody's name: *Captain*, *Founder*; not *Dean*."""
    lower = text.lower().rstrip(".")
    title = title_of(text)
    is_role = lower in person_nouns() or lower in kin_terms() or (title is not None and not title.is_name_too)
    return is_role and not is_given_name(text)


def _other_words(run: NameRun, texts: list[str]) -> Iterator[str]:
    first = texts[0]
    if run.words[0].text in around_names("saints"):
        yield "saint"
    if run.name in gazetteer() or (len(texts) == 1 and first in gazetteer()):
        yield "place_known"
    elif first in gazetteer() and not is_given_name(first):
        yield "place_first"
    if len(texts) == 1 or (len(texts) < 4 and not is_given_name(first)):
        yield from _settled(" ".join(texts))  # the gazetteer is not at hand as quickly as the lists
    for kind in ("organisation", "place", "award", "event"):
        if any(t in heads(kind) for t in texts):
            yield f"head:{kind}"
    if any(t in known("organisation") or t in known("award") for t in texts):
        yield "body_known"
    if any(t in never_persons() for t in texts):
        yield "never_person"
    if texts[-1].lower() in demonyms() or first.lower() in demonyms():
        yield "demonym"


@lru_cache(maxsize=16384)
def _settled(name: str) -> tuple[str, ...]:
    """Return what the gazetteer knows of a settlement of that name; given names weigh apart: *Florence*."""
    found = settlements().named(fold_place(name))
    if not found:
        return ()
    kind = "settled_given" if is_given_name(name) else "settled"
    most = max((place.population for place in found if place.country not in _NEW_WORLD), default=-1)
    if most < 0:
        return (f"{kind}:new_world",)
    return (f"{kind}:{'city' if most >= _CITY else 'town' if most >= _TOWN else 'village'}",)


def _shape(run: NameRun) -> Iterator[str]:
    lower = run.name.lower()
    if lower.endswith(_endings("surname_endings")):
        yield "surname_ending"
    if len(run.bare) > 1 and parse_name(run.name).culture in (
        Culture.EAST_ASIAN,
        Culture.ARABIC,
        Culture.HUNGARIAN,
    ):
        yield "eastern_name"
    if lower.endswith(_endings("place_endings")):
        yield "place_ending"
    if "-" in lower:
        yield "hyphen"
    if all(map(_DOTTED.fullmatch, run.name.split())):
        yield "dotted"
        if "." in run.name.rstrip("."):
            yield "dotted_acronym"
    if len(lower.strip(".")) == 1:
        yield "letter"
    if run.is_inverted:
        yield "inverted"
    if lower.isalpha() and run.name.isupper() and len(lower) > 1:
        yield "acronym"


@lru_cache(maxsize=16384)
def _class_of(word: str) -> str:
    """Return what the word means as a common word: a person, a place, a thing, an action, or nothing."""
    lower = word.lower()
    classes = noun_classes(lower)
    if classes:
        kinds = {name.partition(".")[0] for name in classes}
        if "person" in kinds and lower not in person_nouns():
            return "bearer"  # a well-known bearer of the name
        return (
            "person"
            if "person" in kinds
            else "place"
            if "location" in kinds or "region" in kinds
            else "thing"
        )
    if verb_classes(lower):
        return "action"
    return "things" if lower.endswith("s") and noun_classes(lower[:-1]) else "unknown"


@cache
def _endings(section: str) -> tuple[str, ...]:
    return tuple(sorted(around_names(section)))
