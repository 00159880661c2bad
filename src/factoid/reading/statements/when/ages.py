"""Births that an age tells: *died in 1831, aged 77*; *Jan Low, 34, a groom*; *Ada, six years younger than he*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factoid.dates import when_of_edtf
from factoid.dates.english.words import number_of
from factoid.model import Span
from factoid.model.when import iso_of_year
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated
from factoid.reading.statements.when.standing import is_of_what_follows
from factoid.reading.statements.when.storyline import ends, year_of

#: a birth counted back from an age; where the text tells the birth itself, that is enough
BY_AGE = "birth.age"
_LIKELIHOOD = 0.75
_WIDEST = 1  #: years between the least and the most that an age may be: not *in her fifties*
_YOUNGEST, _OLDEST = 5, 99  #: of a number beside a name
_BARE = re.compile(r"[1-9]\d|[5-9]")
_CLOSING = frozenset((",", ".", ";", ")", ":", "-", "\u2013", "\u2014"))
_ADDRESS = re.compile(
    r"\s*,\s*(?:[A-Z][\w'.]+\s+){1,3}(?:St|Street|Rd|Road|Lane|Avenue|Row|Terrace|Place)\b|\s*,\s*\d"
)
_NOT_TOLD = frozenset(
    ("would", "will", "shall", "should", "could", "might", "may", "can", "must", "if", "not", "never")
)
_WHEN = frozenset(("when", "while", "as"))
_REACH = 45  #: characters between a date and the age that follows it


class _Aged(NamedTuple):
    """Whose age words tell, and when they were of that age."""

    person: str
    who: Token
    words: Span
    least: int  #: years between the birth and then
    anchor: Token
    told: Dated


def read_births_by_age(passage: Passage) -> Iterator[Draft]:
    """Yield when somebody was born who was so old at a time that the text gives."""
    for aged in (*_in_words(passage), *_beside_names(passage)):
        year = _year(aged.told)
        if year is None:
            continue
        born = year - aged.least
        reason = f"{aged.words.of(passage.content)}, in {year if year > 0 else f'{1 - year} BC'}"
        where = passage.mention(aged.who)
        yield Draft(
            person=aged.person,
            type="birth",
            rule=BY_AGE,
            quote=Span(min(aged.words.start, where.start), max(aged.words.end, where.end)),
            anchor=aged.anchor,
            who=where,
            dated=Dated(when_of_edtf(f"{iso_of_year(born)}~", basis=reason), None, reason),
            undated=True,
            likelihood=_LIKELIHOOD,
        )


def read_birthdays(passage: Passage) -> Iterator[Draft]:
    """Yield when somebody was born whose birthday or year of life a text counts: *his 70th birthday on 3 May 1931*."""
    for token in passage.segment.doc:
        years = _years_counted(token)
        owners = passage.persons([c for c in token.children if c.dep_ == "poss"]) if years else []
        clause = passage.clause_over(token)
        told = passage.dates.of(token, narrative=False) if len(owners) == 1 else None
        if told is None and owners and clause is not None:
            told = passage.dates.of(clause.verb, narrative=False)
        year = _year(told) if told is not None and told.span is not None else None
        if told is None or year is None:
            continue
        day = _DAY.fullmatch(told.when.edtf or "")
        person, said = owners[0]
        reason = f"{token.text}, in {year}"
        born = f"{iso_of_year(year - years)}{day[1]}" if day is not None else f"{iso_of_year(year - years)}"
        yield Draft(
            person=person,
            type="birth",
            rule=BY_AGE,
            quote=Span(passage.mention(said).start, span_of(token).end),
            anchor=token,
            who=passage.mention(said),
            dated=Dated(when_of_edtf(born, basis=reason), None, reason),
            undated=True,
            likelihood=_LIKELIHOOD,
        )


_DAY = re.compile(r"\d{4}(-\d\d-\d\d)")
_COMPLETING = frozenset(("complete", "finish", "conclude"))


def _years_counted(token: Token) -> int:
    """Return the years since the birth on *his seventieth birthday*, or when one *completes his seventieth year*."""
    is_year = token.lower_ == "year" and token.dep_ == "dobj" and token.head.lemma_ in _COMPLETING
    if token.lower_ != "birthday" and not is_year:
        return 0
    number = next((c for c in token.lefts if c.dep_ in ("amod", "nummod", "compound")), None)
    return number_of(number.text) if number is not None else 0


def _in_words(passage: Passage) -> Iterator[_Aged]:
    """Yield the ages that are told in words: *aged 77*, *in his 59th year*, *a lad of sixteen*, *He was nineteen*."""
    for root, age in passage.dates.ages:
        if age.years_least is None or (age.years_most or 0) - age.years_least > _WIDEST:
            continue
        found = _of_noun(root, passage) or _of_clause(root, passage)
        if found is None:
            continue
        person, who, told = found
        # who died in the 59th year was born 59 years before
        least = age.years_least + (age.rule == "year of life")
        yield _Aged(person, who, age.span, least, root, told)


def _of_noun(root: Token, passage: Passage) -> tuple[str, Token, Dated] | None:
    """Return who is described by the age: *Anna Low, aged 22*, *her sixteen-year-old brother Karl*."""
    token = root
    while token.i not in passage.clauses and token.head.i != token.i:
        token = token.head
        person = passage.person(token) if token.pos_ in ("NOUN", "PROPN") else None
        if person is not None:
            told = _beside(root, passage) or _when_described(token, passage)
            is_known = passage.personas[person].is_named
            return (person, token, told) if told is not None and is_known else None
    return None


def _of_clause(root: Token, passage: Passage) -> tuple[str, Token, Dated] | None:
    """Return who does what the age is told of: *he died in 1900, at 56*. A deed needs a date of its own."""
    clause = passage.clause_over(root)
    if clause is None or _NOT_TOLD & {c.lower_ for c in clause.verb.children}:
        return None
    if clause.left_out and clause.verb.lower_ == "aged" and clause.parent is not None:
        clause = passage.clauses.get(clause.parent.i, clause)  # *There died, aged 74, Karl Low*
    doers = passage.doers(clause)
    told = _beside(root, passage) or _own(clause.verb, passage)
    if len(doers) != 1 or told is None:
        return None
    person, who = doers[0]
    return person, who if who is not None else clause.verb, told


def _beside(root: Token, passage: Passage) -> Dated | None:
    """Return the date that the age follows: *died at Hawick 19 May 1831, in his 77th year*."""
    at = span_of(root).start
    time = next(iter(reversed(passage.dates.story.within(at - _REACH, at))), None)
    if time is None or time.meant is None or any(c in passage.content[time.end : at] for c in ".;()"):
        return None
    return dated(time)


def _own(verb: Token, passage: Passage) -> Dated | None:
    """Return the date of a clause, or of the clause that it says the time of."""
    told = passage.dates.of(verb, narrative=False)
    if told is None or told.span is None or is_of_what_follows(verb, told.span):
        return None
    time = next(iter(passage.dates.story.within(told.span.start, told.span.end)), None)
    teller = passage.dates.teller(time) if time is not None else None
    if teller is None or teller == verb.i:
        return told
    other = verb.doc[teller]
    return told if _says_when(verb, other) or _says_when(other, verb) else None


def _says_when(verb: Token, main: Token) -> bool:
    """Whether a clause says when another happened: *when he was twelve, his father died in 1851*."""
    return verb.dep_ == "advcl" and verb.head.i == main.i and any(c.lower_ in _WHEN for c in verb.children)


def _when_described(noun: Token, passage: Passage) -> Dated | None:
    """Return when somebody was as old as is said beside the name: by its clause, the sentence before, the head."""
    told = passage.dates.of(noun)
    return told if told is not None else _written(span_of(noun).start, passage)


def _written(place: int, passage: Passage) -> Dated | None:
    """Return when that was written: by the day that opens the entry, or by that of the whole text."""
    story = passage.dates.story
    head = story.head(place)
    opens = head is not None and not passage.content[: head.start].rstrip(" ").endswith(":")
    time = head if opens else story.dateline
    return Dated(time.meant, None) if time is not None and time.meant is not None else None


def _beside_names(passage: Passage) -> Iterator[_Aged]:
    """Yield the ages that stand as bare numbers behind a name: *Jan Low, 34, a groom*, *Ada Holm (58)*."""
    doc = passage.segment.doc
    for number in doc[2:]:
        if not _BARE.fullmatch(number.text) or number.i + 1 >= len(doc):
            continue
        at = number.i - (doc[number.i - 1].lower_ in ("then", "now") and number.i > 2)
        name, mark, after = doc[at - 2], doc[at - 1].text, doc[number.i + 1].text
        if not name.text.istitle() or (
            (mark, after) != ("(", ")") and (mark != "," or after not in _CLOSING)
        ):
            continue
        person, words = passage.people.of(name), span_of(number)
        if person is None or passage.mention(name).end != span_of(name).end or passage.dates.is_time(number):
            continue
        if not _YOUNGEST <= int(number.text) <= _OLDEST or _ADDRESS.match(passage.content, words.end):
            continue
        by_clause = doc[number.i - 1].lower_ == "then"
        told = (None if by_clause else _written(words.start, passage)) or _when_described(name, passage)
        if told is not None:
            yield _Aged(person, name, words, int(number.text), number, told)


def _year(told: Dated) -> int | None:
    first, last = ends(told.when.edtf)
    point = last or first
    return year_of(point) if point is not None else None
