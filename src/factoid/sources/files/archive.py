"""ZIP archives, and documents that are such archives: what is in them, within limits."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path, PurePosixPath

from factoid.errors import SourceBroken, SourceError, SourceLocked, SourceMissing, SourceTooLarge
from factoid.sources.files.limits import HIGHEST_RATIO, LARGEST_ARCHIVE, LARGEST_MEMBER, MIB, MOST_MEMBERS

_ENCRYPTED = 0x1
_AGAIN = "Download or copy it again."
_BOMB = "It may be made to fill memory; unpack it by other means if you trust it, and read the files."


class Archive:
    """An open archive. Every error names the file in it and says what to do."""

    def __init__(self, file: Path | BytesIO, name: str) -> None:
        """Open it; `SourceBroken` where it is none, `SourceTooLarge` where it is over a limit."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise SourceBroken(name, "is damaged: its list of files cannot be read.", _AGAIN) from error
        self._members = {info.filename: info for info in self._zip.infolist() if info.filename}
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise SourceTooLarge(name, f"holds more than {MOST_MEMBERS:,} files.", "Split it.")
        total = sum(info.file_size for info in self._members.values())
        if total > LARGEST_ARCHIVE:
            raise SourceTooLarge(name, f"unpacks to {total // MIB:,} MiB, over the limit.", _BOMB)

    def names(self) -> list[str]:
        """Return the names of the files in it, sorted; folders are none."""
        return sorted(name for name, info in self._members.items() if not info.is_dir())

    def size_of(self, name: str) -> int:
        """Return how large a file in it is, unpacked; 0 where there is none."""
        return self._members[name].file_size if name in self._members else 0

    def __contains__(self, name: object) -> bool:
        """Say whether there is a file of this name."""
        return name in self._members

    def problem_of(self, name: str) -> SourceError | None:
        """Return why a file in it may not be unpacked; None where it may."""
        shown, info = f"{self.name}/{clean(name)}", self._members[name]
        if is_outside(name):
            return SourceBroken(
                shown,
                "its name leads out of the archive, so it was not unpacked.",
                "Rename it in the archive.",
            )
        if stat.S_ISLNK(info.external_attr >> 16):
            return SourceBroken(
                shown, "is a link in an archive, which is not followed.", "Pack the file itself."
            )
        if info.flag_bits & _ENCRYPTED:
            return SourceLocked(shown, "needs a password.", "Unpack the archive and read the files in it.")
        if info.file_size > LARGEST_MEMBER:
            return SourceTooLarge(shown, f"unpacks to {info.file_size // MIB:,} MiB, over the limit.", _BOMB)
        if info.file_size > MIB and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            ratio = info.file_size // max(info.compress_size, 1)
            return SourceTooLarge(shown, f"is packed {ratio:,} times smaller, as no text is.", _BOMB)
        return None

    def read(self, name: str) -> bytes:
        """Return the bytes of a file in it, never more than the archive says it has."""
        shown = f"{self.name}/{clean(name)}"
        if name not in self._members:
            raise SourceMissing(shown, "there is no such file in the archive.", "Check the name.")
        if problem := self.problem_of(name):
            raise problem
        try:
            return self._zip.read(name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise SourceBroken(shown, "is damaged and cannot be unpacked.", _AGAIN) from error

    def check(self, names: Iterable[str] | None = None) -> None:
        """Raise the first problem among the files: for documents that another library unpacks."""
        for name in self.names() if names is None else names:
            if problem := self.problem_of(name):
                raise problem

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


def is_outside(name: str) -> bool:
    """Say whether a name in an archive leads out of it, or is no name at all."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0] if path.parts else True


def clean(name: str) -> str:
    """Return a name from an archive as it may be printed."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name).encode("utf-8", "replace").decode()
