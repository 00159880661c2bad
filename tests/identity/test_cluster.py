from factoid.identity.cluster import Groups

SOURCES = {"a1": "a", "a2": "a", "b1": "b", "c1": "c", "d1": "d"}


def test_nobody_is_joined_to_begin_with() -> None:
    assert list(Groups(SOURCES).all()) == [("a1",), ("a2",), ("b1",), ("c1",), ("d1",)]


def test_a_rule_folds_no_source_onto_itself() -> None:
    groups = Groups(SOURCES)
    assert not groups.may_join("a1", "a2")
    assert groups.join("a1", "b1")
    assert not groups.may_join("a2", "b1")
    assert groups.join("a2", "b1")  # a person may
    assert next(iter(groups.all())) == ("a1", "a2", "b1")


def test_what_is_kept_apart_stays_apart_through_others() -> None:
    groups = Groups(SOURCES)
    assert groups.part("a1", "c1")
    assert groups.join("a1", "b1")
    assert groups.join("c1", "d1")
    assert not groups.may_join("b1", "d1")
    assert not groups.join("b1", "d1")
    assert list(groups.all()) == [("a1", "b1"), ("a2",), ("c1", "d1")]


def test_what_is_one_cannot_be_parted() -> None:
    groups = Groups(SOURCES)
    assert groups.join("a1", "b1")
    assert groups.join("b1", "c1")
    assert not groups.part("a1", "c1")


def test_what_a_person_doubts_only_a_person_joins() -> None:
    groups = Groups(SOURCES)
    groups.doubt("a1", "b1")
    assert not groups.may_join("b1", "a1")
    assert groups.join("b1", "c1")
    assert not groups.may_join("c1", "a1")
    assert groups.join("c1", "a1")
