"""A factoid made ready to be compared with others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factoid.criticism.families import Family, family_of, step_of
from factoid.criticism.wording import content_words
from factoid.model import Bounds, Certainty, DossierLine, Factoid, Attestation, Verdict

_TOLD = ("told between",)  #: inferences that only say where in a story something stands


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """What one source says of one thing in a life."""

    line: DossierLine
    family: Family
    step: str | None
    words: frozenset[str]  #: what the quote speaks of
    days: Bounds | None  #: on which it can have been, where the source says so
    date_sureness: float
    related: tuple[tuple[str, str], ...]  #: id and name of the other persons
    trades: tuple[str, ...] = ()  #: what the related parent is said to have been

    @property
    def factoid(self) -> Factoid:
        """The factoid."""
        return self.line.factoid

    @property
    def source(self) -> str:
        """Short name of the source."""
        return self.line.source

    @property
    def is_denied(self) -> bool:
        """Whether the source says that it was not so."""
        return self.factoid.certainty is Certainty.DENIED

    @property
    def sureness(self) -> float:
        """How sure it is that the source says so."""
        return 1.0 if self.line.verdict is Verdict.ACCEPTED else self.factoid.confidence


def accounts_of(attestation: Attestation) -> list[Account]:
    """Return the accounts of a life: its factoids but for those that a person rejected or that nothing tests."""
    found = (_account(line, attestation) for line in _lines(attestation.lines))
    return [account for account in found if account is not None]


def _lines(lines: Iterable[DossierLine]) -> Iterable[DossierLine]:
    return (line for line in lines if line.verdict is not Verdict.REJECTED)


def _account(line: DossierLine, attestation: Attestation) -> Account | None:
    factoid = line.factoid
    family = family_of(factoid)
    if family is None:
        return None
    days, sureness = days_of(factoid, is_point=family.is_point)
    return Account(
        line=line,
        family=family,
        step=step_of(family, f"{factoid.value or ''} {factoid.quote}"),
        words=content_words(factoid.quote),
        days=days,
        date_sureness=sureness,
        related=line.related,
        trades=_trades(factoid, attestation) if "trade" in family.tests else (),
    )


def _trades(factoid: Factoid, attestation: Attestation) -> tuple[str, ...]:
    said = (line.factoid.value for persona in factoid.related for line in attestation.trades.get(persona, ()))
    return tuple(dict.fromkeys(value for value in said if value))


def days_of(factoid: Factoid, *, is_point: bool) -> tuple[Bounds | None, float]:
    """Return the days on which an event can have been, and how sure it is that the source gives that date.

    A date that only follows from where the story tells something is none that a source could be held to.
    """
    when = factoid.when
    if when is None:
        return None, 0.0
    basis = factoid.inference.get("date", "")
    if any(told in basis for told in _TOLD) or (when.earliest is None and when.latest is None):
        return None, 0.0
    days = Bounds(when.start.earliest, when.end.latest) if is_point else when.start
    return days, _date_sureness(factoid, basis)


def _date_sureness(factoid: Factoid, basis: str) -> float:
    span = factoid.spans.get("date")
    if span is not None and factoid.start <= span.start and span.end <= factoid.end:
        return 1.0
    if span is not None and abs(span.start - factoid.start) < 200:
        return 0.85
    return 0.9 if not basis else 0.6
