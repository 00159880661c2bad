"""Lists of those who held a post, by heading or label: *Mayors of Ely*, *Directors: Otto Lind, Ann Lee*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factoid.model import MentionForm, Span
from factoid.reading.lexicons import gazetteer, person_nouns
from factoid.reading.parse import Token, TokenSpan, span_of
from factoid.reading.statements.drafts import Draft, Elsewhere, Inferred, Words
from factoid.reading.statements.lexicon import role_words
from factoid.reading.statements.notes.above import heading_above, lines_of
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import dated

_LIKELIHOOD = 0.85
_BASIS = "the label of the line"
_HEADING = re.compile(
    r"(?i:(?:the\s+)?(?:full\s+|complete\s+)?list of\s+(?:the\s+)?|former\s+|past\s+|successive\s+|the\s+)?"
    r"(?P<role>[^\W\d_][\w'.-]+(?:\s[\w'.-]+){0,2}?)"
    r"(?:\s+(?:of|at|in|for)\s+(?P<of>(?:the\s+)?[^\W\d_a-z][^\d:;]{1,60}?))?(?:,?\s+(?:since|from)?\s*\d.*)?"
)
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w' .-]{2,40}?)\s*:\s+(?=\S)")
_BRACKET = re.compile(r"\([^)]*\)")
_BETWEEN = re.compile(r"\s*(?:[,;]|\band\b)\s*")
_WORD = re.compile(r"\w+")
_CONNECTING = frozenset(("since", "from", "until", "till", "to", "c", "ca", "present", "dr", "sir"))


class _Post(NamedTuple):
    role: str  #: of one of them: *mayor*
    is_trade: bool  #: whether it need not be a post in anything: *actor*
    of: str = ""  #: what the heading says the post was over


def read_holders(passage: Passage) -> Iterator[Draft]:
    """Yield the post of each who stands in a list of those who held it."""
    for line in lines_of(passage):
        label = _LABEL.match(passage.content, line.span.start, line.span.end)
        if label is not None:
            post = _one_of(label["label"])
            if post is not None:
                items = _items(Span(label.end(), line.span.end), passage)
                yield from (draft for item in items for draft in _held(item, post, {}, passage))
            continue
        if _holder(line.words, passage) is None:
            continue
        above = heading_above(line.span.start, passage.content, _post_told)
        if above is not None:
            post, heading = above
            yield from _held(line.words, post, _of_what(post, heading, passage), passage)


def _post_told(heading: str) -> _Post | None:
    """Return of which post a heading says that its holders follow."""
    found = _HEADING.fullmatch(heading)
    post = _one_of(found["role"]) if found is not None else None
    return post._replace(of=found["of"] or "") if found is not None and post is not None else None


def _one_of(words: str) -> _Post | None:
    """Return the post that some words name in the plural, *Vice-Presidents*; None of other words."""
    for ending, one in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", "")):
        if not words.lower().endswith(ending):
            continue
        role = words[: len(words) - len(ending)] + one
        last = re.split(r"[\s-]", role.lower())[-1]
        kind = role_words().get(last)
        if kind in _KINDS and last in person_nouns():
            return _Post(role, kind == "occupation" and last not in _LEADING)
    return None


_KINDS = ("office", "membership", "occupation")
_LEADING = ("director", "conductor", "librarian")  #: trades that are posts wherever they head a list


def _items(value: Span, passage: Passage) -> Iterator[TokenSpan]:
    """Yield the parts of a list of names; what brackets hold is not cut."""
    text = _BRACKET.sub(lambda m: "_" * len(m[0]), value.of(passage.content))
    start = 0
    for cut in [*_BETWEEN.finditer(text), None]:
        end = cut.start() if cut is not None else len(text)
        words = passage.segment.words(Span(value.start + start, value.start + end))
        if words is not None:
            yield words
        start = cut.end() if cut is not None else end


def _held(words: TokenSpan, post: _Post, of: dict[str, Words], passage: Passage) -> Iterator[Draft]:
    holder = _holder(words, passage)
    person = passage.person(holder) if holder is not None else None
    if holder is None or person is None:
        return
    quote = span_of(words)
    within = [t for t in passage.dates.phrases if quote.start <= t.start and t.end <= quote.end]
    date = dated(within[0]) if within and within[0].meant is not None else None
    role, name = Inferred(post.role, _BASIS), passage.mention(holder)
    is_trade = post.is_trade and not of
    slots: dict[str, Words] = (
        {"value": role} if is_trade else {"role": role, **of, "value": Inferred("held", _BASIS)}
    )
    yield Draft(
        person=person,
        type="occupation" if is_trade else "office",
        rule="office.list",
        quote=quote,
        anchor=(passage.segment.words(name) or words)[-1],
        who=name,
        slots=slots,
        dated=date,
        own_date=True,
        undated=date is None,
        likelihood=_LIKELIHOOD,
    )


def _holder(words: TokenSpan, passage: Passage) -> Token | None:
    """Return the name in some words that hold nothing else but a date and a bracket."""
    named = [t for t in words if _is_named(t, passage)]
    if not named:
        return None
    span, name = span_of(words), passage.mention(named[0])
    taken = [name, *(Span(t.start, t.end) for t in passage.dates.phrases)]
    taken += [
        Span(span.start + m.start(), span.start + m.end())
        for m in _BRACKET.finditer(span.of(passage.content))
    ]
    rest = [
        t.lower_
        for t in words
        if _WORD.search(t.text) and not t.text.isdigit() and not any(s.overlaps(span_of(t)) for s in taken)
    ]
    return named[0] if all(word.strip(".") in _CONNECTING for word in rest) else None


def _is_named(token: Token, passage: Passage) -> bool:
    mention = passage.people.mention_at(token)
    return mention is not None and mention.form is MentionForm.NAME


def _of_what(post: _Post, heading: Span, passage: Passage) -> dict[str, Words]:
    """Return over which place, or in which body, the heading says that the post was."""
    where = post.of.rstrip(" ,")
    if not where:
        return {}
    start = passage.content.index(where, heading.start)
    bare = re.sub(r"^the\s+", "", where, flags=re.IGNORECASE)
    at = start + len(where) - len(bare)
    is_place = bare in gazetteer() or (bare == where and len(bare.split()) <= _MOST_OF_PLACE)
    return {"place" if is_place else "organisation": Elsewhere(Span(at, at + len(bare)), _BASIS)}


_MOST_OF_PLACE = 2  #: words of a name without an article that is taken for a place
