"""Archives of sources: the files in them, as if the archive were a folder. ``pile.zip/letters/1.txt`` names one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from factoid.errors import SourceBroken, SourceEmpty, SourceError, SourceTooLarge
from factoid.sources.files.archive import Archive, clean, is_outside
from factoid.sources.files.crawl import Crawl
from factoid.sources.files.kinds import ARCHIVES, CRAWLS, HELD_BACK, MEDIA_TYPES, begins_as_tei
from factoid.sources.files.limits import DEEPEST_ARCHIVE, LARGEST_FILE, MIB

_NOT_SOURCES = ("__MACOSX",)


class PassedOver(NamedTuple):
    """A file that is of no known kind, so nothing of it is read."""

    suffix: str  #: how its name ends; empty for a name without a dot


def is_archive(path: Path) -> bool:
    """Say whether a file is an archive of sources, by its name."""
    return path.name.lower().endswith(ARCHIVES)


def walk_archive(path: Path, shown: str, depth: int = 1) -> Iterator[Path | SourceError | PassedOver]:
    """Yield the files of known kinds in an archive and in the archives in it, sorted, and what is wrong with others."""
    try:
        archive = _archive_at(path)
    except SourceError as error:
        yield error
        return
    empty = True
    for name in archive.names():
        for found in _walk_member(archive, path, name, depth):
            empty = empty and isinstance(found, PassedOver)
            yield found
    if isinstance(archive, Crawl) and archive.is_cut():
        empty = False
        yield SourceBroken(
            shown, "ends in the middle: its last page is cut or missing.", "Download or copy it again."
        )
    if empty:
        kinds = ", ".join(sorted(MEDIA_TYPES))
        yield SourceEmpty(shown, "the archive holds no file that can be read.", f"Known kinds: {kinds}.")


def _walk_member(
    archive: Archive | Crawl, path: Path, name: str, depth: int
) -> Iterator[Path | SourceError | PassedOver]:
    if is_outside(name):
        yield archive.problem_of(name) or SourceEmpty(name, "is no name.")
        return
    member = path / name
    if any(part.startswith(".") or part in _NOT_SOURCES for part in Path(name).parts):
        return
    if not is_archive(member) and member.suffix.lower() not in MEDIA_TYPES.keys() | HELD_BACK:
        yield PassedOver(member.suffix.lower())
        return
    if problem := archive.problem_of(name):
        yield problem
    elif not is_archive(member):
        yield PassedOver(".xml") if _is_other_xml(archive, name) else member
    elif depth >= DEEPEST_ARCHIVE:
        shown = f"{archive.name}/{clean(name)}"
        yield SourceTooLarge(
            shown,
            f"lies deeper than {DEEPEST_ARCHIVE} archives in one another.",
            "Unpack it and read it alone.",
        )
    else:
        yield from walk_archive(member, f"{archive.name}/{clean(name)}", depth + 1)


def _is_other_xml(archive: Archive | Crawl, name: str) -> bool:
    """Say whether a file is XML but no text in TEI; such lie in many archives."""
    if not name.lower().endswith(".xml"):
        return False
    try:
        return not begins_as_tei(archive.read(name))
    except SourceError:  # opening it will say what is the matter
        return False


def is_in_archive(path: Path) -> bool:
    """Say whether a path leads through an archive."""
    return any(is_archive(above) and above.is_file() for above in path.parents)


def read_member(path: Path) -> bytes:
    """Return the bytes of a file in an archive."""
    archive, name = _place_of(path)
    return archive.read(name)


def size_of_member(path: Path) -> int:
    """Return how large a file in an archive is, unpacked; 0 where that cannot be told."""
    try:
        archive, name = _place_of(path)
    except (SourceError, OSError, LookupError, StopIteration):
        return 0
    return archive.size_of(name)


def address_of_member(path: Path) -> str:
    """Return where a page of a crawl was found; the empty string for other files."""
    archive, name = _place_of(path)
    return archive.address_of(name) if isinstance(archive, Crawl) else ""


def _place_of(path: Path) -> tuple[Archive | Crawl, str]:
    """Return the archive that holds a file, the innermost, and the file's name in it."""
    above = next(parent for parent in path.parents if is_archive(parent))
    return _archive_at(above), path.relative_to(above).as_posix()


def _archive_at(path: Path) -> Archive | Crawl:
    """Return the archive at a path, which may itself lead through archives."""
    if path.is_file():
        status = path.stat()
        if status.st_size > LARGEST_FILE:
            size, most = status.st_size // MIB, LARGEST_FILE // MIB
            raise SourceTooLarge(str(path), f"has {size:,} MiB, over the limit of {most:,}.", "Unpack it.")
        return _outer(path, status.st_size, status.st_mtime_ns)
    file = next(above for above in path.parents if above.is_file())
    return _inner(path, file.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _outer(path: Path, size: int, changed: int) -> Archive | Crawl:
    """Open an archive, or the one that is open: its list of files may be long."""
    return _opened(path, path)


@lru_cache(maxsize=2)
def _inner(path: Path, changed: int) -> Archive | Crawl:
    return _opened(BytesIO(read_member(path)), path)


def _opened(file: Path | BytesIO, path: Path) -> Archive | Crawl:
    kind = Crawl if path.name.lower().endswith(CRAWLS) else Archive
    return kind(file, str(path))
