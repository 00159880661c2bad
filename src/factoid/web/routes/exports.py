"""Taking a life, or the whole library, away in another format."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, HTMLResponse
from pydantic import BaseModel
from starlette.background import BackgroundTask

from factoid.exchange import LifeShelf, Only, SelectedShelf, Shelf, exporter_names, find_exporter
from factoid.store.register.acting import actor
from factoid.store.register.trail import Deed
from factoid.web.site import Site, TheSite

router = APIRouter()


class Wanted(BaseModel):
    """What is to be taken away, and how."""

    to: str = ""
    person: str = ""
    only: Only = Only.STANDING


@router.get("/export")
def choose(site: TheSite, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """Show the formats; for one that is chosen, what it cannot carry."""
    person = site.library.dossier(wanted.person).summary if wanted.person else None
    formats = [find_exporter(name) for name in exporter_names()]
    losses = None
    if wanted.to:
        with tempfile.TemporaryFile() as nowhere:
            losses = find_exporter(wanted.to).write(_shelf(site, wanted), nowhere)
    return site.page(
        "export.html",
        person=person,
        formats=formats,
        wanted=wanted,
        choices=list(Only),
        withheld=site.library.withheld(),
        losses=None if losses is None else losses.most_common(),
    )


@router.get("/export/file")
def take(site: TheSite, wanted: Annotated[Wanted, Query()]) -> FileResponse:
    """Hand out the file: saved by the browser, never shown as a page of this application."""
    exporter = find_exporter(wanted.to)
    if site.register:
        site.register.trail.note(
            Deed(actor=actor(), action="exported", library=site.title, subject=wanted.person or None,
                 detail={"to": exporter.name, "only": str(wanted.only)})
        )  # fmt: skip
    shelf = _shelf(site, wanted)
    handle, name = tempfile.mkstemp(suffix=exporter.suffix)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            exporter.write(shelf, out)
    except BaseException:
        path.unlink()
        raise
    return FileResponse(
        path,
        media_type="application/octet-stream",
        filename=f"{site.path.stem}{exporter.suffix}",
        background=BackgroundTask(path.unlink),
    )


def _shelf(site: Site, wanted: Wanted) -> Shelf:
    shelf: Shelf = LifeShelf(site.library, wanted.person) if wanted.person else site.library
    return shelf if wanted.only is Only.ALL else SelectedShelf(shelf, wanted.only)
