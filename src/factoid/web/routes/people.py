"""The list of people and the dossier of one."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from factoid.web.docket import docket_on
from factoid.web.lives.career import career_of, kin_of
from factoid.web.lives.life import life_of, names_and_users
from factoid.web.lives.portrait import portrait_of, remarks_on
from factoid.web.routes.paging import Page
from factoid.web.site import TheSite
from factoid.web.work.desk import LONGEST_SECONDS

PEOPLE_ON_A_PAGE = 50
MOST_SOURCES = 40  #: of a life, told with their titles
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
    sureness: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    page: int = Field(1, ge=1, le=10**6)
    whole: bool = False  #: all on one page
    weak: bool = False  #: also what was probably misread
    wait: bool = False  #: for what is still being worked out

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The values of each facet that may show."""
        return self.model_dump(exclude={"page", "whole", "weak", "wait"})


@router.get("/people/{person}")
def show_dossier(site: TheSite, person: str, filters: Annotated[Filters, Query()]) -> HTMLResponse:
    """Show everything the sources say about one person."""
    patience = LONGEST_SECONDS if filters.wait else None
    portrait = portrait_of(site, person, patience=patience)
    dossier = portrait.dossier if portrait else site.library.dossier(person)
    docket = docket_on(site, dossier.summary.id, patience=patience)
    conflicts = docket.by_factoid(dossier.summary.id)
    remarks = portrait.remarks(conflicts, site.words) if portrait else remarks_on(conflicts)
    is_whole = filters.weak or bool(filters.chosen["mark"] or filters.chosen["checked"])
    shown = [line for line in dossier.lines if is_whole or not line.is_weak or line.factoid.id in conflicts]
    page = None if filters.whole else filters.page
    life = life_of(shown, filters.chosen, site.words, remarks=remarks, page=page, is_whole=filters.weak)
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
        career=career_of(shown),
        kin=kin_of(shown),
        pages=Page(filters.page, has_next=life.goes_on, query=query),
        names=names_and_users(dossier),
        checked=sum(line.verdict is not None for line in dossier.lines),
        sources=site.library.sources_named(dossier.summary.sources[:MOST_SOURCES]),
        lines_of=Counter(line.source for line in dossier.lines),
    )
