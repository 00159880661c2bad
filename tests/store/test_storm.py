"""Nothing is lost or doubled when processes are killed; `benchmarks/kill_storm.py` kills a hundred."""

from __future__ import annotations

from pathlib import Path

from store.storm import SOURCES, storm


def test_a_storm_leaves_everything_whole(new_house: str, tmp_path: Path) -> None:
    left = storm(new_house, tmp_path / "notes", kills=5)
    assert left.sources == SOURCES
    assert left.judgements >= left.acknowledged / 2 > 0
    assert left.entries > left.judgements
