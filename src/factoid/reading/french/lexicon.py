"""The words of ``resources/french``, as sets and tables."""

from __future__ import annotations

from functools import cache
from typing import Any

from factoid.reading.grammar.frames import Frames
from factoid.reading.grammar.meaning import Kin
from factoid.resources import load


def plain(word: str) -> str:
    """Return the word in lower case, with one kind of apostrophe."""
    return word.lower().replace("’", "'").replace("œ", "oe")


@cache
def words(name: str) -> frozenset[str]:
    """Return a set of lemmas of ``resources/french/roles.yaml``; parts of one are joined by ``_``."""
    data = load("french/roles")[name]
    rows = data.split() if isinstance(data, str) else [str(word) for word in data]
    return frozenset(map(plain, rows))


@cache
def bodies() -> dict[str, str]:
    """Return for nouns that head the names of bodies the kind of the body: school, army, party, security, office."""
    table: dict[str, str] = {}
    for kind in ("office", "security", "party", "army", "school"):
        table |= {plain(row): kind for row in load("french/roles")["bodies"][kind].split()}
    return table


@cache
def kin() -> dict[str, Kin]:
    """Return the terms of kinship by lemma."""
    rows: dict[str, Any] = load("french/people")["kin"]
    return {plain(lemma): Kin(row["role"], row["sex"], row["m"], row["f"]) for lemma, row in rows.items()}


@cache
def ties() -> dict[str, tuple[str, str]]:
    """Return nouns of lasting ties: what this one is, what the other one is."""
    return {plain(lemma): (row["role"], row["back"]) for lemma, row in load("french/people")["ties"].items()}


@cache
def descriptions() -> dict[str, str]:
    """Return nouns that mean somebody spoken of before, with the sex they tell."""
    data = load("french/people")["descriptions"]
    return {plain(word): sex for sex in ("f", "m") for word in data[sex].split()}


@cache
def people(name: str) -> frozenset[str]:
    """Return a set of words of ``resources/french/people.yaml``: not_names, particles, alias, narrator."""
    data = load("french/people")[name]
    return frozenset(map(plain, data.split() if isinstance(data, str) else data))


@cache
def forms(name: str) -> frozenset[str]:
    """Return a set of words of ``resources/french/forms.yaml``: titles, female_titles."""
    return frozenset(map(plain, load("french/forms")[name]))


@cache
def labels() -> dict[str, str]:
    """Return what the labels of personnel files announce: a statement type, or nothing."""
    return {plain(label): type_ for label, type_ in load("french/forms")["labels"].items()}


@cache
def verbs(name: str) -> frozenset[str]:
    """Return a set of verbs of ``resources/french/verbs.yaml``: empty, wishing, saying."""
    return frozenset(load("french/verbs")[name])


@cache
def frames() -> Frames:
    """Return what the verbs state."""
    return Frames("french/verbs", plain)


@cache
def person_nouns() -> frozenset[str]:
    """Return nouns for people: posts, ranks, trades."""
    return words("offices") | words("ranks") | words("trades")
