"""Times and their reasons on the command line: show and explain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.terminal import Run, as_json, run

TEXT = """Pavel Orlov was born in Riga, the son of the tailor Karl Orlov.

In 1920 he came to Odessa. At the age of 20, Orlov was appointed clerk of the city council.

On 9 June 1938 Orlov crossed the border. He betrayed his agents. In August 1945 Orlov was arrested in Harbin.

Pavel Orlov died in 1937.
"""


@pytest.fixture(scope="module")
def orlov(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one text that contradicts itself."""
    folder = tmp_path_factory.mktemp("orlov")
    (folder / "memoir.txt").write_text(TEXT, "utf-8")
    done = run("read", "memoir.txt", "--library", "orlov.factoid", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "orlov.factoid"


def shown(factoid: Run, library: Path) -> Any:
    return as_json(factoid("show", "Pavel Orlov", "--format", "json", "--library", library))


def test_show_gives_each_line_its_time_and_its_reasons(factoid: Run, orlov: Path) -> None:
    life = shown(factoid, orlov)
    arrest = next(line for line in life["factoids"] if line["type"] == "arrest")
    assert arrest["time"]["likely_earliest"] == "1945-08-01"
    assert arrest["time"]["likely_latest"] == "1945-08-31"
    assert arrest["time"]["why_likely_earliest"][0]["rule"] == "date"
    assert arrest["time"]["why_likely_earliest"][0]["quote"] == arrest["quote"]
    assert [found["date"] for found in life["inferred"]] == ["[1899,1900]"]


def test_show_tells_what_cannot_be_true(factoid: Run, orlov: Path) -> None:
    (found,) = shown(factoid, orlov)["contradictions"]
    assert {"factoids", "sources", "is_firm", "sentences", "steps", "repairs"} == set(found)
    printed = factoid("show", "Pavel Orlov", "--library", orlov).stdout
    assert "These cannot all be true" in printed
    for sentence in (*found["sentences"], *(repair["sentence"] for repair in found["repairs"])):
        assert sentence in printed
    assert "born 1899 or 1900: from" in printed
    assert "likely between 30 December 1898 and 3 January 1901" in printed


def test_explain_gives_the_chain_behind_a_line(factoid: Run, orlov: Path) -> None:
    line = next(line for line in shown(factoid, orlov)["factoids"] if "betrayed" in line["quote"])
    explained = as_json(factoid("explain", line["id"], "--format", "json", "--library", orlov))
    assert explained["time"] == line["time"]
    printed = factoid("explain", line["id"], "--library", orlov).stdout
    assert "likely not before" in printed
    assert "1938, because" in printed
    for step in line["time"]["why_likely_earliest"]:
        assert step["sentence"] in printed


def test_explain_gives_the_chain_behind_a_birth(factoid: Run, orlov: Path) -> None:
    explained = as_json(factoid("explain", "Pavel Orlov", "birth", "--format", "json", "--library", orlov))
    assert (explained["person_name"], explained["event"]) == ("Pavel Orlov", "birth")
    assert [step["rule"] for step in explained["time"]["why_likely_earliest"]] == ["told", "age"]
    printed = factoid("explain", "Pavel Orlov", "birth", "--library", orlov).stdout
    assert "Pavel Orlov: birth" in printed
    assert "says “the age of 20”" in printed
    assert "bounds the time" in factoid("explain", "Karl Orlov", "burial", "--library", orlov).stdout
    assert factoid("explain", "Pavel Orlov", "wedding", "--library", orlov).returncode == 2
    which = factoid("explain", "Pavel Orlov", "--library", orlov)
    assert (which.returncode, "birth, death or burial" in which.stderr) == (2, True)


def test_explain_tells_damage_to_the_words(factoid: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("In 1920 Pavel Orlov received a colonel's shoulder straps.\n", "utf-8")
    library = tmp_path / "page.factoid"
    assert factoid("read", tmp_path / "page.txt", "--library", library).returncode == 0
    hurt = [line for line in shown(factoid, library)["factoids"] if line["damage"]]
    assert hurt
    explained = as_json(factoid("explain", hurt[0]["id"], "--format", "json", "--library", library))
    assert explained["damage"] == hurt[0]["damage"]
    assert "calque: " in factoid("explain", hurt[0]["id"], "--library", library).stdout
