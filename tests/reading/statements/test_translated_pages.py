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


def test_what_is_called_a_legend_is_denied(read: Read) -> None:
    text = "Otto Lind was born in 1803. That Otto Lind invented the alarm clock with two bells, is a legend."
    assert {str(f.certainty) for f in said(read(text), "work", "Otto Lind")} <= {"denied"}
    text = "Otto Lind was born in 1803. Otto Lind invented the alarm clock, that is a legend of a machine."
    assert {str(f.certainty) for f in said(read(text), "work", "Otto Lind")} <= {"asserted"}


def test_years_of_a_marriage_are_no_life(read: Read) -> None:
    text = "Otto Lind was born in 1803 in Ulm.\n\nName: Otto Lind\nSpouses: Ida Roth (1828–1841)"
    reading = read(text)
    assert not said(reading, "birth", "Ida Roth")
    assert not said(reading, "death", "Ida Roth")


@pytest.mark.parametrize("spouse", ["Ida Roth (1803–1871)", "Ida Roth (m. 1898; d. 1909)"])
def test_the_life_of_a_spouse_is_read(read: Read, spouse: str) -> None:
    text = f"Otto Lind was born in 1803 in Ulm.\n\nName: Otto Lind\nSpouse: {spouse}"
    assert said(read(text), "death", "Ida Roth")


def test_the_eve_of_christmas_is_the_day_before(read: Read) -> None:
    text = "Ida Lind was born on the eve of Christmas of 1868 in Ulm."
    assert {f.date for f in said(read(text), "birth", "Ida Lind")} == {"1868-12-24"}


def test_the_pastor_is_not_who_is_married(read: Read) -> None:
    text = "Otto Lind was born in 1803. In 1844 he married the pastor's daughter Ida Roth."
    names = {p.id: p.name for p in read(text).personas}
    assert "mother of Ida Roth" not in names.values()
