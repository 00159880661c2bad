from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of
from web.markup import Reader

from factoid.model import Document, DossierLine, Finding, Reading
from factoid.resources.catalogue import catalogue_of
from factoid.web import app_of
from factoid.web.texts import edition
from factoid.web.texts.edition import Edition, Evidence, edition_of, passage_with_fields, stretch_of
from factoid.web.texts.mentions import people_in_text

WORDS = catalogue_of()
LONG = "A title\n\n" + "\n\n".join(f"Paragraph {n}: " + "word " * 30 + f"end{n}." for n in range(40))


def evidence_of(reading: Reading, selected: int | None = None) -> Evidence:
    lines = [DossierLine(factoid=factoid, source="s") for factoid in reading.factoids]
    chosen = None if selected is None else lines[selected]
    return Evidence(personas=reading.personas, lines=lines, selected=chosen)


def text_of(shown: Edition) -> list[str]:
    return [Reader(str(block.html)).text for fold in shown.folds for block in fold.blocks]


@pytest.fixture
def long_source(monkeypatch: pytest.MonkeyPatch) -> Document:
    monkeypatch.setattr(edition, "SECTION_CHARACTERS", 1000)
    return document_of("long", LONG)


def test_sections_together_are_the_whole_text(long_source: Document) -> None:
    first = edition_of(long_source, Evidence(), WORDS)
    assert first.sections > 5
    words = [
        words
        for section in range(1, first.sections + 1)
        for words in text_of(edition_of(long_source, Evidence(), WORDS, section=section))
    ]
    assert "\n\n".join(words) == LONG


def test_the_section_of_a_statement_is_opened(long_source: Document) -> None:
    reading = reading_of(long_source, {"a": ("end33",)}, [Claim(who="a", type="event", quote="end33.")])
    shown = edition_of(long_source, evidence_of(reading, 0), WORDS, section=1)
    assert any("end33." in words for words in text_of(shown))
    [note] = [note for fold in shown.folds for block in fold.blocks for note in block.notes]
    assert note.factoid == reading.factoids[0]


def test_the_section_of_a_place_is_opened(long_source: Document) -> None:
    shown = edition_of(long_source, Evidence(), WORDS, at=LONG.index("Paragraph 20"))
    [found] = [block for fold in shown.folds for block in fold.blocks if block.is_found]
    assert Reader(str(found.html)).text.startswith("Paragraph 20")


@pytest.mark.parametrize("section", [-1, 0, 10**6])
def test_a_section_that_is_not_there_is_the_nearest(long_source: Document, section: int) -> None:
    shown = edition_of(long_source, Evidence(), WORDS, section=section)
    assert shown.section in (1, shown.sections)


def test_a_segment_longer_than_a_page_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "SECTION_CHARACTERS", 10)
    document = document_of("one", "x" * 25)
    shown = [edition_of(document, Evidence(), WORDS, section=n) for n in (1, 2, 3)]
    assert [text_of(part) for part in shown] == [["x" * 10], ["x" * 10], ["x" * 5]]


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    document = document_of("s", "A title\n\nShe was born.\n\nIn Leith she died.")
    quote = "born.\n\nIn Leith"
    reading = reading_of(document, {"a": ("She", "she")}, [Claim(who="a", type="birth", quote=quote)])
    shown = edition_of(document, evidence_of(reading, 0), WORDS)
    marked = [str(block.html) for fold in shown.folds for block in fold.blocks if "<mark" in str(block.html)]
    assert len(marked) == 2
    assert [html.count("id=") for html in marked] == [1, 1]


def test_the_surroundings_of_a_quote_end_with_its_paragraph() -> None:
    document = document_of(
        "s", "A title\n\nBefore.\n\nShe was born in Leith. " + "word " * 200 + "\n\nAfter."
    )
    claim = Claim(who="a", type="birth", quote="born in Leith", fields={"place": "Leith"})
    line = evidence_of(reading_of(document, {"a": ("She",)}, [claim]), 0).lines[0]
    html = str(passage_with_fields(document.text, line, WORDS))
    text = Reader(html).text
    assert text.startswith("She was born in Leith.")
    assert len(text) < 400
    assert 'class="field field-place" ' not in html
    assert '<span data-label="place" class="field field-place">Leith</span>' in html


def test_the_most_mentioned_come_first_and_styles_go_round() -> None:
    document = document_of("s", "A title\n\n" + " ".join(f"N{n}" for n in range(14)) + " N5 N5 N7.")
    people = people_in_text(reading_of(document, {str(n): (f"N{n}",) for n in range(14)}).personas)
    assert [held.persona.name for held in people[:3]] == ["N5", "N7", "N0"]
    assert [held.style for held in people] == [*range(12), 0, 1]


def test_a_stretch_is_what_its_section_shows(long_source: Document) -> None:
    content = long_source.text.content
    for section in range(1, edition_of(long_source, Evidence(), WORDS).sections + 1):
        stretch = stretch_of(long_source.text, section=section)
        shown = " ".join(text_of(edition_of(long_source, Evidence(), WORDS, section=section)))
        assert stretch.of(content).split() == shown.split()
        assert stretch_of(long_source.text, at=stretch.start + 1) == stretch


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "auto")])
def test_a_name_in_arabic_letters_does_not_turn_an_english_paragraph_round(
    tmp_path: Path, language: str, direction: str
) -> None:
    document = document_of("page", "A title\n\nيوسف (Yusuf) was born in Khiva.", language=language)
    library = library_of(tmp_path / "page.factoid", [(document, reading_of(document, {}, []))])
    with TestClient(app_of(library, library.path), base_url="http://localhost") as client:
        page = client.get("/sources/page").text
    assert f'<div class="text paragraph" dir="{direction}"' in page


def test_what_is_damaged_is_said_in_the_language_of_the_page() -> None:
    document = document_of("page", "Anna Orr bound books.")
    note = "The same words stand twice: first at 7. They are counted once."
    evidence = Evidence(findings=(Finding(kind="repeated", note=note, start=0, end=8),))
    [html] = [
        str(b.html) for fold in edition_of(document, evidence, catalogue_of("de")).folds for b in fold.blocks
    ]
    assert 'title="Dieselben Worte stehen zweimal: zuerst bei 7. Sie zählen einmal."' in html
