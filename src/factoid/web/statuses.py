"""Which status of HTTP an error of ours has, on pages and for programs."""

from __future__ import annotations

from http import HTTPStatus

from factoid.errors import (
    ImportingError,
    LibraryBusy,
    LibraryFull,
    NotAllowed,
    NotInLibrary,
    NotInRegister,
    SourceRemoved,
    UsageError,
)

_STATUSES = {
    NotInLibrary: HTTPStatus.NOT_FOUND,
    NotInRegister: HTTPStatus.NOT_FOUND,
    SourceRemoved: HTTPStatus.CONFLICT,
    UsageError: HTTPStatus.BAD_REQUEST,
    ImportingError: HTTPStatus.BAD_REQUEST,
    NotAllowed: HTTPStatus.FORBIDDEN,
    LibraryBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    LibraryFull: HTTPStatus.INSUFFICIENT_STORAGE,
}


def status_of(error: Exception) -> HTTPStatus:
    """Return the status that says what is the matter; 500 where nobody who asks can mend it."""
    known = (status for kind, status in _STATUSES.items() if isinstance(error, kind))
    return next(known, HTTPStatus.INTERNAL_SERVER_ERROR)
