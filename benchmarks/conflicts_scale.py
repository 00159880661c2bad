"""How long all conflicts of a large library take, and how long one new source: time and memory by size.

    .venv/bin/python benchmarks/conflicts_scale.py [FACTOIDS...] [--plot docs/images/conflicts.svg]

Makes a library of invented sources of a hundred factoids each on people who are told of in about ten of them, and on
five people who are each told of in a fifth of all sources; finds all conflicts; adds one source on people of the
first sort, then one in which one of the five is told of, and finds the conflicts again after each. Prints a row for
each size; times are the processor's, which do not depend on what else the machine does. Exits with 1 where the time
per factoid grows by more than MOST_GROWTH from the smallest to the largest.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drawing import Line, Panel, svg_of
from script import options_of

from factoid.dates import when_of_edtf
from factoid.model import (
    Document,
    Factoid,
    Judgement,
    Mention,
    MentionForm,
    Persona,
    PersonaInSource,
    PersonLink,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Text,
    persona_id,
    sha256_of_text,
)
from factoid.pipeline.hearing import refresh
from factoid.store import Library, open_library

SIZES = (10_000, 30_000, 100_000)
MOST_GROWTH = 1.6
Row = dict[str, float]
PER_SOURCE, _PERSONS, _TOLD_IN = 100, 10, 10
_RANKS = ("lieutenant", "captain", "major", "colonel")
_PLACES = ("Odessa", "Kiev", "Riga", "Warsaw", "Vienna", "Prague", "Tiflis", "Baku")
_ROLES = ("head", "deputy head", "secretary", "commander", "inspector", "clerk")
_BODIES = ("Cheka", "NKVD", "Party", "Academy", "Army", "Commissariat")
#: types with a sentence and the fields it has beside the date
_KINDS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("birth", "{who} was born in {place} in {year}.", {"place": "{place}"}),
    ("death", "{who} was shot in {place} in {year}.", {"place": "{place}", "value": "shot"}),
    ("office", "In {year} {who} was appointed {role} of the {body} in {place}.",
     {"role": "{role}", "organisation": "{body}", "place": "{place}", "value": "appointed"}),
    ("travel", "{who} moved to {place} in {year}.", {"place": "{place}"}),
    ("membership", "{who} joined the {body} in {year}.", {"organisation": "{body}", "value": "joined"}),
    ("award", "In {year} {who} received the Order of {place}.", {"value": "Order of {place}"}),
    ("arrest", "{who} was arrested in {place} in {year}.", {"place": "{place}"}),
    ("education", "{who} studied at the {body} in {place}.", {"organisation": "{body}", "place": "{place}"}),
    ("rank", "{who} was promoted {rank} in {year}.", {"value": "{rank}"}),
    ("event", "{who} fell ill in {place} in {year}.", {"value": "fell ill", "place": "{place}"}),
)  # fmt: skip


def main() -> int:
    """Measure each size."""
    options = options_of(__doc__)
    options.add_argument("factoids", nargs="*", type=int, default=SIZES)
    options.add_argument("--plot", type=Path, help="an SVG to draw")
    given = options.parse_args()
    rows: list[Row] = []
    for size in given.factoids:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(measured(Path(folder) / "scale.factoid", size))
        print(json.dumps({name: round(value, 3) for name, value in rows[-1].items()}), flush=True)
    if given.plot:
        given.plot.write_text(plot(rows), "utf-8")
    growth = (rows[-1]["all"] / rows[-1]["factoids"]) / (rows[0]["all"] / rows[0]["factoids"])
    print(f"time per factoid from the smallest to the largest: x{growth:.2f} (at most x{MOST_GROWTH})")
    return 0 if growth <= MOST_GROWTH else 1


def measured(path: Path, size: int) -> Row:
    """Make a library of so many factoids and return how many seconds each step took, and how much memory (MiB)."""
    count = size // PER_SOURCE
    row: Row = {"factoids": size, "sources": count}
    with open_library(path, create=True) as library:
        start = time.process_time()
        for number in range(count):
            library.add(*invented(number, count))
        row["written"] = time.process_time() - start
        link_by_name(library)
        row["all"], row["persons"] = _timed(library)
        row["conflicts"] = sum(len(data["conflicts"]) for _, data in library.disputes())
        row["nothing new"], _ = _timed(library)
        for name, is_on_one_of_five in (("one more", False), ("one more on one of five", True)):
            library.add(*invented(count + is_on_one_of_five, count, is_on_one_of_five=is_on_one_of_five))
            link_by_name(library)
            row[name], _ = _timed(library)
    row["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return row


def _timed(library: Library) -> tuple[float, int]:
    start = time.process_time()
    changed = refresh(library)
    return time.process_time() - start, changed


def link_by_name(library: Library) -> None:
    """Link by name alone: how persons are linked is measured elsewhere."""

    def by_name(personas: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
        groups: dict[str, list[str]] = {}
        for found in personas:
            groups.setdefault(found.persona.name, []).append(found.persona.id)
        return [PersonLink(person=min(ids), personas=tuple(ids)) for ids in groups.values()]

    library.refresh_persons(by_name)


def invented(number: int, count: int, *, is_on_one_of_five: bool = True) -> tuple[Document, Reading]:
    """Return a source of ten persons, each told of in ten factoids, and its reading."""
    chance = random.Random(number)
    people = max(_PERSONS, count * _PERSONS // _TOLD_IN)
    ids = [chance.randrange(5, people) for _ in range(_PERSONS)]
    if is_on_one_of_five:
        ids[0] = chance.randrange(5)
    names = [f"Person{i} Family{i}" for i in dict.fromkeys(ids)]
    told = [(name, *_statement(name, chance, n)) for name in names for n in range(PER_SOURCE // len(names))]
    content = "\n\n".join(sentence for _, _, sentence, _ in told)
    name = f"source{number:06}"
    source = Source(
        name=name, content_sha256=sha256_of_text(name + content), origin=name, media_type="text/plain",
        published=str(1950 + number % 70),
    )  # fmt: skip
    segments, factoids, place = [], [], 0
    personas: dict[str, Persona] = {}
    for who, kind, sentence, fields in told:
        start = content.index(sentence, place)
        place = start + len(sentence)
        segments.append(Segment(kind=SegmentKind.PARAGRAPH, start=start, end=place))
        mention = Mention(start, start + len(who), MentionForm.NAME)
        if who not in personas:
            personas[who] = Persona(
                id=persona_id(source.id, mention.span), name=who, forms=(who,), mentions=(mention,)
            )
        factoids.append(
            Factoid(
                source=source.id, person=personas[who].id, type=kind, quote=sentence, start=start, end=place,
                confidence=0.8, **fields,
            )
        )  # fmt: skip
    text = Text(content, tuple(segments))
    reading = Reading(
        source=source, text_sha256=text.sha256, reader="invented@1", segments=text.segments,
        personas=tuple(personas.values()), factoids=tuple(factoids),
    )  # fmt: skip
    return Document(source, text), reading


def _statement(who: str, chance: random.Random, n: int) -> tuple[str, str, dict[str, Any]]:
    """Return a type, a sentence and the fields of a statement; a tenth differ from what others say."""
    own = random.Random(f"{who} {n}")
    slip = chance.random() < 0.1
    place, body, role = own.choice(_PLACES), own.choice(_BODIES), own.choice(_ROLES)
    year = (1850 if n % 10 == 0 else 1950 if n % 10 == 1 else 1900) + own.randrange(40) + (3 if slip else 0)
    kind, sentence, fields = _KINDS[n % len(_KINDS)]
    words = {"who": who, "place": place, "body": body, "role": role, "rank": own.choice(_RANKS), "year": year}
    told: dict[str, Any] = {name: value.format(**words) for name, value in fields.items()}
    if "{year}" in sentence:
        told["when"] = when_of_edtf(str(year))
    return kind, sentence.format(**words), told


# Panels of the picture, and the figures in each with their names and colours.
PANELS = (
    ("Time (s)", (("all", "all conflicts", "#1b6ca8"), ("one more", "one more source", "#c2571a"),
                  ("one more on one of five", "one more, on one told of in a fifth", "#8a3d8f"),
                  ("nothing new", "nothing new", "#666"))),
    ("Memory (MiB)", (("memory", "peak", "#1b6ca8"),)),
)  # fmt: skip


def plot(rows: list[Row]) -> str:
    """Return the rows as a picture."""
    panels = [
        Panel(
            title,
            [
                Line(label, colour, [(row["factoids"], row[name]) for row in rows])
                for name, label, colour in series
            ],
        )
        for title, series in PANELS
    ]
    return svg_of("Time and memory to find all conflicts, by number of factoids", "factoids", panels)


if __name__ == "__main__":
    sys.exit(main())
