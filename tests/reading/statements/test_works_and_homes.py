"""Works told by nouns, and what the words of a verb leave no doubt about: homes, service, works."""

from __future__ import annotations

import pytest
from reading.statements.conftest import Read, said

WORKS = [
    ("Clara Voss, author of Nihilist Girl, died in Graz.", {"Nihilist Girl"}),
    (
        "Clara Voss taught in Graz. Her works include Nihilist Girl and Northern Bees.",
        {"Nihilist Girl", "Northern Bees"},
    ),
    (
        "Clara Voss taught in Graz. Among her works are Nihilist Girl and Northern Bees.",
        {"Nihilist Girl", "Northern Bees"},
    ),
    ("Clara Voss taught in Graz. Her thesis on bees was printed in 1890.", {"thesis"}),
    ("Clara Voss delivered the lecture on bees in Graz.", {"lecture"}),
    ("Clara Voss excavated a temple in 1907.", {"temple"}),
]


@pytest.mark.parametrize(("text", "works"), WORKS)
def test_a_work_is_told_by_what_it_is_or_who_made_it(read: Read, text: str, works: set[str]) -> None:
    found = {f.value for f in said(read(text), "work", "Clara Voss")}
    assert all(any(work in (value or "") for value in found) for work in works)


@pytest.mark.parametrize(
    "text", ["Clara Voss was an author of note.", "Clara Voss was the author of her brother."]
)
def test_an_author_of_nothing_named_has_no_work(read: Read, text: str) -> None:
    assert not said(read(text), "work", "Clara Voss")


PLAIN = [
    ("Otto Lind took up residence in Graz.", "residence"),
    ("Otto Lind took lodgings in Graz.", "residence"),
    ("Otto Lind found refuge in Graz.", "residence"),
    ("Otto Lind was called up in 1914.", "service"),
    ("Otto Lind was conscripted in 1914.", "service"),
    ("Otto Lind saw action at Gallipoli.", "service"),
    ("Otto Lind took part in the storming of the fort.", "service"),
]


@pytest.mark.parametrize(("text", "type_"), PLAIN)
def test_what_its_words_leave_no_doubt_about_is_told(read: Read, text: str, type_: str) -> None:
    assert said(read(text), type_, "Otto Lind")


def test_what_was_only_tried_or_denied_is_not_plain(read: Read) -> None:
    for text in ("Otto Lind refused to see action.", "Otto Lind was never called up."):
        assert all(f.certainty == "denied" for f in said(read(text), "service", "Otto Lind"))


APPOINTED = [
    ("The emperor appointed Otto Lind governor of Tyrol in 1890.", ("governor", "Tyrol", "1890")),
    ("In 1890 they made Otto Lind governor of Tyrol.", ("governor", "Tyrol", "1890")),
    ("Otto Lind was a chemist. Bonn appointed him professor in 1925.", ("professor", None, "1925")),
]


@pytest.mark.parametrize(("text", "post"), APPOINTED)
def test_somebody_is_appointed_by_another(read: Read, text: str, post: tuple[str, str | None, str]) -> None:
    assert post in {(f.role, f.place, f.date) for f in said(read(text), "office", "Otto Lind")}


def test_who_makes_a_bishop_is_none(read: Read) -> None:
    reading = read("The king made him bishop of Ely. Otto Lind was a monk.")
    assert "bishop" not in {f.role for f in said(reading, "office", "king")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Otto Lind was put in charge of the mines.", "office"),
        ("Otto Lind was given command of the fleet.", "office"),
        ("Otto Lind was hired by Siemens in 1995.", "office"),
        ("Otto Lind began his career at Siemens.", "office"),
        ("Otto Lind is on the board of Siemens.", "office"),
        ("Otto Lind was admitted to the lodge.", "membership"),
        ("Otto Lind left the Communist Party.", "membership"),
        ("Otto Lind accompanied Emil Roth to Graz.", "travel"),
        ("Otto Lind was of Jewish origin.", "ethnicity"),
        ("Otto Lind came from a Polish family.", "ethnicity"),
        ("Otto Lind was commissioned lieutenant in 1914.", "rank"),
        ("Otto Lind was raised to the peerage.", "rank"),
    ],
)
def test_posts_and_ranks_told_in_other_words(read: Read, text: str, type_: str) -> None:
    assert said(read(text), type_, "Otto Lind")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Otto Lind was a baker. In 1920 he changed his name to Emil Roth.", "Emil Roth"),
        ("Otto Lind was a baker. His friends knew him as Fox.", "Fox"),
        ("His friends called Otto Lind the Fox.", "the Fox"),
    ],
)
def test_another_name_is_told_by_a_change_or_by_those_who_use_it(read: Read, text: str, name: str) -> None:
    reading = read(text)
    assert name in {f.value for f in said(reading, "name", "Otto Lind")}
    assert not [p for p in reading.personas if p.name == name]
