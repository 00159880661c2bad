"""Whether a content is known: read before, under another name, or in place of another."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import Connection, select

from factoid.model import Source
from factoid.store.judgements.editions import left_behind
from factoid.store.schema.tables import source


class Contents:
    """The part of a library that knows its sources by their content."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def has(self, content_sha256: str, reader: str) -> bool:
        """Say whether this very content was read by this very reader version."""
        with self._reading() as connection:
            wanted = select(source.c.pk).where(source.c.content_sha256 == content_sha256)
            return connection.scalar(wanted.where(source.c.reader == reader)) is not None

    def called_otherwise(self, known: Source) -> str | None:
        """Return the short name under which a content is known, where that was not made of this source's name."""
        with self._reading() as connection:
            wanted = select(source.c.name).where(source.c.id == known.id, source.c.stem != known.name)
            return connection.scalar(wanted)

    def read_before(self, new: Source) -> list[str]:
        """Return what sources are called that were read of the same place under the same name, with other content."""
        with self._reading() as connection:
            wanted = select(source.c.name).where(
                source.c.stem == new.name, source.c.origin == new.origin, source.c.id != new.id
            )
            return list(connection.scalars(wanted.order_by(source.c.number)))

    def judgements_left_behind(self) -> dict[int, str]:
        """Return the standing judgements on older editions of files that the next one has not, with its short name."""
        with self._reading() as connection:
            return left_behind(connection)
