"""Notes of dictionaries: parents and marriages, deaths behind brackets."""

from __future__ import annotations

import pytest

import factoid
from factoid.model import Span
from factoid.reading.statements.brackets import made_whole
from factoid.reading.statements.notes.leads import is_card

ENTRY = (
    "KELLER, Anton Wilhelm, b. Zurich 3.4.1802, s. of Jakob Keller, goldsmith, and Verena Escher; "
    "m. (1) 1829 Louise Wyss (d. 1840), (2) 1843 Emilie Pestalozzi. Lawyer. "
    "Author of a History of Guild Law (1836). d. Bern 11.11.1868."
)


def test_an_entry_tells_parents_marriages_and_death() -> None:
    reading = factoid.read(ENTRY)
    names = {persona.id: persona.name for persona in reading.personas}
    keller = next(p.id for p in reading.personas if "Anton" in p.name)
    own = [f for f in reading.factoids if f.person == keller]
    kin = {(f.role, names[f.related[0]], f.date) for f in own if f.type == "kinship"}
    assert kin == {
        ("father", "Jakob Keller", None),
        ("mother", "Verena Escher", None),
        ("wife", "Louise Wyss", "1829"),
        ("wife", "Emilie Pestalozzi", "1843"),
    }
    lives = {(f.type, f.place, f.date) for f in own if f.type in ("birth", "death")}
    assert lives == {("birth", "Zurich", "1802-04-03"), ("death", "Bern", "1868-11-11")}


CARD = """Weiss, Otto

Year of birth: 1899
Place of birth: Lemberg
Nationality: Austrian
Party: member of the KPD(O) since 1928
Education: Lemberg gymnasium, 1917

Career:
03.1921 – 10.1924: clerk of the Vienna Municipal Bank
10.1924 – 1929: head of the Press Department, Ministry of Health
1929 – 05.1934: deputy head of the Labour Exchange

Rank: captain of the reserve (1.05.1918)
Arrested on 12.02.1934. Sentenced to death on 3.03.1934. Shot the same day. Rehabilitated in 1946.
"""


def test_a_card_is_read_line_by_line() -> None:
    reading = factoid.read(CARD)
    told = {(f.type, f.role or f.organisation or f.place or f.value, f.date) for f in reading.factoids}
    assert {
        ("birth", None, "1899"),
        ("birth", "Lemberg", None),
        ("membership", "KPD(O)", "1928/.."),
        ("education", "Lemberg gymnasium", "1917"),
        ("rank", "captain of the reserve", "1918-05-01"),
        ("sentence", "death", "1934-03-03"),
        ("death", "Shot", "1934-03-03"),
        ("event", "Rehabilitated", "1946"),
    } <= told
    posts = {(f.organisation, f.date) for f in reading.factoids if f.type == "office"}
    assert ("Press Department", "1924-10/1929") in posts
    assert ("Labour Exchange", "1929/1934-05") in posts
    quotes = [f.quote for f in reading.factoids if f.type == "office"]
    assert "deputy head of the Labour Exchange" in quotes
    assert "deputy head" in {f.role for f in reading.factoids if f.type == "office"}


def test_words_within_a_name_are_no_ranks() -> None:
    entry = (
        "ORLOV, Peter Ivanovich, soldier, b. 1880 at Perm. Sergeant major; three Crosses of St George. "
        "Student at the General Staff Academy, Moscow, Nov. 1918."
    )
    told = [(f.type, f.value) for f in factoid.read(entry).factoids if f.type in ("rank", "award")]
    assert told == [("rank", "Sergeant major"), ("award", "three Crosses of St George")]


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (CARD, True),
        ("Born: 1900\nDied: 1950\nOccupation: smith", True),
        ("Hamlet: To be.\nOphelia: My lord?\nHamlet: Soft you now.", False),
        ("Place of birth: Graz\nThe text goes on and on.", False),
        ("Education:\nRank:\nAwards:", False),
    ],
)
def test_what_is_a_card(content: str, *, is_one: bool) -> None:
    assert is_card(content) is is_one


@pytest.mark.parametrize(
    ("content", "part", "whole"),
    [
        ("member of the VKP(b) since", "VKP(b", "VKP(b)"),
        ('the notorious "troikas" met', 'notorious "troikas', 'notorious "troikas"'),
        ('the "secret department met', '"secret department', "secret department"),
        ("the Bund (founded in 1897), a", "Bund (founded", "Bund"),
        ("head of the Bund) and", "Bund)", "Bund"),
        ("(captain) of", "(captain", "(captain)"),
        ("plain words", "plain", "plain"),
        ("(", "(", "("),
    ],
)
def test_brackets_are_closed_or_left_out(content: str, part: str, whole: str) -> None:
    start = content.index(part)
    assert made_whole(Span(start, start + len(part)), content).of(content) == whole


SOLDIER = (
    "DOWD, Thomas (1831–1902), commander in the Irish Militia, b. Cork, 3 May 1831. Educ. parish school, Galway; "
    "Queen's Coll., Galway. Served on the Western Front with the 2nd Leinster Regiment. "
    "Elected president of the Institution of Civil Engineers, 1891."
)


def test_each_field_of_an_entry_stays_within_its_note() -> None:
    read = factoid.read(SOLDIER).factoids
    (born,) = [f for f in read if f.type == "birth" and f.place]
    assert born.place == "Cork"  # not *b. Cork*
    offices = {(f.role, f.organisation, f.place, f.value) for f in read if f.type == "office"}
    assert ("commander", "Irish Militia", None, "held") in offices  # not at Cork
    assert (
        "president",
        "Institution of Civil Engineers",
        None,
        "appointed",
    ) in offices  # no *elected president*
    assert not [f for f in read if f.role == "Queen"]
    assert ("parish school", "Galway") in {(f.organisation, f.place) for f in read if f.type == "education"}
    (served,) = [f for f in read if f.type == "service"]
    assert (served.organisation, served.place, served.value) == (
        "2nd Leinster Regiment",
        "Western Front",
        None,
    )


def test_when_an_office_was_held_is_no_part_of_it() -> None:
    read = factoid.read("The future minister Otto Lind met the former mayor Karl Roth.").factoids
    assert {f.role for f in read if f.type == "office"} == {"minister", "mayor"}


def test_where_somebody_fell_though_nothing_is_known_of_the_place() -> None:
    read = factoid.read("LANG, Otto (1887–1919), colonel. Killed in action at Lbishchensk, 5 Sept. 1919.")
    assert "Lbishchensk" in {f.place for f in read.factoids if f.type == "death"}


def test_what_an_award_is_called_after_is_not_where_it_was_given() -> None:
    read = factoid.read("For bravery Captain Otto Lang was awarded the Cross of St. George in 1916.")
    assert {f.place for f in read.factoids if f.type == "award"} == {None}
