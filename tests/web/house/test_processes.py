"""A house served by several processes: what one does the others know, and none that is killed takes them along."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from web.houses import prepared_house

from factoid.store.houses.board import is_alive
from factoid.web.house.cookies import SESSION
from factoid.web.visitor import form_token_of

PATIENCE_SECONDS = 180.0  # who is asked for a sign of life has a minute for it
AT_ONCE = 6


def until(what: Callable[[], object]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@dataclass
class Served:
    """A house that a server of two processes serves, and the session of an editor."""

    server: subprocess.Popen[str]
    base: str
    session: str
    log: Path

    def parts(self) -> list[int]:
        """The processes that answer."""
        told = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text().split()
        return [pid for pid in map(int, told) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def ask(self, path: str, form: dict[str, str] | None = None) -> httpx.Response:
        """Ask by a connection of its own, which any of the processes may take; a form goes in parts."""
        cookies = {"Cookie": f"{SESSION}={self.session}", "Connection": "close"}
        method, given = ("POST", form | {"token": form_token_of(self.session)}) if form else ("GET", {})
        parts = {name: (None, value) for name, value in given.items()}
        return httpx.request(method, self.base + path, files=parts, headers=cookies, timeout=PATIENCE_SECONDS)

    def is_ready(self) -> bool:
        """Whether somebody answers."""
        try:
            return httpx.get(f"{self.base}/ready", timeout=5).status_code == 200
        except httpx.HTTPError:
            return False


@pytest.fixture
def served(lives: Path, tmp_path: Path) -> Iterator[Served]:
    house = prepared_house(lives, tmp_path)
    secret = house.register.sessions.begin(house.register.accounts.named("editor").pk)
    house.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "factoid", "serve", "--database", str(tmp_path), "--port", str(port)]
    options = ["--processes", "2", "--account-limit", f"0.0001:{AT_ONCE}", "--log-format", "json"]
    log = tmp_path / "log"
    with log.open("w") as told, subprocess.Popen([*command, *options], stderr=told, text=True) as server:
        found = Served(server, f"http://127.0.0.1:{port}", secret, log)
        try:
            until(lambda: found.is_ready() and len(found.parts()) == 2)
            yield found
        finally:
            for pid in found.parts() if server.poll() is None else ():
                os.kill(pid, signal.SIGCONT)
            server.kill()


def only(served: Served, part: int) -> None:
    """Let one of the processes answer alone."""
    for pid in served.parts():
        os.kill(pid, signal.SIGCONT if pid == part else signal.SIGSTOP)


def test_processes_know_of_each_other_and_outlive_each_other(served: Served) -> None:
    until(lambda: _both_answer(served))
    first, second = served.parts()
    only(served, first)
    given = served.ask("/lives/add", {"name": "letter", "address": "https://127.0.0.1:9/nowhere"})
    assert given.status_code == 303  # 1
    assert "127.0.0.1:9/nowhere" in served.ask(given.headers["location"]).text  # 2
    only(served, second)
    shown = served.ask(given.headers["location"])  # 3
    assert "127.0.0.1:9/nowhere" in shown.text
    with httpx.stream("GET", f"{served.base}/lives/add/progress", headers=_cookie(served)) as told:  # 4
        assert '"key"' in next(told.iter_lines())
    assert "factoid_requests_total" in httpx.get(f"{served.base}/metrics").text
    os.kill(first, signal.SIGCONT)
    time.sleep(1)  # for the sign of life that it was asked for while it was stopped: else that is waited for
    os.kill(first, signal.SIGKILL)
    until(lambda: len(served.parts()) == 2 and first not in served.parts())
    third = next(pid for pid in served.parts() if pid != second)
    shown = served.ask(given.headers["location"])  # 5
    assert "was lost" in shown.text or "could not be read" in shown.text
    only(served, third)
    until(served.is_ready)
    assert [served.ask("/lives/").status_code for _ in range(3)] == [
        200,
        429,
        429,
    ]  # 6, and no more of anybody
    only(served, second)
    assert served.ask("/lives/").status_code == 429
    first_line, *lines = served.log.read_text().splitlines()
    assert first_line.endswith("in 2 processes (Ctrl-C ends)")
    assert {"GET", "POST"} <= {json.loads(line).get("method") for line in lines}
    os.kill(third, signal.SIGCONT)
    served.server.kill()
    until(lambda: not is_alive(second) and not is_alive(third))  # they end when who began them is gone


def _cookie(served: Served) -> dict[str, str]:
    return {"Cookie": f"{SESSION}={served.session}"}


def _both_answer(served: Served) -> bool:
    """Whether each of the processes answers by itself."""
    for part in served.parts():
        only(served, part)
        if not served.is_ready():
            return False
    return True
