"""``factoid remove``: what it says, what it asks, and what other commands say of it afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cli.terminal import FIXTURES, Run, as_json
from cli.test_judge import done_well
from store.invented import invented

from factoid.cli.entry import run
from factoid.model import Judgement, Verdict
from factoid.store import open_library


@pytest.fixture
def library(tmp_path: Path, lives: Path) -> Path:
    copy = tmp_path / "library.factoid"
    shutil.copyfile(lives, copy)
    return copy


@pytest.mark.usefixtures("library")
def test_a_source_is_removed_and_put_back(factoid: Run) -> None:
    before = as_json(factoid("people", "--format", "json"))
    sources = as_json(factoid("sources", "--format", "json"))
    mine = next(f for p in before for f in _lines(factoid, p["id"]) if f["source"] == "anna")
    done_well(factoid("accept", mine["id"], "--reason", "seen in the register"))

    asked = factoid("remove", "anna", "--reason", "a forgery")
    assert (asked.returncode, "--yes" in asked.stderr) == (2, True)
    assert "(seen in the register)" in done_well(factoid("remove", "anna", "--dry-run"))
    assert as_json(factoid("sources", "--format", "json")) == sources

    said = done_well(factoid("remove", "anna", "--yes", "--reason", "a forgery", "--author", "ab"))
    assert "1 judgements that rest on these words" in said
    left = as_json(factoid("sources", "--format", "json"))
    assert [s["source"] for s in left] == ["jan", "museum"]
    [held] = as_json(factoid("sources", "--removed", "--format", "json"))
    assert (held["source"], held["author"], held["reason"]) == ("anna", "human:ab", "a forgery")
    assert "with anna, which was removed" in done_well(factoid("judgements"))

    again = factoid("read", FIXTURES / "anna.txt", FIXTURES / "jan.md")
    assert (again.returncode, "1 unchanged, 1 left out" in again.stdout) == (0, True)
    assert "left out" in again.stderr
    assert "removed from this library" in again.stderr
    assert "human:ab: a forgery" in again.stderr
    assert factoid("read", FIXTURES / "anna.txt").returncode == 3
    assert "--restore anna" in factoid("source", "anna").stderr

    assert done_well(factoid("remove", "--restore", "anna")) == "put back: anna\n"
    assert as_json(factoid("people", "--format", "json")) == before
    assert [line["verdict"] for line in _lines(factoid, mine["person"]) if line["id"] == mine["id"]] == [
        "accepted"
    ]
    assert done_well(factoid("judgements", "--orphaned")) == ""


def _lines(factoid: Run, person: str) -> list[dict[str, str]]:
    lines: list[dict[str, str]] = as_json(factoid("show", person, "--format", "json"))["factoids"]
    return lines


def test_a_renamed_and_a_changed_file_are_told(factoid: Run, tmp_path: Path) -> None:
    first = (FIXTURES / "anna.txt").read_text()
    (tmp_path / "life.txt").write_text(first)
    factoid("read", "life.txt")
    (tmp_path / "vita.txt").write_text(first)
    assert (
        "note: vita.txt: this very content is in the library, as life" in factoid("read", "vita.txt").stderr
    )
    assert "note" not in factoid("read", "life.txt").stderr
    (tmp_path / "life.txt").write_text(first + "\n\nAnna Kowalska died in 1950.\n")
    born, went = (line["id"] for line in _lines(factoid, "Anna Kowalska")[:2])
    done_well(factoid("accept", born, "--reason", "seen in the register"))
    done_well(factoid("reject", went))
    quote = next(line["quote"] for line in _lines(factoid, "Anna Kowalska") if line["id"] == went)
    (tmp_path / "life.txt").write_text((tmp_path / "life.txt").read_text().replace(quote, quote.upper()))
    said = factoid("read", "life.txt").stderr
    assert "life.txt: was read before with other content, as life; this is life-2" in said
    assert "1 judgements on life carried over to life-2." in said
    assert "1 judgements on life rest on words that life-2 has not" in said
    listed = done_well(factoid("judgements"))
    assert "carried over from 1" in listed
    [behind] = as_json(factoid("judgements", "--orphaned", "--format", "json"))
    assert (behind["factoid"], behind["not_in"], behind["orphaned"]) == (went, "life-2", True)
    assert "0 judgements on life carried over" in done_well(factoid("carry", "life", "life-2"))
    done_well(factoid("undo"))
    assert [j["withdrawn"] is None for j in as_json(factoid("judgements", "--format", "json"))] == [
        True,
        True,
        False,
    ]


def test_undo_takes_back_what_somebody_judged_not_a_mark_that_was_passed_on(tmp_path: Path) -> None:
    place = tmp_path / "l.factoid"
    with open_library(place, create=True) as library:
        for name in ("letters", "diary"):
            library.add(*invented(name, ("Anna Berg",)))
        one, other = (found.anchor for found in library.personas())
        for verdict, right in ((Verdict.SAME, other), (Verdict.PROTECTED, None)):
            library.judge(
                Judgement(verdict=verdict, author="human:ab", made="2026-01-01", left=one, right=right)
            )
        accepted = library.reading("letters").factoids[0].id
        library.judge(
            Judgement(verdict=Verdict.ACCEPTED, author="human:ab", made="2026-01-01", factoid=accepted)
        )
    assert run(["remove", "diary", "--yes", "--author", "ab", "--library", str(place)]) == 0
    with open_library(place) as library:
        assert [j.verdict for j in library.judgements()] == [Verdict.ACCEPTED, Verdict.PROTECTED]
    assert run(["undo", "--library", str(place)]) == 0
    with open_library(place) as library:
        assert [j.verdict for j in library.judgements()] == [Verdict.PROTECTED]
