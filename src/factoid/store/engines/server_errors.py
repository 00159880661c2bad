"""What a PostgreSQL server says is the matter, in words on the library and on what to do."""

from __future__ import annotations

import re

from factoid.errors import LibraryBusy, LibraryError, LibraryFull, LibraryUnreachable
from factoid.model import InDatabase

_CROWDED = "53300"
_BY_STATE: dict[str, tuple[type[LibraryError], str]] = {
    "55P03": (LibraryBusy, "another process is writing to it for too long. Try again when it is done."),
    "40001": (LibraryBusy, "another process changed the same at the same time. Try again."),
    "40P01": (LibraryBusy, "another process changed the same at the same time. Try again."),
    _CROWDED: (
        LibraryBusy,
        "the server takes no more connections. Try again, or have its max_connections raised.",
    ),
    "57P03": (LibraryBusy, "the server is starting or stopping. Try again in a moment."),
    "57P01": (
        LibraryUnreachable,
        "the server was stopped meanwhile. Run the same command again when it is up.",
    ),
    "57P02": (
        LibraryUnreachable,
        "the server broke down meanwhile. Run the same command again when it is up.",
    ),
    "53100": (LibraryFull, "no room left on the server's disk. Make room and run the same command again."),
    "53200": (LibraryFull, "the server is out of memory. Give it more, or read fewer files at once."),
    "25006": (LibraryFull, "the server only lets read. Name the one that takes changes."),
    "42501": (
        LibraryFull,
        "no right to do that in the database. Ask its owner: GRANT CREATE ON DATABASE.",
    ),
    "54000": (LibraryFull, "a word is longer than the server's indexes take. Keep this library in a file."),
}

#: what libpq says where it gives no number of an error: only servers that speak English are understood closer
_BY_WORDS: tuple[tuple[re.Pattern[str], type[LibraryError], str], ...] = (
    (re.compile(r"too many (clients|connections)|remaining connection slots"), *_BY_STATE[_CROWDED]),
    (re.compile(r"is starting up|is shutting down|in recovery mode"), *_BY_STATE["57P03"]),
    (
        re.compile(r"password authentication failed|no password supplied|authentication failed"),
        LibraryUnreachable,
        "the server does not take the user name or the password. Give them in the address, PGPASSWORD or ~/.pgpass.",
    ),
    (
        re.compile(r'role "[^"]*" does not exist'),
        LibraryUnreachable,
        "the server knows no such user. Name another one, or make it with: createuser",
    ),
    (
        re.compile(r'database "[^"]*" does not exist'),
        LibraryUnreachable,
        "the server has no such database. Make it with: createdb NAME",
    ),
    (
        re.compile(r"no pg_hba\.conf entry|permission denied for database"),
        LibraryUnreachable,
        "the server lets this user not in from here. Ask who runs it (pg_hba.conf).",
    ),
    (
        re.compile(
            r"Connection refused|No such file|could not translate|Name or service|timeout|timed out|resolve"
        ),
        LibraryUnreachable,
        "no server answers there. Is it running, and are host and port right?",
    ),
)


def server_error(location: InDatabase, error: BaseException | None) -> LibraryError:
    """Return what an error of the server, or of the way to it, means to the user of the library."""
    known = _BY_STATE.get(_state_of(error))
    if known is not None:
        kind, says = known
        return kind(f"{location}: {says}")
    words = " ".join(str(error).split())
    for pattern, of_kind, says in _BY_WORDS:
        if pattern.search(words):
            return of_kind(f"{location}: {says}")
    for secret in location.secrets:
        words = words.replace(secret, "…")
    if _state_of(error)[:2] in ("", "08"):
        return LibraryUnreachable(f"{location}: {words}. Is the address right, and the server running?")
    return LibraryError(f"{location}: {words}")


def is_crowded(error: BaseException | None) -> bool:
    """Say whether the server would take the connection if others let go of theirs."""
    return _state_of(error) == _CROWDED or bool(_BY_WORDS[0][0].search(str(error)))


def _state_of(error: BaseException | None) -> str:
    return str(getattr(error, "sqlstate", None) or "")
