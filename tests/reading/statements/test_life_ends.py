"""Which end of a span of life a statement takes."""

from __future__ import annotations

import pytest

from factoid.dates import find_time_phrases
from factoid.model import Span
from factoid.reading.statements.when.dated import Dated, dated
from factoid.reading.statements.when.life_ends import end_of_life
from factoid.reading.statements.when.storyline import Storyline

CASES = [
    # the text, the type of statement, the date that it takes
    ("Helga (1827\u20131911) was a midwife.", "birth", "1827"),
    ("Helga (1827\u20131911) was a midwife.", "death", "1911"),
    ("Helga (1827\u20131911) was a midwife.", "occupation", None),
    ("Helga (c. 1837-1923) was born at Hull.", "birth", "1837~"),
    ("Helga (at Hull 1827\u20131831) was a midwife.", "residence", "1827/1831"),
    ("Helga lived at Hull from 1827 to 1911.", "residence", "1827/1911"),
    ("Helga survived until 1849.", "death", "1849"),
    ("Helga died before 1849.", "death", "../1849"),
    ("Helga taught until 1849.", "occupation", "../1849"),
    ("Helga died in 1849.", "death", "1849"),
]


@pytest.mark.parametrize(("text", "type_", "edtf"), CASES)
def test_the_end_that_a_statement_takes(text: str, type_: str, edtf: str | None) -> None:
    times = find_time_phrases(text, [Span(0, len(text))])
    date = end_of_life(type_, dated(times[0]), Storyline(times, text), text)
    assert (date.when.edtf if date else None) == edtf
    if date is not None and date.span is not None:
        assert date.when.words in text


def test_a_date_without_words_stays_as_it_is() -> None:
    times = find_time_phrases("In 1849 she died.", [Span(0, 17)])
    when = times[0].when
    assert when is not None
    date = Dated(when, None, "the sentence before tells of 1849")
    assert end_of_life("death", date, Storyline(times), "") is date
