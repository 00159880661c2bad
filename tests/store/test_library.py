"""Adding sources, judging, and linking persons."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from store.invented import invented

from factoid.errors import LibraryBusy, LibraryFull, NotInLibrary, QuoteError, ReadingError, UsageError
from factoid.model import (
    Anchor,
    Judgement,
    Location,
    PersonaInSource,
    PersonLink,
    Reading,
    Span,
    Verdict,
    json_of_reading,
)
from factoid.store import Library, Outcome, open_library
from factoid.store.schema.tables import metadata

NOON = "2024-05-01T12:00:00Z"


@pytest.fixture
def library(place: Location) -> Iterator[Library]:
    with open_library(place, create=True) as opened:
        yield opened


def everybody(personas: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
    """Whoever has one name is one person."""
    groups: dict[str, list[str]] = {}
    for found in personas:
        groups.setdefault(found.persona.name, []).append(found.persona.id)
    return [PersonLink(person=min(ids), personas=tuple(ids), reasons=(name,)) for name, ids in groups.items()]


def with_new_version(reading: Reading) -> Reading:
    """A later reader finds one statement less, and words another one otherwise."""
    _, second, *others = reading.factoids
    changed = replace(second, value="dismissed")
    return replace(reading, reader="rules@2", factoids=(changed, *others), declined={})


def of_file(library: Library) -> str:
    """The hash of the file, with all of the log written into it; of a schema, of all its rows."""
    library.close()
    if isinstance(library.location, Path):
        return hashlib.sha256(library.path.read_bytes()).hexdigest()
    with library._reading() as connection:
        rows = [connection.execute(select(table)).all() for table in metadata.sorted_tables]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def test_the_same_content_read_again_by_the_same_reader_changes_no_byte(library: Library) -> None:
    document, reading = invented("alpha")
    assert library.add(document, reading) is Outcome.ADDED
    before, revision = of_file(library), library.revision
    again = replace(document, source=replace(document.source, name="beta", origin="elsewhere.txt"))
    assert library.add(again, replace(reading, source=again.source)) is Outcome.UNCHANGED
    assert library.revision == revision
    assert of_file(library) == before


def test_two_libraries_of_the_same_sources_are_the_same_bytes(tmp_path: Path) -> None:
    hashes = set()
    for name in ("one", "two"):
        library = open_library(tmp_path / f"{name}.factoid", create=True)
        for source in ("alpha", "beta"):
            library.add(*invented(source))
        library.refresh_persons(everybody)
        hashes.add(of_file(library))
    assert len(hashes) == 1


def test_a_newer_reader_takes_the_place_of_its_own_evidence_only(library: Library) -> None:
    document, reading = invented("alpha")
    other = invented("beta")
    library.add(document, reading)
    library.add(*other)
    newer = with_new_version(reading)
    assert library.add(document, newer) is Outcome.REPLACED
    assert json_of_reading(library.reading("alpha")) == json_of_reading(newer)
    assert json_of_reading(library.reading("beta")) == json_of_reading(other[1])
    assert library.has(document.source.content_sha256, "rules@2")
    assert not library.has(document.source.content_sha256, "rules@1")
    assert len(library.search('"head of office 2"')) == 2  # each source's words are indexed once


def test_judgements_outlive_the_reading_they_were_made_on(library: Library) -> None:
    document, reading = invented("alpha")
    library.add(document, reading)
    vanishes, stays = reading.factoids[0].id, reading.factoids[3].id
    for factoid in (vanishes, stays):
        library.judge(Judgement(verdict=Verdict.REJECTED, author="human:ab", made=NOON, factoid=factoid))
    anchor = Anchor(reading.source.id, Span(19, 28))
    same = library.judge(
        Judgement(verdict=Verdict.SAME, author="human:ab", made=NOON, left=anchor, right=anchor, reason="hm")
    )
    library.add(document, with_new_version(reading))
    assert [j.factoid for j in library.judgements()] == [vanishes, stays, None]
    assert library.judgements()[2] == same
    assert [j.factoid for j in library.orphaned_judgements()] == [vanishes]
    assert library.factoid(stays).verdict is Verdict.REJECTED


def test_the_latest_judgement_that_is_not_withdrawn_holds(library: Library) -> None:
    document, reading = invented("alpha")
    library.add(document, reading)
    factoid = reading.factoids[0].id
    verdicts = (Verdict.ACCEPTED, Verdict.REJECTED)
    made = [
        library.judge(Judgement(verdict=verdict, author="human:ab", made=NOON, factoid=factoid))
        for verdict in verdicts
    ]
    assert library.factoid(factoid).verdict is Verdict.REJECTED
    assert made[1].id is not None
    later = "2024-05-02T12:00:00Z"
    assert library.withdraw(made[1].id, at=later) == replace(made[1], withdrawn=later)
    assert library.withdraw(made[1].id, at="2030-01-01T00:00:00Z").withdrawn == later
    assert library.factoid(factoid).verdict is Verdict.ACCEPTED
    assert library.judgements() == [made[0]]
    assert len(library.judgements(active_only=False)) == 2


ANCHOR = Anchor("s-0000000000000000", Span(0, 1))
UNKNOWN = Judgement(
    verdict="right",  # type: ignore[arg-type]
    author="a",
    made=NOON,
    left=ANCHOR,
    right=ANCHOR,
)
IMPOSSIBLE = [
    (Judgement(verdict=Verdict.ACCEPTED, author="a", made=NOON, factoid="f-0"), NotInLibrary, "f-0"),
    (Judgement(verdict=Verdict.ACCEPTED, author="a", made=NOON), UsageError, "factoid"),
    (UNKNOWN, UsageError, "There are: same"),
    (Judgement(verdict=Verdict.SAME, author="a", made=NOON, left=ANCHOR), UsageError, "two mentions"),
    (Judgement(verdict=Verdict.SAME, author="a", made=NOON, left=ANCHOR, right=ANCHOR), NotInLibrary, "s-00"),
]


@pytest.mark.parametrize(("judgement", "error", "says"), IMPOSSIBLE)
def test_a_judgement_on_nothing_is_refused(
    library: Library, judgement: Judgement, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        library.judge(judgement)
    assert library.judgements() == []
    with pytest.raises(NotInLibrary, match="judgement 7"):
        library.withdraw(7, at=NOON)


def test_short_names_are_unique_and_stay(library: Library) -> None:
    sources = [invented("alpha", factoids=n) for n in (1, 2, 3)]
    library.add(*invented("alpha-2"))  # a file may really be called so
    for document, reading in sources:
        library.add(document, reading)
    by_id = {s.id: s.name for s in library.sources()}
    assert [by_id[d.source.id] for d, _ in sources] == ["alpha", "alpha-3", "alpha-4"]
    document, reading = sources[1]
    library.add(document, with_new_version(reading))
    assert library.document("alpha-3").source.id == document.source.id


def test_what_does_not_fit_is_refused_whole(library: Library) -> None:
    document, reading = invented("alpha")
    factoid, persona = reading.factoids[0], reading.personas[0]
    cases: list[tuple[Reading, str]] = [
        (replace(reading, text_sha256="0"), "another text"),
        (replace(reading, source=replace(reading.source, content_sha256="0")), "another text"),
        (replace(reading, factoids=(replace(factoid, quote="no"),)), "expected 'no'"),
        (replace(reading, factoids=(replace(factoid, person="p-0"),)), "p-0"),
        (replace(reading, personas=(*reading.personas, persona)), "id of another"),
        (replace(reading, segments=reading.segments[1:]), "cuts the text otherwise"),
        (replace(reading, personas=(replace(persona, name="\ud800"), *reading.personas[1:])), "surrogate"),
    ]
    for wrong, says in cases:
        with pytest.raises((ReadingError, QuoteError), match=says):
            library.add(document, wrong)
    assert library.sources() == []
    assert library.people() == []
    assert library.search("head") == []


def test_persons_are_linked_again_only_when_something_changed(library: Library) -> None:
    library.add(*invented("alpha"))
    library.add(*invented("beta"))
    assert len(library.people()) == 4  # each persona is a person by itself until it is linked
    assert library.refresh_persons(everybody)
    assert not library.refresh_persons(everybody)
    assert library.refresh_persons(everybody, version="identity:names@2")
    assert [(p.name, p.sources) for p in library.people()] == [
        ("Anna Berg", ("alpha", "beta")),
        ("Карл Берг", ("alpha", "beta")),
    ]
    assert library.dossier("Anna Berg").reasons == ("Anna Berg",)
    library.add(*invented("gamma"))
    assert library.refresh_persons(everybody, version="identity:names@2")
    assert library.people("anna")[0].sources == ("alpha", "beta", "gamma")


def test_a_source_read_anew_leaves_every_persona_in_one_person(library: Library) -> None:
    sources = [invented(name) for name in ("alpha", "beta")]
    for document, reading in sources:
        library.add(document, reading)
    library.refresh_persons(everybody)
    document, reading = sources[0]
    library.add(document, with_new_version(reading))
    assert sorted(i.persona.id for p in library.people() for i in library.dossier(p.id).personas) == sorted(
        persona.id for _, reading in sources for persona in reading.personas
    )
    library.refresh_persons(everybody)
    assert len(library.people()) == 2


def test_sources_added_while_persons_are_linked_are_linked_too(library: Library) -> None:
    library.add(*invented("alpha"))
    coming = iter(["beta", "gamma"])

    def link(personas: Sequence[PersonaInSource], judgements: Sequence[Judgement]) -> list[PersonLink]:
        for name in coming:
            with open_library(library.location) as other:
                other.add(*invented(name))
            break
        return everybody(personas, judgements)

    assert library.refresh_persons(link)
    assert library.people("anna")[0].sources == ("alpha", "beta", "gamma")


def test_a_rejected_birth_is_not_in_the_list_of_people(library: Library) -> None:
    document, reading = invented("alpha")
    library.add(document, reading)
    assert library.people("anna")[0].born == "1900"
    rejected = Judgement(
        verdict=Verdict.REJECTED, author="human:ab", made=NOON, factoid=reading.factoids[0].id
    )
    library.judge(rejected)
    library.refresh_persons(everybody)
    assert library.people("anna")[0].born is None


def test_a_full_disk_is_said_in_one_line_and_the_library_stays_whole(library: Library, engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("only SQLite can be told how much room there is")
    library.add(*invented("alpha"))
    with library._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(LibraryFull, match=r"l\.factoid: no room left on the disk\. Make room") as caught:
        library.add(*invented("beta", factoids=500))
    assert "\n" not in str(caught.value)
    assert [s.name for s in library.sources()] == ["alpha"]
    with library._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert library.add(*invented("beta", factoids=500)) is Outcome.ADDED


def test_waiting_too_long_for_another_writer_is_said_in_one_line(place: Location) -> None:
    with open_library(place, create=True) as holder, holder._writing():
        patient = open_library(place, patience_seconds=0.05)
        with pytest.raises(LibraryBusy, match="another process is writing"):
            patient.add(*invented("alpha"))
        assert patient.sources() == []  # readers are not held up
        patient.close()


def test_segments_that_overlap_are_refused(library: Library) -> None:
    document, reading = invented("alpha")
    for segments in (document.text.segments[::-1], (replace(document.text.segments[0], end=10**6),)):
        wrong = replace(document, text=replace(document.text, segments=segments))
        with pytest.raises(ReadingError, match="overlaps"):
            library.add(wrong, replace(reading, segments=segments))


def test_a_reading_without_segments_has_those_of_its_text(library: Library) -> None:
    document, reading = invented("alpha")
    library.add(document, replace(reading, segments=()))
    assert library.reading("alpha") == reading


def test_many_threads_use_one_library(library: Library) -> None:
    document, reading = invented("alpha", factoids=30)
    library.add(document, reading)

    def use(number: int) -> int:
        factoid = reading.factoids[number].id
        library.judge(Judgement(verdict=Verdict.ACCEPTED, author="human:ab", made=NOON, factoid=factoid))
        return len(library.dossier("Anna Berg").lines)

    with ThreadPoolExecutor(max_workers=20) as pool:
        assert set(pool.map(use, range(30))) == {15}
    assert len(library.judgements()) == 30
