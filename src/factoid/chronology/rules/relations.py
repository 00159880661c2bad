"""Earlier, later, while: events that sources place by other events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factoid.chronology.case import Case
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule, Step
from factoid.chronology.vocabulary import is_wedding, within_life
from factoid.dates.english.words import NUMBER, number_of
from factoid.model import Factoid
from factoid.resources import load

_UNIT_DAYS = {"hour": (0, 1), "day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_SOON_DAYS = 183
_AFTER = ("after", "following", "since")
ONCE = ("birth", "death", "burial")  #: whose a pronoun means is not sure: before her death
_ABOUT = 4  #: a stated distance may be off by its fourth part
_SHIFT = re.compile(r"(?P<count>\d+) (?P<unit>day|week|month|year)s? (?P<way>after|before) “(?P<words>.+)”")


class _Anchor(NamedTuple):
    start: int
    end: int
    rests_on: tuple[str, ...]


def relations(case: Case) -> Iterator[Constraint]:
    """Yield what *two years after his marriage*, *before her arrest*, *during his exile* demand."""
    for factoid in case.certain():
        sentence = case.sentence(factoid)
        for match in _relation().finditer(sentence.content):
            anchor = _anchor(case, factoid, match)
            if anchor is None or not _is_of(case, factoid, match):
                continue
            inside = (
                factoid.start - sentence.start <= match.start()
                and match.end() <= factoid.end - sentence.start
            )
            own_life = not match["kin"] and load("chronology")["events"][match["event"].lower()] in ONCE
            strength = case.strength(factoid) if inside and not own_life else Strength.SAID
            words = f"{case.quoted(factoid)} says “{' '.join(match[0].split())}”"
            step = case.step(Rule.RELATION, words, factoid, firm=strength is Strength.FIRM)
            yield from _placed(case, factoid, anchor, match, (step, strength))
            break


def shifts(case: Case) -> Iterator[Constraint]:
    """Yield the distance to the event on which a date hangs: *a couple of months later*."""
    for factoids in case.by_source.values():
        by_words = {f.when.words: f for f in factoids if f.when and f.when.words}
        for factoid in factoids:
            match = _SHIFT.fullmatch(factoid.when.basis) if factoid.when else None
            anchor = by_words.get(match["words"]) if match else None
            if match is None or anchor is None or anchor.start >= factoid.start:
                continue
            least, most = _distance(int(match["count"]), match["unit"], loosely=True)
            distance = f"{match['count']} {match['unit']}s {match['way']}"
            words = f"{case.quoted(factoid)} is told as {distance} {case.quoted(anchor)}"
            step = case.step(Rule.RELATION, words, factoid, firm=False)
            ends = (case.event(anchor).start, case.event(factoid).start)
            early, late = ends if match["way"] == "after" else ends[::-1]
            ids = (case.id(anchor), case.id(factoid))
            yield Constraint(early, late, least, step, Strength.SAID, ids)
            yield Constraint(late, early, -most, step, Strength.SAID, ids)


def _placed(
    case: Case, factoid: Factoid, anchor: _Anchor, match: re.Match[str], reason: tuple[Step, Strength]
) -> Iterator[Constraint]:
    start, end = case.event(factoid)
    step, strength = reason
    ids = tuple(dict.fromkeys((case.id(factoid), *anchor.rests_on)))
    way = match["way"].lower()
    if way in ("during", "while in"):
        yield Constraint(anchor.start, start, 0, step, strength, ids)
        yield Constraint(end, anchor.end, 0, step, strength, ids)
        return
    early, late = (anchor.start, start) if way in _AFTER else (end, anchor.start)
    if match["count"] is None:
        yield Constraint(early, late, 0, step, strength, ids)
        if match["soon"]:
            yield Constraint(late, early, -_SOON_DAYS, step, Strength.SAID, ids)
        return
    loose = match["loose"] is not None
    least, most = _distance(number_of(match["count"]), match["unit"].lower(), loosely=loose)
    yield Constraint(early, late, least, step, strength, ids)
    yield Constraint(late, early, -most, step, strength, ids)


def _distance(count: int, unit: str, *, loosely: bool) -> tuple[int, int]:
    """Return the days that so many units can be: a year more or less for years, as people count them."""
    least, most = (count * days for days in _UNIT_DAYS[unit])
    margin = {"year": 365, "month": 31, "week": 7}.get(unit, 1)
    extra = most // _ABOUT if loosely else 0
    return max(0, least - margin - extra), most + margin + extra


def _is_of(case: Case, factoid: Factoid, match: re.Match[str]) -> bool:
    """Say whether the phrase places this statement: it is in its quote or opens the sentence."""
    sentence = case.sentence(factoid)
    first = factoid.start - sentence.start
    return first <= match.start() < factoid.end - sentence.start or (
        match.end() <= first and first - match.end() <= 2 and match.start() <= 1
    )


def _anchor(case: Case, factoid: Factoid, match: re.Match[str]) -> _Anchor | None:
    """Return the event that the phrase names: the person's own, or a relative's birth or death."""
    statement_type = load("chronology")["events"][match["event"].lower()]
    if match["kin"]:
        return _of_relative(case, factoid, match["kin"].lower(), statement_type)
    if factoid.type == statement_type:
        return None
    if statement_type in ONCE:
        if match["way"].lower() in _AFTER and within_life(factoid) and statement_type != "birth":
            return None  # after her death: another's
        point = case.once(factoid.person, statement_type)
        return _Anchor(point, point, ())
    person = case.person(factoid.person)
    found = [
        f
        for f in case.by_source[factoid.source]
        if case.person(f.person) == person and _tells_of(f, statement_type)
    ]
    if len(found) != 1 or case.id(found[0]) == case.id(factoid):
        return None
    return _Anchor(*case.event(found[0]), (case.id(found[0]),))


def _tells_of(factoid: Factoid, statement_type: str) -> bool:
    return (
        is_wedding(factoid) and factoid.when is not None
        if statement_type == "wedding"
        else factoid.type == statement_type
    )


def _of_relative(case: Case, factoid: Factoid, role: str, statement_type: str) -> _Anchor | None:
    if statement_type not in ONCE[:2]:
        return None
    person = case.person(factoid.person)
    roles = load("chronology")["kin"][role]
    ties = [
        f
        for f in case.by_source[factoid.source]
        if f.type == "kinship" and f.role in roles and f.related and case.person(f.person) == person
    ]
    if len({case.person(f.related[0]) for f in ties}) != 1:
        return None
    point = case.once(ties[0].related[0], statement_type)
    return _Anchor(point, point, (case.id(ties[0]),))


@cache
def _relation() -> re.Pattern[str]:
    vocabulary = load("chronology")
    kin, events = ("|".join(sorted(vocabulary[name], key=len, reverse=True)) for name in ("kin", "events"))
    return re.compile(
        rf"(?:(?P<loose>about|some|nearly|almost|around|over|more than|less than|roughly)\s+)?"
        rf"(?:(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year)s?\s+)?(?P<soon>(?:shortly|soon|immediately|just)\s+)?"
        rf"\b(?P<way>after|following|before|prior to|since|during|while in)\s+"
        rf"(?:(?:his|her|their)\s+(?:(?P<kin>{kin})(?:['’]s|['’])\s+)?(?:own\s+)?)(?P<event>{events})\b",
        re.IGNORECASE,
    )
