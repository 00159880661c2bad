import random
from collections.abc import Iterable

import pytest
from identity.people import cast, groups, judged, persona

from factoid.identity import Opinion, link_personas, linked
from factoid.identity.link import Linking
from factoid.model import Verdict

LIVES = cast(
    dictionary=[
        "CHAPAYEV, Vasily Ivanovich",
        "Ivan Stepanovich Chapayev",
        "Pelageya Metlina",
        "D. A. Furmanov",
        "N. N. Borodin",
    ],
    legend=["Basil Chapaev", "Ivan Stepanovich", "Pelageya Metlina", "Dmitry Furmanov", "Borodin", "Frunze"],
    museum=["Vasily Ivanovich Chapayev", "Pelageya Metlina", "Claudia", "Furmanov"],
)


def test_one_life_in_three_sources() -> None:
    assert groups(link_personas(LIVES, [])) == {
        ("dictionary/0", "legend/0", "museum/0"),
        ("dictionary/1", "legend/1"),
        ("dictionary/2", "legend/2", "museum/1"),
        ("dictionary/3", "legend/3", "museum/3"),
        ("dictionary/4", "legend/4"),
    }


def test_every_persona_is_in_one_person_called_by_its_first() -> None:
    links = link_personas(LIVES, [])
    assert sorted(persona for link in links for persona in link.personas) == sorted(
        p.persona.id for p in LIVES
    )
    assert all(link.person == min(link.personas) for link in links)
    assert all(len(link.reasons) >= len(link.personas) - 1 for link in links)
    assert all(not link.reasons for link in links if len(link.personas) == 1)


def test_reasons_are_for_people() -> None:
    people = cast(legend=["Basil Chapaev"], museum=["Vasily Ivanovich Chapayev"])
    (link,) = link_personas(people, [])
    assert link.reasons == (
        "Basil Chapaev (legend) = Vasily Ivanovich Chapayev (museum): "
        "Vasily is the Russian form of Basil; Chapayev is another spelling of Chapaev",
    )
    reasons = [
        reason
        for link in link_personas(LIVES, [])
        if link.person == "dictionary/4"
        for reason in link.reasons
    ]
    assert "both have Borodin; both sources name" in reasons[0]
    assert reasons[0].endswith("near by; although one source names no given name")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["Tarbell"], ["Tarbell"]),
        (["Tarbell", "Anna Nowak-Reed"], ["Tarbell", "Anna Nowak-Reed"]),  # one acquaintance is not enough
        (["S. Tarbell"], ["Samuel Tarbell"]),
        (["Samuel"], ["Samuel"]),
        (["John Smith"], ["John Smith"]),
        (["Selim Pasha"], ["Selim Pasha"]),
        (["Samuel Tarbell", "Samuel Tarbell Jr."], ["Samuel Tarbell"]),  # which of the two?
        (["Samuel Quincy Tarbell"], ["Samuel Moses Tarbell"]),
        (["Ivan Sergeyevich Lyushkov"], ["Ivan Petrovich Lyushkov"]),
    ],
)
def test_nothing_is_merged_that_is_not_sure(left: list[str], right: list[str]) -> None:
    found = groups(link_personas(cast(a=left, b=right), []))
    assert ("a/0", "b/0") not in found
    assert all(len(ids) == 2 for ids in found)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Tarbell", "Samuel Tarbell"), ("S. Tarbell", "Samuel Tarbell"), ("John Smith", "John Smith")],
)
def test_company_makes_sure(name: str, other: str) -> None:
    near = ["Anna Nowak-Reed", "Genrikh Lyushkov"]
    assert ("a/0", "b/0") in groups(link_personas(cast(a=[name, *near], b=[other, *near]), []))


def test_a_bare_surname_of_two_in_the_other_source_is_nobody_s() -> None:
    near = ["Anna Nowak-Reed", "Genrikh Lyushkov", "Pelageya Metlina"]
    people = cast(a=["Tarbell", *near], b=["Samuel Tarbell", *near, "Ida Tarbell"])
    assert not any("a/0" in ids for ids in groups(link_personas(people, [])))


def test_a_bare_surname_of_two_in_two_other_sources_is_nobody_s() -> None:
    near = ["Anna Nowak-Reed", "Genrikh Lyushkov", "Pelageya Metlina"]
    people = cast(a=["Tarbell", *near], b=["Samuel Tarbell", *near], c=["Ida Tarbell", *near])
    assert not any("a/0" in ids for ids in groups(link_personas(people, [])))


def test_men_of_different_patronymics_do_not_meet_in_a_third() -> None:
    people = cast(a=["Ivan Sergeyevich Lyushkov"], b=["Ivan Lyushkov"], c=["Ivan Petrovich Lyushkov"])
    assert groups(link_personas(people, [])) == set()


def test_a_woman_is_not_a_man() -> None:
    people = [persona("a", 0, "Sasha Lyushkov", gender="f"), persona("b", 0, "Sasha Lyushkov", gender="m")]
    assert groups(link_personas(people, [])) == set()
    assert groups(link_personas([people[0], persona("b", 0, "Sasha Lyushkov")], [])) == {("a/0", "b/0")}


def test_an_alias_links_in_company() -> None:
    skarbek = persona("a", 0, "Krystyna Skarbek", ["Krystyna Skarbek", "Christine Granville"])
    alone = [skarbek, persona("b", 0, "Christine Granville")]
    assert groups(link_personas(alone, [])) == set()
    near = cast(a=["-", "Genrikh Lyushkov"], b=["-", "Genrikh Lyushkov"])
    assert ("a/0", "b/0") in groups(link_personas([*alone, near[1], near[3]], []))


def test_what_is_not_sure_is_asked() -> None:
    near = ["Genrikh Lyushkov"]
    people = cast(a=["Tarbell", *near], b=["Samuel Tarbell", *near])
    (asked,) = linked(people, []).unsure()
    assert asked.pair == ("a/0", "b/0")
    assert asked.reason.startswith(
        "Tarbell (a) = Samuel Tarbell (b): both have Tarbell; both sources name Genrikh"
    )
    assert linked(people, [judged(Verdict.DIFFERENT, "a/0", "b/0")]).unsure() == []


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_is_nothing(seed: int) -> None:
    shuffled = list(LIVES)
    random.Random(seed).shuffle(shuffled)
    assert link_personas(shuffled, []) == link_personas(LIVES, [])


def test_nobody() -> None:
    assert link_personas([], []) == []


def test_pairs_are_looked_at_in_an_order_that_no_process_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[tuple[str, str]]] = []
    weighed = Linking._weighed

    def noted(self: Linking, pairs: Iterable[tuple[str, str]]) -> list[Opinion]:
        listed = list(pairs)
        seen.append(listed)
        return weighed(self, listed)

    monkeypatch.setattr(Linking, "_weighed", noted)
    names = ("Anna Berg", "Karl Weiss", "Otto Falk", "Weiss", "Falk", "Anna")
    link_personas(cast(**{f"s{n}": names for n in range(6)}), ())
    assert max(map(len, seen)) > 20
    assert all(pairs == sorted(pairs) for pairs in seen)
