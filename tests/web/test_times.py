"""Times in the words of the pages."""

from __future__ import annotations

import pytest

from factoid.resources.catalogue import catalogue_of
from factoid.web.lives.times import sentence_in_words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "1919-09-05 and 1919-09-04 are 1 day apart",
            "5 September 1919 and 4 September 1919 are 1 day apart",
        ),
        ("died in 1945-08-01/1945-08-31; no more", "died in 1 August 1945 to 31 August 1945; no more"),
        ("in 1945-08.", "in August 1945."),
        ("“filed as 1919-09-05” is dated 1919-09-05", "“filed as 1919-09-05” is dated 5 September 1919"),
        ("page 1234-56-789, act 1919-09-05-b, 1919-99", "page 1234-56-789, act 1919-09-05-b, 1919-99"),
    ],
)
def test_days_of_a_sentence_are_told_in_words(sentence: str, words: str) -> None:
    assert sentence_in_words(sentence, catalogue_of()) == words
