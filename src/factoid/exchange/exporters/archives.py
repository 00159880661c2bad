"""EAC-CPF 2010 for archives: an authority record a person, statements as a chronology with sources."""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.reach import Reach, reach_of
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
from factoid.exchange.xml_text import XmlWriter
from factoid.model import Dossier, DossierLine

UNDATED = "dates of undated statements (a chronology wants one: they stand as notes)"
_EAC = "urn:isbn:1-931666-33-4"


class EacExporter:
    """One collection of records, each complete in itself."""

    name = "eac-cpf"
    suffix = ".eac.xml"
    about = "authority records for archives (EAC-CPF), one a person"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write a record for each person under one root."""
        lost: Counter[str] = Counter()
        xml = XmlWriter(out)
        with xml.inside("eac-cpf-collection"):
            for dossier, lines in every_life(shelf, lost):
                _write_record(xml, dossier, lines, lost)
        return with_left_behind(shelf, lost)


def _write_record(xml: XmlWriter, dossier: Dossier, lines: list[DossierLine], lost: Counter[str]) -> None:
    with xml.inside("eac-cpf", {"xmlns": _EAC}):
        _write_control(xml, dossier)
        with xml.inside("cpfDescription"):
            with xml.inside("identity"):
                xml.element("entityType", "person")
                for name in dict.fromkeys([dossier.summary.name, *dossier.summary.names]):
                    with xml.inside("nameEntry"):
                        xml.element("part", name)
            with xml.inside("description"):
                _write_life(xml, lines, lost)
            ties = [line for line in lines if line.related]
            if ties:
                with xml.inside("relations"):
                    for line in ties:
                        _write_ties(xml, line)


def _write_control(xml: XmlWriter, dossier: Dossier) -> None:
    with xml.inside("control"):
        xml.element("recordId", dossier.summary.id)
        xml.element("maintenanceStatus", "derived")
        with xml.inside("maintenanceAgency"):
            xml.element("agencyName", "Factoid library")
        with xml.inside("maintenanceHistory"), xml.inside("maintenanceEvent"):
            xml.element("eventType", "derived")
            xml.element("eventDateTime", "not given: one library, one file")
            xml.element("agentType", "machine")
            xml.element("agent", "Factoid")
        with xml.inside("sources"):
            for source in dossier.summary.sources:
                with xml.inside("source"):
                    xml.element("sourceEntry", source)


def _write_life(xml: XmlWriter, lines: list[DossierLine], lost: Counter[str]) -> None:
    dated = [line for line in lines if line.factoid.when]
    with xml.inside("biogHist"):
        if dated:
            with xml.inside("chronList"):
                for line in dated:
                    with xml.inside("chronItem"):
                        _write_date(xml, reach_of(line.factoid.when))
                        if line.factoid.place:
                            xml.element("placeEntry", line.factoid.place)
                        xml.element("event", _told(line))
        for line in lines:
            count_of_line(line, lost, SPANS, INFERENCES, ATTRIBUTED, HEDGED)
            if not line.factoid.when:
                lost[UNDATED] += 1
                xml.element("p", _told(line))
        for line in lines:
            with xml.inside("citation"):
                xml.element("span", f"{line.source}: “{' '.join(line.factoid.quote.split())}”")


def _write_date(xml: XmlWriter, reach: Reach | None) -> None:
    if reach is None:
        return
    words = reach.words or reach.edtf
    if reach.point and not reach.is_about:
        xml.element("date", words, {"standardDate": reach.point.iso})
    elif reach.lasted and (reach.begin or reach.finish):
        with xml.inside("dateRange"):
            for name, point in (("fromDate", reach.begin), ("toDate", reach.finish)):
                if point:
                    xml.element(name, point.iso, {"standardDate": point.iso})
    else:
        xml.element("date", words, {"notBefore": reach.earliest, "notAfter": reach.latest})


def _write_ties(xml: XmlWriter, line: DossierLine) -> None:
    kind = "family" if line.factoid.type == "kinship" else "associative"
    for _, name in line.related:
        with xml.inside("cpfRelation", {"cpfRelationType": kind}):
            xml.element("relationEntry", name)
            with xml.inside("descriptiveNote"):
                xml.element("p", _told(line))


def _told(line: DossierLine) -> str:
    return f"{label_of(line)}: {sentence_of(line)}".rstrip(": ")
