"""Learn what each feature of a draft statement counts for, from annotated texts.

    python training/weigh_statements.py GOLD_DIR [--held-out] [--out src/factoid/resources/statement_weights.json]

Every text of GOLD_DIR (``NAME.txt`` beside ``NAME.json``, in the shape of the annotation guide) is read up to the point
where drafts are weighed. A draft is right if an annotated statement of its type, about its person, overlaps its quote.
Logistic regression by Adagrad with averaged weights; deterministic; a minute or two on one core.

``--held-out`` trains once for each genre (first letter of the name) without it and prints precision and recall of the
drafts of that genre at several thresholds, instead of writing weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from factoid.dates import find_time_phrases
from factoid.model import Persona
from factoid.reading.entities import find_entities
from factoid.reading.parse import Parser
from factoid.reading.people import find_people
from factoid.reading.statements.judging import Weights
from factoid.reading.statements.passage import find_passages
from factoid.reading.statements.read import Candidate, candidates, note_birth
from factoid.sources import document_of_text

MUTUAL = frozenset(("kinship", "association", "meeting"))
THRESHOLD = 0.33
EPOCHS, RATE, DECAY, BATCH, RAREST = 14, 0.15, 2e-5, 64, 3


@dataclass(frozen=True)
class Example:
    """The features of a draft, and whether the annotators say it too."""

    genre: str
    features: list[str]
    is_right: bool


def examples(gold_dir: Path) -> Iterator[Example]:
    """Read every text and yield its drafts with their verdicts."""
    parser = Parser()
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        document = document_of_text(path.with_suffix(".txt").read_text("utf-8"), name=path.stem)
        parsed = parser.parse(document.text)
        entities = find_entities(parsed, source=document.source.id)
        people = find_people(parsed, entities, source=document.source.id)
        times = find_time_phrases(document.text.content, [s.segment.span for s in parsed.segments])
        who = same_persons(people.personas, gold["persons"])
        quotes = [(f, list(places(document.text.content, f["quote"]))) for f in gold["factoids"]]
        for passage in find_passages(parsed, entities, people, times):
            drafts = list(candidates(passage))
            for candidate in drafts:
                note_birth(candidate)
                yield Example(path.stem[0], candidate.features, is_right(candidate, quotes, who))


def same_persons(personas: Sequence[Persona], persons: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return for each persona the annotated person with whom it shares most forms, one to one."""
    shared: Counter[tuple[str, str]] = Counter()
    for persona in personas:
        mine = {form.casefold() for form in (persona.name, *persona.forms)}
        for person in persons:
            for form in {person["name"], *person["forms"]}:
                if form.casefold() in mine:
                    shared[persona.id, person["id"]] += 3 if any(c.isupper() for c in form) else 1
    found: dict[str, str] = {}
    for (mine_id, their_id), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if mine_id not in found and their_id not in found.values():
            found[mine_id] = their_id
    return found


def places(content: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where the quote stands."""
    at = content.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = content.find(quote, at + 1)


def is_right(candidate: Candidate, quotes: Sequence[tuple[dict[str, Any], list[tuple[int, int]]]], who: dict[str, str]) -> bool:
    """Whether the annotators make the draft's statement of the same person with overlapping words."""
    draft = candidate.draft
    person = who.get(draft.person)
    others = {who.get(p) for p, _ in draft.related}
    for factoid, where in quotes:
        if factoid["type"] != draft.type:
            continue
        same = factoid["person"] == person
        swapped = draft.type in MUTUAL and person in (factoid["related"] or ()) and factoid["person"] in others
        if (same or swapped) and any(start < draft.quote.end and draft.quote.start < end for start, end in where):
            return True
    return False


def fit(all_: Sequence[Example]) -> Weights:
    """Return the weights of a logistic regression on the examples."""
    counted = Counter(feature for example in all_ for feature in set(example.features))
    names = sorted(feature for feature, count in counted.items() if count >= RAREST)
    number = {name: i for i, name in enumerate(names)}
    rows = [np.array([number[f] for f in e.features if f in number], dtype=np.int64) for e in all_]
    right = np.array([e.is_right for e in all_], dtype=float)
    weights, squares = np.zeros(len(names)), np.full(len(names), 1e-2)
    bias, bias_squares = 0.0, 1e-2
    mean, mean_bias, taken = np.zeros(len(names)), 0.0, 0
    random = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        order = random.permutation(len(rows))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            features = np.concatenate([rows[i] for i in batch])
            row = np.repeat(np.arange(len(batch)), [len(rows[i]) for i in batch])
            total = np.bincount(row, weights=weights[features], minlength=len(batch)) + bias
            error = (1 / (1 + np.exp(-total)) - right[batch]) / len(batch)
            slope = np.bincount(features, weights=error[row], minlength=len(names)) + DECAY * weights
            squares += slope * slope
            weights -= RATE * slope / np.sqrt(squares)
            bias_squares += float(error.sum()) ** 2
            bias -= RATE * float(error.sum()) / bias_squares**0.5
        if epoch >= EPOCHS // 2:
            mean, mean_bias, taken = mean + weights, mean_bias + bias, taken + 1
    kept = {name: round(float(w), 2) for name, w in zip(names, mean / taken, strict=True) if abs(w) >= 0.02}
    return Weights(bias=round(mean_bias / taken, 3), of=kept, threshold=THRESHOLD)


def report_held_out(all_: Sequence[Example]) -> None:
    """Print how weights learnt without a genre judge the drafts of that genre."""
    for genre in sorted({e.genre for e in all_}):
        weights = fit([e for e in all_ if e.genre != genre])
        own = [(weights.confidence(e.features), e.is_right) for e in all_ if e.genre == genre]
        right = sum(r for _, r in own)
        cells = []
        for threshold in (0.3, 0.4, 0.5):
            kept = [r for c, r in own if c >= threshold]
            cells.append(f"{threshold}: P {sum(kept) / max(len(kept), 1):.3f} R {sum(kept) / max(right, 1):.3f}")
        print(genre, len(own), "drafts,", *cells, sep="  ")


def main() -> None:
    """Read the annotated texts, learn, write or report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("src/factoid/resources/statement_weights.json"))
    options = parser.parse_args()
    all_ = list(examples(options.gold_dir))
    if options.held_out:
        report_held_out(all_)
        return
    weights = fit(all_)
    about = {"what": "Weights of features of draft statements, see docs/explanation/statements.md", "licence": "Apache-2.0"}
    data = {"about": about, "bias": weights.bias, "threshold": weights.threshold, "weights": weights.of}
    options.out.write_text(json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
