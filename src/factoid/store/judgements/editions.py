"""Judgements on a source carried over to another edition of it, where the words that they rest on stand unchanged.

What somebody judged of a statement passes to the one that says the same of the same person in the same words. What
was judged of places in the text passes where the words stand unchanged, and mean the same person. The judgement on the
older edition stays; the other is one of its own, which says which one it repeats and can be withdrawn by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from factoid.errors import UsageError
from factoid.model import SLOTS, Anchor, Factoid, Judgement, Persona, Span, Verdict
from factoid.store.evidence.losses import resting_on, sources_of
from factoid.store.evidence.rows import document_of, factoid_of, factoid_rows, personas_where
from factoid.store.judgements.concordance import Concordance, are_editions
from factoid.store.judgements.judging import judgement_of
from factoid.store.schema import tables

_ON_PERSONS = frozenset(
    {Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.MEANT, Verdict.PROTECTED, Verdict.SHOWN}
)
Judge = Callable[[Judgement], Judgement]  #: writes a judgement and returns it with its number


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """What became of the judgements on an edition of a source when another was read."""

    old: str  #: short names
    new: str
    passed: tuple[Judgement, ...] = ()  #: as they stand on the new edition now
    left: tuple[Judgement, ...] = ()  #: whose words it has not, or not unchanged


def carry_over(connection: Connection, old: Row[Any], new: Row[Any], judge: Judge) -> CarriedOver:
    """Write the judgements on one edition anew for another, given by their rows, where its words are the same."""
    if old.id == new.id:
        raise UsageError(f"{old.name} is no other edition of itself. Name two sources.")
    before = _carried_to(connection, new)
    resting = [j for j in resting_on(connection, [old.id]) if j.id not in before]
    if not resting:
        return CarriedOver(old=old.name, new=new.name)
    editions = _Editions(connection, old, new)
    passed: dict[int | None, Judgement] = {}
    left: list[Judgement] = []
    for held in resting:
        moved = editions.moved(held) if held.follows is None or held.follows in passed else None
        if moved is None:
            left.append(held)
            continue
        follows = passed[held.follows].id if held.follows is not None else None
        passed[held.id] = judge(replace(moved, id=None, carried=held.id, follows=follows, removal=None))
    return CarriedOver(old=old.name, new=new.name, passed=tuple(passed.values()), left=tuple(left))


def _carried_to(connection: Connection, new: Row[Any]) -> set[int | None]:
    """Return the numbers of the judgements that were carried over to a source before, be they withdrawn since."""
    table, factoid = tables.judgement, tables.factoid
    read = set(connection.scalars(select(factoid.c.id).where(factoid.c.source_pk == new.pk)))
    rows = connection.execute(select(table).where(table.c.carried.is_not(None)))
    return {j.carried for j in map(judgement_of, rows) if j.factoid in read or new.id in sources_of(j)}


def editions_before(connection: Connection, new: Row[Any]) -> list[Row[Any]]:
    """Return the older editions of a source, the last one last: of its place and name, with a text like its own."""
    source = tables.source
    wanted = _named_alike(new.stem, new.origin).where(source.c.number < new.number)
    rows = connection.execute(wanted).all()
    text = _content(connection, new) if rows else ""
    return [row for row in rows if are_editions(_content(connection, row), text)]


def left_behind(connection: Connection) -> dict[int, str]:
    """Return the standing judgements whose words a newer edition of the same file has not, with its short name."""
    source, table = tables.source, tables.judgement
    file = (source.c.stem, source.c.origin)
    several = select(*file).group_by(*file).having(func.count() > 1)
    carried = set(connection.scalars(select(table.c.carried).where(table.c.carried.is_not(None))))
    found: dict[int, str] = {}
    for stem, origin in connection.execute(several).all():
        rows = connection.execute(_named_alike(stem, origin)).all()
        for number, older in enumerate(rows):
            held = {j.id for j in resting_on(connection, [older.id]) if j.id is not None} - carried
            newer = _next_edition(connection, older, rows[number + 1 :]) if held else None
            if newer is not None:
                found |= dict.fromkeys(held, newer.name)
    return found


def _named_alike(stem: str, origin: str) -> Select[Any]:
    """Return what asks for the sources of one name and place, in the order in which they were read."""
    source = tables.source
    return select(source).where(source.c.stem == stem, source.c.origin == origin).order_by(source.c.number)


def _next_edition(connection: Connection, older: Row[Any], later: Sequence[Row[Any]]) -> Row[Any] | None:
    text = _content(connection, older)
    return next((row for row in later if are_editions(text, _content(connection, row))), None)


def _content(connection: Connection, row: Row[Any]) -> str:
    return document_of(connection, row).text.content


class _Editions:
    """Two editions of a source, and what was read in them."""

    def __init__(self, connection: Connection, old: Row[Any], new: Row[Any]) -> None:
        self._old, self._new = old.id, new.id
        self._concordance = Concordance(document_of(connection, old), document_of(connection, new))
        self._ours, self._theirs = (_personas(connection, row.pk) for row in (old, new))
        self._said = {held.id: held for held in _factoids(connection, old.pk)}
        told = _factoids(connection, new.pk)
        self._read = {held.id for held in told}
        self._saying: dict[tuple[object, ...], list[Factoid]] = defaultdict(list)
        for held in told:
            self._saying[held.span, *_claim(held)].append(held)

    def moved(self, held: Judgement) -> Judgement | None:
        """Return a judgement as it is on the new edition; None where its words are changed, or mean somebody else."""
        if held.verdict is Verdict.STATED:
            return self._stated(held)
        factoid = self._factoid(held.factoid) if held.factoid else None
        left, right = (self._anchor(held, at) for at in (held.left, held.right))
        is_whole = (factoid is None) == (held.factoid is None)
        if not is_whole or (left is None) != (held.left is None) or (right is None) != (held.right is None):
            return None
        if held.decision is None:
            return replace(held, factoid=factoid, left=left, right=right)
        claims = [(side, value, self._quoted(at)) for side, value, at in held.decision.claims]
        known = tuple((side, value, at) for side, value, at in claims if at is not None)
        if len(known) < len(claims):
            return None
        return replace(held, decision=replace(held.decision, claims=known), left=left, right=right)

    def _anchor(self, held: Judgement, at: Anchor | None) -> Anchor | None:
        if at is None or at.source != self._old:
            return at
        if at.span.start == at.span.end:  # the whole source
            return Anchor(self._new, at.span)
        if held.verdict not in _ON_PERSONS:
            return self._quoted(at)
        found = self._mention(at)
        return self._named(at) if found is None and held.verdict is Verdict.PROTECTED else found

    def _quoted(self, at: Anchor) -> Anchor | None:
        if at.source != self._old:
            return at
        span = self._concordance.quoted(at.span)
        return Anchor(self._new, span) if span else None

    def _mention(self, at: Anchor) -> Anchor | None:
        """Return where the words stand that mean a person, if they mean the same one."""
        span = self._concordance.mentioned(at.span)
        ours, theirs = _meant(self._ours, at.span), _meant(self._theirs, span) if span else None
        if span and ours and theirs and _is_called_alike(ours, theirs):
            return Anchor(self._new, span)
        return None

    def _named(self, at: Anchor) -> Anchor | None:
        """Return where the new edition names the same person first, wherever that is: who is protected stays so."""
        ours = _meant(self._ours, at.span)
        found = self._same(ours.id) if ours else None
        mentions = self._theirs[found].mentions if found else ()
        return Anchor(self._new, mentions[0].span) if mentions else None

    def _factoid(self, factoid_id: str) -> str | None:
        """Return the statement of the new edition that says the same in the same words of the same person."""
        held = self._said.get(factoid_id)
        span = self._concordance.quoted(held.span) if held else None
        if held is None or span is None:
            return None
        alike = (found for found in self._saying[span, *_claim(held)] if self._are_the_same(held, found))
        return next((found.id for found in alike), None)

    def _are_the_same(self, ours: Factoid, theirs: Factoid) -> bool:
        """Say whether two statements are of the same persons."""
        left = [ours.person, *ours.related]
        right = [theirs.person, *theirs.related]
        pairs = zip(left, right, strict=False)
        return len(left) == len(right) and all(
            _is_called_alike(self._ours[a], self._theirs[b]) for a, b in pairs
        )

    def _stated(self, held: Judgement) -> Judgement | None:
        """Return what somebody stated, of the words as they stand in the new edition."""
        said, right = held.statement, self._mention(held.right) if held.right else None
        left = self._quoted(held.left) if held.left else None
        if said is None or left is None or right is None:
            return None
        meant = {who: self._same(who) for who in (said.person, *said.related)}
        spans = {name: self._concordance.quoted(at) for name, at in said.spans.items()}
        moved = [at and self._concordance.quoted(at) for at in said.related_spans]
        if (
            None in meant.values()
            or None in spans.values()
            or moved.count(None) > said.related_spans.count(None)
        ):
            return None
        statement = replace(
            said,
            source=self._new,
            person=meant[said.person] or "",
            related=tuple(meant[who] or "" for who in said.related),
            start=left.span.start,
            end=left.span.end,
            spans={name: at for name, at in spans.items() if at},
            related_spans=tuple(moved),
        )
        if statement.id in self._read:  # the reader found it by itself
            accepted = replace(held, verdict=Verdict.ACCEPTED, statement=None, right=None)
            return replace(accepted, left=left, factoid=statement.id)
        return replace(held, statement=statement, factoid=statement.id, left=left, right=right)

    def _same(self, persona: str) -> str | None:
        """Return the one persona of the new edition that is called as one of the old."""
        ours = self._ours.get(persona)
        found = [p.id for p in self._theirs.values() if ours and _is_called_alike(ours, p)]
        return found[0] if len(found) == 1 else None


def _personas(connection: Connection, source_pk: int) -> dict[str, Persona]:
    found = personas_where(connection, tables.persona.c.source_pk == source_pk)
    return {held.persona.id: held.persona for _, held in found}


def _factoids(connection: Connection, source_pk: int) -> list[Factoid]:
    wanted = factoid_rows().where(tables.factoid.c.source_pk == source_pk)
    return [factoid_of(row) for row in connection.execute(wanted)]


def _claim(held: Factoid) -> tuple[object, ...]:
    """Return what a statement claims, but for of whom."""
    slots = tuple(getattr(held, slot) for slot in SLOTS)
    return held.type, held.certainty, held.said_by, held.date, *slots


def _meant(personas: Mapping[str, Persona], words: Span) -> Persona | None:
    """Return who is meant by some words."""
    there = (p for p in personas.values() if any(m.span.overlaps(words) for m in p.mentions))
    return next(there, None)


def _is_called_alike(ours: Persona, theirs: Persona) -> bool:
    """Say whether two personas of two editions are one: either's name is one that the other has."""
    return ours.name in (theirs.name, *theirs.forms) or theirs.name in (ours.name, *ours.forms)
