"""What a library lists, narrowed down and in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factoid.model import DossierLine
from factoid.store.lists.listing import (
    Kind,
    ListedPerson,
    ListedSource,
    ListedStatement,
    Order,
    Ref,
    count_in,
    key_at,
    persons_in,
    refs_in,
    sources_in,
    statements_in,
)
from factoid.store.lists.mapping import Point, points_in
from factoid.store.lists.narrowing import Narrowing
from factoid.store.lists.unchecked import on_findings_in, weakest_in
from factoid.store.part import Part


class Lists(Part):
    """The part of a library that lists persons, sources, statements and places."""

    def weakest(self, *, below: float, limit: int) -> list[DossierLine]:
        """Return the factoids that nobody has checked and of which the reader was least sure."""
        with self._reading() as connection:
            return weakest_in(connection, below=below, limit=limit)

    def on_findings(self, *, limit: int) -> list[DossierLine]:
        """Return the factoids that nobody has checked and whose quotes a finding touches."""
        with self._reading() as connection:
            return on_findings_in(connection, limit=limit)

    def count(self, kind: Kind, asked: Narrowing) -> int:
        """Return how many persons, sources or statements there are of what is asked."""
        with self._reading() as connection:
            return count_in(connection, kind, asked)

    def list_statements(
        self, asked: Narrowing, order: Order, *, limit: int, offset: int = 0
    ) -> list[ListedStatement]:
        """Return a page of the statements that fulfil all that is asked; none that is denied or was rejected."""
        with self._reading() as connection:
            return statements_in(connection, asked, order, limit=limit, offset=offset)

    def list_persons(
        self, asked: Narrowing, order: Order, *, limit: int, offset: int = 0
    ) -> list[ListedPerson]:
        """Return a page of the persons of whom there is such a statement; without a question, of all."""
        with self._reading() as connection:
            return persons_in(connection, asked, order, limit=limit, offset=offset)

    def list_sources(
        self, asked: Narrowing, order: Order, *, limit: int, offset: int = 0
    ) -> list[ListedSource]:
        """Return a page of the sources that make such a statement; without a question, of all."""
        with self._reading() as connection:
            return sources_in(connection, asked, order, limit=limit, offset=offset)

    def refs(self, *, person: str | None = None, source: str | None = None) -> Iterator[Ref]:
        """Yield the statements about a person, or of a source, by their ids, a thousand at a time in memory."""
        with self._reading() as connection:
            yield from refs_in(connection, person=person, source=source)

    def key_at(self, uri: str) -> str | None:
        """Return the id of the source, persona or factoid to which a source gives this address elsewhere."""
        with self._reading() as connection:
            return key_at(connection, uri)

    def points(self, sources: Iterable[str]) -> list[Point]:
        """Return the places that these sources (by short name) speak of and that have a point on the map."""
        with self._reading() as connection:
            return points_in(connection, sources)
