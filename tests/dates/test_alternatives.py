"""Times that can be read in several ways are, each for itself."""

from __future__ import annotations

from factoid.dates.alternatives import readings_of
from factoid.dates.edtf import when_of_edtf


def test_both_winters_of_a_year_are_kept() -> None:
    early, late = readings_of(when_of_edtf("1938-24", words="winter of 1938"))
    assert (early.edtf, late.edtf) == ("1938-01/1938-03", "1938-12/1939-02")
    assert early.days.gap(late.days)
    assert when_of_edtf("1938-24").days.holds(late.days)


def test_each_date_of_an_alternative_is_a_reading() -> None:
    assert [when.edtf for when in readings_of(when_of_edtf("[1937,1938]"))] == ["1937", "1938"]
    assert [when.edtf for when in readings_of(when_of_edtf("1938"))] == ["1938"]
