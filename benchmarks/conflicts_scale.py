"""How long all conflicts of a large library take, and how long one new source: time and memory by size.

    .venv/bin/python benchmarks/conflicts_scale.py [FACTOIDS...]

Makes a library of invented sources of a hundred factoids each on people who are told of in about ten of them, and in
some hundreds for a few; finds all conflicts; adds one source, and finds them again. Prints a row for each size.
Exits with 1 where the time per factoid grows by more than MOST_GROWTH from the smallest to the largest.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
from factoid.pipeline.disputes import refresh
from factoid.store import Library, open_library

SIZES = (10_000, 50_000, 100_000)
MOST_GROWTH = 1.6
_PER_SOURCE, _PERSONS, _TOLD_IN = 100, 10, 10
_PLACES = ("Odessa", "Kiev", "Riga", "Warsaw", "Vienna", "Prague", "Tiflis", "Baku")
_ROLES = ("head", "deputy head", "secretary", "commander", "inspector", "clerk")
_BODIES = ("Cheka", "NKVD", "Party", "Academy", "Army", "Commissariat")


def main() -> int:
    """Measure each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("factoids", nargs="*", type=int, default=SIZES)
    print("factoids\tsources\tpersons\tconflicts\tall (s)\tms a factoid\tone more (s)\tagain (s)\tpeak MiB")
    costs = []
    for size in options.parse_args().factoids:
        with tempfile.TemporaryDirectory() as folder:
            costs.append(measured(Path(folder) / "scale.factoid", size))
    growth = costs[-1] / costs[0]
    print(f"time per factoid from the smallest to the largest: x{growth:.2f} (at most x{MOST_GROWTH})")
    return 0 if growth <= MOST_GROWTH else 1


def measured(path: Path, size: int) -> float:
    """Make a library, measure, print; return seconds per factoid."""
    count = size // _PER_SOURCE
    with open_library(path, create=True) as library:
        for number in range(count):
            library.add(*invented(number, count))
        _link(library)
        whole, persons = _timed(library)
        found = sum(len(data["conflicts"]) for data in library.disputes())
        library.add(*invented(count, count))
        _link(library)
        one, _ = _timed(library)
        nothing, _ = _timed(library)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = f"{whole:.1f}\t{1000 * whole / size:.3f}\t{one:.2f}\t{nothing:.2f}\t{peak:.0f}"
    print(f"{size}\t{count}\t{persons}\t{found}\t{figures}", flush=True)
    return whole / size


def _timed(library: Library) -> tuple[float, int]:
    start = time.perf_counter()
    changed = refresh(library)
    return time.perf_counter() - start, changed


def _link(library: Library) -> None:
    """Link by name alone: how persons are linked is measured elsewhere."""

    def by_name(personas: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
        groups: dict[str, list[str]] = {}
        for found in personas:
            groups.setdefault(found.persona.name, []).append(found.persona.id)
        return [PersonLink(person=min(ids), personas=tuple(ids)) for ids in groups.values()]

    library.refresh_persons(by_name)


def invented(number: int, count: int) -> tuple[Document, Reading]:
    """Return a source of ten persons, each told of in ten factoids, and its reading."""
    chance = random.Random(number)
    people = max(_PERSONS, count * _PERSONS // _TOLD_IN)
    ids = [chance.randrange(people) if n else chance.randrange(5) for n in range(_PERSONS)]
    names = [f"Person{i} Family{i}" for i in dict.fromkeys(ids)]
    told = [(name, *_statement(name, chance, n)) for name in names for n in range(_PER_SOURCE // len(names))]
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
    when = when_of_edtf(str(year))
    match (
        "birth",
        "death",
        "office",
        "travel",
        "membership",
        "award",
        "arrest",
        "education",
        "office",
        "event",
    )[n % 10]:
        case "birth":
            return "birth", f"{who} was born in {place} in {year}.", {"place": place, "when": when}
        case "death":
            return (
                "death",
                f"{who} was shot in {place} in {year}.",
                {"place": place, "value": "shot", "when": when},
            )
        case "travel":
            return "travel", f"{who} moved to {place} in {year}.", {"place": place, "when": when}
        case "membership":
            return (
                "membership",
                f"{who} joined the {body} in {year}.",
                {"organisation": body, "value": "joined", "when": when},
            )
        case "award":
            return (
                "award",
                f"In {year} {who} received the Order of {place}.",
                {"value": f"Order of {place}", "when": when},
            )
        case "arrest":
            return "arrest", f"{who} was arrested in {place} in {year}.", {"place": place, "when": when}
        case "education":
            return (
                "education",
                f"{who} studied at the {body} in {place}.",
                {"organisation": body, "place": place},
            )
        case "event":
            return (
                "event",
                f"{who} fell ill in {place} in {year}.",
                {"value": "fell ill", "place": place, "when": when},
            )
    fields = {"role": role, "organisation": body, "place": place, "value": "appointed", "when": when}
    return "office", f"In {year} {who} was appointed {role} of the {body} in {place}.", fields


if __name__ == "__main__":
    sys.exit(main())
