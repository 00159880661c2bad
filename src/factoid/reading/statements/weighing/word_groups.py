"""Groups of words of like meaning: *prison*, *penalty*, *detained* stand together, whatever they derive from."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, str]:
    source = resources.files("factoid.resources").joinpath("word_groups.json")
    groups = json.loads(source.read_text("utf-8"))["groups"]
    return {word: f"group {number}" for number, words in enumerate(groups) for word in words.split()}


def groups_of(lemma: str) -> tuple[str, ...]:
    """Return the group of a word; empty for an unknown one."""
    found = _table().get(lemma)
    return (found,) if found is not None else ()
