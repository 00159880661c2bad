"""Birthdays, days of the week in letters, who is christened, and doctors who are no Misses."""

from __future__ import annotations

import pytest

import factoid


def dates(text: str, type_: str) -> dict[str, str | None]:
    """Return when each person was born, died, went, as a text tells."""
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    return {names[f.person]: f.when.edtf if f.when else None for f in reading.factoids if f.type == type_}


BIRTHS = [
    ("Karl Low celebrated his seventieth birthday on 18 September 1931.", {"Karl Low": "1861-09-18"}),
    ("On 18 September 1931 our teacher Karl Low completes his seventieth year.", {"Karl Low": "1861-09-18"}),
    ("In 1931 Karl Low celebrated his 70th birthday.", {"Karl Low": "1861"}),
    # a birthday of which no number is told dates no birth
    ("On her birthday in 1931 Ida Low resigned.", {}),
]


@pytest.mark.parametrize(("text", "born"), BIRTHS)
def test_a_birthday_is_counted_back(text: str, born: dict[str, str]) -> None:
    assert dates(text, "birth") == born


LETTER = """Halle, 9 March 1927

My aunt Ida died on Sunday. I went to Graz on Friday. My brother Karl will come on Monday, and I am glad.
"""


def test_a_day_of_the_week_in_a_letter_is_the_last_unless_it_is_to_come() -> None:
    assert dates(LETTER, "death") == {"Ida": "1927-03-06"}
    assert "1927-03-04" in dates(LETTER, "travel").values()


def test_in_a_story_it_is_the_next() -> None:
    assert dates("On 3 May 1924 Karl Low came to Graz. On Sunday he died.", "death") == {
        "Karl Low": "1924-05-04"
    }


def forms(text: str) -> list[set[str]]:
    """Return how each person of a text is called."""
    return [set(persona.forms) for persona in factoid.read(text).personas]


def test_who_is_christened_is_the_child_just_told_of() -> None:
    found = forms(
        "My clerk is Henry Pym. My wife bore a son. He was christened Otto on the 11th. I was glad."
    )
    assert {"Otto", "a son"} in found
    assert {"Henry Pym", "My clerk"} in found


def test_a_convert_is_baptised_by_another_name() -> None:
    assert {"Karl Berg", "Paul"} in forms("Karl Berg came to Graz. He was baptised Paul in 1900.")


def test_dr_lind_is_not_miss_ida_lind() -> None:
    found = forms("Dr. Lind was a physician. His niece was Miss Ida Lind. In 1900 Dr. Lind died.")
    assert not any({"Dr. Lind", "Miss Ida Lind"} <= own for own in found)
    found = forms("Miss Ida Lind came to Ely. In 1900 Dr. Ida Lind wrote a book. In 1910 Dr. Lind died.")
    assert any({"Dr. Lind", "Miss Ida Lind"} <= own for own in found)
