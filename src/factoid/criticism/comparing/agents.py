"""Who is said to have killed somebody."""

from __future__ import annotations

import re

from factoid.criticism.accounts import Account
from factoid.criticism.comparing.people import compare_related, is_name
from factoid.criticism.lexicon import camps_in
from factoid.criticism.relation import UNKNOWN, Comparison, Relation
from factoid.criticism.wording import content_words

_KILLED = (
    r"(?:shot(?: dead| down)?|killed|murdered|assassinated|executed|poisoned|strangled|"
    r"stabbed(?: to death)?|liquidated|"
    r"put to death|beaten to death|slain|hanged|beheaded|eliminated|gunned down|finished off|dispatched)"
)
_BY = re.compile(rf"{_KILLED}(?: [\w-]+){{0,6}}? by ((?:an? |the )?[^,.;:()]+)", re.I)
_ACTIVE = re.compile(
    r"^(?:.*?[,;:] |and |that |but )?((?:an? |the |one |some |his own |two )?[\w’' .-]{2,60}?) "
    rf"(?:had |then |himself )?{_KILLED} (?:him|her|the)\b",
    re.I,
)
_STOP_AT = re.compile(
    r"\b(?:in|on|at|near|during|when|who|after|before|as|with|and|while|from|for|under)\b", re.I
)
_NOBODY = frozenset(
    (
        *(
            "he",
            "she",
            "they",
            "it",
            "mistake",
            "accident",
            "order",
            "gas",
            "fire",
            "train",
            "car",
            "bomb",
            "mine",
        ),
        *("bullet", "bullets", "shell", "shot", "shots"),
    )
)


def agent_of(account: Account) -> str | None:
    """Return the words for the killer in an account of a death, or None."""
    quote = " ".join(account.factoid.quote.split())
    found = _BY.search(quote)
    if found:
        words = _STOP_AT.split(found.group(1))[0].strip()
    else:
        active = _ACTIVE.search(quote)
        if not active:
            return None
        words = active.group(1).strip()
    return None if not words or set(words.casefold().split()) & _NOBODY else words


def _is_group(killer: str) -> bool:
    """Say whether the words are for a people or a party, of which one with a name may be: *the Japanese*."""
    return re.fullmatch(r"the [A-Z][\w-]+", killer) is not None


def compare_agents(a: Account, b: Account) -> Comparison:
    """Compare the killers of two accounts of one death: by person where named, else by what they are called."""
    if a.related and b.related:
        by_person = compare_related(a.related, b.related)
        if by_person.relation is not Relation.UNKNOWN:
            return by_person
    ours, theirs = agent_of(a), agent_of(b)
    if ours is None or theirs is None:
        return UNKNOWN
    if camps_in(ours) & camps_in(theirs):
        return Comparison(Relation.COMPATIBLE, f"{ours} and {theirs} can be one")
    our_words, their_words = content_words(ours), content_words(theirs)
    if not our_words or not their_words:
        return UNKNOWN
    if our_words & their_words:
        return Comparison(
            Relation.SAME if our_words == their_words else Relation.COMPATIBLE, f"{ours}, {theirs}"
        )
    if (is_name(ours) and _is_group(theirs)) or (is_name(theirs) and _is_group(ours)):
        return Comparison(Relation.COMPATIBLE, f"{ours} and {theirs} can be one")
    named = is_name(ours) and is_name(theirs)
    return Comparison(Relation.DIFFERENT, f"by {ours}, by {theirs}", 0.9 if named else 0.8)
