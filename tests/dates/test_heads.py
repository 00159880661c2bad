"""The day over a text or under it, from which it was written."""

from __future__ import annotations

import pytest
from dates.reading import dated, find

from factoid.dates import is_dateline

OVER = [
    "THE LATE MRS. LUND. (May 21, 1881.)\n\nIt is with regret that we record her death.",
    "A WORD FROM THE NORTH\n(The Weavers' Chronicle, 11 April 1874)\n\nBrothers, he is dead.",
    "HARBOUR POLICE, Section 2\nReport, 14 March 1933\nSubject: LOW Jan",
    "THE ECHO, Ely, Thursday 14 November 1957\nIN MEMORIAM",
    "Sale 12, Thursday 9 June 2022 | Lot 7\n\nA silver cup.",
    "CITY POLICE, 3rd Brigade. London, 17 April 1894. From agent Low to the Chief",
    "Posted by ida_low\nSun Mar 07, 2010 9:14 pm\n\nI disagree.",
    "STATEMENT OF WITNESS\nTaken at Ely, 11 February 1957, before Secretary Holm",
    "THE MILL: A briefing by Hill Watch, Ely/Bonn, June 2014\n\nSummary.",
]
NOT_OVER = [
    "Jan Low went to Ely on 3 May 1900. Then he slept.",
    "Jan Low\nBorn: Jan Peter Low, 6 May 1902, Ely",
    "Jan Low\nIn office: 8 January 1912 \u2013 17 May 1917\nPresident: Karl Holm",
    "Jan Low\nBorn\n17 April 1916\nEly",
    "Jan Low (Ely, 9 May 1811)\nwas a smith.",
    "Two women with a child in Prague, September 1930\n\nShe had never raced.",
    "Jan Low died at the house of his brother, 3 May 1940. He was poor.",
]


def _is_head(text: str) -> bool:
    time = next(t for t in find(text) if t.when is not None)
    return is_dateline(text, time.start, time.end)


@pytest.mark.parametrize("text", OVER)
def test_a_day_in_the_head_dates_the_text(text: str) -> None:
    assert _is_head(text)


@pytest.mark.parametrize("text", NOT_OVER)
def test_another_day_near_the_beginning_does_not(text: str) -> None:
    assert not _is_head(text)


LONG = "He was a smith and lived in Ely with his wife and his two sons. " * 8


def test_a_day_alone_under_a_text_dates_it() -> None:
    assert _is_head(f"{LONG}\n\nEly, 18 June 2006\n")
    assert not _is_head(f"{LONG}\n\nHe died in the night of 18 June 2006.\n")
    assert not _is_head(f"{LONG}\n\nDied at Ely, 18 June 2006\n")


def test_what_is_told_from_the_day_of_writing_is_seen_from_there() -> None:
    text = (
        "LIFE OF IDA LOW, read at the burial, Old Church, Ely, Saturday 21st February 1998\n\n"
        "She was born in 1931. In 1979 she had a shop. "
        "She fell sick in October last year, and on 14th January she slept."
    )
    assert dated(text)[-2:] == [("October last year", "1997-10"), ("14th January", "1998-01-14")]
