"""The sentences that an encoder is taught from: what is asked of each, and what is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from weigh_statements import Judged, judged

from factoid.reading.statements.deeds.typing import CLAUSE_TYPES
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.weighing.questions import (
    Stretch,
    question_of_draft,
    question_of_party,
    stretch_of,
)
from factoid.reading.statements.weighing.word_pieces import WordPieces


@dataclass(frozen=True)
class Asked:
    """A question about a sentence: where its words stand, and what is right."""

    anchor: int
    who: int  #: -1 where the person is not meant in the sentence
    traits: tuple[str, ...]
    answers: tuple[str, ...]  #: those that are asked for
    right: frozenset[str]


@dataclass
class Sentence:
    """The pieces of a sentence, which of them mean persons, and the questions about it."""

    pieces: tuple[int, ...]
    persons: tuple[int, ...]
    asked: list[Asked] = field(default_factory=list)


def sentences(folders: Sequence[Path], words: WordPieces, without: str) -> list[Sentence]:
    """Read the texts of folders, but those of some genres; return their sentences, each once."""
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], Sentence] = {}
    for one in (one for folder in folders for one in judged([folder])):
        if one.genre not in without:
            stretch, asked = asked_of(one, words)
            key = tuple(stretch.pieces), tuple(stretch.persons)
            found.setdefault(key, Sentence(*key)).asked.append(asked)
    return list(found.values())


def asked_of(one: Judged, words: WordPieces) -> tuple[Stretch, Asked]:
    """Return what is asked of a draft or of somebody's part in a clause, and the stretch that it is asked of."""
    answers: tuple[str, ...]
    if isinstance(one.of, Draft):
        question, answers = question_of_draft(one.of, one.passage), (f"draft: {one.of.type}",)
    else:
        question, answers = question_of_party(one.of, one.passage), CLAUSE_TYPES
    stretch = stretch_of(question.anchor, one.passage, words)
    is_there = question.who is not None and stretch.holds(question.who)
    return stretch, Asked(
        stretch.place(question.anchor),
        stretch.place(question.who) if question.who is not None and is_there else -1,
        question.traits,
        answers,
        frozenset(answers[n] for n in one.right),
    )
