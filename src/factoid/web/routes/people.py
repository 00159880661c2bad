"""The list of people and the dossier of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from factoid.web.life import life_of, names_and_users
from factoid.web.routes.paging import Page
from factoid.web.site import TheSite

PEOPLE_ON_A_PAGE = 50
PageNumber = Annotated[int, Query(ge=1, le=10**6)]
Values = Annotated[tuple[str, ...], Query()]

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


@router.get("/people/{person}")
def show_dossier(
    site: TheSite,
    person: str,
    type: Values = (),
    source: Values = (),
    certainty: Values = (),
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show everything the sources say about one person."""
    dossier = site.library.dossier(person)
    chosen = {"type": type, "source": source, "certainty": certainty}
    life = life_of(dossier, chosen, site.words, page=page)
    query = tuple((name, value) for name, values in chosen.items() for value in values)
    return site.page(
        "dossier.html",
        dossier=dossier,
        person=dossier.summary,
        life=life,
        pages=Page(page, has_next=life.goes_on, query=query),
        names=names_and_users(dossier),
    )
