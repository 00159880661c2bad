"""The command line as a user runs it: in a process of its own."""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

TESTS = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
COMMAND = [sys.executable, "-m", "factoid"]
PATIENCE_SECONDS = 300
NUMBER = struct.Struct("<q")  #: what a press answers: a process id, or a return code as `subprocess` has it

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def environment(**more: str) -> dict[str, str]:
    """The surroundings without what the developer set for themselves."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FACTOID_", "COLUMNS"))}
    return kept | {"PYTHONIOENCODING": "utf-8"} | more


def run(*arguments: str | Path, cwd: Path, env: dict[str, str] | None = None, **more: Any) -> Done:
    """Run a command; with ``more``, as `subprocess.run` knows it, in a process that starts from nothing."""
    words, env = [str(argument) for argument in arguments], env or environment()
    if not more:
        return _press().run(words, cwd, env)
    return subprocess.run(
        [*COMMAND, *words],
        cwd=cwd,
        env=env,
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


class Press:
    """A process that has everything imported (`cli.press`) and copies itself for each command."""

    def __init__(self) -> None:
        self._asking, asked = socket.socketpair()
        self._asking.settimeout(PATIENCE_SECONDS)
        with asked:
            asked.set_inheritable(True)
            self._process = subprocess.Popen(
                [sys.executable, "-m", "cli.press", str(asked.fileno())],
                env=environment(PYTHONPATH=os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])),
                pass_fds=[asked.fileno()],
            )

    def run(self, words: list[str], cwd: Path, env: dict[str, str]) -> Done:
        """Run one command to its end, with nothing to read from its standard input."""
        message = json.dumps({"arguments": words, "cwd": str(cwd), "env": env}).encode()
        with Path(os.devnull).open() as nothing, _kept() as out, _kept() as errors:
            streams = (nothing, out, errors)
            socket.send_fds(self._asking, [message], [stream.fileno() for stream in streams])
            number = self._answer()
            try:
                code = self._answer()
            except TimeoutError:
                os.kill(number, signal.SIGKILL)
                raise
            for stream in (out, errors):
                stream.seek(0)
            return Done([*COMMAND, *words], code, out.read(), errors.read())

    def _answer(self) -> int:
        answer = self._asking.recv(NUMBER.size, socket.MSG_WAITALL)
        assert answer, "what runs the commands has ended"
        return int(NUMBER.unpack(answer)[0])

    def close(self) -> None:
        """Let the process end."""
        self._asking.close()
        self._process.wait()


def _kept() -> Any:
    """A file without a name for what a command prints."""
    return TemporaryFile("w+", encoding="utf-8")


@cache
def _press() -> Press:
    press = Press()
    atexit.register(press.close)
    return press
