from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.errors import ModelMissing
from factoid.model import Segment, SegmentKind, Span, Text
from factoid.reading import parse
from factoid.reading.parse import LONGEST_PIECE, Parser, span_of


def text_of(content: str, *kinds: SegmentKind) -> Text:
    segment = Segment(kind=kinds[0] if kinds else SegmentKind.PARAGRAPH, start=0, end=len(content))
    return Text(content, (segment,))


def test_a_missing_model_is_named() -> None:
    with pytest.raises(ModelMissing, match="xx_no_such_model"):
        Parser("xx_no_such_model")


def test_the_model_is_named_with_its_version(parser: Parser) -> None:
    assert parser.model.startswith("en_core_web_sm@3.")
    assert parser.language == "en"


def test_furniture_is_not_parsed(parser: Parser) -> None:
    segments = (
        Segment(kind=SegmentKind.FURNITURE, start=0, end=5),
        Segment(kind=SegmentKind.PARAGRAPH, start=6, end=19),
        Segment(kind=SegmentKind.CAPTION, start=20, end=33, repeats=6),
    )
    parsed = parser.parse(Text("Share Anna Lee left. Anna Lee left.", segments))
    assert [s.offset for s in parsed.segments] == [6]


HEADWORDS = [
    ("ORLOV, Boris, b. 1880 in Riga.", "Orlov"),
    ("HARTMANN Karl was a clerk.", "Hartmann"),
    ("The NKVD came.", "NKVD"),
    ("MRS. HANNAH SEARLE died.", "Hannah"),
    ("HOW THE EMPEROR OTTO WAS TAKEN", "was"),
    ("KHAMA III, chief of the north.", "III"),
    ("DJAMAL AL-DIN AL-AFGHANI, publicist.", "al"),
    ("Erected by WM. LIND, tenant here.", "Lind"),
    ("I have, &c., H. A. LINDGREN", "Lindgren"),
    ("ORAL HISTORY OF JEAN LINDGREN (part)", "of"),
    ("DIARY OF HENRIETTA STROM, 1871", "of"),
    ("Sailed in H.M.S. NKGB, Sept.", "NKGB"),
]


@pytest.mark.parametrize(("content", "word"), HEADWORDS)
def test_names_in_capitals_are_parsed_as_names(parser: Parser, content: str, word: str) -> None:
    doc = parser.parse(text_of(content)).segments[0].doc
    assert word in [token.text for token in doc]
    token = next(t for t in doc if t.text == word)
    assert span_of(token).of(content).casefold() == word.casefold()


def test_generations_counted_behind_given_names_are_not_shown(parser: Parser) -> None:
    content = "2. JOHN2 LINDGREN (Karl1), b. 1645, bought Lot4 of Peter\u00b3 Berg."
    doc = parser.parse(text_of(content)).segments[0].doc
    words = [token.text for token in doc]
    assert words[2:6] == ["John", "Lindgren", ",", "b."]
    assert {"Lot4", "Peter"} <= set(words)
    assert [span_of(t).of(content) for t in doc[2:6]] == ["JOHN2", "LINDGREN", ",", "b."]


def test_long_segments_are_cut_and_none_is_lost(parser: Parser) -> None:
    content = "Anna went home. " * (LONGEST_PIECE // 8)
    parsed = parser.parse(text_of(content))
    assert len(parsed.segments) > 1
    words = [span_of(t).of(content) for s in parsed.segments for t in s.doc if not t.is_space]
    assert "".join(words) == "".join(content.split())


def test_words_of_a_span(parser: Parser) -> None:
    content = "In May Anna Lee left."
    segment = parser.parse(text_of(content)).segments[0]
    words = segment.words(Span(7, 15))
    assert words is not None
    assert words.text == "Anna Lee"
    assert segment.words(Span(8, 9)) is None


@settings(max_examples=40)
@given(
    st.text(
        alphabet=st.sampled_from("Anna \u00c9e\u0301o\u0308'\u2019\u201c\u201d.,;\n\r\tЛюшков😀-—(12)"),
        min_size=1,
        max_size=60,
    )
)
def test_every_token_stands_where_it_says(content: str) -> None:
    parser = _parser()
    for segment in parser.parse(text_of(content)).segments:
        ends = 0
        for token in segment.doc:
            span = span_of(token)
            assert ends <= span.start < span.end <= len(content)
            ends = span.end
            found = unicodedata.normalize("NFC", span.of(content))
            assert len(found) >= len(token.text.strip())


_PARSERS: list[Parser] = []


def _parser() -> Parser:
    if not _PARSERS:
        _PARSERS.append(Parser())
    return _PARSERS[0]


def test_new_words_are_kept_for_a_while_and_then_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "FORGET_AFTER", 60)
    parser = Parser()
    strings = parser._nlp.vocab.strings
    words = [f"Zvorlin{n}bek" for n in range(6)]
    known = []
    for word in words:
        with parser.forgetting():
            parser.parse(text_of(f"Then {word} wrote to {word}."))
        known.append([w for w in words if w in strings])
    assert known[0] == words[:1]  # the next text may well use them
    assert all(len(now) <= 3 for now in known)
    parser.parse(text_of("Outside a block all is kept."))
    assert not [w for w in words if w in strings]


MARKED = [
    ("**Emil Roth** (1850–1900) was a *miller*.", "Emil Roth (1850–1900) was a miller."),
    ('[Emil Roth](https://a.org/Emil_Roth_(miller) "Roth") of [*Ely*](/e).', "Emil Roth of Ely."),
    ("He wrote _The Way\nHome_ (***twice***).", "He wrote The Way Home (twice)."),
    ("Emil Roth (*1850) and Otto Roth (* 1852, Ely).", "Emil Roth (*1850) and Otto Roth (* 1852, Ely)."),
    (
        "Emil Roth* came.\n*See emil_roth_b.txt and [1] (2*3*4).",
        "Emil Roth* came. *See emil_roth_b.txt and [1] (2*3*4).",
    ),
]


@pytest.mark.parametrize(("content", "meant"), MARKED)
def test_words_are_parsed_without_the_marks_of_emphasis_and_links(
    parser: Parser, content: str, meant: str
) -> None:
    doc = parser.parse(text_of(content)).segments[0].doc
    assert "".join(token.text + token.whitespace_ for token in doc) == meant
    for token in doc:
        if token.text[0].isalnum() and token.text != "1]":
            assert span_of(token).of(content) == token.text.replace(" ", "\n")
