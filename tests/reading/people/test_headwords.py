"""Headwords that a tagger does not know for names: turned, with a maiden name, told by the life behind them."""

from __future__ import annotations

import pytest

import factoid


def told(text: str) -> set[tuple[str, str, str | None, str | None]]:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {(names[f.person], f.type, f.value or f.place, f.date) for f in reading.factoids}


@pytest.mark.parametrize(
    "headword",
    [
        "Kern née Blum, Rosa,",
        "Kern, née Blum, Rosa,",
        "Kern (née Blum), Rosa,",
        "KERN née Blum, Rosa,",
        "Kern, Rosa, née Blum,",
    ],
)
def test_a_maiden_name_may_stand_within_or_behind_the_name(headword: str) -> None:
    assert told(f"{headword} born 4 May 1889 in Fulda, emigrated 1938 to Haifa.") >= {
        ("Rosa Kern", "name", "Blum", None),
        ("Rosa Kern", "birth", "Fulda", "1889-05-04"),
    }


def test_a_surname_that_is_a_given_name_too_is_one_before_a_birth() -> None:
    assert ("Max Hirsch", "birth", "Fulda", "1889") in told("Hirsch, Max, born 1889 in Fulda.")


def test_years_and_a_calling_tell_a_headword() -> None:
    text = "Żebrowska Ada (1871–1943), teacher. Born 8 May 1871 in Ely, daughter of Jan Żebrowski and Wanda (née Mroz)."
    found = {(type_, value) for who, type_, value, _ in told(text) if who == "Ada Żebrowska"}
    assert {("occupation", "teacher"), ("birth", "Ely")} <= found


def test_years_without_a_calling_are_those_of_a_thing() -> None:
    assert told("Vulcan Ranger (1935–1944), a lorry. It was built at Ely.") == set()


def test_a_headword_in_brackets_may_end_in_a_colon() -> None:
    names = {p.name for p in factoid.read("ARDING (Charles): adm. sizar 4 June 1755; B.A. 1759").personas}
    assert names == {"Charles Arding"}


def test_each_entry_that_opens_with_a_life_is_about_its_own_person() -> None:
    text = (
        "Otto Lind (1881–1954) was a Danish engineer. He built the bridge of Vejle in 1911.\n\n"
        "Karl Berg (born 2 March 1928 in Hamar, died 1999) was a Norwegian skater. He lived in Oslo."
    )
    assert ("Karl Berg", "residence", "Oslo") in {(a, b, c) for a, b, c, _ in told(text)}


def test_a_byname_may_have_an_article_of_another_language() -> None:
    found = told("Conti, Girolamo, called il Gobbo, painter of landscapes, b. Lucca 1614, d. Genoa 1668.")
    assert {
        ("Girolamo Conti", "name", "il Gobbo", None),
        ("Girolamo Conti", "occupation", "painter", None),
    } <= found


def test_a_life_may_stand_past_a_bracket_with_other_names_and_without_one_of_its_own() -> None:
    found = told("NJOLA MBANTE (Nzola, Ginta; in baptism Ana de Souto), 1583?–1663, ruler of Matamba.")
    assert {("Njola Mbante", "birth", None, "1583?"), ("Njola Mbante", "death", None, "1663")} <= found


def test_two_places_with_their_years_are_a_life() -> None:
    found = told("MIR SARWAR KHAN (Mitha, Punjab, 1903 or 1905 – Sargodha, 1966)\n\nHe played chess.")
    assert ("Mir Sarwar Khan", "death", "Sargodha", "1966") in found


@pytest.mark.parametrize(
    "text",
    ["Hawker Hurricane (1935–1944), fighter. It flew over Kent.", "Siege of Riga (1710–1711), siege."],
)
def test_an_aircraft_with_its_years_opens_no_life(text: str) -> None:
    assert not factoid.read(text).personas


def test_a_name_before_its_own_script_is_a_headword() -> None:
    text = "ENAMOTO Takeo 榎本武揚 (25 viii – 26 x 1908). Naval officer, rebel. In 1869 he surrendered at Hakodate."
    assert "Enamoto Takeo" in {p.name for p in factoid.read(text).personas}
    assert not factoid.read("Tokyo University 東京大学 (1877) is a school.").personas


def test_the_word_for_a_child_that_opens_the_next_note_is_no_name() -> None:
    names = {
        p.name for p in factoid.read("LIND KHAN, Karim Beg. Son of Otto Beg, of Shiraz. Died 1644.").personas
    }
    assert not any("Son" in name for name in names)


def test_the_years_of_a_reign_in_the_opening_are_no_life() -> None:
    text = "Silvanus II., the name assumed by Gerold on his elevation to the papacy (999–1003), was born in Auvergne."
    assert not {("birth", "0999"), ("death", "1003")} & {(b, d) for _, b, _, d in told(text)}


def test_a_given_name_that_nobody_lists_may_stand_in_capitals_in_a_headword() -> None:
    text = "SOWER (TACE), later RAYLE, printer to the Society; b. 1666. Daughter of Andrew SOWER (q.v.), printer."
    assert ("Tace Sower", "birth", None, "1666") in told(text)
    assert not factoid.read("NATO (OTAN), an alliance of the west. It was founded by ministers.").personas


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "ASMA'U, NANA (1793-1864). Fulani poet. She died in Sokoto. Later Asma'u was honoured.",
            "Nana Asma'u",
        ),
        ("DELL'ACQUA, ANNA (1793-1864), poet. Born in Ely.", "Anna Dell'Acqua"),
        ("O'MALLEY, GRACE (1530-1603), pirate. Born in Clare.", "Grace O'Malley"),
    ],
)
def test_a_letter_behind_an_apostrophe_is_small_but_after_a_prefix(text: str, name: str) -> None:
    assert [p.name for p in factoid.read(text).personas] == [name]
