"""One search over people, sources and passages."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from factoid.web.site import TheSite

MOST_PEOPLE = 12
MOST_SOURCES = 24
MOST_PASSAGES = 40
LONGEST_QUERY = 200

router = APIRouter()


@router.get("/search")
def show_search(site: TheSite, q: str = "") -> HTMLResponse:
    """Show what fits the words looked for."""
    query = q.strip()[:LONGEST_QUERY]
    if not query:
        return site.page("search.html", query="", people=(), sources=(), more_sources=False, passages=())
    sources = site.library.sources(query, limit=MOST_SOURCES + 1)
    return site.page(
        "search.html",
        query=query,
        people=site.library.people(query, limit=MOST_PEOPLE),
        sources=sources[:MOST_SOURCES],
        more_sources=len(sources) > MOST_SOURCES,
        passages=site.library.search(query, MOST_PASSAGES),
    )
