"""Correcting whom some words of a source mean, and what was read to rest on them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import NotInLibrary, UsageError
from factoid.model import Misread, Persona, Reading, Span, utc_now
from factoid.pipeline.meaning import Correction, correction_of, meant_instead, misread_at, resting_on
from factoid.store import LibraryView
from factoid.web.addresses import address_of_source, name_of_step
from factoid.web.review import link_anew
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.routes.sources import lines_of
from factoid.web.site import TheSite
from factoid.web.texts.passages import passage_of

MOST_PEOPLE = 400  #: to choose from
MOST_MOVED = 150  #: statements of one form
AROUND = 200_000  #: characters in which somebody is looked for who may be meant

Place = Annotated[int, Query(ge=0)]

router = APIRouter()


@router.get("/sources/{step}/meant", response_model=None)
def ask(
    site: TheSite, step: str, start: Place | None = None, end: Place | None = None
) -> HTMLResponse | RedirectResponse:
    """Show whom some words are read as, what rests on them, and who else may be meant.

    Without words, go where they can be chosen.
    """
    name = name_of_step(step)
    if start is None and end is None:
        return site.go(f"{address_of_source(name)}?correcting=true")
    if start is None or end is None:
        raise UsageError("the address lacks where the words begin or end. Choose the mention again.")
    reading = _around(site.library, name, Span(start, end))
    misread = _misread(reading, Span(start, end))
    judgements = site.library.judgements()
    meant = meant_instead(reading.personas, judgements, reading.source.id).get(misread.words)
    moved = {factoid.id for factoid in resting_on(misread, reading.factoids, judgements)}
    people = _nearest_first([p for p in reading.personas if p.id != misread.read_as.id], misread.words)
    return site.page(
        "meant.html",
        source=reading.source,
        misread=misread,
        meant=next((p for p in reading.personas if p.id == meant), None),
        passage=passage_of(site.library, name, misread.words),
        lines=[line for line in lines_of(reading, site.library) if line.factoid.id in moved],
        people=people[:MOST_PEOPLE],
        names={p.id: p.name for p in reading.personas},
        most=MOST_MOVED,
        left_out=max(0, len(people) - MOST_PEOPLE),
    )


@router.post("/sources/{step}/meant")
def correct(site: TheSite, step: str, form: OwnForm) -> RedirectResponse:
    """Keep whom some words mean; the statements chosen go with them, in one judgement."""
    library, name = site.writable, name_of_step(step)
    words = _words(form)
    reading = _around(library, name, words)
    wanted = Correction(
        words=words,
        meant=form.get("person", ""),
        moved={number for number, said in form.items() if said == "moved"},
        reason=reason_in(form),
        author=site.author,
        made=utc_now(),
    )
    judgement, with_it = correction_of(reading, library.judgements(), wanted)
    library.judge(judgement, with_it=with_it)
    link_anew(site)
    return site.go(f"{address_of_source(name)}?at={words.start}#here")


def _around(library: LibraryView, name: str, words: Span) -> Reading:
    return library.reading(name, within=Span(max(0, words.start - AROUND), words.end + AROUND))


def _words(form: dict[str, str]) -> Span:
    try:
        return Span(int(form.get("start", "")), int(form.get("end", "")))
    except ValueError:
        raise UsageError("the form lacks its words. Go back and choose the mention again.") from None


def _misread(reading: Reading, words: Span) -> Misread:
    found = misread_at(reading.personas, words)
    if found is None:
        raise NotInLibrary(
            f"{reading.source.name}: no words there mean anybody. Choose a mention in the source."
        )
    return found


def _nearest_first(people: list[Persona], words: Span) -> list[Persona]:
    """Return who may be meant: the named first, the nearest of them first."""

    def distance(persona: Persona) -> int:
        return min((abs(m.start - words.start) for m in persona.mentions), default=10**9)

    mentioned = [persona for persona in people if persona.mentions]
    return sorted(mentioned, key=lambda persona: (not persona.is_named, distance(persona), persona.name))
