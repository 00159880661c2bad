"""Judgements: what somebody concluded, when and why. Withdrawn, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factoid.model.text import Span


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"  #: two mentions mean one person
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPTED = "accepted"  #: the source does say this factoid
    REJECTED = "rejected"  #: the source does not say it, or not so


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a source that a judgement rests on: it outlives any reading."""

    source: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One conclusion of one author. The latest that is not withdrawn holds."""

    verdict: Verdict
    author: str  #: ``human:ab`` or the rule ``identity:names@1``
    made: str  #: when, ISO 8601 in UTC
    reason: str = ""
    left: Anchor | None = None  #: identity: the mentions compared
    right: Anchor | None = None
    factoid: str | None = None  #: the factoid accepted or rejected
    withdrawn: str | None = None  #: when, ISO 8601 in UTC
    id: int | None = None  #: its number in the library
