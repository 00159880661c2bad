"""What follows for each person, worked out where the sources on some persons lie together.

Each machine makes a small library of the sources that bear on its persons and asks it what a large one is asked:
the same functions give the same answers. Only the names of others are brought along, for they rest on sources that
are not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from factoid.chronology.result import Chronology, Contradiction, EventTime
from factoid.criticism import Setting
from factoid.exchange.importing import Evidence
from factoid.exchange.spread import Row, evidence_of_row, text_of_json
from factoid.model import PersonLink
from factoid.model.when import iso_of
from factoid.pipeline.hearing import found_on
from factoid.pipeline.lives import life_of
from factoid.store import Library, open_library

COLUMNS = ", ".join(
    f"{name} string"
    for name in ("person", "name", "times", "contradictions", "conflicts", "events", "tenures")
)
_EMPTY = "empty.factoid"


def rows_of_bucket(sources: Sequence[Row], persons: Sequence[Row]) -> Iterator[Row]:
    """Yield the row of each person that is asked about, given the sources on it and everybody named in them."""
    with TemporaryDirectory(prefix="factoid-") as folder:
        path = Path(folder) / "bucket.factoid"
        path.write_bytes(_empty_library())
        with open_library(path) as library:
            for row in sorted(sources, key=lambda row: int(row["position"])):
                evidence = _called(evidence_of_row(row), row["called"])
                library.add(evidence.document, evidence.reading)
            library.refresh_persons(lambda *_: [_link(row) for row in persons])
            yield from _rows(library, [row for row in persons if row["is_asked"]])


@cache
def _empty_library() -> bytes:
    """Return a library with nothing in it: making one takes longer than filling it with a page."""
    with TemporaryDirectory(prefix="factoid-") as folder:
        path = Path(folder) / _EMPTY
        open_library(path, create=True).close()
        return path.read_bytes()


def _called(evidence: Evidence, name: str) -> Evidence:
    """Return a source under the short name that it has among all."""
    source = replace(evidence.reading.source, name=name)
    return Evidence(replace(evidence.document, source=source), replace(evidence.reading, source=source))


def _link(row: Row) -> PersonLink:
    return PersonLink(person=row["person"], personas=tuple(row["personas"]), called=row["name"])


def _rows(library: Library, asked: Sequence[Row]) -> Iterator[Row]:
    setting = Setting()
    ids = [row["person"] for row in asked]
    for row, attestation in zip(asked, library.attestations(ids), strict=True):
        found = found_on(library, attestation, "", setting)
        chronology = life_of(library, row["person"]).chronology
        yield {
            "person": row["person"],
            "name": row["name"],
            "times": text_of_json(json_of_times(chronology)),
            "contradictions": text_of_json([_of_contradiction(c) for c in chronology.contradictions]),
            "conflicts": text_of_json(found.found["conflicts"]),
            "events": text_of_json(found.found["events"]),
            "tenures": text_of_json(found.tenures),
        }


def json_of_times(chronology: Chronology) -> dict[str, dict[str, Any]]:
    """Return between which days each statement's event lies, by its id, as far as anything is known."""
    times = ((factoid, _of_time(time)) for factoid, time in sorted(chronology.times.items()))
    return {factoid: days for factoid, days in times if days}


def _of_time(time: EventTime) -> dict[str, str]:
    days = {name: getattr(time, name) for name in ("earliest", "latest", "likely_earliest", "likely_latest")}
    return {name: iso_of(day) for name, day in days.items() if day is not None}


def _of_contradiction(contradiction: Contradiction) -> dict[str, Any]:
    return {
        "factoids": list(contradiction.factoids),
        "sentences": list(contradiction.sentences),
        "repairs": [repair.sentence for repair in contradiction.repairs],
    }
