"""Fields and dates taken from the words beside a statement that tell of something else."""

import pytest
from reading.statements.conftest import Read, said

# text, person, type, what the fields must be
FIELDS = [
    (
        "Karl Low is the founder and CEO at Tellimer, a record label.",
        "Low",
        "office",
        [("CEO", "Tellimer", None), ("founder", "Tellimer", None)],
    ),
    ("Otto Stein was the founder of Leeds.", "Stein", "office", [("founder", None, "Leeds")]),
    (
        "Wolf Berg was General Secretary of the Bergen Choral Convention.",
        "Berg",
        "office",
        [("General Secretary", "Bergen Choral Convention", None)],
    ),
    ("Anna Low was Prime Minister of Norway.", "Low", "office", [("Prime Minister", None, "Norway")]),
    ("Wolf Berg was Secretary of State.", "Berg", "office", [("Secretary of State", None, None)]),
    ("Otto Stein was professor of German.", "Stein", "office", [("professor of German", None, None)]),
]


@pytest.mark.parametrize(("text", "person", "type_", "fields"), FIELDS)
def test_a_post_has_its_own_body_and_land(
    read: Read, text: str, person: str, type_: str, fields: list[tuple[str | None, ...]]
) -> None:
    found = said(read(text), type_, person)
    assert sorted((f.role, f.organisation, f.place) for f in found) == fields


NO_RANKS = [
    "Wolf Berg was General Secretary of the Bergen Choral Convention.",
    "Anna Low was General Manager of Siemens.",
    "The song was sung by Karl King Stein.",
]


@pytest.mark.parametrize("text", NO_RANKS)
def test_a_word_of_a_longer_post_or_name_is_no_rank(read: Read, text: str) -> None:
    assert not [f for f in read(text).factoids if f.type == "rank" or f.role == "King"]


def test_a_rank_of_two_words_is_one(read: Read) -> None:
    ranks = said(read("Major General Otto Berg died in 1900."), "rank", "Berg")
    assert [f.value for f in ranks] == ["Major General"]


# text, person, type, date
DATES = [
    ("Anna Low was born in Rouen, but moved to Leeds with her family in 1946.", "Low", "birth", None),
    ("Born in Rouen, Karl Low moved to Bath in 1880.", "Low", "birth", None),
    ("Karl Low was born and raised in Rouen in 1880.", "Low", "birth", "1880"),
    ("Ida Berg was born on 3 May 1880 at Ely, where her father taught.", "Ida Berg", "birth", "1880-05-03"),
    (
        "Karl Low, 20 February 1894 – 26 May 1971, was an actor born in Brig.",
        "Low",
        "birth",
        "1894-02-20",
    ),
    ("Between 1940 and 1944 Karl Low lived in Bath.", "Low", "residence", "1940/1944"),
    ("Karl Low was married to Ida Berg between 1921 and 1930.", "Low", "kinship", "1921/1930"),
    ("Karl Low was appointed judge between 1950 and 1952.", "Low", "office", "[1950..1952]"),
    (
        "Karl Low worked as a lawyer during the 1970s, before Otto Berg asked him to write a book.",
        "Berg",
        "action",
        None,
    ),
]


@pytest.mark.parametrize(("text", "person", "type_", "date"), DATES)
def test_a_date_is_that_of_its_own_deed(
    read: Read, text: str, person: str, type_: str, date: str | None
) -> None:
    found = said(read(text), type_, person)
    assert {f.when.edtf if f.when else None for f in found} == {date}


@pytest.mark.parametrize("place", ["Rouen", "Rome", "Wexham"])
def test_where_somebody_was_born_is_no_surname(read: Read, place: str) -> None:
    reading = read(f"Born in {place}, Karl Low moved to Bath in 1880.")
    assert [p.name for p in reading.personas] == ["Karl Low"]
    assert [f.place for f in said(reading, "birth", "Low")] == [place]


def test_a_life_in_brackets_is_of_who_stands_before_it(read: Read) -> None:
    first = "Karl Low was married to Ingeborg Berg (died 1949)."
    reading = read(f"{first} Ann was the widow of Otto Eyre Lind, 4th Baronet (died 1783).")
    dead = {p.name: p.id for p in reading.personas}
    told = {(f.person, f.when.edtf if f.when else None) for f in reading.factoids if f.type == "death"}
    assert (dead["Ingeborg Berg"], "1949") in told
    assert (dead["Otto Eyre Lind"], "1783") in told
    assert dead["Karl Low"] not in {person for person, _ in told}


# text, type, places with their dates
ROWS = [
    (
        "Otto Berg moved to Leeds in 1939, to London in 1946 and to Bath in 1950.",
        "travel",
        [("Bath", "1950"), ("Leeds", "1939"), ("London", "1946")],
    ),
    (
        "Otto Berg lived in Ely until 1939, in London until 1946 and in Bath from 1950.",
        "residence",
        [("Bath", "1950/.."), ("Ely", "../1939"), ("London", "../1946")],
    ),
    (
        "Otto Berg moved to Leeds (1939), then to Wexham (1946).",
        "travel",
        [("Leeds", "1939"), ("Wexham", "1946")],
    ),
    ("Otto Berg moved to Rome in 1940, to his delight.", "travel", [("Rome", "1940")]),
    ("Otto Berg went to Leeds in 1930 and in Bath in 1931 he met Ida Low.", "travel", [("Leeds", "1930")]),
]


@pytest.mark.parametrize(("text", "type_", "places"), ROWS)
def test_places_in_a_row_have_each_its_own_time(
    read: Read, text: str, type_: str, places: list[tuple[str, str]]
) -> None:
    found = said(read(text), type_, "Berg")
    assert sorted((str(f.place), f.when.edtf if f.when else "") for f in found) == places


# text, person, type, field and what it must be
WHERE = [
    ("In 1801 King William sent Otto Berg to the West Indies.", "William", "action", "place", "West Indies"),
    ("Karl Low carried Ida Berg off to Wexham.", "Low", "action", "place", "Wexham"),
    (
        "Karl Low serves on the Lund County Board of Supervisors.",
        "Low",
        "office",
        "organisation",
        "Lund County Board of Supervisors",
    ),
    (
        "Emil Roth taught at the University of Munich.",
        "Roth",
        "office",
        "organisation",
        "University of Munich",
    ),
]


@pytest.mark.parametrize(("text", "person", "type_", "field", "words"), WHERE)
def test_a_field_is_told_whole(
    read: Read, text: str, person: str, type_: str, field: str, words: str
) -> None:
    assert [getattr(f, field) for f in said(read(text), type_, person)] == [words]


def test_who_predeceases_another_dies_so_much_before(read: Read) -> None:
    reading = read("Karl Low died in 1940. His wife Ida Berg predeceased him by three years.")
    assert [(f.when.edtf if f.when else None, f.value) for f in said(reading, "death", "Berg")] == [
        ("1937~", None)
    ]
    assert len(said(reading, "death", "Low")) == 1


# text, person, the posts with their bodies and how they were held
POSTS_LEFT = [
    ("Otto Berg stepped down as director of Siemens in 1920.", "Berg", [("director", "Siemens", "resigned")]),
    (
        "Ida Berg resigned from her position as chief of staff to Karl Low.",
        "Berg",
        [("chief of staff", None, "resigned")],
    ),
    ("Ida Berg resigned from her position as chief of staff to Karl Low.", "Low", []),
    ("The book is by Twitter founder Emil Roth.", "Roth", [("founder", "Twitter", "held")]),
]


@pytest.mark.parametrize(("text", "person", "posts"), POSTS_LEFT)
def test_a_post_is_left_by_whoever_held_it(
    read: Read, text: str, person: str, posts: list[tuple[str, str | None, str]]
) -> None:
    assert [(f.role, f.organisation, f.value) for f in said(read(text), "office", person)] == posts


def test_the_course_of_years_is_no_body(read: Read) -> None:
    reading = read("In the course of the next five years Karl Low served alternately for Poland and Sweden.")
    assert not [f for f in reading.factoids if f.organisation is not None]


@pytest.mark.parametrize("school", ["University of Western Australia", "University of British Columbia"])
def test_a_school_is_not_cut_before_its_land(read: Read, school: str) -> None:
    found = said(read(f"Karl Low was educated at the {school}."), "education", "Low")
    assert [f.organisation for f in found] == [school]


def test_two_hyphens_part_the_years_of_a_life(read: Read) -> None:
    reading = read("Henry Low (1830--1916) was a painter.")
    told = {f.type: f.when.edtf if f.when else None for f in reading.factoids}
    assert told == {"birth": "1830", "death": "1916", "occupation": None}
