"""Who is said to have killed somebody."""

from __future__ import annotations

import re
from functools import cache

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.lexicon import camps_in
from factoid.criticism.accounts.wording import content_words, listed
from factoid.criticism.comparing.people import compare_related, is_name
from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation

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
_BY_RUSSIAN = re.compile(
    r"(?:убит|застрелен|расстрелян|зарезан|отравлен|казн[её]н|задушен|ликвидирован)[аоы]? "
    r"(?:[а-яё]+ )??([А-ЯЁ]?[а-яё-]+(?:ами|ями|ом|ем|ым|им|ой|ей)(?: [А-ЯЁ][\w-]+){0,3})"
)
_BY_RUSSIAN_FIRST = re.compile(
    r"((?:агент|офицер|сотрудник|чекист|солдат|японец|немец)\w*(?: [А-ЯЁ][\w-]+){0,2}) (?:убил|застрелил|зарезал)"
)
_WHEN = re.compile(
    r"^(?:(?:in|on|at|by|after|before|during|the night of)\b[^,]{0,30}?(?:\b\d{1,2},? )?\b\d{4},? "
    r"|(?:later|then|that night|that day|finally|there),? )",
    re.I,
)
_STOP_AT = re.compile(
    r"\b(?:in|on|at|near|during|when|who|after|before|as|with|and|while|from|for|under)\b", re.I
)


@cache
def _any_killer() -> frozenset[str]:
    return content_words(" ".join(listed("any_killer")))


def agent_of(account: Account) -> str | None:
    """Return the words for the killer in an account of a death, or None."""
    quote = " ".join(account.factoid.quote.split())
    russian = _BY_RUSSIAN.search(quote) or _BY_RUSSIAN_FIRST.search(quote)
    if russian:
        return russian.group(1)
    found = _BY.search(quote)
    if found:
        words = _STOP_AT.split(found.group(1))[0].strip()
    else:
        active = _ACTIVE.search(quote)
        if not active:
            return None
        words = _WHEN.sub("", active.group(1)).strip()
    return None if not words or set(words.casefold().split()) & listed("no_killer") else words


_PEOPLE = re.compile(
    r"(?:(?:the|some|two|a|an) )?[A-Z][a-z-]+(?: (?:officers?|soldiers?|troops|men|police|policem[ae]n|guards?))?"
)
_AROUND = 60  #: characters behind a name in which stands whose man he was


def _may_be_of(name: str, people: str, named_in: Account) -> bool:
    """Say whether one with a name may be of those whom another source names instead: *the Japanese*."""
    if not is_name(name) or camps_in(name) or not (camps_in(people) or people.startswith("the ")):
        return False
    quote = named_in.factoid.quote
    at = quote.find(name)
    told = camps_in(quote[at + len(name) :][:_AROUND]) if at >= 0 else frozenset()
    return bool(told & camps_in(people)) if told else _PEOPLE.fullmatch(people) is not None


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
    if camps_in(ours) and camps_in(theirs):
        return Comparison(Relation.DIFFERENT, f"by {ours}, by {theirs}", 0.8)
    our_words, their_words = (content_words(words) for words in (ours, theirs))
    if not our_words or not their_words:
        return UNKNOWN
    if (our_words & their_words) - _any_killer() or our_words == their_words:
        return Comparison(
            Relation.SAME if our_words == their_words else Relation.COMPATIBLE, f"{ours}, {theirs}"
        )
    if our_words <= _any_killer() or their_words <= _any_killer():
        return Comparison(Relation.COMPATIBLE, f"{ours} and {theirs} can be one")
    if _may_be_of(ours, theirs, a) or _may_be_of(theirs, ours, b):
        return Comparison(Relation.COMPATIBLE, f"{ours} and {theirs} can be one")
    named = is_name(ours) and is_name(theirs)
    return Comparison(Relation.DIFFERENT, f"by {ours}, by {theirs}", 0.9 if named else 0.8)
