import pytest
from identity.people import cast, groups, persona

from factoid.identity import link_personas

TWO = {"a": ["Genrikh Lyushkov"], "b": ["Henry Lyushkov"]}


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [
        ("father of Genrikh Lyushkov", "father of Henry Lyushkov", True),
        ("mother of Genrikh Lyushkov", "mother of Henry Lyushkov", True),
        ("wife of Genrikh Lyushkov", "wife of Henry Lyushkov", True),
        ("wife of Genrikh Lyushkov", "mother of Henry Lyushkov", False),
        ("brother of Genrikh Lyushkov", "brother of Henry Lyushkov", False),  # he may have had several
        ("daughter of Genrikh Lyushkov", "daughter of Henry Lyushkov", False),
        ("father of Genrikh Lyushkov", "father of somebody else", False),
        ("the tailor", "the tailor", False),
    ],
)
def test_only_who_has_a_role_alone_is_one(left: str, right: str, *, is_one: bool) -> None:
    links = link_personas(cast(a=[*TWO["a"], left], b=[*TWO["b"], right]), [])
    assert (("a/1", "b/1") in groups(links)) is is_one


def test_nobody_s_father_is_anybody_s() -> None:
    """The fathers of two men who are not one stay two."""
    people = cast(
        a=["Genrikh Lyushkov", "father of Genrikh Lyushkov"], b=["Ivan Lyushkov", "father of Ivan Lyushkov"]
    )
    assert groups(link_personas(people, [])) == set()


def test_fathers_of_fathers_follow() -> None:
    people = cast(
        a=[*TWO["a"], "father of Genrikh Lyushkov", "mother of father of Genrikh Lyushkov"],
        b=[*TWO["b"], "father of Henry Lyushkov", "mother of father of Henry Lyushkov"],
    )
    assert {("a/1", "b/1"), ("a/2", "b/2")} <= groups(link_personas(people, []))


def test_a_wife_with_a_name_makes_the_unnamed_one_doubtful() -> None:
    people = [
        *cast(a=[*TWO["a"], "wife of Genrikh Lyushkov"], b=[*TWO["b"], "wife of Henry Lyushkov"]),
        persona("b", 2, "Ekaterina Tarbell", ["Ekaterina Tarbell", "his first wife"]),
    ]
    assert groups(link_personas(people, [])) == {("a/0", "b/0")}


def test_two_so_called_in_one_source_are_nobody_for_sure() -> None:
    people = [
        *cast(a=[*TWO["a"], "wife of Genrikh Lyushkov"], b=[*TWO["b"], "wife of Henry Lyushkov"]),
        persona("b", 2, "wife of Henry Lyushkov"),
    ]
    assert groups(link_personas(people, [])) == {("a/0", "b/0")}


def test_the_reason_is_said() -> None:
    people = cast(a=[*TWO["a"], "father of Genrikh Lyushkov"], b=[*TWO["b"], "father of Henry Lyushkov"])
    (reason,) = next(link.reasons for link in link_personas(people, []) if link.person == "a/1")
    assert reason == (
        "father of Genrikh Lyushkov (a) = father of Henry Lyushkov (b): each is the father of the same person"
    )
