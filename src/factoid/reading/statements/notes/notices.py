"""Family notices and entries of parish registers, whose heading is all their verb.

*Deaths. May 9, at Soham, Emil Roth, aged 71*; *Bur. 3 May, John Low*; *Baptisms 1743: Jan. 6. Mary, d. of John Low*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factoid.dates import TimePhrase
from factoid.model import MentionForm, Span
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.phrases import is_place, name_span
from factoid.reading.statements.clauses.places import is_plain_name
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin.pairs import as_of_sex, pair
from factoid.reading.statements.notes.register_headings import is_year, kind_of_register
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated
from factoid.resources import load

_LIKELIHOOD = 0.85
_FARTHEST = 6_000  #: characters between a heading and the last of its notices
_BEHIND_TO = 4  #: words between *to* and the bride: *to Miss Anna, second daughter of*
_BY_WHOM = 5  #: words before the name of who married them: *by the Rev. Dr. T. Low*


def read_notices(passage: Passage) -> Iterator[Draft]:
    """Yield the death, the marriage, the burial or the baptism that a notice tells by its heading."""
    kind = kind_of_notice(passage)
    if kind in ("death", "burial", "baptism"):
        yield from _of_one(kind, passage)
        yield from _kin(passage)
    elif kind == "marriage":
        yield from _marriage(passage)
    elif kind is None:
        yield from _death_without_verb(passage)


def kind_of_notice(passage: Passage) -> str | None:
    """Return what the heading of a notice says, above it or at its beginning; None of any other passage."""
    doc, content = passage.segment.doc, passage.content
    start = doc.starts[0] if len(doc) else 0
    day = next((t for t in passage.dates.phrases if t.start == start and _is_day(t)), None)
    behind = _behind_day().match(content, day.end) if day is not None else None
    if behind is not None:
        return _kinds().get(behind["head"].lower(), "marriage")
    if not len(doc) or any(_is_another_verb(t) for t in doc):
        return None
    opening = _opening().match(content, start)
    if opening is not None:
        return _kinds()[opening["head"].lower()] if len(doc) > _FEWEST else None
    for line in reversed(content[max(0, start - _FARTHEST) : start].splitlines()):
        words = _YEAR_OF_HEADING.sub("", line.strip(" .:#*\t").lower())
        if words in _kinds():
            return _kinds()[words]
        register = kind_of_register(line)
        if register is not None:
            return register if _is_entry(passage) else None
        if words and not _NOTICE.search(line) and not is_year(line):
            return None
    return None


def _is_another_verb(token: Token) -> bool:
    """Whether a verb tells something else than a heading does: not *4 May 1809. John Low married Ann Cole*."""
    return (
        token.tag_ in ("VBD", "VBZ", "VBP") and not token.is_sent_start and token.lower_ not in _OF_REGISTERS
    )


_OF_REGISTERS = frozenset(("married", "buried", "baptised", "baptized", "christened"))


def _is_entry(passage: Passage) -> bool:
    """Whether a line below the heading of a register is one of its entries: one with a date, or an age."""
    return bool(passage.dates.phrases) or any(t.lower_ in ("aged", "infant") for t in passage.segment.doc)


def _is_day(time: TimePhrase) -> bool:
    return time.when is not None and len(time.when.edtf) >= _DAY


_FEWEST = 4  #: words of a notice with its heading
_YEAR_OF_HEADING = re.compile(
    r"^\d{4}[,.:]?\s+|[,.:]?\s+(?:(?:in|of|for)\s+)?\d{4}(?:\s?[-\u2013]\s?\d{2,4})?$"
)
_NOTICE = re.compile(r"\d|\binst\b|\bult\b")


_TYPES = {"baptism": "event"}


def _of_one(kind: str, passage: Passage) -> Iterator[Draft]:
    """Yield what the heading tells of whom the notice names first."""
    named = next(_named(passage), None)
    person = passage.person(named) if named is not None else None
    if named is None or person is None:
        return
    where, type_ = passage.mention(named), _TYPES.get(kind, kind)
    value: dict[str, Words] = {"value": Inferred("baptised", "the heading")} if kind == "baptism" else {}
    yield Draft(
        person=person,
        type=type_,
        rule=f"{type_}.notice",
        quote=Span(_start(passage), where.end),
        anchor=named,
        who=where,
        slots={**value, **_place(passage)},
        dated=_date(passage),
        own_date=True,
        undated=_date(passage) is None,
        likelihood=_LIKELIHOOD,
    )


def _death_without_verb(passage: Passage) -> Iterator[Draft]:
    """Yield the death of whom the line above names, told by how alone: *Peacefully at home, on 3 May 2004, aged 71.*"""
    doc, content = passage.segment.doc, passage.content
    if not len(doc) or _dying().match(content, _start(passage)) is None:
        return
    sentence = sentence_of(doc[0])
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
        return
    above = _named_above(passage)
    if above is None:
        return
    told = span_of(sentence)
    yield Draft(
        person=above[0],
        type="death",
        rule="death.notice",
        quote=told,
        anchor=doc[0],
        slots=_house(told, content),
        dated=_date(passage, told.end),
        own_date=True,
        undated=_date(passage, told.end) is None,
        likelihood=_LIKELIHOOD,
    )


_HOUSE = re.compile(
    r"\bat (?:the )?(?P<house>[^\W\d_a-z][^,.;()\d]{2,60}?)(?=[,.;]| on | after | with | surrounded )"
)


def _house(told: Span, content: str) -> dict[str, Words]:
    """Return where somebody died by the words behind *at*, a house or a town: *at St Anne's Home, on*."""
    found = _HOUSE.search(content, told.start, told.end)
    return {"place": Span(*found.span("house"))} if found is not None else {}


_HEADLINE = 160  #: characters at most of the line above, with what stands in it behind the name


def _named_above(passage: Passage) -> tuple[str, Span] | None:
    """Return whom the last line above begins with, where it is no sentence: *LOW, Emma Jane (née Berg)*."""
    start, content = _start(passage), passage.content
    lines = content[max(0, start - _HEADLINE) : start].rstrip().splitlines()
    while lines and not re.search(r"[^\W\d_]{3}", lines[-1]):
        lines.pop()  # her years on a line of their own
    if not lines or lines[-1].rstrip().endswith((".", "!", "?", ":", ";")):
        return None
    at = content.rfind(lines[-1], 0, start)
    line = Span(at, at + len(lines[-1]))
    named = [
        (m.span, p.id)
        for p in passage.people.personas
        for m in p.mentions
        if m.form is MentionForm.NAME and line.start <= m.span.start and m.span.end <= line.end
    ]
    first = min(named, default=None)
    return (first[1], first[0]) if first is not None and first[0].start == line.start else None


_WHOSE = re.compile(
    r"[,.]?\s+(?:[a-z]+\s)?(?:(?P<child>s|son|d|da|dau|daur|daughter|ch|child)|(?P<spouse>wife|w|widow|wid|relict))\.?\s+of\s+"
)
_AND_MOTHER = re.compile(r"(?:,\s[a-z][\w -]{2,20})?,?\s+(?:&|and)\s+(?=[^\W\d_a-z])")
_BASIS = "the entry of a register"


def _kin(passage: Passage) -> Iterator[Draft]:
    """Yield whose child, or wife, an entry says right behind the name: *John s. of William & Ann Cole*."""
    named = list(dict.fromkeys(passage.mention(t) for t in _named(passage)))
    whose = _WHOSE.match(passage.content, named[0].end) if named else None
    first = next((n for n in named[1:] if whose is not None and n.start == whose.end()), None)
    if whose is None or first is None:
        return
    mother = _AND_MOTHER.match(passage.content, first.end) if whose["child"] else None
    second = next((n for n in named if mother is not None and n.start == mother.end()), None)
    child, role = _at(named[0], passage), "wife" if whose["spouse"] else ""
    for where, parent in ((first, "father"), (second, "mother")):
        other = _at(where, passage) if where is not None else None
        if child is None or other is None or where is None or child[0] == other[0]:
            continue
        sex = passage.gender(other[0])
        if role:
            roles = (Inferred("husband", _BASIS), Inferred("wife", _BASIS))
        else:
            as_parent = as_of_sex("parent", sex) if second is None and sex is not None else parent
            as_child = {"s": "son", "d": "daughter"}.get(
                whose["child"][0], as_of_sex("child", passage.gender(child[0]))
            )
            roles = (Inferred(as_parent, _BASIS), Inferred(as_child, _BASIS))
        told = Draft(
            person="",
            type="kinship",
            rule="kinship.notice",
            quote=Span(named[0].start, where.end),
            anchor=child[1],
            undated=True,
            own_date=True,
            likelihood=_LIKELIHOOD,
        )
        yield from pair((child[0], named[0]), (other[0], where), roles, told)


def _at(where: Span, passage: Passage) -> tuple[str, Token] | None:
    """Return whom a name means, with its first word."""
    words = passage.segment.words(where)
    found = ((p, t) for t in words or () if (p := passage.person(t)) is not None)
    return next(found, None)


_JOINING = frozenset(("to", "and", "&", "married", "with"))


def _marriage(passage: Passage) -> Iterator[Draft]:
    doc = passage.segment.doc
    one = next(_named(passage), None)
    to = next((t for t in doc[one.i :] if t.lower_ in _JOINING), None) if one is not None else None
    other = (
        next((t for t in doc[to.i : to.i + _BEHIND_TO] if passage.person(t)), None)
        if to is not None
        else None
    )
    if one is None or other is None:
        return
    first, second = passage.person(one) or "", passage.person(other) or ""
    if first == second:
        return
    said, there = passage.mention(one), passage.mention(other)
    mine, theirs = passage.gender(first), passage.gender(second)
    basis = "the label of the line"
    roles = (
        Inferred(as_of_sex("wife", theirs, mine), basis),
        Inferred(as_of_sex("wife", mine, theirs), basis),
    )
    told = Draft(
        person="",
        type="kinship",
        rule="kinship.notice",
        quote=Span(_start(passage), there.end),
        anchor=to or one,
        slots=_place(passage),
        own_date=True,
        undated=_date(passage) is None,
        likelihood=_LIKELIHOOD,
    )
    for draft in pair((first, said), (second, there), roles, told):
        yield replace(draft, dated=_date(passage))


def _named(passage: Passage) -> Iterator[Token]:
    """Yield the words that mean somebody, but not who married or buried them: *by the Rev. T. Low*."""
    for token in passage.segment.doc:
        mention = passage.people.mention_at(token)
        if mention is None or mention.form is MentionForm.PRONOUN:
            continue
        words = passage.segment.words(mention.span)
        before = token.doc[max(0, words.start - _BY_WHOM) : words.start] if words is not None else ()
        if not any(t.lower_ == "by" for t in before):
            yield token


def _place(passage: Passage) -> dict[str, Words]:
    """Return the first name behind *at*: *at Ely*."""
    for token in passage.segment.doc[1:]:
        is_name = is_place(token, passage.entities) or is_plain_name(token, passage)
        if token.nbor(-1).lower_ == "at" and is_name:
            return {"place": name_span(token, passage.entities)}
    return {}


def _date(passage: Passage, end: int | None = None) -> Dated | None:
    start, end = _start(passage), end or passage.segment.doc.ends[-1]
    told = (t for t in passage.dates.phrases if start <= t.start and t.end <= end)
    dates = [date for t in told if (date := dated(t)) is not None]
    return next((d for d in dates if len(d.when.edtf) >= _DAY), dates[0] if dates else None)


_DAY = len("1743-05-03")  #: before the year alone, which may stand first: *1743 Bur. 3 May*


def _start(passage: Passage) -> int:
    return passage.segment.doc.starts[0]


@cache
def _kinds() -> dict[str, str]:
    kinds = ("marriage", "death", "burial", "baptism")
    return {word: kind for kind in kinds for word in load("notices")[kind]}


@cache
def _behind_day() -> re.Pattern[str]:
    """Return the pattern of the head behind the day that opens a line: *1781 Mar 4 bapt. John*."""
    heads = "|".join((*_kinds(), "mar", "marrd", "mard"))
    return re.compile(rf"[\s.,:\u2013\u2014-]+(?P<head>(?i:{heads}))\.?:?\s+(?=[^\W\d_a-z])")


@cache
def _dying() -> re.Pattern[str]:
    """Return the pattern of how somebody died, with which a notice opens: *Peacefully, at home*, *Suddenly on*."""
    how = rf"(?:{'|'.join(load('notices')['dying'])})"
    return re.compile(
        rf"{how}(?:,? (?:and|but) (?i:{how}))?,?\s+(?:{'|'.join(_BEHIND_HOW)})\b", re.IGNORECASE
    )


_BEHIND_HOW = ("at", "in", "on", "after", "following", "surrounded", "with", "as", "from", "due")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\d{{4}}[.,:]?\s+)?(?P<head>{'|'.join(_kinds())})"
        rf"(?:\s?[.:\u2013\u2014-]+\s+(?=\S)|,?\s+(?=\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]{{2,}}))",
        re.IGNORECASE,
    )
