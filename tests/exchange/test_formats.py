"""What leaves in the field's formats is read by tools that are not ours, and sharpens nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import gedcom7
import networkx
import pyarrow.parquet
import pytest
import rdflib
from exchange.test_exporters import exported
from followthemoney import model as ftm_model

from factoid.dates import when_of_edtf
from factoid.exchange import Only, SelectedShelf, find_exporter
from factoid.exchange.exporters.gedcom7 import gedcom_date
from factoid.exchange.exporters.quickstatements import _time
from factoid.exchange.reach import point_of, reach_of
from factoid.model import DossierLine, Extent, Judgement, Verdict
from factoid.reading import make_reader
from factoid.sources import document_of_text
from factoid.store import Library, open_library

pytestmark = pytest.mark.filterwarnings("ignore:.*Dataset:DeprecationWarning")  # rdflib warns of itself

FACTOIDS = 8  # two sources of four


def text(library: Library, name: str) -> str:
    return exported(library, name)[0].decode()


def rejected(library: Library) -> str:
    factoid = library.dossier("Anna Berg").lines[-1].factoid
    library.judge(
        Judgement(
            verdict=Verdict.REJECTED, author="human:ab", made="2024-05-02T12:00:00Z", factoid=factoid.id
        )
    )
    return factoid.quote


@pytest.mark.parametrize("name", ["turtle", "nquads", "jsonld"])
def test_rdf_is_read_by_rdflib_and_says_the_same_in_every_form(library: Library, name: str) -> None:
    forms = {"turtle": "turtle", "nquads": "nquads", "jsonld": "json-ld"}
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=text(library, name), format=forms[name])
    reference = rdflib.Dataset(default_union=True)
    reference.parse(data=text(library, "nquads"), format="nquads")

    def triples(dataset: rdflib.Dataset) -> set[tuple[str, ...]]:
        return {tuple(str(term) for term in triple[:3]) for triple in dataset}

    assert triples(graph) == triples(reference)
    quotes = {str(o) for o in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))}
    assert quotes == {line.factoid.quote for p in library.people() for line in library.dossier(p.id).lines}


def test_every_assertion_in_rdf_has_its_words_and_its_source(library: Library) -> None:
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=text(library, "nquads"), format="nquads")
    crm = rdflib.Namespace("http://www.cidoc-crm.org/cidoc-crm/")
    assertions = set(graph.subjects(rdflib.RDF.type, crm.E13_Attribute_Assignment))
    assert len(assertions) >= FACTOIDS
    for assertion in assertions:
        assert list(graph.objects(assertion, crm.P17_was_motivated_by))
        assert list(graph.objects(assertion, rdflib.URIRef("http://www.w3.org/ns/prov#hadPrimarySource")))


@pytest.mark.parametrize(("name", "read"), [("graphml", networkx.parse_graphml), ("gexf", None)])
def test_graphs_are_read_by_networkx(library: Library, name: str, read: object) -> None:
    data, _ = exported(library, name)
    graph = networkx.parse_graphml(data.decode()) if read else networkx.read_gexf(io.BytesIO(data))
    edges = sum(bool(line.related) or bool(line.factoid.organisation) for line in every_line(library))
    assert graph.number_of_edges() == edges > 0
    people = {summary.id for summary in library.people()}
    assert people <= set(graph.nodes)


def every_line(library: Library) -> Iterator[DossierLine]:
    for person in library.people():
        yield from library.dossier(person.id).lines


def test_ftm_entities_are_valid_to_followthemoney(library: Library) -> None:
    entities = [json.loads(line) for line in text(library, "ftm").splitlines()]
    assert entities
    for entity in entities:
        proxy = ftm_model.get_proxy(entity)
        schema = proxy.schema
        for name, values in entity["properties"].items():
            assert name in schema.properties, (entity["schema"], name)
            if schema.properties[name].type.name == "date":
                assert all(schema.properties[name].type.validate(value) for value in values)
        assert set(schema.required) <= set(entity["properties"]), entity
    known = {entity["id"] for entity in entities}
    for entity in entities:
        for name, values in entity["properties"].items():
            if ftm_model[entity["schema"]].properties[name].type.name == "entity":
                assert set(values) <= known, (entity, name)


def test_gedcom_is_read_by_gedcom7(library: Library) -> None:
    records = gedcom7.loads(text(library, "gedcom7"))
    tags = [record.tag for record in records]
    assert (tags[0], tags[-1]) == ("HEAD", "TRLR")
    people = [record for record in records if record.tag == "INDI"]
    assert len(people) == len(library.people())
    known = {record.xref for record in records if record.xref}
    assert set(re.findall(r" (@[A-Z0-9_]+@)$", text(library, "gedcom7"), re.M)) <= known


@pytest.mark.parametrize(
    ("edtf", "extent", "wanted"),
    [
        ("1938-06-09", Extent.WITHIN, "9 JUN 1938"),
        ("1938-06", Extent.WITHIN, "JUN 1938"),
        ("1938", Extent.WITHIN, "1938"),
        ("1938~", Extent.WITHIN, "ABT 1938"),
        ("1937/1938", Extent.THROUGHOUT, "FROM 1937 TO 1938"),
        ("1937/1938", Extent.WITHIN, "BET 1937 AND 1938"),
        ("../1937", Extent.WITHIN, "BEF 1937"),
        ("1937/..", Extent.WITHIN, "AFT 1937"),
        ("193X", Extent.WITHIN, "BET 1 JAN 1930 AND 31 DEC 1939"),
        ("-0043-03-15", Extent.WITHIN, "15 MAR 44 BCE"),
    ],
)
def test_gedcom_dates_are_never_sharper_than_the_source(edtf: str, extent: Extent, wanted: str) -> None:
    reach = reach_of(when_of_edtf(edtf, extent=extent))
    assert reach is not None
    assert gedcom_date(reach) == wanted


@pytest.mark.parametrize(
    ("iso", "wanted"),
    [
        ("1938", "+1938-00-00T00:00:00Z/9"),
        ("1938-06", "+1938-06-00T00:00:00Z/10"),
        ("1938-06-09", "+1938-06-09T00:00:00Z/11"),
        ("-0043", "-0044-00-00T00:00:00Z/9"),
    ],
)
def test_wikidata_times_have_the_precision_of_the_source(iso: str, wanted: str) -> None:
    point = point_of(iso)
    assert point is not None
    assert _time(point) == wanted


def test_quickstatements_are_commands_with_a_reference_each(library: Library) -> None:
    lines = text(library, "quickstatements").splitlines()
    value = re.compile(r'somevalue|Q\d+|[+-]\d{4,}-\d\d-\d\dT00:00:00Z/\d+|(?:[a-z]{2}:)?"[^"]*"')
    for line in lines:
        fields = line.split("\t")
        assert fields[0] in ("CREATE", "LAST")
        for name, words in zip(fields[1::2], fields[2::2], strict=True):
            assert re.fullmatch(r"!?[PS]\d+|[LAD]en", name), line
            assert value.fullmatch(words), line
    said = [line for line in lines if re.match(r"LAST\t!?P(?!31\b)", line)]
    assert said
    assert all("\tS1683\t" in line for line in said)


def test_the_quickstatements_table_has_a_row_for_each_person(library: Library) -> None:
    rows = list(csv.reader(io.StringIO(text(library, "quickstatements-csv"))))
    assert len(rows) == 1 + len(library.people())
    assert {len(row) for row in rows} == {len(rows[0])}


def test_xml_formats_are_well_formed_and_hold_every_quote(library: Library) -> None:
    quotes = {line.factoid.quote for line in every_line(library)}
    for name in ("tei", "eac-cpf"):
        root = ET.fromstring(text(library, name))
        whole = "".join(root.itertext())
        assert all(quote in whole for quote in quotes), name
    tei = ET.fromstring(text(library, "tei"))
    namespace = "{http://www.tei-c.org/ns/1.0}"
    ids = {element.get("{http://www.w3.org/XML/1998/namespace}id") for element in tei.iter()}
    for element in tei.iter():
        for name in ("source", "active", "passive"):
            assert all(pointer[1:] in ids for pointer in (element.get(name) or "").split()), element.attrib
    assert len(tei.findall(f".//{namespace}person")) == len(library.people())


def test_geojson_points_lie_on_the_globe(library: Library) -> None:
    whole = json.loads(text(library, "geojson"))
    assert whole["type"] == "FeatureCollection"
    for feature in whole["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


@pytest.mark.parametrize("name", ["lpf", "timelinejs", "gedcomx", "csl-json"])
def test_json_formats_are_json(library: Library, name: str) -> None:
    assert json.loads(text(library, name))


def test_timeline_slides_start_somewhere(library: Library) -> None:
    slides = json.loads(text(library, "timelinejs"))["events"]
    assert slides
    for slide in slides:
        assert isinstance(slide["start_date"]["year"], int)
        assert slide["text"]["headline"]


def test_gedcomx_persons_rest_on_personas_and_facts_on_characters(library: Library) -> None:
    whole = json.loads(text(library, "gedcomx"))
    persons = {person["id"]: person for person in whole["persons"]}
    drawn = [person for person in whole["persons"] if not person.get("extracted")]
    described = {description["id"] for description in whole["sourceDescriptions"]}
    assert any(person["facts"] for person in drawn)
    for person in drawn:
        assert all(persons[e["resource"][1:]]["extracted"] for e in person["evidence"])
        for fact in person["facts"]:
            (source,) = fact["sources"]
            assert source["description"][1:] in described
            assert re.fullmatch(r"\d+,\d+", source["qualifiers"][0]["value"])


def test_parquet_holds_the_rows_of_the_table(library: Library) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(exported(library, "parquet")[0]))
    rows = list(csv.DictReader(io.StringIO(text(library, "csv"))))
    assert [row["factoid"] for row in rows] == table.column("factoid").to_pylist()
    assert table.column("quote").to_pylist() == [row["quote"].removeprefix("'") for row in rows]


def test_bibtex_has_an_entry_for_each_source(library: Library) -> None:
    entries = re.findall(r"^@\w+\{([^,]+),", text(library, "bibtex"), re.M)
    assert sorted(entries) == ["first", "second"]


#: Formats that carry single statements without saying who rejected them
ONLY_STANDING = [
    "ftm", "turtle", "nquads", "jsonld", "tei", "gedcom7", "gedcomx", "eac-cpf", "quickstatements", "geojson",
    "timelinejs", "graphml", "gexf", "markdown", "html",
]  # fmt: skip


@pytest.mark.parametrize("name", ONLY_STANDING)
def test_what_a_person_rejected_does_not_leave_as_a_statement(library: Library, name: str) -> None:
    quote = rejected(library)
    others = [line.factoid.quote for line in every_line(library) if line.verdict is not Verdict.REJECTED]
    data, lost = exported(library, name)
    assert lost["statements that a person rejected"] == 1
    if quote not in others:
        assert quote.encode() not in data


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_publications_disarm_markup(library: Library, name: str) -> None:
    whole = text(library, name)
    assert "<script" not in whole
    assert "Anna Berg" in whole


@pytest.mark.parametrize(
    ("only", "count"), [(Only.ALL, FACTOIDS), (Only.STANDING, FACTOIDS - 1), (Only.ACCEPTED, 1)]
)
def test_only_what_is_wanted_leaves(library: Library, only: Only, count: int) -> None:
    rejected(library)
    out = io.BytesIO()
    find_exporter("jsonl").write(SelectedShelf(library, only), out)
    assert len(out.getvalue().splitlines()) == count
    whole = io.BytesIO()
    find_exporter("json").write(SelectedShelf(library, only), whole)
    assert sum(len(r["factoids"]) for r in json.loads(whole.getvalue())["readings"]) == count


def test_followthemoney_states_no_doubtful_birth_as_a_fact(tmp_path: Path) -> None:
    with open_library(tmp_path / "a.factoid", create=True) as library:
        document = document_of_text("Anna Berg was perhaps born in Riga in 1890. Anna Berg was a baker.")
        library.add(document, make_reader().read(document))
        out = io.BytesIO()
        find_exporter("ftm").write(library, out)
    entities = [json.loads(line) for line in out.getvalue().splitlines()]
    [anna] = [e["properties"] for e in entities if e["schema"] == "Person"]
    assert "birthDate" not in anna
    assert "birthPlace" not in anna
    assert any("perhaps born" in note and "hedged" in note for note in anna["notes"])
