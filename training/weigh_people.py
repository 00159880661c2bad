"""Learn what the features of a run of capitalised words count for: does it name a person or something else?

    .venv/bin/python training/weigh_people.py GOLD_DIR... [--coreference DIR...] [--held-out] [--out FILE]

Every text of a GOLD_DIR (``NAME.txt`` beside ``NAME.json``, in the shape of the annotation guide) teaches which
runs are names of persons: those that stand in an annotated form. A ``--coreference`` folder holds texts with
clusters, ``{"clusters": [{"mentions": [[start, end, kind], ...]}]}``, of which those of kind ``PROP`` are names;
being of other genres, they weigh less. A logistic regression by Newton's method; deterministic; two minutes on
one core.

``--held-out`` learns once for each genre (the letter that the name begins with, after an ``x``) without it, and
prints how the weights judge that genre, instead of writing weights.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from annotated_texts import genre_of

from factoid.names import fold
from factoid.reading.evidence import key_of, person_evidence
from factoid.reading.name_run import NameRun
from factoid.reading.parse import ParsedText, Parser, span_of
from factoid.reading.runs import find_runs
from factoid.sources import open_document

Array = np.ndarray[Any, np.dtype[Any]]
WEIGHT_OF_OTHER_GENRES = 0.4
MOST_COUNTED = 4  # occurrences of a name beyond which it counts no more
PENALTY, LEAST, ROUND = 1.0, 0.05, 2
BY_HAND = {
    "shares_a_word_with_a_person": 2.0,
    "shares_a_word_with_another_thing": -0.8,
    "is_the_surname_of_a_person": 3.9,
    "shares_its_surname": 1.2,
}
ABOUT = """\
about:
  what: >-
    What speaks for (above 0) and against a run of capitalised words being the name of a person: the weights of a
    logistic regression over the features of reading/evidence.py. A feature's value is the share of the occurrences
    of the name that show it; with ``any:``, 1 where one does. Set by hand: those of words
    that names share.
  source: >-
    Fitted by training/weigh_people.py on the open training texts of the Factoid gold standard, the texts in
    training/texts, LitBank (CC BY 4.0) and GUM biographies (CC BY 4.0), the last two at 0.4 of the weight.
  licence: Apache-2.0

weights:
"""

_CAPITALS = re.compile(r"(?:[A-ZÀ-ÞĀ-Ž][^\s,;]*(?:\s+(?:[a-z'’-]{1,3}\s+)?)?)+")
_PLACED = re.compile(r"\sof\s")
# a Truro saddler: Truro is nobody
_WHENCE = re.compile(r"\s+(?!(?:of|the|and|from|himself|herself)\b)[a-z]{2}")
_FIRST_WORD = re.compile(r"^(?:The|A|An|His|Her|My|Our|Their|Its|One|Another|That|This)\s+")


@dataclass(frozen=True)
class Example:
    """A name of one text, with what speaks for and against a person, and whether it is one."""

    genre: str
    features: dict[str, float]
    is_person: bool
    weight: float


def main() -> None:
    """Run from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("gold", type=Path, nargs="+")
    options.add_argument("--coreference", type=Path, nargs="*", default=[])
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--out", type=Path, default=Path("src/factoid/resources/person_evidence.yaml"))
    chosen = options.parse_args()
    parser = Parser()
    examples = [example for folder in chosen.gold for example in annotated_names(folder, parser)]
    examples += [example for folder in chosen.coreference for example in clustered_names(folder, parser)]
    if chosen.held_out:
        report(examples)
    else:
        chosen.out.write_text(ABOUT + "".join(lines(fit(examples))), "utf-8")


def texts(folder: Path, parser: Parser) -> Iterator[tuple[str, ParsedText, dict[str, Any]]]:
    """Yield name, parse and annotation of every annotated text of a folder."""
    for path in sorted(folder.glob("*.json")):
        parsed = parser.parse(open_document(path.with_suffix(".txt")).text)
        yield path.stem, parsed, json.loads(path.read_text("utf-8"))


def annotated_names(folder: Path, parser: Parser) -> Iterator[Example]:
    """Yield the names of texts whose persons are annotated with their forms."""
    for name, parsed, gold in texts(folder, parser):
        yield from of_annotated(genre_of(name), parsed, gold)


def of_annotated(genre: str, parsed: ParsedText, gold: dict[str, Any]) -> Iterator[Example]:
    """Yield the names of one text whose persons are annotated with their forms."""
    forms = {fold(words) for p in gold["persons"] for form in p["forms"] for words in names_in(form)}
    runs = find_runs(parsed)
    persons = {key_of(run) for run in runs if _stands_in(run, forms) and not names_an_office(run)}
    yield from _examples(genre, runs, persons)


def names_an_office(run: NameRun) -> bool:
    """Whether the run only says what somebody is: *the Captain*, whom a description means and no name."""
    return "mere_role" in person_evidence([run])[key_of(run)]


def names_in(form: str) -> Iterator[str]:
    """Yield the form if it is a name, and the name within: ``Ann Lee`` of ``his wife, Ann Lee``.

    What stands before the noun of a description says what kind of person it is: *a Truro saddler*.
    """
    if form[:1].isupper() and not _FIRST_WORD.match(form):
        yield form
    kept = _PLACED.split(_FIRST_WORD.sub("", form))[0]
    yield from (
        m[0].strip()
        for m in _CAPITALS.finditer(kept)
        if not _WHENCE.match(kept, len(m[0].rstrip()) + m.start())
    )


def _stands_in(run: NameRun, forms: set[str]) -> bool:
    key = key_of(run)
    if key in forms or fold(run.bare.text) in forms:
        return True
    names = (_PLACED.split(form)[0] for form in forms)  # Odo of Bayeux: Bayeux is no person
    return any(f" {key} " in f" {name} " for name in names)


def clustered_names(folder: Path, parser: Parser) -> Iterator[Example]:
    """Yield the names of texts whose mentions of persons are annotated by their place."""
    for _, parsed, gold in texts(folder, parser):
        yield from of_clustered(folder.name, parsed, gold)


def of_clustered(genre: str, parsed: ParsedText, gold: dict[str, Any]) -> Iterator[Example]:
    """Yield the names of one text whose mentions of persons are annotated by their place."""
    named = [(m[0], m[1]) for c in gold["clusters"] for m in c["mentions"] if m[2] == "PROP"]
    runs = find_runs(parsed)
    yes: Counter[str] = Counter()
    for run in runs:
        span = span_of(run.bare)
        yes[key_of(run)] += any(a <= span.start and span.end <= b + 2 and b - a < 60 for a, b in named)
    counted = Counter(map(key_of, runs))
    persons = {key for key, count in counted.items() if 2 * yes[key] > count}
    yield from _examples(genre, runs, persons, scale=WEIGHT_OF_OTHER_GENRES)


def _examples(
    genre: str, runs: Sequence[NameRun], persons: set[str], *, scale: float = 1.0
) -> Iterator[Example]:
    counted = Counter(map(key_of, runs))
    for key, features in person_evidence(runs).items():
        weight = scale * min(counted[key], MOST_COUNTED) ** 0.5
        yield Example(genre, features, key in persons, weight)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression, the bias among them."""
    names = sorted({name for example in examples for name in example.features})
    column = {name: at for at, name in enumerate(names)}
    rows: Array = np.zeros((len(examples), len(names) + 1))
    rows[:, -1] = 1.0
    for at, example in enumerate(examples):
        for name, value in example.features.items():
            rows[at, column[name]] = value
    truth: Array = np.array([float(example.is_person) for example in examples])
    count: Array = np.array([example.weight for example in examples])
    penalty: Array = np.append(np.full(len(names), PENALTY), 1e-6)
    weights: Array = np.zeros(len(names) + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (count * (chance - truth)) + penalty * weights
        bend = (rows * (count * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return {name: float(weight) for name, weight in zip([*names, "bias"], weights, strict=True)}


def lines(weights: dict[str, float]) -> Iterator[str]:
    """Yield the table of weights, the heaviest first."""
    table = dict(weights)
    yield f"  bias: {table.pop('bias'):.{ROUND}f}\n"
    yield from (f"  {name}: {weight}\n" for name, weight in BY_HAND.items())
    for name, weight in sorted(table.items(), key=lambda item: (-item[1], item[0])):
        if abs(weight) >= LEAST:
            yield f'  "{name}": {weight:.{ROUND}f}\n'


def report(examples: Sequence[Example]) -> None:
    """Print for each genre how weights learnt without it judge it: precision, recall, F1."""
    total: Counter[str] = Counter()
    for genre in sorted({e.genre for e in examples if len(e.genre) == 1}):
        weights = fit([e for e in examples if e.genre != genre])
        found = Counter(_verdict(e, weights) for e in examples if e.genre == genre)
        total.update(found)
        print(genre, _figures(found))
    print("all", _figures(total))


def _verdict(example: Example, weights: dict[str, float]) -> str:
    score = weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in example.features.items())
    return (
        f"{'taken' if score > 0 else 'left'} {'rightly' if (score > 0) == example.is_person else 'wrongly'}"
    )


def _figures(found: Counter[str]) -> str:
    right, wrong, missed = found["taken rightly"], found["taken wrongly"], found["left wrongly"]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}"


if __name__ == "__main__":
    main()
