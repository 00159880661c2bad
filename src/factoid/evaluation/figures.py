"""Precision, recall and F from counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean."""

    P: float
    R: float
    F: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one text or of many; None where the gold has nothing to compare with."""

    people: Rates
    found: Rates
    exact: Rates
    dates_equal: float | None
    dates_compatible: float | None
    certainty: float | None
    unproven: int
    furniture: float | None
    gold: int
    got: int

    def as_json(self) -> dict[str, Any]:
        """Return the figures as JSON values."""
        return asdict(self)


def figures_of(n: Counter[str]) -> Figures:
    """Return the figures of counts; add the counts of several texts for their micro-average."""
    return Figures(
        people=_rates(n["people.hit"], n["people.got"], n["people.gold"]),
        found=_rates(n["found.hit"], n["factoid.got"], n["factoid.gold"]),
        exact=_rates(n["exact.hit"], n["factoid.got"], n["factoid.gold"]),
        dates_equal=_share(n["dates.equal"], n["dates.gold"]),
        dates_compatible=_share(n["dates.compatible"], n["dates.gold"]),
        certainty=_f(n, "certainty"),
        unproven=n["unproven"],
        furniture=_f(n, "furniture"),
        gold=n["factoid.gold"],
        got=n["factoid.got"],
    )


def _f(n: Counter[str], name: str) -> float | None:
    return _rates(n[f"{name}.hit"], n[f"{name}.got"], n[f"{name}.gold"]).F if n[f"{name}.gold"] else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _rates(hit: int, got: int, gold: int) -> Rates:
    precision, recall = hit / got if got else 0.0, hit / gold if gold else 0.0
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Rates(round(precision, 4), round(recall, 4), round(f, 4))
