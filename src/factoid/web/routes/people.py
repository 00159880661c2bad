"""The list of people and the dossier of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from factoid.chronology.result import EventTime
from factoid.errors import NotInLibrary
from factoid.model import DossierLine
from factoid.web.career import career_of, kin_of
from factoid.web.desk import LONGEST_SECONDS
from factoid.web.docket import docket_of
from factoid.web.life import life_of, names_and_users
from factoid.web.portrait import Portrait, portrait_of, remarks_on
from factoid.web.routes.paging import Page
from factoid.web.site import Site, TheSite
from factoid.web.times import reasons_of

PEOPLE_ON_A_PAGE = 50
PageNumber = Annotated[int, Query(ge=1, le=10**6)]

router = APIRouter()


@router.get("/")
def list_people(site: TheSite, q: str = "", page: PageNumber = 1) -> HTMLResponse:
    """Show the people, or those whose names fit."""
    query = q.strip()
    first = (page - 1) * PEOPLE_ON_A_PAGE
    found = site.library.people(query or None, limit=PEOPLE_ON_A_PAGE + 1, offset=first)
    pages = Page(page, has_next=len(found) > PEOPLE_ON_A_PAGE, query=(("q", query),) if query else ())
    return site.page("people.html", people=found[:PEOPLE_ON_A_PAGE], query=query, pages=pages)


@router.get("/people")
def list_people_by_name(site: TheSite, q: str = "", page: PageNumber = 1) -> HTMLResponse:
    """Show the people at the address one would guess."""
    return list_people(site, q, page)


class Filters(BaseModel):
    """What of a life is to be shown; nothing chosen is everything."""

    type: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    page: int = Field(1, ge=1, le=10**6)
    weak: bool = False  #: also what was rather misread
    wait: bool = False  #: for what is still being worked out

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The values of each facet that may show."""
        return self.model_dump(exclude={"page", "weak", "wait"})


@router.get("/people/{person}")
def show_dossier(site: TheSite, person: str, filters: Annotated[Filters, Query()]) -> HTMLResponse:
    """Show everything the sources say about one person."""
    patience = LONGEST_SECONDS if filters.wait else None
    portrait = portrait_of(site, person, patience=patience)
    dossier = portrait.dossier if portrait else site.library.dossier(person)
    docket = docket_of(site, patience=patience)
    conflicts = docket.by_factoid(dossier.summary.id)
    remarks = portrait.remarks(conflicts, site.words) if portrait else remarks_on(conflicts)
    is_whole = filters.weak or bool(filters.chosen["mark"] or filters.chosen["checked"])
    shown = [line for line in dossier.lines if is_whole or not line.is_weak or line.factoid.id in conflicts]
    life = life_of(
        shown, filters.chosen, site.words, remarks=remarks, page=filters.page, is_whole=filters.weak
    )
    query = tuple((name, value) for name, values in filters.chosen.items() for value in values)
    if filters.weak:
        query += (("weak", "true"),)
    return site.page(
        "dossier.html",
        dossier=dossier,
        person=dossier.summary,
        life=life,
        left_out=len(dossier.lines) - len(shown),
        remarks=remarks,
        is_ready=portrait is not None and docket.is_ready,
        inferred=portrait.inferred if portrait else (),
        events=portrait.events(site.words) if portrait else (),
        disputed=len({c.id for held in conflicts.values() for c in held}),
        career=career_of(dossier.lines),
        kin=kin_of(dossier.lines),
        pages=Page(filters.page, has_next=life.goes_on, query=query),
        names=names_and_users(dossier),
    )


@router.get("/people/{person}/why/{event}")
def explain_event(site: TheSite, person: str, event: str) -> HTMLResponse:
    """Show why a birth, death or burial was when it was."""
    portrait = portrait_of(site, person, patience=LONGEST_SECONDS)
    time = portrait.life.times.get(event) if portrait else None
    if portrait is None or time is None:
        raise NotInLibrary(f"{person[:80]}: nothing that was read bounds this.")
    return show_reasons(site, portrait, time, label=site.words.label("types", event))


@router.get("/factoids/{factoid}/when")
def explain_time(site: TheSite, factoid: str) -> HTMLResponse:
    """Show why what a statement tells was when it was."""
    line = site.library.factoid(factoid)
    portrait = portrait_of(site, line.factoid.person, patience=LONGEST_SECONDS)
    time = portrait.life.chronology.times.get(factoid) if portrait else None
    if portrait is None:
        raise NotInLibrary(f"{factoid[:40]}: nothing that was read bounds this.")
    return show_reasons(site, portrait, time or EventTime(), line=line)


def show_reasons(
    site: Site, portrait: Portrait, time: EventTime, *, line: DossierLine | None = None, label: str = ""
) -> HTMLResponse:
    """Show the bounds of a time, each with its chain of quotes, and what cannot all be true."""
    chronology = portrait.life.chronology
    reasons = list(reasons_of(time, site.words))
    held = {step.factoid for _, steps in reasons for step in steps} | {line.factoid.id if line else None}
    broken = [
        found
        for found in (*chronology.contradictions, *chronology.doubts)
        if not held.isdisjoint(found.factoids)
    ]
    sources = {line.factoid.source: line.source for line in portrait.dossier.lines}
    for _, steps in reasons:
        for step in steps:
            if step.source and step.source not in sources:
                sources[step.source] = site.library.source(step.source).name
    return site.page(
        "why.html",
        person=portrait.dossier.summary,
        line=line,
        label_of_event=label,
        reasons=reasons,
        broken=broken,
        sources=sources,
    )
