from identity.people import WIDTH, cast, persona

from factoid.identity.company import FEW_SOURCES, REACH, Company, Persons
from factoid.identity.features import MOST_SHARED, total
from factoid.identity.profile import bearer_of


def test_near_is_who_is_named_within_reach() -> None:
    far = REACH // WIDTH + 1
    people = [
        persona("a", 0, "Anna"),
        persona("a", 1, "Jan"),
        persona("a", far, "Piotr"),
        persona("b", 0, "Ewa"),
    ]
    company = Company(map(bearer_of, people))
    assert company.near("a/0") == {"a/1"}
    assert company.near(f"a/{far}") == {"a/1"}


def test_the_unnamed_are_no_company() -> None:
    company = Company(map(bearer_of, [persona("a", 0, "Anna"), persona("a", 1, "wife of Jan")]))
    assert company.near("a/0") == frozenset()


def shared(sources: int, people: int) -> float:
    """Return what the first of each of two sources share, if these many people are in these many sources."""
    everybody = cast(**{f"s{i}": [f"P{n}" for n in range(people + 1)] for i in range(sources)})
    person_of = {p.persona.id: p.persona.id.partition("/")[2] for p in everybody}
    person_of |= {"s0/0": "one", "s1/0": "two"}
    names = {person: f"P{person}" for person in person_of.values()}
    found = Persons(Company(map(bearer_of, everybody)), person_of, names).shared_by("s0/0", "s1/0")
    assert all(item.reason.startswith("P") for item in found)
    return total(found)


def test_shared_people_speak_for_a_pair_up_to_a_limit() -> None:
    assert 0 == shared(2, 0) < shared(2, 1) < shared(2, 2)
    assert shared(2, 9) == MOST_SHARED


def test_whom_everybody_names_tells_little() -> None:
    assert shared(FEW_SOURCES, 1) > shared(FEW_SOURCES + 1, 1) > shared(40, 1) > 0
