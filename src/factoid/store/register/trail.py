"""The audit log: who changed what, when, each entry bound to the one before by its hash.

An entry's hash is SHA-256 over the canonical JSON of the entry and the previous hash. So an entry that is changed,
taken out, put in or moved breaks the chain there. Whoever can write the whole chain anew, or cut off its end,
leaves no break: keep the head (number and hash of the last entry) elsewhere from time to time, and verify against it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from factoid.errors import UsageError
from factoid.store.register.ledger import Ledger
from factoid.store.register.tables import audit, brought
from factoid.store.register.times import Clock, noted

BEGINNING = "0" * 64  #: what stands before the first entry
_PAGE = 1000
_LAST = select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
_BROUGHT = select(brought.c.key).where(brought.c.key == bindparam("key"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be noted. ``key`` is the same when it is brought again: it is noted once. ``at``: when it was done."""

    actor: str
    action: str
    library: str | None = None
    subject: str | None = None
    detail: Mapping[str, Any] | None = None
    at: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the log."""

    seq: int
    at: str  #: when it was noted: with the number, so that both grow together
    actor: str
    action: str
    library: str | None
    subject: str | None
    detail: Mapping[str, Any]
    previous: str
    hash: str

    @property
    def done(self) -> str:
        """When it was done; what another program did to a library is noted afterwards."""
        return str(self.detail.get("done", self.at))

    @property
    def seal(self) -> str:
        """The hash that the entry must have."""
        told = {
            name: getattr(self, name)
            for name in ("seq", "at", "actor", "action", "library", "subject", "detail", "previous")
        }
        canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What looking through the log gave."""

    entries: int
    head: str  #: ``NUMBER:HASH`` of the last entry that holds, to be kept elsewhere
    broken_at: int | None = None  #: number of the first entry that does not hold
    why: str = ""

    @property
    def holds(self) -> bool:
        """Whether the chain is whole, and the head that was kept is in it."""
        return self.broken_at is None


class Trail:
    """The audit log of a house: it can be added to and looked through, and nothing else."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger, self._clock = ledger, clock

    def note(self, *deeds: Deed) -> None:
        """Add entries, on the disk when this returns; those brought before are not added again."""
        with self._ledger.writing() as connection:
            self.note_in(connection, deeds)

    def note_in(self, connection: Connection, deeds: Iterable[Deed]) -> None:
        """Add entries in a transaction that writes: they stand if what they tell of does."""
        deeds = list(deeds)
        if not deeds:
            return
        last = connection.execute(_LAST).one_or_none()
        seq, previous = (last.seq, last.hash) if last else (0, BEGINNING)
        for deed in deeds:
            if deed.key:
                if connection.scalar(_BROUGHT, {"key": deed.key}):
                    continue
                connection.execute(insert(brought), {"key": deed.key})
            seq, at = seq + 1, noted(self._clock())
            detail = dict(deed.detail or {}) | ({"key": deed.key} if deed.key else {})
            if deed.at and deed.at != at:
                detail["done"] = deed.at
            entry = Entry(
                seq=seq,
                at=at,
                actor=deed.actor,
                action=deed.action,
                library=deed.library,
                subject=deed.subject,
                detail=detail,
                previous=previous,
                hash="",
            )
            values = {name: getattr(entry, name) for name in audit.c.keys() if name != "hash"}  # noqa: SIM118
            previous = entry.seal
            connection.execute(insert(audit), {**values, "hash": previous})

    def entries(self, *, library: str | None = None, last: int | None = None) -> list[Entry]:
        """Return the entries in order: of one library or of all, all or only the ``last`` ones."""
        wanted = select(audit).order_by(audit.c.seq.desc()).limit(last)
        if library is not None:
            wanted = wanted.where(audit.c.library == library)
        with self._ledger.reading() as connection:
            return [_entry(row) for row in connection.execute(wanted)][::-1]

    def verify(self, kept: str | None = None) -> Verification:
        """Look through the whole log; ``kept`` is a head that was kept elsewhere (`UsageError` for none such)."""
        number, digest = head_of(kept) if kept else (0, "")
        count, previous = 0, BEGINNING
        with self._ledger.reading() as connection:
            for entry in _all(connection):
                why = _fault(entry, count, previous)
                if not why and entry.seq == number and entry.hash != digest:
                    why = "its hash is not the one that was kept: the log was written anew"
                if why:
                    return Verification(
                        entries=count, head=f"{count}:{previous}", broken_at=count + 1, why=why
                    )
                count, previous = entry.seq, entry.hash
        head = f"{count}:{previous}"
        if count < number:
            why = f"the log ends at {count}, and it had {number} entries"
            return Verification(entries=count, head=head, broken_at=count + 1, why=why)
        return Verification(entries=count, head=head)


def head_of(kept: str) -> tuple[int, str]:
    """Return number and hash of a head that was kept."""
    number, _, digest = kept.strip().partition(":")
    if not number.isdecimal() or len(digest) != len(BEGINNING):
        raise UsageError(f"{kept[:90]!r}: no head of a log. It is NUMBER:HASH, as audit verify prints it.")
    return int(number), digest


def _fault(entry: Entry, count: int, previous: str) -> str:
    if entry.seq != count + 1:
        return f"after entry {count} comes {entry.seq}: something was taken out, put in or moved"
    if entry.previous != previous:
        return "it does not follow from the entry before"
    return "" if entry.hash == entry.seal else "what it says is not what it said when it was written"


def _all(connection: Connection) -> Iterator[Entry]:
    after = None
    while True:
        wanted = select(audit).order_by(audit.c.seq).limit(_PAGE)
        rows = connection.execute(wanted if after is None else wanted.where(audit.c.seq > after)).all()
        if not rows:
            return
        yield from map(_entry, rows)
        after = rows[-1].seq


def _entry(row: Row[Any]) -> Entry:
    return Entry(**row._mapping)
