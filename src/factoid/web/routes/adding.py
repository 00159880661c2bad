"""Adding a source from a page: a file or pasted words, and how far its reading is."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import NotInLibrary, UsageError
from factoid.web.adding import LARGEST_SOURCE_BYTES
from factoid.web.site import TheSite

_BESIDE = 64 * 1024  #: bytes of a form beside the source itself

router = APIRouter()


@router.get("/add")
def show_form(site: TheSite) -> HTMLResponse:
    """Show where a source can be given."""
    return site.page("add.html", addition=None, largest=LARGEST_SOURCE_BYTES // 1024**2)


@router.post("/add")
async def add(site: TheSite, request: Request) -> RedirectResponse:
    """Take a source and begin to read it."""
    _ = site.writable
    parts = await site.token.read_parts(request, LARGEST_SOURCE_BYTES + _BESIDE)
    name, content = parts.file
    if not content:
        name, content = parts.fields.get("name", "") or "pasted", parts.fields.get("words", "").encode()
        name = f"{name}.txt"
    if not content.strip():
        raise UsageError(site.words.say("errors.no_source"))
    addition = site.reading.add(name, content)
    return RedirectResponse(f"/add/{addition.key}", 303)


@router.get("/add/{key}")
def show_addition(site: TheSite, key: str) -> HTMLResponse:
    """Show how far a source is."""
    addition = site.reading.named(key)
    if addition is None:
        raise NotInLibrary(site.words.say("add.unknown"))
    return site.page("add.html", addition=addition, largest=LARGEST_SOURCE_BYTES // 1024**2)
