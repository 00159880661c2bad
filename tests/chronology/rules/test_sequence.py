"""Words of order between two statements of one sentence."""

from __future__ import annotations

import pytest
from chronology.said import days, likely, said

from factoid.chronology.case import Case, Passage
from factoid.chronology.constraint import Constraint
from factoid.chronology.rules.sequence import sequences
from factoid.chronology.rules.telling import telling
from factoid.chronology.solving import solve
from factoid.model import Factoid


def told(sentence: str, *pieces: tuple[str, str]) -> tuple[list[Factoid], dict[str, Passage]]:
    """Statements of one sentence: their types and words."""
    found = [said(kind, words, start=sentence.index(words)) for kind, words in pieces]
    return found, {f.id: Passage(0, sentence) for f in found}


def order_of(sentence: str, *pieces: tuple[str, str]) -> list[Constraint]:
    factoids, passages = told(sentence, *pieces)
    return list(sequences(Case(factoids, passages=passages)))


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "He taught in Graz, after which he moved to Linz.",
            ("office", "He taught in Graz"),
            ("travel", "he moved to Linz"),
        ),
        (
            "She went to Rome and then entered a convent.",
            ("travel", "She went to Rome"),
            ("education", "entered a convent"),
        ),
        (
            "After selling the mill, he left for Riga.",
            ("action", "selling the mill"),
            ("travel", "he left for Riga"),
        ),
        (
            "Having lost the case, she fled to Bern.",
            ("event", "Having lost the case"),
            ("travel", "she fled to Bern"),
        ),
        (
            "He met the consul before he sailed to Oran.",
            ("meeting", "He met the consul"),
            ("travel", "he sailed to Oran"),
        ),
    ],
)
def test_words_of_order_place_what_follows(
    sentence: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    (found,) = order_of(sentence, first, second)
    factoids, passages = told(sentence, first, second)
    case = Case(factoids, passages=passages)
    assert found.early in case.event(factoids[0])
    assert found.late == case.event(factoids[1]).start


def test_what_stands_behind_after_or_before_at_the_head_is_turned_round() -> None:
    sentence = "He moved to Linz after selling the mill."
    factoids, passages = told(sentence, ("travel", "He moved to Linz"), ("action", "selling the mill"))
    (found,) = sequences(Case(factoids, passages=passages))
    assert found.rests_on == (factoids[1].id, factoids[0].id)
    sentence = "Before moving to Linz, he sold the mill."
    factoids, passages = told(sentence, ("travel", "moving to Linz"), ("action", "he sold the mill"))
    (found,) = sequences(Case(factoids, passages=passages))
    assert found.rests_on == (factoids[1].id, factoids[0].id)


@pytest.mark.parametrize(
    "sentence",
    [
        "He went to Rome; after serving there he entered a convent.",  # of the clause behind it
        "He went to Rome after the war and entered a convent.",  # a time, no deed
        "He went to Rome, where she entered a convent.",
    ],
)
def test_other_words_give_no_order(sentence: str) -> None:
    kinds = (
        ("travel", "He went to Rome"),
        ("education", "entered a convent"),
    )
    assert not order_of(sentence, *kinds)


def test_after_which_bounds_what_comes_behind_and_says_why() -> None:
    sentence = "In 1920 he taught in Graz, after which he moved to Linz."
    taught = said("arrest", "In 1920 he taught in Graz", "1920")
    moved = said("travel", "he moved to Linz", start=sentence.index("he moved"))
    solved = solve([taught, moved], passages={f.id: Passage(0, sentence) for f in (taught, moved)})
    assert likely(solved.times[moved.id]) == days("1920-01-01", None)
    assert "“after which”" in solved.times[moved.id].why_likely_earliest[-1].sentence


def test_a_spell_whose_length_is_told_has_its_place_in_the_story() -> None:
    fled = said("travel", "In 1938 he fled", "1938")
    worked = said("office", "For seven years he worked in the archive", start=40)
    clerk = said("office", "he was a clerk in the archive", start=40)
    assert list(telling(Case([fled, worked])))
    assert not list(telling(Case([fled, clerk])))
