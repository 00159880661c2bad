"""Judgements from the command line: kept, listed, undone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from cli.terminal import Done, Run, as_json, environment


@pytest.fixture
def library(tmp_path: Path, lives: Path) -> Path:
    copy = tmp_path / "library.factoid"  # where commands look by themselves
    shutil.copyfile(lives, copy)
    return copy


def people(factoid: Run) -> dict[str, Any]:
    return {person["id"]: person for person in as_json(factoid("people", "--format", "json"))}


def done_well(done: Done) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.usefixtures("library")
def test_same_joins_and_undo_parts_again(factoid: Run) -> None:
    before = people(factoid)
    a, b = list(before)[-2:]
    said = done_well(factoid("same", a, b, "--reason", "for the test", "--author", "ab"))
    assert said == f"judged: 1 same {a} and {b} by human:ab\n"
    joined = people(factoid)
    assert len(joined) == len(before) - 1
    assert "for the test" in factoid("show", a).stdout
    done_well(factoid("undo"))
    assert people(factoid) == before


@pytest.mark.usefixtures("library")
def test_the_list_says_in_words_what_was_judged(factoid: Run) -> None:
    a, b = list(people(factoid).values())[-2:]
    line = as_json(factoid("show", a["id"], "--format", "json"))["factoids"][0]
    done_well(factoid("same", a["id"], b["id"]))
    done_well(factoid("reject", line["id"]))
    same, rejected = done_well(factoid("judgements")).splitlines()
    assert any(f"{person['name']} (" in same for person in (a, b)), same
    assert f"{line['id']} “{line['quote'][:20]}" in rejected
    assert rejected.split("\t")[2] in done_well(factoid("undo"))


@pytest.mark.usefixtures("library")
def test_differ_parts_what_was_joined(factoid: Run) -> None:
    before = people(factoid)
    a, b = list(before)[-2:]
    done_well(factoid("same", a, b))
    personas = as_json(factoid("show", a, "--format", "json"))["personas"]
    assert {persona["id"] for persona in personas} >= {a, b}
    done_well(factoid("differ", a, b, "--reason", "for the test"))
    assert people(factoid) == before


@pytest.mark.usefixtures("library")
def test_reject_marks_a_factoid_and_keeps_it(factoid: Run) -> None:
    person = next(iter(people(factoid)))
    factoid_id = as_json(factoid("show", person, "--format", "json"))["factoids"][0]["id"]
    done_well(factoid("reject", factoid_id, "--reason", "not so", env=environment(FACTOID_AUTHOR="cd")))
    line = as_json(factoid("show", person, "--format", "json"))["factoids"][0]
    assert (line["id"], line["verdict"]) == (factoid_id, "rejected")
    assert "[rejected]" in factoid("show", person).stdout
    done_well(factoid("accept", factoid_id))
    assert as_json(factoid("explain", factoid_id, "--format", "json"))["verdict"] == "accepted"
    log = as_json(factoid("judgements", "--format", "json"))
    assert [(j["verdict"], j["reason"]) for j in log] == [("rejected", "not so"), ("accepted", "")]
    assert log[0]["author"] == "human:cd"
    assert log[0]["made"].endswith("+00:00")


@pytest.mark.usefixtures("library")
def test_nothing_to_judge(factoid: Run) -> None:
    assert factoid("undo").returncode == 3
    assert factoid("accept", "f-0000000000000000").returncode == 3
    a = next(iter(people(factoid)))
    done = factoid("same", a, a)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.usefixtures("library")
def test_unsure_keeps_two_apart_and_undo_lets_them_go(factoid: Run) -> None:
    before = people(factoid)
    a, b = list(before)[-2:]
    assert "unsure" in done_well(factoid("unsure", a, b, "--reason", "who knows"))
    assert people(factoid) == before
    assert as_json(factoid("people", "--unsure", "--format", "json", "--limit", "3")) == []
    assert done_well(factoid("people", "--unsure")) == ""
    done_well(factoid("undo"))
