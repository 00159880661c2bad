"""The bytes of a file into rows: what runs on every machine. The same bytes give the same rows anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from factoid.errors import ReadingError
from factoid.exchange.spread import Row, row_of_evidence, text_of_json
from factoid.model import PersonaInSource, Reading, json_of_persona
from factoid.pipeline.desk import ReadingDesk
from factoid.pipeline.lives import ties
from factoid.pipeline.tasks import Advance, Desk, Evidence, Task, tasks_of
from factoid.sources import find_inputs
from factoid.sources.files.inputs import shown_path
from factoid.store.evidence.writing import check_fits
from factoid.store.people.traces import personas_told

COLUMNS = (
    "wave int, ordinal bigint, place int, unit string, origin string, name string, source string, reader string, "
    "language string, people int, statements int, problem string, document string, reading string, "
    "personas string, ties string"
)
_NAMES = [column.split()[0] for column in COLUMNS.split(", ")]


def rows_of_units(units: Iterator[Row], desk: Desk) -> Iterator[Row]:
    """Yield the rows of many inputs: each is a file that is named, bytes that are given, or known to be wrong."""
    for unit in units:
        known = {name: unit[name] for name in ("wave", "ordinal", "unit")}
        if unit["problem"]:
            found = iter([{"origin": unit["name"], "problem": unit["problem"]}])
        elif unit["content"] is None and unit["path"]:
            found = rows_of_file(Path(unit["path"]), unit["name"], desk)
        else:
            found = rows_of_bytes(unit["name"], bytes(unit["content"] or b""), desk)
        for place, row in enumerate(found):
            yield {**dict.fromkeys(_NAMES), "people": 0, "statements": 0, **known, "place": place, **row}


def rows_of_bytes(name: str, content: bytes, desk: Desk) -> Iterator[Row]:
    """Yield a row for each source in the bytes of a file of that name, or for what is wrong with it.

    An archive (a crawl, a ZIP) has many. Nothing but a folder for the time being is touched.
    """
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]
    with TemporaryDirectory(prefix="factoid-") as folder:
        path = Path(folder, *(step[-200:] for step in steps[-1:] or ["text"]))
        try:
            path.write_bytes(content)
        except (OSError, ValueError) as error:
            yield {"origin": name, "problem": f"{name}: its name cannot be one of a file ({error})."}
            return
        yield from rows_of_file(path, name, desk)


def rows_of_file(path: Path, shown: str, desk: Desk) -> Iterator[Row]:
    """Yield a row for each source in a file, by the same steps as `factoid read`; ``shown`` is what it goes by."""
    reading_desk = _reading_desk(desk)
    place = _Place(shown_path(path), shown)
    for task in tasks_of(find_inputs([str(path)])):
        yield _row(reading_desk, task, place)


class _Place(NamedTuple):
    """Where a file lies on this machine, and what the user knows it by."""

    path: str
    shown: str

    def named(self, text: str) -> str:
        """Put the one for the other."""
        return text.replace(self.path, self.shown) if self.path != self.shown else text


@lru_cache(maxsize=1)
def _reading_desk(desk: Desk) -> ReadingDesk:
    """Load the language model once for a process, however many pieces of work it is given."""
    return ReadingDesk(desk)


def _row(desk: ReadingDesk, task: Task, place: _Place) -> Row:
    shown = place.named(task.path)
    if task.problem:
        return {"origin": shown, "problem": place.named(task.problem)}
    result = desk.read(task, _unwatched)
    evidence = result.unpacked()
    if evidence is None:
        return {"origin": shown, "problem": place.named(result.report.reason)}
    try:
        return _row_of(_shown(evidence, place))
    except (ReadingError, UnicodeEncodeError) as error:
        return {"origin": shown, "problem": f"{shown}: {error}"}


def _shown(evidence: Evidence, place: _Place) -> Evidence:
    document = evidence.document
    source = replace(document.source, origin=place.named(document.source.origin))
    warnings = tuple(place.named(warning) for warning in document.warnings)
    return Evidence(
        replace(document, source=source, warnings=warnings), replace(evidence.reading, source=source)
    )


def _row_of(evidence: Evidence) -> Row:
    """Return the row of a source; what a library would not take in raises `ReadingError` here already."""
    document, reading = evidence.document, evidence.reading
    check_fits(document, reading)
    return {
        "origin": document.source.origin,
        "name": document.source.name,
        "source": document.source.id,
        "reader": reading.reader,
        "language": document.source.language,
        "people": len(reading.personas),
        "statements": len(reading.factoids),
        **row_of_evidence(document, reading),
        "personas": text_of_json([_of_persona(persona) for persona in personas_told(reading)]),
        "ties": text_of_json(_ties_in(reading)),
    }


def _of_persona(found: PersonaInSource) -> dict[str, Any]:
    traces = found.traces
    told: dict[str, Any] = {"born": traces.born, "died": traces.died, "active": traces.active}
    told |= {"places": traces.places, "posts": traces.posts, "kin": traces.kin}
    return json_of_persona(found.persona) | {"traces": told}


def _ties_in(reading: Reading) -> list[tuple[str, str]]:
    """Return which personas are tied so that the life of the one bears on the other's."""
    found = (
        (factoid.person, other) for factoid in reading.factoids if ties(factoid) for other in factoid.related
    )
    return sorted(set(found))


def _unwatched(_: Advance) -> None:
    return
