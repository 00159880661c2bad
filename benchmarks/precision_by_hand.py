"""Precision judged by hand: draw statements at random from texts that were not developed on, and report verdicts.

    .venv/bin/python benchmarks/precision_by_hand.py draw FOLDER... [--seed N] [--number N] [--least CONFIDENCE]
        [--sureness GRADE] [--out FILE]
    .venv/bin/python benchmarks/precision_by_hand.py report

``FOLDER`` holds prepared texts (``NAME.txt``); from each the same number of statements is drawn, with a fixed
seed, from texts drawn with it too. What is drawn is written with its surroundings, to be judged against its words.
Verdicts are kept in ``precision_by_hand.json``: where each statement stood and whether it was right, not the texts.
``right`` means: the type fits, the person is the one meant, every field given is what the words say. A verdict with a
``sureness`` (*sure*, *less sure*) was made without knowing it; the report counts those by it and by type.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from script import a_folder, options_of

from factoid.model import Factoid, Reading
from factoid.model.wholeness import Sureness, sureness_of
from factoid.reading import make_reader
from factoid.sources import open_document

SEED, TEXTS, DRAWN = 1944, 40, 100  #: what is drawn if nothing else is asked for
VERDICTS = Path(__file__).with_name("precision_by_hand.json")
AROUND = 220  #: characters shown on both sides


def drawn(
    folders: Sequence[Path], seed: int, wanted: int, least: float, grade: str | None
) -> Iterator[dict[str, Any]]:
    """Yield the statements drawn, as many from each folder, all at least as sure as asked, or of a grade."""
    reader = make_reader()
    for number, folder in enumerate(folders):
        share = wanted // len(folders) + (number < wanted % len(folders))
        chance = random.Random(f"{seed} {folder.name}")
        paths = sorted(folder.glob("*.txt"))
        pool: list[tuple[Path, Reading, Factoid]] = []
        for path in chance.sample(paths, min(TEXTS, len(paths))):
            reading = reader.read(open_document(path))
            told = Counter(f.person for f in reading.factoids)
            pool += [
                (path, reading, f)
                for f in reading.factoids
                if f.confidence >= least and grade in (None, sureness_of(f, is_alone=told[f.person] == 1))
            ]
        for path, reading, factoid in chance.sample(pool, min(share, len(pool))):
            yield shown(path, reading, factoid)


def shown(path: Path, reading: Reading, factoid: Factoid) -> dict[str, Any]:
    """Return a statement as it is judged."""
    content = open_document(path).text.content
    names = {p.id: p.name for p in reading.personas}
    return {
        "set": path.parent.name,
        "source": path.stem,
        "start": factoid.start,
        "end": factoid.end,
        "type": factoid.type,
        "person": names[factoid.person],
        "related": [names[r] for r in factoid.related],
        "role": factoid.role,
        "organisation": factoid.organisation,
        "place": factoid.place,
        "value": factoid.value,
        "date": factoid.date,
        "certainty": str(factoid.certainty),
        "confidence": factoid.confidence,
        "quote": factoid.quote,
        "around": content[max(factoid.start - AROUND, 0) : factoid.end + AROUND],
    }


def report() -> None:
    """Print the precision of the verdicts kept, over all and by type, set and confidence."""
    verdicts = json.loads(VERDICTS.read_text("utf-8"))["verdicts"]
    by: dict[str, Counter[bool]] = defaultdict(Counter)
    for verdict in verdicts:
        right = verdict["verdict"] == "right"
        seed = f"seed {verdict['seed']}"
        kinds = (f"type {verdict['type']}", f"set {verdict['set']}", _confidence(verdict))
        for group in ("all", seed, *kinds, *_graded(verdict)):
            by[group][right] += 1
    for group, counted in sorted(by.items(), key=lambda item: (item[0] != "all", -item[1].total())):
        print(f"{group:28} {counted[True]:3} of {counted.total():3}  {counted[True] / counted.total():.2f}")
    wrong = Counter(v["verdict"] for v in verdicts if v["verdict"] != "right")
    print("wrong:", ", ".join(f"{what} {n}" for what, n in wrong.most_common()))


def _graded(verdict: dict[str, Any]) -> tuple[str, ...]:
    """Return the groups of a verdict on a statement whose sureness is known."""
    if (grade := verdict.get("sureness")) is None:
        return ()
    return grade, f"{grade}, set {verdict['set']}", f"{grade}, type {verdict['type']}"


def _confidence(verdict: dict[str, Any]) -> str:
    return "confidence .6 and over" if verdict["confidence"] >= 0.6 else "confidence under .6"


def main() -> None:
    """Draw or report."""
    options = options_of(__doc__)
    kinds = options.add_subparsers(dest="kind", required=True)
    kinds.add_parser("report", help="print the verdicts kept")
    draw = kinds.add_parser("draw", help="draw statements to be judged")
    draw.add_argument("folders", type=a_folder, nargs="+", metavar="FOLDER")
    draw.add_argument("--out", type=Path, default=Path("drawn.jsonl"))
    draw.add_argument("--seed", type=int, default=SEED)
    draw.add_argument("--number", type=int, default=DRAWN, help="statements drawn in all")
    draw.add_argument("--least", type=float, default=0.0, help="the least confidence")
    draw.add_argument("--sureness", choices=[str(g) for g in Sureness], help="only what was read so surely")
    given = options.parse_args()
    if given.kind == "report":
        report()
        return
    found = drawn(given.folders, given.seed, given.number, given.least, given.sureness)
    lines = [json.dumps(one, ensure_ascii=False) for one in found]
    given.out.write_text("\n".join(lines) + "\n", "utf-8")
    print(len(lines), "statements in", given.out)


if __name__ == "__main__":
    main()
