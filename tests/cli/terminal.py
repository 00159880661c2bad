"""The command line as a user runs it: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent / "fixtures"
COMMAND = [sys.executable, "-m", "factoid"]
PATIENCE_SECONDS = 300

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def environment(**more: str) -> dict[str, str]:
    """The surroundings without what the developer set for themselves."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FACTOID_", "COLUMNS"))}
    return kept | {"PYTHONIOENCODING": "utf-8"} | more


def run(*arguments: str | Path, cwd: Path, env: dict[str, str] | None = None, **more: Any) -> Done:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=env or environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_SECONDS,
        check=False,
        **more,
    )


def as_json(done: Done) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
