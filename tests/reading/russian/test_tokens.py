"""What the model is shown: abbreviations in full, headwords as names are written; offsets stay the text's."""

from __future__ import annotations

import pytest

from factoid.model import Segment, SegmentKind, Span, Text
from factoid.reading.russian.morphology import Morphology
from factoid.reading.russian.tokens import goes_on


def shown(morphology: Morphology, content: str) -> list[list[tuple[str, str]]]:
    text = Text(content, (Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(content)),))
    rows = morphology.parse(text, Span(0, len(content)))
    for sentence in rows:
        for word in sentence.words:
            assert content[word.start : word.end] == word.text
    return [[(w.text, w.shown) for w in s.words if w.text != w.shown] for s in rows]


@pytest.mark.parametrize(
    ("content", "changed"),
    [
        ("Зам. нач. отд. УНКВД.", [("Зам.", "заместитель"), ("нач.", "начальник"), ("отд.", "отдела")]),
        ("ВЕРШИНИН МАРК ЯКОВЛЕВИЧ", [("ВЕРШИНИН", "Вершинин"), ("МАРК", "Марк"), ("ЯКОВЛЕВИЧ", "Яковлевич")]),
        ("В 1920 служил в ОГПУ.", [("В", "в")]),
        ("Родился в г. Туле.", [("Родился", "родился"), ("г.", "город")]),
    ],
)
def test_shown(morphology: Morphology, content: str, changed: list[tuple[str, str]]) -> None:
    assert shown(morphology, content) == [changed]


@pytest.mark.parametrize(
    ("content", "sentences"),
    [
        ("Член ВКП(б) с 1918 г. В ноябре 1935 г. был арестован.", 2),
        ("Нач. УНКВД Тульской обл. Петров арестован.", 1),
        ("Г. С. Люшков бежал. Его искали.", 2),
        ("Сотр. губ. отд. ГПУ; нач. отд. ГПУ", 1),
    ],
)
def test_sentences_do_not_end_at_abbreviations(morphology: Morphology, content: str, sentences: int) -> None:
    assert len(shown(morphology, content)) == sentences


def test_an_open_bracket_goes_on() -> None:
    assert goes_on("Орлов (наст. фамилия Фельдбин;", "1895, Бобруйск)")
    assert not goes_on("Он бежал.", "Его искали.")
