"""Families of statements that can speak of the same thing, and the rules for each: data, made ready for use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from factoid.criticism.accounts.wording import Phrases, holds_phrase, phrases, words_of
from factoid.model import Factoid
from factoid.resources import load

_STATES = frozenset({"membership", "service"})  #: that begin with an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Statements of one or several types that can speak of the same thing."""

    name: str
    main_type: str  #: as which its conflicts are listed
    types: frozenset[str]
    roles: frozenset[str] = frozenset()
    not_roles: frozenset[str] = frozenset()
    words: Phrases | None = None
    not_words: Phrases | None = None
    values: Phrases | None = None
    is_once: bool = False
    is_one_at_a_time: bool = False
    is_rare: bool = False
    is_yearly: bool = False
    is_point: bool = False
    is_led_up_to: bool = False
    is_since: bool = False
    starts: str | None = None
    dates_sure: float = 1.0
    least_sure: float = 0.0  #: reader's low confidence is in whether it is worth telling, not in what is told
    window: int = 0
    lone_window: int = 0
    ends: frozenset[str] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)
    tests: Mapping[str, str] = field(default_factory=dict)

    def takes(self, factoid: Factoid, words: list[str]) -> bool:
        """Say whether the factoid, of one of the types, belongs here; ``words`` are those it is told with."""
        role = (factoid.role or "").casefold()
        if (self.roles and role not in self.roles) or role in self.not_roles:
            return False
        if self.not_words and holds_phrase(words, self.not_words):
            return False
        if not self.words and not self.values:
            return True
        if self.is_since and factoid.type in _STATES and (factoid.date or "").endswith("/.."):
            return True
        if self.values and holds_phrase(words_of(factoid.value or ""), self.values):
            return True
        return self.words is not None and holds_phrase(words, self.words)


@cache
def families() -> tuple[Family, ...]:
    """Return the families; the first that takes a factoid has it."""
    rules = load("comparisons")
    told = rules["families"]
    found = []
    for name, data in told.items():
        like = data.get("like", name)
        rules_of = {**told[like], "values": "", **data} if "like" in data else data
        found.append(_family(like, rules_of, rules["words"], told[like]["types"][0]))
    return tuple(found)


def _family(name: str, data: Mapping[str, Any], words: Mapping[str, str], main_type: str) -> Family:
    def listed(key: str) -> Phrases | None:
        return phrases(words[data[key]]) if data.get(key) else None

    return Family(
        name=name,
        types=frozenset(data["types"]),
        roles=frozenset(data.get("roles", ())),
        not_roles=frozenset(data.get("not_roles", ())),
        words=listed("words"),
        not_words=listed("not_words"),
        values=listed("values"),
        is_once=data.get("once", False),
        is_one_at_a_time=data.get("one_at_a_time", False),
        is_rare=data.get("rare", False),
        is_yearly=data.get("seldom_twice_a_year", False),
        is_point=data.get("point", False),
        is_led_up_to=data.get("led_up_to", False),
        is_since=data.get("since", False),
        starts=data.get("starts"),
        dates_sure=data.get("dates_sure", 1.0),
        least_sure=data.get("least_sure", 0.0),
        main_type=main_type,
        window=data.get("window", 0),
        lone_window=data.get("lone_window", 0),
        ends=frozenset(data.get("ends", ())),
        keys=data.get("keys", {}),
        tests=data["tests"],
    )


def may_be_one(types: Iterable[str]) -> bool:
    """Say whether statements of these types can speak of the same thing."""
    wanted = set(types)
    return len(wanted) == 1 or any(wanted <= family.types for family in families())


@cache
def family_named(name: str) -> Family:
    """Return the family of a name."""
    return next(family for family in families() if family.name == name)


@cache
def start_of(name: str) -> Family | None:
    """Return the family of what begins that of which a family tells, if there is one."""
    return next((family for family in families() if family.starts == name), None)


@cache
def _by_type() -> Mapping[str, tuple[Family, ...]]:
    found: dict[str, tuple[Family, ...]] = {}
    for family in families():
        for kind in family.types:
            found[kind] = (*found.get(kind, ()), family)
    return found


def family_of(factoid: Factoid) -> Family | None:
    """Return the family that the factoid belongs to, if there is one for its type."""
    words = words_of(f"{factoid.value or ''} {factoid.quote}")
    return next((f for f in _by_type().get(factoid.type, ()) if f.takes(factoid, words)), None)


@cache
def _steps() -> Mapping[str, Mapping[str, Phrases]]:
    return {
        family: {step: phrases(listed) for step, listed in steps.items()}
        for family, steps in load("comparisons")["steps"].items()
    }


_STEPS_OF = {"appointment": "office", "entry": "office", "office": "office"}


def step_of(family: Family, text: str) -> str | None:
    """Return the step of its matter of which a wording tells: appointed, took office, …"""
    words = words_of(text)
    steps = _steps().get(_STEPS_OF.get(family.name, family.name), {})
    return next((step for step, wanted in steps.items() if holds_phrase(words, wanted)), None)
