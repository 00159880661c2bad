"""Saying of a person that several were taken for one, or that one was taken for several."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import UsageError
from factoid.model import PersonaInSource
from factoid.web.addresses import address_of_person
from factoid.web.review import judge_apart, judge_people
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.site import Site, TheSite

MOST_FOUND = 12  #: people of a search

router = APIRouter()


@router.get("/people/{person}/identity")
def ask(site: TheSite, person: str, q: str = "") -> HTMLResponse:
    """Show who is held to be this person, and who else may be, by name."""
    dossier, query = site.library.dossier(person), q.strip()
    found = site.library.people(query, limit=MOST_FOUND + 1) if query else []
    return site.page(
        "identity.html",
        person=dossier.summary,
        personas=dossier.personas,
        query=query,
        found=[other for other in found if other.id != dossier.summary.id][:MOST_FOUND],
    )


@router.post("/people/{person}/identity")
def judge(site: TheSite, person: str, form: OwnForm) -> RedirectResponse:
    """Keep that some of the personas are somebody else, or that another person is the same; the persons follow."""
    personas = site.library.dossier(person).personas
    apart = [found for found in personas if form.get(found.persona.id) == "apart"]
    if form.get("said") == "same":
        other = _first(site.library.dossier(form.get("other", "")).personas)
        judge_people(site, _first(personas), other, "same", reason_in(form))
        return _to_personas(site, other)
    together = [found for found in personas if found not in apart]
    if not apart or not together:
        raise UsageError(site.words.say("errors.none_apart"))
    judge_apart(site, apart, together, reason_in(form))
    return _to_personas(site, _first(together))


def _to_personas(site: Site, persona: str) -> RedirectResponse:
    """Show who is now held to be this person: that is what the judgement has changed."""
    return site.go(f"{address_of_person(persona)}#personas")


def _first(personas: tuple[PersonaInSource, ...] | list[PersonaInSource]) -> str:
    return personas[0].persona.id
