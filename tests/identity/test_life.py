from __future__ import annotations

import pytest
from identity.people import groups, persona

from factoid.identity import link_personas
from factoid.identity.features import TABLE
from factoid.identity.life import life_evidence, lives_exclude
from factoid.model import PersonaInSource, Traces
from factoid.model.when import Bounds, day_of


def year(number: int) -> Bounds:
    return Bounds(day_of(number, 1, 1), day_of(number, 12, 31))


def day(year_: int, month: int, day_: int) -> Bounds:
    return Bounds(day_of(year_, month, day_), day_of(year_, month, day_))


def told(a: Traces, b: Traces) -> list[str]:
    return [item.feature for item in life_evidence(a, b)]


DAYS = [
    # one source's birth, the other's, what that says
    (day(1900, 3, 1), day(1900, 3, 1), "birth day"),
    (day(1900, 3, 1), year(1900), "birth year"),
    (year(1900), year(1900), "birth year"),
    (year(1900), Bounds(day_of(1890, 1, 1), day_of(1910, 12, 31)), None),
    (year(1900), year(1901), "birth near"),
    (day(1900, 3, 1), day(1960, 3, 1), "birth slip"),
    (day(1900, 3, 1), day(1900, 3, 10), "birth slip"),
    (day(1900, 3, 4), day(1900, 4, 3), "birth slip"),
    (day(1874, 3, 4), day(1847, 3, 4), "birth slip"),
    (year(1900), year(1910), "birth year's slip"),
    (year(1825), day(1855, 2, 8), "birth year's slip"),
    (year(1900), year(1912), "birth differs"),
    (year(1855), year(1889), "times apart"),
    (year(1800), year(1900), "times apart"),
]


@pytest.mark.parametrize(("one", "other", "feature"), DAYS)
def test_two_days_of_birth(one: Bounds, other: Bounds, feature: str | None) -> None:
    a, b = Traces(born=(one,)), Traces(born=(other,))
    assert told(a, b) == told(b, a) == ([feature] if feature else [])


def test_the_closest_of_several_days_counts() -> None:
    assert told(Traces(born=(year(1880), year(1900))), Traces(born=(year(1900),))) == ["birth year"]


def test_nobody_lives_longer_than_a_life() -> None:
    young, old = Traces(born=(year(1790),)), Traces(active=Bounds(day_of(1901, 1, 1), day_of(1910, 1, 1)))
    assert lives_exclude(young, old)
    assert not lives_exclude(Traces(born=(year(1830),)), old)
    assert not lives_exclude(Traces(), old)


def test_a_year_may_be_any_of_its_days() -> None:
    assert not lives_exclude(Traces(born=(year(1796),)), Traces(died=(year(1901),)))


def test_a_place_tells_more_the_fewer_know_it() -> None:
    both = [Traces(places=places) for places in (("Moscow", "Lower Zastava"), ("Lower  Zastava", "MOSCOW"))]
    assert told(both[0], both[0]) == ["place", "common place"]
    assert sum(i.points for i in life_evidence(both[0], both[0])) == (
        TABLE["place"].points + TABLE["common place"].points
    )


def test_a_place_among_many_tells_less() -> None:
    few, many = Traces(places=("Zastava",)), Traces(places=("Zastava", *(f"Selo {i}" for i in range(8))))
    assert life_evidence(few, few)[0].points > 2 * life_evidence(few, many)[0].points > 0


def test_a_parent_here_and_a_child_there_are_rather_of_two_namesakes() -> None:
    grandson = Traces(kin=(("father", "Adam Pike"), ("sister", "Ruth Pike")))
    grandfather = Traces(kin=(("son", "Adam Pike"), ("wife", "Lucy Orde")))
    assert told(grandson, grandfather) == told(grandfather, grandson) == ["crossed kin"]
    assert told(grandson, Traces(kin=(("son", "Simon Pike"),))) == []
    both = Traces(kin=(("father", "Adam Pike"), ("son", "Adam Pike")))
    assert told(grandson, both) == ["kin"]


def test_kin_of_one_name() -> None:
    a = Traces(kin=(("wife", "Anna Nowak"), ("brother", "Jan Nowak")))
    b = Traces(kin=(("wife", "Anne Nowak"), ("brother", "Karl Nowak")))
    assert told(a, b) == ["kin"]


def test_a_place_under_two_names_is_one() -> None:
    found = life_evidence(Traces(places=("Leningrad",)), Traces(places=("Petrograd",)))
    assert [item.feature for item in found] == ["common place"] or [item.feature for item in found] == [
        "place"
    ]
    assert "Leningrad = Petrograd (both are names of Saint Petersburg)" in found[0].reason
    assert told(Traces(places=("Leningrad",)), Traces(places=("Stalingrad",))) == []


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("deputy head of the NKVD", "vice-chief", True),
        ("head", "head of the Kharkov GPU", True),
        ("commissar of state security 3rd rank", "lieutenant general", True),
        ("head", "deputy head", False),
        ("hatter", "painter", False),
    ],
)
def test_a_post_in_other_words(a: str, b: str, *, is_one: bool) -> None:
    found = life_evidence(Traces(posts=(a,)), Traces(posts=(b,)))
    assert [item.feature for item in found] == (["post"] if is_one else [])
    assert all(a in item.reason and b in item.reason for item in found)


def living(source: str, name: str, traces: Traces) -> PersonaInSource:
    found = persona(source, 0, name)
    return PersonaInSource(
        source=found.source, source_id=found.source_id, persona=found.persona, traces=traces
    )


def linked(*lives: tuple[str, Traces]) -> set[tuple[str, ...]]:
    return groups(link_personas([living("abcdefg"[i], *life) for i, life in enumerate(lives)], []))


def test_rare_namesakes_of_different_centuries_are_two() -> None:
    first, second = (
        ("Balthasar Quonk", Traces(born=(year(1610),))),
        ("Balthasar Quonk", Traces(died=(year(1890),))),
    )
    assert linked(first, second) == set()
    assert linked(first, ("Balthasar Quonk", Traces(died=(year(1680),)))) == {("a/0", "b/0")}


def test_an_undated_namesake_does_not_bring_two_centuries_together() -> None:
    old, new = Traces(born=(year(1610),)), Traces(born=(year(1890),))
    found = linked(("Balthasar Quonk", old), ("Balthasar Quonk", Traces()), ("Balthasar Quonk", new))
    assert not any({"a/0", "c/0"} <= set(group) for group in found)


def test_the_day_of_birth_makes_common_namesakes_one() -> None:
    born = Traces(born=(day(1860, 5, 15),))
    assert linked(("John Smith", Traces()), ("John Smith", Traces())) == set()
    assert linked(("John Smith", born), ("John Smith", born)) == {("a/0", "b/0")}


def test_lives_find_whom_names_do_not() -> None:
    traces = Traces(born=(day(1854, 5, 15),), places=("Lower Zastava",))
    assert linked(("Robert", traces), ("Robert Quonk", traces)) == {("a/0", "b/0")}


def test_reasons_tell_the_life() -> None:
    traces = Traces(born=(year(1854),), places=("Lower Zastava",), posts=("organist",))
    people = [living("a", "Anna Nowak", traces), living("b", "Anna Nowak", traces)]
    reason = next(link.reasons[0] for link in link_personas(people, []))
    assert all(words in reason for words in ("born in 1854", "Lower Zastava", "organist"))


def test_a_fuller_name_explains_two_others() -> None:
    born = Traces(born=(day(1858, 7, 31),))
    names = ("Richard Dixon Quonk", "Rich Quonk", "Dixon Quonk")
    assert linked(*((name, born) for name in names)) == {("a/0", "b/0", "c/0")}


def test_another_surname_and_the_same_birth_may_be_a_marriage() -> None:
    born = Traces(born=(day(1860, 11, 20),), places=("Lower Zastava", "Upper Zastava"))
    sister = ("Maria Quonk", born)
    assert linked(("Anna Quonk", born), ("Anna Zumph", born)) == {("a/0", "b/0")}
    assert linked(("Anna Quonk", born), sister) == set()
    assert (
        linked(("Anna Quonk", Traces(places=born.places)), ("Anna Zumph", Traces(places=born.places)))
        == set()
    )


def test_a_bare_given_name_does_not_bring_two_surnames_together() -> None:
    traces = Traces(born=(day(1860, 11, 20),), places=("Lower Zastava",))
    assert linked(("William Quonk", traces), ("William", traces), ("William Zumph", traces)) == set()
    assert linked(("William Quonk", traces), ("William", traces)) == {("a/0", "b/0")}
