"""A dossier as its page shows it: the life by years, what has no date by kind, and the facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import urlencode

from factoid.dates.in_words import year_beside, year_of
from factoid.exchange import told_once
from factoid.model import Dossier, DossierLine
from factoid.resources.catalogue import Catalogue
from factoid.web.lives.portrait import PLAIN, Remark

LINES_ON_A_PAGE = 200

Chosen = dict[str, tuple[str, ...]]  # facet -> the values that may show

Remarks = Mapping[str, Remark]  # by statement

_FACETS: dict[str, Callable[[DossierLine, Remark], tuple[str, ...]]] = {
    "type": lambda line, _: (line.factoid.type,),
    "source": lambda line, _: (line.source,),
    "certainty": lambda line, _: (str(line.factoid.certainty),),
    "sureness": lambda line, _: (str(line.sureness),),
    "checked": lambda line, _: (str(line.verdict or "unchecked"),),
    "mark": lambda _, remark: remark.marks,
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
    again: Mapping[str, tuple[DossierLine, ...]] = field(default_factory=dict)  #: by statement: said again


def life_of(
    told: Sequence[DossierLine],
    chosen: Chosen,
    words: Catalogue,
    *,
    remarks: Remarks | None = None,
    page: int | None = 1,
    is_whole: bool = False,
) -> Life:
    """Return a page of the life that the lines tell, as far as the filters let it through.

    What a source says again is told once, unless the life is to be whole. Without a page, everything stands on one.
    """
    view = _View(
        words, remarks or {}, {name: tuple(dict.fromkeys(v)) for name, v in chosen.items() if v}, is_whole
    )
    passed = [line for line in told if view.passes(line)]
    again = {} if is_whole else {t.line.factoid.id: t.again for t in told_once(passed) if t.again}
    repeats = {line.factoid.id for lines in again.values() for line in lines}
    lines = view.undated_last(line for line in passed if line.factoid.id not in repeats)
    last = page * LINES_ON_A_PAGE if page else len(lines)
    on_page = lines[last - LINES_ON_A_PAGE : last] if page else lines
    return Life(
        years=view.by_year(on_page),
        undated=view.by_kind(on_page),
        shown=len(passed),
        goes_on=len(lines) > last,
        facets={name: view.choices(name, told) for name in _FACETS},
        is_filtered=bool(view.chosen),
        again=again,
    )


def names_and_users(dossier: Dossier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each name of the person with the sources that use it."""
    return tuple(
        (name, tuple(dict.fromkeys(p.source for p in dossier.personas if name in p.persona.forms)))
        for name in dossier.summary.names
    )


@dataclass(frozen=True, slots=True)
class _View:
    """How one reader looks at a life."""

    words: Catalogue
    remarks: Remarks
    chosen: Chosen
    is_whole: bool

    def values(self, name: str, line: DossierLine) -> tuple[str, ...]:
        return _FACETS[name](line, self.remarks.get(line.factoid.id, PLAIN))

    def passes(self, line: DossierLine, *, but: str = "") -> bool:
        return all(
            not values or any(value in values for value in self.values(name, line))
            for name, values in self.chosen.items()
            if name != but
        )

    def label(self, line: DossierLine) -> str | None:
        """Return the year of a line, stated or reckoned; None where it has none."""
        if line.factoid.when:
            return year_of(line.factoid.when, self.words)
        return self.remarks.get(line.factoid.id, PLAIN).year or None

    def undated_last(self, lines: Iterable[DossierLine]) -> list[DossierLine]:
        """Return the lines in the order of the life, then those without a date by kind."""
        order = {name: place for place, name in enumerate(self.words.entry("types"))}
        unknown = len(order)

        def place(line: DossierLine) -> tuple[int, str]:
            kind = line.factoid.type
            return (-1, "") if self.label(line) is not None else (order.get(kind, unknown), kind)

        return sorted(lines, key=place)

    def by_year(self, lines: Iterable[DossierLine]) -> tuple[Group, ...]:
        groups: list[tuple[str, list[DossierLine]]] = []
        for line in lines:
            label = self.label(line)
            if label is None:
                continue
            if groups and groups[-1][0] in (label, self.year_beside(line)):
                groups[-1][1].append(line)
            else:
                groups.append((label, [line]))
        return tuple(Group(label, tuple(held)) for label, held in groups)

    def year_beside(self, line: DossierLine) -> str:
        """Return the year of whose events a line may stand: *by 1937* and *1937–1938* among those of 1937."""
        when = line.factoid.when
        return year_beside(when, self.words) if when else self.remarks.get(line.factoid.id, PLAIN).begins

    def by_kind(self, lines: Iterable[DossierLine]) -> tuple[Group, ...]:
        undated = [line for line in lines if self.label(line) is None]
        return tuple(
            Group(self.words.label("types", kind), tuple(group))
            for kind, group in groupby(undated, key=lambda line: line.factoid.type)
        )

    def choices(self, name: str, lines: Sequence[DossierLine]) -> tuple[Choice, ...]:
        counts = Counter(
            value for line in lines if self.passes(line, but=name) for value in self.values(name, line)
        )
        on = self.chosen.get(name, ())
        values = dict.fromkeys([*(value for value, _ in counts.most_common()), *on])
        if name == "type":
            order = list(self.words.entry("types"))
            values = dict.fromkeys(sorted(values, key=lambda v: order.index(v) if v in order else len(order)))
        return tuple(
            Choice(
                value, counts[value], value in on, _address(name, value, self.chosen, is_whole=self.is_whole)
            )
            for value in values
        )


def _address(name: str, value: str, chosen: Chosen, *, is_whole: bool) -> str:
    """Return the query that has this value turned round and all others as they are."""
    on = chosen.get(name, ())
    turned = tuple(v for v in on if v != value) if value in on else (*on, value)
    query = urlencode([(key, v) for key, values in (chosen | {name: turned}).items() for v in values])
    return f"?{query}&weak=true" if is_whole else f"?{query}"
