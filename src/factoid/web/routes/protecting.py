"""Who is not shown to everybody, and why; marking somebody, or a source, by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import NotInLibrary, UsageError
from factoid.model import Anchor, Judgement, Span, Verdict, utc_now
from factoid.store import LibraryView, VeiledView, protections_of
from factoid.web.review import undo
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.routes.paging import Page
from factoid.web.site import Site, TheSite, utc_today

ON_A_PAGE = 100
_MARKS = {"protected": Verdict.PROTECTED, "shown": Verdict.SHOWN}

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What somebody marked by hand, and the words that the mark rests on; none for a whole source."""

    judgement: Judgement
    source: str  #: short name; nothing where it is gone
    words: str


@router.get("/protected")
def show(
    site: TheSite, person: str = "", source: str = "", page: Annotated[int, Query(ge=1, le=10**6)] = 1
) -> HTMLResponse:
    """Show who is protected today and why, what was marked by hand, and the form for one person or source."""
    with VeiledView(site.path, today=utc_today) as veiled:  # it sees to it that this is as of today
        withheld = veiled.withheld()
    library = site.library
    found = protections_of(library)
    summary = library.dossier(person).summary if person else None
    meant = library.source(source) if source and not person else None
    last = page * ON_A_PAGE
    return site.page(
        "protected.html",
        found=found[last - ON_A_PAGE : last],
        total=len(found),
        withheld=withheld,
        marks=list(_marks(library)),
        person=summary,
        source=meant,
        because=next((p.because for p in found if summary and p.person == summary.id), None),
        pages=Page(page, has_next=len(found) > last),
    )


@router.post("/protected")
def mark(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Keep a mark, with its reason."""
    verdict, reason = _MARKS.get(form.get("mark", "")), reason_in(form)
    if verdict is None or not reason:
        raise UsageError(site.words.say("protection.reason_needed"))
    site.writable.judge(
        Judgement(
            verdict=verdict,
            author=site.author,
            made=utc_now(),
            reason=reason,
            left=_meant(site, form, verdict),
        )
    )
    return site.go("/protected")


@router.post("/protected/withdraw")
def withdraw(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Take a mark back; it stays in the history."""
    undo(site, form.get("judgement", ""))
    return site.go("/protected")


def _meant(site: Site, form: dict[str, str], verdict: Verdict) -> Anchor:
    """Return the place that a mark rests on: where a person is named, or a source without words."""
    if source := form.get("source", ""):
        if verdict is Verdict.SHOWN:
            raise UsageError(site.words.say("protection.reason_needed"))
        return Anchor(site.library.source(source).id, Span(0, 0))
    dossier = site.library.dossier(form.get("person", ""))
    anchor = next((held.anchor for held in dossier.personas if held.anchor), None)
    if anchor is None:
        raise NotInLibrary(f"{dossier.summary.id}: no words mention this person, so nothing can be marked.")
    return anchor


def _marks(library: LibraryView) -> Iterator[Mark]:
    """Yield the marks that stand, the latest first."""
    names = {source.id: source.name for source in library.sources()}
    for held in reversed(library.judgements()):
        if held.verdict not in _MARKS.values() or held.left is None:
            continue
        name, span = names.get(held.left.source, ""), held.left.span
        words = ""
        if name and span.start < span.end:
            around = library.excerpt(name, span.start, span.end)
            words = around.content[span.start - around.start : span.end - around.start]
        yield Mark(judgement=held, source=name, words=words)
