"""What the parts of a library have in common."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import Connection


class Part:
    """A part of a library: what it answers, it asks at the moment that the library gives."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError
