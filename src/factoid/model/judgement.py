"""Judgements: what somebody concluded, when and why. Withdrawn, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from factoid.model.anchor import Anchor
from factoid.model.decision import Decision
from factoid.model.factoid import Factoid


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"  #: two mentions mean one person
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPTED = "accepted"  #: the source does say this factoid
    REJECTED = "rejected"  #: the source does not say it, or not so
    STATED = "stated"  #: the source says what no reader read in it: `Judgement.statement`
    MEANT = "meant"  #: the words at ``left`` mean the person mentioned at ``right``, not whom a reader took them for
    DECIDED = "decided"  #: a conflict, as `Judgement.decision` says
    ONE_EVENT = "one-event"  #: two statements speak of the same thing
    TWO_EVENTS = "two-events"  #: they do not
    PROTECTED = (
        "protected"  #: a person (`Judgement.left` is a mention) or a source (no words) is not for everybody
    )
    SHOWN = "shown"  #: a person whom the rule on the living would protect may be shown to everybody


#: on what a source says, and on nothing else: by far the most
ON_STATEMENTS = (Verdict.ACCEPTED, Verdict.REJECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One conclusion of one author. The latest that is not withdrawn holds."""

    verdict: Verdict
    author: str  #: ``human:ab`` or the rule ``identity:names@1``
    made: str  #: when, ISO 8601 in UTC
    reason: str = ""
    left: Anchor | None = (
        None  #: the mentions compared (identity), the quotes (events, statements), the words
    )
    right: Anchor | None = None  #: of a statement or of words: a mention of the person
    factoid: str | None = None  #: the factoid accepted, rejected or stated
    statement: Factoid | None = None  #: what somebody read in the source
    decision: Decision | None = None  #: what was decided on a conflict
    follows: int | None = None  #: number of the judgement that it was made with, and is withdrawn with
    carried: int | None = None  #: number of the judgement on another edition of the source that it repeats
    removal: int | None = None  #: number of the removal of a source with which it was withdrawn, or made
    withdrawn: str | None = None  #: when, ISO 8601 in UTC
    id: int | None = None  #: its number in the library


def utc_now() -> str:
    """Return the time as judgements note it: ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
