"""Who says I in a letter: whose name stands alone below its last words, whatever comes after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]
LETTER = """Halle, 3rd October 1726.
To the Reverend Mr. Bolt, at Eben.

Dear Brother,
My wife Christiana was brought to bed. I have been appointed inspector of the school.
{close}
Samuel Orlo

P.S. Remember me to Mr. Gron.
"""


@pytest.mark.parametrize(
    "close", ["Your most affectionate brother,", "I remain, Sir, yours truly", "Ever yours,"]
)
def test_the_writer_of_a_letter_signs_before_the_postscript(read_people: ReadPeople, close: str) -> None:
    people = read_people(LETTER.format(close=close))
    narrator = next(p for p in people.personas if p.id == people.narrator)
    assert narrator.name == "Samuel Orlo"


def test_a_name_on_a_line_of_a_list_signs_nothing(read_people: ReadPeople) -> None:
    text = "I was there and saw all.\nThose who came:\nSamuel Orlo\nAnna Berg\n\nMr. Gron stayed away, and I too."
    people = read_people(text)
    assert all(p.id != people.narrator or "Orlo" not in p.name for p in people.personas)
