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
    Document,
    Dossier,
    DossierLine,
    Finding,
    Judgement,
    Location,
    Page,
    PersonaInSource,
    PersonSummary,
    Reading,
    Span,
    TimeExpression,
    Verdict,
    Withheld,
)
from factoid.store.engines.database import Database
from factoid.store.engines.indexes import index_of
from factoid.store.evidence.contents import Contents
from factoid.store.evidence.losses import Removals
from factoid.store.evidence.rows import chunks, document_of, factoid_rows, pages_of, reading_of
from factoid.store.evidence.stretch import excerpts_of, findings_of, reading_within, times_within
from factoid.store.judgements.judging import judgements_in
from factoid.store.kept.conclusions import Conclusions
from factoid.store.kept.revisions import revision, revision_of, state_of_persons
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
from factoid.store.lists.shelf import (
    source_row,
    sources_in_order,
    summaries_where,
)
from factoid.store.lists.unchecked import on_findings_in, weakest_in
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
from factoid.store.results import Excerpt, Passage, SourceSummary
from factoid.store.schema import tables


class LibraryView(Conclusions, Contents, Removals):
    """What is in a library. Any number of views may be open while one process writes.

    Each call sees the library as it is at its beginning. Sources are known by their short name or their id.
    """

    _searched = "1 = 1"  # the segments that are searched: a condition, in SQL

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

    def document(self, name_or_id: str) -> Document:
        """Return a source with its text, as it was read."""
        with self._reading() as connection:
            return document_of(connection, source_row(connection, name_or_id))

    def pages(self, name_or_id: str) -> tuple[Page, ...]:
        """Return where the pages of a source begin in its text, without loading the text."""
        with self._reading() as connection:
            text, pk = tables.text, source_row(connection, name_or_id).pk
            return pages_of(connection.scalar(select(text.c.pages).where(text.c.source_pk == pk)) or ())

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

    def excerpt(self, name_or_id: str, start: int, end: int) -> Excerpt:
        """Return the segments of a text that a range touches, without loading the whole text."""
        return self.excerpts(name_or_id, [Span(start, end)])[0]

    def excerpts(self, name_or_id: str, places: Sequence[Span]) -> list[Excerpt]:
        """Return for each place in a text the segments that it touches, without loading the whole text."""
        with self._reading() as connection:
            return excerpts_of(connection, source_row(connection, name_or_id).pk, places)

    def findings(self, names: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
        """Return what was found in the texts of these sources, by short name: damage, and other conditions."""
        with self._reading() as connection:
            return findings_of(connection, names)

    def times(self, name_or_id: str, within: Span) -> list[TimeExpression]:
        """Return the times that a source tells within a stretch of its text, in order."""
        with self._reading() as connection:
            return list(times_within(connection, source_row(connection, name_or_id).pk, within))

    def search(self, words: str, limit: int = 20, *, offset: int = 0) -> list[Passage]:
        """Return the passages in which all the words stand, best first.

        Words in double quotation marks must follow one another; ``Lyush*`` finds beginnings.
        """
        with self._reading() as connection:
            return list(
                index_of(connection, only=self._searched).find(connection, words, limit=limit, offset=offset)
            )

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
