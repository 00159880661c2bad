"""The words of a language as sets and tables, from ``roles.yaml``, ``people.yaml``, ``verbs.yaml`` of its resources."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from factoid.reading.grammar.frames import Frames
from factoid.reading.grammar.meaning import Kin
from factoid.resources import load


class Lexicon:
    """The words of one language, by lemma; each table is made when it is first asked for."""

    def __init__(self, language: str, plain: Callable[[str], str]) -> None:
        self.language, self.plain = language, plain  #: ``plain``: how its lemmas are compared
        self.words = cache(self._words)  #: a set of ``roles.yaml``, by its name
        self.people = cache(self._people)  #: a set of ``people.yaml``, by its name
        self.bodies = cache(self._bodies)
        self.kin = cache(self._kin)
        self.ties = cache(self._ties)
        self.descriptions = cache(self._descriptions)
        self.frames = cache(lambda: Frames(f"{language}/verbs", plain))  #: what verbs state

    def set_of(self, data: str | list[str]) -> frozenset[str]:
        """Return words that stand in a row or in a list."""
        return frozenset(self.plain(word) for word in (data.split() if isinstance(data, str) else data))

    def _words(self, name: str) -> frozenset[str]:
        return self.set_of(self._load("roles")[name])

    def _people(self, name: str) -> frozenset[str]:
        return self.set_of(self._load("people")[name])

    def _bodies(self) -> dict[str, str]:
        """Return for nouns that head the names of bodies the kind of the body."""
        table: dict[str, str] = {}
        for kind in ("office", "security", "party", "army", "school"):
            table |= dict.fromkeys(self.set_of(self._load("roles")["bodies"][kind]), kind)
        return table

    def _kin(self) -> dict[str, Kin]:
        """Return the terms of kinship."""
        rows = self._load("people")["kin"].items()
        return {self.plain(lemma): Kin(row["role"], row["sex"], row["m"], row["f"]) for lemma, row in rows}

    def _ties(self) -> dict[str, tuple[str, str]]:
        """Return nouns of lasting ties: what this one is, what the other one is."""
        rows = self._load("people")["ties"].items()
        return {self.plain(lemma): (row["role"], row["back"]) for lemma, row in rows}

    def _descriptions(self) -> dict[str, str]:
        """Return nouns that mean somebody spoken of before, with the sex they tell."""
        data = self._load("people")["descriptions"]
        return {self.plain(word): sex for sex in ("f", "m") for word in data[sex].split()}

    def _load(self, name: str) -> Any:
        return load(f"{self.language}/{name}")
