"""A date that something said may have: its time, and where that stands or what it is inferred from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factoid.dates import TimeKind, TimePhrase, when_of_edtf
from factoid.model import Span, When


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with where it stands, or the inference that carried it here."""

    when: When
    span: Span | None
    inference: str | None = None

    @property
    def is_told(self) -> bool:
        """Whether words beside the statement give it: a date, or an age with the birth."""
        return self.span is not None or ", born in " in (self.inference or "")


def dated(time: TimePhrase) -> Dated:
    """Return the date that a phrase gives to what is said with it."""
    meant = date_by(time)
    if meant is None:
        raise ValueError(f"no time on the calendar: {time.words!r}")
    return Dated(meant, Span(time.whole.start, time.whole.end) if time.whole else time.span)


_DAY_OF_YEAR = re.compile(r"(-?\d{4})-\d\d(?:-\d\d)?")


def date_by(time: TimePhrase) -> When | None:
    """Return the date that a phrase gives. A war dates what is said with it by its years, not by its days."""
    meant = time.meant
    if meant is None or time.kind is not TimeKind.EVENT:
        return meant
    by_year = _DAY_OF_YEAR.sub(r"\1", meant.edtf)
    first, slash, last = by_year.partition("/")
    edtf = first if first == last else by_year
    return when_of_edtf(edtf, words=meant.words, basis=meant.basis, extent=meant.extent if slash else None)
