"""In a real terminal, of any width: colours, wrapping, a bar; and nothing that a source could smuggle in."""

from __future__ import annotations

import os
import pty
import re
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest
from cli.terminal import COMMAND, FIXTURES, PATIENCE_SECONDS, environment, press

from factoid.cli.output import shown

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def in_terminal(*arguments: str | Path, cwd: Path, **env: str) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    words = [str(argument) for argument in arguments]
    press().begin(words, cwd, environment(TERM="xterm-256color", **env), streams=[theirs] * 3)
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    return press().end(), printed.decode("utf-8", "replace").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [30, 60, 120])
def test_a_dossier_keeps_within_the_width(lives: Path, tmp_path: Path, columns: int) -> None:
    code, printed = in_terminal(
        "show", "Piotr Kowalski", "--library", lives, cwd=tmp_path, COLUMNS=str(columns)
    )
    assert code == 0, printed
    lines = ESCAPE.sub("", printed).splitlines()
    assert max(len(line.rstrip()) for line in lines) <= columns
    assert "tailor" in printed


def test_people_are_told_within_the_width_with_their_years_in_words(lives: Path, tmp_path: Path) -> None:
    code, printed = in_terminal("people", "Kowalsk", "--library", lives, cwd=tmp_path, COLUMNS="60")
    assert code == 0, printed
    lines = ESCAPE.sub("", printed).splitlines()
    assert max(len(line.rstrip()) for line in lines) <= 60
    assert re.search(r"statements? in \w", printed)
    assert not re.search(r"\d{4}-\d\d-\d\d|\d\|\d", printed)


def test_no_color_is_respected(lives: Path, tmp_path: Path) -> None:
    _, plain = in_terminal("show", "Piotr Kowalski", "--library", lives, cwd=tmp_path, NO_COLOR="1")
    _, colourful = in_terminal("show", "Piotr Kowalski", "--library", lives, cwd=tmp_path)
    assert "\x1b[36m" in colourful
    assert not re.search(r"\x1b\[3[0-7]m", plain)


def test_a_run_shows_its_progress_and_leaves_a_clean_screen(tmp_path: Path) -> None:
    code, printed = in_terminal("read", FIXTURES / "anna.txt", "missing.txt", cwd=tmp_path, COLUMNS="100")
    assert code == 1
    assert re.search(r"[0-2]/2 files", printed)  # how far it was when it was first drawn is chance
    assert "not read: missing.txt" in printed
    assert "1 read, 1 failed" in printed


SMUGGLED = [
    ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
    ("a\nb\tc", "a b c"),
    ("left\u202eright", "leftright"),
    ("Łódź e\u0301 Ё", "Łódź e\u0301 Ё"),
]


@pytest.mark.parametrize(("words", "printed"), SMUGGLED)
def test_a_source_cannot_command_the_terminal(words: str, printed: str) -> None:
    assert shown(words) == printed


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_answers_until_ctrl_c(lives: Path, tmp_path: Path) -> None:
    port = free_port()
    process = subprocess.Popen(
        [*COMMAND, "serve", "--library", str(lives), "--port", str(port)], cwd=tmp_path, env=environment(),
        text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr
    assert f"http://127.0.0.1:{port}/" in process.stderr.readline()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
                page = answer.read().decode()
            break
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    assert "Kowalska" in page
    busy = subprocess.run(
        [*COMMAND, "serve", "--library", str(lives), "--port", str(port)], cwd=tmp_path, env=environment(),
        text=True, capture_output=True, check=False,
    )  # fmt: skip
    assert (busy.returncode, busy.stderr.count("\n")) == (2, 1)
    assert "another program uses it" in busy.stderr
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert "Traceback" not in errors
    assert process.returncode in (0, 130)
