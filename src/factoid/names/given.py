"""Given names: their families over languages, their short forms, their sex. Data in ``given_names.yaml``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from factoid.names.fold import fold_word
from factoid.names.romanise import romanisations
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


_Row = tuple[str, str, str, str]  #: family, language (``~``: short forms), sex, text


class _Index:
    """Forms by their folded spelling; how Cyrillic ones are romanised is worked out on demand."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._written: dict[str, list[_Row]] = defaultdict(list)
        self._cyrillic: dict[str, list[_Row]] = defaultdict(list)  #: by the first letter
        for row in rows:
            text = row[3]
            self._written[text.lower() if text.isascii() and text.isalpha() else fold_word(text)].append(row)
            if "Ѐ" <= text[0] <= "ӿ":
                self._cyrillic[text[0].lower()].append(row)
        self._romanised: dict[str, dict[str, list[_Row]]] = {}

    def of(self, spelling: str) -> tuple[Form, ...]:
        """Return the forms that are spelt so."""
        if not spelling:
            return ()
        found = dict.fromkeys(self._written.get(spelling, ()))
        for initial in self._initials.get(spelling[0], ()):
            found.update(dict.fromkeys(self._romanised_from(initial).get(spelling, ())))
        return tuple(_form(row) for row in found)

    @cached_property
    def _initials(self) -> dict[str, list[str]]:
        """Which Cyrillic letters a Latin one can stand for at the start of a name."""
        found: dict[str, list[str]] = defaultdict(list)
        for letter in self._cyrillic:
            for first in {spelt[0] for spelt in _spellings(letter + "а") | _spellings(letter + "в")}:
                found[first].append(letter)
        return found

    def _romanised_from(self, initial: str) -> dict[str, list[_Row]]:
        if (known := self._romanised.get(initial)) is not None:
            return known
        found: dict[str, list[_Row]] = defaultdict(list)
        for row in self._cyrillic[initial]:
            for spelt in _spellings(row[3]):
                found[spelt].append(row)
        self._romanised[initial] = found
        return found


def _spellings(word: str) -> set[str]:
    return {fold_word(spelt) for spelt in romanisations(word).values()}


@cache
def _index() -> _Index:
    return _Index(_listed())


def _listed() -> Iterator[_Row]:
    table = load("given_names")
    for family, entry in table["families"].items():
        for key, words in entry.items():
            if key != "sex":
                for word in words.split():
                    yield family, key, entry["sex"], word
    for sex, by_language in table["others"].items():
        for language, words in by_language.items():
            for word in words.split():
                yield word, language, sex, word


def _form(row: _Row) -> Form:
    family, language, sex, text = row
    return Form(family, language.lstrip("~"), language.startswith("~"), _sex(sex), text)


def _sex(letter: str) -> str | None:
    return None if letter == "x" else letter


@lru_cache(maxsize=32768)
def forms_of(name: str) -> tuple[Form, ...]:
    """Return every form of the table that is spelt so, in whatever romanisation."""
    return _index().of(fold_word(name))


def is_given_name(word: str) -> bool:
    """Say whether the word is a given name of the table, and no word of a people, a rank or the calendar."""
    return bool(forms_of(word)) and fold_word(word) not in _other_words()


@cache
def _other_words() -> frozenset[str]:
    return frozenset(load("given_names")["other_words"].split())


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
        *_as_short(a, b),
        *(
            relation
            for left in forms_of(a)
            for right in forms_of(b)
            if left.family == right.family and (relation := _relation(left, right))
        ),
    ]
    return min(found, key=lambda r: _ORDER.index(r.kind), default=None)


@cache
def _short_names() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the short forms of English names, and what each can be short for, all folded."""
    short_of: dict[str, frozenset[str]] = {}
    full_of: dict[str, set[str]] = defaultdict(set)
    for entry in load("short_names")["short"].split("; "):
        full, _, listed = entry.partition(": ")
        short_of[fold_word(full)] = frozenset(map(fold_word, listed.split()))
        for short in short_of[fold_word(full)]:
            full_of[short].add(fold_word(full))
    return short_of, {short: frozenset(full) for short, full in full_of.items()}


@lru_cache(maxsize=32768)
def families_of(word: str) -> frozenset[str]:
    """Return what a given name is a form of, or may be short for: two names that belong together share one."""
    short_of, full_of = _short_names()
    folded = fold_word(word)
    own = {folded} if folded in short_of else set()
    return frozenset({form.family for form in forms_of(word)} | own | full_of.get(folded, frozenset()))


def _as_short(a: str, b: str) -> Iterator[Relation]:
    """Yield the relation of a name and what it is called for short, in the order they were given."""
    short_of, _ = _short_names()
    left, right = fold_word(a), fold_word(b)
    for full, short in ((left, right), (right, left)):
        if short in short_of.get(full, ()):
            forms = (Form(full, "en", word == short, None, word) for word in (left, right))
            yield Relation("diminutive", *forms)


_ORDER = ("same", "spelling", "form", "translation", "diminutive")


def _relation(left: Form, right: Form) -> Relation | None:
    if left.text == right.text:
        return Relation("spelling", left, right)
    if left.is_short and right.is_short and left.language != right.language:
        return None  # Harry and Heinz: each is short for Henry, neither for the other
    if left.is_short or right.is_short:
        return Relation("diminutive", left, right)
    return Relation("form" if left.language == right.language else "translation", left, right)
