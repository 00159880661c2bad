"""Looking things up in a library: people, show, explain, sources, search."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cli.terminal import COMMAND, Run, as_json, environment

from factoid.dates.in_words import edtf_in_words
from factoid.resources.catalogue import catalogue_of
from factoid.store import open_view


def anna(factoid: Run, lives: Path) -> Any:
    found = as_json(factoid("people", "kowalska", "--format", "json", "--library", lives))
    return as_json(factoid("show", found[0]["id"], "--format", "json", "--library", lives))


def test_people_lists_those_who_match(factoid: Run, lives: Path) -> None:
    everybody = as_json(factoid("people", "--format", "json", "--library", lives))
    found = as_json(factoid("people", "nowak", "--format", "json", "--library", lives))
    assert {"id", "name", "names", "sources", "factoids", "born", "died"} == set(everybody[0])
    assert found
    assert len(found) < len(everybody)
    assert all("nowak" in " ".join([p["name"], *p["names"]]).casefold() for p in found)


def test_people_in_a_pipe_is_one_line_each_with_tabs(factoid: Run, lives: Path) -> None:
    done = factoid("people", "--library", lives)
    everybody = as_json(factoid("people", "--format", "json", "--library", lives))
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [p["name"] for p in everybody]
    assert "\x1b" not in done.stdout


def test_every_line_of_a_dossier_leads_to_its_words(factoid: Run, lives: Path) -> None:
    dossier = anna(factoid, lives)
    assert dossier["factoids"]
    with open_view(lives) as view:
        for line in dossier["factoids"]:
            content = view.document(line["source"]).text.content
            assert content[line["start"] : line["end"]] == line["quote"]


def test_show_counts_what_was_rather_misread(factoid: Run, lives: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(lives, tmp_path / "own.factoid"))
    weak, *others = anna(factoid, path)["factoids"]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE factoid SET confidence = 0.3 WHERE id = ?", (weak["id"],))
        connection.commit()
    printed = factoid("show", weak["person"], "--library", path).stdout
    assert weak["id"] not in printed
    assert others[0]["id"] in printed
    assert "1 line that was probably misread: see with --all" in printed
    assert weak["id"] in factoid("show", weak["person"], "--all", "--library", path).stdout


def test_show_says_what_was_read_less_surely(factoid: Run, lives: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(lives, tmp_path / "own.factoid"))
    sure, less = (line["id"] for line in anna(factoid, path)["factoids"][:2])
    with closing(sqlite3.connect(path)) as connection:
        update = "UPDATE factoid SET model = 'navec@1', confidence = ? WHERE id = ?"
        connection.executemany(update, [(0.9, sure), (0.6, less)])
        connection.commit()
    told = {line["id"]: line for line in anna(factoid, path)["factoids"]}
    assert (told[sure]["sureness"], told[less]["sureness"]) == ("sure", "less sure")
    assert "less sure" in factoid("explain", less, "--library", path).stdout
    assert "less sure" not in factoid("explain", sure, "--library", path).stdout
    assert "[less sure]" in factoid("show", told[less]["person"], "--library", path).stdout


def dates_of(line: Any) -> list[str]:
    """The words that the date of a line may stand in: an interval holds throughout, or somewhere within."""
    if line["date"] is None:
        return ["undated"]
    return [edtf_in_words(line["date"], catalogue_of(), throughout=all_of_it) for all_of_it in (True, False)]


def test_show_prints_each_line_with_date_label_quote_source_and_id(factoid: Run, lives: Path) -> None:
    dossier = anna(factoid, lives)
    printed = factoid("show", dossier["id"], "--all", "--library", lives).stdout
    assert dossier["factoids"]
    assert dossier["sources"]
    for line in dossier["factoids"]:
        assert line["quote"].replace("\n", " ") in printed
        assert line["id"] in printed
        assert any(words in printed for words in dates_of(line))
        for basis in line["inference"].values():
            assert basis in printed
    for source in dossier["sources"]:
        assert source in printed


def test_nobody_of_that_name_is_one_line_with_advice(factoid: Run, lives: Path) -> None:
    done = factoid("show", "Kowalskaja", "--library", lives)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.count("\n") == 1
    assert "Kowalska" in done.stderr


def test_explain_gives_the_words_and_where_each_field_comes_from(factoid: Run, lives: Path) -> None:
    line = anna(factoid, lives)["factoids"][0]
    explained = as_json(factoid("explain", line["id"], "--format", "json", "--library", lives))
    with open_view(lives) as view:
        content = view.document(line["source"]).text.content
    assert explained["before"] + explained["quote"] + explained["after"] in content
    printed = factoid("explain", line["id"], "--library", lives).stdout
    assert line["quote"] in printed
    assert line["reader"] in printed


def test_sources_are_listed_by_their_short_names(factoid: Run, lives: Path) -> None:
    found = as_json(factoid("sources", "--format", "json", "--library", lives))
    assert [source["source"] for source in found] == ["anna", "jan", "museum"]
    assert factoid("sources", "--library", lives).stdout.count("\n") == 3


def test_search_finds_words_in_their_segment(factoid: Run, lives: Path) -> None:
    found = as_json(factoid("search", "Infant", "Jesus", "--format", "json", "--library", lives))
    assert [hit["source"] for hit in found] == ["museum"]
    assert "Infant Jesus" in factoid("search", "Infant Jesus", "--library", lives).stdout


def test_a_reader_that_closes_the_pipe_is_no_error(lives: Path) -> None:
    script = f'"$@" export --to jsonl --library "{lives}" | head -c 10'
    done = subprocess.run(["sh", "-c", script, "sh", *COMMAND], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert len(done.stdout) == 10


@pytest.mark.parametrize(
    "command", ["people", "sources", "show x", "search x", "explain x", "export --to csv", "undo"]
)
def test_no_library_there(factoid: Run, command: str) -> None:
    done = factoid(*command.split())
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("factoid: library.factoid: no such library. Make one with: factoid read")
    assert done.stderr.count("\n") == 1


def test_the_environment_names_the_library(factoid: Run, lives: Path) -> None:
    done = factoid("sources", env=environment(FACTOID_LIBRARY=str(lives)))
    assert done.returncode == 0


def test_what_a_format_leaves_out_stands_on_a_line_each(factoid: Run, lives: Path, tmp_path: Path) -> None:
    options = ("--losses", "--protect", "--library", lives, "--out", tmp_path / "lives.csv")
    head, *kinds, withheld = factoid("export", "--to", "csv", *options).stderr.splitlines()
    assert head == "csv does not carry:"
    counts = [int(kind.split()[0].replace(",", "")) for kind in kinds]
    assert len(counts) > 2
    assert counts == sorted(counts, reverse=True)
    assert withheld.startswith(("Withheld:", "Nothing had to be withheld."))
