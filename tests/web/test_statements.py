from __future__ import annotations

from typing import Any

import pytest

from factoid import resources
from factoid.model import DossierLine, Factoid
from factoid.resources.catalogue import Catalogue, catalogue_of
from factoid.web.lives.statements import LONGEST_FIELD, shortened, statement_pieces

WORDS = catalogue_of()


def said(kind: str, related: tuple[str, ...] = (), words: Catalogue = WORDS, **fields: Any) -> str:
    factoid = Factoid(source="s", person="p", type=kind, quote="", start=0, end=0, **fields)
    line = DossierLine(factoid=factoid, source="s", related=tuple((name, name) for name in related))
    return "".join(piece.words for piece in statement_pieces(line, words))


CASES = [
    ("office", {"role": "head of the Press", "organisation": "Press"}, (), "head of the Press"),
    ("office", {"role": "clerk", "place": "Leith", "value": "appointed"}, (), "clerk, Leith (appointed)"),
    ("office", {"organisation": "Press"}, (), "Press"),
    ("birth", {"place": "Leith"}, (), "in Leith"),
    ("birth", {}, (), ""),
    ("death", {"value": "fever", "place": "Leith"}, (), "in Leith: fever"),
    ("death", {"value": "fever"}, (), "fever"),
    ("kinship", {"role": "father"}, ("Walter",), "father: Walter"),
    ("kinship", {}, ("Walter", "Ann"), "Walter, Ann"),
    ("meeting", {"place": "Leith"}, ("Ann",), "Ann in Leith"),
    ("rank", {"value": "captain", "place": "Leith"}, ("Ann",), "captain, Leith, Ann"),
    ("event", {"value": "saw Ann in Annapolis"}, ("Ann", "Bob"), "saw Ann in Annapolis, with Bob"),
    ("event", {"value": "quarrelled with Ann"}, ("Ann",), "quarrelled with Ann"),
    ("unheard-of", {"value": "x", "role": "y"}, (), "y, x"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "related", "expected"), CASES)
def test_statements_in_words(
    kind: str, fields: dict[str, Any], related: tuple[str, ...], expected: str
) -> None:
    assert said(kind, related, **fields) == expected


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("kinship", {"role": "wife"}, "Ehefrau: Ann"),
        ("kinship", {"role": "foster-aunt"}, "foster-aunt: Ann"),
        ("membership", {"organisation": "Guild", "value": "left"}, "Guild (ausgetreten), Ann"),
        ("office", {"role": "wife", "value": "dismissed"}, "wife (entlassen), Ann"),
        ("occupation", {"value": "member"}, "member, Ann"),
    ],
)
def test_what_readers_write_is_said_in_the_language_of_the_page(
    kind: str, fields: dict[str, str], expected: str
) -> None:
    assert said(kind, ("Ann",), catalogue_of("de"), **fields) == expected


@pytest.mark.parametrize("kind", resources.load("statement_types")["types"])
def test_no_type_loses_a_slot(kind: str) -> None:
    text = said(kind, ("Ann",), role="aa", organisation="bb", place="cc", value="dd")
    assert all(word in text for word in ("aa", "bb", "cc", "dd", "Ann"))
    assert "{" not in text
    assert kind in WORDS.entry("types")


def test_a_person_named_in_a_slot_is_a_link() -> None:
    factoid = Factoid(
        source="s", person="p", type="event", quote="", start=0, end=0, value="met Ann in Annapolis"
    )
    pieces = statement_pieces(DossierLine(factoid=factoid, source="s", related=(("p-ann", "Ann"),)), WORDS)
    assert [(piece.words, piece.person) for piece in pieces] == [
        ("met ", ""),
        ("Ann", "p-ann"),
        (" in Annapolis", ""),
    ]


def test_a_long_field_is_cut_at_a_word() -> None:
    assert shortened("short") == "short"
    assert shortened("word " * 100).endswith("word …")
    assert len(shortened("x" * 10_000)) == LONGEST_FIELD + 2
