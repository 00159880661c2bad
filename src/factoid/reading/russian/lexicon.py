"""The words of ``resources/russian``, as sets and tables."""

from __future__ import annotations

from functools import cache
from typing import Any

from factoid.reading.grammar.frames import Frames
from factoid.reading.grammar.meaning import Kin
from factoid.resources import load


@cache
def words(name: str) -> frozenset[str]:
    """Return a set of lemmas of ``resources/russian/roles.yaml``, *ё* written as *е*."""
    data = load("russian/roles")[name]
    rows = data.split() if isinstance(data, str) else [str(word) for word in data]
    return frozenset(plain(row) for row in rows)


@cache
def bodies() -> dict[str, str]:
    """Return for nouns that head the names of bodies the kind of the body: school, army, party, security, office."""
    table: dict[str, str] = {}
    for kind in ("office", "security", "party", "army", "school"):
        data = load("russian/roles")["bodies"][kind]
        rows = data.split() if isinstance(data, str) else [str(word) for word in data]
        table |= {plain(row): kind for row in rows}
    return table


@cache
def kin() -> dict[str, Kin]:
    """Return the terms of kinship by lemma."""
    rows: dict[str, Any] = load("russian/people")["kin"]
    return {plain(lemma): Kin(row["role"], row["sex"], row["m"], row["f"]) for lemma, row in rows.items()}


@cache
def ties() -> dict[str, tuple[str, str]]:
    """Return nouns of lasting ties: what this one is, what the other one is."""
    return {plain(lemma): (row["role"], row["back"]) for lemma, row in load("russian/people")["ties"].items()}


@cache
def labels() -> dict[str, str]:
    """Return for words of labels the type of statement that they announce, or nothing for what is not read."""
    rows: dict[str, list[str]] = load("russian/labels")["labels"]
    return {plain(word): type_ for type_, words_ in rows.items() for word in words_}


@cache
def lasting_labels() -> frozenset[str]:
    """Return what a label announces until the next one, not for its sentence only."""
    return frozenset(load("russian/labels")["lasting"])


@cache
def descriptions() -> dict[str, str]:
    """Return nouns that mean somebody spoken of before, with the sex they tell."""
    data = load("russian/people")["descriptions"]
    return {plain(word): sex for sex in ("f", "m") for word in data[sex].split()}


@cache
def not_names() -> frozenset[str]:
    """Return words that are no part of a name although they may begin with a capital."""
    return frozenset(map(plain, load("russian/people")["not_names"].split()))


@cache
def person_nouns() -> frozenset[str]:
    """Return nouns for people: posts, ranks, trades, nations, parties."""
    return (
        words("offices")
        | words("ranks")
        | words("trades")
        | words("party_people")
        | words("members")
        | words("nations")
    )


_FEMININE = (
    ("истка", "ист"),
    ("тельница", "тель"),
    ("щица", "щик"),
    ("чица", "чик"),
    ("ница", "ник"),
    ("орка", "ор"),
)


@cache
def masculine(lemma: str) -> str:
    """Return the noun for a man where only that is listed: *телеграфистка* is a *телеграфист*."""
    if lemma in person_nouns():
        return lemma
    for ending, of_men in _FEMININE:
        if lemma.endswith(ending) and (found := lemma.removesuffix(ending) + of_men) in person_nouns():
            return found
    return lemma


def plain(word: str) -> str:
    """Return the word in lower case with *е* for *ё*: texts write either."""
    return word.lower().replace("ё", "е")


@cache
def frames() -> Frames:
    """Return what the verbs state."""
    return Frames("russian/verbs", plain)
