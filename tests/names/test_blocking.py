from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.names import blocking_keys

SHARED = Path(os.environ.get("FACTOID_SHARED", Path(__file__).parents[3] / "shared"))
TRANSLITERATIONS = SHARED / "bench" / "transliteration" / "wd_russian_16"

SHARING = [
    ("Люшков", "Lyushkov Ljuschkow Lushkov Liouchkov Ljuškov Luschkow Lyushkov's Люшкова"),
    ("Ежов", "Yezhov Jeschow Ezhov Iejov"),
    ("Чайковский", "Tchaikovsky Tschaikowski Chaykovskiy Čajkovskij Czajkowski"),
    ("Хрущёв", "Khrushchev Chruschtschow Khrouchtchev Chruščov"),
    ("Роллан", "Rolland"),
    ("Хьюз", "Hughes"),
    ("Сюэлян", "Xueliang"),
    ("Фёдор", "Theodor Fedor Fiodor"),
    ("Хантингтон", "Huntingdon"),
    ("Чонхан", "Jonghan"),
    ("Мончинский", "Mączyński"),
    ("Генрих", "Heinrich Henricus"),
    ("Ламур", "L'Amour"),
    ("Дюшен", "Duchesne"),
    ("Агатархид", "Agatharchides"),
    ("Сюмма", "Shunma"),
    ("Харугути", "Haruguchi"),
    ("Стародубов", "Starodub Starodubova"),
    ("Вульсон", "Vulso"),
    ("Новак", "Nováková"),
    ("Превост", "Prévost"),
    ("Дерозье", "Desrosiers"),
    ("Теодорих", "Theodoric"),
    ("Михай", "Mihály"),
    ("Цюнь", "Qun"),
    ("Серран", "Serrão"),
    ("Дзержинский", "Dzierżyński"),
    ("Осипович", "Oslipovich"),  # a slip
    ("Екатерина", "Kateryna"),
]


@pytest.mark.parametrize(("name", "others"), SHARING)
def test_spellings_of_one_name_share_a_key(name: str, others: str) -> None:
    for other in others.split():
        assert blocking_keys(name) & blocking_keys(other), other


@pytest.mark.parametrize(
    ("one", "other"),
    [("Genrikh Lyushkov", "Genrikh Yagoda"), ("Ivan Petrov", "Иван Сидоров"), ("Mao Zedong", "Li Zedong")],
)
def test_a_given_name_is_no_key(one: str, other: str) -> None:
    assert not blocking_keys(one) & blocking_keys(other)


def test_the_maiden_name_is_a_key() -> None:
    assert blocking_keys("Marie Duval née Nowak") & blocking_keys("Maria Nowak")


@given(st.text(max_size=40))
def test_takes_any_string(text: str) -> None:
    assert all(blocking_keys(text))


@pytest.mark.skipif(
    not TRANSLITERATIONS.exists(), reason="the open transliteration pairs are not beside the repository"
)
def test_finds_transliterations_and_keeps_strangers_apart() -> None:
    lines = TRANSLITERATIONS.read_text("utf-8").splitlines()
    chance = random.Random(20)
    pairs = [line.split("\t")[:2] for line in chance.sample(lines, 2000)]
    keys = [(blocking_keys(latin), blocking_keys(russian.replace(" ", ""))) for latin, russian in pairs]
    found = sum(not ours.isdisjoint(theirs) for ours, theirs in keys) / len(keys)
    strangers = [chance.sample(keys, 2) for _ in range(100_000)]
    met = sum(not one[0].isdisjoint(other[1]) for one, other in strangers) / len(strangers)
    assert found >= 0.968  # two or three rows in a hundred pair different words
    assert met <= 0.0021
