"""Where a time stands to the words it may tell of: right behind a verb, or behind an *and*."""

from __future__ import annotations

from bisect import bisect_left

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.parse import Token, sentence_of, span_of

#: what opens a clause that says when: what it tells was at the same time, or ended it
SAYING_WHEN = frozenset(("when", "while", "as", "once"))
_ENDING = frozenset(("before", "until", "till"))
TELLING_WHEN = SAYING_WHEN | _ENDING
_DAYS = frozenset(("day", "days", "night", "eve", "evening", "morning", "week", "weeks", "hour", "hours"))
_LEADING = frozenset(
    (",", "in", "on", "from", "since", "by", "until", "the", "then", "later", "early", "late", "-")
)
_NOTHING_MORE = frozenset((".", ";", ")", "!", "?", ":"))


def comes_later(verb: Token) -> bool:
    """Whether a clause tells what the one it hangs on came before: *taught in 1970, before Karl asked him to join*."""
    leads = (c for c in verb.children if c.lower_ in _ENDING and c.dep_ == "mark")
    # *a few days before he was called up* is the same time
    return verb.dep_ == "advcl" and any(c.i == 0 or c.nbor(-1).lower_ not in _DAYS for c in leads)


def stands_behind(verb: Token, word: Token) -> bool:
    """Whether nothing but *in* or *on* parts a time from a verb before it: *until he died, in 1733*."""
    between = verb.doc[verb.i + 1 : word.i]
    return (
        verb.i < word.i
        and len(between) <= 4
        and all(
            t.text == "," or t.lower_ in ("in", "on", "about", "the") or t.ent_type_ == "DATE"
            for t in between
        )
    )


def and_between(anchor: Token, time: TimePhrase) -> bool:
    """Say whether an *and* stands before the time: it may tell of what is said after it."""
    return any(
        t.lower_ == "and" and span_of(t).start < time.start
        for t in anchor.doc[anchor.i : sentence_of(anchor).end]
    )


def is_of_what_follows(anchor: Token, time: Span) -> bool:
    """Whether a date tells of what comes after it: *deputy head of the Cheka, and in 1924 the head of the GPU*.

    Such a date stands right behind an *and*, behind the word asked about, and something follows it.
    """
    doc, end = anchor.doc, sentence_of(anchor).end
    starts = doc.starts
    first = bisect_left(starts, time.start, anchor.i + 1, end)
    at = bisect_left(starts, time.end, first, end)
    while at < end and doc[at].text == ",":
        at += 1
    if at == end or doc[at].text in _NOTHING_MORE or doc[at].lower_ in ("and", "or"):
        return False
    before = first - 1
    while before > anchor.i and doc[before].lower_ in _LEADING:
        before -= 1
    return before > anchor.i and doc[before].lower_ == "and"
