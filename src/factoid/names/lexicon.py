"""The words around and inside names: titles, ranks, offices, forms of address, particles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factoid.names.fold import fold
from factoid.names.model import PartKind
from factoid.resources import load

MAX_TITLE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Title:
    """A word or phrase that stands before a name."""

    text: str
    kind: PartKind
    sex: str | None  #: ``f`` or ``m`` where only one sex is so called
    languages: tuple[str, ...]
    is_name_too: bool  #: *Dean*, *Bishop*: also a given name or surname
    is_given_name_too: bool = False  #: *Dean*, *Malik*: also a given name


@cache
def titles() -> dict[str, Title]:
    """Return every title by its folded form."""
    data = load("titles")
    given_too, surname_too = (_phrases(data["also_names"][kind]) for kind in ("given", "surname"))
    found: dict[str, Title] = {}
    for kind, sexes in data["entries"].items():
        for sex, languages in sexes.items():
            for language, forms in languages.items():
                for form in filter(None, map(str.strip, forms.split(";"))):
                    key = fold(form)
                    old = found.get(key)
                    found[key] = Title(
                        text=old.text if old else form,
                        kind=old.kind if old else PartKind(kind),
                        sex=_joint_sex(old, sex),
                        languages=(*old.languages, language) if old else (language,),
                        is_name_too=key in given_too or key in surname_too,
                        is_given_name_too=key in given_too,
                    )
    return found


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in listed.split(";")) - {""}


def _joint_sex(old: Title | None, sex: str) -> str | None:
    known = None if sex == "x" else sex
    return known if old is None or old.sex == known else None


def title_of(phrase: str) -> Title | None:
    """Return the title that the phrase is, if it is one: *Lieutenant General*, *Mme*, *товарищ*."""
    return titles().get(fold(phrase))


@cache
def particles() -> frozenset[str]:
    """Return the words that stand before a surname and belong to it, folded."""
    listed = load("name_particles")["particles"]
    return frozenset(word for forms in listed.values() for form in forms for word in fold(form).split())


@cache
def words_of(section: str) -> frozenset[str]:
    """Return a section of the particles' table (``maiden``, ``letters_after``, …), folded."""
    data = load("name_particles")[section]
    lists = data.values() if isinstance(data, dict) else [data]
    return frozenset(fold(form) for forms in lists for form in forms) - {""}


@cache
def family_names_of(culture: str) -> frozenset[str]:
    """Return the common family names of a culture that writes them first, folded."""
    return frozenset(fold(load("name_particles")["surname_first"][culture]).split())


@cache
def generations() -> dict[str, str]:
    """Return the marks of a generation, folded, and what they mean: ``junior``, ``senior``, ``nephew``."""
    listed = load("name_particles")["generations"]
    return {fold(form): meaning for meaning, forms in listed.items() for form in forms}
