"""False friends: what looks like a time and is none."""

from __future__ import annotations

import pytest
from dates.reading import dated

NO_TIMES = [
    "1938 soldiers came.",
    "They counted 1938 men and 1200 horses.",
    "between 1200 and 1500 men",
    "He had a share of 20.",
    "He may come, and they march on.",
    "May he rest.",
    "May I come in?",
    "See chapter 12, verse 19, page 1945.",
    "Order No. 1938 was read.",
    "He lived at Street 1850.",
    "as Paul says in 1st Corinthians",
    "the 2nd Army and the 14th Division",
    "She was his second wife, on the 2nd floor.",
    "It took a second.",
    "It cost $1938, £1805 and 1,938 francs.",
    "a distance of 1938.5 km, then 1900 metres",
    "the submarine U-1938, the HMS 1805 and the B1900",
    "at 5:30 p.m., after 1900 hours",
    "August Weber and June Carter met Miss April Jones.",
    "the fall of the city",
    "They spring from the rock.",
    "Resolution 1483 was passed.",
    "The Christmas Carol was sung.",
    "from 600 to 800 ships",
    "He had left the autumn before she came.",
    "In his third year there he fell.",
    "In her second year of exile she wrote.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_false_friends(text: str) -> None:
    assert dated(f"In 1900 he was born. {text}")[1:] == []


TIMES_ALL_THE_SAME = [
    ("His 1938 novel failed.", "1938"),
    ("a 2000 candidate for the prize", "2000"),
    ("in 2003's comedy", "2003"),
    ("the 1936 Olympics", "the 1936"),
    ("the post-1945 order", "1945"),
    ("In 1924 August Weber married.", "1924"),
    ("1938 August Arrested in Riga.", "1938 August"),
]


@pytest.mark.parametrize(("text", "words"), TIMES_ALL_THE_SAME)
def test_years_that_stand_before_a_noun(text: str, words: str) -> None:
    assert [found for found, _ in dated(text)] == [words]
