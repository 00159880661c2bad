"""How likely two accounts speak of the same thing, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.days import is_exact
from factoid.criticism.accounts.families import Family
from factoid.criticism.accounts.wording import content_words, likeness, words_of
from factoid.criticism.comparing import compare, value_of
from factoid.criticism.conflicts.relation import Comparison, Relation
from factoid.names.romanise import is_cyrillic

ALIKE = 0.45  #: from here on two accounts are held to speak of one thing

_KEYS, _WORDING, _RARE, _LONE = 0.5, 0.6, 0.6, 0.9
_KEYS_ALONE = 0.8  #: where the wordings cannot be compared
_SAME_MONTH, _SAME_YEAR, _OVERLAP = 0.4, 0.25, 0.1
_RARE_AND_NEAR, _NEAR_IN_TIME = 0.8, 31
_APART, _FURTHER, _TOO_FAR = -0.1, -0.2, -0.6
_YEAR = 366  #: days
_SLIP = 11 * 366  #: days; a date that is that far off may still be a slip, or another tradition
_RETOLD = 0.7
_FRAME = 3  #: words that the rest of a wording must have to tell that it is one told again
_ANOTHER_TIME = -1.2  #: a state of another time is another one: two stints in one post
_TOLD_NEARLY_ALIKE = 0.5
_TOLD_ALIKE = 0.75  #: likeness of wording by which even far dates can be those of one thing
_PARALLEL = 0.5
_OF_A_LIFE = 25 * 366  #: days
_COURSE = 3  #: words of any kind that two parallel passages share
_LONG_COURSE = 6  #: that two sentences of one date share, whatever stands around them
_ONE_COURSE, _VERY_ALIKE = 0.7, 0.8
_WEIGHT = {
    Relation.SAME: 1.0,
    Relation.VARIANT: 0.9,
    Relation.FINER: 0.8,
    Relation.COARSER: 0.8,
    Relation.EQUIVALENT: 0.8,
    Relation.COMPATIBLE: 0.3,
    Relation.DIFFERENT: -0.8,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score, and the reasons for it."""

    score: float
    reasons: tuple[str, ...]
    is_judged: bool = False


def likeness_of(a: Account, b: Account) -> Likeness:
    """Return how likely two accounts of one family speak of one thing."""
    if a.family.is_once:
        return Likeness(1.0, (f"there is one {a.family.name} in a life",))
    if a.family.ends and a.days and b.days and a.since != b.since:
        return Likeness(0.0, ())
    keys = [found for found in keys_of(a, b) if found.relation in _WEIGHT]
    key_score = sum(_weight(a.family, k) for k in keys) / len(keys) if keys else 0.0
    wording = likeness(a.words, b.words)
    time, why = _time(a, b)
    rare = _rare(a, b, time)
    if _are_lone(a, b):
        rare, time = max(rare, _LONE), max(time, _APART + _FURTHER)
    if time <= _TOO_FAR and wording >= _TOLD_ALIKE and a.family.is_point:
        time = _APART + _FURTHER
    reasons = [k.reason for k in keys if k.relation.agrees]
    weight = _KEYS_ALONE if _in_two_scripts(a, b) else _KEYS
    score = weight * key_score + _WORDING * wording + time + rare
    if _is_retold(a, b, _frame_needed(a, time)) and (
        time > _TOO_FAR or (a.family.is_point and _gap(a, b) <= _SLIP)
    ):
        score = max(score, _RETOLD)
    if is_parallel(a, b):
        score = max(score, _RETOLD) + _PARALLEL
        reasons.append("they stand at one point of the story in nearly the same words")
    if wording >= _TOLD_NEARLY_ALIKE:
        reasons.append("they are told in nearly the same words")
    if rare:
        reasons.append(f"two accounts of {a.family.name} that near in time are seldom of two")
    return Likeness(score, (*reasons, *why))


def _in_two_scripts(a: Account, b: Account) -> bool:
    """Say whether no word of the one can be a word of the other."""
    return is_cyrillic(a.factoid.quote) != is_cyrillic(b.factoid.quote)


def _weight(family: Family, key: Comparison) -> float:
    """Return what a key tells; *general* may stand for many ranks, and somebody had several."""
    is_vague = family.is_one_at_a_time and key.relation in (Relation.FINER, Relation.COARSER)
    return (_WEIGHT[Relation.COMPATIBLE] if is_vague else _WEIGHT[key.relation]) * key.sureness


def _rare(a: Account, b: Account, time: float) -> float:
    """Return how much it tells that what happens seldom is told twice in a short time."""
    if a.family.is_yearly:
        return _RARE if time >= _SAME_YEAR else 0.0
    if not a.family.is_rare or time <= _TOO_FAR:
        return 0.0
    near = a.days and b.days and is_exact(a.days) and is_exact(b.days) and _gap(a, b) <= _NEAR_IN_TIME
    return _RARE_AND_NEAR if near else _RARE


def _are_lone(a: Account, b: Account) -> bool:
    """Say whether two sources tell of one thing of the kind each, and not long apart."""
    if not (a.is_lone and b.is_lone and a.family.lone_window and a.days and b.days) or a.source == b.source:
        return False
    if not (is_exact(a.days, _YEAR) and is_exact(b.days, _YEAR)):
        return False
    if _are_of_two_kinds(a, b):
        return False
    return _gap(a, b) <= a.family.lone_window


def _are_of_two_kinds(a: Account, b: Account) -> bool:
    """Say whether two bodies are of different kinds: a school and a university, but not Cheka and GPU."""
    bodies = [(found.relation, a.factoid.organisation, b.factoid.organisation) for found in keys_of(a, b)]
    return any(
        relation is Relation.DIFFERENT and ours and theirs and not content_words(ours) & content_words(theirs)
        for relation, ours, theirs in bodies
    )


def _gap(a: Account, b: Account) -> int:
    return a.days.gap(b.days) if a.days and b.days else 0


def _frame_needed(account: Account, time: float) -> int:
    """Return how many words the rest of a wording needs; people go to many places in a year."""
    is_of_one_time = time >= _SAME_YEAR and set(account.family.keys) != {"place"}
    return _FRAME - 1 if is_of_one_time else _FRAME


def _is_retold(a: Account, b: Account, needed: int) -> bool:
    """Say whether two accounts have the same words but for those of the fields that tell them apart."""
    ours, theirs = _frame(a), _frame(b)
    return min(len(ours), len(theirs)) >= needed and likeness(ours, theirs) >= _TOLD_ALIKE


@lru_cache(maxsize=4096)
def _frame(account: Account) -> frozenset[str]:
    values = (value_of(field, how, account) for field, how in account.family.keys.items())
    return account.words - content_words(" ".join(value for value in values if value))


def is_parallel(a: Account, b: Account) -> bool:
    """Say whether two sources have the same words at one point of the story, but for those of the fields.

    *The year after, both embarked for Cuba*, *for Belgrade*: no word of weight tells that it is one voyage, but
    the words around it, or its day and the rest of the sentence, do.
    """
    if a.source == b.source:
        return False
    ours, our_length = _course(a)
    theirs, their_length = _course(b)
    both = our_length + their_length
    if min(our_length, their_length) < max(_COURSE, _ONE_COURSE * both / 2):
        return False  # whatever they share, it is too little of the longer
    shared = (ours & theirs).total()
    if shared < _COURSE or 2 * shared < _ONE_COURSE * both:
        return False
    is_long = shared >= _LONG_COURSE and 2 * shared >= _VERY_ALIKE * both
    return (is_long and a.days is not None and a.days == b.days) or _have_one_course(a, b)


def _have_one_course(a: Account, b: Account) -> bool:
    """Say whether what is told right before or right after is the same in both sources."""
    return any(
        likeness(ours, theirs) >= _ONE_COURSE for ours, theirs in zip(a.beside, b.beside, strict=False)
    )


@lru_cache(maxsize=4096)
def _course(account: Account) -> tuple[Counter[str], int]:
    """Return all words of an account but for those of the fields that tell it from others, and how many."""
    values = (value_of(field, how, account) for field, how in account.family.keys.items())
    told = {word for value in values if value for word in words_of(value)}
    words = Counter(word for word in words_of(account.factoid.quote) if word not in told)
    return words, words.total()


def keys_of(a: Account, b: Account) -> list[Comparison]:
    """Return how the fields compare by which accounts of the family are told to speak of one thing."""
    return [compare(field, how, a, b) for field, how in a.family.keys.items()]


def _time(a: Account, b: Account) -> tuple[float, list[str]]:
    if a.days is None or b.days is None:
        return 0.0, []
    gap = a.days.gap(b.days)
    if gap > a.family.window:
        return (_TOO_FAR if a.family.is_point else _ANOTHER_TIME), []
    if gap:
        return _APART + _FURTHER * gap / a.family.window, []
    if is_exact(a.days) and is_exact(b.days):
        return _SAME_MONTH, ["both give the same date"]
    if is_exact(a.days, _YEAR) and is_exact(b.days, _YEAR):
        return _SAME_YEAR, ["both give the same year"]
    return _OVERLAP, []


def may_stand_together(a: Account, b: Account) -> bool:
    """Say whether two accounts can be of one event: one source does not tell one thing in two ways."""
    if a.source != b.source or a.family.is_once:
        return True
    if a.days and b.days and a.days.gap(b.days):
        return False
    return all(found.relation is not Relation.DIFFERENT for found in keys_of(a, b))


def at_one_time(a: Account, b: Account) -> bool:
    """Say whether two accounts of a state are of one time: the same year, or neither says when.

    Where one says when and the other does not, only what is of one standing can be.
    """
    ours, theirs = (account.days if _is_of_a_time(account) else None for account in (a, b))
    if ours and theirs:
        return not ours.gap(theirs) and is_exact(ours, _YEAR) and is_exact(theirs, _YEAR)
    if ours or theirs:
        return any(found.relation is Relation.EQUIVALENT for found in keys_of(a, b))
    return True


def _is_of_a_time(account: Account) -> bool:
    """Say whether a state is surely dated; *(1894–1945) was a colonel* dates the life, not the rank."""
    when = account.factoid.when
    if account.date_sureness < 1 or when is None:
        return False
    ends = when.start.earliest, when.end.latest
    return ends[0] is None or ends[1] is None or ends[1] - ends[0] < _OF_A_LIFE
