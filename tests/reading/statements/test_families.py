"""Each family of statements on short invented sentences: what must be read, and what must not."""

import pytest
from reading.statements.conftest import Read, said

# text, person, type, slots that must hold these words
SAID = [
    ("Anton Kessler was born in Riga on 3 May 1811.", "Kessler", "birth", {"date": "1811-05-03"}),
    ("Anton Kessler (1811-1867) was a chemist.", "Kessler", "birth", {"date": "1811"}),
    ("Anton Kessler (1811-1867) was a chemist.", "Kessler", "death", {"date": "1867"}),
    ("Anton Kessler died in Bonn in 1867.", "Kessler", "death", {"date": "1867"}),
    ("Maria Kessler was murdered in 1920.", "Kessler", "death", {"value": "murdered", "date": "1920"}),
    ("The chemist Anton Kessler lived in Bonn.", "Kessler", "occupation", {"value": "chemist"}),
    ("Anton Kessler, a chemist, lived in Bonn.", "Kessler", "occupation", {"value": "chemist"}),
    ("Anton Kessler was a chemist.", "Kessler", "occupation", {"value": "chemist"}),
    ("Colonel Anton Kessler commanded a regiment.", "Kessler", "rank", {"value": "Colonel"}),
    (
        "In 1850 Anton Kessler became governor of Livonia.",
        "Kessler",
        "office",
        {"role": "governor", "date": "1850"},
    ),
    (
        "In 1922 Anton Kessler was appointed director of the State Bank.",
        "Kessler",
        "office",
        {"value": "appointed"},
    ),
    ("Anton Kessler was arrested in June 1937.", "Kessler", "arrest", {"date": "1937-06"}),
    ("In 1901 Anton Kessler moved to Paris.", "Kessler", "travel", {"place": "Paris", "date": "1901"}),
    ("Anton Kessler, known as Red Anton, lived in Bonn.", "Kessler", "name", {"value": "Red Anton"}),
    ("The Latvian poet Anton Kessler lived in Bonn.", "Kessler", "ethnicity", {"value": "Latvian"}),
    ("Anton Kessler was known as Red Anton. He lived in Bonn.", "Kessler", "name", {"value": "Red Anton"}),
]


@pytest.mark.parametrize(("text", "person", "type_", "slots"), SAID)
def test_a_sentence_says(read: Read, text: str, person: str, type_: str, slots: dict[str, str]) -> None:
    found = said(read(text), type_, person)
    assert found, f"no {type_} of {person}"
    assert any(all(getattr(f, slot) == words for slot, words in slots.items()) for f in found), found


# text, person, what the other is, other person
KIN = [
    ("Anton Kessler was the son of Peter Kessler.", "Anton", "father", "Peter"),
    ("In 1901 Anton Kessler married Ida Behrens.", "Anton", "wife", "Ida"),
    ("Anton Kessler's sister, Ida Kessler, lived in Bonn.", "Anton", "sister", "Ida"),
]


@pytest.mark.parametrize(("text", "person", "role", "other"), KIN)
def test_kin_is_read_from_both_sides(read: Read, text: str, person: str, role: str, other: str) -> None:
    reading = read(text)
    found = said(reading, "kinship", person)
    assert role in [f.role for f in found]
    assert said(reading, "kinship", other), "the other side"


NOT_SAID = [
    ("If Anton Kessler had died in 1867, the bank would have closed.", "death"),
    ("Was Anton Kessler arrested in 1937?", "arrest"),
    ("The court sentenced two soldiers to death in 1905.", "sentence"),
    ("The Bonn museum opened in 1901 and closed in 1905.", "death"),
    ("The film of 1934 lets Anton Kessler drown in the river.", "death"),
    ("In the novel, Anton Kessler dies in Paris.", "death"),
    ("If he had gone to Paris, Anton Kessler would have died there.", "death"),
    ("Anton Kessler refused a post at the University of Vienna in 1921.", "education"),
    ("Ida Kessler did the washing.", "sentence"),
]


@pytest.mark.parametrize(("text", "type_"), NOT_SAID)
def test_a_sentence_does_not_say(read: Read, text: str, type_: str) -> None:
    assert [f for f in read(text).factoids if f.type == type_] == []


COMMITTED = [
    ("Anton Kessler was probably arrested in 1937.", "arrest", "hedged"),
    ("Anton Kessler was never arrested.", "arrest", "denied"),
    ("According to the newspaper, Anton Kessler died in 1867.", "death", "attributed"),
    ("Anton Kessler was arrested in 1937.", "arrest", "asserted"),
]


@pytest.mark.parametrize(("text", "type_", "certainty"), COMMITTED)
def test_how_far_the_source_commits_itself(read: Read, text: str, type_: str, certainty: str) -> None:
    found = [f for f in read(text).factoids if f.type == type_]
    assert [str(f.certainty) for f in found] == [certainty]


def test_who_says_it_is_named(read: Read) -> None:
    [death] = said(read("According to his doctor, Anton Kessler died in 1867."), "death", "Kessler")
    assert death.said_by == "his doctor"


def test_notes_of_an_entry_are_about_its_person(read: Read) -> None:
    reading = read(
        "KESSLER, Anton, chemist. B. Riga, 3 May 1811; educ. Dorpat University; "
        "m. Ida Behrens; d. Bonn, 7 June 1867."
    )
    types = {
        f.type
        for f in reading.factoids
        if f.person in {p.id for p in reading.personas if "Kessler" in p.name}
    }
    assert {"birth", "death", "kinship"} <= types


def test_an_age_gives_a_date_by_the_year_of_birth(read: Read) -> None:
    reading = read("Anton Kessler was born in Riga in 1811. At twenty he moved to Paris.")
    [travel] = [f for f in reading.factoids if f.type == "travel"]
    assert travel.date == "1831~"
    assert "twenty" in travel.inference["date"]


def test_a_fact_stated_twice_is_one_factoid(read: Read) -> None:
    reading = read("Colonel Anton Kessler lived in Bonn. In 1850 Colonel Anton Kessler moved to Paris.")
    assert len([f for f in reading.factoids if f.type == "rank"]) == 1


def test_what_a_denial_presupposes_is_not_denied(read: Read) -> None:
    found = said(read("Anton Kessler's sister, Ida Kessler, never came to Bonn."), "kinship", "Anton")
    assert found
    assert {f.certainty for f in found} == {"asserted"}


POINTED_AT = [
    ("Anton Kessler left Riga for Paris. There he met Ida Behrens in 1850.", "meeting", "Paris", "There"),
    ("Anton Kessler sailed to Lisbon, where he met Ida Behrens in 1850.", "meeting", "Lisbon", "where"),
]


@pytest.mark.parametrize(("text", "type_", "place", "word"), POINTED_AT)
def test_a_place_that_is_only_pointed_at_is_found_and_says_so(
    read: Read, text: str, type_: str, place: str, word: str
) -> None:
    found = [f for f in said(read(text), type_, "Kessler") if f.place == place]
    assert found
    assert found[0].spans["place"].of(text) == place
    assert word in found[0].inference["place"]


OF_WHAT = [
    ("King Bela of Hungary marched to Vienna.", "King", "place", "Hungary"),
    (
        "Peter Ivanov was editor of Bogoslovsky Vestnik in 1901.",
        "editor",
        "organisation",
        "Bogoslovsky Vestnik",
    ),
]


@pytest.mark.parametrize(("text", "role", "slot", "words"), OF_WHAT)
def test_an_office_says_of_what(read: Read, text: str, role: str, slot: str, words: str) -> None:
    found = [f for f in read(text).factoids if f.type == "office" and f.role == role]
    assert [getattr(f, slot) for f in found] == [words]


TIES = [
    ("A friend, Ida Behrens, hid Anton Kessler in 1850.", "Ida", "friend"),
    ("Anton Kessler took lessons of Ida Behrens.", "Kessler", "teacher"),
    ("Anton Kessler was sold to Peter Reimer.", "Kessler", "owner"),
]


@pytest.mark.parametrize(("text", "person", "role"), TIES)
def test_a_tie_is_read_from_nouns_without_owner_and_from_phrases(
    read: Read, text: str, person: str, role: str
) -> None:
    found = said(read(text), "association", person)
    assert role in [f.role for f in found]


NAMES = [
    ("Kim Young-hee (Korean: \uae40\uc601\ud76c) was a poet.", "\uae40\uc601\ud76c"),
    ("Aurel Vlad, whom Bulgaria calls Apostle of Freedom, fled to Bonn.", "Apostle of Freedom"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_another_name_is_read(read: Read, text: str, name: str) -> None:
    assert [f.value for f in read(text).factoids if f.type == "name"] == [name]


def test_a_professor_at_a_school_is_not_educated_there(read: Read) -> None:
    reading = read("Anton Kessler was Professor of Latin at Clark University.")
    [office] = [f for f in reading.factoids if f.type == "office"]
    assert (office.role, office.organisation) == ("Professor of Latin", "Clark University")
    assert not [f for f in reading.factoids if f.type == "education"]


BORN_AT = [
    ("Ida Behrens (born October 17, 1890 in Porto Alegre, Brazil) was a poet.", "Porto Alegre, Brazil"),
    ("Ida Behrens (born 1854, Westport) was a poet.", "Westport"),
]


@pytest.mark.parametrize(("text", "place"), BORN_AT)
def test_brackets_give_the_place_behind_the_date(read: Read, text: str, place: str) -> None:
    [birth] = [f for f in read(text).factoids if f.type == "birth"]
    assert birth.place == place


def test_a_given_name_and_a_language_are_no_nation(read: Read) -> None:
    assert not [f for f in read("Hans Berg lived in Bonn.").factoids if f.type == "ethnicity"]
    text = "Pierre Lenfant (French: Pierre Lenfant de Ville) lived in Bonn."
    assert not [f for f in read(text).factoids if f.type == "ethnicity"]


def test_what_stands_beside_a_verb_is_not_all_a_place(read: Read) -> None:
    reading = read("Felix Boldin burnt the Riga papers in 1969.")
    assert not [f for f in reading.factoids if f.place]
