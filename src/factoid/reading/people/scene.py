"""Who has been spoken of so far, and what the words for them are in their clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.model import MentionForm
from factoid.reading.parse import Token
from factoid.reading.people.figures import Figure, Mark

WINDOW = 6  #: sentences within which somebody is remembered without being the main person
MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])
SECOND = frozenset(["you", "your", "yours", "yourself"])
REFLEXIVE = frozenset(["himself", "herself", "myself"])
FIRST = frozenset(["i", "me", "my", "mine", "myself"])
_CHILDREN = frozenset(["son", "daughter", "child", "boy", "girl", "baby", "infant"])
RELATIVE = frozenset(["who", "whom", "whose"])


@dataclass(slots=True)
class Scene:
    """Who has been spoken of so far."""

    main: Figure | None = None
    #: the names of the whole text, by where a token starts
    named: Mapping[int, Mark] = field(default_factory=dict)
    recent: list[Mark] = field(default_factory=list)  #: the marks of the last sentences, oldest first
    counts: dict[int, int] = field(default_factory=dict)
    total: int = 0  #: of all counts
    main_last: Mark | None = None  #: where the main person was last meant
    firsts: dict[int, Mark] = field(default_factory=dict)  #: the first mark of each sentence
    depths: dict[int, int] = field(default_factory=dict)  #: how deep in its sentence a mark stands
    is_excerpt: bool = False  #: whether the text is a few sentences, which need not be about one person
    narrator: Figure | None = None  #: who says *I*
    addressed: Figure | None = None  #: to whom the letter being read is
    is_answering: bool = (
        False  #: whether the narrator answers questions: who says *she* then speaks of another
    )
    entry: Figure | None = None  #: whose entry of a dictionary is being read

    def open_entry(self, figure: Figure) -> None:
        """Begin the entry of a dictionary that is about the figure: nobody before it is meant any more."""
        self.open_life(figure)
        self.entry = figure

    def open_life(self, figure: Figure) -> None:
        """Begin one of several lives: nobody before it is meant any more."""
        self.main, self.entry = figure, None
        self.recent.clear()
        self.main_last = None

    def note(self, mark: Mark) -> None:
        """Remember that somebody was just meant."""
        if mark.figure is None:
            return
        self.recent.append(mark)
        self.firsts.setdefault(mark.sentence, mark)
        if len(self.recent) > 80:
            del self.recent[:20]
        number = mark.figure.number
        self.counts[number] = self.counts.get(number, 0) + 1
        self.total += 1
        if mark.figure is self.main:
            self.main_last = mark

    def child_just_told(self, mark: Mark) -> Figure | None:
        """Return the child without a name of whom was told right before it got one: *a son. He was christened Karl*."""
        for before in reversed(self.recent):
            if mark.sentence - before.sentence > 1:
                return None
            figure = before.figure
            if figure is not None and not figure.is_named and not figure.nouns.isdisjoint(_CHILDREN):
                return figure
        return None

    def other_called(self, noun: str) -> Figure | None:
        """Return who but the heroine was called so last: *She had a daughter and a son. The daughter*."""
        described = (m.figure for m in reversed(self.recent) if m.form is MentionForm.NOMINAL)
        others = (f for f in described if f is not None and f is not self.main)
        return next((f for f in others if noun in f.nouns), None)

    def last_marks(self, mark: Mark) -> dict[int, Mark]:
        """Return for each figure remembered the last mark before this one."""
        found: dict[int, Mark] = {}
        for before in reversed(self.recent):
            if mark.sentence - before.sentence > WINDOW:
                break
            if before.figure is not None and before.at < mark.at and not _is_emphatic(before.head):
                found.setdefault(before.figure.number, before)
        return found


def _is_emphatic(token: Token) -> bool:
    """Whether *himself* but stresses whom it stands beside: *Prolev himself denied it*."""
    return token.lower_ in REFLEXIVE and token.dep_ in ("appos", "npadvmod", "advmod")


def sex_of_pronoun(word: str) -> str | None:
    """Return ``f`` or ``m`` for he and she, None for others."""
    return "m" if word in MASCULINE else "f" if word in FEMININE else None


def role_of(token: Token) -> str:
    """Return subject, object, possessor or other."""
    while (
        token.dep_ in ("conj", "appos")
        and token.head.i != token.i
        and token.head.pos_ in ("NOUN", "PROPN", "PRON")
    ):
        token = token.head  # what is said of the first of a list is said of each
    if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
        return "subject"
    if token.dep_ in ("dobj", "dative", "iobj"):
        return "object"
    return "possessor" if token.dep_ == "poss" else "other"
