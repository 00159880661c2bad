"""What the bar says it is doing."""

from __future__ import annotations

from factoid.cli.progress import RunProgress
from factoid.pipeline import SourceReport, Status


def test_says_what_is_still_done_when_all_is_read() -> None:
    progress = RunProgress(quiet=True)
    said = []

    def note() -> None:
        said.append(str(progress._bar.tasks[0].description))

    progress.begin(1, 10)
    progress.advance("a/long.txt", 6, 2)
    note()
    progress.advance("a/long.txt", 4, 1)
    note()
    progress.storing("a/long.txt")
    note()
    progress.done(SourceReport(path="a/long.txt", status=Status.READ))
    note()
    progress.joining()
    note()
    assert said == [
        "0/1 files",
        "examining what was read",
        "storing long.txt",
        "1/1 files",
        "working out persons",
    ]
