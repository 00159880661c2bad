"""What is to be read, and what comes back: values that travel between processes."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factoid.errors import SourceError
from factoid.late import late
from factoid.model import Document, Location, OwnModel, Reading
from factoid.pipeline.progress import SourceReport

BYTES_WORTH_A_PROCESS = 60_000  #: below this, starting a process and its model takes longer than reading

LONGEST_NAME = 240  #: bytes; disks take 255, with the suffix and a number


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read. The result does not depend on ``jobs``."""

    jobs: int | None = None  #: processes; None for as many as there are cores and work for
    model: str | None = None  #: the language model; None for the reader's own choice
    gazetteers: tuple[Path, ...] = ()  #: files with places that are preferred to those that come with Factoid
    own_model: OwnModel | None = None  #: asked beside the rules, in one process
    ocr: str = ""  #: a language of tesseract, or `auto`: pages that are pictures are recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One input to read. A ``problem`` found while looking for inputs keeps its place among them."""

    index: int
    path: str
    name: str = ""
    size: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every process must know: the model, and where readings go."""

    model: str | None = None
    gazetteers: tuple[Path, ...] = ()
    own_model: OwnModel | None = None  #: asked beside the rules
    ocr: str = ""  #: as `ReadOptions` has it
    library: Location | None = None  #: asked whether a source has been read before
    out_dir: Path | None = None  #: readings are written here as JSON
    worker: str = "factoid.pipeline.desk:ReadingDesk"  #: imported where the work is done
    is_apart: bool = False  #: in a process of its own: readings travel back as bytes


@dataclass(frozen=True, slots=True)
class Estimate:
    """What asking a model takes at most, if no answer is kept from before. Tokens are counted by rule of thumb."""

    sources: int
    passages: int
    tokens_sent: int
    tokens_received: int

    def sentence(self, own: OwnModel) -> str:
        """Return it in words, with where the text goes."""
        calls = min(self.passages, own.most_calls)
        text = f"{_counted(self.passages, 'passage')} of {_counted(self.sources, 'source')}"
        return (
            f"asking {own.name} at {own.url} about {text}, whose text goes there: "
            f"about {_counted(calls, 'call')} (at most {own.most_calls:,} with repeated ones), "
            f"{self.tokens_sent:,} tokens to send, up to {self.tokens_received:,} back. "
            "What is kept is not asked again."
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document with its reading."""

    document: Document
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a process made of a task; ``evidence`` where the library must still take it in."""

    index: int
    report: SourceReport
    evidence: Evidence | bytes | None = None

    def unpacked(self) -> Evidence | None:
        """Return the evidence as values."""
        if isinstance(self.evidence, bytes):
            unpacked: Evidence = pickle.loads(self.evidence)
            return unpacked
        return self.evidence


@dataclass(frozen=True, slots=True)
class Advance:
    """Part of a file has been read."""

    path: str
    size: int
    words: int
    asked: tuple[int, int] | None = None  #: calls to a model of the user's own so far, and tokens


Tell = Callable[[Advance], None]


class Names:
    """Short names given so far. They become file names, and some disks do not tell case."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def unused(self, stem: str) -> str:
        """Return the stem, or ``stem-2`` and so on where it is taken."""
        name, number = stem, self._taken.get(stem.casefold(), 0)
        while not number or name.casefold() in self._taken:
            if not number and stem.casefold() not in self._taken:
                break
            number += 1
            name = f"{stem}-{number}"
        self._taken[name.casefold()] = 1
        self._taken[stem.casefold()] = max(number, 1)
        return name


def tasks_of(found: Iterator[Path | SourceError]) -> list[Task]:
    """Number the inputs and give each a short name of its own: its stem, or ``stem-2`` for the second."""
    tasks: list[Task] = []
    seen: set[str] = set()
    names = Names()
    for item in found:
        if isinstance(item, SourceError):
            tasks.append(Task(index=len(tasks), path=item.path, problem=str(item)))
        elif str(item) not in seen:
            seen.add(str(item))
            name = names.unused(_fitting(item.stem))
            tasks.append(Task(index=len(tasks), path=str(item), name=name, size=_size_of(item)))
    return tasks


def processes_for(tasks: Sequence[Task], jobs: int | None) -> int:
    """Return how many processes to use: what the user asked for, within what there is to do."""
    files = sum(not task.problem for task in tasks)
    if jobs is not None:
        return max(1, min(jobs, files))
    worth = 1 + sum(task.size for task in tasks) // BYTES_WORTH_A_PROCESS
    return max(1, min(cores(), files, worth))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + "s" * (number != 1)


def _fitting(stem: str) -> str:
    """Return the stem, cut so that a file name with another suffix still fits on a disk."""
    encoded = os.fsencode(stem)
    return stem if len(encoded) <= LONGEST_NAME else encoded[:LONGEST_NAME].decode("utf-8", "ignore")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except NotADirectoryError:  # in an archive; what looks into those is imported with the inputs
        size: int = late("factoid.sources:size_of_member")(path)
        return size
    except OSError:  # opening it will say what is the matter
        return 0
