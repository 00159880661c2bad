"""The whole reader: the same words give the same statements, whatever they are wrapped in."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factoid.model import Document, Reading, json_of_reading
from factoid.reading import Reader, make_reader, verify_reading
from factoid.reading.reader import RuleReader
from factoid.sources import document_of_text

LIFE = (
    "Karel Dvořák was born on 4 May 1881 in Brno. His father, Josef Dvořák, was a cooper.\n\n"
    "In 1903 he married Anna Novak. She worked as a teacher in Olomouc.\n\n"
    '"He was arrested in June 1915," wrote his sister Marie. Dvořák died in Vienna in 1920.\n'
)
Told = tuple[str, str, str, str | None, tuple[str, ...]]


@pytest.fixture(scope="module")
def rules() -> Reader:
    """The reader on the bundled model, loaded once."""
    return make_reader()


def told(reading: Reading) -> list[Told]:
    """What a reading says, without where it stands and how it is spelt."""
    names = {p.id: _plain(p.name) for p in reading.personas}
    return sorted(
        (names[f.person], f.type, _plain(f.role or f.place or ""), f.date, tuple(names[r] for r in f.related))
        for f in reading.factoids
    )


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split())).replace("\u2019", "'")


READ_APART = (
    "import json, sys\n"
    "from factoid.model import json_of_reading\n"
    "from factoid.reading import make_reader\n"
    "from factoid.sources import document_of_text\n"
    "text = sys.stdin.buffer.read().decode()\n"
    "print(json.dumps(json_of_reading(make_reader().read(document_of_text(text)))))\n"
)


def test_the_same_bytes_give_the_same_reading_in_every_process(rules: Reader) -> None:
    here = [json_of_reading(rules.read(document_of_text(LIFE))) for _ in range(2)]
    apart = subprocess.run(
        [sys.executable, "-c", READ_APART], input=LIFE.encode(), capture_output=True, check=True
    )
    assert here[0] == here[1] == json.loads(apart.stdout)
    assert here[0]["factoids"]


def test_what_was_read_before_does_not_show(rules: Reader) -> None:
    before = json_of_reading(rules.read(document_of_text(LIFE)))
    rules.read(document_of_text("Anna Novak was a painter. Brno sank a ship. Marie Dvořák was a general."))
    assert json_of_reading(rules.read(document_of_text(LIFE))) == before


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param(LIFE + "   \n\n  ", id="blanks at the end"),
        pytest.param(LIFE.replace("\n", "  \n"), id="blanks at the ends of lines"),
        pytest.param(LIFE.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(LIFE.replace('"He', "\u201cHe").replace(',"', ",\u201d"), id="curly quotation marks"),
        pytest.param(unicodedata.normalize("NFD", LIFE), id="combining marks"),
        pytest.param(LIFE.replace(" in ", " in\u00a0"), id="no-break spaces"),
    ],
)
def test_wrapping_does_not_change_what_is_told(rules: Reader, wrapped: str) -> None:
    document = document_of_text(wrapped)
    reading = rules.read(document)
    assert told(reading) == told(rules.read(document_of_text(LIFE)))
    assert verify_reading(reading, document.text.content) == []


def test_parts_have_the_same_persons() -> None:
    seen: list[int] = []
    document = document_of_text(LIFE)
    reading = RuleReader(part=60).read(document, progress=seen.append)
    names = [p.name for p in reading.personas if p.is_named]
    assert len(names) == len(set(names))
    assert {"Karel Dvořák", "Josef Dvořák", "Anna Novak"} <= set(names)
    assert verify_reading(reading, document.text.content) == []
    assert seen == sorted(seen)
    assert seen[-1] == document.text.segments[-1].end


def test_progress_advances_within_a_part(rules: Reader) -> None:
    seen: list[int] = []
    rules.read(document_of_text(LIFE), progress=seen.append)
    assert len(set(seen)) >= 3


def test_a_language_that_is_not_read_is_noted_for_the_source_as_a_whole(rules: Reader) -> None:
    document = document_of_text("Er wurde 1900 in Odessa geboren.")
    german = Document(replace(document.source, language="de"), document.text)
    reading = rules.read(german)
    (finding,) = reading.findings
    assert (finding.kind, finding.start, finding.end) == ("unread-language", 0, 0)
    assert "(de)" in finding.note
    assert reading.segments == document.text.segments
    assert not reading.factoids


PIECES = st.sampled_from(
    [
        "Karel Dvořák was born in 1881 in Brno. ",
        unicodedata.normalize("NFD", "Zoë Žižková married him in May 1902. "),
        "Генрих Люшков was arrested. ",
        "In 1937 🚢 Anna sailed to Oslo.\r\n",
        "“He died,” said his wife.\n\n",
        "LUSHKOV, Genrikh (1900–1945), officer. ",
        "He was aged 20\u00a0then. ",
        "\ufeff",
        "\t—\n",
        "e\u0301\u200d",
    ]
)


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(PIECES, min_size=1, max_size=8))
def test_everything_stands_where_it_is_said_to_stand(rules: Reader, pieces: list[str]) -> None:
    document = document_of_text("".join(pieces))
    document = Document(replace(document.source, language="en"), document.text)
    assert verify_reading(rules.read(document), document.text.content) == []
