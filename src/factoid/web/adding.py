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
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from factoid.errors import UsageError
from factoid.model import InDatabase, Location
from factoid.store.register.acting import ACTOR, actor

LARGEST_SOURCE_BYTES = 20 * 1024 * 1024
LONGEST_SECONDS = 600.0  #: that a source may be read
_MOST_KNOWN = 50
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]{1,2000}")
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_LAST_WORDS = 300


@dataclass(slots=True, kw_only=True)
class Addition:
    """A source that somebody gave, and how far it is: waiting, reading, done, failed or late."""

    key: str
    name: str
    size: int
    state: str = "waiting"
    message: str = ""
    by: str = field(default_factory=actor)  #: who gave it
    begun: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "late")

    @property
    def waited(self) -> int:
        """Seconds since it was given, or that it took."""
        return round(self.seconds if self.is_over else time.monotonic() - self.begun)


class Reading:
    """Reads what is given into a library, one source after another."""

    def __init__(self, library: Location, *, limit_seconds: float = LONGEST_SECONDS) -> None:
        self._library, self._limit = library, limit_seconds
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._known: OrderedDict[str, Addition] = OrderedDict()
        self._lock = Lock()
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
        with self._lock:
            self._known[addition.key] = addition
            while len(self._known) > _MOST_KNOWN:
                self._known.popitem(last=False)
        self._pool.submit(self._read, addition, content)
        return addition

    def named(self, key: str) -> Addition | None:
        """Return what was given under a key."""
        return self._known.get(key)

    def latest(self) -> list[Addition]:
        """Return what was given, the last first."""
        with self._lock:
            return list(self._known.values())[::-1]

    def close(self) -> None:
        """End what is being read; a library is left as it was before that source."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        process = self._process
        if process is not None:
            _end(process)
        self._pool.shutdown(wait=True)

    def _read(self, addition: Addition, content: bytes | None) -> None:
        addition.begun = time.monotonic()
        addition.state = "reading"
        try:
            with tempfile.TemporaryDirectory(prefix="factoid-") as folder:
                if content is not None:
                    (Path(folder) / addition.name).write_bytes(content)
                addition.state, addition.message = self._run(addition, folder)
        except OSError as error:
            addition.state, addition.message = "failed", error.strerror or str(error)
        addition.seconds = time.monotonic() - addition.begun

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
        words = " ".join(said.split())[-_LAST_WORDS:].replace(_shown(self._library), self._library.name)
        return ("done" if process.returncode == 0 else "failed"), words


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
