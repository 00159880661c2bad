"""Births that an age tells, and deaths that another death tells."""

import pytest
from reading.statements.conftest import Read, said

BORN = [
    ("Anna Holm, then 22, came to Graz in 1891.", "Holm", "1869~"),
    ("Karl Brandt died in 1900 aged 56.", "Brandt", "1844~"),
    (
        "Bonn, 12 March 1790\n\nDear Ida,\n\nOn Thursday I shall be thirty.\n\nYours,\nPeter Lund",
        "Lund",
        "1760~",
    ),
    ("Anna Holm died at Riga on 3 May 1911, in her 70th year.", "Holm", "1841~"),
    ("In 1903 Jan Low, 34, a groom, was arrested by the police.", "Low", "1869~"),
    ("In 1850 Karl Berg married Ida Holm, aged twenty-two, a maid.", "Holm", "1828~"),
    ("Peter Lund was 22 when, in 1961, he came to Bonn.", "Lund", "1939~"),
    (
        "THE ECHO, Ely, Thursday 14 November 1957\n\nIn 1938 he raced. Peter Lund, 73, was there.",
        "Lund",
        "1884~",
    ),
    (
        "Bonn, 12 March 1790\n\nDear Ida,\n\nNext April Peter Lund will be thirty.\n\nYours,\nIda Holm",
        "Lund",
        "1760~",
    ),
]
NOT_BORN = [
    ("Karl Brandt came in 1900. Next April he will be fifty minutes late.", "Brandt", []),
    ("Peter Lund was born in 1839 and went to sea in 1854, at the age of fourteen.", "Lund", ["1839"]),
    ("Peter Lund, 12, High Street, Ely, sold cloth in 1903.", "Lund", []),
    ("In 1905 Peter Lund would have been 72.", "Lund", []),
    ("At fourteen Peter Lund left home. His son came back in 1930.", "Lund", []),
]


@pytest.mark.parametrize(("text", "name", "date"), BORN)
def test_an_age_at_a_time_tells_when_somebody_was_born(read: Read, text: str, name: str, date: str) -> None:
    (birth,) = said(read(text), "birth", name)
    assert birth.date == date


@pytest.mark.parametrize(("text", "name", "dates"), NOT_BORN)
def test_no_birth_where_it_is_told_or_nothing_tells_when(
    read: Read, text: str, name: str, dates: list[str]
) -> None:
    assert [f.date for f in said(read(text), "birth", name)] == dates


def test_who_outlived_another_by_years_died_so_much_later(read: Read) -> None:
    reading = read("Karl Berg died in 1860. His wife Anna outlived him by twelve years.")
    assert {f.date for f in said(reading, "death", "Anna")} == {"1872~"}


def test_without_the_other_death_it_stays_open(read: Read) -> None:
    reading = read("Karl Berg was a smith. His wife Anna outlived him by twelve years.")
    assert not any(f.date and f.date.endswith("~") for f in said(reading, "death", "Anna"))


WEDDINGS = [
    "Peter Low was a smith. In February 1618 Margery Holm became the third wife of Peter Low.",
    "Peter Low was a smith. In February 1618 he took to wife Margery Holm.",
]


@pytest.mark.parametrize("text", WEDDINGS)
def test_becoming_a_wife_has_its_day(read: Read, text: str) -> None:
    assert {f.date for f in said(read(text), "kinship", "Low")} == {"1618-02"}


def test_being_a_wife_has_none(read: Read) -> None:
    reading = read("In February 1618 Peter Low and his wife Margery Holm went to Bonn.")
    assert {f.date for f in said(reading, "kinship", "Low")} == {None}


NAMES = [
    ("Karl Berg joined the Legion in 1901 under the name of Pierre Low.", "1901"),
    ("In 1899 Karl Berg took the name Magnus Low.", "1899"),
    ("Karl Berg, nicknamed Magnus, died in 1899.", None),
]


@pytest.mark.parametrize(("text", "date"), NAMES)
def test_a_name_that_is_taken_has_the_date_of_its_clause(read: Read, text: str, date: str | None) -> None:
    assert [f.date for f in read(text).factoids if f.type == "name"] == [date]


WRITTEN = "THE ECHO, Ely, Thursday 14 November 1957\n\n"


def test_whom_a_text_calls_late_was_dead_by_the_year_of_its_day(read: Read) -> None:
    text = "In 1901 Ida Low was taught by the late Peter Holm."
    assert {f.date for f in said(read(WRITTEN + text), "death", "Holm")} == {"../1957"}
    assert {f.date for f in said(read(text), "death", "Holm")} == {None}


def test_what_is_so_now_has_the_year_of_the_day_of_writing(read: Read) -> None:
    text = "In 1901 Ida Low came to Ely. She is now a house-physician at the hospital."
    assert "1957" in {f.date for f in read(WRITTEN + text).factoids if f.type in ("occupation", "office")}
    assert "1957" not in {f.date for f in read(text).factoids}


def test_a_birth_in_words_beside_a_doubtful_one_in_brackets_keeps_its_date(read: Read) -> None:
    doc = read("HOLM, Karl (1761?-1830), surveyor, was born about 1762 at Ely.")
    assert sorted(f.date or "" for f in said(doc, "birth", "Holm")) == ["1761?", "1762~"]
