"""What can be said of a source as a witness."""

from __future__ import annotations

from pathlib import Path

from store.invented import invented

from factoid.identity import link_personas
from factoid.pipeline.apparatus import apparatus_of
from factoid.store import open_library


def test_a_copy_confirms_without_being_independent(tmp_path: Path) -> None:
    with open_library(tmp_path / "l.factoid", create=True) as library:
        for name in ("first", "second"):
            library.add(*invented(name, ("Anna Berg",), factoids=6))
        library.refresh_persons(link_personas)
        found = apparatus_of(library, "first")
    assert found.statements == 6
    assert (found.confirmed + found.contradicted + found.alone, found.independently) == (6, 0)
    assert found.confirmed > 0
    assert found.witness_with == ("second",)
    assert dict(found.precision) == {"year": 6}
    assert found.uncertain == 4


def test_a_source_alone_is_confirmed_by_nobody(tmp_path: Path) -> None:
    with open_library(tmp_path / "l.factoid", create=True) as library:
        library.add(*invented("first", ("Anna Berg",)))
        library.refresh_persons(link_personas)
        found = apparatus_of(library, "first")
    assert (found.confirmed, found.contradicted, found.alone) == (0, 0, 4)
    assert found.dependences == ()
    assert [f.kind for f in found.findings] == ["odd"]
