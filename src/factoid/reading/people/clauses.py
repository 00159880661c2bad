"""Pronouns that grammar alone explains: *who* and *himself*."""

from __future__ import annotations

from collections.abc import Callable

from factoid.reading.clause import clause_of
from factoid.reading.parse import Token
from factoid.reading.people.antecedents import sex_of_pronoun
from factoid.reading.people.figures import Figure

FigureAt = Callable[[Token | None], Figure | None]


def before_relative(token: Token, figure_at: FigureAt) -> Figure | None:
    """Return whom *who*, *whose* stands for: the noun that the clause describes."""
    verb = clause_of(token)
    if verb.dep_ == "relcl":
        found = figure_at(verb.head)
        if found is not None:
            return found
    before = token.i - 1
    while before >= 0 and (token.doc[before].text == "," or token.doc[before].pos_ == "ADP"):
        before -= 1
    return figure_at(token.doc[before]) if before >= 0 else None


def subject_of_clause(token: Token, figure_at: FigureAt) -> Figure | None:
    """Return the subject whom *himself* stands for, None if the sexes clash."""
    verb = clause_of(token)
    for _ in range(4):
        subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            figure = figure_at(subject)
            clash = figure is not None and figure.sex and figure.sex != sex_of_pronoun(token.lower_)
            return None if clash else figure
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
