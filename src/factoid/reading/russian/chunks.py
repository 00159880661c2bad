"""Notes of dictionaries and personnel files: pieces of a sentence between semicolons, and the label before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.reading.grammar.words import Sentence, Word
from factoid.reading.russian.lexicon import labels, lasting_labels, plain

_SEPARATORS = frozenset([":", "—", "–", "-"])
_MOST_LABEL = 5  #: words of a label


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
        elif word.text in _SEPARATORS and (found := _announced(word, row)) is not None:
            label, row = found, []
        else:
            row.append(word)


def label_of(row: list[Word]) -> str | None:
    """Return what a label announces: *Награды* awards; None if it is no label."""
    for word in row:
        if plain(word.lemma) in labels():
            return labels()[plain(word.lemma)]
    return None


def last_label(sentence: Sentence) -> str | None:
    """Return what the last label of a sentence announces for the next ones, None if it has none."""
    found = None
    for word in sentence.words:
        if word.text == ":":
            label = label_of(sentence.words[max(0, word.i - 4) : word.i])
            found = found if label is None else label if label in lasting_labels() else ""
    return found


def _announced(mark: Word, row: list[Word]) -> str | None:
    """Return what the words before a colon announce; before a dash only what is no lasting label."""
    if not 0 < len(row) <= _MOST_LABEL:
        return None
    found = label_of(row)
    if mark.text == ":":
        return found
    return found if found and found not in lasting_labels() and row[0].i == 0 else None


def _chunk(row: list[Word], label: str) -> Chunk:
    verbless = not any(w.pos in ("VERB", "AUX") and (w.form == "fin" or w.is_short) for w in row)
    return Chunk(row, label, verbless)
