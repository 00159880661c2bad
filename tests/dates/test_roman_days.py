"""Days counted as the Romans did."""

import pytest
from dates.reading import dated

DAYS = [
    ("the Ides of March, 44 BC", "-0043-03-15"),
    ("the Kalends of May 1077", "1077-05-01"),
    ("the eighth of the Kalends of June 1016", "1016-05-25"),
    ("the fourth day before the Nones of July 1187", "1187-07-04"),
    ("3 Kal. October 1212", "1212-09-29"),
    ("the eve of the Ides of May 1077", "1077-05-14"),
    ("the second of the Nones of January 1120", "1120-01-04"),
    ("the sixteenth Kalends of January 1066", "1066-12-17"),
]


@pytest.mark.parametrize(("words", "edtf"), DAYS)
def test_a_roman_day(words: str, edtf: str) -> None:
    assert [date for _, date in dated(f"He died on {words}.")] == [edtf]


def test_the_narrative_supplies_the_year() -> None:
    assert ("the Ides of May", "1077-05-15") in dated("In 1077 he fled. He died on the Ides of May.")


@pytest.mark.parametrize("words", ["the Ides", "non May"])
def test_what_is_no_roman_day(words: str) -> None:
    assert not any("Ides" in found or "non" in found for found, _ in dated(f"He died on {words}."))
