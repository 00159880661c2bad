"""What the signs and keys of the pages mean."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from factoid.web.site import TheSite

router = APIRouter()


@router.get("/help")
def show_help(site: TheSite) -> HTMLResponse:
    """Show how the pages are to be read."""
    return site.page("help.html")
