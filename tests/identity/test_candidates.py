import pytest
from identity.people import cast

from factoid.identity.candidates import CLOSEST, NameIndex, likely_pairs, related_sources
from factoid.identity.profile import bearer_of


@pytest.mark.parametrize(
    ("a", "b", "is_pair"),
    [
        ("Vasily Chapayev", "Basil Chapaev", True),
        ("Василий Чапаев", "Basil Tchapaieff", True),
        ("Qiu Jin", "Jin Qiu", True),
        ("Vasily Chapayev", "Anna Chapayeva", False),
        ("Chapayev", "Basil Chapaev", False),
    ],
)
def test_full_names_that_may_agree(a: str, b: str, *, is_pair: bool) -> None:
    pairs = list(likely_pairs(map(bearer_of, cast(a=[a], b=[b]))))
    assert (pairs == [("a/0", "b/0")]) is is_pair


def test_no_pair_within_a_source() -> None:
    assert not list(likely_pairs(map(bearer_of, cast(a=["Anna Nowak", "Anna Nowak"]))))


@pytest.mark.parametrize(
    ("a", "b", "is_pair"),
    [
        ("Chapayev", "Basil Chapaev", True),
        ("Ivan Stepanovich", "Ivan Stepanovich Chapayev", True),
        ("Basil", "Vasily Chapayev", True),
        ("Basil Orlov", "Vasily Chapayev", False),  # two full names need more than a given name
        ("Basil", "Anna", False),
    ],
)
def test_partial_names_that_may_agree(a: str, b: str, *, is_pair: bool) -> None:
    left, right = (NameIndex(map(bearer_of, people)) for people in (cast(a=[a]), cast(b=[b])))
    assert (left.pairs_with(right) == {("a/0", "b/0")}) is is_pair
    assert left.pairs_with(right) == right.pairs_with(left)


def test_sources_with_a_person_in_common_are_related() -> None:
    assert related_sources([{"a", "b"}, {"c"}, {"b", "d"}]) == {("a", "b"), ("b", "d")}


def test_a_source_is_compared_to_the_closest_only() -> None:
    crowd = [f"s{i:03}" for i in range(3 * CLOSEST)]
    pairs = related_sources([set(crowd), {"s000", crowd[-1]}])
    assert len(pairs) < len(crowd) * (CLOSEST + 1)
    assert ("s000", crowd[-1]) in pairs
