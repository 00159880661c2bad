"""Lines of several parts are furniture where one part, or every sentence, is the page's own."""

from __future__ import annotations

import pytest

from factoid.sources.furniture.lexicon import mark_of

BARS = [
    "Author: the editors | Reading time 3 min.",
    "2019. 03. 21. | History | 0 comments",
    "Page last modified 11 July 2015 · Cite this page · Report an error",
    "Town of Inari | Sightseeing | People of the town: Aune Saari, teacher (1871-1922)",
    "Fixtures . Legends . Programmes . Forum",
    "Courses :: Members :: History :: Contacts",
    "Last edited by RiverCat, 4 Oct 2019. 212 views",
    "Sources: local press. The comments have been closed.",
    "Society, 12 March 2019",
    "HOME ABOUT COLLECTIONS CONTACT",
]
NOT_BARS = [
    "Born - Graz - 1900",
    "13 children | of whom 4 lived",
    "Weiss . Lind . Berg",
    "She wrote to the editors. The comments of her sister have been lost.",
    "Linz, 12 March 1919",
    "Author: the clerk. He could not spell.",
]


@pytest.mark.parametrize("line", BARS)
def test_bars(line: str) -> None:
    assert mark_of(line) is not None


@pytest.mark.parametrize("line", NOT_BARS)
def test_no_bars(line: str) -> None:
    assert mark_of(line) is None


def test_a_bar_tells_who_wrote_the_page() -> None:
    mark = mark_of("By Oksana Bondar | 25 March | Read in 3 minutes")
    assert mark is not None
    assert (mark.names, mark.rest) == ("creator", "Oksana Bondar")


def test_only_a_long_bar_is_furniture_within_a_text() -> None:
    assert mark_of("Early life | The yard | Later years | See also", at_edge=False) is not None
    assert mark_of("History | The yard", at_edge=False) is None
