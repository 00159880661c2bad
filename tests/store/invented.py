"""Invented sources with readings of any size, for the tests of the store."""

from __future__ import annotations

from datetime import date

from factoid.model import (
    Bounds,
    Certainty,
    Document,
    Factoid,
    Finding,
    Mention,
    MentionForm,
    Organisation,
    Persona,
    Place,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
    TimeExpression,
    When,
    persona_id,
    sha256_of_text,
)

FURNITURE = "Share this page"


def year(number: int, words: str = "") -> When:
    """The year as a `When`."""
    start, end = date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal()
    return When(
        words=words or str(number), edtf=f"{number:04}", start=Bounds(start, end), end=Bounds(start, end)
    )


def invented(
    name: str,
    people: tuple[str, ...] = ("Anna Berg", "Карл Берг"),
    *,
    factoids: int = 4,
    reader: str = "rules@1",
) -> tuple[Document, Reading]:
    """A source in which the people do something every year, with everything that a reading can hold."""
    lines = [f"{people[n % len(people)]} was head of office {n} in {1900 + n % 90}." for n in range(factoids)]
    content = "\r\n\r\n".join([FURNITURE, *lines]) + "\n"
    source = Source(
        name=name,
        content_sha256=sha256_of_text(name + content),
        origin=f"papers/{name}.txt",
        media_type="text/plain",
        title=f"The papers of {name}",
        language="en",
    )
    segments, place = [], 0
    for line in [FURNITURE, *lines]:
        start = content.index(line, place)
        place = start + len(line)
        kind = SegmentKind.FURNITURE if line is FURNITURE else SegmentKind.PARAGRAPH
        segments.append(Segment(kind=kind, start=start, end=place, why="rule"))
    text = Text(content, tuple(segments))
    personas = tuple(_persona(source.id, content, who) for who in people if who in content)
    return Document(source, text, ("the encoding was guessed",)), Reading(
        source=source,
        text_sha256=text.sha256,
        reader=reader,
        segments=text.segments,
        personas=personas,
        organisations=(Organisation(id="o1", name="office", mentions=(Span(3, 5),)),),
        places=(
            Place(id="l1", name="Riga", mentions=(Span(1, 2),), lat=56.9, lon=24.1, uri="https://x.test/1"),
        ),
        times=(TimeExpression(20, 24, "1900", year(1900)),),
        factoids=tuple(_factoid(source.id, s, personas, n, reader) for n, s in enumerate(_lines(text))),
        findings=(
            Finding(kind="language", note="half of it is not read"),
            Finding(kind="odd", note="!", start=1, end=3),
        ),
        declined={"quote": 2},
    )


def _lines(text: Text) -> list[tuple[Segment, str]]:
    return [(s, s.span.of(text.content)) for s in text.segments if s.is_read]


def _persona(source_id: str, content: str, who: str) -> Persona:
    first = content.index(who)
    mentions = [Mention(first, first + len(who), MentionForm.NAME)]
    while (place := content.find(who, mentions[-1].end)) >= 0:
        mentions.append(Mention(place, place + len(who), MentionForm.NAME))
    anchor = persona_id(source_id, mentions[0].span)
    return Persona(id=anchor, name=who, forms=(who, "the head"), mentions=tuple(mentions), gender="f")


def _factoid(
    source_id: str, found: tuple[Segment, str], personas: tuple[Persona, ...], n: int, reader: str
) -> Factoid:
    segment, words = found
    others = tuple(p.id for p in personas if p.id != personas[n % len(personas)].id)[:1]
    return Factoid(
        source=source_id,
        person=personas[n % len(personas)].id,
        type="birth" if n == 0 else "office",
        quote=words,
        start=segment.start,
        end=segment.end,
        role="head",
        organisation=f"office {n}",
        related=others,
        related_spans=(None,) * len(others),
        when=year(1900 + n % 90),
        certainty=Certainty.HEDGED if n % 3 else Certainty.ASSERTED,
        spans={"person": Span(segment.start, segment.start + 4)},
        inference={"role": "the words"},
        reader=f"rule:office@{reader[-1]}",
        confidence=0.875,
    )
