"""Every exception that Factoid raises on purpose.

::

    FactoidError
    ├── SourceError            an input cannot be read; the others still are
    │   ├── SourceMissing
    │   ├── SourceForbidden
    │   ├── SourceEmpty
    │   ├── SourceBinary
    │   ├── SourceWithoutText
    │   ├── SourceBroken       damaged, or made so that it cannot be read within bounds
    │   ├── SourceLocked       needs a password
    │   ├── SourceTooLarge     over one of the documented limits
    │   └── SourceKindUnknown
    ├── ReadingError
    │   ├── QuoteError         offsets and words disagree
    │   ├── ModelMissing       a language model that is not installed
    │   ├── OwnModelError      a model of the user's own cannot be asked
    │   └── ReadingShapeError  a reading in JSON that is not in the shape
    ├── LibraryError
    │   ├── NotALibrary
    │   ├── LibraryTooNew
    │   ├── LibraryFull        no room on the disk, or not writable
    │   ├── LibraryBusy
    │   ├── LibraryUnreachable  the server that holds it, or the way to it
    │   ├── NotInLibrary       no such person, source or factoid
    │   ├── SourceRemoved      a source that was taken out is to be added again
    │   ├── NotInRegister      no such account, member, invitation or token
    │   └── AuditBroken        the audit log is not what it was
    ├── ImportingError         what is to be imported cannot be
    │   ├── RecordError        one record of it; the others still are
    │   └── ServerUnreachable  a server does not answer, or not as it should
    ├── NotAllowed             the role that somebody has does not reach so far
    ├── OutputError            what was asked for cannot be written where it should go
    └── UsageError             options that do not fit together

Each message is one line that names the thing and says what to do.
"""

from __future__ import annotations


class FactoidError(Exception):
    """Base of all errors that a user can do something about."""


class SourceError(FactoidError):
    """An input cannot be read. ``path`` is what the user named, ``reason`` why, ``advice`` what to do."""

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{path}: {reason}" + (f" {advice}" if advice else ""))
        self.path, self.reason, self.advice = path, reason, advice

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str]]:
        """Travel between processes whole."""
        return type(self), (self.path, self.reason, self.advice)


class SourceMissing(SourceError):
    """There is no such file or folder."""


class SourceForbidden(SourceError):
    """The file or folder may not be opened."""


class SourceEmpty(SourceError):
    """The file holds no bytes, or nothing but white space."""


class SourceBinary(SourceError):
    """The file is called a text but holds something else."""


class SourceWithoutText(SourceError):
    """The document can be opened but says nothing, like a page of scripts only."""


class SourceBroken(SourceError):
    """The document is damaged, or made so that no reader gets through it within its bounds."""


class SourceLocked(SourceError):
    """The document needs a password."""


class SourceTooLarge(SourceError):
    """The document is over a limit that keeps a hostile file from filling memory or disk."""


class SourceKindUnknown(SourceError):
    """Factoid has no way to open a file of this kind."""


class ReadingError(FactoidError):
    """A text could not be read into factoids."""


class QuoteError(ReadingError):
    """The quoted words are not in the source at the offsets given."""

    def __init__(self, *, source: str, at: int, wanted: str, found: str) -> None:
        super().__init__(
            f"{source}, character {at}: expected {wanted!r}, found {found!r}. "
            "Read the source again, or mend the reader's offsets."
        )
        self.source, self.at, self.wanted, self.found = source, at, wanted, found


class ModelMissing(ReadingError):
    """The language model asked for is not installed."""


class OwnModelError(ReadingError):
    """A model of the user's own cannot be asked: no client, nobody there, a key or a name that is not taken."""


class ReadingShapeError(ReadingError):
    """A reading in JSON lacks what a reading must have."""


class LibraryError(FactoidError):
    """A library cannot be used."""


class NotALibrary(LibraryError):
    """The file is something else than a Factoid library."""


class LibraryTooNew(LibraryError):
    """A later version of Factoid wrote the library."""


class LibraryFull(LibraryError):
    """The library cannot be written: the disk is full or the place is read-only."""


class LibraryBusy(LibraryError):
    """Another process holds the library for too long."""


class LibraryUnreachable(LibraryError):
    """The database server that holds the library does not answer, or does not let the user in."""


class NotInLibrary(LibraryError):
    """The library has no such person, source or factoid."""


class SourceRemoved(LibraryError):
    """A source was taken out of the library, and is to be put back rather than added again."""


class NotInRegister(LibraryError):
    """The register of a house has no such account, member, invitation or token."""


class AuditBroken(LibraryError):
    """An entry of the audit log was changed, taken out, put in or moved, or the log was cut off."""


class ImportingError(FactoidError):
    """What is to be imported is not in the format, or cannot be had."""


class RecordError(ImportingError):
    """One record of what is imported makes no sense; the others are imported."""


class ServerUnreachable(ImportingError):
    """A server does not answer, or not in the way that its interface promises."""


class NotAllowed(FactoidError):
    """What was asked for needs a higher role in the library."""


class OutputError(FactoidError):
    """A file or folder for what was asked for cannot be written."""


class UsageError(FactoidError):
    """What was asked for cannot be done as asked."""
