"""Progress of a run on standard error: a bar in a terminal, problems as lines anywhere."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from factoid.cli.failures import say
from factoid.cli.output import error_terminal, shown
from factoid.pipeline import SourceReport, Status


class WordsPerSecond(ProgressColumn):
    """Words read in a second, over the whole run."""

    def render(self, task: Task) -> Text:
        """Return the rate."""
        words, seconds = task.fields["words"], task.elapsed or 0
        return Text(f"{words / seconds:,.0f} words/s" if seconds > 1 and words else "")


class RunProgress:
    """Watches a run: how far, how fast, how long still; each failure as it happens."""

    def __init__(self, *, quiet: bool) -> None:
        terminal = error_terminal()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=None),
            TaskProgressColumn(),
            WordsPerSecond(),
            TimeRemainingColumn(compact=True),
            console=terminal,
            transient=True,
            expand=True,
            disable=quiet or not terminal.is_terminal,
        )
        self._files = 0
        self._done = 0
        self._task = self._bar.add_task("reading", total=None, words=0, start=False)

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._bar.stop()

    def begin(self, files: int, size: int) -> None:
        """Start the clock."""
        self._files = files
        self._bar.update(self._task, total=size, description=f"0/{files} files")
        self._bar.start_task(self._task)

    def advance(self, path: str, size: int, words: int) -> None:
        """Move the bar."""
        task = self._bar.tasks[0]
        self._bar.update(self._task, advance=size, words=task.fields["words"] + words)
        if task.finished:
            self._bar.update(self._task, description="examining what was read")

    def asked(self, calls: int, tokens: int) -> None:
        """Show the cost."""
        cost = f"{calls:,} calls, {tokens:,} tokens"
        self._bar.update(self._task, description=f"{self._done}/{self._files} files, {cost}")

    def storing(self, path: str) -> None:
        """Say that a file is being written: the bar stands still, and Ctrl-C waits for it."""
        self._bar.update(self._task, description=f"storing {shown(Path(path).name)}")

    def done(self, report: SourceReport) -> None:
        """Count a file; say at once what failed and what is doubtful."""
        self._done += 1
        self._bar.update(self._task, description=f"{self._done}/{self._files} files")
        if report.status is Status.FAILED:
            self._say(f"not read: {report.reason}")
        if report.status is Status.REMOVED:
            self._say(f"left out: {report.reason}")
        for note in report.notes:
            self._say(f"note: {report.path}: {note}")

    def joining(self) -> None:
        """Say that persons are being worked out."""
        self._bar.update(self._task, description="working out persons")

    def remark(self, note: str) -> None:
        """Say it."""
        self._say(f"note: {note}")

    def _say(self, line: str) -> None:
        if self._bar.disable:
            say(line)
        else:
            self._bar.console.print(Text(shown(line)))
