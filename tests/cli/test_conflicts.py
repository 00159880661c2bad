"""Conflicts from the command line: both sides, verdict, undo, a new source, a new reading."""

from __future__ import annotations

import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from cli.terminal import Done, as_json

from factoid.cli import entry
from factoid.model import Factoid
from factoid.store import open_library

TEXTS = {
    "page": "Emil Horak was born in Brno in 1909. On June 9, 1951, Horak fled to Austria. He died in Munich in 1956.",
    "entry": "Emil Horak was born in Brno in 1909. On 13 June 1951 Horak fled to Austria. He died in Munich in 1956.",
    "memoir": "Emil Horak was my uncle. On 13 June 1951 Emil Horak fled to Austria.",
}


def run(*arguments: str, cwd: Path) -> Done:
    """Run the command line as a user would, but in this process: there are many commands to run here."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        code = entry.run([str(argument) for argument in arguments])
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue().decode("utf-8"))
    return Done(arguments, code, *told)


@pytest.fixture(scope="module")
def two_sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    read(folder, "page", "entry")
    join(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path, two_sources: Path) -> Path:
    shutil.copytree(two_sources, tmp_path, dirs_exist_ok=True)
    return tmp_path


def read(folder: Path, *names: str) -> None:
    done = run("read", *(f"{name}.txt" for name in names), "--jobs", "1", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stderr


def join(folder: Path) -> None:
    """Make all who are called Emil Horak one person, whatever the names alone suffice for."""
    listed = as_json(run("people", "Emil Horak", "--format", "json", cwd=folder))
    for other in listed[1:]:
        done = run("same", listed[0]["id"], other["id"], "--reason", "one story", cwd=folder)
        assert done.returncode == 0, done.stderr


def the_flight(folder: Path, *more: str) -> dict[str, Any]:
    found = as_json(run("conflicts", *more, "--format", "json", cwd=folder))
    (flight,) = [
        conflict for conflict in found if (conflict["type"], conflict["field"]) == ("travel", "date")
    ]
    return dict(flight)


def side_of(conflict: dict[str, Any], source: str) -> str:
    return str(next(claim["side"] for claim in conflict["claims"] if claim["source"] == source))


def decide(folder: Path, conflict: dict[str, Any], *verdict: str) -> str:
    done = run(
        "decide", conflict["id"], *verdict, "--reason", "the guard's report", "--author", "ab", cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_both_sides_in_their_words_and_nothing_else(folder: Path) -> None:
    found = as_json(run("conflicts", "--format", "json", cwd=folder))
    assert [(c["type"], c["field"], c["kind"]) for c in found] == [("travel", "date", "incompatible")]
    assert {(c["source"], c["date"]) for c in found[0]["claims"]} == {
        ("page", "1951-06-09"),
        ("entry", "1951-06-13"),
    }
    assert all(claim["quote"] in TEXTS[claim["source"]] for claim in found[0]["claims"])
    told = run("conflicts", "Emil Horak", cwd=folder).stdout
    assert "“On June 9, 1951, Horak fled to Austria”" in told
    assert found[0]["id"] in told


def test_a_kind_may_be_asked_for(folder: Path) -> None:
    assert as_json(run("conflicts", "--kind", "two-holders", "--format", "json", cwd=folder)) == []
    seeming = as_json(run("conflicts", "--all", "--format", "json", cwd=folder))
    assert {conflict["kind"] for conflict in seeming} >= {"incompatible"}
    assert run("conflicts", "--kind", "quarrel", cwd=folder).returncode == 2


def test_a_decision_stands_until_it_is_undone(folder: Path) -> None:
    before = the_flight(folder)
    assert (before["status"], before["verdict"]) == ("open", None)
    said = decide(folder, before, "accept", side_of(before, "entry"))
    assert "accept" in said
    after = the_flight(folder, "Emil Horak")
    assert (after["status"], after["id"]) == ("decided", before["id"])
    assert after["verdict"]["side"] == side_of(before, "entry")
    assert (after["verdict"]["reason"], after["verdict"]["author"]) == ("the guard's report", "human:ab")
    assert len(after["claims"]) == len(before["claims"])
    assert "the guard's report" in run("judgements", cwd=folder).stdout
    assert run("undo", cwd=folder).returncode == 0
    assert the_flight(folder) == before


def test_a_new_source_opens_it_again(folder: Path) -> None:
    before = the_flight(folder)
    decide(folder, before, side_of(before, "page"))
    read(folder, "memoir")
    join(folder)
    after = the_flight(folder)
    assert (after["status"], after["id"]) == ("reopened", before["id"])
    assert side_of(after, "memoir") == side_of(before, "entry")
    assert "look again" in run("conflicts", cwd=folder).stdout
    decide(folder, after, "undecided")
    assert the_flight(folder)["status"] == "decided"


def test_a_decision_survives_a_re_reading_that_quotes_otherwise(folder: Path) -> None:
    before = the_flight(folder)
    decide(folder, before, side_of(before, "page"))
    read_anew(folder / "library.factoid")
    after = the_flight(folder)
    assert (after["status"], after["id"]) == ("decided", before["id"])
    assert after["verdict"]["side"] == side_of(after, "page")
    assert {c["quote"] for c in after["claims"]} != {c["quote"] for c in before["claims"]}
    assert {c["factoid"] for c in after["claims"]}.isdisjoint(c["factoid"] for c in before["claims"])


def read_anew(path: Path) -> None:
    """Put another reader's evidence in the place of what was read: quotes a little shorter."""
    with open_library(path) as library:
        for name in ("page", "entry"):
            document, reading = library.document(name), library.reading(name)
            factoids = tuple(shortened(factoid) for factoid in reading.factoids)
            library.add(document, replace(reading, factoids=factoids, reader="another@1"))


def shortened(factoid: Factoid) -> Factoid:
    if factoid.type != "travel" or factoid.end - factoid.start <= 10:
        return factoid
    return replace(factoid, end=factoid.end - 1, quote=factoid.quote[:-1])


def test_a_claim_that_the_source_does_not_make_can_be_rejected(folder: Path) -> None:
    before = the_flight(folder)
    claim = before["claims"][0]["factoid"]
    assert run("reject", claim, "--reason", "misread", cwd=folder).returncode == 0
    assert as_json(run("conflicts", "--format", "json", cwd=folder)) == []


def test_two_journeys_can_be_told_apart(folder: Path) -> None:
    before = the_flight(folder)
    ids = [claim["factoid"] for claim in before["claims"]]
    assert run("align", *ids, "--apart", "--reason", "he fled twice", cwd=folder).returncode == 0
    assert as_json(run("conflicts", "--format", "json", cwd=folder)) == []
    assert run("undo", cwd=folder).returncode == 0
    assert the_flight(folder) == before


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("decide", "c-0000000000000000", "A", "--reason", "x"), 3, "no conflict c-0000000000000000"),
        (("decide", "{id}", "Q", "--reason", "x"), 2, "no side Q"),
        (("decide", "{id}", "A"), 2, "needs its reason"),
        (("decide", "{id}", "A", "B", "--reason", "x"), 2, "Give one verdict"),
        (("align", "{claim}", "{claim}"), 2, "Name two"),
    ],
)
def test_what_cannot_be_done_says_so(folder: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    flight = the_flight(folder)
    filled = [part.format(id=flight["id"], claim=flight["claims"][0]["factoid"]) for part in arguments]
    done = run(*filled, cwd=folder)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert the_flight(folder)["verdict"] is None


def test_the_help_has_examples(tmp_path: Path) -> None:
    for command in ("conflicts", "decide", "align"):
        assert "Example" in run(command, "--help", cwd=tmp_path).stdout
