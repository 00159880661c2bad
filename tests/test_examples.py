"""The examples in Python, of the pages and of the docstrings, run and give what they say."""

from __future__ import annotations

import doctest
import importlib
import json
import re
from pathlib import Path

import pytest

import factoid
from factoid.model import Document, Reading
from factoid.sources import document_of_text

ROOT = Path(__file__).parents[1]
SOURCE = Path(factoid.__file__).parent
#: pages whose examples need no server; each example is run after those before it on its page
PAGES = [
    "README.md",
    "docs/reference/python.md",
    "docs/explanation/library.md",
    "docs/explanation/bodies.md",
    "docs/explanation/places.md",
]
GIVES = re.compile(r"^(\S.*?)  # ('[^']*')$", re.M)  #: an expression, and what it is said to give
LIFE = "Anna Kowalska was born in Lodz in 1901. Vasily Chapayev was born at Budaika in 1887."
PORT = {
    "@id": "https://example.org/places/7",
    "properties": {"title": "Nullport", "ccodes": ["GB"], "fclasses": ["P"]},
    "names": [{"toponym": "Nullport"}],
    "geometry": {"type": "Point", "coordinates": [-3.5, 51.2]},
}


@pytest.fixture(scope="module")
def read() -> tuple[Document, Reading]:
    return document_of_text(LIFE), factoid.read(LIFE)


@pytest.fixture
def folder(tmp_path: Path, read: tuple[Document, Reading], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages name."""
    for name in ("library.factoid", "lives.factoid"):
        with factoid.open(tmp_path / name, create=True) as library:
            library.add(*read)
    gazetteer = {"type": "FeatureCollection", "features": [PORT]}
    (tmp_path / "ports.lp.json").write_text(json.dumps(gazetteer), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("folder")
def test_the_examples_of_a_page_run(page: str, read: tuple[Document, Reading]) -> None:
    examples = re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.S | re.M)
    assert examples
    names: dict[str, object] = dict(zip(("document", "reading"), read, strict=True))
    for example in examples:
        exec(compile(example, page, "exec"), names)
        for expression, said in GIVES.findall(example):
            assert repr(eval(expression, names)) == said, expression


SHOWN = [path for path in sorted(SOURCE.rglob("*.py")) if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_examples_of_a_docstring_give_what_they_say(path: Path) -> None:
    name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
    done = doctest.testmod(importlib.import_module(name))
    assert (done.failed, done.attempted > 0) == (0, True)
