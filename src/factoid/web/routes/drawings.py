"""Lives as drawings, made on the server: they need no script, and every mark opens its words."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from factoid.web.lives.life import Choice
from factoid.web.lives.map import HEIGHT, map_of
from factoid.web.lives.network import Years, network_of
from factoid.web.lives.portrait import Portrait, portrait_of
from factoid.web.lives.timeline import END, LANES, MARGIN, OTHERS, WIDTH, timeline_of
from factoid.web.site import Site, TheSite
from factoid.web.work.desk import LONGEST_SECONDS

MOST_PEOPLE = 8

People = Annotated[tuple[str, ...], Query()]

router = APIRouter()


class Span(BaseModel):
    """Whose lives, and of which years."""

    person: tuple[str, ...] = ()
    first: str = Field("", alias="from", max_length=6)
    last: str = Field("", alias="to", max_length=6)

    @property
    def years(self) -> Years:
        """The years; what is no year is none."""
        return Years(_year(self.first), _year(self.last))


class Stretch(Span):
    """Whose timeline, of which years and which kinds."""

    lane: tuple[str, ...] = ()
    wait: bool = False  #: for what is still being worked out


@router.get("/timeline")
def show_timeline(site: TheSite, wanted: Annotated[Stretch, Query()]) -> HTMLResponse:
    """Show lives on one axis of time."""
    person, lane = wanted.person, wanted.lane
    portraits, is_waiting = portraits_of(site, person, wait=wanted.wait)
    people = [p.dossier.summary for p in portraits]
    ids = [p.id for p in people]
    return site.page(
        "timeline.html",
        people=people,
        waiting=is_waiting,
        lanes=[_lane_choice(name, ids, wanted) for name in (*LANES, OTHERS)],
        drawing=timeline_of(
            portraits,
            site.words,
            kinds=frozenset(lane),
            years=wanted.years if wanted.first or wanted.last else None,
        ),
        width=WIDTH,
        margin=MARGIN,
        end=END,
        from_year=wanted.first,
        to_year=wanted.last,
    )


@router.get("/network")
def show_network(site: TheSite, wanted: Annotated[Span, Query()]) -> HTMLResponse:
    """Show whom and what the chosen people have to do with."""
    named = [p.strip() for p in wanted.person if p.strip()][:MOST_PEOPLE]
    dossiers = {d.summary.id: d for d in map(site.library.dossier, named)}
    return site.page(
        "network.html",
        people=[d.summary for d in dossiers.values()],
        drawing=network_of(list(dossiers.values()), wanted.years),
        first=wanted.first,
        last=wanted.last,
        width=WIDTH,
    )


@router.get("/map")
def show_map(site: TheSite, person: People = (), *, wait: bool = False) -> HTMLResponse:
    """Show where lives took place."""
    portraits, is_waiting = portraits_of(site, person, wait=wait)
    lives = [p.dossier.lines for p in portraits]
    points = site.library.points({line.source for lines in lives for line in lines})
    return site.page(
        "map.html",
        people=[p.dossier.summary for p in portraits],
        waiting=is_waiting,
        drawing=map_of(lives, points),
        width=WIDTH,
        height=HEIGHT,
    )


def _year(said: str) -> int | None:
    try:
        return int(said)
    except ValueError:
        return None


def portraits_of(site: Site, persons: tuple[str, ...], *, wait: bool) -> tuple[list[Portrait], bool]:
    """Return the portraits of those asked for, each once, and whether one is still being worked out."""
    found: dict[str, Portrait] = {}
    is_waiting = False
    for named in [p.strip() for p in persons if p.strip()][:MOST_PEOPLE]:
        site.library.person(named)  # says whom a name may mean, before anything is worked out
        portrait = portrait_of(site, named, patience=LONGEST_SECONDS if wait else None)
        is_waiting = is_waiting or portrait is None
        if portrait:
            found.setdefault(portrait.dossier.summary.id, portrait)
    return list(found.values()), is_waiting


def _lane_choice(name: str, people: list[str], wanted: Stretch) -> Choice:
    on = wanted.lane
    turned = [lane for lane in on if lane != name] if name in on else [*on, name]
    query = [*(("person", person) for person in people), *(("lane", lane) for lane in turned)]
    years = [(key, year) for key, year in (("from", wanted.first), ("to", wanted.last)) if year]
    return Choice(name, 0, name in on, f"?{urlencode([*query, *years])}")
