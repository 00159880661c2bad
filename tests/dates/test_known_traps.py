"""What other systems got wrong when they were measured, each with the right answer. All sentences are invented."""

from __future__ import annotations

import pytest
from dates.reading import dated, find, meant

from factoid.dates import when_of_edtf
from factoid.dates.alternatives import readings_of
from factoid.model.when import iso_of

TRAPS = [
    # the words, what a peer made of them, the EDTF that they mean
    ("On 13 June 1938 he fled. A couple of months later he spoke.", "None/", "1938-08~"),
    ("They walked 13-14 June 1938.", "2013-06-14", "1938-06-13/1938-06-14"),
    ("He taught 1937\u20131938.", "1938", "1937/1938"),
    ("He knew by the summer of 1937.", "1937-22", "../1937-22"),
    ("He was dead before 13 June 1938.", "1928-06-13/1938-06-13", "../1938-06-13"),
    ("\u0420\u043e\u0434\u0438\u043b\u0441\u044f 13 \u0438\u044e\u043d\u044f 1938.", "None", "1938-06-13"),
    ("He fled in the winter of 1938.", "1938-12", "1938-24"),
    ("He fled in August 1914.", "1914-08-24", "1914-08"),
    ("She printed it ca. 1510.", "1510", "1510~"),
]


@pytest.mark.parametrize(("text", "mistaken", "edtf"), TRAPS)
def test_a_phrase_that_others_misread(text: str, mistaken: str, edtf: str) -> None:
    last = find(text)[-1]
    assert last.meant is not None
    assert last.meant.edtf == edtf != mistaken


def test_nothing_is_made_up_before_an_open_end() -> None:
    when = when_of_edtf("/1938-06-13")
    assert when.earliest is None
    assert iso_of(when.latest or 0) == "1938-06-13"


def test_doubt_is_neither_dropped_nor_stretched_over_years() -> None:
    about = when_of_edtf("1938-06~")
    assert about.edtf == "1938-06~"
    assert (iso_of(about.earliest or 0), iso_of(about.latest or 0)) == ("1938-05-01", "1938-07-31")
    assert when_of_edtf("1938?").edtf == "1938?"


def test_winter_keeps_both_readings() -> None:
    early, late = readings_of(when_of_edtf("1938-24"))
    assert [iso_of(early.earliest or 0), iso_of(late.latest or 0)] == ["1938-01-01", "1939-02-28"]


def test_a_month_is_never_shown_as_a_day() -> None:
    (phrase,) = find("In August 1914 he fell.")
    assert phrase.when is not None
    assert phrase.when.edtf == "1914-08"
    assert [iso_of(day or 0) for day in phrase.when.start] == ["1914-08-01", "1914-08-31"]


def test_before_the_pension_is_an_end_and_no_day() -> None:
    """A historian: *I only know when the pension was allotted, so he died before that.*"""
    (words, edtf, extent) = meant("He died before 24 August 1914.")[0]
    assert (words, edtf, extent) == ("before 24 August 1914", "../1914-08-24", "within")
    assert not when_of_edtf("1900").days.gap(when_of_edtf(edtf).days)


def test_what_is_undated_stays_undated() -> None:
    assert dated("He was married and had two children. He worked hard. They lived by the river.") == []


def test_the_later_date_does_not_replace_the_earlier() -> None:
    text = "In 1920 he was consul at Riga. In 1930 he was consul at Riga."
    assert [edtf for _, edtf in dated(text)] == ["1920", "1930"]
