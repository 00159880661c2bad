"""Taking a source out of the library, and putting it back."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.model import utc_now
from factoid.model.access import Action
from factoid.web.addresses import address_of_source, name_of_step
from factoid.web.review import has_linked_anew
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.site import TheSite

MOST_LISTED = 50  #: judgements

router = APIRouter()


@router.get("/sources/{step}/remove")
def ask(site: TheSite, step: str) -> HTMLResponse:
    """Show what goes with a source, and ask."""
    library = site.library
    source = library.source(name_of_step(step))
    return site.page(
        "remove.html",
        source=source,
        loss=library.loss([source.id]),
        most=MOST_LISTED,
        source_names=library.source_names(),
    )


@router.post("/sources/{step}/remove")
def remove(site: TheSite, step: str, form: OwnForm) -> RedirectResponse:
    """Take a source out."""
    site.writable.remove([name_of_step(step)], author=site.author, made=utc_now(), reason=reason_in(form))
    has_linked_anew(site)
    return site.go("/removed")


@router.get("/removed")
def list_removed(site: TheSite, *, wait: bool = False) -> HTMLResponse:
    """Show which sources are out, the latest first, and whether the persons follow that already."""
    is_linked = not site.may(Action.REMOVE) or has_linked_anew(site, wait=wait)
    return site.page("removed.html", removals=site.library.removals()[::-1], is_linked=is_linked)


@router.post("/removed")
def put_back(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Put a source back, and show it, or where to wait until the persons follow."""
    [name] = site.writable.put_back([form.get("source", "")], by=site.author, at=utc_now())
    return site.go(address_of_source(name) if has_linked_anew(site) else "/removed")
