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
