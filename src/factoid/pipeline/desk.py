"""One file read from bytes to evidence, in whichever process does it. Loads the language model once.

Imported late by `factoid.pipeline.crew`: the process that hands out work needs no model.
"""

from __future__ import annotations

import pickle
import re
import traceback
from dataclasses import replace
from functools import cache
from pathlib import Path

from factoid.errors import FactoidError, OutputError, OwnModelError
from factoid.exchange import is_disk_full, write_reading
from factoid.late import late
from factoid.model import Document, OwnModel, Reading, Source
from factoid.pipeline.damage import examined
from factoid.pipeline.progress import SourceReport, Status
from factoid.pipeline.tasks import Advance, Desk, Evidence, Result, Task, Tell
from factoid.places import load_gazetteer
from factoid.reading import Reader, make_reader
from factoid.sources import document_of_text, open_document
from factoid.store import open_view

_WORD = re.compile(r"\S+")


class ReadingDesk:
    """Reads one task after the other. `ModelMissing` if there is no such model."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reader: Reader = make_reader(desk.model, [load_gazetteer(path) for path in desk.gazetteers])
        self._library = open_view(desk.library) if desk.library else None

    def close(self) -> None:
        """Let go of the library."""
        if self._library:
            self._library.close()

    def read(self, task: Task, tell: Tell) -> Result:
        """Return what became of the task. A bad file is a report, never an exception.

        `OutputError` and `OwnModelError` are raised: where one reading cannot be written, or one passage cannot
        be asked about, none can.
        """
        try:
            return self._read(task, tell)
        except (OutputError, OwnModelError):
            raise
        except FactoidError as error:
            return failure(task, str(error))
        except OSError as error:
            if is_disk_full(error):  # so is the next file's
                raise OutputError(
                    f"{task.path}: the disk for temporary files is full. Make room, or set TMPDIR to another."
                ) from error
            return failure(task, unforeseen(task.path, error))
        except MemoryError:
            return failure(
                task, f"{task.path}: not enough memory for this file. Split it, or read it with --jobs 1."
            )
        except Exception as error:  # noqa: BLE001 - a fault in a reader must not cost the other files
            return failure(task, unforeseen(task.path, error))

    def _read(self, task: Task, tell: Tell) -> Result:
        document = open_document(Path(task.path), ocr=self._desk.ocr)
        if self._desk.out_dir:  # a library names its sources itself, among all that it has
            document = replace(document, source=replace(document.source, name=task.name))
        sha256 = document.source.content_sha256
        if removal := self._library.removal_of(document.source.id) if self._library else None:
            tell(Advance(task.path, task.size, 0))
            reason = f"{task.path}: {removal.sentence}"
            return Result(
                index=task.index,
                report=SourceReport(path=task.path, status=Status.REMOVED, reason=reason),
            )
        version = self._reader.version_for(document.source.language) + ("+ocr" if document.conditions else "")
        if self._library and self._library.has(sha256, version):
            tell(Advance(task.path, task.size, 0))
            return Result(index=task.index, report=self._known(task, document.source))
        meter = Meter(task, document.text.content, tell)
        reading = examined(document, self._reader.read(document, progress=meter.reached))
        if document.conditions:  # the text of the same file without them is another
            reading = replace(reading, reader=version)
        meter.finish()
        return self._finished(task, document, reading, meter.words)

    def _known(self, task: Task, source: Source) -> SourceReport:
        """Return the report of a content that is in the library; says so where a user would look under another name."""
        called = self._library.called_otherwise(source) if self._library else None
        notes = (f"this very content is in the library, as {called}",) if called else ()
        return SourceReport(path=task.path, status=Status.UNCHANGED, notes=notes)

    def _finished(self, task: Task, document: Document, reading: Reading, words: int) -> Result:
        report = report_of(task.path, document, reading, words)
        if self._desk.out_dir:
            write_reading(self._desk.out_dir / f"{task.name}.json", reading)
            return Result(index=task.index, report=report)
        evidence = Evidence(document, reading)
        packed = pickle.dumps(evidence, protocol=5) if self._desk.is_apart else evidence
        return Result(index=task.index, report=report, evidence=packed)


class Meter:
    """Turns the reader's position in a text into bytes and words, told as they pass."""

    def __init__(self, task: Task, content: str, tell: Tell) -> None:
        self._task, self._content, self._tell = task, content, tell
        self._position = 0
        self._told_size = 0
        self.words = 0

    def reached(self, position: int) -> None:
        """Tell what lies between the last position and this one."""
        position = min(max(position, self._position), len(self._content))
        words = sum(1 for _ in _WORD.finditer(self._content, self._position, position))
        size = self._task.size * position // max(len(self._content), 1)
        self._tell(Advance(self._task.path, size - self._told_size, words))
        self._position, self._told_size = position, size
        self.words += words

    def finish(self) -> None:
        """Tell the rest."""
        self.reached(len(self._content))


def report_of(path: str, document: Document, reading: Reading, words: int) -> SourceReport:
    """Return the figures of a reading."""
    length = len(document.text.content)
    of_all = [f.note for f in reading.findings if f.start == f.end or (f.start, f.end) == (0, length)]
    return SourceReport(
        path=path,
        status=Status.READ,
        words=words,
        people=len(reading.personas),
        factoids=len(reading.factoids),
        declined=dict(reading.declined),
        notes=tuple(dict.fromkeys([*document.warnings, *of_all])),
    )


def failure(task: Task, reason: str) -> Result:
    """Return the report of a file that could not be read."""
    return Result(
        index=task.index,
        report=SourceReport(path=task.path, status=Status.FAILED, reason=" ".join(reason.split())),
    )


def unforeseen(path: str, error: Exception) -> str:
    """Return one line on a fault of ours, with where it happened."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    return (
        f"{path}: reading failed inside Factoid ({type(error).__name__}: {error}, at {place}). "
        "Please report this with the file."
    )


def read_text(text: str, *, name: str, model: str | None, own_model: OwnModel | None = None) -> Reading:
    """Read a text that came as a string."""
    document = document_of_text(text, name=name)
    reader = _reader(model)
    if own_model is not None:
        reader = late("factoid.reading.own_model:OwnModelReader")(reader, own_model)
    return examined(document, reader.read(document))


@cache
def _reader(model: str | None) -> Reader:
    return make_reader(model)
