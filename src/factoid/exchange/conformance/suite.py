"""The checks in their order, and how they are run: one that fails does not keep the others from running."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factoid.errors import ServerUnreachable, UsageError
from factoid.exchange.asking import Server
from factoid.exchange.conformance import filters, lists, writes
from factoid.exchange.conformance.claims import Broken, NothingToSee


class Verdict(StrEnum):
    """How a check came out."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"  #: the server has nothing on which it could be seen, or no token was given


@dataclass(frozen=True, slots=True)
class Check:
    """One promise of the specification."""

    level: int
    name: str
    run: Callable[[Server], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a check."""

    check: Check
    verdict: Verdict
    reason: str = ""


def every_check(level: int) -> Iterator[Check]:
    """Yield the checks for a server of this level."""
    for number, module in ((0, lists), (0, filters)):
        for name, run in module.CHECKS.items():
            yield Check(number, name, run)
    words = filters.WORDS if level >= 1 else {"f, p, s and st are refused": filters.words_are_refused}
    for name, run in words.items():
        yield Check(min(level, 1), name, run)
    for name, run in (writes.CHECKS if level > 1 else writes.REFUSED).items():
        yield Check(2 if level > 1 else level, name, run)


def level_of(server: Server) -> int:
    """Return the level that a server says it has; `UsageError` where it says none."""
    said = server.get("describe").json
    level = said.get("complianceLevel") if isinstance(said, dict) else None
    if isinstance(level, bool) or level not in (0, 1, 2):
        raise UsageError(
            f"{server.base}/describe says no complianceLevel. Name it with --level, or mend the address."
        )
    return int(level)


def run_checks(server: Server, *, level: int | None = None) -> Iterator[Result]:
    """Run all checks of a level, or of the one that the server says it has."""
    for check in every_check(level_of(server) if level is None else level):
        yield run_check(server, check)


def run_check(server: Server, check: Check) -> Result:
    """Run one check."""
    try:
        check.run(server)
    except NothingToSee as nothing:
        return Result(check, Verdict.SKIPPED, str(nothing))
    except (Broken, ServerUnreachable) as broken:
        return Result(check, Verdict.FAILED, str(broken))
    return Result(check, Verdict.PASSED)
