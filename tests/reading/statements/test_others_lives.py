"""Whose years in brackets are, whose description a name owns, and kin with a title of kin."""

import pytest
from reading.statements.conftest import Read, said

BIRTHS = [
    # text, person, the date of the birth
    ("Born in Oslo, a son of Nils Husby (1890-1964), Olav Lie studied law.", "Olav Lie", [None]),
    ("Olav Lie was born in Oslo, the son of Nils Lie (1890-1964) and Kari Dahl (1895-1970).", "Olav", [None]),
    ("Olav Lie (1890-1964) was born in Oslo.", "Olav", ["1890"]),
]


@pytest.mark.parametrize(("text", "name", "dates"), BIRTHS)
def test_years_behind_another_name_date_no_birth(
    text: str, name: str, dates: list[str | None], read: Read
) -> None:
    assert [f.when.edtf if f.when else None for f in said(read(text), "birth", name)] == dates


DESCRIBED = [
    # text, how many persons it tells of
    ("His uncle, Otto Berg's partner, died in 1901.", 3),
    ("Anna's uncle, Jane Pell's father, lived in Graz.", 3),
    ("His uncle, Otto Berg, died in 1901.", 2),
]


@pytest.mark.parametrize(("text", "number"), DESCRIBED)
def test_owner_of_a_second_description_is_another(text: str, number: int, read: Read) -> None:
    assert len(read(text).personas) == number


@pytest.mark.parametrize("relative", ["sister, Sister Immaculata", "brother, Father Otto"])
def test_kin_with_a_title_of_kin(relative: str, read: Read) -> None:
    told = said(read(f"Jane's {relative}, died in 1910."), "kinship", "Jane")
    assert [f.role for f in told] == [relative.partition(",")[0]]


def test_row_of_children_with_years_in_brackets(read: Read) -> None:
    reading = read("Ann Low married Otto Lind. Their children were Ida (born 1901), Karl (1903) and Max.")
    fathers = [
        f for name in ("Ida", "Karl", "Max") for f in said(reading, "kinship", name) if f.role == "father"
    ]
    assert len(fathers) == 3


def test_birthplace_with_its_land_is_no_name(read: Read) -> None:
    reading = read("born Triesch, Moravia, 8 Feb. 1883. Joseph Lind was an economist.")
    assert not said(reading, "name", "Lind")


def test_seat_of_a_party_is_nobody(read: Read) -> None:
    assert [p.name for p in read("Tom Hill was Labour MP for Leeds from 1945.").personas] == ["Tom Hill"]


ENDS = [
    # text, person, manner, place, date of the death
    (
        "Otto Low married Ida Pollak (1866-1942, murdered at Riga) in 1889.",
        "Pollak",
        "murdered",
        "Riga",
        "1942",
    ),
    ("Felix Low (1890-1915, killed in action) was a clerk.", "Low", "killed in action", None, "1915"),
    ("Felix Low (1890-1915, fell near Łódź) was a clerk.", "Low", "fell", "Łódź", "1915"),
    ("Felix Low (1890-1915, fell in Galicia) was a clerk.", "Low", "fell", "Galicia", "1915"),
    ("Ann Low, cartographer, 1921-2014\n\nAnn Low drew maps of Asia.", "Low", None, None, "2014"),
]


@pytest.mark.parametrize(("text", "name", "how", "place", "date"), ENDS)
def test_end_of_a_life_told_behind_its_years(
    text: str, name: str, how: str | None, place: str | None, date: str, read: Read
) -> None:
    told = [(f.value, f.place, f.when.edtf if f.when else None) for f in said(read(text), "death", name)]
    assert told == [(how, place, date)]


@pytest.mark.parametrize("years", ["(1920-1945, headmaster)", ", mayor, 1921-1946\n\n"])
def test_years_with_a_post_are_no_life(years: str, read: Read) -> None:
    assert not said(read(f"Max Orr{years} came to Graz."), "death", "Orr")


def test_what_somebody_was_by_then(read: Read) -> None:
    reading = read("Ida Low married Otto Sobol, by then a major, who had come back from England.")
    assert len(reading.personas) == 2
    assert [f.value for f in said(reading, "rank", "Sobol")] == ["major"]


def test_who_predeceased_somebody_has_not_the_date_before(read: Read) -> None:
    reading = read("Otto Low died in 1989. His wife Ida lives in Graz. Her daughter Susan predeceased her.")
    assert [f.when for f in said(reading, "death", "Susan")] == [None]


def test_mistress_of_a_subject_is_a_teacher(read: Read) -> None:
    reading = read("Miss Olive Crane, a geography mistress, lent Ida Holm an atlas.")
    assert [f.value for f in said(reading, "occupation", "Crane")] == ["geography mistress"]
    assert not said(reading, "association", "Crane")


def test_french_mistress_of_a_king_teaches_nobody(read: Read) -> None:
    reading = read("Louise Low, the French mistress of King Karl, died in 1734.")
    assert [f.role for f in said(reading, "association", "Low")] == ["lover"]


def test_posts_of_an_entry_each_behind_its_year(read: Read) -> None:
    told = said(
        read(
            "LOW, Karl, b. Lemberg 1859. From 1888 chemist, 1893 director of the mint; 1900 rector in Graz."
        ),
        "office",
        "Low",
    )
    assert [(f.role, f.when.edtf if f.when else None) for f in told][-2:] == [
        ("director of the mint", "1893"),
        ("rector", "1900"),
    ]


def test_faith_is_no_place(read: Read) -> None:
    told = said(read("LOW, Karl, b. Lemberg 1859. Converted to Protestantism 1890."), "religion", "Low")
    assert [(f.value, f.place) for f in told] == [("Protestantism", None)]


TOGETHER = [
    ("The Gestapo arrested Ida Low together with her brother Karl on 3 May 1942.", "arrest", "Karl"),
    ("Otto Berg was arrested together with Max Orr in 1937.", "arrest", "Orr"),
    ("Otto Berg was shot along with Max Orr in 1937.", "death", "Orr"),
]


@pytest.mark.parametrize(("text", "type_", "name"), TOGETHER)
def test_what_two_suffer_together(text: str, type_: str, name: str, read: Read) -> None:
    assert len(said(read(text), type_, name)) == 1


def test_with_whom_opens_the_sentence(read: Read) -> None:
    assert said(read("With Karl Berg, Otto Lind was arrested in 1937."), "arrest", "Lind")
