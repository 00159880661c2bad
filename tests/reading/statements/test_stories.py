"""How sure statements of a story are that puts nothing on a calendar."""

import pytest

from factoid.reading import make_reader
from factoid.sources import document_of_text

TALE = (
    "Anna was the wife of the old miller, and she had never left the valley. In the evening he came home and sat down"
    " by the fire. He asked her for the lamp, and she gave it to him without a word. "
)
LIFE = "Anna Berg was the wife of the miller Otto Berg. She was born in 1804 and died at Graz in 1861. "


def likeliest(text: str) -> float:
    """Return the highest confidence of a statement of kinship."""
    reading = make_reader().read(document_of_text(text, name="t"))
    return max(f.confidence for f in reading.factoids if f.type == "kinship")


@pytest.mark.parametrize("told_in_passing", ["", "In 1804 there was a war. "])
def test_a_long_story_without_dates_is_trusted_less(told_in_passing: str) -> None:
    assert likeliest(TALE * 12 + told_in_passing) < 0.7 * likeliest(TALE)


@pytest.mark.parametrize(
    "life",
    [
        TALE,  # too short to miss dates in it
        TALE * 12 + LIFE * 2,  # a few years put it on a calendar
        TALE * 8 + "Otto Berg met Karl Lind. Karl Lind met Otto Berg. " * 5,  # people have full names
    ],
)
def test_what_may_be_a_life_is_trusted_as_its_words_are(life: str) -> None:
    assert likeliest(life) >= 0.95 * likeliest(TALE)
