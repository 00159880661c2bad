"""Spark on this machine gives what one process gives."""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from identity.people import persona

from factoid.distributed.lives import json_of_times
from factoid.exchange.base import find_exporter
from factoid.exchange.exporters.parquet import rows_in
from factoid.exchange.spread import text_of_json
from factoid.identity.profile import bearer_of
from factoid.late import late
from factoid.model import json_of_conflict
from factoid.pipeline import NobodyWatches, ReadOptions, read_into
from factoid.pipeline.disputes import conflicts_of
from factoid.pipeline.hearing import refresh
from factoid.pipeline.importing import import_into
from factoid.pipeline.lives import life_of
from factoid.store import LibraryView, open_library, open_view

pytestmark = pytest.mark.filterwarnings("ignore")  # Spark's own are not ours to mend
LIVES = Path(__file__).parents[2] / "examples" / "lives"
FORMATS = ("json", "csv", "turtle", "tei")


class Silent:
    def bad(self, line: str) -> None:
        raise AssertionError(line)

    def landed(self, name: str, statements: int) -> None:
        return


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, one of them twice, two of one name, and two that cannot be read."""
    folder = tmp_path_factory.mktemp("corpus") / "lives"
    shutil.copytree(LIVES, folder)
    (folder / "again").mkdir()
    shutil.copy(folder / "legend-page.txt", folder / "again" / "legend-copy.txt")
    (folder / "again" / "museum-note.txt").write_text("Petka Isaev was born in 1894 in Korneevka.\n", "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    return folder


def distributed(engine: Any, targets: list[str], out: Path, **options: int) -> Any:
    said: list[str] = []
    run = late("factoid.distributed.run:distribute_on")
    return run(engine, targets, out, ReadOptions(), said.append, **options)


@pytest.fixture(scope="module")
def spread(engine: Any, sources: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    out = tmp_path_factory.mktemp("spread") / "out"
    return out, distributed(engine, [str(sources)], out, wave=4)


@pytest.fixture(scope="module")
def embedded(sources: Path) -> Path:
    path = sources.parent / "embedded.factoid"
    read_into(path, [str(sources)], ReadOptions(jobs=1), NobodyWatches())
    return path


@pytest.fixture(scope="module")
def imported(spread: tuple[Path, Any], sources: Path) -> Path:
    path = sources.parent / "imported.factoid"
    import_into(path, "spark", str(spread[0]), Silent())
    return path


def exported(view: LibraryView, form: str) -> bytes:
    out = BytesIO()
    find_exporter(form).write(view, out)
    return out.getvalue()


def test_the_exports_are_the_same_to_the_byte(imported: Path, embedded: Path) -> None:
    with open_view(imported) as ours, open_view(embedded) as theirs:
        assert len(theirs.sources()) == 4
        for form in FORMATS:
            assert exported(ours, form) == exported(theirs, form), form


def test_the_conflicts_are_those_that_one_machine_finds(imported: Path, embedded: Path) -> None:
    with open_library(imported) as ours, open_library(embedded) as theirs:
        assert refresh(ours) == 0  # nothing is left to find
        assert refresh(theirs) > 0
        found = [json_of_conflict(c) for c in conflicts_of(ours)]
        assert found == [json_of_conflict(c) for c in conflicts_of(theirs)]
        assert found


def test_the_times_are_those_that_one_machine_works_out(spread: tuple[Path, Any], embedded: Path) -> None:
    rows = {row["person"]: row for row in rows_in(spread[0] / "lives")}
    with open_view(embedded) as view:
        people = view.people()
        assert {person.id: person.name for person in people} == {i: r["name"] for i, r in rows.items()}
        for person in people:
            times = json_of_times(life_of(view, person.id).chronology)
            assert rows[person.id]["times"] == text_of_json(times)
    assert any(row["times"] != "{}" for row in rows.values())


def test_what_cannot_be_read_is_in_a_table(spread: tuple[Path, Any], sources: Path) -> None:
    out, account = spread
    rows = {row["origin"]: row["reason"] for row in rows_in(out / "failures")}
    assert set(rows) == {str(sources / "empty.txt"), str(sources / "torn.pdf")}
    assert dict(account.failed) == rows
    assert (account.read, account.passed_over, account.sources) == (7, 0, 4)


def test_another_run_reads_only_what_is_new(engine: Any, spread: tuple[Path, Any], tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(spread[0], out)
    before = {path.name for path in (out / "readings").glob("*.parquet")}
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "new.txt").write_text("Vasily Chapaev was born in 1887 in Budaika.\n", "utf-8")
    corpus = next(iter(spread[1].failed))[0].rpartition("/")[0]
    account = distributed(engine, [corpus, str(folder)], out)
    assert (account.read, account.passed_over, account.sources) == (
        3,
        5,
        5,
    )  # the two that failed are tried again
    rows = [r for path in (out / "readings").glob("*.parquet") if path.name not in before
            for r in pyarrow.parquet.read_table(path, columns=["origin"]).to_pylist()]  # fmt: skip
    assert sorted(Path(row["origin"]).name for row in rows) == ["empty.txt", "new.txt", "torn.pdf"]
    assert len(account.failed) == 2


def test_a_table_of_contents_is_read_like_the_files(engine: Any, sources: Path, tmp_path: Path) -> None:
    files = [sources / "again" / "museum-note.txt", sources / "museum-note.html"]
    table = pyarrow.table({"name": [str(p) for p in files], "content": [p.read_bytes() for p in files]})
    pyarrow.parquet.write_table(table, tmp_path / "cells.parquet")
    distributed(engine, [str(tmp_path / "cells.parquet")], tmp_path / "out")
    import_into(tmp_path / "a.factoid", "spark", str(tmp_path / "out"), Silent())
    read_into(tmp_path / "b.factoid", [str(p) for p in files], ReadOptions(jobs=1), NobodyWatches())
    with open_view(tmp_path / "a.factoid") as ours, open_view(tmp_path / "b.factoid") as theirs:
        assert exported(ours, "json") == exported(theirs, "json")


@pytest.mark.skipif(
    not os.environ.get("FACTOID_SPLINK_ON_SPARK"), reason="takes minutes: FACTOID_SPLINK_ON_SPARK=1"
)
def test_splink_finds_on_spark_what_it_finds_in_one_process(engine: Any) -> None:
    names = ("Anna Berg", "Anna Bergh", "Karl Weiss", "Carl Weiss", "Otto Falk", "Ottó Falck", "Olga Nevsky")
    people = [persona(f"s{i}", i, name) for i, name in enumerate(names * 2)]
    bearers = [bearer_of(found) for found in people]
    ours = late("factoid.distributed.bulk:scored_pairs")(engine.session, bearers)
    assert ours == late("factoid.identity.bulk:scored_pairs")(bearers)
    assert ours
