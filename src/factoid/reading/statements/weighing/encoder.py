"""A small trained encoder: what a sentence as a whole says for the type of a clause, or for a draft.

The weights of `factoid.reading.statements.weighing.judging` know a sentence by its features; three layers of
all-MiniLM-L6-v2, made narrower and taught by ``training/teach_encoder.py``, know its words in their order. All that
is asked about a passage is asked at once; what is said of a sentence does not lean on the others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

import numpy as np

from factoid.reading.statements.deeds.typing import CLAUSE_TYPES, Party
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.weighing.layers import Heard, Layers, Vectors
from factoid.reading.statements.weighing.questions import (
    Question,
    Stretch,
    question_of_draft,
    question_of_party,
    stretch_of,
)
from factoid.reading.statements.weighing.word_pieces import WordPieces

SWITCH = "FACTOID_ENCODER"  #: the environment variable that switches it on: ``on``
_DIGITS = 1  #: of log-odds; by what their last bits differ between processors is mostly rounded away


def is_heard() -> bool:
    """Whether it is switched on."""
    return os.environ.get(SWITCH) == "on"


@cache
def the_encoder() -> Encoder:
    """Return the encoder that comes with the package, loaded when first asked for."""
    return encoder_in(resources.files("factoid.resources").joinpath("encoder"))


def encoder_in(folder: Traversable) -> Encoder:
    """Return the encoder that ``training/teach_encoder.py`` has written to a folder."""
    data = json.loads(folder.joinpath("encoder.json").read_text("utf-8"))
    with np.load(BytesIO(folder.joinpath("layers.npz").read_bytes())) as arrays:
        return Encoder(Layers(arrays), data)


class Encoder:
    """Layers that turn a sentence into vectors, and what is made of them."""

    def __init__(self, layers: Layers, data: dict[str, Any]) -> None:
        self._layers = layers
        self.version = f"encoder@{data['version']}"
        self.words = WordPieces(data["pieces"].split("\n"))
        self._traits = {trait: np.array(row, np.float32) for trait, row in data["traits"].items()}
        self._elsewhere, self._bias = (np.array(data[k], np.float32) for k in ("elsewhere", "bias"))
        self._answers = {name: at for at, name in enumerate(data["answers"])}
        self._out, self._out_bias = (np.array(data[k], np.float32) for k in ("out", "out_bias"))
        self._of_types = [self._answers[type_] for type_ in CLAUSE_TYPES]

    def log_odds(self, questions: Sequence[Question], passage: Passage) -> Vectors:
        """Return the log-odds of every answer to each question about a passage."""
        stretches: list[tuple[Stretch, dict[int, None]]] = []  # with the places that are asked about
        places: list[tuple[int, int, int | None]] = []
        for question in questions:
            number, stretch, asked = self._stretch(question, passage, stretches)
            anchor, who = stretch.place(question.anchor), None
            asked[anchor] = None
            if question.who is not None and stretch.holds(question.who):
                who = stretch.place(question.who)
                asked[who] = None
            places.append((number, anchor, who))
        vectors = self._layers.vectors([Heard(s.pieces, s.persons, list(asked)) for s, asked in stretches])
        rows = {
            at: row
            for row, at in enumerate((n, place) for n, (_, asked) in enumerate(stretches) for place in asked)
        }
        half = len(self._bias)
        total = np.empty((len(questions), half), np.float32)
        for row, question, (number, anchor, who) in zip(total, questions, places, strict=True):
            np.add(self._bias, vectors[rows[number, anchor], :half], out=row)
            row += vectors[rows[number, who], half:] if who is not None else self._elsewhere
            for trait in question.traits:
                if trait in self._traits:
                    row += self._traits[trait]
        found: Vectors = np.maximum(total, 0) @ self._out + self._out_bias
        return found.round(_DIGITS)

    def _stretch(
        self, question: Question, passage: Passage, known: list[tuple[Stretch, dict[int, None]]]
    ) -> tuple[int, Stretch, dict[int, None]]:
        """Return the stretch in which the question's word stands, with its number; one not yet known is added."""
        for number, (stretch, asked) in enumerate(known):
            if stretch.holds(question.anchor):
                return number, stretch, asked
        known.append((stretch_of(question.anchor, passage, self.words), {}))
        return len(known) - 1, *known[-1]

    def types(self, log_odds: Vectors) -> list[float]:
        """Return the answers for the types of a clause."""
        return [float(log_odds[n]) for n in self._of_types]

    def draft(self, log_odds: Vectors, type_: str) -> float | None:
        """Return the answer for a draft of a type; None for one that the encoder was not taught."""
        at = self._answers.get(f"draft: {type_}")
        return float(log_odds[at]) if at is not None else None


class Hearing:
    """What an encoder says of the drafts and the clauses of a passage."""

    def __init__(
        self, encoder: Encoder | None, passage: Passage, drafts: Iterable[Draft], parties: Iterable[Party]
    ) -> None:
        self._encoder, self._passage = encoder, passage
        self._heard: dict[Question, Vectors] = {}
        if encoder is not None:
            asked = [question_of_draft(draft, passage) for draft in drafts if draft.likelihood is None]
            self._ask([*asked, *(question_of_party(party, passage) for party in parties)], encoder)

    def of_party(self, party: Party) -> list[float] | None:
        """Return the log-odds of each type of what a clause states of somebody in it; None without an encoder."""
        if self._encoder is None:
            return None
        return self._encoder.types(self._of(question_of_party(party, self._passage), self._encoder))

    def of_draft(self, draft: Draft) -> float | None:
        """Return the log-odds of a draft; None without an encoder."""
        if self._encoder is None:
            return None
        question = question_of_draft(draft, self._passage)
        return self._encoder.draft(self._of(question, self._encoder), draft.type)

    def _of(self, question: Question, encoder: Encoder) -> Vectors:
        if question not in self._heard:
            self._ask([question], encoder)
        return self._heard[question]

    def _ask(self, questions: Iterable[Question], encoder: Encoder) -> None:
        asked = list(dict.fromkeys(questions))
        if asked:
            self._heard.update(zip(asked, encoder.log_odds(asked, self._passage), strict=True))
