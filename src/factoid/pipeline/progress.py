"""What happens while files are read, told to whoever watches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Status(StrEnum):
    """What became of one input."""

    READ = "read"
    REPLACED = "replaced"  #: a newer reader's evidence took the place of an older one's
    UNCHANGED = "unchanged"  #: read before by this reader
    REMOVED = "removed"  #: taken out of the library before, and left out of it
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What became of one input, with its figures."""

    path: str
    status: Status
    reason: str = (
        ""  #: for a failure, and for what was left out, one line that names the file and says what to do
    )
    words: int = 0
    people: int = 0
    factoids: int = 0
    declined: Mapping[str, int] = field(default_factory=dict, hash=False)
    #: what was doubtful: an encoding that was guessed, a language that is not read
    notes: tuple[str, ...] = ()


class Watcher(Protocol):
    """Sees a run from its start to its end, in the process that called it."""

    def begin(self, files: int, size: int) -> None:
        """Learn how many files there are, and how many bytes they hold together."""

    def advance(self, path: str, size: int, words: int) -> None:
        """Learn that so many more bytes and words of a file have been read."""

    def asked(self, calls: int, tokens: int) -> None:
        """Learn what asking a model of the user's own has cost so far in this run."""

    def storing(self, path: str) -> None:
        """Learn that a file is read and that the library now takes it in, which for a long one takes a while."""

    def done(self, report: SourceReport) -> None:
        """Learn what became of a file. Once for every input, in the order of the inputs."""

    def joining(self) -> None:
        """Learn that the files are read and that persons are now made of the personas of all sources."""

    def remark(self, note: str) -> None:
        """Learn what may matter to who waits: one line."""


class NobodyWatches:
    """A watcher that looks away."""

    def begin(self, files: int, size: int) -> None:
        """Ignore it."""

    def advance(self, path: str, size: int, words: int) -> None:
        """Ignore it."""

    def asked(self, calls: int, tokens: int) -> None:
        """Ignore it."""

    def storing(self, path: str) -> None:
        """Ignore it."""

    def done(self, report: SourceReport) -> None:
        """Ignore it."""

    def joining(self) -> None:
        """Ignore it."""

    def remark(self, note: str) -> None:
        """Ignore it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The account of a whole run."""

    read: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0  #: left out
    failed: tuple[SourceReport, ...] = ()
    noted: tuple[SourceReport, ...] = ()  #: inputs with notes
    words: int = 0
    people: int = 0
    factoids: int = 0
    declined: Mapping[str, int] = field(default_factory=dict, hash=False)
    interrupted: bool = False
    problem: str = ""  #: why the run stopped before its end: a full disk
    #: files of unknown kinds, by suffix
    passed_over: Mapping[str, int] = field(default_factory=dict, hash=False)

    @property
    def kept(self) -> int:
        """How many inputs the output now holds."""
        return self.read + self.replaced + self.unchanged


class Tally:
    """Counts reports as they come; keeps only those that a person must see."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._declined: Counter[str] = Counter()
        self._failed: list[SourceReport] = []
        self._noted: list[SourceReport] = []

    def add(self, report: SourceReport) -> None:
        """Count one report."""
        self._counts[report.status] += 1
        if report.status is Status.FAILED:
            self._failed.append(report)
        if report.notes:
            self._noted.append(report)
        for figure in ("words", "people", "factoids"):
            self._counts[figure] += getattr(report, figure)
        self._declined.update(report.declined)

    def summary(self, *, interrupted: bool = False, problem: str = "") -> Summary:
        """Return the account so far."""
        return Summary(
            read=self._counts[Status.READ],
            replaced=self._counts[Status.REPLACED],
            unchanged=self._counts[Status.UNCHANGED],
            removed=self._counts[Status.REMOVED],
            failed=tuple(self._failed),
            noted=tuple(self._noted),
            words=self._counts["words"],
            people=self._counts["people"],
            factoids=self._counts["factoids"],
            declined=dict(sorted(self._declined.items())),
            interrupted=interrupted,
            problem=problem,
        )
