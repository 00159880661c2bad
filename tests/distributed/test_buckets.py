"""Persons with all the sources that bear on them."""

from __future__ import annotations

import pytest

from factoid.distributed import buckets
from factoid.distributed.buckets import Buckets
from factoid.distributed.linking import ShortNames
from factoid.model import PersonLink

SOURCE_OF = {"a1": "s1", "a2": "s2", "b1": "s1", "b3": "s3", "c2": "s2", "d4": "s4"}
LINKS = [PersonLink(person=ids[0], personas=ids) for ids in (("a1", "a2"), ("b1", "b3"), ("c2",), ("d4",))]
POSITION_OF = {"s1": 0, "s2": 1, "s3": 2, "s4": 3}
NAMES = {"a1": "Anna", "b1": "Boris", "c2": "Clara", "d4": "Dora"}


def made(ties: list[tuple[str, str]]) -> dict[int, tuple[set[str], set[str], set[str]]]:
    """By bucket: its sources, whom it is asked about, who else is there."""
    found = {}
    for sources, persons in Buckets(LINKS, SOURCE_OF, POSITION_OF).all(NAMES, ties):
        asked = {row["person"] for row in persons if row["is_asked"]}
        others = {row["person"] for row in persons} - asked
        found[sources[0]["bucket"]] = ({row["source"] for row in sources}, asked, others)
    return found


@pytest.fixture(autouse=True)
def _one_source_to_a_bucket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets, "TOGETHER", 1)


def test_each_person_is_asked_about_once_with_all_its_sources() -> None:
    assert made([]) == {
        0: ({"s1", "s2", "s3"}, {"a1", "b1"}, {"c2"}),
        1: ({"s2"}, {"c2"}, {"a1"}),
        3: ({"s4"}, {"d4"}, set()),
    }


def test_the_sources_on_those_who_are_tied_lie_there_too() -> None:
    assert made([("c2", "a1"), ("d4", "d4")])[1] == ({"s1", "s2"}, {"c2"}, {"a1", "b1"})


def test_short_names_are_those_of_a_library() -> None:
    names = ShortNames()
    stems = ["a", "a", "a-2", "a", "a-2"]
    assert [names.give(stem) for stem in stems] == ["a", "a-2", "a-2-2", "a-3", "a-2-3"]
