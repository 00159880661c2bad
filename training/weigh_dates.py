"""Learn which date a statement has, from annotated texts.

    .venv/bin/python training/weigh_dates.py DIR... [--held-out] [--out FILE]

Every text of the folders is read with the annotated persons. For each statement found that the annotators
make too, the dates it may have (`when/options.py`) are compared with theirs: those that admit the same days
are right; where none does, those near them; a statement of which none of the dates is right
teaches nothing. A log-linear choice between the options is learnt by Adagrad with averaged weights;
deterministic; two minutes on one core. Rules whose statements annotators seldom date, unless the date is told
with them, are listed: theirs are not weighed at all.

``--held-out`` trains once for each genre (first letter of the name) without it, and prints how the weights
choose there, instead of writing weights. ``--odd`` leaves out texts with even numbers, to be looked at afterwards.
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
from annotated_texts import annotated_texts
from weigh_statements import MUTUAL

from factoid.model import Span
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.read import Candidate, chosen
from factoid.reading.statements.weighing.judging import statement_weights
from factoid.reading.statements.when.choice import is_settled, most_likely
from factoid.reading.statements.when.evidence import evidence
from factoid.reading.statements.when.nearness import is_near, is_same
from factoid.reading.statements.when.options import options
from factoid.reading.statements.when.told_dates import ToldDates

Array = np.ndarray[Any, np.dtype[Any]]
EPOCHS, RATE, DECAY, BATCH, RAREST = 10, 0.1, 1e-2, 32, 4
CAUTION = -1.0  # added to none at all: annotators date more often than any one date is likely
# the share of dated statements below which a rule's are not weighed; of how many at least
SELDOM, ENOUGH = (0.12, 15)
ROUND, LEAST = 2, 0.04  # weights are rounded, and small ones left out


@dataclass(frozen=True)
class Example:
    """One statement: the features of its options, which are right, and whether the annotators date it."""

    genre: str
    rule: str
    features: list[list[str]]
    dates: list[str | None]
    equal: list[bool]
    near: list[bool]
    right: list[bool]
    is_dated: bool
    settled: int | None = None  #: the option that is taken as it is, being told with the words


def examples(folders: Sequence[Path], *, only_odd: bool) -> Iterator[Example]:
    """Yield every statement that is found and annotated."""
    weights = statement_weights()
    for text in annotated_texts(folders):
        number = re.search(r"\d+", text.name)
        if text.name.startswith("x") and only_odd and number and int(number[0]) % 2 == 0:
            continue
        kept = [c for passage in text.passages for c, _ in chosen(passage, weights)]
        around = ToldDates((c.draft, c.date) for c in kept)
        for candidate in kept:
            told = told_of(candidate.draft, text.statements)
            if told is not None and not candidate.draft.rule.endswith(".bracket"):
                yield example(text.genre, candidate, around, told["date"])


def told_of(draft: Draft, quotes: Sequence[tuple[dict[str, Any], list[Span]]]) -> dict[str, Any] | None:
    """Return the annotators' statement that a draft makes too: the one that shares most words with it."""
    others = {person for person, _ in draft.related}
    best: tuple[int, dict[str, Any]] | None = None
    for factoid, where in quotes:
        if factoid["type"] != draft.type:
            continue
        swapped = draft.type in MUTUAL and draft.person in factoid["related"] and factoid["person"] in others
        if factoid["person"] != draft.person and not swapped:
            continue
        shared = max(
            (min(q.end, draft.quote.end) - max(q.start, draft.quote.start) for q in where), default=0
        )
        if shared > 0 and (best is None or shared > best[0]):
            best = shared, factoid
    return best[1] if best else None


def example(genre: str, candidate: Candidate, around: ToldDates, told: str | None) -> Example:
    """Return the example with its verdicts."""
    draft, passage, date = candidate.draft, candidate.passage, candidate.date
    open_to = options(draft, passage, date, around)
    features = evidence(draft, passage, open_to, date).features()
    dates = [o.edtf for o in open_to]
    equal = [is_same(d, told) for d in dates]
    near = [same or is_near(d, told) for same, d in zip(equal, dates, strict=True)]
    right = next((r for r in (equal, near) if any(r)), [d is None for d in dates])
    settled = dates.index(date.when.edtf if date is not None else None) if is_settled(draft, date) else None
    return Example(genre, draft.rule, features, dates, equal, near, right, told is not None, settled)


@dataclass(frozen=True)
class Learnt:
    """Weights of features, and the rules whose statements are not weighed."""

    names: dict[str, int]
    weights: Array
    seldom: frozenset[str]

    def best(self, given: Example) -> int:
        """Return the number of the option that is chosen."""
        if given.settled is not None:
            return given.settled
        if given.rule in self.seldom:
            return 0
        totals = [sum(self.weights[self.names[f]] for f in fs if f in self.names) for fs in given.features]
        return most_likely([round(t * 1000) for t in totals], given.dates, round(CAUTION * 1000))


def fit(given: Sequence[Example]) -> Learnt:
    """Learn the choice between options: a softmax over each statement's own."""
    seldom = seldom_dated(given)
    given = teaching(given)
    counted = Counter(f for e in given for f in {f for fs in e.features for f in fs})
    names = {f: i for i, f in enumerate(sorted(f for f, n in counted.items() if n >= RAREST))}
    rows = [
        [np.array([names[f] for f in fs if f in names], dtype=np.int64) for fs in e.features] for e in given
    ]
    weights = np.zeros(len(names))
    squares = np.full(len(names), 1e-2)
    mean, taken = np.zeros(len(names)), 0
    random = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        order = random.permutation(len(rows))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            slope = np.zeros(len(names))
            for i in batch:
                totals = np.array([weights[r].sum() for r in rows[i]])
                likely = np.exp(totals - totals.max())
                right = np.array(given[i].right)
                share = likely * right
                error = likely / likely.sum() - share / share.sum()
                for row, e in zip(rows[i], error, strict=True):
                    slope[row] += e
            slope = slope / len(batch) + DECAY * weights
            used = np.nonzero(slope)[0]
            squares[used] += slope[used] ** 2
            weights[used] -= RATE * slope[used] / np.sqrt(squares[used])
        if epoch >= EPOCHS // 2:
            mean, taken = mean + weights, taken + 1
    return Learnt(names, mean / taken, seldom)


def seldom_dated(given: Sequence[Example]) -> frozenset[str]:
    """Return the rules whose statements are seldom dated where no words of their own date them."""
    open_ones = [e for e in given if e.settled is None]
    all_, dated = Counter(e.rule for e in open_ones), Counter(e.rule for e in open_ones if e.is_dated)
    return frozenset(rule for rule, n in all_.items() if n >= ENOUGH and dated[rule] <= SELDOM * n)


def teaching(given: Sequence[Example]) -> list[Example]:
    """Return the examples to learn from: not those whose date is none of the options."""
    return [e for e in given if not e.is_dated or not e.right[0]]


def verdicts(learnt: Learnt, given: Sequence[Example]) -> Counter[str]:
    """Count how the weights choose."""
    counted: Counter[str] = Counter()
    for e in given:
        best = learnt.best(e)
        counted["dated" if e.is_dated else "undated"] += 1
        if e.equal[best]:
            counted["right date" if e.is_dated else "right none"] += 1
        if e.is_dated and any(e.equal):
            counted["possible"] += 1
        if e.is_dated and e.near[best]:
            counted["near"] += 1
    return counted


def shown(counted: Counter[str]) -> str:
    """Return the counts in a line."""
    dated, undated = max(counted["dated"], 1), max(counted["undated"], 1)
    return (
        f"dates {counted['right date']}/{dated} = {counted['right date'] / dated:.3f}"
        f" near {counted['near'] / dated:.3f} (possible {counted['possible'] / dated:.3f})"
        f"  none {counted['right none']}/{undated} = {counted['right none'] / undated:.3f}"
    )


def report_held_out(given: Sequence[Example]) -> None:
    """Print how weights learnt without a genre choose in it."""
    total: Counter[str] = Counter()
    for genre in sorted({e.genre for e in given}):
        learnt = fit([e for e in given if e.genre != genre])
        counted = verdicts(learnt, [e for e in given if e.genre == genre])
        print(genre, shown(counted))
        total += counted
    print("all", shown(total))


def data_of(learnt: Learnt) -> dict[str, Any]:
    """Return the weights as plain values, rounded, small ones left out."""
    table = learnt.weights.round(ROUND)
    return {
        "about": {
            "what": "Weights of features of the dates that a statement may have; docs/explanation/statements.md",
            "source": "Learnt by training/weigh_dates.py from annotated narrative texts",
            "licence": "Apache-2.0",
        },
        "caution": CAUTION,
        "seldom": sorted(learnt.seldom),
        "weights": {name: float(table[i]) for name, i in learnt.names.items() if abs(table[i]) >= LEAST},
    }


def main() -> None:
    """Read the annotated texts, learn, write or report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--odd", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("src/factoid/resources/date_weights.json"))
    given = parser.parse_args()
    found = list(examples(given.folders, only_odd=given.odd))
    if given.held_out:
        report_held_out(found)
        return
    learnt = fit(found)
    print(shown(verdicts(learnt, found)))
    written = json.dumps(data_of(learnt), ensure_ascii=False, indent=0, sort_keys=True)
    given.out.write_text(written + "\n", "utf-8")


if __name__ == "__main__":
    main()
