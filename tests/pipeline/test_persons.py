"""What one command weighed, the next does not weigh again."""

from pathlib import Path

import pytest

from factoid.identity.weigh import Opinion
from factoid.pipeline import NobodyWatches, ReadOptions, persons, read_into
from factoid.pipeline.persons import Linker
from factoid.store import open_library

TEXTS = {
    "one": "Anna Quonk was born in Zastava in 1860. Anna Quonk married Balthasar Zumph.",
    "two": "Anna Quonk was born in 1860. She lived in Zastava with Balthasar Zumph.",
}


def test_pairs_are_kept_in_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons, "_WORTH_KEEPING", 1)
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    path = tmp_path / "l.factoid"
    read_into(path, [str(tmp_path)], ReadOptions(jobs=1), NobodyWatches())
    with open_library(path) as library:
        before = library.people()
        assert any(len(person.sources) == 2 for person in before)
        library.refresh_persons(lambda _people, _judged: [], version="another")
        assert library.people() != before

        def forbidden(*two: object) -> Opinion:
            raise AssertionError("weighed again")

        monkeypatch.setattr("factoid.identity.memory.weigh", forbidden)
        Linker(library).refresh()
        assert library.people() == before


def test_a_large_library_without_splink_is_remarked_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persons, "slow_because", lambda count: f"{count} are many")
    said: list[str] = []

    class Watch(NobodyWatches):
        def remark(self, note: str) -> None:
            said.append(note)

    (tmp_path / "one.txt").write_text(TEXTS["one"])
    read_into(tmp_path / "l.factoid", [str(tmp_path)], ReadOptions(jobs=1), Watch())
    assert len(said) == 1
    assert said[0].endswith("are many")
