"""The list of sources and the text of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from factoid.errors import NotInLibrary
from factoid.model import ON_STATEMENTS, DossierLine, Judgement, Reading, Span, Verdict
from factoid.pipeline.apparatus import apparatus_of, other_of
from factoid.pipeline.hearing import is_heard
from factoid.pipeline.meaning import meant_instead
from factoid.store import LibraryView
from factoid.web.addresses import name_of_step
from factoid.web.docket import docket_of
from factoid.web.routes.paging import Page
from factoid.web.site import TheSite
from factoid.web.texts.edition import Evidence, edition_of, stretch_of
from factoid.web.texts.mentions import Meaning
from factoid.web.texts.passages import passage_of
from factoid.web.work.desk import LONGEST_SECONDS

SOURCES_ON_A_PAGE = 100
MOST_FINDINGS = 200  #: shown with their words
LONG = 500_000  #: characters; of longer sources a page shows only the people of its own section

router = APIRouter()


@router.get("/sources")
def list_sources(site: TheSite, q: str = "", page: Annotated[int, Query(ge=1, le=10**6)] = 1) -> HTMLResponse:
    """Show the sources of the library, or those that a search finds."""
    query = q.strip()
    first = (page - 1) * SOURCES_ON_A_PAGE
    found = site.library.sources(query or None, limit=SOURCES_ON_A_PAGE + 1, offset=first)
    return site.page(
        "sources.html",
        sources=found[:SOURCES_ON_A_PAGE],
        query=query,
        total=site.library.count_sources(),
        removed=site.library.count_removals(),
        pages=Page(page, has_next=len(found) > SOURCES_ON_A_PAGE, query=(("q", query),) if query else ()),
    )


@router.get("/sources/{step}")
def show_source(
    site: TheSite,
    step: str,
    factoid: str | None = None,
    section: Annotated[int, Query(ge=1, le=10**6)] = 1,
    at: Annotated[int | None, Query(ge=0)] = None,
    *,
    correcting: bool = False,
) -> Response:
    """Show the text of a source with its people, its statements, and the one looked at."""
    name = name_of_step(step)
    try:
        document = site.library.document(name)
    except NotInLibrary:
        if site.may("remove") and site.library.removal_of(name):
            return site.go("/removed")
        raise
    total = site.library.source(name).factoids
    within = None
    if len(document.text.content) > LONG:
        place = site.library.factoid(factoid).factoid.start if factoid else at
        within = stretch_of(document.text, section=section, at=place)
    reading = site.library.reading(name, within=within)
    lines = lines_of(reading, site.library)
    selected = next((line for line in lines if line.factoid.id == factoid), None)
    if factoid and selected is None:
        raise NotInLibrary(f"{name}: no statement {factoid} in this source. Open the dossier again.")
    instead = meant_instead(reading.personas, site.library.judgements(but=ON_STATEMENTS), reading.source.id)
    evidence = Evidence(
        personas=reading.personas,
        lines=lines,
        selected=selected,
        findings=reading.findings,
        meaning=Meaning(instead, correcting=name if correcting else "", root=site.root),
    )
    edition = edition_of(document, evidence, site.words, section=section, at=at)
    return site.page(
        "source.html",
        source=document.source,
        reading=reading,
        edition=edition,
        selected=selected,
        selected_id=selected.factoid.id if selected else None,
        persona_names={persona.id: persona.name for persona in reading.personas},
        total=total,
        correcting=correcting,
        characters=len(document.text.content),
    )


@router.get("/sources/{step}/witness")
def show_witness(site: TheSite, step: str, *, wait: bool = False) -> HTMLResponse:
    """Show what can be said of a source as a witness."""
    library, name = site.library, name_of_step(step)
    source = library.source(name)
    patience = LONGEST_SECONDS if wait else None
    docket_of(site, patience=patience)  # sees to it that the conflicts are found, beside the server
    found = None
    if is_heard(library):
        answer = site.desk.ask(
            f"witness {source.name}",
            f"{library.revision} {library.veils_mark}",
            lambda: apparatus_of(library, source.name),
            patience=patience,
        )
        found = answer.value if answer.is_current else None
    return site.page(
        "witness.html",
        source=source,
        found=found,
        counts=[(count, getattr(found, count)) for count in _COUNTS] if found else [],
        ties=[(other_of(tie, source.name), tie) for tie in found.dependences] if found else [],
        findings=[
            (f, passage_of(library, source.name, Span(f.start, f.end), around=160))
            for f in found.findings[:MOST_FINDINGS]
        ]
        if found
        else [],
    )


_COUNTS = ("statements", "confirmed", "independently", "contradicted", "alone", "uncertain", "damaged")


def lines_of(reading: Reading, library: LibraryView) -> list[DossierLine]:
    """Return the statements of one source as a dossier would show them."""
    verdicts = verdicts_of(library.judgements())
    names = {persona.id: persona.name for persona in reading.personas}
    is_judged = bool(verdicts)
    told = Counter(factoid.person for factoid in reading.factoids)
    return [
        DossierLine(
            factoid=factoid,
            source=reading.source.name,
            related=tuple((person, names.get(person, person)) for person in factoid.related),
            verdict=verdicts.get(factoid.id) if is_judged else None,
            is_alone=told[factoid.person] == 1,
        )
        for factoid in reading.factoids
    ]


def verdicts_of(judgements: Iterable[Judgement]) -> dict[str, Verdict]:
    """Return the verdict that holds for each statement judged: the latest that is not withdrawn."""
    held = [j for j in judgements if j.factoid and j.withdrawn is None]
    return {str(j.factoid): j.verdict for j in sorted(held, key=lambda j: (j.made, j.id or 0))}
