"""The files that a user means: files as they are named, folders walked in order."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from factoid.errors import SourceEmpty, SourceError, SourceForbidden, SourceKindUnknown, SourceMissing
from factoid.sources.files.address import Fetcher
from factoid.sources.files.crawl import name_of_address
from factoid.sources.files.kinds import BEGINNING, HELD_BACK, MEDIA_TYPES, begins_as_tei
from factoid.sources.files.piles import PassedOver, is_archive, is_in_archive, walk_archive
from factoid.sources.files.standard_input import STDIN

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


def is_address(target: str) -> bool:
    """Whether a target is no path: *https://…*, *s3a://…*."""
    return _ADDRESS.match(target) is not None


def find_inputs(
    targets: Iterable[str],
    snapshots: Path | None = None,
    *,
    into_archives: bool = True,
    passed_over: Counter[str] | None = None,
) -> Iterator[Path | SourceError]:
    """Yield the file for each target that names one, and the files of known kinds in each folder or archive, sorted.

    `-` names standard input. A page named by its address is fetched and kept as a WARC file in the folder of
    ``snapshots``; without one, addresses are refused.

    Hidden files and folders in a folder are passed over, and a folder that is reached twice is walked once. Files
    of other kinds are counted in ``passed_over`` by how their names end.
    What cannot be read is yielded as an error in its place; the others still come. Unless ``into_archives``, an
    archive is yielded as the file that it is.
    """
    for target in targets:
        if is_address(target):
            yield from _of_address(target, snapshots)
            continue
        path = STDIN if target == "-" else Path(target)
        for found in _of_target(path, target, into_archives=into_archives):
            if not isinstance(found, PassedOver):
                yield found
            elif passed_over is not None:
                passed_over[found.suffix] += 1


def _of_address(address: str, snapshots: Path | None) -> Iterator[Path | SourceError]:
    """Fetch a page, keep it, and yield the file that it is kept in."""
    if snapshots is None:
        yield SourceKindUnknown(address, "is not fetched here.", "Save the page as .html and read the file.")
        return
    try:
        fetched = Fetcher().fetch(address)
        snapshots.mkdir(parents=True, exist_ok=True)
        path = snapshots / f"{name_of_address(fetched.address)}-{fetched.digest[:8]}.warc"
        if not path.exists():
            path.write_bytes(fetched.warc)
    except SourceError as error:
        yield error
    except OSError as error:
        yield error_of(error, shown_path(snapshots))
    else:
        yield from (
            found for found in walk_archive(path, shown_path(path)) if not isinstance(found, PassedOver)
        )


def _of_target(path: Path, shown: str, *, into_archives: bool) -> Iterator[Path | SourceError | PassedOver]:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        is_member = isinstance(error, NotADirectoryError) and is_in_archive(path)
        yield path if is_member else error_of(error, shown)
        return
    if path != STDIN and stat.S_ISDIR(status.st_mode):
        yield from _walk_all(path, shown, into_archives=into_archives)
    elif into_archives and stat.S_ISREG(status.st_mode) and is_archive(path):
        yield from walk_archive(path, shown)
    else:
        yield path


def _walk_all(folder: Path, shown: str, *, into_archives: bool) -> Iterator[Path | SourceError | PassedOver]:
    empty = True
    for found in _walk(folder, set(), into_archives=into_archives):
        empty = empty and isinstance(found, PassedOver)
        yield found
    if empty:
        kinds = ", ".join(sorted(MEDIA_TYPES))
        yield SourceEmpty(shown, "the folder holds no file that can be read.", f"Known kinds: {kinds}.")


def _walk(
    folder: Path, seen: set[tuple[int, int]], *, into_archives: bool
) -> Iterator[Path | SourceError | PassedOver]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield error_of(error, shown_path(folder))
        return
    for name in names:
        if not name.startswith("."):
            yield from _walk_entry(folder / name, seen, into_archives=into_archives)


def _walk_entry(
    path: Path, seen: set[tuple[int, int]], *, into_archives: bool
) -> Iterator[Path | SourceError | PassedOver]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        if path.suffix.lower() in MEDIA_TYPES or not path.suffix:
            yield error_of(error, shown_path(path))
        return
    if is_folder:
        yield from _walk(path, seen, into_archives=into_archives)
    elif is_archive(path):
        yield from walk_archive(path, shown_path(path)) if into_archives else (path,)
    elif path.suffix.lower() in MEDIA_TYPES.keys() | HELD_BACK and not _is_other_xml(path):
        yield path
    else:
        yield PassedOver(path.suffix.lower())


def _is_other_xml(path: Path) -> bool:
    """Say whether a file is XML but no text in TEI; such lie in many folders."""
    if path.suffix.lower() != ".xml":
        return False
    try:
        with path.open("rb") as file:
            return not begins_as_tei(file.read(BEGINNING))
    except OSError:  # opening it will say what is the matter
        return False


def shown_path(path: Path) -> str:
    """Return the path as text that can be printed and stored, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def error_of(error: OSError | ValueError, shown: str) -> SourceError:
    """Return the source error for what the operating system said."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceMissing(shown, "there is no such file or folder.", "Check the path.")
    if isinstance(error, PermissionError):
        return SourceForbidden(
            shown, "may not be opened.", "Change its permissions, or copy it to where you may read it."
        )
    if isinstance(error, IsADirectoryError):
        return SourceKindUnknown(
            shown, "is a folder, not a file.", "Name the files in it, or read the whole folder."
        )
    if isinstance(error, OSError):
        reason = (error.strerror or type(error).__name__).lower()
        return SourceMissing(shown, f"cannot be opened: {reason}.", "Check the path and the links on it.")
    return SourceMissing(shown.replace("\x00", "\\0"), "is not a path.", "Check the path.")
