"""What each source tells of a persona's life, out of its factoids: dates, places, posts and kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, select

from factoid.model import Certainty, Factoid, PersonaInSource, Reading, Traces, Verdict
from factoid.model.when import Bounds
from factoid.store.engines.conditions import is_one_of
from factoid.store.evidence.rows import chunks, personas_where
from factoid.store.evidence.writing import days_of
from factoid.store.judgements.judging import verdicts_on
from factoid.store.schema import tables

#: statements that nobody makes of the dead or of a body's later fate
_OF_THE_LIVING = frozenset(
    (
        *("education", "membership", "office", "rank", "service", "occupation"),
        *("residence", "travel", "arrest", "imprisonment", "release", "meeting"),
    )
)
_POST = {"office": "role", "rank": "value", "occupation": "value"}  #: the slot that holds it
_MOST = 40  #: places, posts or kin of one persona that are kept


@dataclass(slots=True)
class _Life:
    """What has been found of one persona so far."""

    born: list[Bounds] = field(default_factory=list)
    died: list[Bounds] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    places: dict[str, None] = field(default_factory=dict)
    posts: dict[str, None] = field(default_factory=dict)
    kin: dict[tuple[str, str], None] = field(default_factory=dict)

    def traces(self) -> Traces:
        active = Bounds(self.first, self.last) if self.first is not None else None
        return Traces(
            born=tuple(dict.fromkeys(self.born)),
            died=tuple(dict.fromkeys(self.died)),
            active=active,
            places=tuple(self.places)[:_MOST],
            posts=tuple(self.posts)[:_MOST],
            kin=tuple(self.kin)[:_MOST],
        )


def traces_of(connection: Connection, persona_pks: Iterable[int]) -> dict[int, Traces]:
    """Return what is told of each of the personas, but for what is denied or was rejected."""
    found: dict[int, _Life] = defaultdict(_Life)
    for run in chunks(persona_pks):
        _fill(connection, run, found)
    return {pk: life.traces() for pk, life in found.items()}


def personas_with_traces(
    connection: Connection, only: Collection[str] | None = None
) -> list[PersonaInSource]:
    """Return every persona, or those of some ids, with what its source tells of the life, source by source."""
    persona = tables.persona
    wanted = persona.c.pk.is_not(None) if only is None else is_one_of(connection, persona.c.id, sorted(only))
    found = personas_where(connection, wanted)
    traces = traces_of(connection, (pk for pk, _ in found))
    return [replace(p, traces=traces[pk]) if pk in traces else p for pk, p in found]


def personas_told(reading: Reading) -> list[PersonaInSource]:
    """Return what `personas_with_traces` does once the reading is in a library, with no library at hand."""
    names = {persona.id: persona.name for persona in reading.personas if persona.is_named}
    found: dict[str, _Life] = defaultdict(_Life)
    for factoid in reading.factoids:
        if factoid.certainty is not Certainty.DENIED:
            _note(_Told(factoid), found[factoid.person], names)
    source = reading.source
    return [
        PersonaInSource(
            source=source.name, source_id=source.id, persona=persona, traces=found[persona.id].traces()
        )
        for persona in reading.personas
    ]


class _Told:
    """A factoid with the columns that `_note` looks at."""

    def __init__(self, factoid: Factoid) -> None:
        self._factoid = factoid
        self.earliest, self.latest = days_of(factoid.when)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._factoid, name)


def _fill(connection: Connection, pks: Sequence[int], found: dict[int, _Life]) -> None:
    factoid = tables.factoid
    wanted = select(
        *(
            factoid.c.persona_pk,
            factoid.c.id,
            factoid.c.type,
            factoid.c.role,
            factoid.c.place,
            factoid.c.value,
            factoid.c.organisation,
        ),
        *(factoid.c.earliest, factoid.c.latest, factoid.c.related),
    ).where(factoid.c.persona_pk.in_(pks), factoid.c.certainty != "denied")
    rows = connection.execute(wanted.order_by(factoid.c.persona_pk, factoid.c.position)).all()
    verdicts = verdicts_on(connection, {row.id for row in rows})
    standing = [row for row in rows if verdicts.get(row.id) is not Verdict.REJECTED]
    names = _names(connection, {id_ for row in standing if row.type == "kinship" for id_ in row.related})
    for row in standing:
        _note(row, found[row.persona_pk], names)


def _note(row: Any, life: _Life, names: dict[str, str]) -> None:
    days = Bounds(row.earliest, row.latest)
    if row.type in ("birth", "death"):
        if days != (None, None):
            (life.born if row.type == "birth" else life.died).append(days)
    elif row.type in _OF_THE_LIVING and days.earliest is not None and days.latest is not None:
        life.first = min(days.latest, life.first) if life.first is not None else days.latest
        life.last = max(days.earliest, life.last) if life.last is not None else days.earliest
    if row.place:
        life.places[" ".join(row.place.split())] = None
    if row.type in _POST and (post := getattr(row, _POST[row.type])):
        life.posts[_in_its_body(" ".join(post.split()), row)] = None
    if row.type == "kinship" and row.role:
        role = row.role.split()[-1].casefold()  # older brother: brother
        life.kin.update(((role, names[id_]), None) for id_ in row.related if id_ in names)


def _in_its_body(post: str, row: Any) -> str:
    """Return the post with the body it is held in, where the source names one apart from it."""
    body = " ".join((row.organisation or "").split())
    if row.type != "office" or not body or body.casefold() in post.casefold():
        return post
    return f"{post} of {body}"


def _names(connection: Connection, persona_ids: Iterable[str]) -> dict[str, str]:
    """Return the names of those personas that have one."""
    persona = tables.persona
    wanted = select(persona.c.id, persona.c.name).where(persona.c.is_named)
    return {
        id_: name
        for run in chunks(sorted(persona_ids))
        for id_, name in connection.execute(wanted.where(persona.c.id.in_(run)))
    }
