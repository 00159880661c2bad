"""Two names of one person where the text says so, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import Persona
from factoid.reading.people import People

ReadPeople = Callable[[str], People]


def bearer(people: People, form: str) -> Persona:
    return next(p for p in people.personas if any(form in own for own in p.forms))


OTHER_NAMES = [
    # text, a name, another name of the same person
    ("Paul Weber lived in Graz under the guise of the merchant Yakub Soltan.", "Paul Weber", "Yakub Soltan"),
    ("Clara Holt was a singer. As Anna Berg she sang in Graz for two years.", "Clara Holt", "Anna Berg"),
    (
        "Clara Holt was a nurse. Mother Holt, as the men called her, died in Graz.",
        "Clara Holt",
        "Mother Holt",
    ),
    ("Anton Lisk, whom many call Mirko, was born in Graz.", "Anton Lisk", "Mirko"),
    ("Otto Lisk, whose nickname was Mirko, became a judge.", "Otto Lisk", "Mirko"),
    ("Paul Weber came home. They gave him the nickname Wolf.", "Paul Weber", "Wolf"),
    ("Otto Lind, the boss called Mirko, was shot in Graz.", "Otto Lind", "Mirko"),
    ("Paul Weber (Irish: Patrick Breen) was a judge.", "Paul Weber", "Patrick Breen"),
    ("Paul Weber (until 1895 Karl Kasimir) was a judge in Graz.", "Paul Weber", "Karl Kasimir"),
    ("The police held Anton Lisk, he is Andrew Holt.", "Anton Lisk", "Andrew Holt"),
    ("Karl Braun, otherwise known as Carl Brown or Big Carl, was a smith.", "Karl Braun", "Big Carl"),
    ('Clara Holt, "Mimi" to her family, was a nurse.', "Clara Holt", "Mimi"),
    (
        "Pieter van Meerhof was a surgeon. In 1665 van Meerhof went to sea.",
        "Pieter van Meerhof",
        "van Meerhof",
    ),
    (
        "Otto Lind was a bandit in Moravia. Everyone called him Havran. He fled to Brno.",
        "Otto Lind",
        "Havran",
    ),
    (
        "Sechele Letsie, called by his people Boikano, was the son of a chief. He ruled for years.",
        "Sechele Letsie",
        "Boikano",
    ),
    (
        "In 1921 Anton Reyl bought papers in Lutsk. So Anton became Yuri. Reyl was never caught.",
        "Anton Reyl",
        "Yuri",
    ),
    (
        "Sofya Pavlovna (née Berg-Krukov; in the West also Sonja Orloff) was a teacher.",
        "Sofya Pavlovna",
        "Sonja Orloff",
    ),
    ("Clara Holt, now Mrs. Lee, lives in Graz. Holt was a nurse. Mrs. Lee sang.", "Clara Holt", "Mrs. Lee"),
    (
        'Zelenka, Bohumil. Cover name: "Havran". Born 3.4.1902 in Kladno. Zelenka was wounded in 1937. Zelenka died.',
        "Zelenka",
        "Havran",
    ),
    (
        "Marit Solberg kept the lighthouse. She was born in 1871. Marit was strong. Old Marit, known in the "
        "fisheries as Mother Lykke, died in 1940.",
        "Marit Solberg",
        "Mother Lykke",
    ),
    (
        "Early life. Born Yamini in Kalyan, she belonged to an old family. "
        "Sarala Desai was a doctor in Poona. Desai was loved.",
        "Sarala Desai",
        "Yamini",
    ),
]


@pytest.mark.parametrize(("text", "name", "other"), OTHER_NAMES)
def test_a_name_given_by_the_text_is_the_same_persons(
    read_people: ReadPeople, text: str, name: str, other: str
) -> None:
    people = read_people(text)
    found = bearer(people, name)
    assert found.id == bearer(people, other).id


def test_an_unnamed_person_is_named_by_what_he_was(read_people: ReadPeople) -> None:
    text = "Hanna Toller came from Leeds. Her father worked on the railway. He was Daniel Toller."
    people = read_people(text)
    assert bearer(people, "Her father").name == "Daniel Toller"


def test_a_father_is_named_by_who_he_was(read_people: ReadPeople) -> None:
    text = "Hanna Toller came from Leeds. Her father was Daniel Reed from Hull. Hanna sang."
    assert bearer(read_people(text), "Her father").name == "Daniel Reed"


def test_a_word_for_kin_knows_the_sex_better_than_a_name(read_people: ReadPeople) -> None:
    text = "Noor Lind grew up in Suresnes. Her mother, Ray Baker, was an American. Noor Lind wrote tales."
    assert bearer(read_people(text), "Her mother").id == bearer(read_people(text), "Ray Baker").id


def test_the_hero_of_a_file_bears_the_surname_alone(read_people: ReadPeople) -> None:
    text = (
        "Zschoche, Bohumil. Born 3.4.1902 in Kladno. Father: Zschoche, Josef, miner. Mother: Zschoche, Anna, "
        "laundress. He was arrested in 1941. Zschoche gave nobody away."
    )
    hero = bearer(read_people(text), "Zschoche, Bohumil")
    assert "Zschoche" in hero.forms


def test_a_part_played_is_no_other_name(read_people: ReadPeople) -> None:
    text = "Otto Weiss met Karl Braun in Graz. He was sure that Karl Braun was ill."
    people = read_people(text)
    assert bearer(people, "Otto Weiss").id != bearer(people, "Karl Braun").id


NO_OTHER_NAMES = [
    # text, a name, another person's
    ("Karl Sutter was the guide, also Otto Reyes rode with the party.", "Karl Sutter", "Otto Reyes"),
    ("Anna Lind hid the bread until a sentry by the name of Otto Reyes came.", "Anna Lind", "Otto Reyes"),
    ("Karl Sutter paid the men in the name of Otto Reyes.", "Karl Sutter", "Otto Reyes"),
    ("Mr. Karl Sutter had named Otto Reyes to the see in 1701.", "Karl Sutter", "Otto Reyes"),
    ("Karl Sutter left for Graz. Anna Lind was compelled to name Otto Reyes.", "Anna Lind", "Otto Reyes"),
    ("The boy grew up with Karl Sutter. He was named Otto Reyes for his uncle.", "Karl Sutter", "Otto Reyes"),
]


@pytest.mark.parametrize(("text", "name", "other"), NO_OTHER_NAMES)
def test_a_name_near_words_of_naming_may_be_anothers(
    read_people: ReadPeople, text: str, name: str, other: str
) -> None:
    people = read_people(text)
    assert bearer(people, name).id != bearer(people, other).id


def test_a_son_called_like_his_father_is_another(read_people: ReadPeople) -> None:
    text = "Stefan Lind was a grocer in Parma. His son, also called Stefan, ran the club. Lind died in 1990."
    assert [p.name for p in read_people(text).personas] == ["Stefan Lind", "Stefan"]


def test_a_surname_alone_is_the_heros_before_his_kinsmans(read_people: ReadPeople) -> None:
    text = (
        "Ivar Krueger was born in Kalmar. A printer had worked for his cousin Henrik Krueger. "
        "The bank closed in March. Krueger wrote to the king."
    )
    people = read_people(text)
    assert text.rindex("Krueger") in {m.start for m in bearer(people, "Ivar Krueger").mentions}


def test_a_brother_called_by_his_given_name_is_the_one_named_in_full(read_people: ReadPeople) -> None:
    text = "William Lind was a mason. His brother Walter farmed. The Walter Lind of 1851 was a labourer."
    assert bearer(read_people(text), "Walter").name == "Walter Lind"


def test_a_name_misspelt_by_a_letter_is_no_other_person(read_people: ReadPeople) -> None:
    text = (
        "Karl Wallenstein was a printer. Wallenstein came to Graz. The clerk wrote that Walenstein was ill."
    )
    assert bearer(read_people(text), "Walenstein").name == "Karl Wallenstein"


@pytest.mark.parametrize("other", ["Vera Orlova", "his widow Vera Markova"])
def test_a_feminine_surname_is_not_a_misspelling(read_people: ReadPeople, other: str) -> None:
    people = read_people(f"Boris Orlov was a judge. Orlov lived in Graz. Later {other} died in Paris.")
    assert bearer(people, other.split()[-1]).name != "Boris Orlov"


def test_two_surnames_are_one_of_a_longer_name(read_people: ReadPeople) -> None:
    text = "Eloy Carrera was a general. José Eloy Carrera Delgado was born in Lima."
    assert bearer(read_people(text), "Eloy Carrera").name == "José Eloy Carrera Delgado"


def test_an_unread_title_tells_the_heros_name(read_people: ReadPeople) -> None:
    title = "The robber in pants: three sentences of Gregory Kotov"
    text = (
        f"{title}\n\n{title}\n\nVideo: {title}\n\n"
        "Gregory was born in Graz. His father was the mechanic Ivan Kotov. In 1920 Kotov came to Riga."
    )
    people = read_people(text)
    assert bearer(people, "Gregory").name == "Gregory Kotov"
    assert bearer(people, "Ivan Kotov").name == "Ivan Kotov"
