"""Two languages on one life, Russian or French and English: one dossier, the true conflict, no other."""

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


def test_french_and_english_meet(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(
        "Irina Valder naquit à Odessa le 21 juin 1898. En 1921, elle épousa l'ingénieur Henri Valder. "
        "Elle fut arrêtée à Lyon le 11 janvier 1943 et mourut en février 1943 dans la ville de Lyon.",
        "utf-8",
    )
    (tmp_path / "en.txt").write_text(
        "Irina Valder was born in Odessa on 21 June 1899. In 1921 she married the engineer Henry Valder. "
        "She was arrested in Lyon on 11 January 1943 and died in February 1943.",
        "utf-8",
    )
    done = run("read", "fr.txt", "en.txt", "--library", "l.factoid", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    people = as_json(run("people", "--library", "l.factoid", "--format", "json", cwd=tmp_path))
    assert "Irina Valder" in {person["name"] for person in people if len(person["sources"]) == 2}
    conflicts = as_json(run("conflicts", "--library", "l.factoid", "--format", "json", cwd=tmp_path))
    assert [(c["type"], c["field"]) for c in conflicts] == [("birth", "date")]
