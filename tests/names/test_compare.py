from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.names import SAME_PERSON_THRESHOLD, compare_names

CASES = [
    # one name                     another                       can they be one person's
    ("Genrikh Lyushkov", "Heinrich Ljuschkow", True),
    ("Henry Lushkov", "Генрих Самойлович Люшков", True),
    ("Genrikh Samoilovich Lyushkov", "Генрих Люшков", True),
    ("Basil Chapaev", "Vasily Ivanovich Chapayev", True),
    ("CHAPAYEV, Vasily Ivanovich", "Vasily Chapayev", True),
    ("Nikolai Yezhov", "Николай Ежов", True),
    ("Heinrich Himmler", "Генрих Самойлович Люшков", False),
    ("Genrikh Yagoda", "Genrikh Lyushkov", False),
    ("Ivan Lyushkov", "Genrikh Lyushkov", False),
    ("Samuil Lyushkov", "Genrikh Samuilovich Lyushkov", False),
    ("Valery Konstantinovich Ermakov", "Valery Nikolaevich Ermakov", False),
    ("Valery Ermakov", "Valery Nikolaevich Ermakov", True),
]


@pytest.mark.parametrize(("one", "other", "same"), CASES)
def test_tells_one_name_from_another(one: str, other: str, *, same: bool) -> None:
    comparison = compare_names(one, other)
    assert (comparison.score >= SAME_PERSON_THRESHOLD) is same, comparison
    assert comparison.reasons


def test_a_missing_patronymic_is_not_a_contradicted_one() -> None:
    missing = compare_names("Valery Ermakov", "Valery Nikolaevich Ermakov").score
    contradicted = compare_names("Valery Konstantinovich Ermakov", "Valery Nikolaevich Ermakov").score
    assert missing > contradicted + 0.2


def test_every_true_variant_stands_above_every_wrong_name() -> None:
    query = "Генрих Самойлович Люшков"
    true = [
        "Genrikh Lyushkov",
        "Heinrich Ljuschkow",
        "Henry Lushkov",
        "Henri Liouchkov",
        "Genrikh Samuilovich Lyushkov",
    ]
    wrong = ["Samuil Lyushkov", "Ivan Lyushkov", "Heinrich Himmler", "Genrikh Yagoda"]
    lowest_true = min(compare_names(query, name).score for name in true)
    assert lowest_true > max(compare_names(query, name).score for name in wrong)


def test_the_reasons_say_which_form_is_whose() -> None:
    reasons = compare_names("Genrikh Lyushkov", "Heinrich Ljuschkow").reasons
    assert "Heinrich is the German form of Genrikh" in reasons


@given(st.text(max_size=40), st.text(max_size=40))
def test_is_symmetric_and_takes_any_string(one: str, other: str) -> None:
    there, back = compare_names(one, other), compare_names(other, one)
    assert 0 <= there.score <= 1
    assert there.score == back.score


@pytest.mark.parametrize("name", ["Genrikh Lyushkov", "van den Bosch", "Edwin", "毛泽东", "J. P. Smith"])
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).score >= 0.95
