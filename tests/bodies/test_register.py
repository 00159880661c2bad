"""The tables of bodies: sound, and without two bodies under one name."""

from __future__ import annotations

from collections import Counter

from factoid.bodies.register import _TABLES, register
from factoid.bodies.words import words_of
from factoid.resources import load


def test_every_body_named_in_an_entry_is_there() -> None:
    known = register().bodies
    for body in known.values():
        for other in (*body.heirs, *body.line, *filter(None, [body.parent])):
            assert other in known, f"{body.id} names {other}"


def test_no_body_ends_before_it_begins_or_follows_itself() -> None:
    for body in register().bodies.values():
        if body.founded.earliest is not None and body.dissolved.latest is not None:
            assert body.founded.earliest <= body.dissolved.latest, body.id
        assert body.id not in register().heirs(body), body.id


def test_names_and_ids_are_used_once() -> None:
    entries = [entry for table in _TABLES for entry in load(table)["bodies"]]
    assert max(Counter(entry["id"] for entry in entries).values()) == 1
    names = Counter(words_of(name.strip("! ")) for e in entries for name in e["names"].split(";"))
    owners = Counter(
        name for e in entries for name in {words_of(name.strip("! ")) for name in e["names"].split(";")}
    )
    assert [name for name in names if owners[name] > 1] == []


def test_short_abbreviations_count_only_in_capitals() -> None:
    assert register().find("SS") is not None
    assert register().find("Compagnie Générale sa") is None


def test_names_that_stand_alone_are_not_found_inside_others() -> None:
    assert register().find("Communist Party") is not None
    assert register().find("Communist Party of Nepal") is None
