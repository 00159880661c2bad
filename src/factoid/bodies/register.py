"""The bodies of history that are known: their names, when they existed, what they belonged to and became."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factoid.bodies.words import words_of
from factoid.model import Bounds
from factoid.model.when import bounds_of_life
from factoid.resources import load

_TABLES = ("body_histories_russia", "body_histories_europe", "body_histories_west", "body_histories_world")
_CAPITALS = 3  # an abbreviation as short as this must stand in capitals: SS, SA, SD


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the table."""

    id: str
    name: str
    kind: str  #: security, army, party, university …
    founded: Bounds
    dissolved: Bounds
    parent: str | None = None  #: what it was part of
    heirs: tuple[str, ...] = ()  #: what carried on its work
    line: tuple[str, ...] = ()  #: the bodies that this is a common name of


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    body: str
    alone: bool  # counts only when it is the whole name
    capitals: bool


class Register:
    """All known bodies, found by the words of a name."""

    def __init__(self, tables: Iterator[Mapping[str, Any]]) -> None:
        self.bodies: dict[str, Body] = {}
        self._forms: dict[str, list[_Form]] = {}
        for entry in tables:
            names = [name.strip() for name in entry["names"].split(";")]
            self.bodies[entry["id"]] = _body(entry, names[0].rstrip("!"))
            for name in names:
                self._learn(entry["id"], name)
        for body in list(self.bodies.values()):
            if body.line:
                self.bodies[body.id] = self._with_life_of_line(body)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.words))

    def _learn(self, body: str, name: str) -> None:
        bare = name.rstrip("!")
        words = words_of(bare)
        form = _Form(words, body, name.endswith("!"), bare.isupper() and len(bare) <= _CAPITALS)
        self._forms.setdefault(words[0], []).append(form)

    def _with_life_of_line(self, body: Body) -> Body:
        members = [self.bodies[id_] for id_ in body.line]
        begun = [m.founded.earliest for m in members if m.founded.earliest is not None]
        ended = [m.dissolved.latest for m in members]
        last = None if None in ended else max(d for d in ended if d is not None)
        founded, dissolved = Bounds(min(begun), min(begun)), Bounds(last, last)
        return Body(body.id, body.name, body.kind, founded, dissolved, line=body.line)

    def find(self, name: str) -> tuple[Body, tuple[str, ...]] | None:
        """Return the body that the name holds, and the words that are left over."""
        words = words_of(name)
        best: tuple[int, int, _Form] | None = None
        for start, word in enumerate(words):
            for form in self._forms.get(word, ()):
                if words[start : start + len(form.words)] == form.words and _may(form, words, name):
                    if best is None or len(form.words) > len(best[2].words):
                        best = (start, start + len(form.words), form)
                    break
        if best is None:
            return None
        return self.bodies[best[2].body], words[: best[0]] + words[best[1] :]

    def wholes(self, body: Body) -> frozenset[str]:
        """Return the ids of everything the body was part of, however far up."""
        found: set[str] = set()
        waiting = [body.parent] if body.parent else []
        while waiting:
            above = self.bodies[waiting.pop()]
            if above.id not in found:
                found.add(above.id)
                waiting += above.line
                waiting += [above.parent] if above.parent else []
        return frozenset(found)

    def heirs(self, body: Body) -> frozenset[str]:
        """Return the ids of everything that carried on its work, one after the other."""
        found: set[str] = set()
        waiting = list(body.heirs)
        while waiting:
            heir = waiting.pop()
            if heir not in found:
                found.add(heir)
                waiting += self.bodies[heir].heirs
        return frozenset(found)


def _may(form: _Form, words: tuple[str, ...], name: str) -> bool:
    if form.alone and len(words) != len(form.words):
        return False
    return not form.capitals or form.words[0].upper() in name.replace(".", "")


def _body(entry: Mapping[str, Any], name: str) -> Body:
    nothing = Bounds(None, None)
    founded, dissolved = bounds_of_life(entry["life"]) if "life" in entry else (nothing, nothing)
    return Body(
        entry["id"],
        name,
        entry["kind"],
        founded,
        dissolved,
        entry.get("of"),
        tuple(entry.get("into", ())),
        tuple(entry.get("line", ())),
    )


@cache
def register() -> Register:
    """Return the register of all tables, read once."""
    return Register(entry for table in _TABLES for entry in load(table)["bodies"])
