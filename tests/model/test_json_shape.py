"""A reading goes to JSON and comes back whole, and is what the schema promises."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from model.strategies import factoids_of, readings

from factoid.errors import ReadingShapeError
from factoid.model import Factoid, Reading, factoid_of_json, json_of_factoid, json_of_reading, reading_of_json

SCHEMA = json.loads(resources.files("factoid.resources").joinpath("reading.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SLOW = settings(max_examples=60)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@SLOW
@given(readings())
def test_a_reading_comes_back_whole(reading: Reading) -> None:
    written = json.dumps(json_of_reading(reading))
    again = reading_of_json(json.loads(written))
    assert again == reading
    assert [f.id for f in again.factoids] == [f.id for f in reading.factoids]
    assert json.dumps(json_of_reading(again)) == written


@SLOW
@given(readings())
def test_a_reading_is_what_the_schema_promises(reading: Reading) -> None:
    VALIDATOR.validate(json.loads(json.dumps(json_of_reading(reading))))


@SLOW
@given(factoids_of("s-0123456789abcdef"))
def test_a_factoid_comes_back_whole(factoid: Factoid) -> None:
    assert factoid_of_json(json.loads(json.dumps(json_of_factoid(factoid))), factoid.source) == factoid


@pytest.fixture
def written() -> dict[str, Any]:
    source = {"name": "a", "content_sha256": "0" * 64, "origin": "a.txt", "media_type": "text/plain"}
    data: dict[str, Any] = {
        "source": source["name"], "title": None, "url": None, "language": "en", "published": None,
        "creator": None,
        "origin": "a.txt", "media_type": "text/plain", "encoding": "utf-8", "content_sha256": "0" * 64,
        "text_sha256": "0" * 64, "reader": "rules@1", "furniture": [[0, 5]],
        "segments": [{"kind": "furniture", "start": 0, "end": 5, "why": "image"}],
        "persons": [], "organisations": [], "places": [], "times": [], "factoids": [],
        "findings": [], "declined": {},
    }  # fmt: skip
    VALIDATOR.validate(data)
    return data


WRONG = [
    ("text_sha256", "abc"),
    ("language", "English"),
    ("furniture", [[5]]),
    ("furniture", [[-1, 5]]),
    ("segments", [{"kind": "menu", "start": 0, "end": 5, "why": ""}]),
    ("factoids", [{"id": "f-1"}]),
    ("more", 1),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_the_schema_refuses(written: dict[str, Any], field: str, value: object) -> None:
    assert not VALIDATOR.is_valid(written | {field: value})


@pytest.mark.parametrize("field", ["source", "content_sha256", "segments", "factoids", "times"])
def test_a_reading_that_lacks_a_part_is_refused(written: dict[str, Any], field: str) -> None:
    del written[field]
    with pytest.raises(ReadingShapeError, match=f"not a reading: KeyError at '{field}'"):
        reading_of_json(written)


def test_furniture_is_told_apart(written: dict[str, Any]) -> None:
    assert json_of_reading(reading_of_json(written)) == written


@pytest.mark.parametrize("part", ["factoids", "persons", "times", "places"])
def test_a_part_of_another_kind_is_no_reading(part: str) -> None:
    shape = {"source": "a", "content_sha256": "0" * 64, "origin": "a", "media_type": "text/plain"}
    lists = ("segments", "persons", "organisations", "places", "times", "factoids", "findings")
    whole = {**shape, "text_sha256": "0" * 64, "reader": "r@1", **{name: [] for name in lists}}
    assert reading_of_json(whole).factoids == ()
    spans = {"spans": "x", "person": "p", "type": "birth", "quote": "", "start": 0, "end": 0, "related": []}
    with pytest.raises(ReadingShapeError):
        reading_of_json({**whole, part: [spans]})
