"""The lexicons of statements, compiled once: predicate classes, role nouns, heads that tell kinds of body."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from factoid.resources import load


@dataclass(frozen=True, slots=True)
class PredicateClass:
    """Verbs that say the same kind of thing of the persons they take."""

    name: str
    active: str | None  #: type for the subject of the active verb and for the by-agent
    passive: str | None  #: type for the subject of the passive and the object of the active verb
    needs: str | None
    only_passive: bool = False
    plain: bool = False  #: its words admit no doubt of the type


@dataclass(frozen=True, slots=True)
class Pattern:
    """A verb of a class, with the other words it takes there (``take`` … ``to wife``)."""

    words: frozenset[str]
    of: PredicateClass


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return for each verb lemma its patterns, those with more words first, then in the order of the file."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for name, entry in load("predicates")["classes"].items():
        kind = PredicateClass(
            name=name,
            active=entry.get("active"),
            passive=entry.get("passive"),
            needs=entry.get("needs"),
            only_passive=entry.get("only_passive", False),
            plain=entry.get("plain", False),
        )
        for verb in entry["verbs"]:
            lemma, *others = verb.split()
            found[lemma].append(Pattern(frozenset(others), kind))
    return {lemma: tuple(sorted(all_, key=lambda p: -len(p.words))) for lemma, all_ in found.items()}


@cache
def verbs(kind: str) -> frozenset[str]:
    """Return a plain list of verbs of the predicates' file: stative, light, wish, refuse, speech."""
    return frozenset(load("predicates")[kind])


@cache
def known_verbs() -> frozenset[str]:
    """Return every verb that some class or rule names."""
    plain = (entry["verbs"] for group in load("plain_deeds").values() for entry in group)
    return frozenset(patterns()).union(*plain)


@cache
def mended_lemma(lemma: str) -> str:
    """Return the verb that an unknown lemma was made of: *dine* for *din*, *rearrest* for *rearreste*."""
    if lemma in known_verbs():
        return lemma
    return next((v for v in (lemma + "e", lemma[:-1]) if v in known_verbs() and len(v) > 2), lemma)


def _split(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(",") if word.strip())


@cache
def role_endings() -> frozenset[str]:
    """Return all that a phrase of `role_words` can end in: few nouns do, and asking is quick."""
    return frozenset(word[at:] for word in role_words() for at in range(1, len(word)))


@cache
def role_words() -> dict[str, str]:
    """Return for each role noun or phrase its kind: office, rank, occupation, kin, tie, membership, event."""
    roles: dict[str, Any] = load("roles")
    kinds: dict[str, str] = {}
    for word in roles["event_noun"]:
        kinds[word] = "event"
    for word in roles["membership"]:
        kinds[word] = "membership"
    for kind in ("rank", "occupation", "office"):
        for word in _split(roles[kind]):
            kinds.setdefault(word, kind)
    for word in roles["tie"]:
        kinds.setdefault(word, "tie")
    for words in roles["kin"].values():
        for word in words:
            kinds[word] = "kin"
    return kinds


@cache
def is_kind(kind: str) -> frozenset[str]:
    """Return the words of one kind of role noun as listed, whatever other kinds they have."""
    roles: dict[str, Any] = load("roles")
    if kind in ("tie", "membership", "event_noun"):
        return frozenset(roles[kind])
    return _split(roles[kind])


@cache
def kin_roles() -> dict[str, str]:
    """Return the role of each kin noun: father, … other."""
    return {word: role for role, words in load("roles")["kin"].items() for word in words}


@cache
def ties() -> dict[str, str]:
    """Return for each tie noun what the other one is in return."""
    return dict(load("roles")["tie"])


@cache
def not_occupations() -> frozenset[str]:
    """Return nouns that end like a trade and are none."""
    return _split(load("roles")["not_occupation"])


@cache
def peoples() -> frozenset[str]:
    """Return adjectives and nouns of nation."""
    return _split(load("nations")["peoples"])


@cache
def religions() -> frozenset[str]:
    """Return adjectives and nouns of faith."""
    return frozenset(load("roles")["religion"])


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of ``resources/statement_words.yaml``."""
    return frozenset(load("statement_words")[name].split())


@cache
def bodies(kind: str) -> frozenset[str]:
    """Return the head words of a kind of body: school, force, body, prison, award, work, group."""
    return frozenset(load("bodies")[kind])


@cache
def war_words() -> frozenset[str]:
    """Return nouns of war and fighting, as against the bodies that fight."""
    return bodies("war")


@cache
def party_words() -> frozenset[str]:
    """Return head words of bodies that people join."""
    return bodies("party")


@cache
def post_nominals() -> frozenset[str]:
    """Return abbreviations of honours as they stand after a name or in a list."""
    return bodies("post_nominal")


@cache
def hedges(kind: str) -> frozenset[str]:
    """Return words of doubt, report or denial."""
    return frozenset(load("hedges")[kind])


@cache
def nominal_types() -> dict[str, str]:
    """Return the type of statement that a noun of doing makes of the one whose doing or suffering it is."""
    return {noun: kind for kind, nouns in load("predicates")["nominal"].items() for noun in nouns}


@cache
def profession_verbs() -> dict[str, str]:
    """Return the type of statement that verbs of faith and citizenship make of somebody."""
    return {verb: kind for kind, found in load("predicates")["profession"].items() for verb in found}


@cache
def kin_in_return(role: str) -> tuple[str, str, str]:
    """Return what one is to a father, a sister …: as a man, as a woman, where it is not known."""
    male, female, unknown = load("roles")["kin_in_return"][role]
    return male, female, unknown


@cache
def kin_by_verb() -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """Return for verbs: the words they take, and what the subject is to the one it is done to."""
    found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for words, role in load("roles")["kin_by_verb"].items():
        verb, *others = words.split()
        found[verb].append((frozenset(others), role))
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def ties_by_noun() -> dict[str, str]:
    """Return for nouns of a tie what the two are to each other: *friendship* makes friends."""
    return dict(load("roles")["tie_by_noun"])


@cache
def ties_by_verb() -> dict[str, tuple[str, str]]:
    """Return for verbs of lasting ties what the object is to the subject, and the subject to the object."""
    return {verb: (there, back) for verb, (there, back) in load("roles")["tie_by_verb"].items()}


@cache
def ties_by_phrase() -> dict[str, tuple[tuple[frozenset[str], str, str, str], ...]]:
    """Return for verbs: prepositions, a word beside the verb or none, what the other is and is in return."""
    found: dict[str, list[tuple[frozenset[str], str, str, str]]] = {}
    for verb, prepositions, word, role, back in load("roles")["tie_by_phrase"]:
        found.setdefault(verb, []).append((frozenset(prepositions.split()), word, role, back))
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def name_triggers() -> str:
    """Return the pattern of words that come before another name: *also known as*, *née*, *alias*."""
    return "|".join(rf"\b{words}" for words in load("other_names")["triggers"])
