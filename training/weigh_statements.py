"""Learn what the features of draft statements and of clauses count for, from annotated texts.

    .venv/bin/python training/weigh_statements.py DIR... [--held-out] [--out FILE]

Every text of the folders (``NAME.txt`` beside ``NAME.json``, in the shape of the annotation guide) is read with
the annotated persons up to the point where drafts are weighed. A draft is right if an annotated statement of
its type, about its person, overlaps its quote; somebody's part in a clause has the types of the annotated
statements about them whose quotes hold the verb. Logistic regressions by Adagrad with averaged weights;
deterministic; a minute or two on one core.

``--held-out`` trains once for each genre (first letter of the name, after an ``x``) without it, and prints
how the weights judge the drafts and clauses of that genre, instead of writing weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from annotated_texts import annotated_texts

from factoid.model import Span
from factoid.reading.parse import span_of
from factoid.reading.statements.deeds.deeds import weighable
from factoid.reading.statements.deeds.typing import CLAUSE_TYPES, Party
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.read import candidates, drafts_of, note_birth
from factoid.reading.statements.weighing.judging import logistic

Array = np.ndarray[Any, np.dtype[Any]]
MUTUAL = frozenset(("kinship", "association", "meeting"))
THRESHOLDS = {"draft": 0.31, "clause": 0.29, "second": 0.55}
# taken from the bias of types that proved less often right than likely, where their genre was left out, and
# given to those that proved more often right; the general types should win only where they are sure
CAUTION = {
    "event": 0.45, "action": 0.3, "travel": 0.4, "service": 0.8, "release": 0.4, "imprisonment": 0.5, "work": 0.3,
    "membership": 0.4, "sentence": -0.4, "birth": -0.35, "burial": -0.3, "death": -0.1, "office": -0.2, "meeting": -0.2,
}  # fmt: skip
# Types of which nouns tell so loosely that more is asked of their drafts
BARS = {"association": 0.45, "service": 0.5, "occupation": 0.4, "membership": 0.42, "imprisonment": 0.42}
# How often statements of some likelihood were right where their genre was left out, with the reader's own persons,
# half by the gold standard, half by the 139 texts of training/texts on which no rule was made (numbers from 40);
# types whose likelihood promises too much have shares of their own
SHARES = {
    "": [
        [0.34, 0.42],
        [0.45, 0.5],
        [0.54, 0.53],
        [0.6, 0.6],
        [0.65, 0.64],
        [0.7, 0.67],
        [0.75, 0.73],
        [0.8, 0.75],
        [0.85, 0.8],
        [0.9, 0.83],
        [0.96, 0.85],
    ],
    "association": [[0.49, 0.4], [0.55, 0.5], [0.6, 0.55], [0.65, 0.63], [0.7, 0.64], [0.8, 0.76]],
    "event": [[0.31, 0.31], [0.38, 0.38], [0.48, 0.41], [0.56, 0.47], [0.72, 0.55]],
    "occupation": [[0.44, 0.38], [0.54, 0.51], [0.62, 0.52], [0.73, 0.74], [0.85, 0.76]],
}
ROUND, LEAST = 2, 0.05  # weights are rounded, and small ones left out


@dataclass(frozen=True)
class Setting:
    """How to learn."""

    epochs: int
    decay: float
    batch: int
    rarest: int
    rate: float = 0.15
    start: float = 0.0
    all_decay: bool = False  #: whether every weight shrinks with each batch, not only those it uses


DRAFTS = Setting(epochs=7, decay=3e-3, batch=64, rarest=2, all_decay=True)
CLAUSES = Setting(epochs=6, decay=3e-3, batch=32, rarest=2, start=-3.0)


@dataclass
class Examples:
    """What is learnt from: features, and which of the targets are right."""

    genres: list[str] = field(default_factory=list)
    features: list[list[str]] = field(default_factory=list)
    right: list[list[int]] = field(default_factory=list)

    def add(self, genre: str, features: list[str], right: list[int]) -> None:
        """Add one."""
        self.genres.append(genre)
        self.features.append(features)
        self.right.append(right)

    def only(self, fits: Callable[[str], bool]) -> Examples:
        """Return those of some genres."""
        kept = [i for i, genre in enumerate(self.genres) if fits(genre)]
        pick = Examples()
        for i in kept:
            pick.add(self.genres[i], self.features[i], self.right[i])
        return pick

    def with_all(self, others: Examples) -> Examples:
        """Return these and others."""
        return Examples(
            self.genres + others.genres, self.features + others.features, self.right + others.right
        )


@dataclass(frozen=True)
class Learnt:
    """Weights of features for one or more targets."""

    names: dict[str, int]
    weights: Array
    bias: Array

    def totals(self, features: Sequence[str]) -> Array:
        """Return the sum of the weights for each target."""
        rows = [self.names[f] for f in set(features) if f in self.names]
        return np.asarray(self.weights[rows].sum(axis=0) + self.bias)


Quotes = Sequence[tuple[dict[str, Any], list[Span]]]  #: annotated statements, and where their quotes stand


@dataclass(frozen=True)
class Judged:
    """A draft of a noun family or somebody's part in a clause, with its verdict."""

    genre: str
    passage: Passage
    of: Draft | Party
    features: list[str]
    right: list[int]  #: of a draft [0] if it is right, else nothing; of a part the numbers of its types


def examples(folders: Sequence[Path]) -> tuple[Examples, Examples]:
    """Read every text; return its drafts and its parts in clauses with their verdicts."""
    drafts, clauses = Examples(), Examples()
    for one in judged(folders):
        kind = drafts if isinstance(one.of, Draft) else clauses
        kind.add(one.genre, one.features, one.right)
    return drafts, clauses


def judged(folders: Sequence[Path]) -> Iterator[Judged]:
    """Read every text with the annotated persons; yield what is weighed in it, passage by passage."""
    for text in annotated_texts(folders):
        for passage in text.passages:
            yield from _judged_drafts(passage, text.genre, text.statements)
            yield from _judged_parts(passage, text.genre, text.statements)


def _judged_drafts(passage: Passage, genre: str, quotes: Quotes) -> Iterator[Judged]:
    for candidate in list(candidates(drafts_of(passage), passage)):
        note_birth(candidate)
        draft = candidate.draft
        if draft.likelihood is None:
            yield Judged(genre, passage, draft, candidate.features, [0] if is_right(draft, quotes) else [])


def _judged_parts(passage: Passage, genre: str, quotes: Quotes) -> Iterator[Judged]:
    for party, features in weighable(passage):
        verb = span_of(party.clause.verb)
        types = {
            f["type"] for f, at in quotes if f["person"] == party.person and any(q.holds(verb) for q in at)
        }
        yield Judged(genre, passage, party, features, [i for i, t in enumerate(CLAUSE_TYPES) if t in types])


def is_right(draft: Draft, quotes: Quotes) -> bool:
    """Whether the annotators make the draft's statement of the same person with overlapping words."""
    others = {person for person, _ in draft.related}
    for factoid, where in quotes:
        if factoid["type"] != draft.type or not any(span.overlaps(draft.quote) for span in where):
            continue
        swapped = draft.type in MUTUAL and draft.person in factoid["related"] and factoid["person"] in others
        if factoid["person"] == draft.person or swapped:
            return True
    return False


def fit(examples: Examples, setting: Setting, targets: int) -> Learnt:
    """Learn a logistic regression for each target, over shared features."""
    counted = Counter(feature for features in examples.features for feature in set(features))
    names = {f: i for i, f in enumerate(sorted(f for f, n in counted.items() if n >= setting.rarest))}
    rows = [
        np.array(sorted({names[f] for f in fs if f in names}), dtype=np.int64) for fs in examples.features
    ]
    right = np.zeros((len(rows), targets))
    for i, which in enumerate(examples.right):
        right[i, which] = 1
    weights, bias = np.zeros((len(names), targets)), np.full(targets, setting.start)
    squares, bias_squares = np.full_like(weights, 1e-2), np.full(targets, 1e-2)
    mean, mean_bias, taken = np.zeros_like(weights), np.zeros(targets), 0
    random = np.random.default_rng(0)
    for epoch in range(setting.epochs):
        order = random.permutation(len(rows))
        for start in range(0, len(order), setting.batch):
            batch = order[start : start + setting.batch]
            used, where = np.unique(np.concatenate([rows[i] for i in batch]), return_inverse=True)
            present = np.zeros((len(batch), len(used)))
            present[np.repeat(np.arange(len(batch)), [len(rows[i]) for i in batch]), where] = 1
            error = (1 / (1 + np.exp(-(present @ weights[used] + bias))) - right[batch]) / len(batch)
            slope = present.T @ error
            if setting.all_decay:
                whole = setting.decay * weights
                whole[used] += slope
                squares += whole * whole
                weights -= setting.rate * whole / np.sqrt(squares)
            else:
                slope += setting.decay * weights[used]
                squares[used] += slope * slope
                weights[used] -= setting.rate * slope / np.sqrt(squares[used])
            total = error.sum(axis=0)
            bias_squares += total * total
            bias -= setting.rate * total / np.sqrt(bias_squares)
        if epoch >= setting.epochs // 2:
            mean, mean_bias, taken = mean + weights, mean_bias + bias, taken + 1
    return Learnt(names, mean / taken, mean_bias / taken)


def report_held_out(drafts: Examples, clauses: Examples) -> None:
    """Print how weights learnt without a genre judge that genre."""
    for genre in sorted(set(drafts.genres)):
        for label, all_, setting, targets in (
            ("drafts", drafts, DRAFTS, 1),
            ("clauses", clauses, CLAUSES, len(CLAUSE_TYPES)),
        ):
            learnt = fit(all_.only(genre.__ne__), setting, targets)
            own = all_.only(genre.__eq__)
            best = [(logistic(float(t.max())), int(t.argmax())) for t in map(learnt.totals, own.features)]
            wanted = sum(map(len, own.right))
            cells = []
            for threshold in (0.3, 0.4, 0.5):
                kept = [
                    which in right
                    for (p, which), right in zip(best, own.right, strict=True)
                    if p >= threshold
                ]
                cells.append(
                    f"{threshold}: P {sum(kept) / max(len(kept), 1):.3f} R {sum(kept) / max(wanted, 1):.3f}"
                )
            print(genre, f"{len(own.genres):5} {label:8}", *cells, sep="  ")


def data_of(drafts: Learnt, clauses: Learnt) -> dict[str, Any]:
    """Return the weights as plain values, rounded, small ones left out."""
    table = clauses.weights.round(ROUND)
    rows = {
        name: [[int(n), float(table[i, n])] for n in np.nonzero(np.abs(table[i]) >= LEAST)[0]]
        for name, i in clauses.names.items()
    }
    single = drafts.weights[:, 0].round(ROUND)
    return {
        "about": {
            "what": "Weights of features of drafts and clauses; card: docs/explanation/statements.md",
            "source": "Learnt by training/weigh_statements.py from annotated narrative texts",
            "licence": "Apache-2.0",
        },
        "bias": round(float(drafts.bias[0]), 3),
        "threshold": THRESHOLDS["draft"],
        "bars": BARS,
        "shares": SHARES,
        "weights": {name: float(single[i]) for name, i in drafts.names.items() if abs(single[i]) >= LEAST},
        "clauses": {
            "types": list(CLAUSE_TYPES),
            "bias": [
                round(float(b) - CAUTION.get(t, 0), 3)
                for t, b in zip(CLAUSE_TYPES, clauses.bias, strict=True)
            ],
            "threshold": THRESHOLDS["clause"],
            "second": THRESHOLDS["second"],
            "weights": {name: row for name, row in rows.items() if row},
        },
    }


def main() -> None:
    """Read the annotated texts, learn, write or report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("src/factoid/resources/statement_weights.json"))
    options = parser.parse_args()
    drafts, clauses = examples(options.folders)
    if options.held_out:
        report_held_out(drafts, clauses)
        return
    data = data_of(fit(drafts, DRAFTS, 1), fit(clauses, CLAUSES, len(CLAUSE_TYPES)))
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    options.out.write_text(written.replace("},", "},\n").replace("]],", "]],\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
