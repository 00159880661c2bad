"""What a source calls somebody, as one name to compare: forms that complete each other put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from factoid.identity.spelling import are_one_name, spelling_key
from factoid.model import PersonaInSource
from factoid.names import Name, is_given_name, parse_name

_AFTERTHOUGHT = re.compile(r",\s+(?=[a-z])")  # Thorolf, son of Skallagrim
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "my", "our", "its"})
_PARTICLE = 4  #: small words within a name are no longer than this
_LONGEST = 6  #: words of a name; more is a description


@dataclass(frozen=True, slots=True)
class Profile:
    """A name in its parts, and what kind of name that is."""

    text: str  #: the name as it is compared
    name: Name = field(compare=False)
    given: tuple[str, ...] = field(compare=False)  #: the given names that are more than an initial
    is_full: bool = field(compare=False)  #: whether it has a given name and a surname


@lru_cache(maxsize=131072)
def profile_of(text: str) -> Profile:
    """Return the name taken apart."""
    name = parse_name(text)
    given = tuple(word for word in name.given if len(word.strip(".")) > 1)
    return Profile(text, name, given, bool(given and name.surname))


@dataclass(frozen=True, slots=True)
class Bearer:
    """A persona with its names."""

    id: str  #: of the persona
    source: str  #: the id of the source
    found: PersonaInSource
    main: Profile
    others: tuple[Profile, ...] = ()  #: full names by which the source calls it besides

    @property
    def called(self) -> str:
        """The name and the source, as reasons say it: where the source writes a full name somewhere, that."""
        persona = self.found.persona
        written = [profile_of(" ".join(words.split())) for words in (persona.name, *persona.forms)]
        full = [
            name for name in written if name.is_full and _is_proper(name.text) and _agrees(self.main, name)
        ]
        best = written[0] if written[0] in full or not self.main.is_full else (full or [self.main])[0]
        return f"{best.text} ({self.found.source})"


def bearer_of(found: PersonaInSource) -> Bearer:
    """Return the persona with its names: the main one completed from other forms, and full aliases."""
    persona = found.persona
    text = _AFTERTHOUGHT.split(" ".join(persona.name.split()))[0]
    if not persona.is_named:
        return Bearer(persona.id, found.source_id, found, profile_of(text))
    forms = [profile_of(" ".join(form.split())) for form in persona.forms if _is_proper(form)]
    main = _completed(profile_of(text), forms)
    return Bearer(persona.id, found.source_id, found, main, tuple(_aliases(main, forms)))


def _is_proper(form: str) -> bool:
    """Say whether the form is a name alone: no article before it, no longer word in small letters in it."""
    words = form.split()
    ends = words and words[0][:1].isupper() and words[-1][:1].isupper()
    inner = all(word[:1].isupper() or len(word) <= _PARTICLE for word in words)
    return bool(ends) and inner and words[0].casefold() not in _DETERMINERS and len(words) <= _LONGEST


def _completed(main: Profile, forms: list[Profile]) -> Profile:
    """Add what other forms of the persona tell: the patronymic, the surname, a bare surname's given name.

    Where two forms tell different things, neither is believed.
    """
    name = main.name
    if not (main.given or name.surname) or name.regnal:
        return main
    akin = [form for form in forms if _agrees(main, form)]
    patronymic = name.patronymic or _only(form.name.patronymic for form in akin if form.given)
    surname = name.surname or (_only(form.name.surname for form in akin) if patronymic else "")
    given = main.given or (_only(form.given[0] for form in akin if form.given) if patronymic else "")
    if (patronymic, surname, bool(given)) == (name.patronymic, name.surname, bool(main.given)):
        return main
    given = given if isinstance(given, str) else " ".join(given)
    return profile_of(" ".join(filter(None, (given, patronymic, surname, name.suffix))))


def _agrees(main: Profile, form: Profile) -> bool:
    """Whether nothing in the form is another name than the main one has in its place."""
    return _meet(main.given, form.given) and _meet(main.name.surname.split(), form.name.surname.split())


def _meet(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return not ours or not theirs or any(are_one_name(a, b) for a in ours for b in theirs)


def _only(words: Iterable[str]) -> str:
    """Return the word if all that are none but empty are one name; else nothing."""
    found = {spelling_key(word): word for word in words if word}
    return next(iter(found.values())) if len(found) == 1 else ""


def _aliases(main: Profile, forms: list[Profile]) -> list[Profile]:
    found: dict[str, Profile] = {}
    for form in forms:
        if form.is_full and is_given_name(form.given[0]) and not _shares_surname(main, form):
            found.setdefault(form.text.casefold(), form)
    return list(found.values())


def _shares_surname(main: Profile, form: Profile) -> bool:
    ours = {spelling_key(word) for word in main.name.surname.split()}
    return any(spelling_key(word) in ours for word in form.name.surname.split())
