"""What Russian sentences and notes state: type, fields and date, each in the words of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factoid.model import Certainty, Factoid, Reading
from factoid.reading import verify_reading

Read = Callable[[str], Reading]
HEAD = "Иван Петрович Зотов — русский инженер. "

TOLD: list[tuple[str, dict[str, Any]]] = [
    ("Осуждён на пять лет лагерей.", {"type": "sentence", "value": "пять лет лагерей"}),
    (
        "Жил в Ницце, где и скончался 7 марта 1944 года.",
        {"type": "death", "place": "Ницце", "date": "1944-03-07"},
    ),
    ("Окончил гимназию (1880) и медицинский факультет (1886).", {"type": "education", "date": "1886"}),
    ("Награждён орденом Красной Звезды (1943), медалью «За отвагу».", {"type": "award", "date": "1943"}),
    (
        "В 1902 г. арестован; осенью 1903 г. бежал во Францию.",
        {"type": "travel", "place": "Францию", "date": "1903-23"},
    ),
    (
        "Летом 1898 года его назначили в Усть-Сысольск.",
        {"type": "office", "place": "Усть-Сысольск", "value": "appointed", "date": "1898-22"},
    ),
    (
        "Он прослужил в Вельске одиннадцать лет, а в 1909 году перевёлся в Вологду.",
        {"type": "office", "place": "Вельске", "date": None},
    ),
    (
        "Он прослужил в Вельске одиннадцать лет, а в 1909 году перевёлся в Вологду.",
        {"type": "travel", "place": "Вологду", "date": "1909"},
    ),
    ("Современники называли его «певцом Двины».", {"type": "name", "value": "певцом Двины"}),
    ("В 1901 году его уволили за растрату.", {"type": "office", "value": "dismissed", "date": "1901"}),
    ("Он подарил музею автопортрет.", {"type": "action", "value": "подарил музею автопортрет"}),
    ("Он открывал выставку в Котласе.", {"type": "event", "value": "открывал выставку в Котласе"}),
    ("Исправником был тогда отставной ротмистр Зотов.", {"type": "office", "role": "Исправником"}),
    ("Ближе всех он сошёлся с Петром Белкиным.", {"type": "association", "role": "friend"}),
    ("Арестован и сослан в Вятку.", {"type": "travel", "place": "Вятку", "value": "сослан"}),
    ("Уехал учиться в Цюрих.", {"type": "travel", "place": "Цюрих"}),
    ("Демобилизован в звании майора.", {"type": "rank", "value": "майора"}),
    ("Его учителем стал Пётр Лагутин.", {"type": "association", "role": "teacher"}),
    ("Место захоронения — Балино.", {"type": "burial", "place": "Балино"}),
    ("3 марта 1998 года на 76-м году жизни скончался.", {"type": "death", "date": "1998-03-03"}),
    ("Родился 3 марта 1895 года в Туле.", {"type": "birth", "place": "Туле", "date": "1895-03-03"}),
    (
        "Скончался в Киеве от тифа в 1919 году.",
        {"type": "death", "place": "Киеве", "value": "тифа", "date": "1919"},
    ),
    ("Расстрелян 27 ноября 1938 года.", {"type": "death", "date": "1938-11-27"}),
    ("Похоронен на Донском кладбище.", {"type": "burial", "place": "Донском кладбище"}),
    (
        "В 1913 году окончил реальное училище.",
        {"type": "education", "organisation": "реальное училище", "date": "1913"},
    ),
    ("Учился в Московском университете.", {"type": "education", "organisation": "Московском университете"}),
    (
        "В 1919 году вступил в Красную армию.",
        {"type": "service", "organisation": "Красную армию", "date": "1919"},
    ),
    (
        "Член ВКП(б) с 1917 года.",
        {"type": "membership", "organisation": "ВКП(б)", "value": "member", "date": "1917/.."},
    ),
    (
        "В 1938 году исключён из партии.",
        {"type": "membership", "organisation": "партии", "value": "left", "date": "1938"},
    ),
    (
        "В 1936 году был назначен начальником УНКВД по Одесской области.",
        {
            "type": "office",
            "role": "начальником",
            "organisation": "УНКВД",
            "value": "appointed",
            "date": "1936",
        },
    ),
    (
        "С 1932 года — начальник штаба Киевского военного округа.",
        {"type": "office", "role": "начальник штаба", "value": "held", "date": "1932/.."},
    ),
    (
        "Нач. отд. Полтавского окр. отд. ГПУ 1926–01.1930.",
        {"type": "office", "organisation": "Полтавского окр. отд. ГПУ", "date": "1926/1930-01"},
    ),
    ("В 1946 году уволен из органов.", {"type": "office", "value": "dismissed", "date": "1946"}),
    (
        "26 ноября 1935 года ему было присвоено звание комбрига.",
        {"type": "rank", "value": "комбрига", "date": "1935-11-26"},
    ),
    ("Капитан ГБ (1936).", {"type": "rank", "value": "Капитан ГБ", "date": "1936"}),
    ("Награждён орденом Ленина (1936).", {"type": "award", "value": "орденом Ленина", "date": "1936"}),
    ("Арестован 14 февраля 1938 года в Москве.", {"type": "arrest", "place": "Москве", "date": "1938-02-14"}),
    ("Приговорён к десяти годам лагерей.", {"type": "sentence", "value": "десяти годам лагерей"}),
    (
        "В 1920 году эмигрировал в Константинополь.",
        {"type": "travel", "place": "Константинополь", "date": "1920"},
    ),
    ("Жил в Берлине в 1922–1925 годах.", {"type": "residence", "place": "Берлине", "date": "1922/1925"}),
    ("По происхождению поляк.", {"type": "ethnicity", "value": "поляк"}),
    ("Автор книги «Мосты» (1912).", {"type": "work", "value": "Мосты", "date": "1912"}),
    ("Участник Русско-японской войны.", {"type": "service", "value": "Русско-японской войны"}),
    ("Работал слесарем в депо.", {"type": "occupation", "value": "слесарем"}),
    ("Реабилитирован в 1956 году.", {"type": "event", "date": "1956"}),
    ("Настоящая фамилия — Цукерман.", {"type": "name", "value": "Цукерман"}),
]


def fields(factoid: Factoid, wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(factoid, name) for name in wanted}


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(read: Read, sentence: str, wanted: dict[str, Any]) -> None:
    reading = read(HEAD + sentence)
    main = next(p for p in reading.personas if p.name == "Иван Петрович Зотов")
    told = [fields(f, wanted) for f in reading.factoids if f.person == main.id]
    assert wanted in told


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in TOLD])
def test_everything_stands_in_the_text(read: Read, sentence: str) -> None:
    reading = read(HEAD + sentence)
    assert verify_reading(reading, HEAD + sentence) == []
    assert not reading.declined


def test_who_is_born_is_told_of_the_mother(read: Read) -> None:
    reading = read("Анна Ломова родила дочь Лиду в 1903 году.")
    names = {p.id: p.name for p in reading.personas}
    told = {(names[f.person], f.type, f.role) for f in reading.factoids}
    assert {
        ("Анна Ломова", "kinship", "daughter"),
        ("Лида", "kinship", "mother"),
        ("Лида", "birth", None),
    } <= told


def test_places_behind_a_preposition_are_nobody(read: Read) -> None:
    reading = read(HEAD + "Он был ранен под Барановичами. Он полюбил Север.")
    assert [p.name for p in reading.personas] == ["Иван Петрович Зотов"]


def test_a_life_in_brackets(read: Read) -> None:
    text = "Иван Зотов (3 марта 1895, Елисаветград — 27 ноября 1938, Москва) — инженер."
    told = {(f.type, f.place, f.date) for f in read(text).factoids}
    assert {("birth", "Елисаветград", "1895-03-03"), ("death", "Москва", "1938-11-27")} <= told


@pytest.mark.parametrize(
    ("sentence", "certainty", "said_by"),
    [
        ("По некоторым данным, Зотов был застрелен в Риге.", Certainty.HEDGED, None),
        ("Вероятно, Зотов умер в Риге.", Certainty.HEDGED, None),
        ("Зотов якобы жил в Риге.", Certainty.HEDGED, None),
        ("Зотов никогда не жил в Риге.", Certainty.DENIED, None),
        ("По словам инженера Глухова, Зотов умер в Риге.", Certainty.ATTRIBUTED, "инженера Глухова"),
        ("Зотов умер в Риге.", Certainty.ASSERTED, None),
    ],
)
def test_how_sure_the_source_is(read: Read, sentence: str, certainty: Certainty, said_by: str | None) -> None:
    reading = read(HEAD + sentence)
    told = [f for f in reading.factoids if f.type in ("death", "residence")]
    assert [(f.certainty, f.said_by) for f in told] == [(certainty, said_by)]


def test_the_same_text_gives_the_same_reading(read: Read) -> None:
    text = HEAD + " ".join(sentence for sentence, _ in TOLD[:6])
    assert read(text) == read.__wrapped__(text)  # type: ignore[attr-defined]
