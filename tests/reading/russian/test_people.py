"""Names in every case, patronymics, initials, pronouns, descriptions and kin in Russian."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import MentionForm, Persona, Reading

Read = Callable[[str], Reading]

PEOPLE = [
    ("Пётр Ильич Громов родился в Туле. Громова любили. О Громове писали.", ["Пётр Ильич Громов"]),
    ("Громов Пётр Ильич родился в Туле. П. И. Громов умер в 1900 году.", ["Пётр Ильич Громов"]),
    ("ГРОМОВ ПЁТР ИЛЬИЧ родился в 1900 году.", ["Пётр Ильич Громов"]),
    ("Анна Громова встретила Петра Громова. Громовой было двадцать лет.", ["Анна Громова", "Пётр Громов"]),
    ("Орден Красного Знамени получил Иван Зотов.", ["Иван Зотов"]),
    ("Лев Зотов (наст. фамилия Цукерман) родился в Риге.", ["Лев Зотов"]),
    ("В 1930 году Ивана Зотова назначили директором завода имени Кирова.", ["Иван Зотов"]),
    ("Лапин Егор Фомич\n\nАрестован 5 ноября 1937 г.", ["Егор Фомич Лапин"]),
    ("Ветлужский, Аркадий Семёнович (1862 — 1921) — врач.", ["Аркадий Семёнович Ветлужский"]),
    ("Виктор Гай жил в Риге. Там видели Виктора Гая. За Гаем следили.", ["Виктор Гай"]),
    ("Я жил в Риге. Мой отец, Илья Рогов, учил меня. Я уехал.", ["Илья Рогов"]),
]


def named(reading: Reading) -> dict[str, Persona]:
    return {p.name: p for p in reading.personas if p.is_named}


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_who_is_named(read: Read, text: str, names: list[str]) -> None:
    assert sorted(named(read(text))) == sorted(names)


def test_forms_are_the_words_of_the_text(read: Read) -> None:
    person = named(read(PEOPLE[0][0]))["Пётр Ильич Громов"]
    assert set(person.forms) == {"Пётр Ильич Громов", "Громова", "Громове"}
    assert person.gender == "m"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Иван Зотов женился на Вере Орловой. Она умерла в Туле.", "Она", "Вера Орлова"),
        ("Иван Зотов родился в Туле. Его арестовали в 1937 году.", "Его", "Иван Зотов"),
        (
            "Лётчик Иван Зотов погиб в 1941 году. О лётчике забыли. Лётчика похоронили в Туле.",
            "Лётчика",
            "Иван Зотов",
        ),
    ],
)
def test_who_is_meant(read: Read, text: str, words: str, name: str) -> None:
    person = named(read(text))[name]
    start = text.rindex(words)
    assert any(m.start <= start < m.end and m.form is not MentionForm.NAME for m in person.mentions)


KIN = [
    ("Иван Зотов родился в Туле. Его жена, Вера Орлова, была врачом.", "Иван Зотов", "wife", "Вера Орлова"),
    ("Иван Зотов родился в семье портного.", "Иван Зотов", "father", "отец Ивана Зотова"),
    ("Вера Орлова — дочь купца Саввы Мороза.", "Вера Орлова", "father", "Савва Мороз"),
    ("В 1901 году Иван Зотов женился на Вере Орловой.", "Иван Зотов", "wife", "Вера Орлова"),
    ("В 1901 году Вера Орлова вышла замуж за Ивана Зотова.", "Вера Орлова", "husband", "Иван Зотов"),
    ("Иван Зотов жил в Туле. Старший брат Пётр погиб в 1915 году.", "Иван Зотов", "brother", "Пётр"),
]


@pytest.mark.parametrize(("text", "one", "role", "other"), KIN)
def test_kin_is_told_in_both_directions(read: Read, text: str, one: str, role: str, other: str) -> None:
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    told = {(names[f.person], f.role, names[f.related[0]]) for f in reading.factoids if f.type == "kinship"}
    assert (one, role, other) in told
    assert any(a == other and b == one for a, _, b in told)
