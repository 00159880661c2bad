"""Given names: their families over languages, their short forms, their sex. Data in ``given_names.yaml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factoid.names.fold import fold_word
from factoid.names.romanise import is_cyrillic, romanisations
from factoid.resources import load


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a given name: *Heinrich*, German, full, of the family of Henry."""

    family: str
    language: str
    is_short: bool
    sex: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two given names belong together."""

    kind: str  #: ``same``, ``spelling``, ``form``, ``translation`` or ``diminutive``
    left: Form | None = None
    right: Form | None = None


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for form in _listed():
        for spelling in _spellings(form.text):
            if form not in found[spelling]:
                found[spelling].append(form)
    return {spelling: tuple(forms) for spelling, forms in found.items()}


def _listed() -> Iterator[Form]:
    table = load("given_names")
    for family, entry in table["families"].items():
        for key, words in entry.items():
            if key != "sex":
                for word in words.split():
                    yield Form(family, key.lstrip("~"), key.startswith("~"), _sex(entry["sex"]), word)
    for sex, by_language in table["others"].items():
        for language, words in by_language.items():
            for word in words.split():
                yield Form(word, language, is_short=False, sex=_sex(sex), text=word)


def _sex(letter: str) -> str | None:
    return None if letter == "x" else letter


def _spellings(word: str) -> set[str]:
    if not is_cyrillic(word):
        return {fold_word(word)}
    return {fold_word(word), *(fold_word(spelt) for spelt in romanisations(word).values())}


@lru_cache(maxsize=32768)
def forms_of(name: str) -> tuple[Form, ...]:
    """Return every form of the table that is spelt so, in whatever romanisation."""
    return _forms().get(fold_word(name), ())


def is_given_name(word: str) -> bool:
    """Say whether the word is a given name of the table."""
    return bool(forms_of(word))


@lru_cache(maxsize=32768)
def gender_of_given_name(name: str) -> str | None:
    """Return ``f`` or ``m``, or None where the table does not know the name or both sexes bear it."""
    sexes = {form.sex for form in forms_of(name)}
    return sexes.pop() if len(sexes) == 1 else None


def given_name_relation(a: str, b: str) -> str | None:
    """Return how two given names belong together, or None.

    ``same`` (but for case, accents and script), ``spelling`` (one form in other letters), ``form`` (another
    form in one language), ``translation`` (the form of another language), ``diminutive`` (short and full).
    Two names belong together only if one family holds both: nothing follows from a third name.
    """
    relation = relate(a, b)
    return relation.kind if relation else None


@lru_cache(maxsize=65536)
def relate(a: str, b: str) -> Relation | None:
    """Return the closest relation of two given names with the forms that show it, or None."""
    if fold_word(a) == fold_word(b):
        return Relation("same")
    found = [
        relation
        for left in forms_of(a)
        for right in forms_of(b)
        if left.family == right.family and (relation := _relation(left, right))
    ]
    return min(found, key=lambda r: _ORDER.index(r.kind), default=None)


_ORDER = ("same", "spelling", "form", "translation", "diminutive")


def _relation(left: Form, right: Form) -> Relation | None:
    if left.text == right.text:
        return Relation("spelling", left, right)
    if left.is_short and right.is_short and left.language != right.language:
        return None  # Harry and Heinz: each is short for Henry, neither for the other
    if left.is_short or right.is_short:
        return Relation("diminutive", left, right)
    return Relation("form" if left.language == right.language else "translation", left, right)
