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
from typing import Any

from sqlalchemy import Connection, event, or_, select

from factoid.errors import LibraryBusy
from factoid.model import Document, InDatabase, Judgement, Location, Page, Span, Verdict, Withheld
from factoid.store.engines.database import PATIENCE_SECONDS, Database
from factoid.store.engines.postgresql import quoted
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
from factoid.store.schema import tables, veil_tables
from factoid.store.view import LibraryView

_TRIES = 30  # to work out what is hidden while others change the library, before asking to wait

_HIDDEN_PERSONAS = "SELECT persona_pk FROM {of}hidden_persona"
_HIDDEN_SOURCES = "SELECT source_pk FROM {of}hidden_source WHERE is_whole"
_OF_SOURCE = f"t.source_pk NOT IN ({_HIDDEN_SOURCES})"
_OF_PERSONA = f"t.persona_pk NOT IN ({_HIDDEN_PERSONAS})"
_UNDER_VEIL = (
    "EXISTS (SELECT 1 FROM {of}veil v WHERE v.source_pk = t.source_pk"
    ' AND v.start < t."end" AND v."end" > t.start)'
)
_ENTITY = (
    f"{_OF_SOURCE} AND NOT EXISTS (SELECT 1 FROM {{of}}veiled_entity e"
    " WHERE e.source_pk = t.source_pk AND e.kind = '{name}' AND e.position = t.position)"
)
_SHOWN_PERSON = (
    f"t.pk IN (SELECT m.person_pk FROM {{of}}person_member m WHERE m.persona_pk NOT IN ({_HIDDEN_PERSONAS}))"
)
_CLEAN_PERSON = (
    f"t.person IN (SELECT q.id FROM {{of}}person q WHERE q.pk IN (SELECT m.person_pk FROM {{of}}person_member m"
    f" WHERE m.persona_pk NOT IN ({_HIDDEN_PERSONAS}))"
    " AND q.pk NOT IN (SELECT person_pk FROM {of}veiled_person))"
)
_JUDGED_UNSEEN = (
    "t.verdict IN ('protected', 'shown') OR t.removal IS NOT NULL"
    f" OR t.left_source IN (SELECT s.id FROM {{of}}source s WHERE s.pk IN ({_HIDDEN_SOURCES}))"
    f" OR t.right_source IN (SELECT s.id FROM {{of}}source s WHERE s.pk IN ({_HIDDEN_SOURCES}))"
    f" OR t.factoid IN (SELECT f.id FROM {{of}}factoid f WHERE f.persona_pk IN ({_HIDDEN_PERSONAS}))"
)
_TOUCHED = (
    "EXISTS (SELECT 1 FROM {of}source s JOIN {of}veil v ON v.source_pk = s.pk WHERE"
    ' (s.id = t.left_source AND v.start < t.left_end AND v."end" > t.left_start)'
    ' OR (s.id = t.right_source AND v.start < t.right_end AND v."end" > t.right_start))'
)

#: Of each table: what joins it, what it is narrowed to, and the columns that are not simply its own.
_VIEWS: dict[str, tuple[str, str, dict[str, str]]] = {
    "source": (
        "",
        f"t.pk NOT IN ({_HIDDEN_SOURCES})",
        {
            "creator": "CASE WHEN t.pk IN (SELECT source_pk FROM {of}hidden_source WHERE hides_creator)"
            " THEN NULL ELSE t.creator END",
            **{
                name: "CASE WHEN t.pk IN (SELECT source_pk FROM {of}veil) THEN {nothing}"
                + f" ELSE t.{name} END"
                for name in ("notes", "warnings")
            },
            "described": "NULL",
        },
    ),
    "text": (
        "",
        _OF_SOURCE,
        {
            "tail": "CASE WHEN EXISTS (SELECT 1 FROM {of}veil v WHERE v.source_pk = t.source_pk AND"
            " v.\"end\" > t.length - length(t.tail)) THEN '' ELSE t.tail END"
        },
    ),
    "segment": (
        " LEFT JOIN {of}veiled_segment w ON w.segment_pk = t.pk",
        _OF_SOURCE,
        {"before": "coalesce(w.before, t.before)", "words": "coalesce(w.words, t.words)"},
    ),
    "persona": ("", f"t.pk NOT IN ({_HIDDEN_PERSONAS})", {}),
    "persona_form": ("", _OF_PERSONA, {}),
    "mention": ("", _OF_PERSONA, {}),
    "organisation": ("", _ENTITY, {}),
    "place": ("", _ENTITY, {}),
    "time": ("", f"{_OF_SOURCE} AND NOT {_UNDER_VEIL}", {}),
    "finding": ("", f"{_OF_SOURCE} AND NOT {_UNDER_VEIL}", {}),
    "address": (
        "",
        f"{_OF_SOURCE} AND t.key NOT IN (SELECT q.id FROM {{of}}persona q WHERE q.pk IN ({_HIDDEN_PERSONAS}))"
        f" AND t.key NOT IN (SELECT f.id FROM {{of}}factoid f WHERE f.persona_pk IN ({_HIDDEN_PERSONAS}))",
        {},
    ),
    "working": ("", "1 = 0", {}),
    "factoid": (
        " LEFT JOIN {of}veiled_factoid w ON w.factoid_pk = t.pk",
        _OF_PERSONA,
        {
            name: f"CASE WHEN w.factoid_pk IS NULL THEN t.{name} ELSE w.{name} END"
            for name in (
                *("quote", "role", "organisation", "place", "value", "said_by"),
                *("related", "detail"),
            )
        },
    ),
    "judgement": (
        "",
        f"NOT coalesce({_JUDGED_UNSEEN}, 1 = 0)",
        {
            "reason": f"CASE WHEN {_TOUCHED} THEN '' ELSE t.reason END",
            "statement": f"CASE WHEN {_TOUCHED} THEN NULL ELSE t.statement END",
        },
    ),
    "person": (
        " LEFT JOIN {of}veiled_person w ON w.person_pk = t.pk",
        _SHOWN_PERSON,
        {
            name: f"CASE WHEN w.person_pk IS NULL THEN t.{name} ELSE w.{name} END"
            for name in ("name", "sort_key", "search_keys", "names", "sources", "factoids", "born", "died")
        }
        | {"reasons": "CASE WHEN w.person_pk IS NULL THEN t.reasons ELSE {nothing} END"},
    ),
    "person_member": ("", _OF_PERSONA, {}),
    "dispute": ("", _CLEAN_PERSON, {}),
    "deed": ("", "1 = 0", {}),
    "removal": ("", "1 = 0", {}),
    "tenure": ("", _CLEAN_PERSON, {}),
}


def views(of: str, nothing: str) -> Iterator[str]:
    """Yield the statements that make the views; ``of`` stands before the tables' names, ``nothing`` is ``[]``."""
    for name, (joins, condition, columns) in _VIEWS.items():
        table = tables.metadata.tables[name]
        shown = ", ".join(
            f"{columns.get(column.name, chr(116) + '.' + _quoted(column.name))} AS {_quoted(column.name)}"
            for column in table.columns
        )
        own = _quoted(name)
        text = f"CREATE TEMP VIEW {own} AS SELECT {shown} FROM {{of}}{own} t{joins} WHERE {condition}"
        yield text.replace("{of}", of).replace("{nothing}", nothing).replace("{name}", name)


def _quoted(name: str) -> str:
    return f'"{name}"'


class VeiledView(LibraryView):
    """What readers see of a library. Protection is worked out anew, for the day, before anything is answered."""

    _searched = "segment.pk NOT IN (SELECT segment_pk FROM veiled_segment)"

    def __init__(
        self, location: Location, *, today: Callable[[], date], patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        database = database_at(location, writes=False, patience_seconds=patience_seconds)
        _veil(database)
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


def _veil(database: Database) -> None:
    location = database.location
    if isinstance(location, InDatabase):
        of = quoted(location.library)
        # A view called text is a type called text: those of the server must come first.
        path = f"SET search_path TO pg_catalog, pg_temp, {of}"
        made = [path, *views(f"{of}.", "'[]'::json")]
    else:  # nothing may be written but while the views are made
        made = ["PRAGMA query_only=OFF", *views("main.", "'[]'"), "PRAGMA query_only=ON"]

    @event.listens_for(database.engine, "connect")
    def make_views(raw: Any, _: Any) -> None:
        for statement in made:
            raw.execute(statement)


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
