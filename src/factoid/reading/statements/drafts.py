"""Drafts: what a family of rules found, before dates, doubt and checking make a factoid of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factoid.model import Span
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.when.dated import Dated


class Inferred(NamedTuple):
    """A field that is not simply quoted: its words and what they rest on."""

    words: str
    basis: str


class Elsewhere(NamedTuple):
    """A field whose words stand outside the statement's own, and what makes them its: *there*, *where*."""

    span: Span
    basis: str


Words = Span | Inferred | Elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One statement about one person, with where its fields stand."""

    person: str
    type: str
    rule: str  #: the rule that found it
    quote: Span
    anchor: Token  #: the word that carries the statement: its date and doubt are looked up from here
    who: Span | None = None  #: where the person is meant
    slots: Mapping[str, Words] = field(default_factory=dict)
    related: tuple[tuple[str, Span | None], ...] = ()
    clause: Clause | None = None
    undated: bool = False  #: a lasting trait, or a title: no date of its own
    own_date: bool = False  #: only a date that stands beside the words themselves, none from the narrative
    dated: Dated | None = None  #: the date, where the family found it itself
    side: str = ""  #: doer or sufferer, where a verb says it
    likelihood: float | None = None  #: how likely it is, where the family has weighed it itself
    confidence: float = 0.6  #: what the rule is worth before it is weighed
