"""Fields that end where their words end, and words that fill no field: as a reader of a dossier sees a line."""

import pytest
from reading.statements.conftest import Read, said

import factoid

# text, person, type, what the fields must be
TOLD = [
    (
        "Thomas Reid was made a major in 1678 and was appointed to the high command at Riga in 1679.",
        "Reid",
        "office",
        {"role": "high command", "place": "Riga", "value": "appointed"},
    ),
    (
        "Ann Low left Siemens. In 2010 she joined the faculty at Eastfield School of Management.",
        "Low",
        "office",
        {"role": None, "organisation": "Eastfield School of Management"},
    ),
    (
        "Paul Lind was a postman. He retired from the Northern Bank in 1971.",
        "Lind",
        "event",
        {"value": "retired from the Northern Bank", "date": "1971"},
    ),
    (
        "In 1909 Clara Bell sailed from Lisbon.",
        "Bell",
        "travel",
        {"place": None, "value": "sailed from Lisbon"},
    ),
    (
        "In 1909 Clara Bell sailed from Lisbon to Porto.",
        "Bell",
        "travel",
        {"place": "Porto", "value": "sailed"},
    ),
    ("The suit lasted until 1837, and Robert Hill died of it.", "Hill", "death", {"value": None}),
    ("In 1837 Robert Hill died of typhus.", "Hill", "death", {"value": "typhus"}),
    ("In the 25th year (1494) King Sebald died.", "Sebald", "death", {"place": None, "date": "1494"}),
    (
        "It was whispered that Irene Komnena had poisoned her uncle Constantine.",
        "Irene",
        "action",
        {"certainty": "hedged"},
    ),
    (
        "Ann Low was educated at the University of Western Ausona.",
        "Low",
        "education",
        {"organisation": "University of Western Ausona"},
    ),
    (
        "In 1939 Ann Low took a master's degree in New Testament Greek.",
        "Low",
        "education",
        {"value": "master's degree in New Testament Greek"},
    ),
    (
        "A shell hit the car in which Paul Holm was returning to Riga in 1916.",
        "Holm",
        "travel",
        {"place": "Riga"},
    ),
    ("Ihara Saito, a 17th-century writer, lived in Kyoto.", "Saito", "occupation", {"value": "writer"}),
    (
        "The Liberal Party chose Ida Berg. Karl Low was a member of the Social Democratic Party.",
        "Low",
        "membership",
        {"organisation": "Social Democratic Party"},
    ),
    (
        "Fiona Bart is a Liberal Party politician.",
        "Bart",
        "occupation",
        {"value": "politician", "organisation": None},
    ),
    (
        "Fiona Bart is an English politician for the Liberal Party.",
        "Bart",
        "membership",
        {"value": "member", "organisation": "Liberal Party"},
    ),
]


@pytest.mark.parametrize(("text", "person", "type_", "fields"), TOLD)
def test_fields_end_with_their_words(
    read: Read, text: str, person: str, type_: str, fields: dict[str, str | None]
) -> None:
    found = said(read(text), type_, person)
    assert [{name: getattr(f, name) for name in fields} for f in found] == [fields]


# text, person, type that nothing in it states
NOT_TOLD = [
    ("Ann Low left Siemens. In 2010 she joined the faculty at Eastfield School.", "Low", "education"),
    ("Ann Low serves on the board of Eastfield University.", "Low", "education"),
    ("Ann Low died at the Eastfield University in 1990.", "Low", "education"),
    ("Ann Low, who had a law firm in Ely, died in 1990.", "Low", "education"),
    ("Martin King wrote her life in 1977.", "King", "office"),
    ("The union of James Sexton took him on.", "Sexton", "office"),
    ("William Cooper was buried at Ely.", "Cooper", "occupation"),
    ("With two friends he rendered into German Viktor Berg's great book.", "Berg", "ethnicity"),
    (
        "She married a kinsman in the Russian service, and knew in the Russian service Karl Low.",
        "Low",
        "ethnicity",
    ),
    ("Karl Low was killed at Riga. Otto Berg cried in his room like a child.", "Low", "kinship"),
    ("Hans Low came to Trier. Later Hans died there.", "Hans", "ethnicity"),
    ("The baptism book calls Karl Low a son of Ely.", "Low", "religion"),
    ("In 1990 Karl Low played in the All-Star Game.", "Low", "award"),
    ("In the war the sisters of mercy worked at the side of Karl Low.", "Low", "kinship"),
]


@pytest.mark.parametrize(("text", "person", "type_"), NOT_TOLD)
def test_words_that_state_nothing_of_the_kind(read: Read, text: str, person: str, type_: str) -> None:
    assert said(read(text), type_, person) == []


STILL_TOLD = [
    ("Ann Low studied law at Eastfield University.", "Low", "education"),
    ("Ann Low took a law degree in 1990.", "Low", "education"),
    ("Hikmet Pasha died at Izmir in 1890.", "Hikmet", "rank"),
    ("King David reigned at Ely.", "David", "office"),
    ("The Polish soprano Ada Sari died in 1968.", "Sari", "ethnicity"),
    ("Karl Low died in 1920. His sister Ida, a nurse, died in 1930.", "Ida", "kinship"),
]


@pytest.mark.parametrize(("text", "person", "type_"), STILL_TOLD)
def test_what_looks_alike_is_told(read: Read, text: str, person: str, type_: str) -> None:
    assert said(read(text), type_, person)


def test_two_things_that_somebody_was_are_one_person(read: Read) -> None:
    reading = read(
        "Karl Weber (1800-1834) was a German geometer and the son of the jurist Paul Weber, "
        "and the brother of the painter Otto Lang."
    )
    assert {p.name for p in reading.personas} == {"Karl Weber", "Paul Weber", "Otto Lang"}
    names = {p.id: p.name for p in reading.personas}
    told = {(f.role, names[f.related[0]]) for f in said(reading, "kinship", "Karl")}
    assert told == {("father", "Paul Weber"), ("brother", "Otto Lang")}


def test_a_predicate_and_what_stands_beside_it_are_of_one(read: Read) -> None:
    reading = read("Anna Lund (1836-1918) was a Swiss botanist, the daughter of Peter Lund.")
    assert {p.name for p in reading.personas} == {"Anna Lund", "Peter Lund"}
    assert [f.value for f in said(reading, "occupation", "Anna")] == ["botanist"]


def test_a_long_deed_is_not_cut_within_a_phrase(read: Read) -> None:
    reading = read(
        "Ayla Demir is a footballer. She played in the Turkey girls' under-17 national team and the "
        "Turkey women's national under-19 team."
    )
    values = [f.value for f in said(reading, "event", "Demir") if f.value and "played" in f.value]
    assert all(v.endswith("team") for v in values)


def test_they_who_married_are_not_two_of_one_sex(read: Read) -> None:
    reading = read(
        "Suzanne Vala painted. In 1909 she met Paul Moss. Her son Maurice drank; André Utter kept the accounts. "
        "They were married on 1 September 1914."
    )
    names = {p.id: p.name for p in reading.personas}
    wed = {(names[f.person], f.role) for f in reading.factoids if f.when is not None and f.type == "kinship"}
    assert ("Maurice", "husband") not in wed
    assert ("André Utter", "husband") not in wed


def test_who_sends_another_makes_no_journey(read: Read) -> None:
    reading = read("King Olaf sent the monk Peter to Rome in 1150.")
    assert said(reading, "travel", "Olaf") == []
    assert said(read("King Olaf was sent to Rome in 1150."), "travel", "Olaf")


def test_what_stands_behind_two_posts_is_of_both(read: Read) -> None:
    found = said(read("Ida Berg was president and later director of the Northern Bank."), "office", "Berg")
    assert {f.organisation for f in found} == {"Northern Bank"}
    other = said(read("Paul Reed was a bishop and the author of the Life of Ida."), "office", "Reed")
    assert [f.organisation for f in other if f.role == "bishop"] == [None]
    alone = said(read("Otto Lind was a minister and the son of the mayor of Graz."), "office", "Lind")
    assert [(f.role, f.organisation, f.place) for f in alone if f.role == "minister"] == [
        ("minister", None, None)
    ]


def test_who_is_raised_has_the_rank(read: Read) -> None:
    reading = read("The emperor employed Karl Reid in the army and raised him to the rank of general.")
    assert [f.value for f in said(reading, "rank", "Reid")] == ["general"]


def test_a_craftsman_works_in_a_town(read: Read) -> None:
    found = said(read("Thomas Hale, once a blacksmith of Bowes, preached in Leeds."), "occupation", "Hale")
    assert [(f.value, f.place, f.organisation) for f in found] == [("blacksmith", "Bowes", None)]


def test_a_field_goes_on_to_the_end_of_a_word_with_a_hyphen() -> None:
    read = factoid.read("Otto Lang became secretary-general of the Union in 1920.").factoids
    assert {f.role for f in read if f.type == "office"} == {"secretary-general"}


def test_the_last_of_three_names_is_no_post() -> None:
    read = factoid.read("Otto Marenga Pastor (born 1 April 1967) is a businessman, CEO and owner of Venturi.")
    assert not [f for f in read.factoids if f.role and "Pastor" in f.role]
