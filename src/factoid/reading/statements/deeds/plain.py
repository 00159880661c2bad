"""What a clause states beyond doubt, whatever its likelihoods: *fell into the hands of the Gestapo*, *got ten years*.

Each rule of ``resources/plain_deeds.yaml`` is a verb with words and arguments; where all of them stand in the
clause, it says what is stated of whom by their part in it, or which types the clause cannot state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.deeds.plain_needs import NEEDS, acts_on_others, words_of
from factoid.reading.statements.deeds.typing import Party, classes_of, is_only_tried
from factoid.reading.statements.passage import Passage
from factoid.resources import load

NOTHING = "nothing"  #: the type of what states nothing
_MAKING = frozenset(("told_person", "had_done"))  #: who suffers it stands in another clause
_SIDES = ("doer", "sufferer", "companion", "beside", "owner")


@dataclass(frozen=True, slots=True)
class Rule:
    """A verb's words and arguments, and what they state of whom."""

    words: tuple[frozenset[str], ...]  #: alternatives, all words of one of which must stand in the clause
    objects: frozenset[str]  #: one of which must be the object, where any are given
    needs: tuple[str, ...]
    types: Mapping[str, str]  #: part in the clause -> type
    excluded: frozenset[str]  #: types that the clause cannot state


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules of each verb, in the order of the file."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for group in load("plain_deeds").values():
        for entry in group:
            rule = Rule(
                tuple(frozenset(str(words).split()) for words in entry.get("words", ("",))),
                frozenset(entry.get("objects", ())),
                tuple(entry.get("needs", ())),
                {side: entry[side] for side in _SIDES if side in entry},
                frozenset(entry.get("not", ())),
            )
            for verb in entry["verbs"]:
                found[verb].append(rule)
    return {verb: tuple(all_) for verb, all_ in found.items()}


def plain_type(party: Party, passage: Passage) -> str | None:
    """Return what a clause states of somebody in it beyond doubt; None where there is doubt."""
    clause = party.clause
    if clause.negated or is_only_tried(clause):
        return None
    for rule in _rules_of(clause, passage):
        type_ = rule.types.get(party.side)
        if type_ is not None and (
            type_ != "action" or not _MAKING.isdisjoint(rule.needs) or acts_on_others(clause, passage)
        ):
            return type_
    is_subject = party.side == ("sufferer" if clause.passive else "doer")
    return _by_class(clause, passage) if is_subject else None


def excluded_types(clause: Clause, passage: Passage) -> frozenset[str]:
    """Return the types that the words of a clause rule out: *arrested her attention*, *moved house*."""
    return frozenset(type_ for rule in _rules_of(clause, passage) for type_ in rule.excluded)


def _rules_of(clause: Clause, passage: Passage) -> list[Rule]:
    candidates = rules().get(clause.lemma)
    if candidates is None:
        return []
    words = words_of(clause)
    suffer = clause.subjects if clause.passive else clause.objects
    objects = {word for t in suffer for word in (t.lemma_.lower(), t.lower_)}
    return [
        rule
        for rule in candidates
        if any(alternative <= words for alternative in rule.words)
        and (not rule.objects or not rule.objects.isdisjoint(objects))
        and all(NEEDS[need](clause, passage) for need in rule.needs)
    ]


def _by_class(clause: Clause, passage: Passage) -> str | None:
    """Return what the class of the verb states of the clause's subject: *hanged himself*, *was ordained*."""
    plain = next((kind for kind in classes_of(clause, passage) if kind.plain), None)
    if clause.passive:
        return "rank" if clause.lemma == "ordain" else plain.passive if plain is not None else None
    return plain.active if plain is not None else None
