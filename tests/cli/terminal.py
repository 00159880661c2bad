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
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

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


def run(
    *arguments: str | Path,
    cwd: Path,
    env: dict[str, str] | None = None,
    said: str = "",
    straits: dict[str, list[int]] | None = None,
) -> Done:
    """Run a command to its end, ``said`` on its standard input; ``straits``: what of `cli.straits` it is to be in."""
    words = [str(argument) for argument in arguments]
    with _kept(said) as heard, _kept() as out, _kept() as errors:
        streams = [stream.fileno() for stream in (heard, out, errors)]
        code = press().run(words, cwd, env or environment(), streams=streams, straits=straits)
        out.seek(0)
        errors.seek(0)
        return Done([*COMMAND, *words], code, out.read(), errors.read())


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

    def run(
        self,
        words: list[str],
        cwd: Path,
        env: dict[str, str],
        *,
        streams: Sequence[int],
        straits: dict[str, list[int]] | None = None,
    ) -> int:
        """Run one command to its end."""
        self.begin(words, cwd, env, streams=streams, straits=straits)
        return self.end()

    def begin(
        self,
        words: list[str],
        cwd: Path,
        env: dict[str, str],
        *,
        streams: Sequence[int],
        straits: dict[str, list[int]] | None = None,
    ) -> None:
        """Let one command begin, with these standard streams."""
        asked = {"arguments": words, "cwd": str(cwd), "env": env, "straits": straits or {}}
        socket.send_fds(self._asking, [json.dumps(asked).encode()], list(streams))
        self._running = self._answer()

    def end(self) -> int:
        """Wait for the command; return its exit code as `subprocess` has it."""
        try:
            return self._answer()
        except TimeoutError:
            os.kill(self._running, signal.SIGKILL)
            raise

    def _answer(self) -> int:
        answer = self._asking.recv(NUMBER.size, socket.MSG_WAITALL)
        assert answer, "what runs the commands has ended"
        return int(NUMBER.unpack(answer)[0])

    def close(self) -> None:
        """Let the process end."""
        self._asking.close()
        self._process.wait()


def _kept(words: str = "") -> IO[str]:
    """A file without a name for what a command is told or prints."""
    file = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - the caller closes it
    file.write(words)
    file.seek(0)
    return file


@cache
def press() -> Press:
    started = Press()
    atexit.register(started.close)
    return started
