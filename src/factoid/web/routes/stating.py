"""Stating by hand what a source says: from its words, or in the place of a statement that was misread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response

from factoid.errors import NotInLibrary, UsageError
from factoid.model import (
    SLOTS,
    Anchor,
    Certainty,
    DossierLine,
    Factoid,
    Judgement,
    Persona,
    Span,
    Verdict,
    utc_now,
)
from factoid.pipeline.stating import Draft, statement_by_hand
from factoid.resources import load
from factoid.store import LibraryView
from factoid.web.addresses import address_of_quote, address_of_source, name_of_step
from factoid.web.review import link_anew
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.routes.sources import lines_of
from factoid.web.site import Site, TheSite
from factoid.web.texts.passages import passage_of

LONGEST_QUOTE = 2_000  #: characters
AROUND = 3_000  #: characters in which somebody is looked for who may be meant

Place = Annotated[int | None, Query(ge=0)]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Blank:
    """What stands in the form before anybody changes it."""

    type: str = ""
    person: str = ""
    related: str = ""
    date: str = ""
    certainty: str = "asserted"
    said_by: str = ""
    fields: tuple[tuple[str, str], ...] = tuple((name, "") for name in SLOTS)


@router.get("/sources/{step}/state")
def ask(
    site: TheSite, step: str, start: Place = None, end: Place = None, words: str = "", corrects: str = ""
) -> Response:
    """Show the form for a statement about some words of a source: given by place, or as they stand."""
    name = name_of_step(step)
    if not (words or corrects) and start is end is None:
        return site.go(address_of_source(name))
    wrong = site.library.factoid(corrects) if corrects else None
    quote = wrong.factoid.span if wrong else _quote(site.library, name, start, end, words)
    near = Span(max(0, quote.start - AROUND), quote.end + AROUND)
    people = site.library.reading(name, within=near).personas
    said = site.library.reading(name, within=quote)
    there = lines_of(said, site.library)
    return site.page(
        "state.html",
        source=site.library.source(name),
        quote=quote,
        passage=passage_of(site.library, name, quote),
        people=_nearest_first(people, quote),
        there=there,
        types=load("statement_types")["types"],
        certainties=[str(c) for c in Certainty],
        wrong=wrong,
        blank=_blank(wrong) if wrong else Blank(person=_meant(there, people, quote)),
    )


@router.post("/sources/{step}/state")
def state(site: TheSite, step: str, form: OwnForm) -> RedirectResponse:
    """Keep a statement; one that it corrects is rejected."""
    library, name = site.writable, name_of_step(step)
    made = utc_now()
    wrong = library.factoid(form["corrects"]).factoid if form.get("corrects") else None
    stated = statement_by_hand(library, _draft(name, form), author=site.author, made=made)
    stated = library.judge(stated, with_it=[_rejection(site, wrong, stated, form)] if wrong else ())
    link_anew(site)
    return site.go(address_of_quote(name, stated.factoid or ""))


def _rejection(site: Site, wrong: Factoid, stated: Judgement, form: dict[str, str]) -> Judgement:
    """Return that the source does not say what was read, but what is stated."""
    return Judgement(
        verdict=Verdict.REJECTED,
        author=site.author,
        made=stated.made,
        reason=reason_in(form) or site.words.say("state.instead", factoid=stated.factoid),
        left=Anchor(wrong.source, wrong.span),
        factoid=wrong.id,
    )


def _draft(name: str, form: dict[str, str]) -> Draft:
    try:
        quote = Span(int(form.get("start", "")), int(form.get("end", "")))
        certainty = Certainty(form.get("certainty", "asserted"))
    except ValueError:
        raise UsageError("the form lacks its quote. Go back and select the words again.") from None
    return Draft(
        source=name,
        quote=quote,
        person=form.get("person", ""),
        type=form.get("type", ""),
        fields={slot: form.get(slot, "") for slot in SLOTS},
        related=(form["related"],) if form.get("related") else (),
        date=form.get("date", ""),
        certainty=certainty,
        said_by=form.get("said_by", ""),
        because=form.get("because", "").strip(),
    )


def _quote(library: LibraryView, name: str, start: int | None, end: int | None, words: str) -> Span:
    """Return the words that are to be quoted, without the blanks around them."""
    content = library.document(name).text.content
    if words:
        at = content.find(words.strip())
        if at < 0:
            raise NotInLibrary(
                f"{name}: “{words[:80]}” does not stand there. Copy the words from the source."
            )
        start, end = at, at + len(words.strip())
    if start is None or end is None or not 0 <= start < end <= len(content):
        raise UsageError("no words were chosen. Select some in the source.")
    held = content[start : min(end, start + LONGEST_QUOTE)]
    first = start + len(held) - len(held.lstrip())
    if not held.strip():
        raise UsageError("no words were chosen. Select some in the source.")
    return Span(first, first + len(held.strip()))


def _nearest_first(people: Iterable[Persona], quote: Span) -> list[Persona]:
    """Return who may be meant: those mentioned in the quote first, then by how near they are named."""

    def distance(persona: Persona) -> int:
        places = (m.span for m in persona.mentions)
        return min((max(0, quote.start - p.end, p.start - quote.end) for p in places), default=AROUND * 9)

    return sorted(people, key=lambda persona: (distance(persona), persona.name))


def _meant(there: Sequence[DossierLine], people: Iterable[Persona], quote: Span) -> str:
    """Return of whom these words speak: of whom they were read, or who is named in them; else nobody is guessed."""
    named = [(m.start, p.id) for p in people for m in p.mentions if m.span.overlaps(quote)]
    return there[0].factoid.person if there else min(named, default=(0, ""))[1]


def _blank(wrong: DossierLine) -> Blank:
    factoid = wrong.factoid
    return Blank(
        type=factoid.type,
        person=factoid.person,
        related=factoid.related[0] if factoid.related else "",
        date=_date_words(factoid),
        certainty=str(factoid.certainty),
        said_by=factoid.said_by or "",
        fields=tuple((name, getattr(factoid, name) or "") for name in SLOTS),
    )


def _date_words(factoid: Factoid) -> str:
    """Return the words of the date where it stands in the passage, else the EDTF."""
    when = factoid.when
    return "" if when is None else when.words if "date" in factoid.spans and when.words else when.edtf
