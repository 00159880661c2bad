"""A small trained encoder: what a sentence as a whole says for the type of a clause, or for a draft.

The weights of `factoid.reading.statements.weighing.judging` know a sentence by its features; three layers of
all-MiniLM-L6-v2, taught by ``training/teach_encoder.py``, know its words in their order. They are heard where the extra
``encoder`` is installed. Each sentence is heard by itself, so that nothing else changes what is heard of it; the
arithmetic is in whole numbers of eight bits, on one thread.
"""

from __future__ import annotations

import json
import os
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factoid.reading.statements.deeds.typing import CLAUSE_TYPES, Party
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.weighing.questions import (
    Question,
    Stretch,
    question_of_draft,
    question_of_party,
    stretch_of,
)
from factoid.reading.statements.weighing.word_pieces import WordPieces

try:
    import onnxruntime
except ImportError:  # the extra is not installed
    onnxruntime = None

SWITCH = "FACTOID_ENCODER"  #: the environment variable that switches it off: ``off``
Vectors = NDArray[np.float32]
_DIGITS = 1  #: of log-odds; by what their last bits differ between processors is mostly rounded away


def is_heard() -> bool:
    """Whether the extra is installed and not switched off."""
    return onnxruntime is not None and os.environ.get(SWITCH) != "off"


@cache
def the_encoder() -> Encoder:
    """Return the encoder that comes with the package, loaded when first asked for."""
    return encoder_in(resources.files("factoid.resources").joinpath("encoder"))


def encoder_in(folder: Traversable) -> Encoder:
    """Return the encoder that ``training/teach_encoder.py`` has written to a folder."""
    data = json.loads(folder.joinpath("encoder.json").read_text("utf-8"))
    return Encoder(folder.joinpath("encoder.onnx").read_bytes(), data)


class Encoder:
    """Three layers that turn a sentence into vectors, and what is made of them."""

    def __init__(self, layers: bytes, data: dict[str, Any]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._layers = onnxruntime.InferenceSession(layers, options, providers=["CPUExecutionProvider"])
        self.version = f"encoder@{data['version']}"
        self.words = WordPieces(data["pieces"].split("\n"))
        self._traits = {trait: np.array(row, np.float32) for trait, row in data["traits"].items()}
        self._elsewhere, self._bias = (np.array(data[k], np.float32) for k in ("elsewhere", "bias"))
        self._answers = {name: at for at, name in enumerate(data["answers"])}
        self._out, self._out_bias = (np.array(data[k], np.float32) for k in ("out", "out_bias"))
        self._of_types = [self._answers[type_] for type_ in CLAUSE_TYPES]

    def vectors(self, stretch: Stretch) -> Vectors:
        """Return two vectors for each piece of a stretch: as the word that states, as the person of whom."""
        given = {"pieces": [stretch.pieces], "persons": [stretch.persons]}
        found: Vectors = self._layers.run(None, given)[0][0]
        return found

    def log_odds(self, question: Question, stretch: Stretch, vectors: Vectors) -> Vectors:
        """Return the log-odds of every answer."""
        half = len(self._bias)
        total = self._bias + vectors[stretch.place(question.anchor), :half]
        total += (
            vectors[stretch.place(question.who), half:]
            if question.who is not None and stretch.holds(question.who)
            else self._elsewhere
        )
        for trait in question.traits:
            if trait in self._traits:
                total += self._traits[trait]
        found: Vectors = np.maximum(total, 0) @ self._out + self._out_bias
        return found.round(_DIGITS)

    def types(self, log_odds: Vectors) -> list[float]:
        """Return the answers for the types of a clause."""
        return [float(log_odds[n]) for n in self._of_types]

    def draft(self, log_odds: Vectors, type_: str) -> float | None:
        """Return the answer for a draft of a type; None for one that the encoder was not taught."""
        at = self._answers.get(f"draft: {type_}")
        return float(log_odds[at]) if at is not None else None


class Hearing:
    """What an encoder says of the sentences of a passage; each is shown to it once, when first asked about."""

    def __init__(self, encoder: Encoder | None, passage: Passage) -> None:
        self._encoder, self._passage = encoder, passage
        self._heard: list[tuple[Stretch, Vectors]] = []

    def of_party(self, party: Party) -> list[float] | None:
        """Return the log-odds of each type of what a clause states of somebody in it; None without an encoder."""
        if self._encoder is None:
            return None
        question = question_of_party(party, self._passage)
        return self._encoder.types(self._answers(question, self._encoder))

    def of_draft(self, draft: Draft) -> float | None:
        """Return the log-odds of a draft; None without an encoder."""
        if self._encoder is None:
            return None
        question = question_of_draft(draft, self._passage)
        return self._encoder.draft(self._answers(question, self._encoder), draft.type)

    def _answers(self, question: Question, encoder: Encoder) -> Vectors:
        for stretch, vectors in self._heard:
            if stretch.holds(question.anchor):
                return encoder.log_odds(question, stretch, vectors)
        stretch = stretch_of(question.anchor, self._passage, encoder.words)
        self._heard.append((stretch, encoder.vectors(stretch)))
        return encoder.log_odds(question, *self._heard[-1])
