"""Which of the times around a clause dates what it says."""

import pytest

import factoid

CASES = [
    # the day that the clause gives within its year
    ("In 1957 Otto Lang climbed the Broad Peak (9 June).", "climbed", "1957-06-09"),
    # the clause that says when, before what heads the sentence
    ("In 1948 Otto Lang moved to Graz; when the mill burnt in 1956, he fled to Bonn.", "fled", "1956"),
    # a war dates by its years
    ("Otto Lang moved to Graz after the Second World War.", "moved", "1945~/.."),
]


@pytest.mark.parametrize(("text", "word", "edtf"), CASES)
def test_the_date_of_a_clause(text: str, word: str, edtf: str) -> None:
    dates = {f.when.edtf if f.when else None for f in factoid.read(text).factoids if word in f.quote}
    assert dates == {edtf}
