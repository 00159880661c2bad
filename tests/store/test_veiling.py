from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.model import Span
from factoid.store.protection.veiling import blacked_out, joined, pattern_of, sentences_around, without

CASES = [
    # a paragraph, the words spoken of, the sentences they stand in
    ("It rained. Ada came home. It was late.", "Ada", "Ada came home."),
    ("It rained. Then Mr. A. Berg came. It was late.", "Berg", "Then Mr. A. Berg came."),
    ("It rained! Ada came? It was late.", "Ada", "Ada came?"),
    ("Шёл снег. На ул. Мира жила Адель. Потом уехала.", "Адель", "На ул. Мира жила Адель."),
    ("Ada", "Ada", "Ada"),
    ("It rained, and Ada came\n\nIt was late.", "Ada", "It rained, and Ada came\n\n"),
]


@pytest.mark.parametrize(("paragraph", "words", "sentence"), CASES)
def test_a_veil_covers_whole_sentences(paragraph: str, words: str, sentence: str) -> None:
    at = paragraph.index(words)
    assert sentences_around(paragraph, at, at + len(words)).of(paragraph) == sentence


@given(st.text(max_size=60), st.data())
def test_a_veil_covers_what_it_must_and_moves_nothing(content: str, data: st.DataObject) -> None:
    place = st.integers(0, len(content))
    spans = data.draw(st.lists(st.tuples(place, place).map(lambda p: Span(*sorted(p))), max_size=5))
    veils = joined(spans)
    dark = blacked_out(content, veils)
    assert len(dark) == len(content)
    for at, (shown, said) in enumerate(zip(dark, content, strict=True)):
        hidden = any(s.start <= at < s.end for s in spans)
        assert shown in "█ " if hidden else shown == said


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_sentences_hold_what_they_are_asked_around(content: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(content)), min(b, len(content))))
    assert sentences_around(content, start, end).holds(Span(start, end))


def test_names_are_whole_words_in_any_case_over_any_blanks() -> None:
    names = pattern_of(["Ada Berg", "Ada"])
    assert without("ada  berg, Adam, ADA\nBERG", names) == "█████, Adam, █████"
    assert pattern_of([" "]) is None
    assert without(None, names) is None
