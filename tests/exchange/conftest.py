from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.invented import invented
from web.lives import lammond_library

from factoid.model import Judgement, PersonLink, Verdict
from factoid.store import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two sources of the same two people, one of whom they agree on, and a judgement."""
    with open_library(tmp_path / "lives.factoid", create=True) as library:
        for name in ("first", "second"):
            library.add(*invented(name, ("Anna Berg", "=HYPERLINK(A1)")))
        library.refresh_persons(
            lambda personas, _judgements: [
                PersonLink(
                    person=min(p.persona.id for p in personas if p.persona.name == "Anna Berg"),
                    personas=tuple(p.persona.id for p in personas if p.persona.name == "Anna Berg"),
                    reasons=("the same name",),
                )
            ]
        )
        factoid = library.dossier("Anna Berg").lines[0].factoid.id
        library.judge(
            Judgement(
                verdict=Verdict.ACCEPTED, author="human:ab", made="2024-05-01T12:00:00Z", factoid=factoid
            )
        )
        yield library


@pytest.fixture(scope="session")
def lives_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "lives.factoid"
    lammond_library(path).close()
    return path


@pytest.fixture
def lives(lives_made: Path, tmp_path: Path) -> Iterator[Library]:
    """A library with hedges, denials, dates of every kind, other letters."""
    with open_library(Path(shutil.copy(lives_made, tmp_path / "lives.factoid"))) as library:
        yield library
