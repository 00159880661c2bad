from __future__ import annotations

import pytest

import factoid
from factoid.reading.statements.when.life_dates import life_dated

CASES = [
    # what stands before the date                     what the date tells of
    ("WEIR, Anna, weaver, b. ", "birth"),
    ("WEIR, Anna, weaver, b. at Graz, ", "birth"),
    ("Anna Weir was born in Graz on ", "birth"),
    ("schoolmaster; d. ", "death"),
    ("bur. ", "burial"),
    ("Ida Low (m. ", "kinship"),
    ("Ida Low (b. 1850 at Ely, married in ", "kinship"),
    ("Ida Low (m. 1871, div. ", None),
    ("They married in ", None),
    ("She moved to Graz in ", None),
    ("Born of poor parents, she left in ", None),
]


@pytest.mark.parametrize(("before", "type_"), CASES)
def test_knows_the_dates_that_tell_of_birth_and_death_alone(before: str, type_: str | None) -> None:
    assert life_dated(f"{before}9 Feb. 1887", len(before)) == type_


LIVES = [
    ("Otto Lang (9 May 1811, Riga \u2013 1867, Bonn) was a smith.", "9 May", "birth"),
    ("Otto Lang (9 May 1811, Riga \u2013 1867, Bonn) was a smith.", "1867", "death"),
    ("Otto Lang (Riga, May 1811 - Bonn, 1867) was a smith.", "1867", "death"),
    ("Otto Lang was minister (1932\u20131935) of the crown.", "1935", None),
    ("Otto Lang (who left in 1811) was a smith \u2013 in 1867.", "1867", None),
]


@pytest.mark.parametrize(("text", "date", "type_"), LIVES)
def test_the_dates_of_a_life_in_brackets_tell_of_nothing_else(
    text: str, date: str, type_: str | None
) -> None:
    assert life_dated(text, text.index(date)) == type_


PLACES = [
    ("Tibor Fark (14 August 1889, Szeged \u2013 2 January 1957, Vienna) was a chemist.", "Szeged", "Vienna"),
    ("Anna Berg (Riga, 9 May 1811 \u2013 Bonn, 1867) was a painter.", "Riga", "Bonn"),
    (
        "Jean Arnaud (born 3 May 1902 in Aix-les-Bains; died 7 June 1980 in Paris) was a poet.",
        "Aix-les-Bains",
        "Paris",
    ),
    ("Karl Roth (12 May 1871 \u2013 3 June 1920) was a priest.", None, None),
]


@pytest.mark.parametrize(("text", "born", "died"), PLACES)
def test_the_places_of_a_life_in_brackets(text: str, born: str | None, died: str | None) -> None:
    found = {f.type: f.place for f in factoid.read(text).factoids if f.type in ("birth", "death")}
    assert found == {"birth": born, "death": died}


AGES = [
    ("Otto Lang came to London in 1891. He was nineteen.", {("birth", "1872~")}),
    ("Otto Lang was born in 1880. In 1899 he went to Riga. He was nineteen.", {("birth", "1880")}),
    ("In 1920, aged 20, Otto Lang became a smith.", {("birth", "1900~")}),
    ("Mariam Weir (c. 1480 \u2013 after 1535) was a scholar.", {("birth", "1480~"), ("death", "1535/..")}),
]


@pytest.mark.parametrize(("text", "lives"), AGES)
def test_an_age_dates_a_birth_and_nothing_else(text: str, lives: set[tuple[str, str]]) -> None:
    found = {(f.type, f.date) for f in factoid.read(text).factoids if f.type in ("birth", "death")}
    assert found <= lives  # an age may tell of no birth at all, but of none on the day it is told


@pytest.mark.parametrize(
    ("bracket", "birth", "death"),
    [
        ("(1904\u201332)", "1904", "1932"),
        ("(c. 1904 \u2013 1932)", "1904~", "1932"),
        ("(ca. 1904\u20131932)", "1904~", "1932"),
        ("(1904 \u2013 c. 1932)", "1904", "1932~"),
        ("(1904?\u20131932)", "1904?", "1932"),
        ("(b. 1904 \u2013 d. 1932)", "1904", "1932"),
    ],
)
def test_a_life_is_no_more_precise_than_its_bracket(bracket: str, birth: str, death: str) -> None:
    told = {f.type: f.date for f in factoid.read(f"Otto Lang {bracket} was a smith.").factoids}
    assert (told["birth"], told["death"]) == (birth, death)


BEFORE_CHRIST = [
    ("Marcus Low died in 44 BC at the age of 56.", "birth", "Marcus Low", "-0099~"),
    (
        "Otto Varus died in 44 BC. Karl Varus outlived Otto Varus by twelve years.",
        "death",
        "Karl Varus",
        "-0031~",
    ),
]


@pytest.mark.parametrize(("told", "type_", "name", "edtf"), BEFORE_CHRIST)
def test_years_before_christ_are_reckoned_from_too(told: str, type_: str, name: str, edtf: str) -> None:
    reading = factoid.read(told)
    (person,) = (p.id for p in reading.personas if p.name == name)
    assert {f.date for f in reading.factoids if f.type == type_ and f.person == person} == {edtf}
    assert not any("-" in reason for f in reading.factoids for reason in f.inference.values())


def test_an_era_is_no_place() -> None:
    read = factoid.read(
        "In 74 BC Marcus Low married Ida Varia. He became aedile in 66 BC. He lived in Victoria, BC."
    )
    assert {f.place for f in read.factoids if f.type in ("kinship", "office")} == {None}
    assert [f.place for f in read.factoids if f.type == "residence"] == ["Victoria, BC"]


BEHIND_NAMES = [
    ("Anna Weir, 27 January 1886 \u2013 10 January 1967, was a chemist.", ("1886-01-27", "1967-01-10")),
    ("Anna Weir, 1886\u20131967, a chemist, studied in Graz.", ("1886", "1967")),
    ("Anna Weir [1886-1967] was a chemist.", ("1886", "1967")),
    ("Anna Weir\n1886 \u2013 1967\n\nShe was a chemist.", ("1886", "1967")),
    ("Weir, Anna, * Riga 9.5.1811, \u2020 Bonn 3.6.1867. Painter.", ("1811-05-09", "1867-06-03")),
    # terms of office, works, lists of those who held a post
    ("Anna Weir, mayor of Ely, 1886\u20131917, was a chemist.", (None, None)),
    ("Anna Weir, 1914\u20131918, a study of the war.", (None, None)),
    ("King Odo, 1250\u20131290, built the bridge.", (None, None)),
    ("Rectors: Tom Low, 1714\u20131750, Karl Roth, 1750\u20131790.", (None, None)),
]


@pytest.mark.parametrize(("text", "dates"), BEHIND_NAMES)
def test_lives_right_behind_a_name(text: str, dates: tuple[str | None, str | None]) -> None:
    found = {f.type: f.date for f in factoid.read(text).factoids}
    assert (found.get("birth"), found.get("death")) == dates


def test_a_life_without_brackets_dates_nothing_else() -> None:
    told = factoid.read("Anna Weir, 1886\u20131967, a Graz chemist, taught music.").factoids
    assert {f.date for f in told if f.type not in ("birth", "death")} == {None}


def test_where_somebody_was_born_under_another_name_is_no_home() -> None:
    told = factoid.read("Anna Holm was born Anna Petersen in Bergen. Holm taught music.").factoids
    assert "residence" not in {f.type for f in told}


def test_a_life_in_brackets_may_hold_how_the_name_is_said() -> None:
    told = factoid.read(
        "Pierre Arnaud (French: [pjɛʁ aʁno]; August 2, 1754 – June 14, 1825) was a painter."
    ).factoids
    assert {f.type: f.date for f in told if f.date} == {"birth": "1754-08-02", "death": "1825-06-14"}


BORN = [  # whom the text told of when it told the date is not born then
    ("I knew Karl Weiss well: we served together in Ely from 1930 to 1932. He was born in Riga.", None),
    ("Karl Weiss (1874-1947) was a founder of unions. He was born in Riga.", "1874"),
]


@pytest.mark.parametrize(("text", "date"), BORN)
def test_nobody_is_born_when_the_text_has_told_of_him(text: str, date: str | None) -> None:
    births = [f for f in factoid.read(text).factoids if f.type == "birth" and f.place == "Riga"]
    assert [birth.date for birth in births] == [date]


def test_the_letter_of_a_life_needs_no_blank_before_the_year() -> None:
    told = factoid.read(
        "On 5 March 1884 Karl Weiss married Ellen Maud Roth (d.1921); they had two sons."
    ).factoids
    assert {f.date for f in told if f.type == "death"} == {"1921"}
    pages = factoid.read("Karl Weiss wrote of the mill in his book, p.1921, and lived in Ely.").factoids
    assert {f.date for f in pages} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Karl Low was a painter of Ely. His wife Ida Roth (m. 1912) taught music.",
        "Ida Roth taught at Ely. She was the first wife of Karl Low (m. 1912, div. 1920).",
        "Karl Low lived in Ely with his wife Ida Roth (married in 1912).",
    ],
)
def test_a_wedding_in_brackets_dates_the_couple_and_nothing_else(text: str) -> None:
    told = {(f.type, f.when.edtf if f.when else None) for f in factoid.read(text).factoids}
    assert {date for type_, date in told if type_ == "kinship"} == {"1912"}
    assert {date for type_, date in told if type_ != "kinship"} <= {None, "1920"}


def test_a_bracket_behind_other_kin_is_no_wedding_of_theirs() -> None:
    read = factoid.read("Karl Low was a painter. His sister Ida (m. 1912) taught music.")
    assert not [f for f in read.factoids if f.type == "kinship" and f.when]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Karl Roth was pastor at Ely till his death, of fever, in 1891.", "1891"),
        ("Karl Roth said so shortly before his death, in August 1891, to a neighbour.", "1891-08"),
        ("Karl Roth lived in Ely until his death, on the 3rd of May 1891.", "1891-05-03"),
        ("Karl Roth farmed at Ely. After his death, in 1891 Ida Holm sold the farm.", None),
        ("Karl Roth farmed at Ely. After his death, of a stroke, Ida Holm sold the farm in 1891.", None),
    ],
)
def test_a_date_put_behind_a_death(text: str, edtf: str | None) -> None:
    assert {f.when.edtf if f.when else None for f in factoid.read(text).factoids if f.type == "death"} == {
        edtf
    }
