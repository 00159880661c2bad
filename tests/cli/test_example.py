"""The example library: what its three sources dispute, and nothing else."""

from __future__ import annotations

from pathlib import Path

from cli.terminal import as_json, run

LIVES = Path(__file__).parents[2] / "examples" / "lives"


def test_the_disagreements_written_into_the_example_are_found_and_no_others(tmp_path: Path) -> None:
    assert run("read", LIVES, cwd=tmp_path).returncode == 0
    found = as_json(run("conflicts", "--format", "json", cwd=tmp_path))
    sides = {
        (conflict["type"], conflict["field"]): {
            claim["side"]: {c["source"] for c in conflict["claims"] if c["side"] == claim["side"]}
            for claim in conflict["claims"]
        }
        for conflict in found
    }
    assert set(sides) == {("death", "date"), ("death", "value"), ("rank", "value"), ("award", "count")}
    assert {conflict["person_name"] for conflict in found} == {"Vasily Ivanovich Chapayev"}
    assert sorted(map(sorted, sides["rank", "value"].values())) == [
        ["commanders-dictionary"], ["legend-page"], ["museum-note"],
    ]  # fmt: skip
    by_date = list(sides["death", "date"].values())
    assert {"museum-note"} in by_date
    assert any("commanders-dictionary" in sources for sources in by_date)
    quotes = {claim["quote"] for conflict in found for claim in conflict["claims"]}
    assert {"the commander drowned", "He had died of his wounds on the raft on 4 September 1919"} <= quotes
