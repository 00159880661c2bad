"""Learn what the features of a pronoun and somebody it may mean count for.

    .venv/bin/python training/weigh_antecedents.py [GOLD_DIR...] [--coreference DIR...] [--held-out]
        [--only PREFIX] [--out FILE]

A text of a GOLD_DIR (``NAME.txt`` beside ``NAME.json``, in the shape of the annotation guide) teaches by its
quotes: one that begins with *he* or *she* is about the annotated person; and by unnamed kin: *his mother*, called
*mother of Paul Weber*, tells who he is. A ``--coreference`` folder holds texts
with clusters, ``{"clusters": [{"mentions": [[start, end, kind], ...]}]}``, or with one pronoun each and the name
it means, ``{"gap": {"pronoun": [start, end], "a": {"span": [start, end], "same": true}, "b": ...}}``. The reader
reads each text; whom it might have meant by each pronoun is weighed by a ranking model (softmax over the
candidates, Adam). Deterministic; a few minutes on one core.

``--only`` keeps the other weights of the present table as they are, and learns those whose names begin so: all learnt
anew lost on GAP, the weights of features added later gained beside the old ones.

``--held-out`` learns once for each folder, and for each genre of the gold, without it, and prints the share of
its pronouns that the weights get right, beside the share by the present table.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from annotated_texts import genre_of

from factoid.model import MentionForm
from factoid.reading.entities import find_entities
from factoid.reading.parse import ParsedText, Parser
from factoid.reading.people.antecedents import best, candidates, weights
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.find import story_of
from factoid.reading.people.scene import Scene
from factoid.sources import open_document

Array = np.ndarray[Any, np.dtype[Any]]
# how much one pronoun of a folder counts; those of the gold, whose groups are letters, GOLD_SHARE
SHARES = {"litbank": 0.1, "gumcoref": 5.0, "gapval": 4.0, "gap": 4.0}
GOLD_SHARE, OTHER_SHARE, PENALTY, ROUNDS, RATE, LEAST, ROUND = 10.0, 1.0, 3e-4, 300, 0.05, 0.05, 2
PENALTY_BESIDE = 1e-3  #: of weights learnt beside others that are kept
ABOUT = """\
about:
  what: >-
    Weights of what speaks for (above 0) and against a figure being whom a pronoun means. The features are those of
    reading/people/antecedents.py.
  source: >-
    A ranking model fitted by training/weigh_antecedents.py on {data}.
  licence: Apache-2.0

weights:
"""

Meaning = Callable[[Mark], object]


@dataclass(frozen=True)
class Choice:
    """One pronoun: what speaks for each whom it may mean, and who of them it does mean."""

    group: str
    features: tuple[dict[str, float], ...]
    is_meant: tuple[bool, ...]


def main() -> None:
    """Run from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("gold", type=Path, nargs="*")
    options.add_argument("--coreference", type=Path, nargs="*", default=[])
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--only", default="")
    options.add_argument("--out", type=Path, default=Path("src/factoid/resources/antecedents.yaml"))
    chosen = options.parse_args()
    parser = Parser()
    choices = [
        choice for folder in (*chosen.gold, *chosen.coreference) for choice in choices_in(folder, parser)
    ]
    if chosen.held_out:
        report(choices, weights(), chosen.only)
    else:
        folders = ", ".join(folder.name for folder in (*chosen.gold, *chosen.coreference))
        learnt = fit(choices, chosen.only, weights())
        chosen.out.write_text(ABOUT.format(data=folders) + "".join(lines(learnt)), "utf-8")


def choices_in(folder: Path, parser: Parser) -> Iterator[Choice]:
    """Yield the pronouns of a folder whose meaning is annotated."""
    for path in sorted(folder.glob("*.json")):
        annotated = json.loads(path.read_text("utf-8"))
        group = genre_of(path.stem) if "factoids" in annotated else folder.name
        yield from choices_of(group, parser.parse(open_document(path.with_suffix(".txt")).text), annotated)


def choices_of(group: str, parsed: ParsedText, annotated: dict[str, Any]) -> Iterator[Choice]:
    """Yield the pronouns of one text whose meaning is annotated, with whom the reader might have meant."""
    considered: dict[int, tuple[Mark, list[tuple[Figure, dict[str, float]]]]] = {}

    def choose(mark: Mark, scene: Scene, figures: Sequence[Figure]) -> Figure | None:
        considered[mark.at] = mark, list(candidates(mark, scene, figures))
        return best(mark, scene, figures)

    cast = Cast()
    story = story_of(parsed, find_entities(parsed, source="training"), cast)
    story.choose = choose
    story.read()
    meaning = _meaning(annotated, parsed.text.content)
    who = {figure.number: _most(meaning, figure.marks) for figure in cast.present()}
    for mark, weighed in considered.values():
        meant = meaning(mark)
        is_meant = tuple(meant is not None and who.get(figure.number) == meant for figure, _ in weighed)
        if any(is_meant) and not all(is_meant):
            yield Choice(group, tuple(features for _, features in weighed), is_meant)


def _most(meaning: Meaning, marks: Sequence[Mark]) -> object:
    """Return whom most of the names and descriptions mean by the annotation."""
    counted = Counter(meaning(m) for m in marks if m.form is not MentionForm.PRONOUN)
    del counted[None]
    return counted.most_common(1)[0][0] if counted else None


def _meaning(annotated: dict[str, Any], content: str) -> Meaning:
    """Return what tells whom a mark means by the annotation, None where it is silent."""
    if "gap" in annotated:
        return _by_span(_spans_of_gap(annotated["gap"]), content)
    if "clusters" in annotated:
        spans = ((m[0], m[1], n) for n, c in enumerate(annotated["clusters"]) for m in c["mentions"])
        return _by_span(spans, content)
    return _by_form(annotated, content)


def _spans_of_gap(row: dict[str, Any]) -> Iterator[tuple[int, int, object]]:
    for letter in "ab":
        yield (*row[letter]["span"], letter)
        if row[letter]["same"]:
            yield (*row["pronoun"], letter)


def _by_span(spans: Iterator[tuple[int, int, object]], content: str) -> Meaning:
    """Look a mark up by where it ends: annotated mentions have their articles, and sometimes a possessive."""
    ends: dict[int, list[tuple[int, object]]] = defaultdict(list)
    for start, end, who in spans:
        words = content[start:end].split("'s")[0].split("’s")[0] if content[start:end].endswith("s") else ""
        ends[start + len(words.rstrip()) if words else end].append((start, who))
    return lambda mark: next((w for s, w in ends.get(mark.span.end, ()) if s <= mark.span.start), None)


def _by_form(annotated: dict[str, Any], content: str) -> Meaning:
    """Look names and descriptions up by their words, *he* and *she* by the quotes that begin with them."""
    forms: dict[str, object] = {}
    for person in annotated["persons"]:
        for form in (person["name"], *person["forms"]):
            forms.setdefault(form, person["id"])
    quotes: dict[int, object] = {}
    for factoid in annotated["factoids"]:
        if factoid["quote"].lower().startswith(("he ", "she ")):
            quotes[content.find(factoid["quote"])] = factoid["person"]
    quotes.update(_owners(annotated, forms, content))
    return lambda mark: (
        quotes.get(mark.span.start) if mark.form is MentionForm.PRONOUN else forms.get(mark.span.of(content))
    )


def _owners(
    annotated: dict[str, Any], forms: Mapping[str, object], content: str
) -> Iterator[tuple[int, object]]:
    """Yield where *his* stands in *his mother*, and who he is: the person is called *mother of Paul Weber*."""
    for person in annotated["persons"]:
        owner = forms.get(person["name"].partition(" of ")[2])
        if owner is None or not person["name"][0].islower():
            continue
        for form in person["forms"]:
            if form.lower().startswith(("his ", "her ")):
                yield from (
                    (found.start(), owner) for found in re.finditer(rf"\b{re.escape(form)}\b", content)
                )


def fit(
    choices: Sequence[Choice], only: str = "", table: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Return the weights under which those who are meant rank before the others.

    ``only``: how the names of the features begin whose weights are learnt; the others keep those of the table.
    """
    kept = {n: w for n, w in (table or {}).items() if only and not n.startswith(only)}
    held = PENALTY_BESIDE if only else PENALTY
    names = sorted({n for c in choices for features in c.features for n in features if n.startswith(only)})
    column = {name: at for at, name in enumerate(names)}
    rows: Array = np.zeros((sum(len(c.features) for c in choices), len(names)))
    before: Array = np.zeros(len(rows))
    for at, features in enumerate(f for c in choices for f in c.features):
        learnt = {name: value for name, value in features.items() if name in column}
        rows[at, [column[name] for name in learnt]] = list(learnt.values())
        before[at] = _score(features, kept)
    of: Array = np.repeat(np.arange(len(choices)), [len(c.features) for c in choices])
    meant: Array = np.array([float(m) for c in choices for m in c.is_meant])
    share: Array = np.array([_share(c.group) for c in choices])[of]
    found: Array = np.zeros(len(names))
    mean, spread = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, ROUNDS + 1):
        chance, wanted = _chances(before + rows @ found, of, meant, len(choices))
        slope = rows.T @ ((chance - wanted) * share) / share.sum() + held * found
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope * slope
        found = found - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return kept | {name: float(weight) for name, weight in zip(names, found, strict=True)}


def _score(features: Mapping[str, float], table: Mapping[str, float]) -> float:
    return sum(table.get(name, 0.0) * value for name, value in features.items())


def _share(group: str) -> float:
    return GOLD_SHARE if len(group) == 1 else SHARES.get(group, OTHER_SHARE)


def _chances(scores: Array, of: Array, meant: Array, count: int) -> tuple[Array, Array]:
    """Return the chance of each candidate, and the chance it should have among those who are meant."""
    top = np.full(count, -np.inf)
    np.maximum.at(top, of, scores)
    raised = np.exp(scores - top[of])
    total, right = np.zeros(count), np.zeros(count)
    np.add.at(total, of, raised)
    np.add.at(right, of, raised * meant)
    return raised / total[of], raised * meant / np.maximum(right[of], 1e-12)


def lines(table: dict[str, float]) -> Iterator[str]:
    """Yield the table of weights, the heaviest first."""
    for name, weight in sorted(table.items(), key=lambda item: (-item[1], item[0])):
        if abs(weight) >= LEAST:
            yield f'  "{name}": {weight:.{ROUND}f}\n'


def report(choices: Sequence[Choice], table: Mapping[str, float], only: str = "") -> None:
    """Print for each group the share that the table, and weights learnt without the group, get right."""
    for group in sorted({c.group for c in choices}):
        held = [c for c in choices if c.group == group]
        learnt = fit([c for c in choices if c.group != group], only, table)
        print(f"{group} {len(held)} now {_right(held, table):.3f} learnt {_right(held, learnt):.3f}")


def _right(choices: Sequence[Choice], table: Mapping[str, float]) -> float:
    taken = 0
    for choice in choices:
        scores = [_score(features, table) for features in choice.features]
        taken += choice.is_meant[max(range(len(scores)), key=scores.__getitem__)]
    return taken / max(1, len(choices))


if __name__ == "__main__":
    main()
