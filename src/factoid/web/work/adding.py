"""Sources added from a page: each is read by a process of its own, which is killed when it takes too long."""

from __future__ import annotations

import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Event

from factoid.errors import UsageError
from factoid.model import InDatabase, Location
from factoid.store.houses.board import Board, is_alive
from factoid.store.register.acting import ACTOR, actor

LARGEST_SOURCE_BYTES = 20 * 1024 * 1024
LONGEST_SECONDS = 600.0  #: that a source may be read
_MOST_KNOWN = 50
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]{1,2000}")
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_LAST_WORDS = 300
_LOOK_SECONDS = 0.2  # between two looks whether it is our turn


@dataclass(slots=True, kw_only=True)
class Addition:
    """A source that somebody gave, and how far it is: waiting, reading, done, failed, late or lost.

    Lost is what was given to a process of the server that was killed.
    """

    key: str
    name: str
    size: int
    state: str = "waiting"
    message: str = ""
    by: str = field(default_factory=actor)  #: who gave it
    begun: float = field(default_factory=time.monotonic)
    seconds: float = 0.0
    process: int = field(default_factory=os.getpid)  #: that reads it

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "late", "lost")

    @property
    def waited(self) -> int:
        """Seconds since it was given, or that it took."""
        return round(self.seconds if self.is_over else time.monotonic() - self.begun)


class Reading:
    """Reads what is given into a library, one source after another; all processes of a server know how far each is."""

    def __init__(
        self, library: Location, *, limit_seconds: float = LONGEST_SECONDS, board: Board | None = None
    ) -> None:
        self._library, self._limit = library, limit_seconds
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._board, self._shelf = board or Board(), f"added {library.name}"
        self._ends = Event()
        self._process: subprocess.Popen[str] | None = None

    def add(self, name: str, content: bytes) -> Addition:
        """Begin to read a source; return at once."""
        return self._begin(
            Addition(key=secrets.token_hex(8), name=fit_name(name), size=len(content)), content
        )

    def add_address(self, address: str) -> Addition:
        """Begin to fetch and read a page by its address; `UsageError` for anything else."""
        if not _ADDRESS.fullmatch(address):
            raise UsageError("the address must begin with http:// or https://.")
        return self._begin(Addition(key=secrets.token_hex(8), name=address, size=0), None)

    def _begin(self, addition: Addition, content: bytes | None) -> Addition:
        self._tell(addition)
        self._pool.submit(self._read, addition, content)
        return addition

    def latest(self) -> list[Addition]:
        """Return what was given, the last first."""
        found = [Addition(**told) for told in self._board.on(self._shelf).values()]
        for held in found:
            if not held.is_over and not is_alive(held.process):
                held.state, held.seconds = "lost", held.waited
        return found[::-1]

    def _tell(self, addition: Addition) -> None:
        self._board.put(self._shelf, addition.key, asdict(addition), most=_MOST_KNOWN)

    def close(self) -> None:
        """End what is being read; a library is left as it was before that source."""
        self._ends.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        process = self._process
        if process is not None:
            _end(process)
        self._pool.shutdown(wait=True)

    def _read(self, addition: Addition, content: bytes | None) -> None:
        while not self._ends.is_set():
            with self._board.turn(self._library.name) as is_ours:
                if is_ours:
                    self._read_now(addition, content)
                    return
            self._ends.wait(_LOOK_SECONDS)

    def _read_now(self, addition: Addition, content: bytes | None) -> None:
        addition.begun, addition.state = time.monotonic(), "reading"
        self._tell(addition)
        state, message = "failed", ""
        try:
            with tempfile.TemporaryDirectory(prefix="factoid-") as folder:
                if content is not None:
                    (Path(folder) / addition.name).write_bytes(content)
                state, message = self._run(addition, folder)
        except OSError as error:
            message = error.strerror or str(error)
        addition.seconds, addition.message = time.monotonic() - addition.begun, message
        addition.state = state
        self._tell(addition)

    def _run(self, addition: Addition, folder: str) -> tuple[str, str]:
        command = [
            sys.executable,
            "-m",
            "factoid",
            "read",
            addition.name,
            "--jobs",
            "1",
        ]
        with subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", errors="replace", start_new_session=True,
            env={**environment_of(self._library), ACTOR: addition.by},
        ) as process:  # fmt: skip
            self._process = process
            try:
                said, _ = process.communicate(timeout=self._limit)
            except subprocess.TimeoutExpired:
                _end(process)
                process.communicate()
                return "late", ""
            finally:
                self._process = None
        return ("done" if process.returncode == 0 else "failed"), self._remarks(said)

    def _remarks(self, said: str) -> str:
        """Return what the reader remarked on a source, without its account of what it took into the library."""
        shown = _shown(self._library)
        remarks = [line for line in said.splitlines() if not line.startswith((f"{shown}: ", "  "))]
        return " ".join(" ".join(remarks).split())[-_LAST_WORDS:].replace(shown, self._library.name)


def _shown(library: Location) -> str:
    """Return what a process calls the library."""
    return str(library) if isinstance(library, InDatabase) else str(Path(str(library)).absolute())


def environment_of(library: Location) -> dict[str, str]:
    """Return what tells a process which library is meant; its command line, unlike this, is seen by everybody."""
    given = library.whole if isinstance(library, InDatabase) else _shown(library)
    return {**os.environ, "FACTOID_LIBRARY": given}


def fit_name(name: str) -> str:
    """Return the last part of a name as one that any file system takes; its ending is kept."""
    last = re.split(r"[/\\]", name)[-1].strip(". \t")
    stem, dot, ending = last.rpartition(".")
    if not dot:
        stem, ending = last, "txt"
    fit = _UNFIT.sub("-", stem).strip("-.")[:_LONGEST_NAME] or "source"
    return f"{fit}.{_UNFIT.sub('', ending)[:8] or 'txt'}"


def _end(process: subprocess.Popen[str]) -> None:
    """Kill a process and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
