"""How something grows, as an SVG picture: panels side by side, both axes logarithmic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

_WIDE, _HIGH = 330, 240  #: of what is drawn in, in a panel
_LEFT, _RIGHT, _TOP, _BELOW = 70, 230, 40, 60  #: around it
Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """Something measured at several sizes."""

    label: str
    colour: str
    points: Sequence[Point]  #: size and value


@dataclass(frozen=True)
class Panel:
    """Lines that share an axis; the first has a broken one beside it, of what grows with the size."""

    title: str
    lines: Sequence[Line]


def svg_of(title: str, sizes: str, panels: Sequence[Panel]) -> str:
    """Return the picture; ``sizes`` says of what there are so many."""
    each = _LEFT + _WIDE + _RIGHT
    width, height = len(panels) * each, _TOP + _HIGH + _BELOW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
        ' font-family="sans-serif" font-size="13">',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, panel in enumerate(panels):
        shift = number * each + _LEFT
        parts += [f'<g transform="translate({shift} {_TOP})">', *_drawn(panel, sizes), "</g>"]
    return "\n".join([*parts, "</svg>\n"])


def _drawn(panel: Panel, sizes: str) -> Iterator[str]:
    points = [point for line in panel.lines for point in line.points]
    low, high = floor(log10(min(y for _, y in points))), ceil(log10(max(y for _, y in points)))
    at = _scale(min(points)[0], max(points)[0], low, max(high, low + 1))
    yield f'<text y="-20" font-weight="bold">{panel.title}</text>'
    for power in range(low, high + 1):
        _, y = at((points[0][0], 10.0**power))
        yield f'<path d="M0 {y}h{_WIDE}" stroke="#ddd"/>'
        yield f'<text x="-8" y="{y + 4}" text-anchor="end">{10.0**power:,.{max(0, -power)}f}</text>'
    for size in sorted({size for size, _ in points}):
        x, _ = at((size, 10.0**low))
        yield f'<text x="{x}" y="{_HIGH + 18}" text-anchor="middle">{size:,.0f}</text>'
    yield f'<text x="{_WIDE / 2}" y="{_HIGH + 40}" text-anchor="middle">{sizes}</text>'
    labels: list[tuple[float, Line]] = []
    for line in panel.lines:
        places = [at(point) for point in sorted(line.points)]
        path = " ".join(f"{x},{y}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{line.colour}"/>' for x, y in places)
        labels.append((places[-1][1], line))
    below = -17.0
    for y, line in sorted(labels, key=lambda label: label[0]):
        below = max(y + 4, below + 17)
        yield f'<text x="{_WIDE}" y="{below}" fill="{line.colour}">{line.label}</text>'
    yield _as_the_size(sorted(panel.lines[0].points), 10.0**high, at)


def _scale(first: float, last: float, low: int, high: int) -> Callable[[Point], Point]:
    """Return what puts a size and a value into the panel."""

    def at(point: Point) -> Point:
        x = (log10(point[0]) - log10(first)) / max(log10(last / first), 1e-9) * (_WIDE - 12)
        y = (high - log10(point[1])) / (high - low) * _HIGH
        return round(x, 1), round(y, 1)

    return at


def _as_the_size(points: Sequence[Point], most: float, at: Callable[[Point], Point]) -> str:
    """Return a broken line from the first point on, as far as it stays in the panel."""
    (size, value), (last, _) = points[0], points[-1]
    end = min(last, size * most / value)
    (x1, y1), (x2, y2) = at((size, value)), at((end, value * end / size))
    return f'<path d="M{x1},{y1}L{x2},{y2}" stroke="#999" stroke-dasharray="4 4"/>'
