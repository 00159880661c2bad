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


def test_to_close_ones_eyes_to_life_is_to_die(read: Read) -> None:
    text = "Otto Lind was born in 1821. On 6 November 1889 he closed his eyes to life in Ulm."
    (died,) = said(read(text), "death", "Otto Lind")
    assert died.date == "1889-11-06"


def test_between_with_a_hyphen_is_a_range(read: Read) -> None:
    text = "Otto Lind was born in 1821. Between 1846-1850 he lived in London."
    assert {f.date for f in said(read(text), "residence", "Otto Lind")} == {"1846/1850"}


def test_where_the_second_verb_leads_is_not_the_place_of_the_first(read: Read) -> None:
    text = "Otto Lind was governor of Crete. In 1868 he was dismissed and exiled to Rhodes."
    assert not [f for f in said(read(text), "office", "Otto Lind") if f.place == "Rhodes"]


def test_who_is_quoted_holds_his_post_for_certain(read: Read) -> None:
    text = "Otto Lind was governor of Crete. According to the consul Karl Roth, he was ill in 1866."
    assert {str(f.certainty) for f in said(read(text), "office", "Karl Roth")} == {"asserted"}


def test_acquitted_is_the_sentence(read: Read) -> None:
    text = "Otto Lind was bishop of Ely. The synod acquitted him in 1783 for lack of evidence."
    assert "lack of evidence" not in {f.value for f in said(read(text), "sentence", "Otto Lind")}


def test_a_title_behind_the_name_is_the_rank(read: Read) -> None:
    text = "Kemal Rashid Pasha was born in 1821. In 1840 he served the vizier Mehmed Selim Pasha."
    assert {f.value for f in said(read(text), "rank", "Mehmed Selim Pasha")} <= {"Pasha"}
