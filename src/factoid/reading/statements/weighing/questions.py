"""What an encoder is asked: what a word states of somebody, in the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.reading.parse import Token, sentence_of
from factoid.reading.statements.deeds.typing import Party
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.weighing.word_pieces import WordPieces

LONGEST = 160  #: pieces heard together


@dataclass(frozen=True, slots=True)
class Question:
    """What does a word state of somebody?"""

    anchor: Token
    who: Token | None  #: where the person is meant
    traits: tuple[str, ...]  #: what else is known of it


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or a stretch of a long one, cut into pieces."""

    start: int  #: its first token
    end: int  #: behind its last
    pieces: list[int]
    persons: list[int]  #: for each piece 1 if its word means a person, else 0
    at: list[int]  #: for each of its tokens the place of its first piece

    def holds(self, token: Token) -> bool:
        """Whether the token stands in it."""
        return self.start <= token.i < self.end

    def place(self, token: Token) -> int:
        """Return where the pieces of one of its tokens begin."""
        return self.at[token.i - self.start]


def question_of_party(party: Party, passage: Passage) -> Question:
    """Ask what a clause states of somebody in it."""
    return Question(party.clause.verb, party.token, (f"side={party.side}", *_about(party.person, passage)))


def question_of_draft(draft: Draft, passage: Passage) -> Question:
    """Ask whether a draft is what the text says."""
    words = passage.segment.words(draft.who) if draft.who is not None else None
    traits = (f"rule={draft.rule}", f"type={draft.type}", f"draft side={draft.side}")
    return Question(
        draft.anchor, words[0] if words is not None else None, (*traits, *_about(draft.person, passage))
    )


def _about(person: str, passage: Passage) -> Iterator[str]:
    yield "main" if person == passage.main else "beside"
    if passage.is_entry:
        yield "entry"


def stretch_of(anchor: Token, passage: Passage, words: WordPieces) -> Stretch:
    """Return the sentence of a word; of one too long to be heard together the part that the word stands in."""
    sentence = sentence_of(anchor)
    start, length, cut = sentence.start, 0, dict[int, tuple[int, ...]]()
    for token in sentence:
        pieces = words.of(token.text)[: LONGEST - 2]
        if length + len(pieces) > LONGEST - 2:
            if token.i > anchor.i:
                break
            start, length, cut = token.i, 0, {}
        cut[token.i] = pieces
        length += len(pieces)
    return _stretch(start, list(cut.values()), passage, words)


def _stretch(start: int, cut: list[tuple[int, ...]], passage: Passage, words: WordPieces) -> Stretch:
    pieces, persons, at = [words.opening], [0], []
    for i, of_word in enumerate(cut, start=start):
        at.append(len(pieces))
        pieces += of_word
        persons += [int(passage.people.of(passage.segment.doc[i]) is not None)] * len(of_word)
    return Stretch(start, start + len(cut), [*pieces, words.closing], [*persons, 0], at)
