"""Why something was when it was: the chain of quotes behind each bound, and what each source does to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from factoid.chronology.result import Contradiction, EventTime, Step
from factoid.errors import NotInLibrary
from factoid.model import DossierLine
from factoid.pipeline.lives import Life, lives_without
from factoid.pipeline.times import reasons_of
from factoid.resources.catalogue import Catalogue
from factoid.web.lives.portrait import Portrait, portrait_of
from factoid.web.lives.times import known_in_words
from factoid.web.site import Site, TheSite
from factoid.web.work.desk import LONGEST_SECONDS

MOST_REMOVED = 8  #: sources that are left out in turn

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The time that is explained: of a statement, or of a birth, death or burial."""

    line: DossierLine | None = None
    event: str = ""

    def time_in(self, life: Life) -> EventTime | None:
        """Return the time as a life has it; None where it has nothing of the kind."""
        if self.line is None:
            return life.times.get(self.event)
        return life.chronology.times.get(self.line.factoid.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What would be known without a source."""

    source: str  #: short name
    is_its_own: bool = False  #: the statement would go with it
    is_as_before: bool = False
    time: str = ""  #: what would be known of the time; empty for nothing
    settled: int = 0  #: contradictions that would be none


@router.get("/people/{person}/why/{event}")
def explain_event(site: TheSite, person: str, event: str, *, wait: bool = False) -> HTMLResponse:
    """Show why a birth, death or burial was when it was."""
    portrait = portrait_of(site, person, patience=LONGEST_SECONDS)
    asked = Asked(event=event)
    if portrait is None or asked.time_in(portrait.life) is None:
        raise NotInLibrary(f"{person[:80]}: nothing that was read bounds this.")
    return _shown(site, portrait, asked, wait=wait)


@router.get("/factoids/{factoid}/when")
def explain_time(site: TheSite, factoid: str, *, wait: bool = False) -> HTMLResponse:
    """Show why what a statement tells was when it was."""
    line = site.library.factoid(factoid)
    portrait = portrait_of(site, line.factoid.person, patience=LONGEST_SECONDS)
    if portrait is None:
        raise NotInLibrary(f"{factoid[:40]}: nothing that was read bounds this.")
    return _shown(site, portrait, Asked(line=line), wait=wait)


def _shown(site: Site, portrait: Portrait, asked: Asked, *, wait: bool) -> HTMLResponse:
    """Show the bounds of a time, each with its chain of quotes, and what cannot all be true."""
    chronology, line = portrait.life.chronology, asked.line
    reasons = list(reasons_of(asked.time_in(portrait.life) or EventTime(), site.words))
    held = {step.factoid for _, steps in reasons for step in steps} | {line.factoid.id if line else None}
    broken = [
        found
        for found in (*chronology.contradictions, *chronology.doubts)
        if not held.isdisjoint(found.factoids)
    ]
    names = _names(site, portrait, [step for _, steps in reasons for step in steps])
    removals = _removals(site, portrait, asked, _heard_in(portrait, reasons, broken, names), wait=wait)
    return site.page(
        "why.html",
        person=portrait.dossier.summary,
        line=line,
        label_of_event="" if line else site.words.label("types", asked.event),
        reasons=reasons,
        broken=broken,
        sources=names,
        removals=removals,
    )


def _names(site: Site, portrait: Portrait, steps: Sequence[Step]) -> dict[str, str]:
    """Return the short names of the sources of a life and of what its bounds rest on, by their ids."""
    names = {line.factoid.source: line.source for line in portrait.dossier.lines}
    for step in steps:
        if step.source and step.source not in names:
            names[step.source] = site.library.source(step.source).name
    return names


def _heard_in(
    portrait: Portrait,
    reasons: Sequence[tuple[str, Sequence[Step]]],
    broken: Sequence[Contradiction],
    names: dict[str, str],
) -> list[str]:
    """Return the sources that have a part in the bounds of a time or in what speaks against it."""
    steps = [step.source for _, chain in reasons for step in chain if step.source]
    disputed = {factoid for found in broken for factoid in found.factoids}
    of_dispute = [line.source for line in portrait.dossier.lines if line.factoid.id in disputed]
    found = [*(names[source] for source in steps), *of_dispute]
    return list(dict.fromkeys(found))[:MOST_REMOVED]


def _removals(
    site: Site, portrait: Portrait, asked: Asked, sources: Sequence[str], *, wait: bool
) -> list[Removal] | None:
    """Return what each of the sources does to a time; None while that is worked out."""
    library, person = site.library, portrait.dossier.summary.id
    answer = site.desk.ask(
        f"without {person} {' '.join(sources)}",
        library.revision,
        lambda: lives_without(library, person, sources),
        patience=LONGEST_SECONDS if wait else None,
    )
    if answer.value is None or not answer.is_current:
        return None
    return list(_told(portrait.life, answer.value, asked, site.words))


def _told(life: Life, without: dict[str, Life], asked: Asked, words: Catalogue) -> Iterator[Removal]:
    now = known_in_words(asked.time_in(life) or EventTime(), words)
    for source, other in without.items():
        is_its_own = asked.line is not None and asked.line.source == source
        then = known_in_words(asked.time_in(other) or EventTime(), words)
        settled = len(life.chronology.contradictions) - len(other.chronology.contradictions)
        yield Removal(
            source=source,
            is_its_own=is_its_own,
            is_as_before=then == now,
            time=then,
            settled=max(0, settled),
        )
