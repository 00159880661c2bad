"""TEI P5: a prosopography of `listPerson` and `listRelation`, every statement with @source, @cert and its quote.

Elements per statement type are in `resources/exchange_maps.yaml`.
"""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.reach import Reach, reach_of
from factoid.exchange.telling import (
    ATTRIBUTED,
    INFERENCES,
    QUOTES,
    SPANS,
    certainty_word,
    count_of_line,
    every_life,
    label_of,
    sentence_of,
)
from factoid.exchange.xml_text import XmlWriter
from factoid.model import Dossier, DossierLine, Source
from factoid.resources import load

TIES = "places, bodies and values of ties"
_SEXES = {"f": "F", "m": "M"}
_TYPED = frozenset({"event", "state", "trait", "affiliation"})
_IN_WORDS = frozenset({"event", "state", "trait"})  # hold label and desc, not bare text


class TeiExporter:
    """One TEI document."""

    name = "tei"
    suffix = ".tei.xml"
    about = "TEI P5: persons, events and relations with sources and certainty"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write header, bibliography, persons and relations; the library is gone through twice."""
        lost: Counter[str] = Counter()
        xml = XmlWriter(out)
        with xml.inside("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0"}):
            _write_header(xml, shelf)
            with xml.inside("text"), xml.inside("body"):
                with xml.inside("listPerson"):
                    for dossier, lines in every_life(shelf, lost):
                        _write_person(xml, dossier, lines, lost)
                if _has_relations(shelf):
                    with xml.inside("listRelation"):
                        for dossier, lines in every_life(shelf, Counter()):
                            for line in filter(_is_relation, lines):
                                _write_relation(xml, dossier, line)
        return with_left_behind(shelf, lost)


def _write_header(xml: XmlWriter, shelf: Shelf) -> None:
    with xml.inside("teiHeader"), xml.inside("fileDesc"):
        with xml.inside("titleStmt"):
            xml.element("title", "Persons and what sources say of them")
        with xml.inside("publicationStmt"):
            xml.element("p", "Exported from a Factoid library")
        with xml.inside("sourceDesc"), xml.inside("listBibl"):
            xml.element("head", "Sources")
            for reading in shelf.readings():
                _write_source(xml, reading.source)


def _write_source(xml: XmlWriter, source: Source) -> None:
    with xml.inside("bibl", {"xml:id": _source_id(source.name)}):
        xml.element("title", source.title or source.name)
        if source.creator:
            xml.element("author", source.creator)
        if source.published:
            xml.element("date", source.published)
        if source.origin.startswith("http"):
            xml.element("ptr", attributes={"target": source.origin.replace(" ", "%20")})
        xml.element("idno", source.content_sha256, {"type": "sha256"})


def _write_person(xml: XmlWriter, dossier: Dossier, lines: list[DossierLine], lost: Counter[str]) -> None:
    genders = {p.persona.gender for p in dossier.personas if p.persona.gender}
    sex = _SEXES[genders.pop()] if len(genders) == 1 else None
    with xml.inside("person", {"xml:id": _person_id(dossier.summary.id), "sex": sex}):
        for name in dict.fromkeys([dossier.summary.name, *dossier.summary.names]):
            xml.element("persName", name)
        for line in lines:
            count_of_line(line, lost, SPANS, INFERENCES)
            if _element(line) == "persName":  # has no room for a quote
                count_of_line(line, lost, QUOTES, ATTRIBUTED)
            if not _is_relation(line):
                _write_statement(xml, line)
            else:
                lost[TIES] += sum(
                    bool(x) for x in (line.factoid.place, line.factoid.organisation, line.factoid.value)
                )
        xml.element("idno", dossier.summary.id, {"type": "factoid"})


def _write_statement(xml: XmlWriter, line: DossierLine) -> None:
    factoid = line.factoid
    element = _element(line)
    attributes = _attributes(line) | ({"type": factoid.type} if element in _TYPED else {})
    if element == "persName":
        xml.element(element, factoid.value or sentence_of(line), attributes)
        return
    with xml.inside(element, attributes):
        said = sentence_of(line)
        if element in _IN_WORDS:
            xml.element("label", label_of(line))
        named = (("placeName", factoid.place), ("orgName", factoid.organisation))
        if element in _IN_WORDS:
            xml.element("desc", said or label_of(line))
            for name, words in named:
                if words:
                    with xml.inside("note", {"type": "field"}):
                        xml.element(name, words)
        else:
            for name, words in named:
                if words:
                    xml.element(name, words)
            xml.element("seg", said or label_of(line))
        _write_quote(xml, line)


def _write_quote(xml: XmlWriter, line: DossierLine) -> None:
    factoid = line.factoid
    at = f"#char={factoid.start},{factoid.end}"  # RFC 5147
    with xml.inside("note", {"type": "evidence"}):
        xml.element("quote", factoid.quote, {"source": f"#{_source_id(line.source)}", "n": at})
        if factoid.said_by:
            xml.element("seg", factoid.said_by, {"type": "said-by"})


def _write_relation(xml: XmlWriter, dossier: Dossier, line: DossierLine) -> None:
    others = " ".join(f"#{_person_id(person)}" for person, _ in line.related)
    name = "-".join((line.factoid.role or line.factoid.type).split()) or line.factoid.type
    attributes = {
        "name": "".join(c for c in name if c.isalnum() or c in "-_."),
        "active": f"#{_person_id(dossier.summary.id)}",
        "passive": others,
        **_attributes(line),
    }
    with xml.inside("relation", attributes), xml.inside("desc"):
        xml.element("quote", line.factoid.quote)


def _attributes(line: DossierLine) -> dict[str, str | None]:
    return {
        **_dating(reach_of(line.factoid.when)),
        "cert": certainty_word(line),
        "source": f"#{_source_id(line.source)}",
    }


def _dating(reach: Reach | None) -> dict[str, str | None]:
    """Return TEI's datable attributes: a plain date is @when, what lasted has @from and @to, anything else bounds."""
    if reach is None:
        return {}
    if reach.point and not reach.is_about:
        return {"when": reach.point.iso}
    if reach.lasted and not reach.is_about and (reach.begin or reach.finish):
        return {
            "from": reach.begin.iso if reach.begin else None,
            "to": reach.finish.iso if reach.finish else None,
        }
    return {"notBefore": reach.earliest, "notAfter": reach.latest}


def _has_relations(shelf: Shelf) -> bool:
    return any(_is_relation(line) for _, lines in every_life(shelf, Counter()) for line in lines)


def _is_relation(line: DossierLine) -> bool:
    return _element(line) == "relation" and bool(line.related)


def _element(line: DossierLine) -> str:
    element = str(load("exchange_maps")["types"].get(line.factoid.type, {}).get("tei", "event"))
    return "event" if element == "relation" and not line.related else element


def _person_id(key: str) -> str:
    return f"p-{key}"


def _source_id(name: str) -> str:
    return "s-" + "".join(c if c.isalnum() or c in "-_." else "-" for c in name)
