"""A Russian and an English source on one life: one dossier, the true conflict, no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.terminal import as_json, run

TEXTS = {
    "ru": "Павел Никитич Гореев (3 марта 1895, Елисаветград — 27 ноября 1938, Москва) — советский военный деятель. "
    "В 1913 году окончил реальное училище. С 1932 года — начальник штаба Киевского военного округа. "
    "Арестован 14 февраля 1938 года в Киеве. Его жена, Анна Львовна Гореева, была врачом.",
    "en": "Pavel Nikitich Goreev (5 March 1895, Elisavetgrad – 27 November 1938, Moscow) was a Soviet officer. "
    "From 1932 he was chief of staff of the Kiev Military District. He was arrested on 14 February 1938 in Kiev. "
    "His wife, Anna Lvovna Goreeva, was a doctor.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    done = run("read", "ru.txt", "en.txt", "--library", "l.factoid", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_they_meet_in_one_dossier(library: Path) -> None:
    people = as_json(run("people", "--library", "l.factoid", "--format", "json", cwd=library))
    both = {person["name"] for person in people if len(person["sources"]) == 2}
    assert len(both) == 2
    assert {name.split()[0] for name in both} <= {"Pavel", "Павел", "Anna", "Анна"}


def test_only_what_they_disagree_on_is_a_conflict(library: Path) -> None:
    conflicts = as_json(run("conflicts", "--library", "l.factoid", "--format", "json", cwd=library))
    assert [(c["type"], c["field"]) for c in conflicts] == [("birth", "date")]
