"""The members of a library, for its admins: roles, invitations, tokens."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import NotAllowed
from factoid.model.access import Role, role_named
from factoid.store.register import Register
from factoid.store.register.invitations import DAYS
from factoid.web.house.own import number_in
from factoid.web.house.proxy import origin_of
from factoid.web.routes.forms import OwnForm
from factoid.web.site import Site, TheSite

router = APIRouter()


@router.get("/members")
def show(site: TheSite) -> HTMLResponse:
    """Show who is what here, and who is invited."""
    return _page(site)


@router.post("/members/role")
def change_role(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Give a member another role."""
    role = role_named(form.get("role", ""))
    _register(site).members.set_role(form.get("account", ""), site.title, role, joins=False)
    return site.go("/members")


@router.post("/members/remove")
def remove(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Take a member out."""
    _register(site).members.remove(form.get("account", ""), site.title)
    return site.go("/members")


@router.post("/members/invite")
def invite(site: TheSite, request: Request, form: OwnForm) -> HTMLResponse:
    """Make an invitation and show its link, once."""
    role, whom = role_named(form.get("role", "")), form.get("for", "").strip()[:200]
    secret = _register(site).invitations.make(site.title, role, by=site.visitor.account, address=whom or None)
    return _page(site, link=f"{origin_of(request)}/invitation/{secret}")


@router.post("/members/withdraw")
def withdraw(site: TheSite, form: OwnForm) -> RedirectResponse:
    """End an invitation that nobody accepted yet."""
    _register(site).invitations.withdraw(number_in(form, "invitation"), site.title)
    return site.go("/members")


@router.post("/members/revoke")
def revoke(site: TheSite, form: OwnForm) -> RedirectResponse:
    """End a token of any member for this library."""
    _register(site).tokens.revoke(number_in(form, "token-number"), library=site.title)
    return site.go("/members")


def _page(site: Site, *, link: str = "") -> HTMLResponse:
    register = _register(site)
    return site.page(
        "members.html",
        members=register.members.of(site.title),
        invitations=register.invitations.of(site.title),
        tokens=register.tokens.of_library(site.title),
        every_role=list(Role),
        link=link,
        days=DAYS,
    )


def _register(site: Site) -> Register:
    if site.register is None:
        raise NotAllowed("there are no accounts here.")
    return site.register
