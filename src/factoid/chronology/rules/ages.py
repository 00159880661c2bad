"""Ages and durations: how old somebody was, how long it lasted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.chronology.case import Case, Passage, is_lasting
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule
from factoid.chronology.vocabulary import Kind, is_of_birth, kind_of, years_at_least, years_at_most
from factoid.dates import TimeKind, TimePhrase
from factoid.model import SLOTS, Factoid, Span

_FAR = 90  #: characters between an age and the words of the statement that it dates
_NEAR_BEHIND = 25
_JUST_BEFORE = 250
_ENDS = ("death", "burial")
_AT_THAT_AGE = re.compile(r"\bwas\b|\bwere\b|\bwhen\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_OF_SUBJECT = re.compile(r"(?:\bat\s+(?:the\s+)?$|\bby\s+(?:the\s+)?$|^aged\b)", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:for|during|lasted|spent|served|over)\s+(?:(?:a|the)\s+)?(?:next\s+|last\s+)?$", re.IGNORECASE
)
# an age there is rarely the subject's own
_OF_OTHERS = {"kinship", "association", "name", "birth", "ethnicity"}


def ages(case: Case) -> Iterator[Constraint]:
    """Yield between which birthdays of the person a statement with an age lies."""
    for factoid in case.certain():
        phrase = governing_age(case, factoid)
        if phrase is None or phrase.years_least is None or phrase.years_most is None:
            continue
        sentence = case.sentence(factoid)
        if factoid.type in _ENDS and _AT_THAT_AGE.search(phrase.words):
            continue  # she was ten when her mother died
        by = _BY.search(sentence.content[: phrase.start]) is not None
        firm = _is_said_of_person(case, factoid, phrase)
        strength = Strength.FIRM if firm else Strength.SAID
        words = f"{case.quoted(factoid)} says {'by ' if by else ''}“{phrase.words}”"
        step = case.step(Rule.AGE, words, factoid, firm=firm, words=phrase.words)
        birth, start = case.once(factoid.person, "birth"), case.event(factoid).start
        most = years_at_most(phrase.years_most + 1) - 1
        yield Constraint(start, birth, -most, step, strength, (case.id(factoid),))
        if not by:
            least = years_at_least(phrase.years_least)
            yield Constraint(birth, start, least, step, strength, (case.id(factoid),))


def carried_dates(case: Case) -> Iterator[Constraint]:
    """Yield that what is dated by an age alone belongs to the date told last before it."""
    for factoid in case.certain():
        phrase = governing_age(case, factoid)
        passage = case.passages.get(case.id(factoid))
        if phrase is None or passage is None or (factoid.when and is_dated_otherwise(case, factoid)):
            continue
        at = case.sentence(factoid).start - passage.start + phrase.start
        told = [p for p in case.phrases(passage) if p.end <= at and p.kind is TimeKind.DATE and p.when]
        if not told or told[-1].when is None or at - told[-1].end > _JUST_BEFORE:
            continue
        if is_of_birth(passage.content[max(0, told[-1].start - _JUST_BEFORE) : at]):
            continue  # born in 1808, he was sent to school at thirteen
        words = f"{case.quoted(factoid)} is told after “{told[-1].words}”"
        step = case.step(Rule.TOLD, words, factoid, firm=False, words=told[-1].words)
        point, when = case.event(factoid).start, told[-1].when
        if when.earliest is not None and when.latest is not None:
            yield Constraint(0, point, when.earliest, step, Strength.CARRIED, (case.id(factoid),), 1)
            yield Constraint(point, 0, -when.latest, step, Strength.CARRIED, (case.id(factoid),), 1)


def durations(case: Case) -> Iterator[Constraint]:
    """Yield how long a spell lasted: within half and twice of what is said, likely just that."""
    for factoid in case.certain():
        phrase = stated_duration(case, factoid)
        if phrase is not None:
            yield from _lasting(case, factoid, phrase)


def stated_duration(case: Case, factoid: Factoid) -> TimePhrase | None:
    """Return how long a spell lasted by its own words: *for about 7 years*; None for what tells from when to when."""
    if kind_of(factoid) is not Kind.SPELL or is_lasting(factoid):
        return None
    sentence = case.sentence(factoid)
    span = _own(factoid, sentence)
    for phrase in case.phrases(sentence):
        inside = span.start <= phrase.start and phrase.end <= span.end
        if phrase.kind is TimeKind.DURATION and inside and _FOR.search(sentence.content[: phrase.start]):
            return phrase
    return None


def _lasting(case: Case, factoid: Factoid, phrase: TimePhrase) -> Iterator[Constraint]:
    least, most = phrase.days_least, phrase.days_most
    if not least or not most:
        return
    start, end = case.event(factoid)
    words = f"{case.quoted(factoid)} says that it lasted “{phrase.words}”"
    firm = case.strength(factoid)
    for strength, shortest, longest in (
        (firm, least // 2, most * 2),
        (Strength.SAID, least, most + most // 10),
    ):
        step = case.step(Rule.DURATION, words, factoid, firm=strength is Strength.FIRM)
        yield Constraint(start, end, shortest, step, strength, (case.id(factoid),))
        yield Constraint(end, start, -longest, step, strength, (case.id(factoid),))


#: *eleven journeys, the last of them at the age of 57*: the age dates one of several
_OF_ONE = re.compile(
    r"\b(?:first|last|second|third|latest|earliest|one|two|some|most|both|all)\s+of\s+(?:them|these|those|which|whom)\b"
    r"[^.;:]*$"
)


def governing_age(case: Case, factoid: Factoid) -> TimePhrase | None:
    """Return the age that dates a statement: the nearest time before its words, or right behind them."""
    if factoid.type in _OF_OTHERS:
        return None
    sentence = case.sentence(factoid)
    phrases = case.phrases(sentence)
    core = _core(factoid, sentence)
    before = [p for p in phrases if p.end <= core.start and p.kind is not TimeKind.DURATION]
    if before and _is_age(before[-1]) and core.start - before[-1].end <= _FAR:
        return before[-1]
    within = [p for p in phrases if core.start < p.end and p.start < core.end + _NEAR_BEHIND]
    ages = [p for p in within if _is_age(p) and not _OF_ONE.search(sentence.content[: p.start])]
    return ages[0] if len(ages) == 1 and (factoid.type == "death" or not factoid.related) else None


def is_overshadowed(case: Case, factoid: Factoid) -> bool:
    """Say whether an age stands before the statement's words, and the words of its date only behind them.

    *At twenty he became a clerk, and in 1924 head of the office*: 1924 does not date the clerk.
    """
    span = factoid.spans.get("date")
    if span is None:
        return False
    phrase = governing_age(case, factoid)
    sentence = case.sentence(factoid)
    core = _core(factoid, sentence)
    return phrase is not None and phrase.end <= core.start and span.start - sentence.start >= core.end


def is_dated_otherwise(case: Case, factoid: Factoid) -> bool:
    """Say whether the date of a statement with an age is its own: not read behind it, nor made of others."""
    return not is_overshadowed(case, factoid) and "date" not in factoid.inference


def _is_age(phrase: TimePhrase) -> bool:
    return phrase.kind is TimeKind.AGE and phrase.years_least is not None and "old" not in phrase.words


def _is_said_of_person(case: Case, factoid: Factoid, phrase: TimePhrase) -> bool:
    """Say whether the age is firmly the person's: in the quote, *at the age of*, and nobody else is there."""
    sentence = case.sentence(factoid)
    own = _own(factoid, sentence)
    inside = own.start <= phrase.start and phrase.end <= own.end
    said = _OF_SUBJECT.search(sentence.content[: phrase.start]) or _OF_SUBJECT.search(phrase.words)
    alone = not factoid.related and case.strength(factoid) is Strength.FIRM
    return inside and said is not None and alone and not is_overshadowed(case, factoid)


def _own(factoid: Factoid, sentence: Passage) -> Span:
    return Span(factoid.start - sentence.start, factoid.end - sentence.start)


def _core(factoid: Factoid, sentence: Passage) -> Span:
    """Return where the fields of a statement stand in its sentence; its quote where they have no words."""
    found = {slot: factoid.spans[slot] for slot in SLOTS if factoid.spans.get(slot)}
    if len(found) > 1:
        found.pop("value", None)  # the verb of an appointment stands far from the post
    spans = list(found.values())
    if not spans:
        return _own(factoid, sentence)
    return Span(min(s.start for s in spans) - sentence.start, max(s.end for s in spans) - sentence.start)
