"""The read side of a library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from threading import local
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, func, select

from factoid.errors import NotInLibrary
from factoid.model import (
    Attestation,
    Dossier,
    DossierLine,
    Judgement,
    Location,
    PersonaInSource,
    PersonSummary,
    Reading,
    Span,
    Verdict,
    Withheld,
)
from factoid.store.engines.database import Database
from factoid.store.evidence.contents import Contents
from factoid.store.evidence.losses import Removals
from factoid.store.evidence.rows import chunks, factoid_rows, reading_of
from factoid.store.evidence.stretch import reading_within
from factoid.store.evidence.texts import Texts
from factoid.store.judgements.judging import judgements_in
from factoid.store.kept.conclusions import Conclusions
from factoid.store.kept.revisions import revision, revision_of, state_of_persons
from factoid.store.lists.lists import Lists
from factoid.store.lists.shelf import (
    source_row,
    sources_in_order,
    summaries_where,
)
from factoid.store.people.attesting import attestations_of, numbers_of
from factoid.store.people.people import (
    dossier_in,
    lines_of,
    people_in,
    people_matching,
    person_in,
    summaries_of,
)
from factoid.store.people.traces import personas_with_traces
from factoid.store.results import SourceSummary
from factoid.store.schema import tables


class LibraryView(Conclusions, Contents, Lists, Removals, Texts):
    """What is in a library. Any number of views may be open while one process writes.

    Each call sees the library as it is at its beginning. Sources are known by their short name or their id. Who asks
    for one thing that is not there gets `NotInLibrary`; who asks for many gets those that are there.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._here = local()  # what a thread asks at one moment, it asks of one connection

    @property
    def location(self) -> Location:
        """Where the library is."""
        return self._database.location

    @property
    def path(self) -> Path:
        """The file of a library that is one."""
        return Path(str(self.location))

    def __enter__(self) -> Self:
        """Open for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the library at the end of the block."""
        self.close()

    def close(self) -> None:
        """Let go of the library."""
        self._engine.dispose()

    @property
    def _engine(self) -> Engine:
        return self._database.engine

    def _reading(self) -> AbstractContextManager[Connection]:
        held: Connection | None = getattr(self._here, "connection", None)
        return nullcontext(held) if held is not None else self._begun()

    def _begun(self) -> AbstractContextManager[Connection]:
        return self._database.reading()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Answer all that this thread asks in the block from the state of its beginning."""
        with self._reading() as connection:
            before = getattr(self._here, "connection", None)
            self._here.connection = connection
            try:
                yield
            finally:
                self._here.connection = before

    @property
    def written(self) -> datetime:
        """The last moment at which what stands in the library can have come there, in UTC."""
        return self._database.written()

    @property
    def revision(self) -> str:
        """What stands for the present evidence and judgements: it changes when they do, and only then."""
        with self._reading() as connection:
            return revision(connection)

    def revision_of(self, person: str) -> str:
        """Return what stands for all that bears on one person (by id): it changes when that does."""
        with self._reading() as connection:
            return revision_of(connection, person)

    @property
    def veils_mark(self) -> str:
        """What stands for all that is hidden: of a library that is seen whole, nothing."""
        return ""

    def sources(
        self, query: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[SourceSummary]:
        """Return the sources by short name, with counts; a query stands in their short name, title or creator."""
        with self._reading() as connection:
            return sources_in_order(connection, query, limit=limit, offset=offset)

    def count_sources(self) -> int:
        """Return how many sources there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(tables.source)) or 0

    def count_statements(self) -> int:
        """Return how many statements all sources make together."""
        with self._reading() as connection:
            return connection.scalar(select(func.sum(tables.source.c.factoid_count))) or 0

    def source_names(self) -> dict[str, str]:
        """Return the short name of every source, by id."""
        with self._reading() as connection:
            rows = connection.execute(select(tables.source.c.id, tables.source.c.name))
            return {row.id: row.name for row in rows}

    def published(self, sources: Iterable[str]) -> dict[str, str]:
        """Return when these sources (by id) were published, in EDTF, as far as that is known."""
        with self._reading() as connection:
            source = tables.source
            wanted = select(source.c.id, source.c.published).where(source.c.published.is_not(None))
            wanted = wanted.order_by(source.c.name)
            of_some = (
                connection.execute(wanted.where(source.c.id.in_(run))) for run in chunks(sorted(sources))
            )
            return {row.id: row.published for rows in of_some for row in rows}

    def readers(self) -> list[tuple[str, str]]:
        """Return every source by its short name: its id, and the version of the reader that read it."""
        with self._reading() as connection:
            source = tables.source
            rows = connection.execute(select(source.c.id, source.c.reader).order_by(source.c.name))
            return [(row.id, row.reader) for row in rows]

    def source(self, name_or_id: str) -> SourceSummary:
        """Return one source with its counts."""
        with self._reading() as connection:
            pk = source_row(connection, name_or_id).pk
            return summaries_where(connection, tables.source.c.pk == pk)[0]

    def sources_named(self, names: Collection[str]) -> list[SourceSummary]:
        """Return those of the sources that have these short names, in the order of the names."""
        with self._reading() as connection:
            return summaries_where(connection, tables.source.c.name.in_(names))

    def reading(self, name_or_id: str, *, within: Span | None = None) -> Reading:
        """Return everything that was read in a source, as it was added.

        ``within`` a stretch of the text: only the statements that touch it and the persons spoken of there.
        """
        with self._reading() as connection:
            row = source_row(connection, name_or_id)
            return reading_of(connection, row) if within is None else reading_within(connection, row, within)

    def readings(self) -> Iterator[Reading]:
        """Yield the readings by short name, one in memory at a time, all of one moment."""
        with self._reading() as connection:
            source = tables.source
            for pk in connection.scalars(select(source.c.pk).order_by(source.c.name)).all():
                row = connection.execute(select(source).where(source.c.pk == pk)).one()
                yield reading_of(connection, row)

    def people(
        self, query: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[PersonSummary]:
        """Return the people with the most factoids first, then by name.

        A query finds those in whose names all its words occur, in any form, case and script.
        """
        with self._reading() as connection:
            return people_in(connection, query, limit=limit, offset=offset)

    def count_people(self, query: str | None = None) -> int:
        """Return how many people `people` would list without a limit."""
        with self._reading() as connection:
            wanted = select(func.count()).select_from(tables.person).where(*people_matching(query))
            return connection.scalar(wanted) or 0

    def person(self, named: str) -> PersonSummary:
        """Return the person that is named as for `dossier`, without what the sources say."""
        with self._reading() as connection:
            return person_in(connection, named)

    def dossier(self, person: str) -> Dossier:
        """Return everything the sources say about a person, in the order of the life.

        A person is named by id, by the id of any of its personas, or by a name as a source has it. Where a
        name means several people, `NotInLibrary` lists them; where it means none, it says which are near.
        """
        with self._reading() as connection:
            return dossier_in(connection, person)

    def personas(self, only: Collection[str] | None = None) -> list[PersonaInSource]:
        """Return every persona, or those of some ids, with what its source tells of the life, source by source."""
        with self._reading() as connection:
            return personas_with_traces(connection, only)

    @property
    def state_of_persons(self) -> str:
        """What stands for all that who is who follows from: it changes when that does, and only then."""
        with self._reading() as connection:
            return state_of_persons(connection)

    def persons_of(self, persona_ids: Iterable[str]) -> dict[str, PersonSummary]:
        """Return the person that each of the personas is held to be now."""
        with self._reading() as connection:
            return summaries_of(connection, persona_ids)

    def factoid(self, factoid_id: str) -> DossierLine:
        """Return one factoid as its dossier shows it."""
        with self._reading() as connection:
            wanted = factoid_rows().where(tables.factoid.c.id == factoid_id)
            found = connection.execute(wanted.order_by(tables.factoid.c.pk).limit(1)).all()
            if not found:
                raise NotInLibrary(f"no factoid {factoid_id} in the library. Look for its id in a dossier.")
            return lines_of(connection, found)[0]

    def factoids(self, ids: Iterable[str]) -> dict[str, DossierLine]:
        """Return those factoids that are there, by id, as their dossiers show them."""
        with self._reading() as connection:
            factoid = tables.factoid
            found: list[Row[Any]] = []
            for run in chunks(sorted(set(ids))):
                query = factoid_rows().where(factoid.c.id.in_(run)).order_by(factoid.c.pk.desc())
                found += connection.execute(query).all()
            return {line.factoid.id: line for line in lines_of(connection, found)}

    def judgements(
        self, *, active_only: bool = True, factoid: str | None = None, but: Collection[Verdict] = ()
    ) -> list[Judgement]:
        """Return the judgements in the order in which they were made: all, or those on a factoid; ``but`` some."""
        with self._reading() as connection:
            return judgements_in(connection, active_only=active_only, factoid=factoid, but=but)

    def attestations(self, persons: Sequence[int | str]) -> Iterator[Attestation]:
        """Yield everything that bears on each of the persons, given by number or id, some hundreds at a time."""
        with self._reading() as connection:
            yield from attestations_of(connection, numbers_of(connection, persons))

    def withheld(self) -> Withheld:
        """Return how much of the library is not shown: of a library that is seen whole, nothing."""
        return Withheld()
