"""The review queue: one thing at a time, one key for each answer; and who judged what."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import UsageError
from factoid.pipeline.damage import damage_of
from factoid.web.review import (
    QUEUES,
    Queue,
    judge_people,
    judge_statement,
    last_of,
    passage_of_line,
    put_off,
    queue_of,
    sides_in,
    undo,
)
from factoid.web.routes.conflicts import write_decision
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.routes.paging import Page
from factoid.web.site import Site, TheSite
from factoid.web.work.desk import LONGEST_SECONDS

JUDGEMENTS_ON_A_PAGE = 100

router = APIRouter()


@router.get("/review")
def review(site: TheSite, of: str = "", *, wait: bool = False) -> HTMLResponse:
    """Show the next thing to decide: of the queue that is asked for, else of the first in which something waits."""
    name, queue = _queue_asked_for(site, of, LONGEST_SECONDS if wait else None)
    item = queue.first
    line = item.line if item else None
    return site.page(
        "review.html",
        queues=QUEUES,
        name=name,
        queue=queue,
        item=item,
        sides=sides_in(site.library, item.conflict if item else None),
        about=_about(site, line.factoid.person) if line else "",
        passage=passage_of_line(site.library, line) if line else None,
        damage=damage_of(site.library, [line]).get(line.factoid.id, ()) if line else (),
        last=last_of(site),
    )


def _queue_asked_for(site: Site, of: str, patience: float | None) -> tuple[str, Queue]:
    names = (of,) if of in QUEUES else QUEUES
    queues = ((name, queue_of(site, name, patience=patience)) for name in names)
    nothing = (names[0], Queue())
    return next((found for found in queues if found[1].first or not found[1].is_ready), nothing)


def _about(site: Site, persona: str) -> str:
    """Return the name of the person of whom a statement is."""
    person = site.library.persons_of([persona]).get(persona)
    return person.name if person else ""


@router.post("/review")
def answer(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Keep an answer and go on to the next thing."""
    name, key, said = form.get("of", ""), form.get("key", ""), form.get("verdict", "")
    if name not in QUEUES or not key:
        raise UsageError(site.words.say("errors.no_verdict"))
    if said == "later":
        put_off(site, key)
    elif name == "people":
        left, _, right = key.partition(" ")
        judge_people(site, left, right, said, reason_in(form))
    elif name == "conflicts":
        write_decision(site, key, form)
    else:
        judge_statement(site, key, said, reason_in(form))
    return _back(site, name)


@router.post("/review/undo")
def take_back(site: TheSite, form: OwnForm) -> RedirectResponse:
    """Withdraw a judgement; it stays in the history."""
    number = form.get("judgement", "")
    undo(site, number)
    if form.get("of") != "judgements":
        return _back(site, form.get("of", ""))
    page = form.get("page", "")
    return site.go(f"/judgements{f'?page={page}' if page.isdecimal() else ''}#judgement-{int(number)}")


@router.get("/judgements")
def list_judgements(site: TheSite, page: Annotated[int, Query(ge=1, le=10**6)] = 1) -> HTMLResponse:
    """Show who judged what, the latest first."""
    library = site.library
    found = library.judgements(active_only=False)[::-1]
    last, removals = page * JUDGEMENTS_ON_A_PAGE, library.removals()
    shown = found[last - JUDGEMENTS_ON_A_PAGE : last]
    lines = library.factoids(held.factoid for held in shown if held.factoid)
    return site.page(
        "judgements.html",
        judgements=shown,
        lines=lines,
        words=library.words_at(a for held in shown if not held.factoid for a in (held.left, held.right) if a),
        persons=library.persons_of([line.factoid.person for line in lines.values()]),
        total=len(found),
        source_names=library.source_names(),
        removed={removal.source: removal.name for removal in removals},
        removals={removal.number: removal.name for removal in removals},
        orphaned={judgement.id for judgement in library.orphaned_judgements()},
        left_behind=library.judgements_left_behind(),
        pages=Page(page, has_next=len(found) > last),
    )


def _back(site: Site, name: str) -> RedirectResponse:
    """Go to the next thing itself: whoever answers by keys or hears the page goes on from there."""
    return site.go(f"/review?{urlencode({'of': name if name in QUEUES else QUEUES[0], 'wait': 'true'})}#next")
