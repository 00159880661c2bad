"""Where a library is: a file, or a schema of a PostgreSQL database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from factoid.errors import UsageError

_SCHEMES = ("postgresql://", "postgres://")
_NAME = re.compile(r"[^\W_][\w.-]*")
_LONGEST_NAME_BYTES = 60  # PostgreSQL cuts the names of schemas at 63
_SECRETS = ("password", "sslpassword")
_OWN = "library"


class Location(Protocol):
    """Where a library is: a `Path`, or `InDatabase`. As a string it can be shown to anybody."""

    @property
    def name(self) -> str:
        """What to call the library in a heading."""

    @property
    def stem(self) -> str:
        """What to call files that are made of it."""


@dataclass(frozen=True, slots=True)
class InDatabase:
    """A library in a PostgreSQL database: a schema of the library's name."""

    server: str = field(repr=False)  #: as libpq takes it; may hold a password, and is never shown
    library: str = "main"

    @property
    def name(self) -> str:
        """The name of the library."""
        return self.library

    @property
    def stem(self) -> str:
        """The name of the library."""
        return self.library

    @property
    def database(self) -> str:
        """Where the database is, without a password."""
        parts = urlsplit(self.server)
        user, at, host = parts.netloc.rpartition("@")
        shown = f"{parts.scheme}://{user.partition(':')[0]}{at}{host}{parts.path}"
        rest = [(key, value) for key, value in parse_qsl(parts.query) if key not in _SECRETS]
        return shown + (f"?{_joined(rest)}" if rest else "")

    def __str__(self) -> str:
        """Return the address without a password."""
        return _with_library(self.database, self.library)

    @property
    def whole(self) -> str:
        """The address with everything that opens it: for another process, never for a person."""
        return _with_library(self.server, self.library)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The words of the address that must not be shown."""
        parts = urlsplit(self.server)
        given = parts.netloc.rpartition("@")[0].partition(":")[2]
        found = [given, unquote(given), *(value for key, value in parse_qsl(parts.query) if key in _SECRETS)]
        return tuple(dict.fromkeys(filter(None, found)))


def location_of(given: str | PathLike[str]) -> Path | InDatabase:
    """Return where a library is; ``postgresql://user@host/db?library=NAME`` is a schema of that database.

    `UsageError` for an address that cannot be one. The password may stand in it, but need not: libpq looks in
    ``PGPASSWORD`` and ``~/.pgpass`` as well.
    """
    text = fspath(given)
    if not text.startswith(_SCHEMES):
        return Path(text)
    try:
        parts = urlsplit(text)
        options = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError as error:
        raise UsageError(
            "the address of the library is not postgresql://user@host/db?library=NAME."
        ) from error
    named = [value for key, value in options if key == _OWN]
    rest = [(key, value) for key, value in options if key != _OWN]
    server = f"{parts.scheme}://{parts.netloc}{parts.path}" + (f"?{_joined(rest)}" if rest else "")
    return InDatabase(server, check_name(named[-1]) if named else "main")


def check_name(name: str) -> str:
    """Return the name of a library in a database; `UsageError` where it cannot be one."""
    is_reserved = name.lower().startswith(("pg_", "information_schema", "factoid_"))
    if not _NAME.fullmatch(name) or is_reserved or len(name.encode()) > _LONGEST_NAME_BYTES:
        raise UsageError(
            f"{name!r} cannot name a library: letters, digits, - _ and . (at most {_LONGEST_NAME_BYTES} bytes, "
            "not beginning with pg_ or factoid_)."
        )
    return name


def beside(location: Location, what: str) -> Path:
    """Return the folder for what belongs to a library but is not in it; of one in a database, here."""
    name = f"{location.stem}-{what}"
    return location.with_name(name) if isinstance(location, Path) else Path(name)


def _with_library(address: str, library: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{_OWN}={library}"


def _joined(options: list[tuple[str, str]]) -> str:
    return urlencode(options, safe="/:")
