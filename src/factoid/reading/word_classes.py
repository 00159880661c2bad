"""Classes of words, from WordNet's hierarchy: weights learnt on some words hold for others like them."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

_TOO_WIDE = frozenset(
    ("entity.0", "physical_entity.0", "abstraction.0", "object.0", "whole.0", "living_thing.0", "organism.0")
)


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    source = resources.files("factoid.resources").joinpath("word_classes.json")
    data = json.loads(source.read_text("utf-8"))
    return {
        part: {
            word: tuple(name for name in (data[part]["classes"][n] for n in numbers) if name not in _TOO_WIDE)
            for word, numbers in data[part]["words"].items()
        }
        for part in ("verb", "noun")
    }


def verb_classes(lemma: str) -> tuple[str, ...]:
    """Return the classes of a verb: *flee* is a way of leaving; empty for an unknown word."""
    return _table()["verb"].get(lemma, ())


def noun_classes(lemma: str) -> tuple[str, ...]:
    """Return the classes of a noun: a *watchmaker* is a maker, a person."""
    return _table()["noun"].get(lemma, ())
