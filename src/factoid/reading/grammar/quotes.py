"""Which words of a clause are quoted: the whole of it, or the verb with what belongs to it."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.words import subtree

_MOST_WORDS = 16  #: of an event in words


def predicate_phrase(clause: Clause, times: Times) -> Span:
    """Return the verb with what belongs to it, without the subject and the date before it."""
    row = [w for w in clause.words if w.i >= clause.verb.i or w.rel in ("obj", "obl")]
    row = [w for w in row if w.start not in times.words or w.i > clause.verb.i]
    start = clause.verb
    for word in reversed(clause.verb.sentence.words[: clause.verb.i]):
        if word.pos not in ("ADV", "PART") or word.start in times.words:
            break
        start = word
    inside = {w.i for w in clause.words}
    stop = clause.subject_word.i if clause.subject_word is not None else -1
    last = clause.verb
    for word in clause.verb.sentence.words[clause.verb.i + 1 :]:
        if word.i not in inside or (word.i == stop) or word.i - clause.verb.i > _MOST_WORDS:
            break
        if word.text in (",", ";", ":", "—", "–", "("):
            break
        last = word
    for child in clause.verb.children:
        if (
            child.rel in ("ccomp", "xcomp")
            and child.i > clause.verb.i
            and (whole := subtree(child))
            and whole[-1].i - clause.verb.i <= _MOST_WORDS
        ):
            last = whole[-1]
    while last.i > clause.verb.i and last.pos in ("PUNCT", "ADP", "CCONJ") and last.text not in '»"':
        last = clause.verb.sentence.words[last.i - 1]
    return Span(start.start, last.end)


def quote_of(clause: Clause) -> Span:
    """Return the words of the clause from first to last, as far as they stand together."""
    row = clause.verb.sentence.words
    inside = {w.i for w in clause.words}
    first = last = clause.verb.i
    while first > 0 and (first - 1 in inside) and row[first - 1].text not in (";", ":"):
        first -= 1
    while last + 1 < len(row) and (last + 1) in inside and row[last + 1].text not in (";", ":", "."):
        last += 1
    while first < clause.verb.i and (
        row[first].pos in ("PUNCT", "CCONJ", "SCONJ") and row[first].text not in '«"('
    ):
        first += 1
    while last > clause.verb.i and row[last].pos in ("PUNCT", "CCONJ", "ADP") and row[last].text not in '»")':
        last -= 1
    return Span(row[first].start, row[last].end)
