"""A PostgreSQL server of the tests' own: in a temporary folder, on a free port, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

OWNER, PASSWORD = "factoid", "not a secret/@"
_IN_ADDRESS = "not%20a%20secret%2F%40"
_DEBIAN = Path("/usr/lib/postgresql")
_PATIENCE_SECONDS = 60.0


def program(name: str) -> str | None:
    """Where a program of the server is: Debian keeps them off the PATH."""
    versions = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]), reverse=True)
    return shutil.which(name) or (str(versions[0]) if versions else None)


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    def address(
        self, library: str = "main", *, password: str = _IN_ADDRESS, database: str = "postgres"
    ) -> str:
        """The address of a library on it."""
        return f"postgresql://{OWNER}:{password}@127.0.0.1:{self.port}/{database}?library={library}"

    def ask(self, statement: str, *, database: str = "postgres") -> None:
        """Have the server do something."""
        with psycopg.connect(
            self.address(database=database).partition("?")[0], autocommit=True
        ) as connection:
            connection.execute(statement)


def missing() -> str:
    """Why there can be no server; nothing if there can."""
    lacking = [name for name in ("initdb", "postgres") if program(name) is None]
    if lacking:
        return f"no {' and '.join(lacking)} here; install Debian's postgresql"
    return ""


@contextmanager
def running(*, is_durable: bool = False) -> Iterator[Server]:
    """Run a server. Its texts sort by the rules of English, unlike the code's: what relies on them shows.

    One that ``is_durable`` waits for the disk, as servers do whose data is worth something.
    """
    folder = Path(tempfile.mkdtemp(prefix="factoid-postgres-"))
    try:
        for made in (folder / "password",):
            made.write_text(PASSWORD)
        user = _unprivileged()
        for place in (folder, folder / "password"):
            if user:
                shutil.chown(place, user.pw_uid, user.pw_gid)
        _run(
            [program("initdb"), "-D", folder / "data", "-U", OWNER, "-A", "scram-sha-256", "--encoding=UTF8"],
            ["--locale=C", "--locale-provider=icu", "--icu-locale=en", "--no-sync"],
            [f"--pwfile={folder / 'password'}"],
            user=user,
        )
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        process = _start(folder, port, user, "on" if is_durable else "off")
        try:
            yield Server(port, folder, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> pwd.struct_passwd | None:
    """Whom the server runs as, which refuses to run as root."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _run(*parts: list[object], user: pwd.struct_passwd | None) -> None:
    command = [str(word) for part in parts for word in part]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **_as(user))
    assert done.returncode == 0, done.stderr


def _start(folder: Path, port: int, user: pwd.struct_passwd | None, durable: str) -> subprocess.Popen[bytes]:
    settings = {
        "fsync": durable,
        "full_page_writes": durable,
        "listen_addresses": "127.0.0.1",
        "port": port,
        "unix_socket_directories": folder,
        "shared_buffers": "64MB",
        "max_connections": 100,
    }
    command = [str(program("postgres")), "-D", str(folder / "data")]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **_as(user))
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while b"ready to accept connections" not in (folder / "log").read_bytes():
        assert process.poll() is None, (folder / "log").read_text()
        assert time.monotonic() < deadline, (folder / "log").read_text()
        time.sleep(0.05)
    return process


def _as(user: pwd.struct_passwd | None) -> dict[str, Any]:
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
