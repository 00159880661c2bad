"""What two sources say of one life that cannot both be, though they speak of two things.

A burial before the death, a wedding of somebody who never married, a birth for which an age leaves no room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.days import is_exact
from factoid.criticism.conflicts.claims import claim_of, conflict_of
from factoid.criticism.conflicts.setting import Setting
from factoid.model import Attestation, Claim, Conflict, ConflictKind
from factoid.model.when import civil_of

_YEAR = 366  #: days
_SLACK = 2  #: years that an age may be wrong by, as people told it
_LEAST_SURE = 0.6  #: that somebody never married is read right more often than it is worth telling
_SAME = 0.97  #: how sure a date is that stands with its words or right beside them


def against_a_life(
    attestation: Attestation, accounts: Sequence[Account], setting: Setting
) -> Iterator[Conflict]:
    """Yield the conflicts between accounts of different things in one life."""
    court = _Court(attestation, setting)
    yield from court.buried_before_death(accounts)
    yield from court.married_who_never_did(accounts)
    yield from court.of_another_age(accounts)


class _Court:
    def __init__(self, attestation: Attestation, setting: Setting) -> None:
        self._attestation, self._setting = attestation, setting

    def buried_before_death(self, accounts: Sequence[Account]) -> Iterator[Conflict]:
        """Yield a burial that one source dates before the death that another dates."""
        deaths = [a for a in accounts if a.family.name == "death" and _is_dated(a)]
        burials = [a for a in accounts if a.family.name == "burial" and _is_dated(a)]
        for burial in _first_of_each_date(burials):
            later = [d for d in deaths if _ends_before(burial, d) and d.source != burial.source]
            agreeing = [d for d in deaths if not _ends_before(burial, d)]
            if later and not any(d.source == burial.source for d in agreeing):
                sides = (self._claims("A", later, "date"), self._claims("B", [burial], "date"))
                yield self._conflict(
                    ("burial", "date"),
                    ConflictKind.IMPOSSIBLE_CHRONOLOGY,
                    sides,
                    "nobody is buried before dying",
                    (later[0], burial),
                )

    def married_who_never_did(self, accounts: Sequence[Account]) -> Iterator[Conflict]:
        """Yield a wife or husband, where another source says that somebody never married."""
        single = [a for a in accounts if _NEVER.search(a.factoid.quote) and _is_of_whole_life(a)]
        ties = [a for a in accounts if a.family.name == "marriage" and not a.is_denied and a.related]
        for denying in single[:1]:
            told = [t for t in ties if t.source != denying.source and not self._is_told_later(t, denying)]
            if not told or any(t.source == denying.source for t in ties):
                continue
            said = [replace(c, value="asserted") for c in self._claims("A", told, "certainty")]
            denied = [replace(c, value="denied") for c in self._claims("B", [denying], "certainty")]
            yield self._conflict(
                ("kinship", "certainty"),
                ConflictKind.INCOMPATIBLE,
                (said, denied),
                f"{denying.source} says that it was not so",
                (told[0], denying),
            )

    def _is_told_later(self, wedding: Account, denying: Account) -> bool:
        """Whether a wedding was only after the source that knows of none was written."""
        published = self._attestation.published.get(denying.source)
        first = wedding.days.earliest if wedding.days is not None else None
        is_year = published is not None and published[:4].isdigit() and first is not None
        return is_year and civil_of(first or 0)[0] >= int((published or "")[:4])

    def of_another_age(self, accounts: Sequence[Account]) -> Iterator[Conflict]:
        """Yield an age that leaves no room for the birth that another source dates."""
        births = [a for a in accounts if a.family.name == "birth"]
        told = [a for a in births if _is_dated(a) and is_exact(a.days, _YEAR) and not a.is_denied]
        for aged in (a for a in births if _AGE.match(a.factoid.inference.get("date", ""))):
            of_its_source = [a for a in told if a.source == aged.source]
            clashing = [a for a in told if _years_apart(a, aged) > _SLACK]
            if clashing and not of_its_source and len(clashing) == len(told) and _names_who(aged):
                sides = (self._claims("A", clashing, "date"), self._claims("B", [aged], "date"))
                gap = _years_apart(clashing[0], aged)
                yield self._conflict(
                    ("birth", "date"),
                    ConflictKind.INCOMPATIBLE,
                    sides,
                    f"the age tells another birth, {gap} years apart",
                    (clashing[0], aged),
                )
                return

    def _claims(self, side: str, accounts: Iterable[Account], field: str) -> list[Claim]:
        found: dict[tuple[str, int], Account] = {}
        for account in accounts:
            found.setdefault((account.source, account.factoid.start), account)
        return [
            claim_of(
                account,
                side,
                (field, field),
                witness_group=self._setting.witness_group(account.source),
                published=self._attestation.published.get(account.source),
            )
            for account in found.values()
        ]

    def _conflict(
        self,
        matter: tuple[str, str],
        kind: ConflictKind,
        sides: tuple[list[Claim], list[Claim]],
        reason: str,
        surest: tuple[Account, Account],
    ) -> Conflict:
        one, other = (max(account.sureness, _LEAST_SURE) for account in surest)
        return conflict_of(
            (self._attestation.person, self._attestation.name),
            matter,
            kind,
            (*sides[0], *sides[1]),
            reasons=(reason,),
            confidence=0.9 * (one * other) ** 0.5,
        )


#: that somebody was single all life long: not *unmarried* then, not *never married again*, *never married Anna*
_NEVER = re.compile(
    r"\b(?:[Nn]ever (?:got |was |were |been )?(?:married|wed)\b"
    r"(?! again| his| her| the| a\b| an\b| to\b| into\b| [A-Z])"
    r"|(?:died|d\.) (?:unmarried|unm\.|single|celibate|(?:as )?an? (?:old )?(?:bachelor|spinster))"
    r"|remained (?:unmarried|unwed|single|celibate|an? (?:\w+ )?(?:bachelor|spinster)))"
)
_UNTIL = re.compile(
    r"\b(?:until|till|before|while|yet|so far|at (?:the|that) time|for (?:many|some|several|long))\b"
)


def _is_of_whole_life(account: Account) -> bool:
    return _UNTIL.search(account.factoid.quote) is None


_AGE = re.compile(r"(?:aged?\b|\d|in (?:his|her) )")


def _years_apart(birth: Account, aged: Account) -> int:
    """Return how many years are between two births by the years that stand for them, whatever *about* allows."""
    years = [
        int(a.factoid.date[:4]) for a in (birth, aged) if a.factoid.date and a.factoid.date[:4].isdigit()
    ]
    return abs(years[0] - years[-1]) if len(years) > 1 else 0


def _names_who(account: Account) -> bool:
    span = account.factoid.spans.get("person")
    return span is not None and account.factoid.span.holds(span)


def _is_dated(account: Account) -> bool:
    is_closed = account.days is not None and None not in (account.days.earliest, account.days.latest)
    return is_closed and account.date_sureness >= _SAME and not account.is_denied


def _ends_before(burial: Account, death: Account) -> bool:
    last = burial.days.latest if burial.days else None
    first = death.days.earliest if death.days else None
    return last is not None and first is not None and last < first


def _first_of_each_date(accounts: Iterable[Account]) -> list[Account]:
    return list({account.days: account for account in accounts}.values())
