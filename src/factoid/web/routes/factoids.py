"""One statement: why the reader thinks so, and what people say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.dates.in_words import when_in_words
from factoid.errors import UsageError
from factoid.model import SLOTS, Anchor, DossierLine, Judgement, Text, Verdict, page_at, utc_now
from factoid.web.addresses import address_of_factoid
from factoid.web.review import OF_STATEMENTS, check_withdrawal, link_anew
from factoid.web.routes.forms import OwnForm, reason_in
from factoid.web.site import Site, TheSite, at_one_moment
from factoid.web.texts.edition import passage_with_fields

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A part of a statement: what it was read as, its words in the text, or the inference behind it."""

    name: str
    value: str
    quoted: str = ""
    inference: str = ""


@router.get("/factoids/{factoid}")
@at_one_moment
def explain(site: TheSite, factoid: str) -> HTMLResponse:
    """Show a statement, the words of each part of it, and the verdicts on it."""
    line = site.library.factoid(factoid)
    document = site.library.document(line.factoid.source)
    spoken_of = site.library.reading(line.factoid.source, within=line.factoid.span).personas
    names = {p.id: p.name for p in spoken_of}
    judgements = site.library.judgements(active_only=False, factoid=line.factoid.id)
    return site.page(
        "factoid.html",
        line=line,
        source=document.source,
        cited=page_at(document.pages, line.factoid.start),
        person_name=names.get(line.factoid.person, line.factoid.person),
        passage=passage_with_fields(document.text, line, site.words),
        rows=list(_rows(line, names, document.text, site)),
        judgements=sorted(judgements, key=lambda j: (j.made, j.id or 0), reverse=True),
    )


@router.post("/factoids/{factoid}/verdict")
def judge(site: TheSite, factoid: str, form: OwnForm) -> RedirectResponse:
    """Keep a person's verdict on a statement."""
    verdict = OF_STATEMENTS.get(form.get("verdict", ""))
    if verdict is None:
        raise UsageError("verdict: accept or reject")
    held = site.library.factoid(factoid).factoid
    site.writable.judge(
        Judgement(
            verdict=verdict,
            author=site.author,
            made=utc_now(),
            reason=reason_in(form),
            left=Anchor(held.source, held.span),
            factoid=held.id,
        )
    )
    return site.go(f"{address_of_factoid(held.id)}#verdict")


@router.post("/factoids/{factoid}/withdraw")
def withdraw(site: TheSite, factoid: str, form: OwnForm) -> RedirectResponse:
    """Take a verdict back; it stays in the history."""
    number = form.get("judgement", "")
    known = {str(j.id): j for j in site.library.judgements(factoid=factoid)}
    if number not in known:
        raise UsageError(f"judgement {number[:20]}: no verdict on this statement that could be withdrawn")
    check_withdrawal(site, known[number])
    site.writable.withdraw(int(number), at=utc_now())
    if known[number].verdict is Verdict.STATED:  # nothing is left to look at
        link_anew(site)
        return site.go("/judgements")
    return site.go(f"{address_of_factoid(factoid)}#verdict")


def _rows(line: DossierLine, names: dict[str, str], text: Text, site: Site) -> Iterator[FieldRow]:
    factoid = line.factoid
    values = {"person": names.get(factoid.person, ""), **{slot: getattr(factoid, slot) for slot in SLOTS}}
    values["date"] = when_in_words(factoid.when, site.words) if factoid.when else None
    values["said_by"] = factoid.said_by
    basis = factoid.when.basis if factoid.when and factoid.when.basis != "stated" else ""
    for name, value in values.items():
        if value:
            span = factoid.spans.get(name)
            yield FieldRow(
                name=name,
                value=value,
                quoted=span.of(text.content) if span else "",
                inference=factoid.inference.get(name, basis if name == "date" else ""),
            )
    for place, (_, name) in enumerate(line.related):
        span = factoid.related_spans[place] if place < len(factoid.related_spans) else None
        yield FieldRow(
            name="related",
            value=name,
            quoted=span.of(text.content) if span else "",
            inference=factoid.inference.get("related", ""),
        )
