"""Full text in any script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from store.invented import invented

from factoid.model import Location, Segment, SegmentKind, Source, Text, sha256_of_text
from factoid.store import Library, open_library
from factoid.store.engines.search import fts5_query

PARTS = [
    (SegmentKind.FURNITURE, "Share the castle"),
    (SegmentKind.PARAGRAPH, "She left the castle of Győr in 1711, and the Castle stood."),
    (SegmentKind.PARAGRAPH, "Она покинула замок весной."),
    (SegmentKind.CAPTION, "The old gate, seen from the river."),
    (SegmentKind.CAPTION, "The old gate, seen from the river."),
]


@pytest.fixture(scope="module")
def library(new_place: Callable[[], Location]) -> Iterator[Library]:
    content, segments = "", []
    for kind, words in PARTS:
        repeats = content.index(words) if words in content else None
        segments.append(
            Segment(kind=kind, start=len(content), end=len(content) + len(words), repeats=repeats)
        )
        content += words + "\n\n"
    source = Source(name="castle", content_sha256=sha256_of_text(content), origin="", media_type="text/plain")
    document, reading = invented("pattern")
    text = Text(content, tuple(segments))
    with open_library(new_place(), create=True) as opened:
        bare = replace(reading, factoids=(), personas=(), segments=text.segments, text_sha256=text.sha256)
        opened.add(replace(document, source=source, text=text), replace(bare, source=source))
        yield opened


FOUND = [
    ("castle", [18]),  # not the furniture
    ("CASTLE gyor", [18]),
    ("замок", [78]),
    ("ЗАМОК вес*", [78]),
    ('"old gate"', [106]),  # once, though the caption stands there twice
    ('"gate old"', []),
    ("cast", []),
    ("cast*", [18]),
    ("castle AND river", []),
    ("", []),
    ("?!", []),
    ('"', []),
]


@pytest.mark.parametrize(("words", "starts"), FOUND)
def test_words_are_found_where_they_stand(library: Library, words: str, starts: list[int]) -> None:
    assert [passage.start for passage in library.search(words)] == starts


def test_a_passage_shows_the_words_among_others(library: Library) -> None:
    passage = library.search("castle")[0]
    assert passage.extract == PARTS[1][1]
    assert [piece.words for piece in passage.pieces if piece.is_hit] == ["castle", "Castle"]
    assert (passage.source, passage.kind, passage.end) == (
        "castle",
        SegmentKind.PARAGRAPH,
        18 + len(PARTS[1][1]),
    )
    assert library.search("castle", offset=1) == []


QUERIES = [
    ("one two", '"one" "two"'),
    ('say "one two" three*', '"say" "one two" "three"*'),
    ('NOT a:b "', '"NOT" "a:b"'),
    ("it's -x", '"it\'s" "-x"'),
    ("* ** '", ""),
]


@pytest.mark.parametrize(("words", "query"), QUERIES)
def test_nothing_but_a_closing_asterisk_is_an_operator(words: str, query: str) -> None:
    assert fts5_query(words) == query
