"""FamilySearch GEDCOM 7.0: one INDI a person, each statement its own structure with its source and quote.

Statements that disagree stand side by side, as the specification asks (separate event structures, each cited).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.reach import Point, Reach, bounds_of, reach_of
from factoid.exchange.telling import (
    ATTRIBUTED,
    INFERENCES,
    SPANS,
    count_of_line,
    doubts_of,
    every_life,
    label_of,
    sentence_of,
)
from factoid.model import Certainty, Dossier, DossierLine, Source, Verdict
from factoid.names import PartKind, parse_name
from factoid.resources import load

_MONTHS = ("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_PAYLOAD = frozenset({"OCCU", "EDUC", "TITL", "NATI", "RELI", "FACT"})  # attributes: they have a value
_TYPED = frozenset({"FACT", "EVEN"})
_BANNED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
DATED = "dated: "  #: before the date of a tie, in a note: an association has no DATE
TIES = "places, bodies and values of ties"
WORDS = "role and value as fields of their own"
CHECKED, SECONDARY, DOUBTFUL = "3", "2", "1"


class Gedcom7Exporter:
    """Persons, their statements, and the sources with the words."""

    name = "gedcom7"
    suffix = ".ged"
    about = "GEDCOM 7.0, each statement with its source and quote"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write the header, one record a source, one a person. Kin are associations: families would be conclusions."""
        lost: Counter[str] = Counter()
        file = _Lines(out)
        file.write(0, "HEAD")
        file.write(1, "GEDC")
        file.write(2, "VERS", "7.0")
        file.write(1, "SOUR", "FACTOID")
        for reading in shelf.readings():
            _write_source(file, reading.source)
        for dossier, lines in every_life(shelf, lost):
            _write_person(file, dossier, lines, lost)
        file.write(0, "TRLR")
        return with_left_behind(shelf, lost)


@dataclass(slots=True)
class _Lines:
    """GEDCOM lines: level, tag, payload; line breaks of a payload become CONT."""

    out: BinaryIO

    def write(
        self, level: int, tag: str, payload: str = "", *, xref: str = "", pointer: bool = False
    ) -> None:
        """Write one structure without its substructures."""
        first, *others = _BANNED.sub("\ufffd", payload).splitlines() or [""]
        self._line(f"{level} {f'@{xref}@ ' if xref else ''}{tag}", first, pointer=pointer)
        for line in others:
            self._line(f"{level + 1} CONT", line)

    def _line(self, head: str, payload: str, *, pointer: bool = False) -> None:
        value = f"@{payload[1:]}@" if pointer else payload
        if not pointer and value.startswith("@"):
            value = f"@{value}"  # a leading @ is doubled
        self.out.write(f"{head}{f' {value}' if value else ''}\n".encode())


def _write_source(file: _Lines, source: Source) -> None:
    file.write(0, "SOUR", xref=_xref("S", source.name))
    file.write(1, "TITL", source.title or source.name)
    if source.creator:
        file.write(1, "AUTH", source.creator)
    if source.published:
        file.write(1, "PUBL", source.published)
    file.write(1, "NOTE", f"{source.name}; sha256 {source.content_sha256}; {source.origin}")


def _write_person(file: _Lines, dossier: Dossier, lines: list[DossierLine], lost: Counter[str]) -> None:
    kinds = load("exchange_maps")["types"]
    file.write(0, "INDI", xref=_xref("I", dossier.summary.id))
    for name in dict.fromkeys([dossier.summary.name, *dossier.summary.names]):
        file.write(1, "NAME", _slashed(name))
        if name != dossier.summary.name:
            file.write(2, "TYPE", "AKA")
    genders = {p.persona.gender for p in dossier.personas if p.persona.gender}
    if len(genders) == 1:
        file.write(1, "SEX", genders.pop().upper())
    for line in lines:
        count_of_line(line, lost, SPANS, INFERENCES, ATTRIBUTED)
        tag = kinds.get(line.factoid.type, {}).get("gedcom7", "EVEN")
        if tag == "ASSO":
            lost[TIES] += sum(
                bool(x) for x in (line.factoid.place, line.factoid.organisation, line.factoid.value)
            )
            _write_associations(file, line)
        elif tag == "NAME":
            file.write(1, "NAME", _slashed(line.factoid.value or sentence_of(line)))
            file.write(2, "TYPE", "AKA")
            _write_citation(file, line)
        else:
            lost[WORDS] += bool(line.factoid.role) + bool(line.factoid.value and tag != "DEAT")
            _write_event(file, tag, line)
    file.write(1, "EXID", dossier.summary.id)
    file.write(2, "TYPE", "urn:factoid:person")


def _write_event(file: _Lines, tag: str, line: DossierLine) -> None:
    factoid = line.factoid
    if tag in _PAYLOAD:
        file.write(1, tag, sentence_of(line) or label_of(line))
    else:
        file.write(1, tag, sentence_of(line) if tag == "EVEN" else "")
    if tag in _TYPED:
        file.write(2, "TYPE", label_of(line))
    _write_date(file, reach_of(factoid.when))
    if factoid.place:
        file.write(2, "PLAC", factoid.place.replace(",", " "))
    if factoid.organisation:
        file.write(2, "AGNC", factoid.organisation)
    if factoid.type == "death" and factoid.value:
        file.write(2, "CAUS", factoid.value)
    for person, name in line.related:
        file.write(2, "ASSO", f"@{_xref('I', person)}", pointer=True)
        file.write(3, "PHRASE", name)
        file.write(3, "ROLE", "OTHER")
        file.write(4, "PHRASE", factoid.role or label_of(line))
    _write_citation(file, line)


def _write_associations(file: _Lines, line: DossierLine) -> None:
    """Write what the other is to the person. A relation without anybody to point to is an event in words."""
    if not line.related:
        file.write(1, "EVEN", sentence_of(line) or label_of(line))
        file.write(2, "TYPE", label_of(line))
        _write_citation(file, line)
    for person, name in line.related:
        file.write(1, "ASSO", f"@{_xref('I', person)}", pointer=True)
        file.write(2, "PHRASE", name)
        file.write(2, "ROLE", "OTHER")
        file.write(3, "PHRASE", line.factoid.role or label_of(line))
        if (reach := reach_of(line.factoid.when)) is not None:
            file.write(2, "NOTE", f"{DATED}{_phrase(reach)}")
        _write_citation(file, line)


def _write_citation(file: _Lines, line: DossierLine) -> None:
    factoid = line.factoid
    file.write(2, "SOUR", f"@{_xref('S', line.source)}", pointer=True)
    file.write(3, "PAGE", f"characters {factoid.start}-{factoid.end}")
    file.write(3, "DATA")
    file.write(4, "TEXT", factoid.quote)
    if line.verdict is Verdict.ACCEPTED:
        file.write(3, "QUAY", CHECKED)
    else:
        file.write(3, "QUAY", SECONDARY if factoid.certainty is Certainty.ASSERTED else DOUBTFUL)
    if doubts_of(line):
        file.write(3, "NOTE", doubts_of(line))


def _write_date(file: _Lines, reach: Reach | None) -> None:
    if reach is None:
        return
    file.write(2, "DATE", gedcom_date(reach))
    file.write(3, "PHRASE", _phrase(reach))


def _phrase(reach: Reach) -> str:
    return f"{reach.words} [{reach.edtf}]" if reach.words else reach.edtf


def gedcom_date(reach: Reach) -> str:
    """Return a GEDCOM 7 date, never narrower than the reach; empty where none says it.

    FROM … TO … is said of what lasted, BET … AND … of some day within. BEF and AFT include the day they name.
    """
    if reach.point:
        about = "ABT " if reach.is_about or reach.is_doubtful else ""
        return f"{about}{_point(reach.point)}"
    begin, finish = bounds_of(reach)
    if reach.lasted:
        words = [f"FROM {_point(begin)}" if begin else "", f"TO {_point(finish)}" if finish else ""]
        return " ".join(word for word in words if word)
    if begin and finish:
        return f"BET {_point(begin)} AND {_point(finish)}"
    if begin:
        return f"AFT {_point(begin)}"
    return f"BEF {_point(finish)}" if finish else ""


def _point(point: Point) -> str:
    """Return a date in GEDCOM's words. Our days are Gregorian; years before the common era get BCE."""
    year = f"{point.year}" if point.year > 0 else f"{1 - point.year} BCE"
    month = f"{_MONTHS[point.month]} " if point.month else ""
    day = f"{point.day} " if point.day else ""
    return f"{day}{month}{year}"


def _slashed(name: str) -> str:
    """Put the surname between slashes, where there is one."""
    flat = " ".join(name.replace("/", " ").split())
    surnames = [part.text for part in parse_name(flat).parts if part.kind is PartKind.SURNAME]
    for surname in surnames[:1]:
        head, found, tail = flat.rpartition(surname)
        if found:
            return f"{head}/{found}/{tail}"
    return flat


def _xref(prefix: str, key: str) -> str:
    """Return a cross-reference: GEDCOM 7 allows capital letters, digits and the underscore."""
    return prefix + "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):X}_" for c in key).upper()
