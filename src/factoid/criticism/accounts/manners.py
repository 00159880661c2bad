"""Manners of death: which deaths the words of a source leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factoid.criticism.accounts.wording import Phrases, holds_phrase, phrases, words_of
from factoid.resources import load

Death = tuple[str, str]  #: a deed and a means: execution by a shot
GENERAL = frozenset(("killed", "murder", "executed"))  #: that do not say how
_ANY_ILLNESS = "any illness"


@dataclass(frozen=True, slots=True)
class _Wording:
    words: Phrases
    deaths: frozenset[Death]  #: that the words leave open
    is_of_deed: bool
    is_general: bool = False


@lru_cache(maxsize=65536)
def manners_in(words: str) -> frozenset[str]:
    """Return what a wording says of the manner of a death; of *killed in action* only the action."""
    listed = words_of(words)
    found = {name: w for name, w in _wordings().items() if holds_phrase(listed, w.words)}
    return frozenset(name for name, wording in found.items() if not _is_idle(wording, list(found.values())))


def _is_idle(wording: _Wording, others: list[_Wording]) -> bool:
    """Say whether the others say more of the same: *disease* beside *heart disease*."""
    alike = [other for other in others if other is not wording and other.is_of_deed == wording.is_of_deed]
    return any(other.deaths < wording.deaths or wording.is_general for other in alike)


@lru_cache(maxsize=65536)
def deaths_in(words: str) -> frozenset[Death]:
    """Return the deaths that a wording leaves open, of which one was; none where it says nothing of them.

    Two means (*poisoned and shot*) leave both open, and so do two deeds; a deed and a means leave what is both.
    """
    named = [_wordings()[name] for name in manners_in(words)]
    deeds, means = (
        frozenset[Death]().union(*(w.deaths for w in named if w.is_of_deed is of_deed))
        for of_deed in (True, False)
    )
    if not deeds or not means:
        return deeds | means
    if any(w.is_general for w in named):
        return deeds & means or means  # *killed by a stroke*
    return deeds & means or deeds | means


def is_killing(words: str) -> bool:
    """Say whether a deed is the killing of somebody: the verb comes first, and nothing belittles it."""
    listed = words_of(words)
    if not manners_in(" ".join(listed[:2])) & _killings():
        return False
    return not {"at", "order", "try", "tried", "attempt", "attempted"} & set(listed[:4])


@cache
def _killings() -> frozenset[str]:
    return frozenset(load("manners_of_death")["killings"])


@cache
def _wordings() -> Mapping[str, _Wording]:
    rules = load("manners_of_death")
    illnesses = {name: {"words": words, "means": [name]} for name, words in rules["illnesses"].items()}
    every = frozenset((deed, means) for means, deeds in rules["deaths"].items() for deed in deeds)
    every |= frozenset(("natural", illness) for illness in illnesses)
    entries = rules["deeds"] | rules["means"] | illnesses
    return {
        name: _Wording(
            phrases(told["words"]),
            frozenset(death for death in every if _is_open(death, name, told, frozenset(illnesses))),
            is_of_deed=name in rules["deeds"],
            is_general=told.get("is_general", False),
        )
        for name, told in entries.items()
    }


def _is_open(death: Death, name: str, told: Mapping[str, Sequence[str]], illnesses: frozenset[str]) -> bool:
    """Say whether an entry leaves a death open; one that names neither deeds nor means is one of them."""
    deed, by = death
    if "deeds" not in told and "means" not in told:
        return name in death
    means = told.get("means", (by,))
    return deed in told.get("deeds", (deed,)) and (by in means or (_ANY_ILLNESS in means and by in illnesses))
