"""Lives drawn on one axis of time: solid where something was throughout, pale where it only lay somewhere within."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factoid.dates.in_words import when_in_words
from factoid.model import Bounds, DossierLine, Extent, Verdict, When
from factoid.model.when import civil_of, day_of
from factoid.pipeline.lives import is_placed
from factoid.pipeline.times import time_beside
from factoid.resources.catalogue import Catalogue
from factoid.web.addresses import address_of_quote, one_line
from factoid.web.lives.network import Years
from factoid.web.lives.portrait import Portrait
from factoid.web.lives.statements import shortened, statement_pieces

MOST_ITEMS = 600
WIDTH, MARGIN, END, ROW, LANE_GAP = 1096, 150, 1076, 24, 10  #: of the drawing, in units of about a pixel
_HEAD = 30
_SIGN = 7.0  #: units that a letter of a label takes
_LABEL = 44  #: letters of a label
_FEWEST = 12  #: letters that still say something
_OPEN = 36.0  #: units by which an open end fades
_SHORTEST = 5.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_MOST_TICKS = 14

LANES = {
    "life": ("birth", "death", "burial", "name", "kinship"),
    "posts": ("office", "rank", "service", "membership", "award"),
    "learning": ("education", "occupation", "work"),
    "places": ("residence", "travel", "citizenship"),
    "law": ("arrest", "sentence", "imprisonment", "release"),
}
_LANE_OF = {kind: lane for lane, kinds in LANES.items() for kind in kinds}
OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of the drawing."""

    x: float
    width: float
    look: str  #: sure, within, open-start or open-end
    true_width: float | None = None  #: where it would be too small to see


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One statement on the axis."""

    y: float
    bars: tuple[Bar, ...]
    label: str
    label_x: float
    label_y: float
    title: str
    address: str
    doubt: str  #: the certainty, or ``likely`` where the time was reckoned


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The statements of one kind about one person."""

    name: str
    y: float
    height: float
    items: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The lanes of one person."""

    person: str
    name: str
    y: float
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole drawing."""

    strips: tuple[Strip, ...] = ()
    ticks: tuple[tuple[float, int], ...] = ()
    height: float = 0
    shown: int = 0
    left_out: int = 0  #: too many for a drawing
    undated: int = 0
    first: int = 0  #: the days at which the axis begins and ends
    last: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    line: DossierLine
    start: Bounds
    end: Bounds
    is_throughout: bool
    words: str
    is_reckoned: bool

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.start.earliest, self.end.latest)

    @property
    def days(self) -> list[int]:
        return [day for day in (*self.start, *self.end) if day is not None]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: int) -> float:
        span = max(self.last - self.first, 1)
        return MARGIN + (day - self.first) / span * (END - MARGIN)

    def ticks(self) -> tuple[tuple[float, int], ...]:
        years = civil_of(self.first)[0], civil_of(self.last)[0]
        step = next((s for s in _STEPS if (years[1] - years[0]) / s <= _MOST_TICKS), 1000)
        first = -(-years[0] // step) * step
        marked = range(first, years[1] + 1, step)
        return tuple((self.x(day_of(y, 1, 1)), y) for y in marked if day_of(y, 1, 1) >= self.first)


def timeline_of(
    portraits: Sequence[Portrait],
    words: Catalogue,
    *,
    kinds: frozenset[str] = frozenset(),
    years: Years | None = None,
) -> Timeline:
    """Return the lives drawn under one another, as many statements of each as the drawing bears."""
    share = MOST_ITEMS // max(len(portraits), 1)
    wanted = years or Years()
    told = [
        [e for e in _events(p, words) if wanted.overlap(e.bounds) and (not kinds or _lane(e.line) in kinds)]
        for p in portraits
    ]
    kept = [events[:share] for events in told]
    days = sorted(day for events in kept for event in events for day in event.days)
    undated = (
        sum(not line.is_weak for p in portraits for line in p.dossier.lines) - sum(map(len, told))
        if not kinds and years is None
        else 0
    )
    if not days:
        return Timeline(undated=undated)
    pad = max((days[-1] - days[0]) // 40, 200)
    scale = _Scale(days[0] - pad, days[-1] + pad * 4)  # room for the labels of what came last
    y: float = _HEAD
    strips = []
    for portrait, events in zip(portraits, kept, strict=True):
        strip = _strip(portrait, events, scale, y, words)
        strips.append(strip)
        y = max([y + ROW, *(lane.y + lane.height + LANE_GAP for lane in strip.lanes)]) + LANE_GAP
    return Timeline(
        strips=tuple(strips),
        ticks=scale.ticks(),
        height=y,
        shown=sum(map(len, kept)),
        left_out=sum(len(all_) - len(some) for all_, some in zip(told, kept, strict=True)),
        undated=undated,
        first=scale.first,
        last=scale.last,
    )


def _events(portrait: Portrait, words: Catalogue) -> Iterator[_Event]:
    """Yield what can be put on the axis, in the order of the life."""
    for line in portrait.dossier.lines:
        factoid = line.factoid
        if line.verdict is Verdict.REJECTED or line.is_weak:
            continue
        if factoid.when is not None and (factoid.when.earliest, factoid.when.latest) != (None, None):
            yield _stated(line, factoid.when, words)
            continue
        time = portrait.life.chronology.times.get(factoid.id)
        if factoid.when is None and time and is_placed(factoid, time):
            bounds = Bounds(time.likely_earliest, time.likely_latest)
            said = time_beside(factoid, time, words)
            yield _Event(
                line=line, start=bounds, end=bounds, is_throughout=False, words=said, is_reckoned=True
            )


def _stated(line: DossierLine, when: When, words: Catalogue) -> _Event:
    return _Event(
        line=line,
        start=when.start,
        end=when.end,
        is_throughout=when.extent is Extent.THROUGHOUT,
        words=when_in_words(when, words),
        is_reckoned=when.basis != "stated",
    )


def _lane(line: DossierLine) -> str:
    return _LANE_OF.get(line.factoid.type, OTHERS)


def _strip(portrait: Portrait, events: Iterable[_Event], scale: _Scale, y: float, words: Catalogue) -> Strip:
    order = [*LANES, OTHERS]
    ranked = sorted(events, key=lambda e: (order.index(_lane(e.line)), min(e.days)))
    top, y = y, y + ROW
    lanes = []
    for name, group in groupby(ranked, key=lambda e: _lane(e.line)):
        items, rows = _laid_out(list(group), scale, y, words)
        lanes.append(Lane(name=name, y=y, height=rows * ROW, items=items))
        y += rows * ROW + LANE_GAP
    summary = portrait.dossier.summary
    return Strip(person=summary.id, name=summary.name, y=top, lanes=tuple(lanes))


def _laid_out(
    events: Sequence[_Event], scale: _Scale, top: float, words: Catalogue
) -> tuple[tuple[Drawn, ...], int]:
    """Put the events into as few rows as hold them without overlapping, labels included."""
    ends: list[float] = []
    items = []
    for event in events:
        bars = tuple(_bars(event, scale))
        label = _label(event.line, words)
        left, right = bars[0].x, max(bar.x + bar.width for bar in bars)
        words_at = _placed(label, left, right)
        start, end = min(left, words_at.x), max(right, words_at.x + len(words_at.words) * _SIGN)
        if words_at.is_below:
            row = len(ends)
            ends += [end, end]
        else:
            row = next((n for n, taken in enumerate(ends) if taken + 8 <= start), len(ends))
            ends[row : row + 1] = [end]
        items.append(
            Drawn(
                y=top + row * ROW,
                bars=bars,
                label=words_at.words,
                label_x=round(words_at.x, 1),
                label_y=top + (row + words_at.is_below) * ROW,
                title=one_line(f"{label}: {event.words}. {event.line.factoid.quote}"),
                address=address_of_quote(event.line.source, event.line.factoid.id),
                doubt="likely" if event.is_reckoned else str(event.line.factoid.certainty),
            )
        )
    return tuple(items), len(ends)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of a bar stand, and how many of them."""

    words: str
    x: float
    is_below: bool = False


def _placed(label: str, left: float, right: float) -> _Place:
    """Put a label behind its bar, else before it, else as much of it as there is room for; or below."""
    room = len(label) * _SIGN
    if right + 5 + room <= WIDTH:
        return _Place(label, right + 5)
    if left - 5 - room >= MARGIN:
        return _Place(label, left - 5 - room)
    behind, before = (int(space / _SIGN) for space in (WIDTH - right - 5, left - 5 - MARGIN))
    if max(behind, before) < _FEWEST:
        return _Place(label, min(left, WIDTH - room), is_below=True)
    words = shortened(label, max(behind, before))
    return _Place(words, right + 5 if behind >= before else left - 5 - len(words) * _SIGN)


def _bars(event: _Event, scale: _Scale) -> Iterator[Bar]:
    """Yield what is drawn of an event, from left to right: doubt is pale, what is known is solid."""
    (e1, l1), (e2, l2) = event.start, event.end
    earliest, latest = e1, l2
    known = event.days
    left = scale.x(earliest if earliest is not None else min(known))
    right = scale.x((latest if latest is not None else max(known)) + 1)
    if earliest is None:
        yield Bar(x=round(left - _OPEN, 1), width=_OPEN, look="open-start")
    if event.is_throughout and l1 is not None and e2 is not None and l1 < e2:
        yield _bar(left, scale.x(l1), "within")
        yield _bar(scale.x(l1), scale.x(e2 + 1), "sure", shortest=_SHORTEST)
        yield _bar(scale.x(e2 + 1), right, "within")
    else:
        is_sure = earliest is not None and earliest == latest and not event.is_reckoned
        yield _bar(left, right, "sure" if is_sure else "within", shortest=_SHORTEST)
    if latest is None:
        yield Bar(x=round(right, 1), width=_OPEN, look="open-end")


def _bar(left: float, right: float, look: str, *, shortest: float = 0.0) -> Bar:
    width = right - left
    return Bar(
        x=round(left, 1),
        width=round(max(width, shortest), 1),
        look=look,
        true_width=round(width, 2) if width < shortest else None,
    )


def _label(line: DossierLine, words: Catalogue) -> str:
    said = "".join(piece.words for piece in statement_pieces(line, words))
    return one_line(shortened(f"{words.label('types', line.factoid.type)} {said}".strip(), _LABEL))
