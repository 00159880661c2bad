"""Whom and what a life touches: persons and bodies in columns, so that no name covers another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factoid.model import Bounds, Dossier, DossierLine, Verdict
from factoid.model.when import civil_of
from factoid.web.addresses import address_of_person, one_line

MOST_NEIGHBOURS = 60  #: on either side
WIDTH, ROW, TOP = 1096, 26, 40
_LEFT, _MIDDLE, _RIGHT = 320, 570, 820  #: where the columns stand
_GAP = 110  #: that the chosen names take on either side


class Node(NamedTuple):
    """A person, or a body that the sources name."""

    kind: str  #: person or organisation
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A node in its column."""

    node: Node
    x: float
    y: float
    anchor: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What ties two nodes: the statements that name both."""

    number: int
    chosen: Node
    other: Node
    lines: tuple[DossierLine, ...]
    path: str
    weight: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The whole drawing."""

    nodes: tuple[Placed, ...] = ()
    edges: tuple[Edge, ...] = ()
    height: float = 0
    left_out: int = 0  #: neighbours that would not fit


@dataclass(frozen=True, slots=True)
class Years:
    """The years of which a network tells; None is open."""

    first: int | None = None
    last: int | None = None

    def hold(self, line: DossierLine) -> bool:
        """Say whether what a line tells can have been in these years; what has no date only if all are wanted."""
        if self.first is None and self.last is None:
            return True
        when = line.factoid.when
        return when is not None and self.overlap(Bounds(when.earliest, when.latest))

    def overlap(self, days: Bounds) -> bool:
        """Say whether what lies between two days can have been in these years."""
        earliest, latest = days
        begins_too_late = self.last is not None and earliest is not None and civil_of(earliest)[0] > self.last
        ends_too_early = self.first is not None and latest is not None and civil_of(latest)[0] < self.first
        return not begins_too_late and not ends_too_early


def network_of(dossiers: Sequence[Dossier], years: Years) -> Network:
    """Return the ties of the chosen people, the strongest first."""
    chosen = {d.summary.id: Node("person", d.summary.id, d.summary.name) for d in dossiers}
    ties: dict[tuple[Node, Node], list[DossierLine]] = defaultdict(list)
    for dossier in dossiers:
        own = chosen[dossier.summary.id]
        for line in dossier.lines:
            if line.verdict is not Verdict.REJECTED and not line.is_weak and years.hold(line):
                for node in set(_named_in(line)) - {own}:
                    ties[(own, node)].append(line)
    _as_one(ties, chosen)
    strength: dict[Node, int] = defaultdict(int)
    for (_, other), lines in ties.items():
        strength[other] += len(lines)
    others = sorted((n for n in strength if n.key not in chosen), key=lambda n: (-strength[n], n.name, n.key))
    bodies = [n for n in others if n.kind == "organisation"]
    people = [n for n in others if n.kind == "person"]
    columns = (bodies[:MOST_NEIGHBOURS], list(chosen.values()), people[:MOST_NEIGHBOURS])
    rows = max(map(len, columns))
    placed = {p.node: p for p in _columns(columns, rows)}
    edges = tuple(_edges(ties, placed))
    return Network(
        nodes=tuple(placed.values()),
        edges=edges,
        height=TOP + rows * ROW + ROW,
        left_out=len(others) - len(columns[0]) - len(columns[2]),
    )


def _named_in(line: DossierLine) -> Iterator[Node]:
    for person, name in line.related:
        yield Node("person", person, name)
    body = line.factoid.organisation
    if body:
        yield Node("organisation", " ".join(body.casefold().removeprefix("the ").split()), body)


def _as_one(ties: dict[tuple[Node, Node], list[DossierLine]], chosen: dict[str, Node]) -> None:
    """Call what has one key by one name: the one that was met first."""
    names: dict[tuple[str, str], Node] = {("person", key): node for key, node in chosen.items()}
    for (own, other), lines in list(ties.items()):
        known = names.setdefault((other.kind, other.key), other)
        if known is not other and known != other:
            del ties[(own, other)]
            ties[(own, known)] += lines


def _columns(columns: tuple[Iterable[Node], ...], rows: int) -> Iterator[Placed]:
    for nodes, x, anchor in zip(columns, (_LEFT, _MIDDLE, _RIGHT), ("end", "middle", "start"), strict=True):
        held = list(nodes)
        step = ROW * rows / max(len(held), 1)
        for place, node in enumerate(held):
            y = TOP + (place + 0.5) * step
            address = address_of_person(node.key) if node.kind == "person" else ""
            yield Placed(node=node, x=x, y=round(y, 1), anchor=anchor, address=address)


def _edges(ties: dict[tuple[Node, Node], list[DossierLine]], placed: dict[Node, Placed]) -> Iterator[Edge]:
    drawn = [(own, other, lines) for (own, other), lines in ties.items() if other in placed]
    drawn.sort(key=lambda tie: (-len(tie[2]), tie[0].name, tie[1].name))
    for number, (own, other, lines) in enumerate(drawn, start=1):
        start, end = placed[own], placed[other]
        yield Edge(
            number=number,
            chosen=own,
            other=other,
            lines=tuple(lines),
            path=_curve(start, end),
            weight=round(min(1 + len(lines) ** 0.5, 6), 1),
            label=one_line(f"{own.name} – {other.name}"),
        )


def _curve(start: Placed, end: Placed) -> str:
    """Return the path of an edge, from beside the chosen name to beside the other."""
    if start.x == end.x:  # two of the chosen: a bow to the right
        x = start.x + _GAP
        return f"M{x},{start.y} C{x + 60},{start.y} {x + 60},{end.y} {x},{end.y}"
    side = 1 if end.x > start.x else -1
    x1, x2 = start.x + side * _GAP, end.x - side * 8
    middle = (x1 + x2) / 2
    return f"M{x1},{start.y} C{middle},{start.y} {middle},{end.y} {x2},{end.y}"
