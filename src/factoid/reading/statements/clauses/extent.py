"""How far a clause reaches in the text: its own words, and the span that quotes it."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import Clause, is_predicate

_CLAUSAL = frozenset(("ccomp", "advcl", "relcl", "parataxis", "csubj"))


def clause_tokens(verb: Token) -> list[Token]:
    """Return the tokens of the clause itself, without the clauses that hang on it, in order."""
    doc = verb.doc
    found = doc.clauses.get(verb.i)
    if found is None:
        end = _end_of_bracket(verb)
        found = doc.clauses[verb.i] = sorted((t for t in _tokens_under(verb) if t.i < end), key=lambda t: t.i)
    return found


def _end_of_bracket(verb: Token) -> int:
    """Return where the bracket closes in which a clause is told, *(died 1017) was a geographer*; else the end."""
    doc = verb.doc
    for token in reversed(doc[max(verb.i - _IN_BRACKET, 0) : verb.i]):
        if token.text == ")" or token.is_sent_start:
            break
        if token.text == "(":
            return next((t.i for t in doc[verb.i : verb.i + _IN_BRACKET] if t.text == ")"), len(doc))
    return len(doc)


_IN_BRACKET = 25  #: words


def _tokens_under(verb: Token) -> list[Token]:
    found = [verb]
    stack = [verb]
    while stack:
        for child in stack.pop().children:
            if (
                child.dep_ in _CLAUSAL
                or (child.dep_ == "conj" and is_predicate(child))
                or (child.dep_ == "cc" and child.head.i == verb.i)
            ):
                continue
            if child.dep_ == "acl" and child.pos_ == "VERB" and child.rights:
                continue
            found.append(child)
            stack.append(child)
    return found


def clause_span(clause: Clause, *, longest: int = 230) -> Span:
    """Return the span of the clause in the text, clause-sized: shortened around the verb if it is long."""
    tokens = clause_tokens(clause.verb)
    low, high = tokens[0].i, tokens[-1].i
    doc = clause.verb.doc
    parts = {t.i for t in tokens}
    if clause.shared_to is not None:
        high = max(high, clause.shared_to)
        parts.update(range(clause.verb.i, clause.shared_to + 1))
    verb = clause.verb.i
    start, end = verb, verb
    gap = 0
    while start > low and gap < 4:  # a parenthesis of a few words is kept, a long insertion cut off
        gap = 0 if start - 1 in parts else gap + 1
        start -= 1
    gap = 0
    while end < high and gap < 4:
        gap = 0 if end + 1 in parts else gap + 1
        end += 1
    while start < verb and (start not in parts or doc[start].is_punct or doc[start].dep_ == "cc"):
        start += 1
    if start + 1 < verb and doc[start].text.isdigit() and doc[start + 1].text == "]":
        start += 2  # the mark of a note is not its words
    while end > verb and (end not in parts or doc[end].is_punct or doc[end].is_space):
        end -= 1
    while end > verb and span_of(doc[start : end + 1]).end - span_of(doc[start]).start > longest:
        end -= 1
    while start < verb and span_of(doc[start : end + 1]).end - span_of(doc[start]).start > longest:
        start += 1
    return span_of(doc[start : end + 1])
