"""What speaks for each date that a statement may have, as features with names that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.parse import Token, TokenSpan, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import verb_over
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.options import Option
from factoid.reading.statements.when.storyline import ends, year_of
from factoid.resources import load

_DISTANCES = (15, 40, 80, 160, 320, 640)


@dataclass(frozen=True)
class Evidence:
    """What speaks for the dates that one statement may have. A feature is a head and a fact, ``HEAD | FACT``."""

    about: frozenset[str]  #: facts about the statement, the same for every option
    heads: tuple[tuple[str, ...], ...]  #: of each option: what is crossed with the facts about the statement
    own: tuple[tuple[tuple[str, frozenset[str]], ...], ...]  #: of each option: heads with its own facts

    def features(self) -> list[list[str]]:
        """Return the features of each option, written out."""
        return [
            [f"{head} | {fact}" for head in heads for fact in sorted(self.about)]
            + [f"{head} | {fact}" for head, facts in own for fact in sorted(facts)]
            for heads, own in zip(self.heads, self.own, strict=True)
        ]


def evidence(draft: Draft, passage: Passage, options: Sequence[Option], rule: Dated | None) -> Evidence:
    """Return what speaks for each option."""
    now = tense(draft.anchor, passage)
    about = frozenset(("always", *_of_statement(draft, passage, rule, now)))
    heads, rows = [], []
    here = _Here(draft.anchor, span_of(draft.anchor), span_of(sentence_of(draft.anchor)), now)
    told: dict[int, _Facts] = {}  # all that is made of one time shares the facts about it
    for option in options:
        time = option.phrase
        of_time = _NO_FACTS
        if time is not None:
            if time.start not in told:
                told[time.start] = _facts(_of_phrase(time, draft, passage, here))
            of_time = told[time.start]
        of_option = _facts(_of_option(option, rule, here))
        own, typed = of_time  # the same sets for all that is made of one time: their sums are made once
        if of_option.all:
            own, typed = own | of_option.all, typed | of_option.typed
        key = option.key
        dated = option.edtf is not None
        heads.append((key, option.source, option.form) if dated else (key,))
        rows.append(
            (
                (key, own),
                (f"{draft.type}: {key}", typed),
                ("any", own),
                *([(option.form, own)] if dated else ()),
            )
        )
    return Evidence(about, tuple(heads), tuple(rows))


class _Here(NamedTuple):
    """Where the statement stands."""

    anchor: Token
    at: Span
    sentence: Span
    tense: str


class _Facts(NamedTuple):
    """Facts, and those of them that tell differently for each type of statement."""

    all: frozenset[str]
    typed: frozenset[str]


_NO_FACTS = _Facts(frozenset(), frozenset())


def _facts(found: Iterable[str]) -> _Facts:
    all_ = frozenset(found)
    if not all_:
        return _NO_FACTS
    return _Facts(all_, frozenset(f for f in all_ if f.startswith(("stands", "rule", "size", "also"))))


def _of_statement(draft: Draft, passage: Passage, rule: Dated | None, now: str) -> Iterator[str]:
    """What is the same for every option: the statement, its tense, the words that lead over to it."""
    anchor = draft.anchor
    sentence = sentence_of(anchor)
    start, end = span_of(sentence)
    there = passage.dates.story.within(start, end)
    dates = min(len(there), 3)
    yield f"type={draft.type}"
    yield f"type={draft.type} reader={draft.rule.split('.')[0]} dates={dates}"
    yield f"type={draft.type} tense={now}"
    yield f"reader={draft.rule}"
    yield f"tense={now}"
    yield f"tense={now} dates={dates}"
    yield f"dates={dates} entry={passage.is_entry}"
    yield f"entry={passage.is_entry}"
    yield f"told by rule={_how(rule)}"
    yield f"type={draft.type} told by rule={_how(rule)}"
    yield f"undated={draft.undated} own={draft.own_date}"
    yield f"narrator={passage.people.narrator == draft.person}"
    yield f"main={passage.main == draft.person}"
    yield f"opens={sentence.start == 0}"
    yield f"kind={passage.segment.segment.kind}"
    yield f"anchor={anchor.dep_} {anchor.pos_}"
    verb = verb_over(anchor, passage.clauses)
    yield f"lemma={anchor.lemma_.lower()}"
    yield f"verb={verb.lemma_.lower()}"
    yield f"verb dep={verb.dep_} stands={'self' if verb.i == anchor.i else anchor.dep_}"
    yield f"quote={min((draft.quote.end - draft.quote.start) // 30, 4)}"
    yield from _of_story(sentence, passage)
    for slot in ("place", "organisation", "role", "value"):
        if slot in draft.slots:
            yield f"type={draft.type} has {slot}"
    for word in _leading(anchor, passage):
        yield f"led by {word}"


def _of_story(sentence: TokenSpan, passage: Passage) -> Iterator[str]:
    """How far the story moves from the date before the sentence to the date after it."""
    story, (start, end) = passage.dates.story, span_of(sentence)
    last, coming = story.before(start), story.after(end)
    years = [
        year_of(edge) if edge is not None else None
        for edge in (
            ends(last.meant.edtf)[1] if last is not None and last.meant is not None else None,
            ends(coming.meant.edtf)[0] if coming is not None and coming.meant is not None else None,
        )
    ]
    if None in years:
        yield f"story known before={years[0] is not None} after={years[1] is not None}"
    else:
        gap = (years[1] or 0) - (years[0] or 0)
        yield f"story moves {'back' if gap < 0 else next((str(w) for w in (0, 1, 2, 5, 10) if gap <= w), 'far')}"
    if last is not None:
        yield f"last {_far(start - last.end)} behind"
    if coming is not None:
        yield f"next {_far(coming.start - end)} ahead"


def _how(rule: Dated | None) -> str:
    return "none" if rule is None else "words" if rule.span is not None else "carried"


def tense(anchor: Token, passage: Passage) -> str:
    """Return how the clause of a word stands in time: past, had, present, ing, to …"""
    verb = verb_over(anchor, passage.clauses)
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "had" in helpers:
        return "had"
    if helpers & {"has", "have"}:
        return "perfect"
    if helpers & {"will", "shall", "would", "should", "could", "might", "may", "can"}:
        return "modal"
    if "to" in helpers:
        return "to"
    if helpers & {"is", "are"}:
        return "present"
    if helpers & {"was", "were"}:
        return "past ing" if verb.tag_ == "VBG" else "past"
    return {"VBD": "past", "VBZ": "present", "VBP": "present", "VBG": "ing", "VBN": "participle"}.get(
        verb.tag_, "none"
    )


def _leading(anchor: Token, passage: Passage) -> Iterator[str]:
    """Yield the words that lead over: *then*, *there*, *meanwhile*, *already*, *after his return*."""
    groups: dict[str, list[str]] = load("leading_words")["groups"]
    verb = verb_over(anchor, passage.clauses)
    near = {t.lower_ for t in verb.children} | {t.lower_ for t in anchor.children}
    head = {t.lower_ for t in sentence_of(anchor)[:3]}
    for group, words in groups.items():
        if near.intersection(words):
            yield f"{group} beside"
        if head.intersection(words):
            yield f"{group} first"


def _of_option(option: Option, rule: Dated | None, here: _Here) -> Iterator[str]:
    if rule is not None and option.edtf is not None and option.edtf == rule.when.edtf:
        yield f"rule={_how(rule)}"
    if option.edtf is None:
        return
    for key in option.also:
        yield f"also {key}"
    if option.other is not None:
        first, last = ends(option.edtf)
        width = year_of(last) - year_of(first) if first is not None and last is not None else 99
        yield f"width={next((w for w in (0, 1, 2, 4, 8, 16) if width <= w), 99)}"
        yield f"size={_size(option.other)}"
        yield f"coming in {_far(option.other.start - here.at.start)}"
        yield f"first here={option.phrase is not None and option.phrase.start >= here.sentence.start}"
        yield f"second here={option.other.start < here.sentence.end}"


def _size(time: TimePhrase) -> str:
    edtf = time.meant.edtf if time.meant else ""
    if "/" in edtf or ".." in edtf:
        return "open before" if edtf.startswith("..") else "open after" if edtf.endswith("..") else "range"
    return {4: "year", 7: "month", 10: "day"}.get(len(edtf.strip("~?%")), "other")


def _far(characters: int) -> str:
    return str(next((d for d in _DISTANCES if characters <= d), 999))


def _of_phrase(time: TimePhrase, draft: Draft, passage: Passage, here: _Here) -> Iterator[str]:
    anchor, at, sentence, now = here
    before = time.end <= at.start
    yield f"size={_size(time)}"
    yield f"kind={time.kind} passing={time.in_passing}"
    yield f"rule of time={time.rule}"
    distance = at.start - time.end if before else time.start - at.end
    yield f"{'behind' if before else 'ahead'} by {_far(distance)}"
    if sentence.start <= time.start < sentence.end:
        stands = stands_to(time, anchor, passage)
        yield f"stands {stands}"
        yield f"stands {stands} {'behind' if before else 'ahead'} by {_far(distance)}"
        yield f"stands {stands} tense={now}"
        yield f"quoted={draft.quote.start <= time.start < draft.quote.end}"
        between = passage.content[min(at.start, time.start) : max(at.end, time.end)]
        marks = "".join(mark for mark in ';:(\u2014,"' if mark in between)
        yield f"marks between={marks}"
        yield f"stands {stands} marks={marks}"
        crowd = passage.dates.story.within(min(at.start, time.end), max(at.start, time.start))
        yield f"others between={min(len(crowd), 2)}"
        yield f"begins={time.start - sentence.start < 25} {'behind' if before else 'ahead'}"
    else:
        yield f"same segment={passage.segment.offset <= time.start}"
        yield f"same segment={passage.segment.offset <= time.start} tense={now}"
        low, high = time.start - 120, time.end + 120
        near = any(low <= m.start <= high for m in passage.personas[draft.person].mentions)
        yield f"person near={near}"


def stands_to(time: TimePhrase, anchor: Token, passage: Passage) -> str:
    """Return where in the sentence a time stands, seen from a word: the same clause, above it, below it …"""
    root = passage.dates.root_of(time)
    if root is None:
        return "outside"
    climb = root
    while climb.i not in passage.clauses and climb.head.i != climb.i:
        climb = climb.head
        if climb.i == anchor.i:
            return "beside"
    mine = verb_over(anchor, passage.clauses)
    if climb.i == mine.i:
        return "same"
    path = _above(mine, passage)
    if climb.i in path:
        return f"above over {path[climb.i]}"
    path = _above(climb, passage)
    return f"below over {path[mine.i]}" if mine.i in path else "aside"


def _above(verb: Token, passage: Passage) -> dict[int, str]:
    """Return the clauses above a clause, each with the last link to it."""
    found: dict[int, str] = {}
    token = verb
    while token.head.i != token.i and len(found) < 8:
        link = token.dep_
        token = verb_over(token.head, passage.clauses)
        found[token.i] = link
    return found
