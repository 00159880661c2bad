"""The name of a paper with its date, and the name of a site, stand above a text and are not of it."""

from __future__ import annotations

import pytest

from factoid.model import SegmentKind
from factoid.sources import document_of_text
from factoid.sources.furniture.mastheads import is_masthead, is_name_of_site


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("THE LINZ COURIER, Saturday, January 24, 1948", ""),
        ("The Linz Courier, No. 12, 3 March 1901.", ""),
        ("THE RIVER MAIL AND ADVERTISER", "Linz, Tuesday, August 20, 1895"),
        ("Upper Danube Reporting Network, 28 February 2011", ""),
        ("Linzer Zeitung, 3. März 1901", ""),
    ],
)
def test_mastheads(line: str, below: str) -> None:
    assert is_masthead(line, below)


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Linz, Monday, 3 March 1901", ""),
        ("Editor of the Linz Courier, 3 March 1901", ""),
        ("THE MAN WHO SOLD THE COURIER", "Linz, Tuesday, August 20, 1895"),
        ("THE LAST COURIER", "He came from Linz."),
        ("ANNA WEISS'S JOURNAL", "3 March 1901"),
        ("The Times she lived in, 1901", ""),
        ("(The Linz Chronicle, 11 April 1874)", ""),
    ],
)
def test_no_mastheads(line: str, below: str) -> None:
    assert not is_masthead(line, below)


def test_names_of_sites() -> None:
    assert is_name_of_site("THE RIVERSIDE ROWING SUPPORTERS' ARCHIVE")
    assert not is_name_of_site("Anna Weiss and her oven")
    assert not is_name_of_site("How the museum was built")


def test_a_masthead_dates_the_source_and_leaves_the_title() -> None:
    document = document_of_text(
        "THE LINZ COURIER, Friday, May 6, 1904\nThe oven goes out\n\n"
        "Anna Weiss, who died on Tuesday, was born in Graz in 1841, the daughter of a baker."
    )
    assert document.source.published == "1904-05-06"
    assert document.source.title == "The oven goes out"


@pytest.mark.parametrize("line", ["OBITUARY", "THE LINZ COURIER, 6 May 1904"])
def test_the_only_line_above_a_text_stays_its_title(line: str) -> None:
    document = document_of_text(f"{line}\n\nAnna Weiss was born in Graz in 1841, the daughter of a baker.")
    assert [s.kind for s in document.text.segments] == [SegmentKind.TITLE, SegmentKind.PARAGRAPH]
