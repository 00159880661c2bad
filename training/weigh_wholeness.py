"""Learn how likely every field of a statement is right, from what the reader makes of annotated texts.

    .venv/bin/python training/weigh_wholeness.py DIR...

Each genre (the first letter of a name) is read with statement weights that were learnt without it, with the reader's
own persons. A statement is whole if the annotators make it and every field agrees, as `factoid evaluate` compares
them. A logistic regression over the traits of `factoid.model.wholeness` is learnt from all genres and printed as the
table that stands there, after how well tables learnt without a genre do on it. Deterministic; three minutes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from annotated_texts import genre_of
from weigh_statements import CLAUSES, DRAFTS, data_of, examples, fit

from factoid.evaluation.compare import pairs_of
from factoid.evaluation.gold import Claims
from factoid.model import Factoid, Span, json_of_factoid
from factoid.model.wholeness import SHOWN, WEAKLY_READ, log_odds, traits
from factoid.reading.entities import find_entities
from factoid.reading.grounding import Ground, sift
from factoid.reading.parse import Parser
from factoid.reading.people import find_people
from factoid.reading.statements import read_statements
from factoid.reading.statements.deeds.typing import CLAUSE_TYPES
from factoid.reading.statements.weighing.judging import Weights, weights_of
from factoid.reading.times import times_in
from factoid.sources import open_document

Array = np.ndarray[Any, np.dtype[Any]]
RAREST, DECAY, STEPS, LEAST = 25, 12.0, 25, 0.1


class Line(NamedTuple):
    """A statement read: its traits, its confidence, and whether annotators agree in every field."""

    genre: str
    traits: frozenset[str]
    confidence: float
    is_whole: bool


def lines(folders: Sequence[Path]) -> Iterator[Line]:
    """Yield what the reader makes of each text, with statement weights learnt without its genre."""
    drafts, clauses = examples(folders)
    paths = sorted(path for folder in folders for path in folder.glob("*.json"))
    parser = Parser()
    for genre in sorted({genre_of(path.stem) for path in paths}):
        nouns = fit(drafts.only(genre.__ne__), DRAFTS, 1)
        verbs = fit(clauses.only(genre.__ne__), CLAUSES, len(CLAUSE_TYPES))
        weights = weights_of(data_of(nouns, verbs))
        for path in paths:
            if genre_of(path.stem) == genre:
                gold = json.loads(path.read_text("utf-8"))
                for factoid, is_whole in verdicts(path, gold, parser, weights):
                    yield Line(genre, traits(factoid), factoid.confidence, is_whole)


def verdicts(
    path: Path, gold: dict[str, Any], parser: Parser, weights: Weights
) -> Iterator[tuple[Factoid, bool]]:
    """Yield the statements read in a text, and whether the annotators agree in every field."""
    document = open_document(path.with_suffix(".txt"))
    text, source = document.text, document.source.id
    parsed, times = parser.parse(text), times_in(text, Span(0, len(text.content)))
    entities = find_entities(parsed, source=source)
    people = find_people(parsed, entities, source=source, author=document.source.creator)
    ground = Ground(text, {})
    ground.go_on_to(people.personas, times)
    told = read_statements(parsed, entities, people, times, document, weights=weights)
    found = list(sift(told, ground, Counter()))
    persons = [{"id": p.id, "name": p.name, "forms": list(p.forms)} for p in people.personas]
    got = {"source": path.stem, "persons": persons, "factoids": [json_of_factoid(f) for f in found]}
    pairs = pairs_of(Claims.of_json(gold, text.content), Claims.of_json(got, text.content))
    whole = {pair.got for pair in pairs if pair.is_exact}
    yield from ((factoid, number in whole) for number, factoid in enumerate(found))


class Table(NamedTuple):
    """What each trait counts for."""

    names: list[str]
    weights: Array  #: of the traits, of the confidence, and the bias

    def likelihoods(self, given: Sequence[Line]) -> Array:
        """Return how likely each statement is whole."""
        return np.asarray(1 / (1 + np.exp(-matrix(self.names, given) @ self.weights)))


def matrix(names: Sequence[str], given: Sequence[Line]) -> Array:
    """Return the traits of statements as rows."""
    number = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(given), len(names) + 2))
    for row, line in zip(rows, given, strict=True):
        row[[number[t] for t in line.traits if t in number]] = 1
        row[-2:] = log_odds(line.confidence), 1
    return rows


def learnt(given: Sequence[Line]) -> Table:
    """Learn a table by Newton's method; small weights are left out."""
    counted = Counter(trait for line in given for trait in line.traits)
    names = sorted(trait for trait, n in counted.items() if n >= RAREST)
    rows, right = matrix(names, given), np.array([float(line.is_whole) for line in given])
    decay = np.array([DECAY] * len(names) + [1e-6, 1e-6])
    weights = np.zeros(len(decay))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(decay)
        weights -= np.linalg.solve(curve, rows.T @ (likely - right) + decay * weights)
    weights[:-2] = np.where(np.abs(weights[:-2]) < LEAST, 0, weights[:-2])
    return Table(names, weights.round(2))


def report(given: Sequence[Line]) -> None:
    """Print what is shown of each genre by a table learnt without it, beside what the confidence alone shows."""
    likely = np.zeros(len(given))
    for genre in sorted({line.genre for line in given}):
        own = [i for i, line in enumerate(given) if line.genre == genre]
        table = learnt([line for line in given if line.genre != genre])
        likely[own] = table.likelihoods([given[i] for i in own])
    right = np.array([line.is_whole for line in given])
    sure = np.array([line.confidence for line in given])
    by_confidence = sure >= WEAKLY_READ
    for label, shown in (("shown", by_confidence & (likely >= SHOWN)), ("by confidence", by_confidence)):
        print(f"# {label}: {shown.mean():.3f} shown, of them {right[shown].mean():.3f} whole, ", end="")
        print(f"which are {right[shown].sum() / right.sum():.3f} of all that are")


def main() -> None:
    """Read, learn, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    given = list(lines(parser.parse_args().folders))
    report(given)
    table = learnt(given)
    print(f"_BIAS, _OF_CONFIDENCE = {table.weights[-1]:.2f}, {table.weights[-2]:.2f}")
    for name, weight in zip(table.names, table.weights, strict=False):
        if weight:
            print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
