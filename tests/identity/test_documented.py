"""The table of points in the documentation is the one that is applied."""

import re
from pathlib import Path

from factoid.identity.features import MOST_SHARED, SURE, TABLE, WORTH_ASKING

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "identity.md").read_text("utf-8")


def test_every_number_of_points_is_told() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]
    told = sorted(
        float(n.replace("−", "-")) for row in rows for n in re.findall(r"\| (−?[\d.]+) (?=\|)", row)
    )
    assert told == sorted(row.points for row in TABLE.values())


def test_the_thresholds_are_told() -> None:
    assert f"**{SURE} points are sure.**" in PAGE
    assert f"From {WORTH_ASKING:g} points on" in PAGE
    assert f"together at most {MOST_SHARED:g}" in PAGE
