"""Who tells of his own family: kin called as by a name, two generations of one name, letters and their *you*."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import Persona
from factoid.reading.people import People

ReadPeople = Callable[[str], People]

LETTER = """Ely, 3 May 1812

Dear Ida,
I lodge with the widow Berg. Last week I became engaged to her daughter, Emma Berg. She was a pupil of the organist
Roth. Your brother Karl came to me on Sunday, and I like him.
{close}
"""


def bearer(people: People, form: str) -> Persona:
    return next(p for p in people.personas if form in p.forms)


def owners(people: People, relative: Persona) -> set[str]:
    """Return the ids of those whose kin somebody is told to be."""
    return {tie.owner for tie in people.kin if tie.relative == relative.id}


MEMOIR = """My mother was born at Ely. Her father, Don Vicente Low, owned land, and her mother, Rosa Paz, sewed.
Mama was the eldest of seven. Her brother Ramon is with us today. My father was Otto Berg. I came in 1947 and my
brother Vicente in 1950. After the war Papa studied law. Papa died in 1971. I miss him."""


def test_papa_and_mama_are_the_narrators_own(read_people: ReadPeople) -> None:
    people = read_people(MEMOIR)
    assert bearer(people, "Mama") is bearer(people, "My mother")
    assert bearer(people, "Papa") is bearer(people, "Otto Berg")
    assert owners(people, bearer(people, "Ramon")) == {bearer(people, "Mama").id}


def test_a_brother_is_not_the_grandfather_of_his_name(read_people: ReadPeople) -> None:
    people = read_people(MEMOIR)
    assert bearer(people, "my brother Vicente").name == "Vicente"
    assert bearer(people, "Don Vicente Low").name == "Vicente Low"


def test_without_a_narrator_mother_is_the_heros(read_people: ReadPeople) -> None:
    people = read_people("Karl Low was born at Ely. Mother was a cook. Karl Low became a smith.")
    assert owners(people, bearer(people, "Mother")) == {bearer(people, "Karl Low").id}


NAMESAKES = [
    # two of one's own, in two generations
    (
        "My father, Karl, was a weaver. I loved him. Our son Karl, a physician, died before me. I miss my boy.",
        2,
    ),
    ("Emma Low was born in Ely. Her father, Otto Low, was a miller. Her brother Otto became a priest.", 2),
    # one and the same, called twice
    ("My father, Karl, was a weaver. I loved him. In May my father Karl died. I miss my mother too.", 1),
    ("Emma Low was born in Ely. Her brother, Otto Low, was a miller. Her brother Otto became a priest.", 1),
]


@pytest.mark.parametrize(("text", "count"), NAMESAKES)
def test_kin_of_two_generations_are_two(read_people: ReadPeople, text: str, count: int) -> None:
    named = [p for p in read_people(text).personas if p.name.split()[0] in ("Karl", "Otto")]
    assert len(named) == count


def test_our_son_is_the_narrators(read_people: ReadPeople) -> None:
    people = read_people("I was born in Graz. I married late. Our son Karl became a smith, and I taught him.")
    assert owners(people, bearer(people, "Karl")) == {people.narrator}


@pytest.mark.parametrize(
    "close", ["Your loving friend\nOtto Low", "Your friend Otto Low", "Ever your friend,\nOtto Low"]
)
def test_who_is_greeted_is_nobodys_she(read_people: ReadPeople, close: str) -> None:
    people = read_people(LETTER.format(close=close))
    assert owners(people, bearer(people, "Emma Berg")) == {bearer(people, "the widow Berg").id}


def test_your_brother_is_that_of_whom_the_letter_is_to(read_people: ReadPeople) -> None:
    people = read_people(LETTER.format(close="Your friend\nOtto Low"))
    assert owners(people, bearer(people, "Karl")) == {bearer(people, "Ida").id}


@pytest.mark.parametrize(
    "close", ["Your brother Otto", "Your happy brother,\nOtto", "Your affectionate brother\nOtto"]
)
def test_the_brother_below_a_letter_is_its_writer(read_people: ReadPeople, close: str) -> None:
    people = read_people("Letters of Otto Low to his sister\n\n" + LETTER.format(close=close))
    narrator = next(p for p in people.personas if p.id == people.narrator)
    assert narrator is bearer(people, "Otto Low")
    assert sum(p.name.startswith("Otto") for p in people.personas) == 1
    assert not any(p.name.startswith("brother of") for p in people.personas)


FORM = """{heading}

1. Surname, name, patronymic: Orlov, Karl Ivanovich
2. Born: Ely
{answer}
"""


def test_who_fills_in_a_questionnaire_says_i(read_people: ReadPeople) -> None:
    answer = "3. Kin: my sister Ida; I help her, and my wife too"
    people = read_people(FORM.format(heading="QUESTIONNAIRE for workers", answer=answer))
    assert people.narrator == bearer(people, "Orlov, Karl Ivanovich").id


def test_in_a_report_on_somebody_i_is_another(read_people: ReadPeople) -> None:
    answer = "I saw him in May. I asked my clerk, and I doubt it."
    people = read_people(FORM.format(heading="REPORT on a worker", answer=answer))
    assert people.narrator != bearer(people, "Orlov, Karl Ivanovich").id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "From the Journal of Wm. Paskow, Surgeon's Mate, H.M.S. Hyacinth\n\n"
            "1801. Buried the Purser, Mr. Tobias Gunn. I walked a hospital. My boy is breeched. My wife wrote.",
            "Wm. Paskow",
        ),
        (
            "From the house-book of Veit Kranz, shoemaker at Leipheim\n\n"
            "1630. My son Jerg was born. I went to Ulm. My wife died.",
            "Veit Kranz",
        ),
        (
            "Diego Ruiz, in the city of Potosi, to his wife Catalina de Solis, in Medina\n\n"
            "I came up here from Arica in 1574. My cousin died. I have a third in a mill.",
            "Diego Ruiz",
        ),
        (
            "... your servant Madmun ben Yefet informs his lord that the ship arrived. I sold the bales. "
            "My sister is well. My brother died.",
            "Madmun ben Yefet",
        ),
        (
            "On the veranda coffee is waiting. Anu Rand, ninety-one, wears her brooch.\n\nWhere were you born?\n\n"
            "In this house. My father Juhan came over from Muhu.\n\nAnd the ferry?\n\nIt was my grandfather's.\n\n"
            "Who rowed then?\n\nMy mother died in 1944, so I rowed.",
            "Anu Rand",
        ),
    ],
)
def test_who_writes_or_answers_is_known_by_the_head(read_people: ReadPeople, text: str, name: str) -> None:
    people = read_people(text)
    assert [p.name for p in people.personas if p.id == people.narrator] == [name]


SHORT_MEMORY = """My father was born in Graz in 1890. He was Lieutenant Otto Weiss. Papa served in Galicia in 1915.
Mama was a teacher."""


def test_a_short_memory_that_opens_with_ones_own_kin_has_a_teller(read_people: ReadPeople) -> None:
    people = read_people("My grandmother knew Karl Low. She worked for him in Ely.")
    assert owners(people, bearer(people, "My grandmother")) == {people.narrator}
    people = read_people(SHORT_MEMORY)
    assert owners(people, bearer(people, "Mama")) == {people.narrator}
    assert owners(people, bearer(people, "Otto Weiss")) == {people.narrator}


def test_quoted_kin_make_no_teller(read_people: ReadPeople) -> None:
    assert read_people('"My father was a tailor," Otto Berg said. He lived in Ely.').narrator is None
    assert read_people("Otto Berg was a tailor. My father knew him.").narrator is None


def test_the_daughter_is_whom_the_sentence_before_called_so(read_people: ReadPeople) -> None:
    people = read_people("Anna Berg had a daughter and a son. The daughter became a nurse in Oslo.")
    assert "The daughter" not in bearer(people, "Anna Berg").forms
    assert bearer(people, "The daughter") is bearer(people, "a daughter")


def test_the_daughter_of_a_household_is_the_heroine(read_people: ReadPeople) -> None:
    people = read_people("Anna Berg's father was a smith in Lund. The daughter learned to read at home.")
    assert "The daughter" in bearer(people, "Anna Berg").forms
