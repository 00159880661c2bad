"""The word lists that mentions are found with, as sets ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factoid.places import other_spellings
from factoid.resources import load


@dataclass(frozen=True, slots=True)
class KinTerm:
    """A kin term: the sex it tells, the relation it is a form of, and what the owner is to the relative."""

    word: str
    sex: str | None
    role: str
    back: tuple[str, str, str]  #: for an owner who is a man, a woman, of unknown sex
    is_kin_alone: bool  #: whether it means kin without an owner being named


@cache
def kin_terms() -> dict[str, KinTerm]:
    """Return the kin terms by word, lower case and singular."""
    data = load("kin_terms")
    alone = set(data["not_kin_alone"])
    return {
        word: KinTerm(
            word,
            entry["sex"] if entry["sex"] in "fm" else None,
            entry["role"],
            tuple(entry["back"]),
            word not in alone,
        )
        for word, entry in data["terms"].items()
    }


@cache
def kin_plurals() -> frozenset[str]:
    """Return the plural kin terms."""
    return frozenset(load("kin_terms")["plurals"])


@cache
def kin_qualifiers() -> frozenset[str]:
    """Return the words that may stand before a kin term: elder, late, second."""
    return frozenset(load("kin_terms")["qualifiers"].split())


@cache
def telling_qualifiers() -> frozenset[str]:
    """Return the qualifiers that tell one relative from another: second, elder."""
    return frozenset(load("kin_terms")["telling"].split())


@cache
def kin_kinds() -> dict[str, str]:
    """Return for each kin term its place in a family, whatever the sex: father -> parent."""
    kinds = load("kin_terms")["kinds"]
    return {term: kind for kind, entry in kinds.items() for term in entry["terms"].split()}


@cache
def kin_backs() -> dict[str, str]:
    """Return for each place in a family that of the other side: uncle -> nephew."""
    return {kind: entry["back"] for kind, entry in load("kin_terms")["kinds"].items()}


@cache
def kin_chains() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return for each place in a family the steps that lead to it: uncle -> parent, sibling."""
    return {kind: tuple(map(tuple, steps)) for kind, steps in load("kin_terms")["chains"].items()}


@cache
def person_nouns() -> dict[str, str | None]:
    """Return the nouns that mean one person, lower case, with the sex they tell."""
    data = load("person_nouns")
    return {word: (key if key in "fm" else None) for key in ("any", "f", "m") for word in data[key].split()}


@cache
def demonyms() -> frozenset[str]:
    """Return words for members of nations, faiths and movements, lower case."""
    return frozenset(load("demonyms")["words"].split())


@cache
def gazetteer() -> frozenset[str]:
    """Return names of places."""
    return frozenset(name.strip() for name in load("gazetteer")["names"].split(";")) | other_spellings()


@cache
def heads(kind: str) -> frozenset[str]:
    """Return the capitalised words that make a name that of an organisation, place, award or event."""
    return frozenset(load("organisations")[kind]["heads"].split())


@cache
def thing_heads() -> frozenset[str]:
    """Return those of all four: what makes a name that of no person."""
    return heads("organisation") | heads("place") | heads("award") | heads("event")


@cache
def known(kind: str) -> frozenset[str]:
    """Return short names of organisations or awards."""
    return frozenset(load("organisations")[kind].get("known", "").split())


@cache
def never_persons() -> frozenset[str]:
    """Return capitalised words that are no part of a person's name: months, languages, labels of a page."""
    data = load("organisations")
    return frozenset(" ".join((data["calendar"], data["other"], data["language"])).split())


@cache
def ordinals() -> frozenset[str]:
    """Return the words that count in order: first, second."""
    return frozenset(load("dates")["ordinals"])


@cache
def calendar_words() -> frozenset[str]:
    """Return the names of months, days and seasons."""
    return frozenset(load("organisations")["calendar"].split())


@cache
def around_names(section: str) -> frozenset[str]:
    """Return the words of a section of ``resources/name_contexts.yaml``."""
    return frozenset(load("name_contexts")[section].split())


@cache
def same_callings() -> dict[str, frozenset[str]]:
    """Return for some words the others by which one and the same person may be called: *aviator*, *pilot*."""
    groups = [frozenset(group.split()) for group in load("name_contexts")["same_callings"]]
    return {word: group - {word} for group in groups for word in group}


@cache
def abbreviated_words() -> dict[str, str]:
    """Return the short words of dictionaries with what they are short for: *dau.* is a daughter."""
    return dict(load("dictionary_abbreviations")["abbreviated"])
