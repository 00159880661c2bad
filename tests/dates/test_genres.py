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
