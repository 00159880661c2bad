"""Annotated sources, and copies of them in which some factoids were changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factoid.dates import when_of_edtf
from factoid.model import (
    Attestation,
    Certainty,
    ConflictKind,
    Deed,
    DossierLine,
    Factoid,
    When,
    digest,
)
from planted.own import OWN


@dataclass(frozen=True)
class Copied:
    """A factoid of a copy, and what was done to it."""

    factoid: Factoid
    change: str = ""
    before: str = ""
    is_conflict: bool = False
    expected: ConflictKind | None = None
    names: tuple[str, ...] = ()  #: of the related persons, where they were changed


@dataclass(frozen=True)
class Annotated:
    """A source with its gold factoids."""

    name: str
    persons: dict[str, str]  #: id -> name
    factoids: tuple[Factoid, ...]

    def copied(self, change: Callable[[Copied], Copied]) -> dict[str, Copied]:
        """Return for each factoid its copy."""
        source = digest("s", self.name, "copy")
        out = {}
        for factoid in self.factoids:
            names = tuple(self.persons[person] for person in factoid.related)
            told = change(Copied(factoid, names=names))
            out[factoid.id] = replace(told, factoid=replace(told.factoid, source=source))
        return out


def sources_in(folder: Path | None) -> Iterator[Annotated]:
    """Yield the annotated sources of a folder and its folders, or this benchmark's own."""
    if folder is None or not folder.is_dir():
        yield from (annotated(name, data, data["text"]) for name, data in OWN.items())
        return
    for path in sorted(folder.rglob("*.json")):
        text = path.with_suffix(".txt")
        if text.exists():
            yield annotated(path.stem, json.loads(path.read_text("utf-8")), text.read_text("utf-8"))


def annotated(name: str, data: dict[str, Any], text: str) -> Annotated:
    """Return the source of a gold reading."""
    source = digest("s", name)
    persons = {p["id"]: p["name"] for p in data["persons"]}
    found = {factoid.id: factoid for factoid in (_factoid(source, f, text) for f in data["factoids"])}
    return Annotated(name, persons, tuple(found.values()))


def _factoid(source: str, data: dict[str, Any], text: str) -> Factoid:
    start = text.find(data["quote"])
    return Factoid(
        source=source,
        person=data["person"],
        type=data["type"],
        quote=data["quote"],
        start=start,
        end=start + len(data["quote"]),
        role=data.get("role"),
        organisation=data.get("organisation"),
        place=data.get("place"),
        value=data.get("value"),
        related=tuple(data.get("related") or ()),
        when=when_of(data.get("date")),
        certainty=Certainty(data.get("certainty") or "asserted"),
        said_by=data.get("said_by"),
    )


def when_of(edtf: str | None) -> When | None:
    """Return the time of an EDTF string, or None where it is none."""
    try:
        return when_of_edtf(edtf) if edtf else None
    except ValueError:
        return None


def attestations_of(source: Annotated, copied: dict[str, Copied]) -> Iterator[Attestation]:
    """Yield for each person what the source and its copy say."""
    told = [(f, source.name, tuple(source.persons[p] for p in f.related)) for f in source.factoids]
    told += [(c.factoid, f"{source.name}-copy", c.names) for c in copied.values()]
    for person, name in source.persons.items():
        lines = tuple(_line(*each) for each in told if each[0].person == person)
        deeds = tuple(
            Deed(doer=(f.person, source.persons[f.person]), line=_line(f, where, names))
            for f, where, names in told
            if person in f.related and f.type == "action"
        )
        if lines:
            yield Attestation(person=person, name=name, lines=lines, deeds=deeds)


def _line(factoid: Factoid, source: str, names: tuple[str, ...]) -> DossierLine:
    """Return the factoid with its related persons, one that was renamed being another person."""
    related = tuple((digest("p", name), name) for name in names)
    return DossierLine(factoid=factoid, source=source, related=related)
