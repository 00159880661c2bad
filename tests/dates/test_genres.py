"""Texts whose form says what is a date."""

from __future__ import annotations

import pytest
from dates.reading import dated

ANNALS = """908. The battle of Brae was fought, and Colm fell.
909. Aed died of a wound.
916. Flann, king of the north, died on the third of June.
"""
REGISTER = "101. A spoon.\n102. A cup.\n103. A knife.\n"
PROSE = "He had 908. men were lost.\nThen 12 more.\n"


def test_the_years_that_head_annals_are_dates() -> None:
    assert dated(ANNALS) == [
        ("908", "0908"),
        ("909", "0909"),
        ("916", "0916"),
        ("the third of June", "0916-06-03"),
    ]


@pytest.mark.parametrize("text", [REGISTER, PROSE, ANNALS.replace("916", "907")])
def test_other_numbers_at_the_head_of_lines_are_not(text: str) -> None:
    assert not [found for found in dated(text) if found[0].isdigit()]


def test_a_letter_tells_of_what_is_to_come() -> None:
    letter = "Bonn, 12 March 1790\nDear brother,\nI arrived on the 10th. He received me. In April I shall go to Mainz."
    assert dated(letter)[-1] == ("April", "1790-04")


LETTER = "Bonn, 12 March 1790\n\nDear brother,\n\n"


@pytest.mark.parametrize(
    ("told", "words", "edtf"),
    [
        ("He has been blind since 1781. We shall marry at Whitsun.", "Whitsun", "1790-05-23"),
        ("He has been blind since 1781, and in Ely since Michaelmas.", "Michaelmas", "1789-09-29"),
        ("In the autumn I hope to see you.", "the autumn", "1790-23"),
        ("Your letter of the 2nd has come.", "the 2nd", "1790-03-02"),
        ("His note of the 28th has come.", "the 28th", "1790-02-28"),
        ("She came the day before yesterday.", "the day before yesterday", "1790-03-10"),
        ("The day after tomorrow we leave.", "The day after tomorrow", "1790-03-14"),
        ("In the coming year we move.", "the coming year", "1791"),
        ("The 2nd of the Berg sisters has come.", "12 March 1790", "1790-03-12"),
    ],
)
def test_a_letter_tells_of_the_time_around_it(told: str, words: str, edtf: str) -> None:
    assert dated(LETTER + told)[-1] == (words, edtf)


def test_a_postscript_has_a_day_of_its_own() -> None:
    text = (
        LETTER
        + "I am well.\n\nP.S. 14 March. I open this again, for this morning Karl was freed. Tomorrow he leaves."
    )
    assert dated(text)[-3:] == [
        ("14 March", "1790-03-14"),
        ("this morning", "1790-03-14"),
        ("Tomorrow", "1790-03-15"),
    ]


def test_a_diary_counts_days_of_the_week_and_the_month() -> None:
    diary = "Jan. 4th, 1862. Mr. Holm called, and stayed with us until the evening.\n\n"
    diary += "Tuesday, 14th. Snow. My aunt was taken ill last night, and is no better."
    assert dated(diary)[1:] == [("Tuesday, 14th", "1862-01-14"), ("last night", "1862-01-13")]
