"""Where sources disagree: the list, the sides of one conflict next to each other, and what people decide."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.criticism.conflicts.decided import decision_on
from factoid.errors import UsageError
from factoid.model import ConflictStatus, Judgement, Ruling, Verdict, utc_now
from factoid.web.addresses import address_of_conflict
from factoid.web.docket import Selection, docket_of, next_open, sides_of
from factoid.web.lives.life import Choice
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.routes.paging import Page
from factoid.web.site import Site, TheSite
from factoid.web.work.desk import LONGEST_SECONDS

CONFLICTS_ON_A_PAGE = 50

router = APIRouter()


@router.get("/conflicts")
def list_conflicts(
    site: TheSite,
    wanted: Annotated[Selection, Depends()],
    *,
    wait: bool = False,
    page: Annotated[int, Query(ge=1, le=10**6)] = 1,
) -> HTMLResponse:
    """Show the conflicts, the surest first."""
    docket = docket_of(site, patience=LONGEST_SECONDS if wait else None)
    found = wanted.of(docket)
    last = page * CONFLICTS_ON_A_PAGE
    chosen = {
        "kind": wanted.kind,
        "status": wanted.status,
        "person": wanted.person,
        "doubtful": "true" if wanted.doubtful else "",
    }
    query = tuple((name, value) for name, value in chosen.items() if value)
    return site.page(
        "conflicts.html",
        docket=docket,
        conflicts=found[last - CONFLICTS_ON_A_PAGE : last],
        total=len(found),
        pages=Page(page, has_next=len(found) > last, query=query),
        kinds=_choices("kind", dict(wanted.kinds(docket).most_common()), chosen),
        statuses=_choices("status", {str(s): 0 for s in ConflictStatus}, chosen),
        doubtful=_choices("doubtful", {"true": 0}, chosen)[0],
        person=wanted.person,
    )


@router.get("/conflicts/{conflict_id}")
def show_conflict(site: TheSite, conflict_id: str) -> HTMLResponse:
    """Show a conflict with its sides next to each other."""
    docket = docket_of(site, patience=LONGEST_SECONDS)
    conflict = docket.named(conflict_id)
    history = [
        j
        for j in site.library.judgements(active_only=False)
        if j.withdrawn and j.decision and j.decision.conflict == conflict.id
    ]
    return site.page(
        "conflict.html",
        conflict=conflict,
        sides=sides_of(site.library, conflict),
        history=history,
        following=next_open(docket.shown, conflict),
    )


@router.post("/conflicts/{conflict_id}/verdict")
def decide(site: TheSite, conflict_id: str, form: OwnForm) -> RedirectResponse:
    """Keep a person's decision on a conflict."""
    write_decision(site, conflict_id, form)
    return site.go(f"{address_of_conflict(conflict_id)}#verdict")


def write_decision(site: Site, conflict_id: str, form: dict[str, str]) -> Judgement:
    """Write the decision that a form holds; `UsageError` where it says none, or not why."""
    library = site.writable
    said, _, side = form.get("ruling", "").partition(":")
    if said not in {str(ruling) for ruling in Ruling}:
        raise UsageError(site.words.say("errors.no_ruling"))
    reason = reason_in(form)
    if not reason:
        raise UsageError(site.words.say("errors.no_reason"))
    conflict = docket_of(site, patience=LONGEST_SECONDS).named(conflict_id)
    decision = decision_on(conflict, Ruling(said), side or None)
    made = Judgement(
        verdict=Verdict.DECIDED, author=site.author, made=utc_now(), reason=reason, decision=decision
    )
    return library.judge(made)


@router.post("/conflicts/{conflict_id}/withdraw")
def withdraw(site: TheSite, conflict_id: str, form: OwnForm) -> RedirectResponse:
    """Take a decision back; it stays in the history."""
    library = site.writable
    number = form.get("judgement", "")
    held = {str(j.id) for j in library.judgements() if j.decision and j.decision.conflict == conflict_id}
    if number not in held:
        raise UsageError(f"judgement {number[:20]}: no decision on this conflict that could be withdrawn")
    library.withdraw(int(number), at=utc_now())
    return site.go(f"{address_of_conflict(conflict_id)}#verdict")


def _choices(name: str, counts: dict[str, int], chosen: dict[str, str]) -> tuple[Choice, ...]:
    """Return the values of a filter of which one may be on, each with the address that turns it round."""
    found = []
    for value, count in counts.items():
        is_on = chosen[name] == value
        query = chosen | {name: "" if is_on else value}
        address = "?" + urlencode([(key, held) for key, held in query.items() if held])
        found.append(Choice(value, count, is_on, address))
    return tuple(found)
