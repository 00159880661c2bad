"""Whether a content is known: read before, under another name, or in place of another."""

from __future__ import annotations

from sqlalchemy import select

from factoid.model import Source
from factoid.store.judgements.editions import editions_before, left_behind
from factoid.store.part import Part
from factoid.store.schema.tables import source


class Contents(Part):
    """The part of a library that knows its sources by their content."""

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
        """Return what the older editions of a source in the library are called, the last one last."""
        with self._reading() as connection:
            row = connection.execute(select(source).where(source.c.id == new.id)).one()
            return [older.name for older in editions_before(connection, row)]

    def judgements_left_behind(self) -> dict[int, str]:
        """Return the standing judgements on older editions of files that the next one has not, with its short name."""
        with self._reading() as connection:
            return left_behind(connection)
