"""Furniture is told from narrative, in several languages, and no sentence of a clean text is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from effort import seconds_of
from sources.marked import FIXTURES, read_marked

from factoid.model import Document, Segment, SegmentKind
from factoid.sources import document_of_text

SHARED = Path(os.environ.get("FACTOID_SHARED", Path(__file__).parents[3] / "shared"))


def furniture_of(document: Document) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in document.text.segments if s.kind is SegmentKind.FURNITURE]


def characters(ranges: Iterable[tuple[int, int]], text: str) -> set[int]:
    return {i for start, end in ranges for i in range(start, end) if not text[i].isspace()}


def segment_of(document: Document, words: str) -> Segment:
    at = document.text.content.index(words)
    return next(s for s in document.text.segments if s.start <= at < s.end)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda p: p.stem)
def test_labels_exactly_the_marked_lines(path: Path) -> None:
    text, expected = read_marked(path)
    found = furniture_of(document_of_text(text))
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in expected]


NARRATIVE = "Anna Weiss was born in Graz in 1900, the daughter of a baker. She died there in 1980."

FURNITURE = [  # a line at the head of a page, before the narrative
    "Table of contents:",
    "Video: The ten highest bridges of the world",
    "Image",
    "Images (3)",
    "Author: Peter Marsh",
    "By Peter Marsh",
    "By our Vienna correspondent",
    "Published: 12 May 2020",
    "Last modified: 2024-01-22 18:14",
    "Home » People » Bakers",
    "Home / People",
    "News | Sport | Weather | Jobs",
    "Share: Facebook WhatsApp Print",
    "1,204 views",
    "14 comments",
    "5 min read",
    "Asked 3 years, 1 month ago · Viewed 12k times",
    "Re: Bakers of Graz",
    "by baker7 » Sun Mar 07, 2010 9:14 pm",
    "[…]",
    "[edit]",
    "Article",
    "From our archive",
    "This website uses cookies to make your visit better.",
    "Видео: Десять мостов",
    "Автор: Иван Петров",
    "Читайте также: Пекари Граца",
    "Опубліковано: 3 березня 2020",
    "Spis treści",
    "Przeczytaj także: Piekarze Grazu",
    "Leggi anche: I fornai di Graz",
    "Lees ook: De bakkers van Graz",
    "Lire aussi : Les boulangers de Graz",
    "Compartir",
    "Inhaltsverzeichnis",
    "Posted on March 3, 2012",
    "March 3, 2012 by Marta",
    "« Older posts",
    "Posts: 1204",
    "Powered by WordPress",
    "1 / 12",
    "Like 23 Share Tweet",
    "Read also on our site: The millers of Graz",
    "14.03.2019 16:20 Update: 15.03.2019",
    "14:20, 3 March 2019",
    "This page was automatically translated from Russian.",
    "Report a bad translation",
    "Lot 214",
    "Estimate: £300-500",
    "Was read 1234 times",
    "Newsletter No. 38, Spring 2004",
    "Rate the text 1 2 3 4 5",
    "A | B | C | D | E",
    "For other uses, see Weiss (disambiguation).",
    "(Redirected from Weiss A.)",
    "Main article: The bakers of Graz",
    "[This thread has been closed.]",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_a_page(line: str) -> None:
    document = document_of_text(f"A life in Graz\n\n{line}\n\n{NARRATIVE}\n")
    assert segment_of(document, line).kind is SegmentKind.FURNITURE
    assert segment_of(document, NARRATIVE).is_read
    assert segment_of(document, "A life in Graz").kind is SegmentKind.TITLE


NOT_FURNITURE = [  # a line of the narrative that has such words in it
    "The image of the Virgin was carried to Graz.",
    "Contents of the house: two beds, a chest.",
    "By 1920 she had left the bakery.",
    "Home to Graz she came in 1921.",
    "Related to the Weiss family of Linz, she married a cousin.",
    "Author of three books on bread.",
    "Published in 1931, her book sold well.",
    "Share of the inheritance: one half, in 1940.",
    "Photo: Anna Weiss in front of the bakery, 1920",
    "Anna Weiss (left) and her sister",
    "De la Cruz, Juana",
    "Von Seydlitz, Walther",
    "13 children | of whom 4 lived",
    "Published Poems, 1884",
    "Posted 1915 to the 2nd Battalion",
    "Text: Proverbs 31:10",
    "Date: 25 May 1934",
    "Joined: 1919",
    "Location: Tiraspol",
    "Admission: 12 May 1901",
    "Eintritt: 1.4.1910",
    "Yours ever, Peter",
    "Back to the front",
    "Rating: able seaman",
    "Telephone operator, 1920-1925",
    "Sold for 300 thalers to the count",
    "Visits to Vienna, daily from 1901",
    "Read by 300 people",
    "Bought for £300 in 1851",
    "Tuesday, 12 August 1941",
    "12 August 1941, 14:30",
    "Register of the parish of St Anna, Graz",
    "Copying of letters was her work",
    "Position: goalkeeper",
    "A. B. C. Dunn, brother",
]


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_lines_of_the_narrative(line: str) -> None:
    document = document_of_text(f"{line}\n\n{NARRATIVE}\n\n{line}\n\n{NARRATIVE}\n")
    assert furniture_of(document) == []


@pytest.mark.parametrize(
    "word", ["Author: the clerk", "Home", "Sport", "History | Culture | Life", "Contact"]
)
def test_words_of_the_page_edges_within_the_text_are_its_own(word: str) -> None:
    document = document_of_text(f"{NARRATIVE}\n\n{word}\n\n{NARRATIVE} And so on.")
    assert segment_of(document, word).is_read


def test_after_the_share_bar_short_lines_are_the_page_s() -> None:
    document = document_of_text(
        f"A life\n\n{NARRATIVE}\n\nBuried in Graz\nShare\nTen bakers you never knew\n"
    )
    assert segment_of(document, "Ten bakers").kind is SegmentKind.FURNITURE
    assert segment_of(document, "Buried").is_read


def test_a_title_said_twice_is_furniture_and_still_the_title() -> None:
    document = document_of_text(f"The baker of Graz\nThe baker of Graz\n\n{NARRATIVE}")
    assert len(furniture_of(document)) == 2
    assert document.source.title == "The baker of Graz"


def test_a_doubled_caption_above_the_first_paragraph_is_no_title() -> None:
    document = document_of_text(f"A life\n\nImage\n\nAnna in 1920\nAnna in 1920\n\n{NARRATIVE}")
    assert document.source.title == "A life"
    assert [str(s.kind) for s in document.text.segments] == [
        "title",
        "furniture",
        "caption",
        "caption",
        "paragraph",
    ]


def test_a_title_that_a_video_line_says_again_is_furniture() -> None:
    document = document_of_text(f"The baker of Graz\n\nVideo: The baker of Graz\n\n{NARRATIVE}")
    assert len(furniture_of(document)) == 2


def test_a_title_that_names_somebody_is_read_though_a_video_line_says_it_again() -> None:
    document = document_of_text(f"How Anna Weiss baked\n\nVideo: How Anna Weiss baked\n\n{NARRATIVE}")
    assert segment_of(document, "How Anna").kind is SegmentKind.TITLE
    assert segment_of(document, "Video").kind is SegmentKind.FURNITURE


def test_a_title_said_once_is_a_title() -> None:
    document = document_of_text(f"The baker of Graz\n\n{NARRATIVE}")
    assert segment_of(document, "The baker").kind is SegmentKind.TITLE


def test_a_doubled_caption_is_read_once() -> None:
    document = document_of_text(
        f"A life\n\n{NARRATIVE}\n\nAnna in 1920\nAnna in 1920\n\n{NARRATIVE} And so on."
    )
    first, second = [s for s in document.text.segments if s.kind is SegmentKind.CAPTION]
    assert (first.repeats, second.repeats) == (None, first.start)
    assert first.is_read
    assert not second.is_read


def test_lines_that_differ_in_a_number_or_a_letter_are_two() -> None:
    lines = "\n".join(
        f"{who}, daughter of Peter, in {year}" for who, year in [("Anna", 1), ("Anna", 2), ("Anne", 2)]
    )
    document = document_of_text(f"{NARRATIVE}\n\n{lines}\n\n{NARRATIVE} And so on.")
    assert all(s.repeats is None for s in document.text.segments)


def test_what_a_second_speaker_asks_back_is_no_repetition() -> None:
    document = document_of_text(
        f"{NARRATIVE}\n\nYou were at Graz.\nYou were at Graz?\n\n{NARRATIVE} And so on."
    )
    assert all(s.repeats is None for s in document.text.segments)


def test_the_entries_of_a_contents_list_are_furniture_and_the_headings_are_not() -> None:
    body = f"The bakery\n{NARRATIVE}\n\nLast years\n{NARRATIVE} And so on."
    text = f"Contents\n1 The bakery\n2 Last years\n\n{body}"
    found = [text[a:b] for a, b in furniture_of(document_of_text(text))]
    assert found == ["Contents", "1 The bakery", "2 Last years"]


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold texts are not here")
@pytest.mark.parametrize(("part", "floor"), [("dev", 0.98), ("train", 0.94)])
def test_agrees_with_the_gold_texts(part: str, floor: float) -> None:
    hit = wanted = found = 0
    for path in sorted((SHARED / "gold" / part).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_text("utf-8")
        a = characters(gold["furniture"], text)
        b = characters(furniture_of(document_of_text(text)), text)
        hit, wanted, found = hit + len(a & b), wanted + len(a), found + len(b)
    assert 2 * hit / (wanted + found) >= floor
    assert hit / found >= 0.98  # a real sentence taken for furniture costs more than a menu that is read


def test_a_row_of_arrows_is_judged_in_no_time() -> None:
    def seconds(arrows: int) -> float:
        text = f"Anna was born in Graz.\n\n{'<' * arrows}t\n"
        return seconds_of(lambda: document_of_text(text))

    assert seconds(160) < 24 * max(seconds(20), 0.001)


def test_what_readers_wrote_below_a_text_is_furniture() -> None:
    page = (
        "Paul Lind was born in Ely in 1890. He died in 1950.\n\nComments (2)\n{}\nIda: And where is he now?\n"
    )
    for comment in ("max_77: My aunt studied with him, a holy man.", "Otto R.: He taught me in 1931."):
        read = [s for s in document_of_text(page.format(comment)).text.segments if s.is_read]
        assert len(read) == 1


def test_what_follows_no_comments_is_read() -> None:
    page = (
        "Paul Lind was born in Ely in 1890. He died in 1950.\n\nComments\nHis letters were printed in 1960.\n"
    )
    read = [s for s in document_of_text(page).text.segments if s.is_read]
    assert page[read[-1].start : read[-1].end].startswith("His letters")


def test_a_letter_that_begins_with_thanks_is_read() -> None:
    thanks = "Thank you for the parcel, which came on Tuesday; we were eleven at table."
    document = document_of_text(f"Bonn, 28 November 1943\n\nDear Aunt Lena,\n\n{thanks}\n\n{NARRATIVE}\n")
    assert segment_of(document, "Thank you").kind is SegmentKind.PARAGRAPH
    visit = document_of_text(f"{NARRATIVE}\n\nThank you for visiting our page.\n")
    assert segment_of(visit, "Thank you").kind is SegmentKind.FURNITURE
