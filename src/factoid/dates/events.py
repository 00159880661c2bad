"""Events that history dates, by their names."""

from __future__ import annotations

from typing import Any, NamedTuple

from factoid.resources import load

_DATA: dict[str, dict[str, Any]] = load("event_anchors")["events"]


class Event(NamedTuple):
    """An event that history dates; both ends as EDTF."""

    name: str
    start: str
    end: str
    is_day: bool = False

    @property
    def first_year(self) -> int:
        """The astronomical year in which it began."""
        return int(self.start[:5] if self.start.startswith("-") else self.start[:4])

    @property
    def last_year(self) -> int:
        """The astronomical year in which it ended."""
        return int(self.end[:5] if self.end.startswith("-") else self.end[:4])


def key_of(name: str) -> str:
    """Return the name as `EVENTS` has it: in lower case, with single blanks."""
    return " ".join(name.lower().split())


EVENTS: dict[str, list[Event]] = {}
for _entry in _DATA.values():
    for _form in _entry["names"]:
        EVENTS.setdefault(key_of(_form), []).append(
            Event(_form, str(_entry["start"]), str(_entry["end"]), bool(_entry.get("is_day")))
        )
WORLD_WARS: tuple[Event, ...] = (EVENTS["world war i"][0], EVENTS["world war ii"][0])


def years_of_event(name: str) -> tuple[int, int] | None:
    """Return the astronomical years of the one event of that name; None where none or several have it."""
    found = EVENTS.get(key_of(name.strip().removeprefix("the ")), [])
    return (found[0].first_year, found[0].last_year) if len(found) == 1 else None
