"""What an importer promises, what it hands over, and how importers are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from factoid.errors import ImportingError
from factoid.exchange.plugins import find_plugin, plugin_names
from factoid.model import Document, Judgement, PersonLink, Reading, sha256_of_bytes

GROUP = "factoid.importers"  #: the entry points under which importers are installed, ours like anybody's
LARGEST_FILE_BYTES = 512 * 1024 * 1024  #: of formats that are read as a whole


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source with all that its records say."""

    document: Document
    reading: Reading


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is who, as the file has it: taken over only where the library was empty."""

    links: tuple[PersonLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a bibliography says of a source that is in the library, if it is."""

    called: tuple[str, ...]  #: short names, addresses, titles: any of them finds it
    fields: Mapping[str, str]  #: title, creator, published, language


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePerson:
    """Personas that share an address which begins so are one person, says the author."""

    beginning: str
    author: str


@dataclass(frozen=True, slots=True)
class Disputes:
    """Conflicts that were found on persons before: kept only where the persons are taken over too."""

    version: str  #: of the rules that found them
    #: by person: conflicts and events, and the tenures of posts, as JSON
    found: Mapping[str, tuple[str, str]]


Piece = Evidence | Judgement | Persons | Description | OnePerson | Disputes


@dataclass(slots=True)
class Notes:
    """What is to be told of an import while it goes on."""

    tell: Callable[[str], None]  #: one line on a record that makes no sense
    mark: str = ""  #: where the same import stopped the last time
    keep: Callable[[str], None] = lambda _: None  #: keeps how far it has come
    pause_seconds: float = 0.0  #: between two requests to a server
    bad: int = 0
    lost: Counter[str] = field(default_factory=Counter)  #: what there is that has no place in a library

    def refuse(self, reason: object) -> None:
        """Report a record that is left out."""
        self.bad += 1
        self.tell(f"not imported: {reason}")


class Importer(Protocol):
    """A format that records come in."""

    name: str  #: what the user types: ``factoid import csv FILE``
    about: str  #: one line for the list of formats

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield what a file, or a server at an address, holds. A bad record is noted, the others are yielded.

        `ImportingError` where it is not in the format at all.
        """


def importer_names() -> list[str]:
    """Return the formats there are."""
    return plugin_names(GROUP)


def find_importer(name: str) -> Importer:
    """Return the importer of that name; `UsageError` lists the names there are."""
    importer: Importer = find_plugin(GROUP, name, what="import format")
    return importer


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was given: its name without the ending, and its bytes."""

    path: Path
    data: bytes

    @property
    def stem(self) -> str:
        """The short name of the source that it becomes."""
        return self.path.name.partition(".")[0] or self.path.name

    @property
    def sha256(self) -> str:
        """What stands for its bytes."""
        return sha256_of_bytes(self.data)

    def text(self) -> str:
        """The bytes as UTF-8; `ImportingError` for another encoding."""
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ImportingError(f"{self.path}: no UTF-8 at byte {error.start}. Save it as UTF-8.") from error


def given(target: str) -> Given:
    """Read a file that is looked at as a whole; `ImportingError` where that cannot be done."""
    path = Path(target)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            raise ImportingError(
                f"{target}: {size:,} bytes, more than {LARGEST_FILE_BYTES:,}. Cut it into parts."
            )
        return Given(path, path.read_bytes())
    except OSError as error:
        raise ImportingError(f"{target}: cannot be read ({error.strerror or error}). Name a file.") from error
