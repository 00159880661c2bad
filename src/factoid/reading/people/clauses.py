"""Pronouns that grammar alone explains: *who* and *himself*."""

from __future__ import annotations

from collections.abc import Callable

from factoid.model import MentionForm
from factoid.reading.clause import clause_of, subject_of, whom_relative_tells
from factoid.reading.parse import Token
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.scene import Scene, sex_of_pronoun

FigureAt = Callable[[Token | None], Figure | None]


def before_relative(token: Token, figure_at: FigureAt) -> Figure | None:
    """Return whom *who*, *whose* stands for: the noun that the clause describes."""
    verb = clause_of(token)
    if verb.dep_ == "relcl":
        found = figure_at(whom_relative_tells(verb.head, verb))
        if found is not None:
            return found
    before = token.i - 1
    while before >= 0 and (token.doc[before].text == "," or token.doc[before].pos_ == "ADP"):
        before -= 1
    return figure_at(token.doc[before]) if before >= 0 else None


def is_of_two(token: Token) -> bool:
    """Whether it is *the former*, *the latter* of two named before, with no noun behind it."""
    doc, at = token.doc, token.i
    if token.lower_ not in ("former", "latter") or at == 0 or doc[at - 1].lower_ != "the":
        return False
    return at + 1 == len(doc) or doc[at + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def of_two(mark: Mark, scene: Scene) -> Figure | None:
    """Return whom it means: the first or the last of the two whom the text named together just before."""
    named: list[Mark] = []
    for before in reversed(scene.recent):
        is_near = before.words.doc is mark.words.doc and mark.sentence - before.sentence <= 1
        if not is_near or len(named) == 2:
            break
        if before.form is MentionForm.NAME and before.figure not in [m.figure for m in named]:
            named.append(before)
    if mark.head.lower_ == "latter":
        return named[0].figure if named else None
    return named[1].figure if len(named) == 2 else None


def subject_of_clause(token: Token, figure_at: FigureAt) -> Figure | None:
    """Return the subject whom *himself* stands for, None if the sexes clash."""
    verb = clause_of(token)
    for _ in range(4):
        subject = subject_of(verb)
        if subject is not None:
            figure = figure_at(subject)
            clash = figure is not None and figure.sex and figure.sex != sex_of_pronoun(token.lower_)
            return None if clash else figure
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
