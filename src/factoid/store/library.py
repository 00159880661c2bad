"""The write side of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from sqlalchemy import Connection, select

from factoid.errors import ReadingError, SourceRemoved
from factoid.model import Anchor, Document, Judgement, PersonaInSource, PersonLink, Reading, Verdict
from factoid.store.engines.indexes import index_of
from factoid.store.engines.sizes import know_sizes
from factoid.store.evidence.describing import describe, sharing_addresses
from factoid.store.evidence.removals import Removal, removal_of, removed_row
from factoid.store.evidence.removing import bring_back, take_out
from factoid.store.evidence.writing import (
    check_fits,
    delete_evidence,
    insert_evidence,
    insert_source,
    update_source,
)
from factoid.store.houses.deeds import belong, deeds_in, forget_deeds, name_in_house, noted
from factoid.store.judgements.editions import CarriedOver, carry_over
from factoid.store.judgements.judging import (
    insert_judgement,
    judgement_numbered,
    judgements_in,
    standing_with,
    withdraw_judgements,
)
from factoid.store.judgements.misreading import reject_again
from factoid.store.judgements.stating import state, state_again, unstate
from factoid.store.kept.disputing import Found, forget, keep
from factoid.store.kept.revisions import advance, read_mark, set_mark, state_of_persons
from factoid.store.kept.workings import drop_working, keep_workings
from factoid.store.lists.shelf import source_row
from factoid.store.people.persons import dissolve_persons_of, link_all, stand_alone
from factoid.store.people.traces import personas_with_traces
from factoid.store.protection.protecting import bearing, note_change
from factoid.store.register.trail import Trail
from factoid.store.results import Outcome
from factoid.store.schema import tables
from factoid.store.view import LibraryView

Link = Callable[[Sequence[PersonaInSource], Sequence[Judgement]], Sequence[PersonLink]]

_PERSONS = "persons"  # the mark of what they were linked from
_TRIES = 3  # to link persons while others go on adding sources, before asking them to wait


class Library(LibraryView):
    """A library that is added to. Several processes may write; each change is all or nothing.

    `NotInLibrary` where a source, a factoid or a judgement is not there, `UsageError` where a judgement lacks what its
    verdict needs, `LibraryBusy` and `LibraryFull` where it cannot be written: nothing is written then.
    """

    _trail: Trail | None = None

    def add(self, document: Document, reading: Reading, *, at: str | None = None) -> Outcome:
        """Write a source and what was read in it, in one transaction.

        The same content read by the same reader version changes nothing. Another version's reading takes the
        place of the one before; the source keeps its short name, and judgements stay. `ReadingError` when the
        reading does not fit the document, `SourceRemoved` when the source was taken out: nothing is written then.
        ``at`` keeps when, ISO 8601 in UTC.
        """
        check_fits(document, reading)
        source = tables.source
        wanted = select(source.c.pk, source.c.reader, tables.text.c.sha256).join(tables.text)
        with self._writing() as connection:
            known = connection.execute(wanted.where(source.c.id == reading.source.id)).one_or_none()
            if known and (known.reader, known.sha256) == (reading.reader, reading.text_sha256):
                return Outcome.UNCHANGED
            if known is None and (removal := removal_of(connection, reading.source.id)):
                raise SourceRemoved(removal.sentence)
            try:
                self._write(connection, known.pk if known else None, document, reading, at)
            except UnicodeEncodeError as error:
                raise ReadingError(
                    f"{document.source.name}: {error.object!r} is no text (half a surrogate pair). "
                    "Open the source with its right encoding."
                ) from error
        return Outcome.REPLACED if known else Outcome.ADDED

    def _write(
        self, connection: Connection, known: int | None, document: Document, reading: Reading, at: str | None
    ) -> None:
        left_over: list[int] = []
        if known is None:
            source_pk = insert_source(connection, document, reading, at=at)
        else:
            source_pk = known
            left_over = dissolve_persons_of(connection, source_pk)
            index_of(connection).remove(connection, source_pk)
            delete_evidence(connection, source_pk)
            update_source(connection, source_pk, document, reading, at=at)
        self._land(connection, source_pk, document, reading, left_over=left_over)

    def _land(
        self,
        connection: Connection,
        source_pk: int,
        document: Document,
        reading: Reading,
        *,
        left_over: Sequence[int] = (),
        persona_pks: Sequence[int] = (),
    ) -> None:
        """Write the evidence of a source that has a row, and let its personas stand alone with those left over."""
        insert_evidence(connection, source_pk, document, reading, persona_pks=persona_pks)
        state_again(connection, source_pk, reading.source.id)
        reject_again(connection, source_pk)
        index_of(connection).add(connection, source_pk)
        persona = tables.persona
        new = select(persona.c.pk).where(persona.c.source_pk == source_pk).order_by(persona.c.pk)
        stand_alone(connection, [*left_over, *connection.scalars(new)])
        advance(connection, "evidence")

    def remove(self, names: Iterable[str], *, author: str, made: str, reason: str = "") -> list[Removal]:
        """Take sources, by short name or id, out of the library, all or none; what they said is kept.

        It is then as if they had never been read. Judgements that rest on their words are withdrawn with them, and
        stand again when they are put back; marks of protection on persons pass to what other sources tell of them.
        """
        with self._writing(durable=True) as connection:
            rows = {row.pk: row for row in (source_row(connection, name) for name in names)}
            for row in rows.values():
                take_out(connection, row, author=author, made=made, reason=reason)
                self._has_changed(connection)
            return [held for row in rows.values() if (held := removal_of(connection, row.id))]

    def put_back(self, names: Iterable[str], *, by: str, at: str) -> list[str]:
        """Put sources that were taken out back, all or none, as they were; return their short names."""
        with self._writing(durable=True) as connection:
            rows = {row.number: row for row in (removed_row(connection, name) for name in names)}
            for row in rows.values():
                back = bring_back(connection, row, by=by, at=at)
                self._land(connection, back.pk, back.document, back.reading, persona_pks=back.persona_pks)
                self._has_changed(connection)
            return [row.name for row in rows.values()]

    def _has_changed(self, connection: Connection) -> None:
        """Count a change of evidence with the judgements on it, and of who is protected."""
        for counter in ("evidence", "judgements"):
            advance(connection, counter)
        note_change(connection)

    def judge(self, judgement: Judgement, *, with_it: Iterable[Judgement] = ()) -> Judgement:
        """Write a judgement and return it with its number. It is on the disk when this returns.

        What is made ``with_it`` is written in the same transaction, and withdrawn when it is.
        """
        with self._writing(durable=True) as connection:
            made = self._judge(connection, judgement)
            for other in with_it:
                self._judge(connection, replace(other, follows=made.id))
        return made

    def _judge(self, connection: Connection, judgement: Judgement) -> Judgement:
        before = bearing(connection, judgement.verdict, judgement.factoid)
        made = replace(judgement, id=insert_judgement(connection, judgement))
        if made.verdict is Verdict.STATED:
            state(connection, made)
            advance(connection, "evidence")
        _note(connection, made, before)
        return made

    def take_over(self, judgement: Judgement) -> int:
        """Write a judgement that was made in another library; return its number: the one there if that is free."""
        with self._writing() as connection:
            before = bearing(connection, judgement.verdict, judgement.factoid)
            number = insert_judgement(connection, judgement, number=judgement.id)
            if judgement.verdict is Verdict.STATED and judgement.left and judgement.withdrawn is None:
                source = tables.source
                pk = connection.scalar(select(source.c.pk).where(source.c.id == judgement.left.source))
                if pk is not None:
                    state_again(connection, pk, judgement.left.source)
                    advance(connection, "evidence")
            _note(connection, judgement, before)
        return number

    def carry_over(self, old: str, new: str) -> CarriedOver:
        """Write the judgements on one edition of a source anew for another, where its words stand unchanged.

        Both are named by short name or id. A judgement passes once, also where it was withdrawn since.
        """
        with self._writing(durable=True) as connection:
            editions = source_row(connection, old), source_row(connection, new)
            return carry_over(connection, *editions, partial(self._judge, connection))

    def describe(self, called: Sequence[str], fields: Mapping[str, str]) -> list[str]:
        """Write what a bibliography says of the sources that are called so; return their short names.

        ``fields``: title, creator, published (EDTF), language. They outlive another reading of the source.
        """
        with self._writing() as connection:
            names = describe(connection, called, fields)
            if names:
                advance(connection, "evidence")
        return names

    def sharing_addresses(self, beginning: str) -> list[list[Anchor]]:
        """Return, for each address that begins so and that several personas have, where they are named."""
        with self._reading() as connection:
            return sharing_addresses(connection, beginning)

    def withdraw(self, judgement_id: int, *, at: str) -> Judgement:
        """Withdraw a judgement with what was made with it, and return it; all stay in the library."""
        with self._writing(durable=True) as connection:
            together = standing_with(connection, judgement_id)
            before = [bearing(connection, j.verdict, j.factoid) for j in together]
            withdraw_judgements(connection, together, at)
            for judgement, bore in zip(together, before, strict=True):
                if judgement.verdict is Verdict.STATED:
                    unstate(connection, judgement)
                    advance(connection, "evidence")
                _note(connection, judgement, bore)
            return judgement_numbered(connection, judgement_id)

    def keep_disputes(self, found: Iterable[Found], gone: Iterable[str] = (), *, whole: str = "") -> None:
        """Keep the conflicts found on persons, and forget those of persons that are none any more.

        ``whole`` is the state of which everything is kept with them; nothing where more is to be found.
        """
        with self._writing() as connection:
            forget(connection, gone)
            keep(connection, found, whole=whole)

    def keep_workings(self, values: Mapping[str, tuple[str, bytes]], *, gone: Iterable[str] = ()) -> None:
        """Keep what was worked out: by name, the mark of what it was worked out from and the value."""
        with self._writing() as connection:
            for name in gone:
                drop_working(connection, name)
            keep_workings(connection, values)

    def refresh_persons(self, link: Link, *, version: str = "", for_verdicts: bool = True) -> bool:
        """Compute anew who is who, if what that follows from changed since; return whether it had.

        It follows from the evidence, what is rejected of it, the judgements on persons, the ``version`` of the linking.
        Not ``for_verdicts``: not where all that changed is that statements were rejected. Others may add sources
        meanwhile: the persons are then linked once more with what they added. Where only judgements on persons changed,
        only the persons that they change are written.
        """
        for attempt in range(_TRIES):
            with self._reading() as connection:
                linked, now = _linked_from(connection), _linked_from(connection, version)
                if linked == now or (not for_verdicts and linked.but_verdicts == now.but_verdicts):
                    return False
                links = link(*_to_link(connection)) if attempt < _TRIES - 1 else ()
            with self._writing() as connection:
                if attempt == _TRIES - 1:
                    now, links = _linked_from(connection, version), link(*_to_link(connection))
                if _linked_from(connection, version).but_verdicts == now.but_verdicts:
                    is_told_alike = _linked_from(connection).but_judged == now.but_judged
                    link_all(connection, links, only_changed=is_told_alike)
                    know_sizes(connection)
                    set_mark(connection, _PERSONS, now.mark)
                    note_change(connection)
                    return True
        return False

    def in_house(self, name: str, trail: Trail) -> Self:
        """Note what is done to the library from now on in the audit log of a house, where it has this name."""
        self._trail = trail
        with self._reading() as connection:
            is_noted = name_in_house(connection) == name
        if not is_noted:
            with self._database.writing() as connection:
                belong(connection, name)
        self._tell()
        return self

    @contextmanager
    def _writing(self, *, durable: bool = False) -> Iterator[Connection]:
        with self._database.writing(durable=durable) as connection:
            is_noted = bool(name_in_house(connection))
            with noted(connection) if is_noted else nullcontext():
                yield connection
        if is_noted:
            self._tell()

    def _tell(self) -> None:
        """Move what was done to the audit log; where this is no house's process, the next one of it does."""
        if self._trail is None:
            return
        with self._reading() as connection:
            deeds = deeds_in(connection)
        if deeds:
            self._trail.note(*deeds)
            with self._database.writing() as connection:
                forget_deeds(connection, [deed.key or "" for deed in deeds])


@dataclass(frozen=True, slots=True)
class _LinkedFrom:
    """What the persons were linked from, or would be now."""

    mark: str  #: evidence, judgements on persons, what is rejected, version

    @property
    def but_verdicts(self) -> list[str]:
        """All but what is rejected."""
        evidence, judged, _, *version = f"{self.mark}   ".split(" ", 3)
        return [evidence, judged, *version]

    @property
    def but_judged(self) -> list[str]:
        """All but the judgements on persons."""
        evidence, _, *rest = f"{self.mark}   ".split(" ", 3)
        return [evidence, *rest]


def _linked_from(connection: Connection, version: str | None = None) -> _LinkedFrom:
    """Return what the persons were linked from, or by a version would be."""
    if version is None:
        return _LinkedFrom(read_mark(connection, _PERSONS))
    return _LinkedFrom(f"{state_of_persons(connection)} {version}")


def _note(connection: Connection, judgement: Judgement, before: object) -> None:
    """Count one more judgement; ``before`` is what bore on who is protected without it."""
    advance(connection, "judgements")
    if bearing(connection, judgement.verdict, judgement.factoid) != before:
        note_change(connection)


def _to_link(connection: Connection) -> tuple[list[PersonaInSource], list[Judgement]]:
    """Return the personas with the traces of their lives, and the judgements that stand."""
    return personas_with_traces(connection), judgements_in(connection, active_only=True)
