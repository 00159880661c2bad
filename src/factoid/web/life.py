"""A dossier as its page shows it: the life by years, what has no date by kind, and the facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from factoid.model import Dossier, DossierLine
from factoid.web.dates import year_of
from factoid.web.wording import Catalogue

LINES_ON_A_PAGE = 500

Chosen = dict[str, tuple[str, ...]]  # facet -> the values that may show

_FACETS: dict[str, Callable[[DossierLine], str]] = {
    "type": lambda line: line.factoid.type,
    "source": lambda line: line.source,
    "certainty": lambda line: str(line.factoid.certainty),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading: a year, or a kind of statement."""

    label: str
    lines: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many lines have it, and the address that turns it on or off."""

    value: str
    count: int
    is_on: bool
    address: str


@dataclass(frozen=True, slots=True)
class Life:
    """The lines that the filters let through, in order."""

    years: tuple[Group, ...]
    undated: tuple[Group, ...]
    shown: int  #: lines that the filters let through, on all pages
    goes_on: bool  #: whether another page follows
    facets: dict[str, tuple[Choice, ...]]
    is_filtered: bool


def life_of(dossier: Dossier, chosen: Chosen, words: Catalogue, *, page: int = 1) -> Life:
    """Return a page of the life that a dossier tells, as far as the filters let it through."""
    chosen = {name: tuple(dict.fromkeys(values)) for name, values in chosen.items() if values}
    lines = _undated_last([line for line in dossier.lines if _passes(line, chosen)], words)
    last = page * LINES_ON_A_PAGE
    on_page = lines[last - LINES_ON_A_PAGE : last]
    return Life(
        years=_by_year(on_page, words),
        undated=_by_kind(on_page, words),
        shown=len(lines),
        goes_on=len(lines) > last,
        facets={name: _choices(name, dossier.lines, chosen, words) for name in _FACETS},
        is_filtered=bool(chosen),
    )


def names_and_users(dossier: Dossier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each name of the person with the sources that use it."""
    return tuple(
        (name, tuple(dict.fromkeys(p.source for p in dossier.personas if name in p.persona.forms)))
        for name in dossier.summary.names
    )


def _passes(line: DossierLine, chosen: Chosen, *, but: str = "") -> bool:
    return all(_FACETS[name](line) in values for name, values in chosen.items() if name != but)


def _undated_last(lines: Iterable[DossierLine], words: Catalogue) -> list[DossierLine]:
    """Return the lines in the order of the life, then those without a date by kind."""
    order = {name: place for place, name in enumerate(words.entry("types"))}
    unknown = len(order)

    def place(line: DossierLine) -> tuple[int, str]:
        kind = line.factoid.type
        return (-1, "") if line.factoid.when else (order.get(kind, unknown), kind)

    return sorted(lines, key=place)


def _by_year(lines: Iterable[DossierLine], words: Catalogue) -> tuple[Group, ...]:
    dated = [(line, line.factoid.when) for line in lines]
    labelled = [(year_of(when, words), line) for line, when in dated if when]
    return tuple(
        Group(label, tuple(line for _, line in group))
        for label, group in groupby(labelled, key=lambda pair: pair[0])
    )


def _by_kind(lines: Iterable[DossierLine], words: Catalogue) -> tuple[Group, ...]:
    undated = [line for line in lines if line.factoid.when is None]
    return tuple(
        Group(words.label("types", kind), tuple(group))
        for kind, group in groupby(undated, key=lambda line: line.factoid.type)
    )


def _choices(name: str, lines: Sequence[DossierLine], chosen: Chosen, words: Catalogue) -> tuple[Choice, ...]:
    counts = Counter(_FACETS[name](line) for line in lines if _passes(line, chosen, but=name))
    values = dict.fromkeys([*(value for value, _ in counts.most_common()), *chosen.get(name, ())])
    if name == "type":
        order = list(words.entry("types"))
        values = dict.fromkeys(sorted(values, key=lambda v: order.index(v) if v in order else len(order)))
    on = chosen.get(name, ())
    return tuple(Choice(value, counts[value], value in on, _address(name, value, chosen)) for value in values)


def _address(name: str, value: str, chosen: Chosen) -> str:
    """Return the query that has this value turned round and all others as they are."""
    on = chosen.get(name, ())
    turned = tuple(v for v in on if v != value) if value in on else (*on, value)
    query = urlencode([(key, v) for key, values in (chosen | {name: turned}).items() for v in values])
    return f"?{query}"
