"""Our own JSON, which holds everything: sources with their texts and readings, judgements, persons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from factoid.errors import FactoidError, ImportingError, ReadingShapeError
from factoid.exchange.exporters.json_lines import VERSION
from factoid.exchange.importing import Evidence, Notes, Persons, Piece
from factoid.exchange.json_text import Json
from factoid.exchange.shapes import judgement_of_json
from factoid.model import Document, Page, PersonLink, Text, reading_of_json

_SECTIONS = ("persons", "judgements", "readings", "texts")


class JsonImporter:
    """What `export --to json` wrote, on this machine or another."""

    name = "json"
    about = "a whole library: what factoid export --to json wrote"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield sources, then judgements, then persons; a source of a large library at a time."""
        try:
            with Path(target).open("rb") as file:
                shelf = _Lines(file, target)
                yield from _evidence(shelf, notes)
                for number, item in enumerate(shelf.items("judgements")):
                    try:
                        yield judgement_of_json(item)
                    except (KeyError, TypeError, ValueError, AttributeError) as error:
                        notes.refuse(f"{target}, judgement {number}: {type(error).__name__} at {error}")
                yield Persons(tuple(_links(shelf, notes, target)))
        except OSError as error:
            raise ImportingError(
                f"{target}: cannot be read ({error.strerror or error}). Name a file."
            ) from error


def _evidence(shelf: _Lines, notes: Notes) -> Iterator[Evidence]:
    places = {
        item["source"]: place for place, item in shelf.placed("texts") if isinstance(item.get("source"), str)
    }
    for number, item in enumerate(shelf.items("readings")):
        name = item.get("source")
        try:
            reading = reading_of_json(item)
            if name not in places:
                raise ReadingShapeError("its text is missing")
            text = shelf.item_at(places[name])
            document = Document(
                reading.source,
                Text(str(text["content"]), reading.segments),
                tuple(text.get("warnings", ())),
                tuple(Page(int(start), str(label)) for start, label in text.get("pages", ())),
            )
        except (FactoidError, KeyError, TypeError, ValueError, AttributeError) as error:
            notes.refuse(f"reading {number} ({name}): {error}")
            continue
        yield Evidence(document, reading)


def _links(shelf: _Lines, notes: Notes, target: str) -> Iterator[PersonLink]:
    for number, item in enumerate(shelf.items("persons")):
        try:
            personas = tuple(str(persona["id"]) for persona in item["personas"])
            yield PersonLink(
                person=str(item["id"]), personas=personas, reasons=tuple(item.get("reasons", ()))
            )
        except (KeyError, TypeError) as error:
            notes.refuse(f"{target}, person {number}: {type(error).__name__} at {error}")


class _Lines:
    """The arrays of the file, item by item: each stands on a line of its own, as we write them.

    A file that was laid out otherwise is read as a whole.
    """

    def __init__(self, file: BinaryIO, target: str) -> None:
        self._file, self._target = file, target
        self._starts = self._find_sections()
        self._whole: dict[str, list[Any]] | None = None
        if self._starts is None:
            self._whole = self._read_whole()

    def items(self, section: str) -> Iterator[Json]:
        """Yield the objects of an array."""
        for _, item in self.placed(section):
            yield item

    def placed(self, section: str) -> Iterator[tuple[int, Json]]:
        """Yield the objects of an array with their places, for `item_at`."""
        if self._whole is not None:
            for number, item in enumerate(self._whole[section]):
                if isinstance(item, dict):
                    yield number if section == "texts" else 0, item
            return
        place = (self._starts or {}).get(section)
        while place is not None:
            self._file.seek(place)
            line = self._file.readline()
            after = self._file.tell()
            item = _object(line)
            if item is None:
                return
            yield place, item
            place = after if line.rstrip().endswith(b",") else None

    def item_at(self, place: int) -> Json:
        """Return the object of `texts` at a place."""
        if self._whole is not None:
            return dict(self._whole["texts"][place])
        self._file.seek(place)
        return _object(self._file.readline()) or {}

    def _find_sections(self) -> dict[str, int] | None:
        """Return where the first item of each array stands; None where the file is laid out otherwise."""
        self._file.seek(0)
        head = [self._file.readline(1 << 16) for _ in range(3)]
        if head[0] != b"{\n" or not head[1].startswith(b'"format": "factoid-library"'):
            return None
        self._check({"format": "factoid-library", "version": _number(head[2])})
        starts: dict[str, int] = {}
        wanted = {f'"{name}": ['.encode(): name for name in _SECTIONS}
        while line := self._file.readline():
            if line[:20].rstrip(b"\n") in wanted and len(line) < 20:
                starts[wanted[line[:20].rstrip(b"\n")]] = self._file.tell()
        return starts

    def _read_whole(self) -> dict[str, list[Any]]:
        self._file.seek(0)
        try:
            whole = json.loads(self._file.read())
        except (ValueError, RecursionError) as error:
            raise ImportingError(f"{self._target}: no JSON ({error}).") from error
        self._check(whole if isinstance(whole, dict) else {})
        return {name: whole[name] if isinstance(whole.get(name), list) else [] for name in _SECTIONS}

    def _check(self, head: Json) -> None:
        if head.get("format") != "factoid-library":
            raise ImportingError(f"{self._target}: not what factoid export --to json writes.")
        version = head.get("version")
        if not isinstance(version, int) or version > VERSION:
            raise ImportingError(
                f"{self._target}: of version {version}; this program knows {VERSION}. Install a later one."
            )


def _object(line: bytes) -> Json | None:
    try:
        item = json.loads(line.rstrip().rstrip(b","))
    except (ValueError, RecursionError):
        return None
    return item if isinstance(item, dict) else None


def _number(line: bytes) -> int | None:
    digits = line.partition(b":")[2].strip().rstrip(b",")
    return int(digits) if digits.isdigit() else None
