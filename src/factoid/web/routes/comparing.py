"""What sources tell of one life, next to each other, event by event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from factoid.dates.in_words import year_of
from factoid.model import Conflict
from factoid.pipeline.comparison import Told, comparison_of
from factoid.resources.catalogue import Catalogue
from factoid.web.docket import docket_on
from factoid.web.lives.portrait import portrait_of
from factoid.web.site import TheSite
from factoid.web.work.desk import LONGEST_SECONDS

MOST_SOURCES = 6  #: columns
MOST_EVENTS = 300  #: rows

router = APIRouter()


class Choice(BaseModel):
    """Which sources stand next to each other, and whether only what several of them tell."""

    source: tuple[str, ...] = ()
    shared: bool = False
    weak: bool = False  #: also what was probably misread
    wait: bool = False  #: for what is still being worked out


@dataclass(frozen=True, slots=True)
class Row:
    """An event, its time, and what is disputed of it."""

    told: Told
    label: str
    conflicts: tuple[Conflict, ...]


@router.get("/people/{person}/compare")
def compare(site: TheSite, person: str, choice: Annotated[Choice, Query()]) -> HTMLResponse:
    """Show what the sources tell of a person, a column each."""
    patience = LONGEST_SECONDS if choice.wait else None
    portrait = portrait_of(site, person, patience=patience)
    dossier = portrait.dossier if portrait else site.library.dossier(person)
    answer = site.desk.ask(
        f"compare {dossier.summary.id} {site.library.veils_mark}",
        f"{site.library.revision} {portrait is None}",
        lambda: comparison_of(site.library, dossier.summary.id, dossier.lines),
        patience=patience,
    )
    sources = list(dict.fromkeys(line.source for line in dossier.lines))
    chosen = [source for source in sources if source in choice.source] or sources
    chosen = chosen[:MOST_SOURCES]
    conflicts = docket_on(site, dossier.summary.id, patience=patience).by_factoid(dossier.summary.id)
    rows = [
        Row(told, _label(told, site.words), _disputed(told, conflicts))
        for whole in answer.value or ()
        if (told := _of_sources(whole, chosen, weak=choice.weak)).by_source
        and (not choice.shared or len(told.by_source) > 1)
    ]
    return site.page(
        "compare.html",
        person=dossier.summary,
        sources=sources[:100],
        chosen=chosen,
        most=MOST_SOURCES,
        shared=choice.shared,
        weak=choice.weak,
        is_ready=answer.value is not None,
        rows=rows[:MOST_EVENTS],
        left_out=max(0, len(rows) - MOST_EVENTS),
    )


def _of_sources(told: Told, chosen: Sequence[str], *, weak: bool) -> Told:
    """Return what the sources that are shown tell of an event, without what was probably misread unless asked for."""
    held = {s: tuple(line for line in told.by_source.get(s, ()) if weak or not line.is_weak) for s in chosen}
    return Told({source: lines for source, lines in held.items() if lines})


def _label(told: Told, words: Catalogue) -> str:
    """Return the first year that is told of an event, whoever tells it."""
    times = [line.factoid.when for lines in told.by_source.values() for line in lines]
    dated = [when for when in times if when]
    first = min(dated, key=lambda when: (when.earliest is None, when.earliest or 0), default=None)
    return (year_of(first, words) if first else "") or ""


def _disputed(told: Told, conflicts: Mapping[str, tuple[Conflict, ...]]) -> tuple[Conflict, ...]:
    factoids = (line.factoid.id for lines in told.by_source.values() for line in lines)
    return tuple({c.id: c for factoid in factoids for c in conflicts.get(factoid, ())}.values())
