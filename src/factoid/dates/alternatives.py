"""Times that can be read in several ways."""

from __future__ import annotations

from factoid.dates.days import Days, days_of_months
from factoid.dates.edtf import when_of_edtf
from factoid.model import When
from factoid.model.when import civil_of, iso_of_year


def readings_of(when: When) -> tuple[When, ...]:
    """Return the ways to read the time: both winters of ``1938-24``, each date of ``[1937,1938]``."""
    edtf = when.edtf
    if edtf[-3:] in ("-24", "-28") and edtf.count("-", 1) == 1 and when.earliest is not None:
        year, _, _ = civil_of(when.earliest)
        names = (f"{edtf[:-3]}-01/{edtf[:-3]}-03", f"{edtf[:-3]}-12/{_next(edtf[:-3])}-02")
        months: tuple[Days, Days] = (days_of_months(year, 1, 3), days_of_months(year, 12, 14))
        return tuple(
            When(
                words=when.words,
                edtf=name,
                start=days.bounds,
                end=days.bounds,
                calendar=when.calendar,
                basis=when.basis,
            )
            for name, days in zip(names, months, strict=True)
        )
    if edtf.startswith("[") and "," in edtf:
        members = edtf[1:-1].split(",")
        if not any(".." in member for member in members):
            return tuple(
                when_of_edtf(member.strip(), words=when.words, basis=when.basis) for member in members
            )
    return (when,)


def _next(year: str) -> str:
    return iso_of_year(int(year) + 1)
