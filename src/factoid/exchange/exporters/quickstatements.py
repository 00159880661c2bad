"""Wikidata QuickStatements, version 1 (commands) and 2 (a table), to look through before they are sent.

We know no item of Wikidata, so values that want one are *some value* with *object named as* (P1932) in the source's
words: an editor puts the items in. Persons are created anew; who has an item merges, or writes its number. Quotation
(P1683), earliest (P1319) and latest date (P1326) and *circa* (P1480) carry the evidence and the doubt. A statement
that the sources contradict stands beside the other; none is deprecated.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.reach import Point, Reach, reach_of
from factoid.exchange.telling import (
    ATTRIBUTED,
    HEDGED,
    INFERENCES,
    SPANS,
    count_of_line,
    every_life,
    label_of,
    sentence_of,
)
from factoid.model import Certainty, Dossier, DossierLine
from factoid.resources import load

UNSURE = "hedged and attributed statements (Wikidata states facts: left out)"
ITEMS = "values that want an item of Wikidata (written as some value with their words)"
LONG = "words longer than 1,500 characters, cut"
_DATED = frozenset({"birth", "death"})
_LONGEST = 1500
_CIRCA = "Q5727902"
_REFERENCES = ("S854", "S1476", "S1683")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement for Wikidata: property, value, qualifiers, reference."""

    property: str
    value: str
    qualifiers: tuple[tuple[str, str], ...]
    reference: tuple[tuple[str, str], ...]


class QuickStatementsExporter:
    """Version 1: one command a line, fields between tabs."""

    name = "quickstatements"
    suffix = ".qs.txt"
    about = "Wikidata QuickStatements, version 1"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write CREATE, label and statements for each person."""
        lost: Counter[str] = Counter()
        for dossier, claims in _every_claim(shelf, lost):
            out.write(_encoded("CREATE\n"))
            out.write(_encoded(f"LAST\tLen\t{_quoted(dossier.summary.name)}\n"))
            for name in dossier.summary.names:
                if name != dossier.summary.name:
                    out.write(_encoded(f"LAST\tAen\t{_quoted(name)}\n"))
            out.write(_encoded("LAST\tP31\tQ5\n"))
            seen: Counter[tuple[str, str]] = Counter()
            for claim in claims:
                seen[claim.property, claim.value] += 1
                again = "!" if seen[claim.property, claim.value] > 1 else ""
                fields = [f"{again}{claim.property}", claim.value]
                fields += [field for pair in (*claim.qualifiers, *claim.reference) for field in pair]
                out.write(_encoded("LAST\t" + "\t".join(fields) + "\n"))
        return with_left_behind(shelf, lost)


class QuickStatementsTableExporter:
    """Version 2: a table with a row for each person."""

    name = "quickstatements-csv"
    suffix = ".qs.csv"
    about = "Wikidata QuickStatements, version 2 (CSV)"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write one row a person; the header, found on a first pass, repeats a property as often as one needs it."""
        lost: Counter[str] = Counter()
        most: Counter[str] = Counter()
        for _, claims in _every_claim(shelf, Counter()):
            for name, count in Counter(claim.property for claim in claims).items():
                most[name] = max(most[name], count)
        text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
        table = csv.writer(text, lineterminator="\n")
        columns = [(name, number) for name in sorted(most) for number in range(most[name])]
        header = ["qid", "Len", "P31"]
        for name, _ in columns:
            header += [name, *(f"qal{q[1:]}" for q in _QUALIFIERS), "S854", "s1476", "s1683"]
        table.writerow(header)
        for dossier, claims in _every_claim(shelf, lost):
            table.writerow(["", dossier.summary.name, "Q5", *_cells(claims, columns)])
        text.flush()
        text.detach()
        return with_left_behind(shelf, lost)


_QUALIFIERS = ("P1932", "P585", "P580", "P582", "P1319", "P1326", "P1480")


def _cells(claims: Sequence[Claim], columns: Sequence[tuple[str, int]]) -> Iterator[str]:
    by_property: dict[str, list[Claim]] = {}
    for claim in claims:
        by_property.setdefault(claim.property, []).append(claim)
    for name, number in columns:
        given = by_property.get(name, [])
        claim = given[number] if number < len(given) else Claim(name, "", (), ())
        qualifiers, reference = dict(claim.qualifiers), dict(claim.reference)
        yield claim.value
        yield from (qualifiers.get(q, "") for q in _QUALIFIERS)
        yield from (reference.get(r, "") for r in _REFERENCES)


def _every_claim(shelf: Shelf, lost: Counter[str]) -> Iterator[tuple[Dossier, list[Claim]]]:
    addresses = {r.source.name: (r.source.origin, r.source.title or r.source.name) for r in shelf.readings()}
    for dossier, lines in every_life(shelf, lost):
        claims = []
        for line in lines:
            if line.factoid.certainty is not Certainty.ASSERTED:
                lost[UNSURE] += 1
                continue
            count_of_line(line, lost, SPANS, INFERENCES, HEDGED, ATTRIBUTED)
            claims.append(_claim(line, addresses, lost))
        yield dossier, claims


def _claim(line: DossierLine, addresses: Mapping[str, tuple[str, str]], lost: Counter[str]) -> Claim:
    factoid, reach = line.factoid, reach_of(line.factoid.when)
    name = str(load("exchange_maps")["types"].get(factoid.type, {}).get("wikidata", "P793"))
    origin, title = addresses.get(line.source, ("", line.source))
    reference = [("S854", f'"{origin}"')] if origin.startswith("http") else []
    reference += [("S1476", f"en:{_quoted(title, lost)}"), ("S1683", f"en:{_quoted(factoid.quote, lost)}")]
    if factoid.type in _DATED:
        value, qualifiers = _dated(reach)
        named = [("P1932", _quoted(factoid.place))] if factoid.place and value == "somevalue" else []
        return Claim(name, value, (*named, *qualifiers), tuple(reference))
    words = _quoted(sentence_of(line) or label_of(line), lost)
    if factoid.type == "name":
        return Claim(
            name,
            f"en:{_quoted(factoid.value or sentence_of(line), lost)}",
            tuple(_timed(reach)),
            tuple(reference),
        )
    lost[ITEMS] += 1
    return Claim(name, "somevalue", (("P1932", words), *_timed(reach)), tuple(reference))


def _dated(reach: Reach | None) -> tuple[str, list[tuple[str, str]]]:
    """Return the value of a date property, and what qualifies it. Only a plain date is a value."""
    if reach is None:
        return "somevalue", []
    if reach.point:
        return _time(reach.point), [("P1480", _CIRCA)] if reach.is_about or reach.is_doubtful else []
    return "somevalue", _bounds(reach)


def _timed(reach: Reach | None) -> list[tuple[str, str]]:
    if reach is None:
        return []
    about = [("P1480", _CIRCA)] if reach.is_about or reach.is_doubtful else []
    if reach.point:
        return [("P585", _time(reach.point)), *about]
    if reach.lasted and (reach.begin or reach.finish):
        ends = (("P580", reach.begin), ("P582", reach.finish))
        return [(name, _time(point)) for name, point in ends if point] + about
    return _bounds(reach) + about


def _bounds(reach: Reach) -> list[tuple[str, str]]:
    return [
        (name, f"+{day}T00:00:00Z/11")
        for name, day in (("P1319", reach.earliest), ("P1326", reach.latest))
        if day
    ]


def _time(point: Point) -> str:
    """Return a time value with its precision: 9 a year, 10 a month, 11 a day. Years BC are not astronomical there."""
    year = point.year if point.year > 0 else point.year - 1
    precision = 11 if point.day else 10 if point.month else 9
    sign = "+" if year > 0 else "-"
    return f"{sign}{abs(year):04}-{point.month or 0:02}-{point.day or 0:02}T00:00:00Z/{precision}"


def _quoted(text: str, lost: Counter[str] | None = None) -> str:
    """Return text between quotation marks: one line, without tabs, as long as Wikidata takes it."""
    flat = " ".join(text.replace('"', "”").replace("|", "¦").split())
    if len(flat) > _LONGEST and lost is not None:
        lost[LONG] += 1
    return f'"{flat[:_LONGEST]}"'


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="backslashreplace")
