from identity.people import persona

from factoid.identity.cluster import Groups
from factoid.identity.profile import Bearer, bearer_of

SOURCES = {"a1": "a", "a2": "a", "b1": "b", "c1": "c", "d1": "d"}


def bearer(id_: str, source: str) -> Bearer:
    named = bearer_of(persona(source, 0, "Anna Nowak"))
    return Bearer(id_, source, named.found, named.main)


def grouped() -> Groups:
    return Groups(bearer(id_, source) for id_, source in SOURCES.items())


def test_nobody_is_joined_to_begin_with() -> None:
    assert list(grouped().all()) == [("a1",), ("a2",), ("b1",), ("c1",), ("d1",)]


def test_a_rule_folds_no_source_onto_itself() -> None:
    groups = grouped()
    assert not groups.may_join("a1", "a2")
    assert groups.join("a1", "b1")
    assert not groups.may_join("a2", "b1")
    assert groups.join("a2", "b1")  # a person may
    assert next(iter(groups.all())) == ("a1", "a2", "b1")


def test_what_is_kept_apart_stays_apart_through_others() -> None:
    groups = grouped()
    assert groups.part("a1", "c1")
    assert groups.join("a1", "b1")
    assert groups.join("c1", "d1")
    assert not groups.may_join("b1", "d1")
    assert not groups.join("b1", "d1")
    assert list(groups.all()) == [("a1", "b1"), ("a2",), ("c1", "d1")]


def test_what_is_one_cannot_be_parted() -> None:
    groups = grouped()
    assert groups.join("a1", "b1")
    assert groups.join("b1", "c1")
    assert not groups.part("a1", "c1")


def test_what_a_person_doubts_only_a_person_joins() -> None:
    groups = grouped()
    groups.doubt("a1", "b1")
    assert not groups.may_join("b1", "a1")
    assert groups.join("b1", "c1")
    assert not groups.may_join("c1", "a1")
    assert groups.join("c1", "a1")
