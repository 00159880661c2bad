"""Names and lives as they are told of other ages and peoples, on sentences of our own."""

import pytest
from reading.statements.conftest import Read, said

import factoid

# text, name, born, died
LIVES = [
    ("Livia Celsa (58\u201329 BC) was a priestess.", "Celsa", "-0057", "-0028"),
    ("Nikon (c. 468\u2013413 BC) was a poet.", "Nikon", "-0467~", "-0412"),
    ("Livia Celsa (41 BC\u2013AD 23) was a priestess.", "Celsa", "-0040", "0023"),
    ("Sheikh Omar Sadid (1263\u20131345 AH / 1847\u20131926) was a poet.", "Sadid", "1847", "1926"),
    ("Livia Celsa (AD 15\u201359) was a priestess.", "Celsa", "0015", "0059"),
    ("Lu Wenzhi (\u9678\u6587\u4e4b; 735\u2013799) was a poet.", "Lu Wenzhi", "0735", "0799"),
    ("Nikon, son of Bion, of the deme Oe (468\u2013413 BC), was a poet.", "Nikon", "-0467", "-0412"),
    ("Nikon, son of Bion (468\u2013413 BC), was a poet.", "Bion", "-0467", "-0412"),
]


@pytest.mark.parametrize(("text", "name", "born", "died"), LIVES)
def test_the_years_of_a_life(read: Read, text: str, name: str, born: str, died: str) -> None:
    reading = read(text)
    assert [f.date for f in said(reading, "birth", name)] == [born]
    assert [f.date for f in said(reading, "death", name)] == [died]


NO_LIVES = [
    "Otto Berg (12\u201315) was a poet.",
    "Anna Berg, wife of the king of France (1800\u20131850), was a poet.",
]


@pytest.mark.parametrize("text", NO_LIVES)
def test_no_years_of_a_life(read: Read, text: str) -> None:
    reading = read(text)
    assert not [*said(reading, "birth", "Berg"), *said(reading, "death", "Berg")]


def test_the_ends_of_a_life_date_nothing_else(read: Read) -> None:
    reading = read("Livia Celsa (c. 70 BC \u2013 after 15 BC) was a poet in Rome.")
    assert [f.date for f in reading.factoids if f.type not in ("birth", "death")] == [None]


NAMES = [
    ("Ali Sadid, known as Ibn al-Hadid, was a judge in Basra.", "Ibn al-Hadid"),
    ("Colman Berg, also called Lugaid mac Carthaig, was a smith.", "Lugaid mac Carthaig"),
    ("Lu Wen (735\u2013799), courtesy name Ziming, was a poet. Ziming died in Suzhou.", "Ziming"),
    ("Peter Berg was a tailor in Graz. His childhood name was Kiko.", "Kiko"),
    ("Karl Berg (1900\u20131960), born Otto Roth and raised in Graz, was a spy.", "Otto Roth"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_another_name_is_told_whole_and_is_the_same_person_s(read: Read, text: str, name: str) -> None:
    reading = read(text)
    told = [f for f in reading.factoids if f.type == "name"]
    assert [f.value for f in told] == [name]
    assert name in next(p for p in reading.personas if p.id == told[0].person).forms


PARENTS = [
    "Peter Berg was a tailor. His father was Abel Berg and his mother Jane Roth.",
    "Peter Berg was a tailor. His father, Abel Berg, was a landowner; his mother was Jane Roth.",
    "Peter Berg was a tailor. His father was a smith. His mother was Jane Roth.",
]


@pytest.mark.parametrize("text", PARENTS)
def test_his_mother_is_the_mother_of_whose_father_was_told(read: Read, text: str) -> None:
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    mothers = [f for f in reading.factoids if f.type == "kinship" and f.role == "mother"]
    assert [(names[f.person], names[f.related[0]]) for f in mothers] == [("Peter Berg", "Jane Roth")]


PATRONYMICS = [
    ("Jan Cornelisz. van der Velde, a painter, lived in Haarlem.", ["Jan Cornelisz. van der Velde"]),
    ("Willem Jorisz. de Wael was a painter.", ["Willem Jorisz. de Wael"]),
    ("Jan Govertsz. was a smith. He married Aeltje Claesdr. in 1611.", ["Jan Govertsz.", "Aeltje Claesdr."]),
    (
        "Maerten Fransz. van der Hulst (Leiden 1603 \u2013 Leiden 1645), Dutch painter.",
        ["Maerten Fransz. van der Hulst"],
    ),
    ("In Graz he met Tomasz. Anna Berg was there.", ["Tomasz", "Anna Berg"]),
]


@pytest.mark.parametrize(("text", "names"), PATRONYMICS)
def test_a_shortened_patronymic_ends_no_sentence(read: Read, text: str, names: list[str]) -> None:
    assert [p.name for p in read(text).personas if p.forms] == names


def test_who_baptises_does_not_take_the_name(read: Read) -> None:
    reading = read(
        "Otto Berg was baptized by the friar Juan Roth in 1568, taking the name of Diego de Castro."
    )
    names = {p.id: p.forms for p in reading.personas}
    assert [names[f.person] for f in reading.factoids if f.type == "name"] == [
        ("Otto Berg", "Diego de Castro")
    ]
    assert "Juan Roth" not in names[said(reading, "religion", "Berg")[0].person]


def test_a_part_of_another_s_name_is_no_name(read: Read) -> None:
    reading = read("Otto Berg received one letter of the name of Karl Roth and called himself Korto.")
    assert [f.value for f in reading.factoids if f.type == "name"] == ["Korto"]
    assert not any({"Otto Berg", "Karl Roth"} <= set(p.forms) for p in reading.personas)


OPENED = [
    (
        "Tarvaldo Aparido dos Renteiros (born 14 June 1952 in Lisbon) is a footballer.",
        "Tarvaldo Aparido dos Renteiros",
    ),
    ("Yusra bint Omar al-Zahiri (born 3 May 1952, Muscat) is a judge.", "Yusra bint Omar al-Zahiri"),
]


@pytest.mark.parametrize(("text", "name"), OPENED)
def test_a_name_with_small_words_opens_with_its_life(read: Read, text: str, name: str) -> None:
    assert said(read(text), "birth", name)


ERAS = ["Livia Celsa married Lucius Hirtus in 80 BC.", "Gaius Hirtus became consul in 98 B.C.."]


@pytest.mark.parametrize("text", ERAS)
def test_an_era_is_no_place_and_no_body(read: Read, text: str) -> None:
    told = [field for f in read(text).factoids for field in (f.place, f.organisation) if field]
    assert told == []


ROW = "LOW, Otto (1901-1950). Born in 1901, at Riga,engineer,1930,Graz"


def test_a_row_without_spaces_behind_its_commas_is_read(read: Read) -> None:
    assert said(read(ROW), "birth", "Low")


DEEP = ["king of the queen of the duke of " * 370, "He met John and Mary and Peter and " * 350 + "Ann."]


@pytest.mark.parametrize("text", DEEP)
def test_a_phrase_without_end_is_read(read: Read, text: str) -> None:
    assert read(text).personas


def test_what_a_paragraph_before_tells_takes_no_life_from_its_opening() -> None:
    before = "It was told of the brother of a miller\n\n"
    told = factoid.read(f"{before}Tom Low of the Mill at Ely (1811\u20131867) was a smith.").factoids
    assert {f.type: f.date for f in told if f.type in ("birth", "death")} == {
        "birth": "1811",
        "death": "1867",
    }
