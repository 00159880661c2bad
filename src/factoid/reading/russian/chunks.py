"""Notes of dictionaries and personnel files: pieces of a sentence between semicolons, and the label before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.reading.grammar.words import Sentence, Word
from factoid.reading.russian.lexicon import plain

_LABELS = {
    "звание": "rank", "награда": "award", "образование": "education", "сочинение": "work", "труд": "work",
    "соч": "work",
    "произведение": "work", "лит": "", "литература": "", "источник": "", "ордена": "award", "орден": "award",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a sentence that makes a statement of its own."""

    words: list[Word]
    label: str  #: the statement type that the label before it announces, or nothing
    is_verbless: bool


def chunks_of(sentence: Sentence, label: str) -> Iterator[Chunk]:
    """Yield the pieces of a sentence. ``label``: what a label of the same segment announced before."""
    row: list[Word] = []
    for word in [*sentence.words, None]:
        if word is None or word.text in (";", "•", "|"):
            if row:
                yield _chunk(row, label)
            row = []
        elif word.text == ":" and len(row) <= 4 and (found := label_of(row)) is not None:
            label, row = found, []
        else:
            row.append(word)


def label_of(row: list[Word]) -> str | None:
    """Return what a label announces: *Награды* awards; None if it is no label."""
    for word in row:
        if plain(word.lemma) in _LABELS:
            return _LABELS[plain(word.lemma)]
    return None


def last_label(sentence: Sentence) -> str | None:
    """Return what the last label of a sentence announces, None if it has none."""
    found = None
    for word in sentence.words:
        if word.text == ":":
            found = label_of(sentence.words[max(0, word.i - 4) : word.i]) or found
    return found


def _chunk(row: list[Word], label: str) -> Chunk:
    verbless = not any(w.pos in ("VERB", "AUX") and (w.form == "fin" or w.is_short) for w in row)
    return Chunk(row, label, verbless)
