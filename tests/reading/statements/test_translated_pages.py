"""Statements on pages translated by machine: rumours, titles of the other sex, what a date seems to suffer."""

import pytest
from reading.statements.conftest import Read, said


@pytest.mark.parametrize(
    "text",
    [
        "Vera Holl sang in Graz. Rumours flew that Vera Holl had been arrested in 1912.",
        "Vera Holl sang in Graz. The rumour that Vera Holl had been arrested in 1912 reached Ulm.",
    ],
)
def test_rumours_are_hedged(read: Read, text: str) -> None:
    assert {str(f.certainty) for f in said(read(text), "arrest", "Vera Holl")} == {"hedged"}


def test_news_are_no_rumours(read: Read) -> None:
    text = "Vera Holl sang in Graz. The news that Vera Holl had been arrested in 1912 reached Ulm."
    assert {str(f.certainty) for f in said(read(text), "arrest", "Vera Holl")} <= {"asserted"}


def test_no_man_is_called_baroness(read: Read) -> None:
    text = (
        "Vera Holl, known as Baroness Lind, sang in Graz. In 1908 she married Paul Lind. "
        'Paul Lind was rich. In the salons he was called "Baroness Lind".'
    )
    assert not [f for f in said(read(text), "name", "Paul Lind") if f.value == "Baroness Lind"]


@pytest.mark.parametrize(
    ("text", "is_award"),
    [
        ("In April 1945 Anna Lind was taken by the Swedish Red Cross to Ulm.", False),
        ("In April 1945 Anna Lind was decorated with the Order of the Red Star.", True),
        ("In April 1945 Anna Lind was decorated with the Cross of Valour.", True),
    ],
)
def test_the_red_cross_is_no_award(read: Read, text: str, is_award: bool) -> None:  # noqa: FBT001
    assert bool(said(read(text), "award", "Anna Lind")) is is_award


def test_a_day_is_not_betrayed(read: Read) -> None:
    text = "Anna Lind hid in Ulm. On 19 February 1942, betrayed by the clerk Otto Kern, she fled to Graz."
    (told,) = said(read(text), "action", "Otto Kern")
    assert told.value == "betrayed"
    assert told.related


@pytest.mark.parametrize("name", ["Fox", "Roth"])
def test_pseudonyms_and_names_by_marriage_are_names(read: Read, name: str) -> None:
    text = 'Anna Lind, née Berg, primo voto Roth, pseudonyms "Fox" and "Owl", was born in 1912 in Ely.'
    assert name in {f.value for f in said(read(text), "name", "Anna Lind")}
