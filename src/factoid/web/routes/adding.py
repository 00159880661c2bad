"""Adding sources from a page: files or pasted words, and how far their reading is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse

from factoid.errors import NotInLibrary, UsageError
from factoid.model.access import Action
from factoid.web.interpreter import interpreter_of
from factoid.web.site import Site, TheSite
from factoid.web.work.adding import LARGEST_SOURCE_BYTES, Addition

_BESIDE = 64 * 1024  #: bytes of a form beside the sources themselves
LOOK_SECONDS = 0.5  #: between two looks at what is being read

router = APIRouter()


@router.get("/add")
def show_form(site: TheSite) -> HTMLResponse:
    """Show where sources can be given, and how far those are that were."""
    return _page(site, _seen(site))


@router.post("/add")
async def add(site: TheSite, request: Request) -> RedirectResponse:
    """Take sources and begin to read them, one after another."""
    _ = site.writable
    parts = await site.token.read_parts(request, LARGEST_SOURCE_BYTES + _BESIDE)
    given = [(name, content) for name, content in parts.files if content.strip()]
    if pasted := parts.fields.get("words", "").strip():
        given.append((f"{parts.fields.get('name', '') or 'pasted'}.txt", pasted.encode()))
    address = parts.fields.get("address", "").strip()
    if not given and not address:
        raise UsageError(site.words.say("errors.no_source"))
    added = [site.reading.add_address(address)] if address else []
    added += [site.reading.add(name, content) for name, content in given]
    return site.go(f"/add/{added[0].key}" if len(added) == 1 else "/add")


@router.get("/add/progress")
def follow(site: TheSite) -> StreamingResponse:
    """Tell how far what was given is, as server-sent events, until all of it is over."""
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(_progress(site), media_type="text/event-stream", headers=headers)


@router.get("/add/{key}")
def show_addition(site: TheSite, key: str) -> HTMLResponse:
    """Show how far a source is."""
    found = [held for held in _seen(site) if held.key == key]
    if not found:
        raise NotInLibrary(site.words.say("add.unknown"))
    return _page(site, found)


def _seen(site: Site) -> list[Addition]:
    """Return what the visitor gave, the last first; admins, and who sits at the machine, see what everybody did."""
    is_all = not site.visitor.account or site.may(Action.MANAGE)
    return [held for held in site.reading.latest() if is_all or held.by == site.author]


def _page(site: Site, additions: list[Addition]) -> HTMLResponse:
    return site.page("add.html", additions=additions, largest=LARGEST_SOURCE_BYTES // 1024**2)


async def _progress(site: Site) -> AsyncIterator[str]:
    while True:
        additions = _seen(site)
        told = [
            {
                "key": held.key,
                "state": site.words.label("add.states", held.state),
                "seconds": site.words.say("count.seconds", n=held.waited),
                "message": interpreter_of(site.words.language).said(held.message),
                "open": site.words.say("add.open") if held.state == "done" else "",
            }
            for held in additions
        ]
        yield f"data: {json.dumps(told)}\n\n"
        if all(held.is_over for held in additions):
            yield "event: over\ndata: {}\n\n"
            return
        await asyncio.sleep(LOOK_SECONDS)
