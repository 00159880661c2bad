"""Whom a name means, the list of people, and dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event
from store.invented import invented

from factoid.errors import NotInLibrary
from factoid.model import Judgement, Location, PersonaInSource, PersonLink
from factoid.store import Library, open_library
from factoid.store.people.persons import Member, name_of

CAST = ("Анна Ильина", "Zoë O’Hara", "Boris Berg", "Berg")


@pytest.fixture(scope="module")
def library(new_place: Callable[[], Location]) -> Iterator[Library]:
    with open_library(new_place(), create=True) as opened:
        opened.add(*invented("alpha", CAST[:3], factoids=9))
        opened.add(*invented("beta", CAST[1:], factoids=8))
        opened.refresh_persons(same_name)
        yield opened


def same_name(personas: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
    groups: dict[str, list[str]] = {}
    for found in personas:
        groups.setdefault(found.persona.name, []).append(found.persona.id)
    return [
        PersonLink(person=min(ids), personas=tuple(ids), reasons=("one name",)) for ids in groups.values()
    ]


QUERIES = [
    (None, ["Boris Berg", "Zoë O’Hara", "Анна Ильина", "Berg"]),
    ("", ["Boris Berg", "Zoë O’Hara", "Анна Ильина", "Berg"]),
    ("BERG", ["Boris Berg", "Berg"]),
    ("berg bor", ["Boris Berg"]),
    ("ilina", ["Анна Ильина"]),
    ("ИЛЬИНА", ["Анна Ильина"]),
    ("zoe ohara", ["Zoë O’Hara"]),
    ("Zoe\u0308", ["Zoë O’Hara"]),
    ("the head", ["Boris Berg", "Zoë O’Hara", "Анна Ильина", "Berg"]),
    ("%", []),
    ("nobody", []),
]


@pytest.mark.parametrize(("query", "names"), QUERIES)
def test_a_query_finds_every_form_in_every_script(
    library: Library, query: str | None, names: list[str]
) -> None:
    assert [p.name for p in library.people(query)] == names
    assert library.count_people(query) == len(names)


def test_the_list_of_people_is_paged(library: Library) -> None:
    everybody = library.people()
    assert [p.factoids for p in everybody] == [6, 6, 3, 2]
    assert library.people(limit=2, offset=1) == everybody[1:3]


def test_a_summary_tells_names_sources_and_dates(library: Library) -> None:
    zoe = library.people("zoe")[0]
    assert (zoe.names, zoe.sources, zoe.born, zoe.died) == (("Zoë O’Hara",), ("alpha", "beta"), "1900", None)


MEANT = ["Boris Berg", "boris berg", "BORIS BERG", "Berg", "ANNA ILINA", "zoe ohara"]


@pytest.mark.parametrize("name", MEANT)
def test_a_name_to_the_letter_comes_before_one_in_another_spelling(library: Library, name: str) -> None:
    expected = {"Berg": "Berg", "ANNA ILINA": "Анна Ильина", "zoe ohara": "Zoë O’Hara"}.get(
        name, "Boris Berg"
    )
    assert library.dossier(name).summary.name == expected


@pytest.mark.parametrize("words", ["O'Hara", "zoë", "O’HARA Zoe", "Ильина", "ilina"])
def test_somebody_known_by_a_full_name_is_found_by_a_part_of_it(library: Library, words: str) -> None:
    expected = "Анна Ильина" if words.casefold() in {"ильина", "ilina"} else "Zoë O’Hara"
    assert library.dossier(words).summary.name == expected


@pytest.mark.parametrize("words", ["Zo", "Hara", ""])
def test_letters_within_a_word_or_none_are_no_name(library: Library, words: str) -> None:
    with pytest.raises(NotInLibrary, match="nobody called"):
        library.dossier(words)


def test_a_person_is_found_by_the_id_of_any_persona(library: Library) -> None:
    dossier = library.dossier("Zoë O’Hara")
    assert len(dossier.personas) == 2
    for found in dossier.personas:
        assert library.dossier(found.persona.id) == dossier


def test_a_name_of_several_people_lists_them(library: Library) -> None:
    with pytest.raises(
        NotInLibrary, match=r"several people.*Which of: Boris Berg \(p-.*, in alpha, beta\); "
    ):
        library.dossier("the head")


def test_a_name_of_nobody_tells_near_ones(library: Library) -> None:
    with pytest.raises(NotInLibrary, match=r"nobody called 'Boris Bergg'.* Near it: .*Boris Berg"):
        library.dossier("Boris Bergg")
    with pytest.raises(NotInLibrary, match="factoid people"):
        library.dossier("Xqz")


def test_a_dossier_tells_the_life_in_order_with_the_others(library: Library) -> None:
    dossier = library.dossier("Zoë O’Hara")
    dates = [line.factoid.date for line in dossier.lines]
    assert dates == sorted(dates, key=str)
    assert {line.source for line in dossier.lines} == {"alpha", "beta"}
    assert dossier.reasons == ("one name",)
    line = dossier.lines[-1]
    assert [name for _, name in line.related] == ["Анна Ильина"]
    assert library.dossier(line.related[0][0]).summary.name == "Анна Ильина"
    assert library.factoid(line.factoid.id) == line


@contextmanager
def counted(library: Library) -> Iterator[list[str]]:
    asked: list[str] = []

    def count(connection: Any, cursor: Any, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(library._engine, "before_cursor_execute", count)
    yield asked
    event.remove(library._engine, "before_cursor_execute", count)


def test_a_long_dossier_takes_as_many_queries_as_a_short_one(new_place: Callable[[], Location]) -> None:
    lengths = []
    for factoids in (4, 400):
        with open_library(new_place(), create=True) as library:
            library.add(*invented("alpha", factoids=factoids))
            person = library.people()[0].id
            with counted(library) as asked:
                assert len(library.dossier(person).lines) == factoids // 2
            lengths.append(len(asked))
    assert lengths[0] == lengths[1] < 12


def test_readings_are_streamed_by_name(library: Library) -> None:
    assert [r.source.name for r in library.readings()] == ["alpha", "beta"]


def test_sources_tell_counts_and_what_concerns_them_whole(library: Library) -> None:
    alpha = library.sources()[0]
    assert (alpha.name, alpha.personas, alpha.factoids, alpha.declined) == ("alpha", 3, 9, 2)
    assert alpha.characters == len(library.document("alpha").text.content)
    assert alpha.notes == ("the encoding was guessed", "half of it is not read")


def test_an_unknown_source_or_factoid_is_named(library: Library) -> None:
    for ask in (library.document, library.reading, lambda name: library.excerpt(name, 0, 1)):
        with pytest.raises(NotInLibrary, match=r"no source 'alfa' in the library\. Near it: alpha"):
            ask("alfa")
    with pytest.raises(NotInLibrary, match="f-0"):
        library.factoid("f-0")


def test_an_excerpt_is_the_segments_around(library: Library) -> None:
    content = library.document("alpha").text.content
    factoid = library.reading("alpha").factoids[2]
    excerpt = library.excerpt("alpha", factoid.start + 3, factoid.end + 8)
    assert content[excerpt.start :].startswith(excerpt.content)
    assert excerpt.content.startswith(factoid.quote)
    assert len(excerpt.content) > len(factoid.quote)
    assert library.excerpt("alpha", 10**6, 10**6 + 1).content == ""


NAMES = [
    (["Lenz", "Ada Lenz", "Lenz"], "Ada Lenz"),
    (["Ada Lenz", "A. Lenz", "A. Lenz"], "A. Lenz"),
    (["Ada Lenz", "Ada Maria Lenz"], "Ada Maria Lenz"),
    (["Ada Lenz", "Eva Lenz"], "Ada Lenz"),
]


@pytest.mark.parametrize(("names", "chosen"), NAMES)
def test_a_person_is_called_by_the_most_frequent_full_name(names: list[str], chosen: str) -> None:
    members = [
        Member(pk=n, id=f"p-{n}", name=name, is_named=True, source="s") for n, name in enumerate(names)
    ]
    assert name_of(members) == chosen
    unnamed = replace(members[0], name="the wife of somebody or other", is_named=False)
    assert name_of([unnamed, *members]) == chosen
