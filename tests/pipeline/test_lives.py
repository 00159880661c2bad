"""A life from sources to bounds: read, joined, put in order, and explained."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factoid.model import Judgement, PersonaInSource, PersonLink, Verdict
from factoid.model.when import day_of_iso, iso_of
from factoid.pipeline.lives import Life, life_of
from factoid.reading import Reader, make_reader
from factoid.sources import document_of_text, open_document
from factoid.store import Library, open_library

MEMOIR = """Pavel Orlov was born in Riga, the son of the tailor Karl Orlov.

In 1920 he came to Odessa. At the age of 20, Orlov was appointed clerk of the city council.

On 9 June 1938 Orlov crossed the border. He betrayed his agents. In August 1945 Orlov was arrested in Harbin.
"""
RUMOUR = "Pavel Orlov died in 1937."
NAME = "Pavel Orlov"
SEED = (
    Path(os.environ.get("FACTOID_SHARED", Path(__file__).parents[3] / "shared"))
    / "gold/dev/seed-lyushkov.txt"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.fixture
def library(tmp_path: Path, reader: Reader) -> Iterator[Library]:
    with open_library(tmp_path / "lives.factoid", create=True) as opened:
        add(opened, reader, "memoir", MEMOIR)
        yield opened


def add(library: Library, reader: Reader, name: str, content: str) -> None:
    document = document_of_text(content, name=name)
    library.add(document, reader.read(document))
    library.refresh_persons(of_one_name, version=name)


def of_one_name(found: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
    """Hold personas of one name to be one person."""
    by_name: dict[str, list[str]] = {}
    for each in found:
        by_name.setdefault(each.persona.name, []).append(each.persona.id)
    return [PersonLink(person=min(ids), personas=tuple(sorted(ids))) for ids in by_name.values()]


def quotes(life: Life) -> list[str]:
    return [line.factoid.quote for line in life.dossier.lines]


def test_a_life_is_put_in_the_order_of_what_follows(library: Library) -> None:
    life = life_of(library, NAME)
    assert not life.chronology.contradictions
    told = [life.chronology.times[line.factoid.id] for line in life.dossier.lines if line.factoid.when]
    firsts = [time.likely_earliest for time in told if time.likely_earliest is not None]
    assert firsts == sorted(firsts)
    assert life.dossier.lines[0].factoid.type == "birth"


def test_a_burial_stands_after_all_that_was_before_the_death(library: Library, reader: Reader) -> None:
    add(library, reader, "obituary", "Pavel Orlov died on 19 August 1945. He was buried in Harbin.")
    told = [line.factoid.type for line in life_of(library, NAME).dossier.lines]
    assert told.index("burial") > told.index("death") > told.index("arrest")


def test_a_birth_is_inferred_from_an_age(library: Library) -> None:
    life = life_of(library, NAME)
    (birth,) = life.chronology.inferred
    assert (birth.person, birth.when.edtf) == (life.dossier.summary.id, "[1899,1900]")
    assert "20" in birth.when.basis
    assert life.times["birth"].likely_latest is not None


def test_an_undated_event_is_told_between_others(library: Library) -> None:
    life = life_of(library, NAME)
    told = next(line.factoid for line in life.dossier.lines if "betrayed his agents" in line.factoid.quote)
    time = life.chronology.times[told.id]
    assert time.likely_earliest is not None
    assert time.likely_earliest >= day_of_iso("1938-01-01")  # the day, or its year, as the reader chooses
    assert time.likely_latest is not None
    assert time.likely_latest <= day_of_iso("1945-08-31")


STORY = """In 1920 Anton Weiss went to Odessa.

On 3 May 1931 Weiss fled to Harbin.
For about six years Weiss taught at the University of Mukden, after which he was sent to Dairen.
"""


def test_a_state_stands_where_words_of_order_put_it(library: Library, reader: Reader) -> None:
    add(library, reader, "story", STORY)
    life = life_of(library, "Anton Weiss")
    told = quotes(life)
    fled = next(n for n, quote in enumerate(told) if "fled" in quote)
    worked = next(n for n, quote in enumerate(told) if quote.startswith("For about six years"))
    moved = next(n for n, quote in enumerate(told) if "sent to Dairen" in quote)
    assert fled < worked < moved
    time = life.chronology.times[life.dossier.lines[moved].factoid.id]
    assert time.likely_earliest is not None
    assert time.likely_earliest >= day_of_iso("1935-01-01")


def test_a_planted_death_is_the_one_contradiction(library: Library, reader: Reader) -> None:
    add(library, reader, "rumour", RUMOUR)
    life = life_of(library, NAME)
    (found,) = life.chronology.contradictions
    planted = next(line.factoid for line in life.dossier.lines if line.source == "rumour")
    assert len(found.factoids) == 2
    assert planted.id in found.factoids
    assert "Without “Pavel Orlov died in 1937” (rumour) everything fits." in [
        r.sentence for r in found.repairs
    ]
    assert planted.id in life.chronology.set_aside


def test_what_contradicts_itself_among_relatives_is_told_in_their_lives(
    library: Library, reader: Reader
) -> None:
    add(library, reader, "tailor", "Karl Orlov was born in 1860. Karl Orlov died in 1850.")
    assert life_of(library, "Karl Orlov").chronology.contradictions
    assert not life_of(library, NAME).chronology.contradictions


def test_the_quick_look_finds_the_same_contradictions(library: Library, reader: Reader) -> None:
    add(library, reader, "rumour", RUMOUR)
    close, quick = (life_of(library, NAME, closely=how).chronology for how in (True, False))
    assert [c.factoids for c in close.contradictions] == [c.factoids for c in quick.contradictions]


def test_what_was_rejected_is_not_heard(library: Library, reader: Reader) -> None:
    add(library, reader, "rumour", RUMOUR)
    planted = next(line.factoid for line in life_of(library, NAME).dossier.lines if line.source == "rumour")
    library.judge(
        Judgement(
            verdict=Verdict.REJECTED, author="human:test", made="2026-01-01T00:00:00Z", factoid=planted.id
        )
    )
    life = life_of(library, NAME)
    assert not life.chronology.contradictions
    assert planted.quote in quotes(life)


@pytest.mark.skipif(not SEED.exists(), reason="the annotated texts are not at hand")
def test_the_flight_has_bounds_and_only_the_planted_death_contradicts_it(
    tmp_path: Path, reader: Reader
) -> None:
    with open_library(tmp_path / "seed.factoid", create=True) as library:
        document = open_document(SEED)
        library.add(document, reader.read(document))
        library.refresh_persons(of_one_name, version="seed")
        alone = life_of(library, "Genrikh Lyushkov")
        flight = [
            alone.chronology.times[line.factoid.id]
            for line in alone.dossier.lines
            if document.text.content.find("On June 9") <= line.factoid.start
            and line.factoid.end <= document.text.content.find("When, at the end of the summer")
            and line.factoid.type in ("travel", "action", "event", "meeting", "arrest")
        ]
        assert len(flight) >= 5
        for time in flight:
            assert time.likely_earliest is not None
            assert time.likely_latest is not None
            assert iso_of(time.likely_earliest) >= "1938-06-01"
            assert iso_of(time.likely_latest) <= "1945-12-31"
        assert [found.when.edtf for found in alone.chronology.inferred] == ["[1899,1900]"]
        assert not alone.chronology.contradictions
        add(library, reader, "planted", "Genrikh Lyushkov died in 1937.")
        (found,) = life_of(library, "Genrikh Lyushkov").chronology.contradictions
        assert len(found.factoids) == 2
        assert any("planted" in repair.sentence and repair.fits for repair in found.repairs)
