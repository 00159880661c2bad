"""Who is meant by which words, on short texts of our own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from factoid.model import MentionForm, Persona
from factoid.reading.entities import find_entities
from factoid.reading.parse import Parser
from factoid.reading.people import People, find_people
from factoid.sources import document_of_text


def people_in(parser: Parser, content: str) -> tuple[str, People]:
    document = document_of_text(content)
    parsed = parser.parse(document.text)
    entities = find_entities(parsed, source="s-1")
    return content, find_people(parsed, entities, source="s-1")


def bearer(people: People, form: str) -> Persona:
    found = [p for p in people.personas if form in p.forms]
    assert len(found) == 1, (form, [p.forms for p in people.personas])
    return found[0]


ONE_PERSON = [
    # text, forms that all mean one person
    ("Anna Petrova was born in Riga. Petrova studied law.", ["Anna Petrova", "Petrova"]),
    ("Heinrich Braun left. Later Henry Braun wrote home.", ["Heinrich Braun", "Henry Braun"]),
    ("Nikolai Orlov was a pilot. Kolya loved the sea.", ["Nikolai Orlov", "Kolya"]),
    (
        "Ivan Petrovich Orlov was a judge. Ivan Petrovich died young.",
        ["Ivan Petrovich Orlov", "Ivan Petrovich"],
    ),
    (
        "Comrade Stalin was pleased. Joseph Vissarionovich smiled.",
        ["Comrade Stalin", "Joseph Vissarionovich"],
    ),
    ("William Harris Grant wrote it. W. H. Grant sold it.", ["William Harris Grant", "W. H. Grant"]),
    ("The singer Maria Kolb, called Mimi, died in Graz.", ["Maria Kolb", "Mimi"]),
    ("John Smith died in 1870. His wife, Ann Lee, outlived him.", ["Ann Lee", "His wife"]),
    ("Peter Kuhn worked hard. The tailor Peter Kuhn died.", ["Peter Kuhn", "The tailor Peter Kuhn"]),
    ("Peter Kuhn escaped in May. Soldiers searched for the fugitive.", ["Peter Kuhn", "the fugitive"]),
    ("There Robert Tyler the bailiff, then a widower, died.", ["Robert Tyler", "Robert Tyler the bailiff"]),
    ("Sister Marta of the Holy Face wrote it and died.", ["Sister Marta", "Sister Marta of the Holy Face"]),
]


@pytest.mark.parametrize(("text", "forms"), ONE_PERSON)
def test_forms_of_one_person_come_together(parser: Parser, text: str, forms: list[str]) -> None:
    _, people = people_in(parser, text)
    assert {bearer(people, form).id for form in forms} == {bearer(people, forms[0]).id}


TWO_PERSONS = [
    ("Samuel Orlov was a tailor. His son Boris Orlov became a judge.", "Samuel Orlov", "Boris Orlov"),
    ("Ann Reed and Mary Reed were nurses. Ann Reed died first.", "Ann Reed", "Mary Reed"),
    ("George II ruled long. After him George III ruled.", "George II", "George III"),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO_PERSONS)
def test_bearers_of_one_surname_stay_two(parser: Parser, text: str, one: str, other: str) -> None:
    _, people = people_in(parser, text)
    assert bearer(people, one).id != bearer(people, other).id


PRONOUNS = [
    # text, pronoun, whom it means
    ("Ann Lee met Paul Weber in Graz. She was tired.", "She", "Ann Lee"),
    ("Ann Lee met Paul Weber in Graz. He was tired.", "He", "Paul Weber"),
    ("Paul Weber lost his hat.", "his", "Paul Weber"),
    ("When she was four, Mary Reed moved to Leeds.", "she", "Mary Reed"),
    ("Paul Weber hurt himself.", "himself", "Paul Weber"),
    ("Ann Lee, who was a nurse, died.", "who", "Ann Lee"),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), PRONOUNS)
def test_pronouns_mean_somebody(parser: Parser, text: str, pronoun: str, name: str) -> None:
    _, people = people_in(parser, text)
    person = bearer(people, name)
    pronouns = [m.span.of(text) for m in person.mentions if m.form is MentionForm.PRONOUN]
    assert pronoun in pronouns


def test_kin_are_tied_to_their_owner(parser: Parser) -> None:
    _, people = people_in(parser, "Paul Weber was a miner. His older brother died in Graz.")
    tie = next(t for t in people.kin if t.role == "older brother")
    assert people.persona(tie.owner).name == "Paul Weber"
    assert people.persona(tie.relative).name == "older brother of Paul Weber"
    assert not people.persona(tie.relative).is_named


def test_father_is_found_again(parser: Parser) -> None:
    text = "Clara Weiss was the daughter of the painter Otto Weiss. She worked in her father's shop."
    _, people = people_in(parser, text)
    assert bearer(people, "Otto Weiss").id == bearer(people, "her father").id


def test_narrator_is_whose_memoir_it_is(parser: Parser) -> None:
    document = document_of_text(
        "I was born in Leeds. My mother sewed. I left home at ten and I never went back."
    )
    parsed = parser.parse(document.text)
    entities = find_entities(parsed, source="s-1")
    people = find_people(parsed, entities, source="s-1", author="Adam Holt")
    assert people.narrator is not None
    assert people.persona(people.narrator).name == "Adam Holt"
    assert len(people.persona(people.narrator).mentions) == 4  # I, My, I, I
    assert people.kin[0].owner == people.narrator


SIGNED = [
    "Dear Clara,\n\nI am well. I found work at once, and my room is dry.\n\nYour Martha",
    "Statement of Martha Reed\n\nI saw the man. I did not know him, and I went home at once.",
    "I, Martha Reed, declare that I saw the man and that I went home.",
]


@pytest.mark.parametrize("text", SIGNED)
def test_narrator_is_who_signs_or_names_herself(parser: Parser, text: str) -> None:
    _, people = people_in(parser, text)
    assert people.narrator is not None
    assert "Martha" in people.persona(people.narrator).name


def test_organisations_are_not_people(parser: Parser) -> None:
    _, people = people_in(parser, "Paul Weber joined the Cheka and received the Order of Lenin in Moscow.")
    forms = {form for p in people.personas for form in p.forms}
    assert not forms & {"Cheka", "Moscow", "Order"}


TEXT = (
    "Genrikh Lindt was born in Odessa, the son of the tailor Samuil Lindt. His father sent him to a school.\n"
    "Lindt joined the Cheka in 1920. \u201cI met Henry there,\u201d wrote Ren\u00e9 Fabre. "
    "He later married Ann Lee; Lindt\u2019s wife was a nurse. The fugitive died in 1945."
)


def test_every_mention_stands_in_the_text(parser: Parser) -> None:
    document = document_of_text(TEXT)
    _, people = people_in(parser, TEXT)
    assert people.personas
    for persona in people.personas:
        for mention in persona.mentions:
            assert 0 <= mention.start < mention.end <= len(TEXT)
            assert any(s.is_read and s.span.holds(mention.span) for s in document.text.segments)
        named = {m.span.of(TEXT) for m in persona.mentions if m.form is MentionForm.NAME}
        assert named <= set(persona.forms)


CHANGES: dict[str, Callable[[str], str]] = {
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "trailing spaces": lambda text: text.replace("\n", "  \n") + "   ",
    "plain quotes": lambda text: text.replace("\u201c", '"').replace("\u201d", '"').replace("\u2019", "'"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_irrelevant_changes_change_nothing(parser: Parser, change: str) -> None:
    def shape(text: str) -> list[tuple[str, tuple[str, ...], int, str | None]]:
        _, people = people_in(parser, text)
        plain = [
            (
                p.name,
                tuple(unicodedata.normalize("NFC", f).replace("\u2019", "'") for f in p.forms),
                len(p.mentions),
                p.gender,
            )
            for p in people.personas
        ]
        return [(unicodedata.normalize("NFC", n), f, c, g) for n, f, c, g in plain]

    assert shape(CHANGES[change](TEXT)) == shape(TEXT)


def test_reading_twice_gives_the_same(parser: Parser) -> None:
    assert people_in(parser, TEXT)[1].personas == people_in(parser, TEXT)[1].personas


NARRATORS = [
    (
        "From a shoebox: recollections of Nurse Hanna Toller, told in 1961\n\n"
        "I was born in Graz. I never married. I kept my savings in a jar.",
        "Hanna Toller",
    ),
    (
        "What remained\n\nThey write another name on my card. I was Maria Kolb, and I sang. I sing still.",
        "Maria Kolb",
    ),
]


@pytest.mark.parametrize(("text", "name"), NARRATORS)
def test_a_heading_or_the_text_says_who_i_is(parser: Parser, text: str, name: str) -> None:
    _, people = people_in(parser, text)
    assert people.narrator is not None
    assert people.persona(people.narrator).name == name


FORMS = [
    ("The report was signed by one Keller. Keller was a clerk.", "one Keller"),
    ("They asked Mr. Harris twice. Mr. Harris kept silent.", "Mr. Harris"),
    ("The Dutchman van der Linden wrote a book. He died in 1931.", "van der Linden"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_name_is_called_as_it_stands(parser: Parser, text: str, form: str) -> None:
    _, people = people_in(parser, text)
    assert any(form in (p.name, *p.forms) for p in people.personas), [p.forms for p in people.personas]


def test_a_marriage_told_makes_the_wife_known(parser: Parser) -> None:
    text = "Josef Kuhn was a miller. In 1878 he espoused Delia Brandt. His wife died in 1901."
    _, people = people_in(parser, text)
    assert bearer(people, "His wife").name == "Delia Brandt"


WIDE = [
    ("They met the famous corsair Kemal Brandt in Graz.", "the famous corsair Kemal Brandt"),
    ("They came to General Malin at night. General Malin was asleep.", "Malin"),
    ("Josef Kuhn was a miller. His own lovely second wife died in 1901.", "second wife of Josef Kuhn"),
]


@pytest.mark.parametrize(("text", "form"), WIDE)
def test_forms_are_those_that_a_reader_would_list(parser: Parser, text: str, form: str) -> None:
    _, people = people_in(parser, text)
    assert any(form in (p.name, *p.forms) for p in people.personas), [
        (p.name, p.forms) for p in people.personas
    ]


def test_mr_is_part_of_how_he_is_called(parser: Parser) -> None:
    _, people = people_in(parser, "They asked Mr. Malin twice. Mr. Malin was asleep.")
    assert all("Malin" not in p.forms for p in people.personas)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("He was born in Oslo. His wife is Ida Roth.", "unnamed man"),
        ("She lives in Oslo.", "unnamed woman"),
    ],
)
def test_somebody_known_only_by_a_pronoun_is_somebody(
    read_people: Callable[[str], People], text: str, label: str
) -> None:
    personas = {p.name: p for p in read_people(text).personas}
    assert label in personas
    assert not personas[label].is_named


def test_what_somebody_is_does_not_mean_him(read_people: Callable[[str], People]) -> None:
    text = "Nora Lind was a Swedish painter. The painter lived in Oslo."
    (persona,) = read_people(text).personas
    assert [text[m.start : m.end] for m in persona.mentions] == ["Nora Lind", "The painter"]
