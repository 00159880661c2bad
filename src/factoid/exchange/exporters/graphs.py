"""Persons and bodies as a graph, one edge a factoid: GraphML for any tool, GEXF with time for Gephi."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.reach import reach_of
from factoid.exchange.telling import INFERENCES, SPANS, count_of_line, every_life
from factoid.exchange.xml_text import XmlWriter
from factoid.model import Dossier, DossierLine, digest

ALONE = "statements that tie nobody to anybody"

#: attribute of an edge -> its title
EDGE_FIELDS = {
    "type": "statement type", "role": "role", "date": "date as EDTF", "certainty": "certainty", "source": "source",
    "quote": "quote",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A person or a body."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One factoid between two nodes."""

    id: str
    source: str
    target: str
    line: DossierLine

    def field(self, name: str) -> str:
        """Return one of `EDGE_FIELDS`."""
        factoid = self.line.factoid
        values = {
            "type": factoid.type,
            "role": factoid.role or factoid.value or "",
            "date": factoid.date or "",
            "certainty": str(factoid.certainty),
            "source": self.line.source,
            "quote": factoid.quote,
        }
        return values[name]


class GraphmlExporter:
    """GraphML: http://graphml.graphdrawing.org/xmlns."""

    name = "graphml"
    suffix = ".graphml"
    about = "a graph of persons and bodies, one edge a factoid"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write nodes, then edges; the library is gone through twice."""
        lost: Counter[str] = Counter()
        xml = XmlWriter(out)
        with xml.inside("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"}):
            for name in ("label", "kind"):
                xml.element("key", attributes=_key(f"node_{name}", "node", name))
            for name in EDGE_FIELDS:
                xml.element("key", attributes=_key(f"edge_{name}", "edge", name))
            with xml.inside("graph", {"id": "lives", "edgedefault": "directed"}):
                for node in _nodes(shelf):
                    with xml.inside("node", {"id": node.id}):
                        xml.element("data", node.label, {"key": "node_label"})
                        xml.element("data", node.kind, {"key": "node_kind"})
                for edge in _edges(shelf, lost):
                    with xml.inside("edge", {"id": edge.id, "source": edge.source, "target": edge.target}):
                        for name in EDGE_FIELDS:
                            if edge.field(name):
                                xml.element("data", edge.field(name), {"key": f"edge_{name}"})
        return with_left_behind(shelf, lost)


class GexfExporter:
    """GEXF 1.2, dynamic: an edge lives from the first day possible to the last."""

    name = "gexf"
    suffix = ".gexf"
    about = "the same graph with time, for Gephi"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write nodes, then edges; the library is gone through twice."""
        lost: Counter[str] = Counter()
        xml = XmlWriter(out)
        graph = {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"}
        with (
            xml.inside("gexf", {"xmlns": "http://www.gexf.net/1.2draft", "version": "1.2"}),
            xml.inside("graph", graph),
        ):
            _declare(xml, "node", ["kind"])
            _declare(xml, "edge", list(EDGE_FIELDS))
            with xml.inside("nodes"):
                for node in _nodes(shelf):
                    with xml.inside("node", {"id": node.id, "label": node.label}), xml.inside("attvalues"):
                        xml.element("attvalue", attributes={"for": "kind", "value": node.kind})
            with xml.inside("edges"):
                for edge in _edges(shelf, lost):
                    _write_edge(xml, edge)
        return with_left_behind(shelf, lost)


def _write_edge(xml: XmlWriter, edge: Edge) -> None:
    reach = reach_of(edge.line.factoid.when)
    attributes = {
        "id": edge.id, "source": edge.source, "target": edge.target, "label": edge.field("type"),
        "start": reach.earliest if reach else None, "end": reach.latest if reach else None,
    }  # fmt: skip
    with xml.inside("edge", attributes), xml.inside("attvalues"):
        for name in EDGE_FIELDS:
            if edge.field(name):
                xml.element("attvalue", attributes={"for": name, "value": edge.field(name)})


def _declare(xml: XmlWriter, what: str, names: list[str]) -> None:
    with xml.inside("attributes", {"class": what}):
        for name in names:
            title = EDGE_FIELDS.get(name, name)
            xml.element("attribute", attributes={"id": name, "title": title, "type": "string"})


def _key(key: str, target: str, name: str) -> dict[str, str | None]:
    return {"id": key, "for": target, "attr.name": name, "attr.type": "string"}


def _nodes(shelf: Shelf) -> Iterator[Node]:
    """Yield persons, and the bodies and places that tie somebody, each once."""
    bodies: set[str] = set()
    for dossier, lines in every_life(shelf, Counter()):
        yield Node(dossier.summary.id, dossier.summary.name, "person")
        for line in lines:
            name = line.factoid.organisation
            if name and not line.related and body_id(name) not in bodies:
                bodies.add(body_id(name))
                yield Node(body_id(name), name, "organisation")


def _edges(shelf: Shelf, lost: Counter[str]) -> Iterator[Edge]:
    for dossier, lines in every_life(shelf, lost):
        for line in lines:
            ends = _ends(dossier, line)
            lost[ALONE] += not ends
            count_of_line(line, lost, SPANS, INFERENCES)
            for number, end in enumerate(ends):
                mark = f"{line.factoid.id}-{number}" if number else line.factoid.id
                yield Edge(mark, dossier.summary.id, end, line)


def _ends(dossier: Dossier, line: DossierLine) -> list[str]:
    if line.related:
        return [person for person, _ in line.related if person != dossier.summary.id]
    return [body_id(line.factoid.organisation)] if line.factoid.organisation else []


def body_id(name: str) -> str:
    """Return the id of a body: the same words have the same id."""
    return digest("b", " ".join(name.casefold().split()))
