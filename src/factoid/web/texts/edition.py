"""A source as its page shows it: the text in blocks, its people marked, the statements in the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from factoid.model import Document, DossierLine, Finding, Persona, Segment, SegmentKind, Span, Text, page_at
from factoid.resources.catalogue import Catalogue
from factoid.web.addresses import one_line
from factoid.web.interpreter import interpreter_of
from factoid.web.texts.marks import Mark, cut_out, marked
from factoid.web.texts.mentions import Meaning, PersonInText, marks_of_mentions, people_in_text

SECTION_CHARACTERS = 50_000  #: a page of a source; longer ones have several
LONGEST_PASSAGE = 5_000  #: characters of a quote with its surroundings
_AROUND = 280  #: characters on either side of a quote
_QUOTE, _FINDING, _FIELD, _MENTION = range(4)  # layers, outermost first


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A segment of the text, or the part of a huge one that fits on the page."""

    kind: SegmentKind
    start: int  #: where it begins in the text
    is_repeated: bool
    is_found: bool
    html: Markup
    notes: tuple[DossierLine, ...] = ()
    findings: tuple[Finding, ...] = ()  #: marks of damage that begin here
    page: str = ""  #: what the page is called that begins in it, where a source has pages


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stand next to each other and are shown together: furniture folded, all else open."""

    is_furniture: bool
    blocks: tuple[Block, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody was sent to a place in it."""
        return any(block.is_found for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One section of a source, ready to be shown."""

    folds: tuple[Fold, ...]
    people: tuple[PersonInText, ...]
    section: int  #: from 1
    sections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is shown in the text: its people, its statements, and the statement looked at."""

    personas: Sequence[Persona] = ()
    lines: Sequence[DossierLine] = ()
    selected: DossierLine | None = None
    findings: Sequence[Finding] = ()
    meaning: Meaning = field(default_factory=Meaning)


def edition_of(
    document: Document, evidence: Evidence, words: Catalogue, *, section: int = 1, at: int | None = None
) -> Edition:
    """Return a section of a source: the one of the statement or the place looked at, if there is one."""
    sections = _sections(document.text)
    wanted = evidence.selected.factoid.start if evidence.selected else at
    section = _number(sections, section, wanted)
    segments = sections[section - 1]
    people = people_in_text(evidence.personas)
    shown = Span(segments[0].start, segments[-1].end) if segments else Span(0, 0)
    evidence = replace(evidence, lines=[line for line in evidence.lines if line.factoid.span.overlaps(shown)])
    marks = _marks_by_segment(
        [
            *_quotes(evidence),
            *_findings(evidence, shown, words),
            *_fields(evidence, words),
            *marks_of_mentions(people, shown, evidence.meaning, words, layer=_MENTION),
        ],
        segments,
    )
    notes = _notes_by_segment(evidence.lines, segments)
    damage = _damage_by_segment(evidence.findings, segments)
    blocks = [
        Block(
            kind=segment.kind,
            start=segment.start,
            is_repeated=segment.repeats is not None,
            is_found=at is not None and segment.start <= at < segment.end,
            html=marked(document.text.content, marks[place], start=segment.start, end=segment.end),
            notes=tuple(notes[place]),
            findings=tuple(damage[place]) if segment.repeats is None else (),
            page=_page_in(document, segment),
        )
        for place, segment in enumerate(segments)
    ]
    return Edition(folds=_folds(blocks), people=people, section=section, sections=len(sections))


def _page_in(document: Document, segment: Segment) -> str:
    """Return what the page is called that begins in a segment; nothing where each segment is numbered."""
    if 2 * len(document.pages) > len(document.text.segments):
        return ""
    label = page_at(document.pages, segment.end - 1)
    return label if label and label != page_at(document.pages, segment.start - 1) else ""


def stretch_of(text: Text, *, section: int = 1, at: int | None = None) -> Span:
    """Return what a section holds of the text: the section asked for, or that of a place."""
    sections = _sections(text)
    shown = sections[_number(sections, section, at) - 1]
    return Span(shown[0].start, shown[-1].end) if shown else Span(0, 0)


def _number(sections: Sequence[Sequence[Segment]], section: int, at: int | None) -> int:
    """Return the number of the section wanted, from 1."""
    if at is not None:
        section = bisect_right([first.start for first, *_ in sections], at)
    return min(max(section, 1), len(sections))


def passage_with_fields(text: Text, line: DossierLine, words: Catalogue) -> Markup:
    """Return the quote in its surroundings, with the words of each field marked."""
    evidence = Evidence(lines=[line], selected=line)
    factoid = line.factoid
    start, end = _surroundings(text, factoid.span)
    return cut_out(text.content, [*_quotes(evidence), *_fields(evidence, words)], start=start, end=end)


def _surroundings(text: Text, quote: Span) -> Span:
    """Return the quote with what stands around it in its own segments, whole words only."""
    held = [segment for segment in text.segments if segment.span.overlaps(quote)]
    first = min([quote.start, *(segment.start for segment in held)])
    last = max([quote.end, *(segment.end for segment in held)])
    start, end = max(first, quote.start - _AROUND), min(last, quote.end + _AROUND)
    if start > first:
        start = _word_start(text.content, start, quote.start)
    if end < last:
        end = _word_start(text.content, end, last)
    return Span(start, min(end, start + LONGEST_PASSAGE))


def _word_start(content: str, place: int, latest: int) -> int:
    space = content.find(" ", place, min(latest, place + 40))
    return space + 1 if space >= 0 else place


def _sections(text: Text) -> list[list[Segment]]:
    """Cut the segments into pages; a segment too long for one is cut itself."""
    whole = Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text.content))
    sections: list[list[Segment]] = [[]]
    room = SECTION_CHARACTERS
    for segment in text.segments or (whole,):
        for piece in _pieces(segment):
            length = piece.end - piece.start
            if length > room and sections[-1]:
                sections.append([])
                room = SECTION_CHARACTERS
            sections[-1].append(piece)
            room -= length
    return sections


def _pieces(segment: Segment) -> Iterator[Segment]:
    for start in range(segment.start, max(segment.end, segment.start + 1), SECTION_CHARACTERS):
        end = min(segment.end, start + SECTION_CHARACTERS)
        yield Segment(kind=segment.kind, start=start, end=end, why=segment.why, repeats=segment.repeats)


def _quotes(evidence: Evidence) -> Iterator[Mark]:
    chosen = evidence.selected.factoid.id if evidence.selected else None
    for line in evidence.lines:
        factoid, number = line.factoid, line.factoid.id
        yield Mark(
            start=factoid.start,
            end=factoid.end,
            tag="mark",
            layer=_QUOTE,
            attributes=(("class", "quote selected" if number == chosen else "quote"), ("data-f", number)),
            once=(("id", number),),
        )


def _fields(evidence: Evidence, words: Catalogue) -> Iterator[Mark]:
    if evidence.selected is None:
        return
    factoid = evidence.selected.factoid
    spans = [*factoid.spans.items(), *(("related", span) for span in factoid.related_spans if span)]
    for name, span in spans:
        yield Mark(
            start=span.start,
            end=span.end,
            layer=_FIELD,
            attributes=(("class", f"field field-{_token(name)}"),),
            once=(("data-label", words.label("fields", name)),),
        )


def _findings(evidence: Evidence, shown: Span, words: Catalogue) -> Iterator[Mark]:
    said = interpreter_of(words.language).said
    for finding in evidence.findings:
        if finding.start < finding.end and shown.overlaps(Span(finding.start, finding.end)):
            yield Mark(
                start=finding.start,
                end=finding.end,
                layer=_FINDING,
                attributes=(("class", "damage"), ("title", one_line(said(finding.note)))),
            )


def _token(name: str) -> str:
    return name.replace("_", "-") if name.isidentifier() and name.isascii() else "other"


def _marks_by_segment(marks: Iterable[Mark], segments: Sequence[Segment]) -> dict[int, list[Mark]]:
    starts = [segment.start for segment in segments]
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        place = max(bisect_right(starts, mark.start) - 1, 0)
        while place < len(segments) and segments[place].start < mark.end:
            found[place].append(mark)
            place += 1
    return found


def _notes_by_segment(
    lines: Iterable[DossierLine], segments: Sequence[Segment]
) -> dict[int, list[DossierLine]]:
    starts = [segment.start for segment in segments]
    found: dict[int, list[DossierLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.factoid.start, line.factoid.end)):
        place = bisect_right(starts, line.factoid.start) - 1
        if place >= 0 and line.factoid.start < segments[place].end:
            found[place].append(line)
    return found


def _damage_by_segment(findings: Iterable[Finding], segments: Sequence[Segment]) -> dict[int, list[Finding]]:
    starts = [segment.start for segment in segments]
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        place = bisect_right(starts, finding.start) - 1
        if place >= 0 and finding.start < finding.end and finding.start < segments[place].end:
            found[place].append(finding)
    return found


def _folds(blocks: Iterable[Block]) -> tuple[Fold, ...]:
    folds: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        is_furniture = block.kind is SegmentKind.FURNITURE
        if not folds or folds[-1][0] != is_furniture:
            folds.append((is_furniture, []))
        folds[-1][1].append(block)
    return tuple(Fold(is_furniture, tuple(held)) for is_furniture, held in folds)
