"""The words by which a text says that two names are one person's."""

from __future__ import annotations

from functools import cache

from factoid.resources import load

NAMED = frozenset(("him", "her", "himself", "herself", "me", "myself"))  #: whom one calls so


@cache
def words_for(section: str) -> frozenset[str]:
    """Return the words of a section of ``resources/alias_words.yaml``."""
    return frozenset(load("alias_words")[section].split())
