# ruff: noqa: E501 - a quote stands on one line
"""An invented life in invented sources, for the pages to show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factoid.dates import when_of_edtf
from factoid.model import (
    Certainty,
    Document,
    Factoid,
    Finding,
    Mention,
    MentionForm,
    Persona,
    PersonaInSource,
    PersonLink,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
    digest,
    sha256_of_text,
)
from factoid.store import Library, open_library

SLOT_NAMES = ("role", "organisation", "place", "value")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A factoid in short: who, which type, the quote, and its fields in words of the quote."""

    who: str
    type: str
    quote: str
    fields: Mapping[str, str] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    date: str | None = None
    date_words: str = ""
    basis: str = "stated"
    certainty: Certainty = Certainty.ASSERTED
    said_by: str | None = None


def document_of(name: str, content: str, **values: Any) -> Document:
    """Cut a text at its blank lines; a paragraph is furniture if it begins with ``Video:`` or ``Share``."""
    segments: list[Segment] = []
    for found in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", content):
        words = found.group().rstrip()
        kind = SegmentKind.PARAGRAPH
        if words.startswith(("Video:", "Share", "Recommended:")):
            kind = SegmentKind.FURNITURE
        elif not segments:
            kind = SegmentKind.TITLE
        elif len(words) < 60 and words[-1:] not in '.!?”"':
            kind = SegmentKind.CAPTION if "photograph" in words else SegmentKind.HEADING
        segments.append(Segment(kind=kind, start=found.start(), end=found.start() + len(words)))
    source = Source(
        name=name,
        content_sha256=sha256_of_text(name + content),
        origin=f"{name}.txt",
        media_type="text/plain",
        **{"language": "en", **values},
    )
    return Document(source, Text(content, tuple(segments)))


def reading_of(
    document: Document,
    people: Mapping[str, Sequence[str]],
    claims: Sequence[Claim] = (),
    findings: Sequence[Finding] = (),
) -> Reading:
    """Find the people by their forms and make the claims factoids."""
    personas = {key: _persona(document, key, forms) for key, forms in people.items()}
    return Reading(
        source=document.source,
        text_sha256=document.text.sha256,
        reader="invented@1",
        segments=document.text.segments,
        personas=tuple(personas.values()),
        factoids=tuple(_factoid(document, claim, personas) for claim in claims),
        findings=tuple(findings),
    )


def library_of(
    path: Path, readings: Sequence[tuple[Document, Reading]], links: Sequence[PersonLink] = ()
) -> Library:
    """Make a library of the readings."""
    library = open_library(path, create=True)
    for document, reading in readings:
        library.add(document, reading)
    if links:

        def link(personas: Sequence[PersonaInSource], _: object) -> Sequence[PersonLink]:
            linked = {persona for held in links for persona in held.personas}
            alone = [
                PersonLink(person=p.persona.id, personas=(p.persona.id,))
                for p in personas
                if p.persona.id not in linked
            ]
            return [*links, *alone]

        library.refresh_persons(link)
    return library


def _persona(document: Document, key: str, forms: Sequence[str]) -> Persona:
    content = document.text.content
    mentions: list[Mention] = []
    for form in sorted(forms, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", content):
            if not any(m.span.overlaps(Span(*found.span())) for m in mentions):
                kind = MentionForm.NAME if form[:1].isupper() or not form.isascii() else MentionForm.NOMINAL
                mentions.append(Mention(*found.span(), kind))
    mentions.sort(key=lambda mention: mention.start)
    return Persona(
        id=digest("p", document.source.id, key),
        name=forms[0],
        forms=tuple(dict.fromkeys(forms)),
        mentions=tuple(mentions),
    )


def _factoid(document: Document, claim: Claim, personas: Mapping[str, Persona]) -> Factoid:
    content = document.text.content
    start = content.index(claim.quote)
    end = start + len(claim.quote)
    persona = personas[claim.who]
    spans = {name: _span(content, words, start, end) for name, words in claim.fields.items()}
    meant = [m.span for m in persona.mentions if start <= m.start < end]
    if meant:
        spans["person"] = meant[0]
    when = None
    if claim.date:
        when = when_of_edtf(claim.date, words=claim.date_words, basis=claim.basis)
        if claim.date_words in claim.quote and claim.date_words:
            spans["date"] = _span(content, claim.date_words, start, end)
    related = [personas[key] for key in claim.related]
    return Factoid(
        source=document.source.id,
        person=persona.id,
        type=claim.type,
        quote=claim.quote,
        start=start,
        end=end,
        **{slot: claim.fields.get(slot) for slot in SLOT_NAMES},
        related=tuple(p.id for p in related),
        related_spans=tuple(
            next((m.span for m in p.mentions if start <= m.start < end), None) for p in related
        ),
        when=when,
        certainty=claim.certainty,
        said_by=claim.said_by,
        spans=spans,
        inference={"date": claim.basis} if claim.basis != "stated" else {},
        reader=f"rule:{claim.type}@1",
        model="en_core_web_sm@3.8.0",
        confidence=0.9,
    )


def _span(content: str, words: str, start: int, end: int) -> Span:
    found = content.index(words, start, end)
    return Span(found, found + len(words))


REGISTER = """LAMMOND, Agnes (c. 1790–1851), printer

LAMMOND, Agnes, printer, b. about 1790 at Leith, d. of Walter Lammond, bookbinder. Apprenticed to the printer Hugh Tarrant, 1806. Master printer at the Wynd Press from 1819; printed the Almanac of the Firth, 1822. M. 1824, Robert Sill, engraver. Imprisoned in the Calton for debt, March 1831. Medal of the Society of Arts, 1840. D. of a fever at Leith, 3 January 1851.
"""

PAGE = """The woman who printed the forbidden almanac

Video: The woman who printed the forbidden almanac

Agnes Lammond, whom the neighbours called Nan, came to the light in 1792 in a family of the bookbinder. At the age of 14 she was given to the printer Tarrant in teaching.

The almanac and the prison

The only photograph of the Wynd Press

In 1819 Nan became the head of the Wynd Press. According to the clerk Sill, she hid the forbidden almanac under the floor. The printer never confessed to it. In the winter of 1831 Agnes Lammond was arrested in Edinburgh and perhaps she was beaten there. She died in the prison, forgotten by all.

Recommended: 7 secrets of the old presses

Share on Facebook
"""

LETTER = """Письмо брата

Моя сестра Агнес Ламмонд родилась в Лите. Она умерла 4 января 1851 года.
"""

HEBREW = """מכתב

אגנס למונד הייתה מדפיסה באדינבורו בשנת 1822.
"""

LINES = [
    Claim(who="agnes", type="birth", quote="b. about 1790 at Leith", fields={"place": "Leith"}, date="1790~",
          date_words="about 1790"),
    Claim(who="agnes", type="occupation", quote="Agnes, printer", fields={"value": "printer"}),
    Claim(who="agnes", type="kinship", quote="d. of Walter Lammond, bookbinder", related=("walter",),
          fields={}),
    Claim(who="walter", type="occupation", quote="Walter Lammond, bookbinder", fields={"value": "bookbinder"}),
    Claim(who="agnes", type="education", quote="Apprenticed to the printer Hugh Tarrant, 1806",
          fields={"value": "Apprenticed"}, related=("tarrant",), date="1806", date_words="1806"),
    Claim(who="agnes", type="office", quote="Master printer at the Wynd Press from 1819", date="1819/..",
          date_words="from 1819", fields={"role": "Master printer", "organisation": "Wynd Press"}),
    Claim(who="agnes", type="work", quote="printed the Almanac of the Firth, 1822",
          fields={"value": "Almanac of the Firth"}, date="1822", date_words="1822"),
    Claim(who="agnes", type="kinship", quote="M. 1824, Robert Sill, engraver", related=("robert",), date="1824",
          date_words="1824"),
    Claim(who="agnes", type="imprisonment", quote="Imprisoned in the Calton for debt, March 1831",
          fields={"place": "Calton", "value": "debt"}, date="1831-03", date_words="March 1831"),
    Claim(who="agnes", type="award", quote="Medal of the Society of Arts, 1840", date="1840", date_words="1840",
          fields={"value": "Medal of the Society of Arts"}),
    Claim(who="agnes", type="death", quote="D. of a fever at Leith, 3 January 1851", date="1851-01-03",
          fields={"value": "fever", "place": "Leith"}, date_words="3 January 1851"),
]  # fmt: skip

PAGE_LINES = [
    Claim(who="agnes", type="name", quote="Agnes Lammond, whom the neighbours called Nan", fields={"value": "Nan"},
          certainty=Certainty.ATTRIBUTED, said_by="the neighbours"),
    Claim(who="agnes", type="birth", quote="Agnes Lammond, whom the neighbours called Nan, came to the light in 1792",
          date="1792", date_words="in 1792"),
    Claim(who="agnes", type="education", quote="At the age of 14 she was given to the printer Tarrant in teaching",
          related=("tarrant",), date="1806", date_words="At the age of 14", basis="age 14, born in 1792"),
    Claim(who="agnes", type="office", quote="In 1819 Nan became the head of the Wynd Press", date="1819",
          date_words="In 1819", fields={"role": "head of the Wynd Press", "organisation": "Wynd Press"}),
    Claim(who="agnes", type="event", quote="According to the clerk Sill, she hid the forbidden almanac under the floor",
          fields={"value": "hid the forbidden almanac"}, certainty=Certainty.ATTRIBUTED, said_by="the clerk Sill"),
    Claim(who="agnes", type="event", quote="The printer never confessed to it", fields={"value": "confessed"},
          certainty=Certainty.DENIED),
    Claim(who="agnes", type="arrest", quote="In the winter of 1831 Agnes Lammond was arrested in Edinburgh",
          fields={"place": "Edinburgh"}, date="1831-24", date_words="In the winter of 1831"),
    Claim(who="agnes", type="event", quote="perhaps she was beaten there", fields={"value": "beaten"},
          date="1831-24", basis="the time of the arrest", certainty=Certainty.HEDGED),
    Claim(who="agnes", type="death", quote="She died in the prison", fields={"place": "the prison"}),
]  # fmt: skip


def lammond_readings() -> list[tuple[Document, Reading]]:
    """Return the four sources of the invented life."""
    register = document_of(
        "printers-register", REGISTER, title="A register of printers", creator="H. Orr", published="1903"
    )
    page = document_of("almanac-page", PAGE, title="The woman who printed the forbidden almanac")
    letter = document_of("brothers-letter", LETTER, language="ru")
    hebrew = document_of("hebrew-letter", HEBREW, language="he")
    unread = Finding(
        kind="language", note="Russian cannot be read yet: the text is kept and can be searched."
    )
    return [
        (register, reading_of(register, {
            "agnes": ("Agnes", "LAMMOND"), "walter": ("Walter Lammond",), "tarrant": ("Hugh Tarrant",),
            "robert": ("Robert Sill",)}, LINES)),
        (page, reading_of(page, {
            "agnes": ("Agnes Lammond", "Nan", "she", "The printer"), "tarrant": ("Tarrant",),
            "sill": ("Sill", "the clerk")}, PAGE_LINES)),
        (letter, reading_of(letter, {"agnes": ("Агнес Ламмонд",)}, [], [unread])),
        (hebrew, reading_of(hebrew, {"agnes": ("אגנס למונד",)}, [
            Claim(who="agnes", type="occupation", quote="אגנס למונד הייתה מדפיסה", fields={"value": "מדפיסה"},
                  date="1822", date_words="1822")])),
    ]  # fmt: skip


def lammond_library(path: Path) -> Library:
    """Make the library of the invented life, with its person linked across the sources."""
    readings = lammond_readings()
    same = tuple(sorted(reading.personas[0].id for _, reading in readings))
    link = PersonLink(
        person=same[0], personas=same, reasons=("Agnes Lammond and Nan: the page says so itself",)
    )
    return library_of(path, readings, [link])


PARISH = """ORR, Hugh, bookbinder

ORR, Hugh, bookbinder, b. 1790 at Leith. Bound the Almanac of the Firth. D. at Perth, 3 January 1851.
"""

MEMOIR = """My grandfather the binder

My grandfather Hugh Orr was born in 1795 in Leith, as he told us often. He died on 9 May 1853 in Perth.
"""


def disputed_library(path: Path) -> Library:
    """Make a library of two sources that differ on the birth and the death of one person."""
    parish = document_of("parish", PARISH, title="A parish register", published="1851")
    memoir = document_of("memoir", MEMOIR, title="My grandfather the binder", published="1910")
    readings = [
        (parish, reading_of(parish, {"hugh": ("Hugh", "ORR")}, [
            Claim(who="hugh", type="birth", quote="b. 1790 at Leith", date="1790", date_words="1790",
                  fields={"place": "Leith"}),
            Claim(who="hugh", type="work", quote="Bound the Almanac of the Firth",
                  fields={"value": "Almanac of the Firth"}),
            Claim(who="hugh", type="death", quote="D. at Perth, 3 January 1851", date="1851-01-03",
                  date_words="3 January 1851", fields={"place": "Perth"})])),
        (memoir, reading_of(memoir, {"hugh": ("Hugh Orr", "My grandfather", "he")}, [
            Claim(who="hugh", type="birth", quote="Hugh Orr was born in 1795 in Leith", date="1795",
                  date_words="1795", fields={"place": "Leith"}),
            Claim(who="hugh", type="death", quote="He died on 9 May 1853 in Perth", date="1853-05-09",
                  date_words="9 May 1853", fields={"place": "Perth"})])),
    ]  # fmt: skip
    same = tuple(sorted(reading.personas[0].id for _, reading in readings))
    return library_of(path, readings, [PersonLink(person=same[0], personas=same, reasons=("one name",))])
