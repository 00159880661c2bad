"""RDF: CIDOC-CRM with one assignment an assertion (STAR), PROV-O for who made it, Web Annotation for the words.

One E13 says one thing of one node: that a birth brought somebody into being, where, when. Two sources that disagree
are two assignments on nodes of their own; nothing is asserted without its source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import BinaryIO, NamedTuple
from urllib.parse import quote

from factoid.exchange.base import Shelf, with_left_behind
from factoid.exchange.json_text import Json, write_object
from factoid.exchange.reach import Reach, reach_of
from factoid.exchange.telling import certainty_word, every_life, label_of, sentence_of
from factoid.model import Dossier, DossierLine, Source
from factoid.resources import load

PREFIXES = {
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "star": "https://r11.eu/ns/star/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}
BASE = "urn:factoid:"
_NAMES_HELD = 4096  #: a statement says the same few names again and again
SPANS_LOST = "spans of fields"

#: What each class of event has to do with the person of the statement
_PART = {
    "E67_Birth": "P98_brought_into_life",
    "E69_Death": "P100_was_death_of",
    "E85_Joining": "P143_joined",
    "E9_Move": "P25_moved",
    "E5_Event": "P12_occurred_in_the_presence_of",
    "E41_Appellation": "P1i_identifies",
}
_CARRIED_OUT = "P14_carried_out_by"


class Iri(NamedTuple):
    """A node: a full address, or a name under one of `PREFIXES`."""

    text: str


class Literal(NamedTuple):
    """A value, with its datatype as a name under one of `PREFIXES`."""

    text: str
    datatype: str = ""


class Triple(NamedTuple):
    """One statement of RDF."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


class NquadsExporter:
    """N-Quads: one triple a line, in a graph for each source."""

    name = "nquads"
    suffix = ".nq"
    about = "RDF (CIDOC-CRM, PROV-O, Web Annotation), a graph for each source"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write line by line; nothing is held."""
        lost: Counter[str] = Counter()
        for graph, triples in _every_node(shelf, lost):
            where = f" {_full(graph)}" if graph else ""
            for triple in triples:
                out.write(f"{' '.join(_full(term) for term in triple)}{where} .\n".encode())
        return with_left_behind(shelf, lost)


class TurtleExporter:
    """Turtle, with prefixes."""

    name = "turtle"
    suffix = ".ttl"
    about = "RDF (CIDOC-CRM, PROV-O, Web Annotation) in Turtle"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write the prefixes, then a block a node."""
        lost: Counter[str] = Counter()
        out.writelines(f"@prefix {prefix}: <{address}> .\n".encode() for prefix, address in PREFIXES.items())
        for _, triples in _every_node(shelf, lost):
            for subject, about in groupby(triples, key=lambda triple: triple.subject):
                facts = [f"{triple.predicate.text} {_short(triple.object)}" for triple in about]
                block = " ;\n    ".join(facts)
                out.write(f"\n{_short(subject)} {block} .\n".encode())
        return with_left_behind(shelf, lost)


class JsonLdExporter:
    """JSON-LD, with a context of prefixes."""

    name = "jsonld"
    suffix = ".jsonld"
    about = "RDF (CIDOC-CRM, PROV-O, Web Annotation) in JSON-LD"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write one object a node."""
        lost: Counter[str] = Counter()
        write_object(out, {"@context": PREFIXES}, {"@graph": _objects(shelf, lost)})
        return with_left_behind(shelf, lost)


def _objects(shelf: Shelf, lost: Counter[str]) -> Iterator[Json]:
    for _, triples in _every_node(shelf, lost):
        for subject, about in groupby(triples, key=lambda triple: triple.subject):
            node: Json = {"@id": _absolute(subject)}
            for triple in about:
                node.setdefault(triple.predicate.text, []).append(_json_term(triple.object))
            yield node


def _every_node(shelf: Shelf, lost: Counter[str]) -> Iterator[tuple[Iri | None, list[Triple]]]:
    """Yield triples node by node, with the graph they belong to: the source's, none for persons."""
    for reading in shelf.readings():
        yield source_iri(reading.source.name), list(_source(reading.source, reading.reader))
    for dossier, lines in every_life(shelf, lost):
        yield None, list(_person(dossier))
        for line in lines:
            lost[SPANS_LOST] += len(line.factoid.spans)
            yield source_iri(line.source), list(_statement(dossier, line))


def _source(source: Source, reader: str) -> Iterator[Triple]:
    node = source_iri(source.name)
    yield Triple(node, RDF_TYPE, Iri("crm:E33_Linguistic_Object"))
    yield Triple(node, RDF_TYPE, Iri("prov:Entity"))
    yield Triple(node, Iri("dct:title"), Literal(source.title or source.name))
    for name, value in (("dct:creator", source.creator), ("dct:language", source.language)):
        if value:
            yield Triple(node, Iri(name), Literal(value))
    if source.published:
        yield Triple(node, Iri("dct:issued"), Literal(source.published, "edtf:EDTF"))
    yield Triple(node, Iri("dct:identifier"), Literal(f"sha256:{source.content_sha256}"))
    yield Triple(reader_iri(reader), RDF_TYPE, Iri("prov:SoftwareAgent"))
    yield Triple(reader_iri(reader), LABEL, Literal(reader))


def _person(dossier: Dossier) -> Iterator[Triple]:
    node = person_iri(dossier.summary.id)
    yield Triple(node, RDF_TYPE, Iri("crm:E21_Person"))
    for name in dict.fromkeys([dossier.summary.name, *dossier.summary.names]):
        yield Triple(node, LABEL, Literal(name))


def _statement(dossier: Dossier, line: DossierLine) -> Iterator[Triple]:
    """Yield the event that a factoid speaks of, one assignment for each thing it says of it, and the words."""
    factoid, key = line.factoid, line.factoid.id
    kind = str(load("exchange_maps")["types"].get(factoid.type, {}).get("crm", "E7_Activity"))
    event, words = _iri("event", key), _iri("words", key)
    yield Triple(event, RDF_TYPE, Iri(f"crm:{kind}"))
    yield Triple(event, LABEL, Literal(f"{label_of(line)}: {sentence_of(line)}".rstrip(": ")))
    yield Triple(event, Iri("crm:P2_has_type"), _iri("type", factoid.type))
    claims: list[tuple[str, Iri]] = [(_PART.get(kind, _CARRIED_OUT), person_iri(dossier.summary.id))]
    claims += [("P11_had_participant", person_iri(person)) for person, _ in line.related]
    named = (
        ("P7_took_place_at", "place", factoid.place),
        ("P11_had_participant", "body", factoid.organisation),
    )
    for name, sort, value in named:
        if value:
            claims.append((name, _iri(sort, " ".join(value.split()))))
            yield Triple(_iri(sort, " ".join(value.split())), LABEL, Literal(value))
    reach = reach_of(factoid.when)
    if reach:
        claims.append(("P4_has_time-span", _iri("time", key)))
        yield from _time_span(_iri("time", key), reach)
    for number, (name, value_node) in enumerate(claims):
        claim = (event, name, value_node)
        yield from _assignment(Iri(f"{BASE}factoid:{key}-{number}"), claim, words, line)
    yield from _annotation(words, key, line)


def _assignment(node: Iri, claim: tuple[Iri, str, Iri], words: Iri, line: DossierLine) -> Iterator[Triple]:
    event, name, value = claim
    yield Triple(node, RDF_TYPE, Iri("crm:E13_Attribute_Assignment"))
    yield Triple(node, RDF_TYPE, Iri(f"star:E13_crm_{name.split('_')[0]}"))
    yield Triple(node, Iri("crm:P140_assigned_attribute_to"), event)
    yield Triple(node, Iri("crm:P141_assigned"), value)
    yield Triple(node, Iri("crm:P17_was_motivated_by"), words)
    yield Triple(node, Iri("prov:hadPrimarySource"), source_iri(line.source))
    yield Triple(node, Iri("prov:wasAttributedTo"), reader_iri(line.factoid.reader))
    yield Triple(node, Iri("crm:P2_has_type"), _iri("certainty", str(line.factoid.certainty)))
    yield Triple(node, Iri("crm:P2_has_type"), _iri("confidence", certainty_word(line)))
    if line.factoid.said_by:
        yield Triple(node, Iri("crm:P3_has_note"), Literal(f"said by {line.factoid.said_by}"))
    for field, basis in sorted(line.factoid.inference.items()):
        yield Triple(node, Iri("crm:P3_has_note"), Literal(f"{field} inferred: {basis}"))


def _annotation(node: Iri, key: str, line: DossierLine) -> Iterator[Triple]:
    target, at, exact = _iri("target", key), _iri("position", key), _iri("quote", key)
    yield Triple(node, RDF_TYPE, Iri("oa:Annotation"))
    yield Triple(node, Iri("oa:hasBody"), _iri("event", key))
    yield Triple(node, Iri("oa:hasTarget"), target)
    yield Triple(target, RDF_TYPE, Iri("oa:SpecificResource"))
    yield Triple(target, Iri("oa:hasSource"), source_iri(line.source))
    yield Triple(target, Iri("oa:hasSelector"), exact)
    yield Triple(target, Iri("oa:hasSelector"), at)
    yield Triple(exact, RDF_TYPE, Iri("oa:TextQuoteSelector"))
    yield Triple(exact, Iri("oa:exact"), Literal(line.factoid.quote))
    yield Triple(at, RDF_TYPE, Iri("oa:TextPositionSelector"))
    yield Triple(at, Iri("oa:start"), Literal(str(line.factoid.start), "xsd:nonNegativeInteger"))
    yield Triple(at, Iri("oa:end"), Literal(str(line.factoid.end), "xsd:nonNegativeInteger"))


def _time_span(node: Iri, reach: Reach) -> Iterator[Triple]:
    """Yield the time-span: P81 what is true throughout, P82 within which the event fell."""
    yield Triple(node, RDF_TYPE, Iri("crm:E52_Time-Span"))
    yield Triple(node, LABEL, Literal(reach.words or reach.edtf))
    yield Triple(node, Iri("crm:P79_beginning_is_qualified_by"), Literal(reach.edtf, "edtf:EDTF"))
    for side, day in (("a_begin_of_the_begin", reach.earliest), ("b_end_of_the_end", reach.latest)):
        if day:
            clock = "T00:00:00" if side.startswith("a") else "T23:59:59"
            yield Triple(node, Iri(f"crm:P82{side}"), Literal(f"{day}{clock}", "xsd:dateTime"))
    if reach.lasted and not (reach.is_about or reach.is_doubtful) and reach.begin and reach.finish:
        yield Triple(node, Iri("crm:P81_ongoing_throughout"), Literal(reach.edtf, "edtf:EDTF"))


RDF_TYPE = Iri("rdf:type")
LABEL = Iri("rdfs:label")


def person_iri(key: str) -> Iri:
    """Return the node of a person."""
    return _iri("person", key)


def source_iri(name: str) -> Iri:
    """Return the node of a source, and the graph of what it says."""
    return _iri("source", name)


def reader_iri(name: str) -> Iri:
    """Return the node of the reader behind a statement."""
    return _iri("reader", name)


@lru_cache(_NAMES_HELD)
def _iri(sort: str, key: str) -> Iri:
    return Iri(f"{BASE}{sort}:{quote(key, safe='')}")


def _is_short(term: Iri) -> bool:
    return not term.text.startswith(BASE)


def _absolute(term: Iri) -> str:
    if not _is_short(term):
        return term.text
    prefix, _, name = term.text.partition(":")
    return PREFIXES[prefix] + name


@lru_cache(_NAMES_HELD)
def _angled(term: Iri) -> str:
    return f"<{_absolute(term)}>"


def _full(term: Iri | Literal) -> str:
    if isinstance(term, Iri):
        return _angled(term)
    return _escaped(term.text) + (f"^^{_angled(Iri(term.datatype))}" if term.datatype else "")


def _short(term: Iri | Literal) -> str:
    if isinstance(term, Iri):
        return term.text if _is_short(term) else f"<{term.text}>"
    return _escaped(term.text) + (f"^^{term.datatype}" if term.datatype else "")


def _json_term(term: Iri | Literal) -> Json:
    if isinstance(term, Iri):
        return {"@id": _absolute(term)}
    return {"@value": term.text, **({"@type": _absolute(Iri(term.datatype))} if term.datatype else {})}


_CONTROL = re.compile("[\x00-\x1f\x7f]")
_HALF = re.compile("[\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def _escaped(text: str) -> str:
    """Return a literal: control characters escaped, half characters, which no RDF holds, replaced."""
    whole = _HALF.sub("\ufffd", text.translate(_ESCAPES))
    safe = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04X}", whole)
    return f'"{safe}"'
