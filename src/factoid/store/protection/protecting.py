"""Who is protected: what readers do not see is worked out here, for a day, and kept until anything changes.

The rule on the living is in `model.protection`; what people marked by hand overrules it. Nothing here changes
evidence or judgements: the tables filled are a view, like that of persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Connection, Select, delete, func, insert, select

from factoid.model import Because, Verdict, Withheld, day_before_which_all_are_dead, may_be_living
from factoid.resources import load
from factoid.store.evidence.rows import chunks
from factoid.store.folding import fold
from factoid.store.kept.revisions import advance, read_mark, set_mark
from factoid.store.protection.lifetimes import lives_in
from factoid.store.protection.veils import veil_persons, veil_sources
from factoid.store.schema import tables, veil_tables

_MARK = "protection"  #: what the tables were worked out from
_STATE = "veils"  #: a counter of what was hidden or shown anew
CHANGES = "protection-changes"  #: a counter of what bears on who is protected, besides evidence
VERSION = "1"  #: of the rule and of the veils
_KEPT_MARKS = select(tables.meta.c.name, tables.meta.c.value).where(
    tables.meta.c.name.in_((_MARK, "evidence", CHANGES))
)


def bearing(connection: Connection, verdict: Verdict, factoid_id: str | None) -> object:
    """Return what bears on who is protected, of those whom a judgement speaks of.

    Where that is another behind the judgement, somebody else may be protected. A mark, and what is stated by hand,
    bear on it in any case.
    """
    if verdict in (Verdict.PROTECTED, Verdict.SHOWN, Verdict.STATED):
        return object()
    factoid, member = tables.factoid, tables.person_member
    spoken_of = select(member.c.person_pk).join(factoid, factoid.c.persona_pk == member.c.persona_pk)
    if factoid_id is None:
        return None
    persons = connection.scalars(spoken_of.where(factoid.c.id == factoid_id).distinct()).all()
    return {pk: life.decisive for pk, life in lives_in(connection, persons).items()}


def note_change(connection: Connection) -> None:
    """Count one more change that bears on who is protected."""
    advance(connection, CHANGES)


def is_current(connection: Connection, today: date) -> bool:
    """Say whether what is hidden was worked out for the day, from the present evidence and judgements."""
    kept, wanted = _marks(connection, today)
    return kept == wanted


def _marks(connection: Connection, today: date) -> tuple[str, str]:
    """Return what the tables were worked out from, and what they would be worked out from now."""
    found = {row.name: row.value for row in connection.execute(_KEPT_MARKS)}
    counters = (found.get(name, "0") for name in ("evidence", CHANGES))
    return found.get(_MARK, ""), " ".join((VERSION, today.isoformat(), *counters))


def renew(connection: Connection, today: date) -> None:
    """Work out what readers do not see; the caller's transaction writes."""
    kept, mark = _marks(connection, today)
    if kept == mark:
        return
    whole = _marked_sources(connection)
    because = _protected_persons(connection, today)
    hidden = _hide_personas(connection, because, whole)
    names = _full_names(connection, because)
    anew = veil_sources(connection, whole, names)
    if hidden or anew or kept.split()[2:] != mark.split()[2:]:  # persons may be others
        veil_persons(connection)
    if hidden or anew:
        advance(connection, _STATE)
    set_mark(connection, _MARK, mark)


def state_of_veils(connection: Connection) -> str:
    """Return what stands for all that is hidden."""
    return read_mark(connection, _STATE) or "0"


def sources_with_veils(connection: Connection) -> list[str]:
    """Return the ids of the sources in which something is hidden."""
    source, hidden = tables.source, veil_tables.hidden_source
    return list(connection.scalars(select(source.c.id).join(hidden, hidden.c.source_pk == source.c.pk)))


def workings_of_open_sources(connection: Connection, beginning: str) -> list[tuple[str, str, bytes]]:
    """Return what was worked out of each single source in which nothing is hidden: name, mark and value."""
    working, source, hidden = tables.working, tables.source, veil_tables.hidden_source
    wanted = (
        select(working.c.name, working.c.mark, working.c.value)
        .join(source, working.c.name == beginning + source.c.id)
        .where(source.c.pk.not_in(select(hidden.c.source_pk)))
    )
    return [(row.name, row.mark, row.value) for row in connection.execute(wanted)]


def withheld_in(connection: Connection) -> Withheld:
    """Return how much is hidden, out of a connection that sees everything."""
    hidden, member, factoid = veil_tables.hidden_persona, tables.person_member, tables.factoid
    of_hidden = select(hidden.c.persona_pk)
    open_persons = select(member.c.person_pk).where(member.c.persona_pk.not_in(of_hidden))
    person = tables.person

    def count(wanted: Select[Any]) -> int:
        return connection.scalar(wanted) or 0

    return Withheld(
        persons=count(select(func.count()).select_from(person).where(person.c.pk.not_in(open_persons))),
        statements=count(
            select(func.count()).select_from(factoid).where(factoid.c.persona_pk.in_(of_hidden))
        ),
        passages=count(select(func.count()).select_from(veil_tables.veil)),
        sources=count(
            select(func.count())
            .select_from(veil_tables.hidden_source)
            .where(veil_tables.hidden_source.c.is_whole.is_(True))
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """A person who is not shown to everybody."""

    person: str
    name: str
    because: Because


def protected_in(connection: Connection) -> list[Protected]:
    """Return who is protected, by name, and why."""
    hidden, member, person = veil_tables.hidden_persona, tables.person_member, tables.person
    wanted = (
        select(person.c.id, person.c.name, hidden.c.because)
        .join(member, member.c.person_pk == person.c.pk)
        .join(hidden, hidden.c.persona_pk == member.c.persona_pk)
        .order_by(person.c.sort_key, person.c.id, hidden.c.persona_pk.desc())
    )
    found = {row.id: row for row in connection.execute(wanted)}
    return [Protected(person=r.id, name=r.name, because=Because(r.because)) for r in found.values()]


def _protected_persons(connection: Connection, today: date) -> dict[int, Because]:
    """Return the persons who are protected, by number, and why."""
    since = day_before_which_all_are_dead(today, years=load("protection")["years"])
    lives = lives_in(connection)
    found = {pk: why for pk, life in lives.items() if (why := may_be_living(life, since=since))}
    marks = dict(_marked_persons(connection))
    for pk, verdict in marks.items():
        found.pop(pk, None)
        if verdict is Verdict.PROTECTED:
            found[pk] = Because.MARKED
    undated = {pk for pk, life in lives.items() if not life.is_dead and life.born is life.told is None}
    for pk in _bearing(connection, _full_keys(connection, found)):
        if pk in undated and pk not in found and marks.get(pk) is not Verdict.SHOWN:
            found[pk] = Because.NAMESAKE
    return found


def _marked_sources(connection: Connection) -> set[int]:
    """Return the sources that somebody marked: the mark covers no words."""
    table, source = tables.judgement, tables.source
    wanted = (
        select(source.c.pk)
        .join(table, table.c.left_source == source.c.id)
        .where(table.c.verdict == Verdict.PROTECTED, table.c.withdrawn.is_(None))
        .where(table.c.left_start == table.c.left_end)
    )
    return set(connection.scalars(wanted))


def _marked_persons(connection: Connection) -> Iterator[tuple[int, Verdict]]:
    """Yield the persons that somebody marked and how, the latest mark last."""
    table, source, persona = tables.judgement, tables.source, tables.persona
    mention, member = tables.mention, tables.person_member
    wanted = (
        select(member.c.person_pk, table.c.verdict)
        .select_from(table)
        .join(source, source.c.id == table.c.left_source)
        .join(persona, persona.c.source_pk == source.c.pk)
        .join(mention, mention.c.persona_pk == persona.c.pk)
        .join(member, member.c.persona_pk == persona.c.pk)
        .where(table.c.verdict.in_((Verdict.PROTECTED, Verdict.SHOWN)), table.c.withdrawn.is_(None))
        .where(mention.c.start == table.c.left_start, mention.c.end == table.c.left_end)
        .where(table.c.left_start < table.c.left_end)
        .order_by(table.c.id)
    )
    for person_pk, verdict in connection.execute(wanted):
        yield person_pk, Verdict(verdict)


def _full_keys(connection: Connection, persons: Iterable[int]) -> set[str]:
    """Return the folded names of several words that the persons bear."""
    form, member = tables.persona_form, tables.person_member
    wanted = select(form.c.key).join(member, member.c.persona_pk == form.c.persona_pk)
    return {
        key
        for run in chunks(persons)
        for key in connection.scalars(wanted.where(member.c.person_pk.in_(run), form.c.is_name.is_(True)))
        if " " in key
    }


def _bearing(connection: Connection, keys: set[str]) -> set[int]:
    """Return the persons who bear one of the names."""
    form, member = tables.persona_form, tables.person_member
    wanted = select(member.c.person_pk).join(form, form.c.persona_pk == member.c.persona_pk)
    return {
        pk for run in chunks(sorted(keys)) for pk in connection.scalars(wanted.where(form.c.key.in_(run)))
    }


def _hide_personas(connection: Connection, because: dict[int, Because], whole: set[int]) -> bool:
    """Write which personas are hidden: all of protected persons, and of sources that name them in their title.

    Returns whether they are others than before. Sources of which nothing is left are added to the ``whole`` ones.
    """
    whole |= set(_sources_called(connection, _full_keys(connection, because)))
    hidden, member, persona = veil_tables.hidden_persona, tables.person_member, tables.persona
    rows: dict[int, str] = {}
    for run in chunks(sorted(whole)):
        own = select(persona.c.pk).where(persona.c.source_pk.in_(run))
        rows |= dict.fromkeys(connection.scalars(own), str(Because.SOURCE))
    for run in chunks(sorted(because)):
        own = select(member.c.persona_pk, member.c.person_pk).where(member.c.person_pk.in_(run))
        rows |= {pk: str(because[person]) for pk, person in connection.execute(own)}
    for source_pk, pks in _personas_by_source(connection, rows).items():
        if rows.keys() >= pks:  # nobody is left whom the source could be shown for
            whole.add(source_pk)
    known = {row.persona_pk: row.because for row in connection.execute(select(hidden))}
    for run in chunks(pk for pk in known if rows.get(pk) != known[pk]):
        connection.execute(delete(hidden).where(hidden.c.persona_pk.in_(run)))
    for part in chunks(sorted(rows.items() - known.items())):
        connection.execute(insert(hidden), [{"persona_pk": pk, "because": why} for pk, why in part])
    return known != rows


def _personas_by_source(connection: Connection, some: Iterable[int]) -> dict[int, set[int]]:
    """Return the personas of each source that has one of these."""
    persona = tables.persona
    found: dict[int, set[int]] = {}
    for run in chunks(some):
        own = select(persona.c.source_pk).where(persona.c.pk.in_(run))
        wanted = select(persona.c.source_pk, persona.c.pk).where(persona.c.source_pk.in_(own))
        for source_pk, pk in connection.execute(wanted):
            found.setdefault(source_pk, set()).add(pk)
    return found


def names_hidden(connection: Connection) -> set[tuple[str, ...]]:
    """Return the folded names of several words that hidden persons bear, cut into words."""
    form, hidden = tables.persona_form, veil_tables.hidden_persona
    wanted = select(form.c.key).where(
        form.c.persona_pk.in_(select(hidden.c.persona_pk)), form.c.is_name.is_(True)
    )
    return {name for key in connection.scalars(wanted) if len(name := tuple(_words(key))) > 1}


def names_one(words: str, names: set[tuple[str, ...]]) -> bool:
    """Say whether one of the names stands among the words."""
    lengths, said = {len(name) for name in names}, _words(fold(words))
    return any(tuple(said[at : at + n]) in names for n in lengths for at in range(len(said) - n + 1))


def _sources_called(connection: Connection, keys: set[str]) -> Iterator[int]:
    """Yield the sources whose title, short name or address is a protected person's name of several words."""
    names = {tuple(_words(key)) for key in keys}
    source = tables.source
    for row in connection.execute(select(source.c.pk, source.c.name, source.c.title, source.c.origin)):
        if any(names_one(called, names) for called in (row.title or "", row.name, unquote(row.origin))):
            yield row.pk


def _words(called: str) -> list[str]:
    return re.findall(r"[^\W_]+", called)


def _full_names(connection: Connection, because: dict[int, Because]) -> dict[int, list[str]]:
    """Return for each source with a hidden persona the forms of the names of those persons, of any source."""
    form, member, persona = tables.persona_form, tables.person_member, tables.persona
    wanted = (
        select(member.c.person_pk, persona.c.source_pk, form.c.form, form.c.is_name)
        .join(persona, persona.c.pk == form.c.persona_pk)
        .join(member, member.c.persona_pk == persona.c.pk)
    )
    forms: dict[int, set[str]] = {}
    sources: dict[int, set[int]] = {}
    own: dict[int, set[str]] = {}
    for run in chunks(sorted(because)):
        for person, source_pk, words, is_name in connection.execute(
            wanted.where(member.c.person_pk.in_(run))
        ):
            sources.setdefault(person, set()).add(source_pk)
            if is_name:
                own.setdefault(source_pk, set()).add(words)
                if " " in words.strip():
                    forms.setdefault(person, set()).add(words)
    for person, pks in sources.items():
        for source_pk in pks:
            own.setdefault(source_pk, set()).update(forms.get(person, ()))
    return {source_pk: sorted(words) for source_pk, words in own.items()}
