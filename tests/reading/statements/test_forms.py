"""Infoboxes, questionnaires and cards: lines of *Label: value*."""

from __future__ import annotations

from reading.statements.conftest import Read, said

from factoid.model import Reading

INFOBOX = """Maria Keller
Born: 3 May 1880, Ulm
Died: 4 June 1950, Graz
Resting place: Graz Central Cemetery
Nationality: Austrian
Occupation: chemist, teacher and painter
Spouse: Karl Keller (m. 1905), Emil Wolf (m. 1920)
Children: Ida, Pauline
Alma mater: University of Graz
Awards: Order of Merit (1930); Cross of Honour (1940)
Political party: Social Democratic Party
Other names: Mimi Berg
Residence: Graz

Keller taught chemistry in Graz.
"""
QUESTIONNAIRE = """1. Name: Pavel Ilyich Orlov
2. Year of birth: 1899
3. Place of birth: Tver
4. Nationality: Russian
5. Social origin: peasant
6. Party membership: since 1920
7. Occupation: loader
8. Address: Tver, 5 Mill Street
"""
CARD = """ORLOV, Pavel Ilyich
Born: 1892, Minsk
Father: Ilya Orlov, advocate, d. 1910. Mother: Anna Weiss.
Wife: Vera Lind, sister of the poet Emil Lind; arrested 29.01.1948
Party: RCP(B) since 1914
Rank: major
"""


def told(reading: Reading, name: str) -> set[tuple[str, str | None, str | None]]:
    ids = {p.id for p in reading.personas if name in p.name}
    return {
        (f.type, f.role or f.organisation or f.place or f.value, f.date)
        for f in reading.factoids
        if f.person in ids
    }


def test_an_infobox_is_read_line_by_line(read: Read) -> None:
    assert told(read(INFOBOX), "Maria Keller") >= {
        ("birth", "Ulm", "1880-05-03"),
        ("death", "Graz", "1950-06-04"),
        ("burial", "Graz Central Cemetery", None),
        ("citizenship", "Austrian", None),
        ("occupation", "chemist", None),
        ("occupation", "teacher", None),
        ("occupation", "painter", None),
        ("kinship", "husband", "1905"),
        ("kinship", "husband", "1920"),
        ("kinship", "daughter", None),
        ("education", "University of Graz", None),
        ("award", "Order of Merit", "1930"),
        ("award", "Cross of Honour", "1940"),
        ("membership", "Social Democratic Party", None),
        ("name", "Mimi Berg", None),
        ("residence", "Graz", None),
    }


def test_labels_name_nobody_and_another_name_is_hers(read: Read) -> None:
    assert {p.name for p in read(INFOBOX).personas} == {
        "Maria Keller",
        "Karl Keller",
        "Emil Wolf",
        "Ida",
        "Pauline",
    }


def test_a_questionnaire_asks_for_the_people_not_for_the_state(read: Read) -> None:
    found = told(read(QUESTIONNAIRE), "Orlov")
    assert found >= {
        ("birth", None, "1899"),
        ("birth", "Tver", None),
        ("ethnicity", "Russian", None),
        ("occupation", "loader", None),
        ("residence", "Tver, 5 Mill Street", None),
    }
    assert any(
        type_ == "membership" and what == "Party" and "1920" in str(date) for type_, what, date in found
    )


def test_what_follows_a_relative_is_told_of_the_relative(read: Read) -> None:
    reading = read(CARD)
    orlov = told(reading, "Pavel")
    assert {("kinship", "father", None), ("kinship", "mother", None), ("kinship", "wife", None)} <= orlov
    assert not said(reading, "arrest", "Pavel")
    assert not [fact for fact in orlov if fact[0] == "death" or fact[1] == "advocate"]
    assert any(type_ == "membership" and what == "RCP(B)" for type_, what, _ in orlov)


def test_what_somebody_is_sentenced_to_is_not_yet_done(read: Read) -> None:
    reading = read("Pavel Orlov was sentenced by the troika on 12 December 1937 to be shot.")
    assert not said(reading, "death", "Orlov")
    assert {f.value for f in said(reading, "sentence", "Orlov")} == {"to be shot"}


def test_a_child_is_no_parent_of_the_same_given_name(read: Read) -> None:
    kin = "Children: Ida, Otto\nParents: Otto Berg, Ida Roth"
    form = f"Maria Keller\nBorn: 3 May 1880, Ulm\n{kin}\nReligion: Lutheran\n"
    assert {p.name for p in read(form).personas} == {"Maria Keller", "Ida", "Otto", "Otto Berg", "Ida Roth"}


TERM = """Jan Low
In office: 8 January 1912 \u2013 1917
Preceded by: Karl Holm
Succeeded by: Otto Berg
Born: Jan Peter Low, 6 May 1870, Ely
"""


def test_an_office_is_handed_over_at_the_ends_of_its_term(read: Read) -> None:
    found = {(f.role, f.date) for f in said(read(TERM), "association", "Low")}
    assert found == {("predecessor", "1912-01-08"), ("successor", "1917")}


def test_without_a_term_nobody_knows_when(read: Read) -> None:
    found = said(read(TERM.replace("In office", "Elected")), "association", "Low")
    assert {f.date for f in found} == {None}


def test_the_name_somebody_was_born_with_is_as_old_as_he(read: Read) -> None:
    assert [f.date for f in said(read(TERM), "name", "Low")] == ["1870-05-06"]


RECORD = """Taken before: Inspector A. Holm
Name of person questioned: Gerda Lund
Date and place of birth: 5 July 1918, Lower Ash district, Norway
Trade on enlistment: tailor
Enlisted: 4.8.1937 at Bergen
Promotions: Corporal 3.2.1938; Sergeant 1.4.1939
Wounded: 16.8.1939, Bergen
Marital status: married to Rolf Eide, 1941
Children: Nils (1942), Ruth (1945)
"""


def test_a_form_is_about_whom_its_line_for_the_name_names(read: Read) -> None:
    assert told(read(RECORD), "Lund") >= {
        ("birth", "Lower Ash district, Norway", "1918-07-05"),
        ("occupation", "tailor", None),
        ("service", "Bergen", "1937-08-04"),
        ("rank", "Corporal", "1938-02-03"),
        ("rank", "Sergeant", "1939-04-01"),
        ("event", "Bergen", "1939-08-16"),
        ("kinship", "husband", "1941"),
    }
    assert told(read(RECORD), "Nils") >= {("birth", None, "1942")}
    assert not {f for f in told(read(RECORD), "Holm") if f[0] != "office"}


def test_a_line_for_the_name_of_kin_changes_nobody(read: Read) -> None:
    form = "Name: Gerda Lund\nName of father: Olaf Lund\nDate of birth: 5 July 1918\nReligion: Lutheran\n"
    assert ("birth", None, "1918-07-05") in told(read(form), "Gerda Lund")
