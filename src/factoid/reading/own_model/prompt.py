"""The question that a model is asked about a passage. Its words are data: ``resources/own_model.yaml``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from factoid.model import SLOTS
from factoid.reading.own_model.asking import Request
from factoid.resources import load

MOST_TOKENS = 4_096  #: of an answer
MOST_NAMES = 60  #: of persons that are listed for a passage

FIELDS = ("quote", "person", "type", *SLOTS, "related", "date", "certainty", "said_by")


def version() -> str:
    """Return the version of the task: another one may have other answers."""
    return str(load("own_model")["version"])


def request_for(model: str, words: str, names: Sequence[str]) -> Request:
    """Return what to ask about a passage in which so-called persons were found."""
    return Request(
        model=model,
        messages=(("system", _task()), *_example(), ("user", _question(words, names))),
        schema=schema(),
        most_tokens=MOST_TOKENS,
    )


@cache
def schema() -> Mapping[str, Any]:
    """Return the shape of an answer: of what `reading.schema.json` says of a factoid, what a model can know."""
    source = resources.files("factoid.resources").joinpath("reading.schema.json")
    definitions = json.loads(source.read_text("utf-8"))["$defs"]
    fields = {name: _plain(definitions["factoid"]["properties"][name], definitions) for name in FIELDS}
    fields["type"] = {"enum": list(load("statement_types")["types"])}
    statement = {
        "type": "object",
        "properties": fields,
        "required": list(FIELDS),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"statements": {"type": "array", "items": statement}},
        "required": ["statements"],
        "additionalProperties": False,
    }


@cache
def words_of_example() -> str:
    """Return the invented passage, and what may be copied from it."""
    return " ".join(load("own_model")["passage_of_example"].split())


@cache
def names_of_example() -> frozenset[str]:
    """Return what persons are called in the answer to the invented passage."""
    told = load("own_model")["answer_to_example"]["statements"]
    return frozenset(s["person"] for s in told if " " in s["person"])


def _plain(shape: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return a shape that refers to no other, without remarks."""
    found = definitions[shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
    return {key: value for key, value in found.items() if key != "description"}


@cache
def _task() -> str:
    rows = [
        f"  {name}: {', '.join(kind['slots'])}" + "".join(f"; {s}: {kind[s]}" for s in SLOTS if s in kind)
        for name, kind in load("statement_types")["types"].items()
    ]
    return "\n".join([load("own_model")["task"].rstrip(), *rows])


@cache
def _example() -> tuple[tuple[str, str], ...]:
    answer = json.dumps(load("own_model")["answer_to_example"], ensure_ascii=False)
    question = _question(words_of_example(), sorted(names_of_example(), reverse=True))
    return ("user", question), ("assistant", answer)


def _question(words: str, names: Sequence[str]) -> str:
    named = "; ".join(names[:MOST_NAMES]) or "none found"
    return f"Persons: {named}\n\nPassage:\n{words}"
