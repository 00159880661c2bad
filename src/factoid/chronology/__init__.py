"""What can have happened when, and why."""

from __future__ import annotations

from factoid.chronology.order import life_order
from factoid.chronology.result import Chronology, Contradiction, EventTime, Inferred, Repair, Rule, Step
from factoid.late import late

__all__ = [
    "Chronology",
    "Contradiction",
    "EventTime",
    "Inferred",
    "Repair",
    "Rule",
    "Step",
    "life_order",
    "solve",
]


def __getattr__(name: str) -> object:
    """Import the solver, and the reading of dates it needs, only where a life is solved."""
    if name == "solve":
        return late("factoid.chronology.solving:solve")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
