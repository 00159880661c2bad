"""A large text is read part by part: what is found does not pile up, and the parts make one reading."""

from __future__ import annotations

import gc

import pytest

from factoid.model import Factoid, Packed, packed, rows
from factoid.reading.grounding import verify_reading
from factoid.reading.reader import RuleReader
from factoid.sources import document_of_text

PART = 1500
SURNAMES = ["Ostrander", "Quelling", "Varley", "Mundt", "Tessin", "Harrow", "Lindqvist", "Brandis", "Oakes"]


def life(number: int) -> str:
    name = f"Agnes {SURNAMES[number % len(SURNAMES)]}{'a' * (number // len(SURNAMES))}"
    return (
        f"{name} was born in Riga in {1860 + number}, the daughter of a baker. She studied law in Vienna. "
        f"In {1890 + number} she was appointed director of the museum. In May she married Paul Denner. "
        f"She was arrested in {1900 + number} and died in Prague on 3 March {1905 + number}."
    )


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader(part=PART)


def most_alive(reader: RuleReader, lives: int) -> tuple[int, int]:
    """Return how many factoids were there as objects at most while so many lives were read, and were found."""
    alive: list[int] = []

    def look(_: int) -> None:
        alive.append(sum(isinstance(found, Factoid) for found in gc.get_objects()))

    document = document_of_text("\n\n".join(life(n) for n in range(lives)))
    gc.freeze()  # what was there before is not looked through
    try:
        found = reader.read(document, progress=look)
    finally:
        gc.unfreeze()
    return max(alive), len(found.factoids)


def test_what_is_found_does_not_pile_up(reader: RuleReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BLOCK", 8)
    (few, found), (many, found_more) = most_alive(reader, 8), most_alive(reader, 24)
    assert found_more > 2.5 * found
    assert many <= few + 8
    assert many < found_more // 4


def test_a_reading_in_parts_is_sound_and_in_text_order(
    reader: RuleReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BLOCK", 8)
    document = document_of_text("\n\n".join(life(n) for n in range(12)))
    reading = reader.read(document)
    assert isinstance(reading.factoids, Packed)
    assert verify_reading(reading, document.text.content) == []
    for row in (reading.personas, reading.times):
        assert isinstance(row, Packed)
    starts = [time.start for time in reading.times]
    assert starts == sorted(set(starts))
    assert reader.read(document) == reading


def test_a_person_of_several_parts_is_one(reader: RuleReader) -> None:
    document = document_of_text("\n\n".join(life(n) for n in range(12)))
    assert sum(p.name == "Paul Denner" for p in reader.read(document).personas) == 1


def test_a_month_takes_its_year_from_the_part_before() -> None:
    before = life(0).removesuffix("She was arrested in 1900 and died in Prague on 3 March 1905.")
    document = document_of_text(f"{before}\n\nIn June Paul Denner moved to Prague.")
    whole, cut = (RuleReader(part=part).read(document) for part in (10_000, len(before)))
    june = [time.when.edtf for time in cut.times if "June" in time.text]
    assert june == [time.when.edtf for time in whole.times if "June" in time.text]
    assert june[0].startswith("18")


def test_a_text_without_a_line_break_is_read_in_parts_too(reader: RuleReader) -> None:
    content = " ".join(life(n) for n in range(9))
    reading = reader.read(document_of_text(content))
    assert verify_reading(reading, content) == []
    assert {f"Agnes {surname}" for surname in SURNAMES} <= {p.name for p in reading.personas}
    assert max(f.end for f in reading.factoids) > content.index("Oakes")


def test_short_rows_stay_tuples(reader: RuleReader) -> None:
    reading = reader.read(document_of_text(life(1)))
    assert isinstance(reading.factoids, tuple)
    assert packed(reading.factoids) == reading.factoids
