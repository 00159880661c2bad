from __future__ import annotations

import pytest
from chronology.said import said

from factoid.chronology.case import Case, Passage, is_lasting
from factoid.model import Extent

TEXT = "He was born in Riga. At twenty he left Riga for good! He never came back."


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("born in Riga", "He was born in Riga."),
        ("he left Riga", "At twenty he left Riga for good!"),
        ("never came back.", "He never came back."),
        ("born in Riga. At twenty", "He was born in Riga. At twenty he left Riga for good!"),
    ],
)
def test_the_sentence_around_a_quote(quote: str, sentence: str) -> None:
    factoid = said("travel", quote, start=1000 + TEXT.index(quote))
    case = Case([factoid], passages={factoid.id: Passage(1000, TEXT)})
    found = case.sentence(factoid)
    assert found.content.strip() == sentence
    assert TEXT[found.start - 1000 :].startswith(found.content)


def test_without_the_text_the_quote_stands_for_it() -> None:
    factoid = said("travel", "he left", start=5)
    wrong = {factoid.id: Passage(0, "another text altogether")}
    assert Case([factoid]).sentence(factoid).content == "he left"
    assert Case([factoid], passages=wrong).sentence(factoid).content == "he left"


def test_a_birth_is_one_point_whoever_tells_of_it() -> None:
    here = said("birth", "was born", person="p-1")
    there = said("birth", "born", person="p-2", source="s-b")
    apart, together = Case([here, there]), Case([here, there], persons={"p-1": "P", "p-2": "P"})
    assert apart.event(here) != apart.event(there)
    assert together.event(here) == together.event(there)
    assert together.once("p-1", "birth") == together.event(here).start


def test_an_event_is_one_point_unless_the_source_says_that_it_lasted() -> None:
    went = said("travel", "went in 1900", "1900")
    travelled = said(
        "travel", "travelled from 1900 to 1902", "1900/1902", words="from 1900 to 1902", start=50
    )
    inferred = said("travel", "went on", "1900/1902", inference={"date": "told between"}, start=90)
    case = Case([went, travelled, inferred])
    assert [case.event(f).start == case.event(f).end for f in (went, travelled, inferred)] == [
        True,
        False,
        True,
    ]
    assert is_lasting(travelled)
    assert travelled.when is not None
    assert travelled.when.extent is Extent.THROUGHOUT


def test_a_long_quote_is_cut_in_explanations_only() -> None:
    factoid = said("event", "word " * 100)
    assert Case([factoid], names={"s-a": "memoir"}).quoted(factoid).endswith("…” (memoir)")
