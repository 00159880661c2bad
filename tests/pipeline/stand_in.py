"""A desk that reads nothing: what a file is called says what becomes of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from factoid.errors import ModelMissing, SourceEmpty
from factoid.pipeline.progress import SourceReport, Status
from factoid.pipeline.tasks import Advance, Desk, Result, Task


class StandIn:
    def __init__(self, desk: Desk) -> None:
        if desk.model == "missing":
            raise ModelMissing("The language model missing is not installed.")
        if desk.model == "crashes":
            os._exit(9)

    def close(self) -> None:
        return

    def read(self, task: Task, tell: Callable[[Advance], None]) -> Result:
        name = Path(task.path).name
        if name.startswith("slow"):
            time.sleep(0.4)
        if name.startswith("dies"):
            os._exit(7)
        if name.startswith("forever"):
            time.sleep(600)
        tell(Advance(task.path, task.size // 2, 3))
        if name.startswith("bad"):
            reason = str(SourceEmpty(task.path, "holds nothing."))
            report = SourceReport(path=task.path, status=Status.FAILED, reason=reason)
        else:
            report = SourceReport(path=task.path, status=Status.READ, words=6, people=1, factoids=2)
        return Result(index=task.index, report=report)
