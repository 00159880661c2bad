"""Persons written only where a judgement changed them are those that writing everybody gives."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from store.invented import invented

from factoid.identity import VERSION, link_personas
from factoid.model import Judgement, PersonaInSource, Verdict
from factoid.store import Library, open_library
from factoid.store.schema import tables

NAMES = ("Anna Berg", "Anne Berg", "Karl Berg", "John Smith", "J. Smith", "Maria Sand")
SAID = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    chance = random.Random(7)
    with open_library(tmp_path / "l.factoid", create=True) as opened:
        for number in range(8):
            opened.add(*invented(f"source{number}", tuple(chance.sample(NAMES, 4)), factoids=8))
        opened.refresh_persons(link_personas, version=VERSION)
        yield opened


def written(library: Library) -> list[tuple[Any, ...]]:
    """Everything that the tables say of the persons, but for the numbers of their rows."""
    person, member, persona = tables.person, tables.person_member, tables.persona
    columns = [column for column in person.columns if column.name != "pk"]
    wanted = select(*columns, persona.c.id.label("persona")).join(member, member.c.person_pk == person.c.pk)
    wanted = wanted.join(persona, persona.c.pk == member.c.persona_pk).order_by(person.c.id, persona.c.id)
    with library._reading() as connection:
        return [tuple(map(repr, row)) for row in connection.execute(wanted)]


def rows_written(library: Library) -> list[int]:
    """Count the persons that are written from now on."""
    counted: list[int] = []

    @event.listens_for(library._engine, "before_cursor_execute")
    def see(_: Any, __: Any, statement: str, given: Any, ___: Any, many: bool) -> None:  # noqa: FBT001
        if statement.startswith("INSERT INTO person "):
            counted.append(len(given) if many else 1)

    return counted


def judge_one(library: Library, chance: random.Random) -> None:
    personas: Sequence[PersonaInSource] = library.personas()
    standing = [j.id for j in library.judgements() if j.verdict in SAID]
    if standing and chance.random() < 0.3:
        library.withdraw(chance.choice(standing) or 0, at="2026-01-02T00:00:00+00:00")
        return
    left, right = chance.sample(personas, 2)
    library.judge(
        Judgement(
            verdict=chance.choice(SAID),
            author="human:ab",
            made="2026-01-01T00:00:00+00:00",
            left=left.anchor,
            right=right.anchor,
        )
    )


@pytest.mark.parametrize("seed", range(3))
def test_only_what_changes_is_written_and_all_is_as_if_everything_were(library: Library, seed: int) -> None:
    chance, counted = random.Random(seed), rows_written(library)
    for step in range(5):
        judge_one(library, chance)
        if step == 3:  # what is told has changed as well: everybody is written
            factoid = chance.choice(library.dossier(library.people()[0].id).lines).factoid.id
            library.judge(
                Judgement(verdict=Verdict.REJECTED, author="human:ab", made="2026-01-01", factoid=factoid)
            )
        before, is_told_anew = sum(counted), step == 3
        library.refresh_persons(link_personas, version=VERSION)
        few = sum(counted) - before
        found = written(library)
        library.refresh_persons(link_personas, version="everybody")
        assert found == written(library)
        assert few < library.count_people() / 2 or is_told_anew
        library.refresh_persons(link_personas, version=VERSION)


def test_what_bears_on_nobody_links_nobody_anew(library: Library) -> None:
    factoid = library.dossier(library.people()[0].id).lines[0].factoid.id
    library.judge(Judgement(verdict=Verdict.ACCEPTED, author="human:ab", made="2026-01-01", factoid=factoid))
    assert not library.refresh_persons(link_personas, version=VERSION)
