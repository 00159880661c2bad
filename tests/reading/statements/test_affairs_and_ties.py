from __future__ import annotations

import pytest

import factoid

AFFAIRS = [
    ("Tibor Fark served as Minister of Agriculture from 1932 until 1935.", "Minister of Agriculture", None),
    (
        "Anna Weir was professor of mathematics at the University of Riga.",
        "professor of mathematics",
        "University of Riga",
    ),
]


@pytest.mark.parametrize(("text", "role", "body"), AFFAIRS)
def test_a_field_of_affairs_belongs_to_the_office(text: str, role: str, body: str | None) -> None:
    offices = [(f.role, f.organisation) for f in factoid.read(text).factoids if f.type == "office"]
    assert (role, body) in offices


def ties(text: str) -> set[tuple[str | None, str]]:
    return {(f.role, str(f.certainty)) for f in factoid.read(text).factoids if f.type == "kinship"}


def test_a_tie_that_is_spoken_of_as_known_is_not_denied_with_its_clause() -> None:
    found = ties("My father kept the ferry at Orlik. I never saw my father again.")
    assert found
    assert all(certainty == "asserted" for _, certainty in found)


def test_a_tie_that_is_denied_is_denied() -> None:
    assert ("brother", "denied") in ties("Anna Weir lived in Riga. Otto Lang was never her brother.")


def stated(text: str) -> set[tuple[str, str, str | None]]:
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    return {(names[f.person], f.type, f.date) for f in reading.factoids}


def test_a_noun_before_a_name_means_who_bears_it() -> None:
    found = stated("Anna Weir married Otto Lang in 1920; their daughter Zofia was born in 1921.")
    assert ("Zofia", "birth", "1921") in found


def test_whatever_has_a_name_and_is_awarded_is_an_award() -> None:
    assert ("Tibor Fark", "award", "1934") in stated("Tibor Fark was awarded the Corvin Wreath in 1934.")


def test_what_somebody_was_wanted_to_become_is_not_told() -> None:
    found = stated("Anna Weir left Hull in 1920. Her father wanted her to become a teacher.")
    assert not [
        type_ for name, type_, _ in found if name == "Anna Weir" and type_ in ("occupation", "office", "rank")
    ]


def test_a_subject_may_follow_its_verb() -> None:
    found = stated("In 1349 the duke Bolko went to Nysa. In the same year died the abbot Nicholas.")
    assert ("Nicholas", "death", "1349") in found
    assert not [name for name, type_, _ in found if type_ == "death" and name != "Nicholas"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Arkady Belsky came into the world on March 3, 1869 in Kronstadt.", "Kronstadt"),
        ("Anna Weir died on 4 May 1900 in Riga.", "Riga"),
        ("Anna Weir died in poverty.", None),
    ],
)
def test_where_a_life_began_or_ended(text: str, place: str | None) -> None:
    assert [f.place for f in factoid.read(text).factoids if f.type in ("birth", "death")] == [place]


def roles(text: str) -> set[tuple[str, str | None, str]]:
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    return {(names[f.person], f.role, names[f.related[0]]) for f in reading.factoids if f.type == "kinship"}


def test_a_brother_in_law_is_no_brother() -> None:
    found = roles("The order came from Otto Lang, the brother-in-law of Karl Roth.")
    assert found == {("Otto Lang", "other", "Karl Roth"), ("Karl Roth", "other", "Otto Lang")}


def test_who_tells_it_has_no_part_in_it() -> None:
    reading = factoid.read("According to the prosecutor Anna Weir, Otto Lang met Karl Roth twice in Riga.")
    names = {persona.id: persona.name for persona in reading.personas}
    met = [f for f in reading.factoids if f.type == "meeting"]
    assert met
    assert all("Anna Weir" not in {names[p] for p in (f.person, *f.related)} for f in met)


def test_doubt_behind_a_semicolon_stays_there() -> None:
    reading = factoid.read(
        "Otto Lang hired Anna Weir as a pilot in 1934; the two were rumoured to be lovers."
    )
    assert {str(f.certainty) for f in reading.factoids if f.date == "1934"} == {"asserted"}


def test_a_date_behind_an_and_tells_of_what_follows() -> None:
    first = "At twenty Otto Lang was appointed deputy head of the city police"
    text = f"{first}, and in 1924 the head of the prison of Riga."
    found = {(f.type, f.role, f.date) for f in factoid.read(text).factoids}
    assert ("office", "deputy head", None) in found
    assert "imprisonment" not in {type_ for type_, _, _ in found}


def test_the_degree_of_an_order_is_no_schooling() -> None:
    text = "For this battle Otto Lang was awarded the Order of St. George of the 4th degree."
    assert {f.type for f in factoid.read(text).factoids} == {"award"}
