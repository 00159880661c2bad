"""A library as readers may see it: every query meets views in the place of the tables.

The connections of a `VeiledView` have temporary views of the tables' own names, which a database finds before
the tables themselves. So whatever asks, lists, counts, searches or exports, asks of what may be shown, and
a query that is written tomorrow does too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, or_, select

from factoid.errors import LibraryBusy
from factoid.model import Document, Judgement, Location, Page, Span, Verdict, Withheld
from factoid.store.engines.database import PATIENCE_SECONDS
from factoid.store.kept.disputing import (
    Found,
    Json,
    Mark,
    found_in,
    marks_in,
    state_in,
    tenures_in,
)
from factoid.store.opening import database_at
from factoid.store.protection.drawer import Drawer, shared_posts
from factoid.store.protection.protecting import (
    Protected,
    is_current,
    names_hidden,
    names_one,
    protected_in,
    renew,
    sources_with_veils,
    state_of_veils,
    withheld_in,
    workings_of_open_sources,
)
from factoid.store.protection.veiling import INK
from factoid.store.protection.views import put_views_before
from factoid.store.schema import tables, veil_tables
from factoid.store.view import LibraryView

_TRIES = 30  # to work out what is hidden while others change the library, before asking to wait


class VeiledView(LibraryView):
    """What readers see of a library. Protection is worked out anew, for the day, before anything is answered."""

    _searched = "segment.pk NOT IN (SELECT segment_pk FROM veiled_segment)"

    def __init__(
        self, location: Location, *, today: Callable[[], date], patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        database = database_at(location, writes=False, patience_seconds=patience_seconds)
        put_views_before(database)
        super().__init__(database)
        self._whole = database_at(location, writes=False, patience_seconds=patience_seconds)
        self._today, self._patience = today, patience_seconds
        self._drawer = Drawer()

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        for _ in range(_TRIES):
            with self._database.reading() as connection:
                today = self._today()
                if is_current(connection, today):
                    yield connection
                    return
            self._renew(today)
        raise LibraryBusy(f"{self.location}: it changes faster than it can be protected. Try again.")

    def _renew(self, today: date) -> None:
        database = database_at(self.location, writes=True, patience_seconds=self._patience)
        try:
            with database.writing() as connection:
                renew(connection, today)
        finally:
            database.engine.dispose()

    def close(self) -> None:
        """Let go of the library."""
        self._whole.engine.dispose()
        super().close()

    def document(self, name_or_id: str) -> Document:
        """Return a source with its text, where what is hidden is blacked out."""
        document = super().document(name_or_id)
        return replace(document, pages=self._discreet(document.pages))

    def pages(self, name_or_id: str) -> tuple[Page, ...]:
        """Return where the pages of a source begin in its text; those called after somebody hidden without name."""
        return self._discreet(super().pages(name_or_id))

    def _discreet(self, pages: tuple[Page, ...]) -> tuple[Page, ...]:
        if not pages:
            return pages
        with self._whole.reading() as whole:
            names = names_hidden(whole)
        return tuple(p._replace(label=INK * 5) if names_one(p.label, names) else p for p in pages)

    def withheld(self) -> Withheld:
        """Return how much is not shown."""
        with self._reading() as connection, self._whole.reading() as whole:
            del connection  # it has seen to it that what is counted is of now
            return withheld_in(whole)

    def marks_of_evidence(self, version: str) -> Iterator[Mark]:
        """Yield every person who is shown and what stands for the evidence on it, and for what is hidden in it."""
        with self._reading() as connection, self._whole.reading() as whole:
            state = state_of_veils(connection)
            yield from marks_in(connection, version, dict.fromkeys(sources_with_veils(whole), f" {state}"))

    def disputes_kept(self) -> dict[str, str]:
        """Return of whom conflicts are kept and of what: found here, or by those who see everything.

        What they found is shown of persons whom nothing that is hidden touches, and is of use where the marks agree.
        """
        return super().disputes_kept() | self._drawer.evidence()

    def state_of_evidence(self, version: str) -> str:
        """Return what stands for all `marks_of_evidence` together, and for what is hidden."""
        with self._reading() as connection:
            return f"{state_in(connection, version)} {state_of_veils(connection)}"

    def has_all_disputes(self, version: str) -> bool:
        """Say whether what is kept of conflicts is what readers see gives, for everybody."""
        return self._drawer.whole == self.state_of_evidence(version)

    def disputes(self, persons: Iterable[str] | None = None) -> Iterator[tuple[str, Json]]:
        """Yield each person, or each of these, with the conflicts that are kept of it."""
        wanted = None if persons is None else set(persons)
        own = {found.person: found.found for found in self._drawer.disputes(wanted)}
        with self._reading() as connection:
            kept = dict(found_in(connection, wanted)) | own
        yield from ((person, kept[person]) for person in sorted(kept))

    def shared_posts(self, person: str | None = None) -> Iterator[list[Json]]:
        """Yield who held a post, for each that several persons are kept to have held (this one among them)."""
        found = self._drawer.disputes()
        own = {each.person for each in found}
        with self._reading() as connection:
            tenures = [kept for kept in tenures_in(connection) if kept[0] not in own]
        tenures += [(each.person, post, data) for each in found for post, data in each.tenures]
        yield from shared_posts(tenures, person)

    def keep_disputes(self, found: Iterable[Found], gone: Iterable[str] = (), *, whole: str = "") -> None:
        """Keep the conflicts found, for as long as the view is open."""
        version = whole.partition(" ")[0]
        self._drawer.keep(found, gone, whole if whole == self.state_of_evidence(version) else "")

    @property
    def veils_mark(self) -> str:
        """What stands for all that is hidden."""
        with self._reading() as connection:
            return state_of_veils(connection)

    def working(self, name: str, mark: str) -> bytes | None:
        """Return what was worked out and kept under a name, if it was worked out from what the mark stands for."""
        kept, value = self.workings(name).get(name, ("", b""))
        return value if kept == mark else None

    def workings(self, beginning: str) -> dict[str, tuple[str, bytes]]:
        """Return all that is kept under names that begin so; what bears a source's id also by those who see everything.

        Of a source in which nothing is hidden, what was worked out of it alone hides nothing either.
        """
        with self._reading() as connection, self._whole.reading() as whole:
            state = state_of_veils(connection)
            kept = workings_of_open_sources(whole, beginning) if state_of_veils(whole) == state else ()
            shared = {name: (f"{mark} {state}", value) for name, mark, value in kept}
        return shared | self._drawer.workings(beginning)

    def keep_workings(self, values: Mapping[str, tuple[str, bytes]], *, gone: Iterable[str] = ()) -> None:
        """Keep what was worked out, for as long as the view is open."""
        self._drawer.keep_workings(values, gone)

    def judgements(
        self, *, active_only: bool = True, factoid: str | None = None, but: Collection[Verdict] = ()
    ) -> list[Judgement]:
        """Return the judgements on what is shown; reasons without the names of who is not."""
        found = super().judgements(active_only=active_only, factoid=factoid, but=but)
        if not any(j.reason or j.decision for j in found):
            return found
        with self._whole.reading() as whole:
            names = names_hidden(whole)
            dark = {(j.id or 0) for j in found if j.decision and _is_under_veil(whole, j)}
        return [
            replace(j, reason="") if names_one(j.reason, names) else j
            for j in found
            if not (j.verdict is Verdict.DECIDED and j.id in dark)
        ]


def _is_under_veil(connection: Connection, judgement: Judgement) -> bool:
    """Say whether a decision rests on words that are hidden."""
    claims = judgement.decision.claims if judgement.decision else ()
    return any(_is_dark(connection, at.source, at.span) for _, _, at in claims)


def _is_dark(connection: Connection, source_id: str, span: Span) -> bool:
    source, veil, hidden = tables.source, veil_tables.veil, veil_tables.hidden_source
    touching = select(veil.c.source_pk).where(veil.c.start < span.end, veil.c.end > span.start)
    whole = select(hidden.c.source_pk).where(hidden.c.is_whole.is_(True))
    wanted = select(source.c.pk).where(
        source.c.id == source_id, or_(source.c.pk.in_(touching), source.c.pk.in_(whole))
    )
    return connection.scalar(wanted) is not None


def protections_of(view: LibraryView) -> list[Protected]:
    """Return who is protected, by name, and why, of a library that is seen whole."""
    with view._reading() as connection:
        return protected_in(connection)
