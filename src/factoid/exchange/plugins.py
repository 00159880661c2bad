"""Formats as plug-ins: whatever is installed under an entry point, ours like anybody's."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from factoid.errors import UsageError


def plugin_names(group: str) -> list[str]:
    """Return what is installed in a group of entry points."""
    return sorted(point.name for point in _points(group))


def find_plugin(group: str, name: str, *, what: str) -> Any:
    """Return a new one of what is installed under a name; `UsageError` lists the names there are."""
    point = next((point for point in _points(group) if point.name == name), None)
    if point is None:
        raise UsageError(f"There is no {what} {name!r}. There are: {', '.join(plugin_names(group))}.")
    try:
        return point.load()()
    except (ImportError, AttributeError) as error:
        raise UsageError(
            f"The {what} {name} does not load ({error}). Try: pip install 'factoid[{name}]'."
        ) from error


@cache
def _points(group: str) -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=group))  # looked for once: every installed package is opened
