"""The words of a predicate: the verb with its particle, or with all that follows it in the clause."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.extent import clause_tokens
from factoid.reading.statements.clauses.phrases import phrase
from factoid.reading.statements.drafts import Inferred, Words
from factoid.reading.statements.passage import Passage


def predicate_span(clause: Clause, passage: Passage, *, with_complement: bool = False) -> Span:
    """Return verb and what follows it in the clause, without the date at its end: a short description of the deed."""
    verb = clause.verb
    tokens = [t for t in clause_tokens(verb) if t.i >= verb.i]
    doc = verb.doc
    last = verb.i
    parts = {t.i for t in tokens}
    while last + 1 in parts and last - verb.i < 14 and doc[last + 1].text != ";":
        last += 1
    if with_complement:
        told = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i)
        last = max([last, *(c.right_edge.i for c in told)])
        last = min(last, verb.i + 18)
        last = next((t.i - 1 for t in doc[verb.i + 1 : last + 1] if t.text == ";"), last)
    is_cut = last + 1 in parts
    while is_cut and (half := next((t for t in doc[verb.i + 1 : last + 1] if t.head.i > last), None)):
        last = half.i - 1  # not *the national under-19*, of the team
    while last > verb.i and (
        doc[last].is_punct
        or passage.dates.is_time(doc[last])
        or (
            doc[last].dep_ in ("cc", "prep", "mark", "det")
            and (is_cut or last + 1 not in parts or passage.dates.is_time(doc[last + 1]))
        )
    ):
        last -= 1
    return span_of(doc[verb.i : last + 1])


def done_by(clause: Clause, passage: Passage) -> Words:
    """Return what an agent did, where the passive tells it of the one who suffers it."""
    subject = next((t for t in clause.subjects if t.pos_ in ("NOUN", "PROPN")), None)
    if subject is None:
        return verb_words(clause)
    deed = verb_words(clause).of(passage.content)
    return Inferred(f"{deed} {phrase(subject).of(passage.content)}", "the subject of the passive")


def verb_words(clause: Clause) -> Span:
    """Return the verb, with the particle right behind it."""
    verb = clause.verb
    particle = next((c for c in verb.children if c.i == verb.i + 1 and _is_particle(c)), None)
    return span_of(verb.doc[verb.i : verb.i + 2]) if particle is not None else span_of(verb)


def _is_particle(word: Token) -> bool:
    return word.dep_ == "prt" or word.lower_ in ("back", "away", "off", "out")
