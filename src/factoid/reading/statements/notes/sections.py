"""Lines under a heading that says what they are: *Education*, *Positions*, *Awards*, *Selected works*, an item a line.

So CVs tell a life, and encyclopaedias what follows their articles. A line is read as if the heading were its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from factoid.model import MentionForm, Span
from factoid.reading.labels import LINE, Label, Labelled
from factoid.reading.parse import span_of
from factoid.reading.statements.clauses.phrases import is_place
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.notes.above import Line, heading_above, lines_of
from factoid.reading.statements.notes.forms import read_value, school
from factoid.reading.statements.passage import Passage
from factoid.resources import load

_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_PART = re.compile(r",\s+|\s+(?:at\s+(?:the\s+)?|of\s+the\s+)(?=[^\W\d_a-z])")


def read_sections(passage: Passage) -> Iterator[Draft]:
    """Yield what the lines of a list tell of whom the text is about, by the heading above them."""
    if passage.main is None or passage.cell is not None:
        return
    for line in lines_of(passage):
        if not (line.has_mark or _YEAR.search(line.span.of(passage.content))) or _is_of_another(
            line, passage
        ):
            continue
        above = heading_above(line.span.start, passage.content, section)
        if above is not None:
            found = Labelled(above[0], Span(line.span.start, line.span.start), line.span)
            for draft in read_value(found, passage):
                words = next((told for told in draft.slots.values() if isinstance(told, Span)), line.span)
                yield replace(_told_by_parts(draft, passage), quote=words, rule=f"{draft.type}.section")


def is_heading(passage: Passage) -> bool:
    """Whether a passage is but such a heading, which tells nothing by itself."""
    doc = passage.segment.doc
    return 0 < len(doc) <= _LONGEST_HEADING and section(doc.text.strip(" #*:\n")) is not None


_LONGEST_HEADING = 6  #: words and signs


def told_by_heading(draft: Draft, lines: Sequence[Draft]) -> bool:
    """Whether the heading above a line has told what another rule takes the words of the line for."""
    return draft.type in _FIELDS and any(
        line.person == draft.person and line.quote.overlaps(draft.quote) for line in lines
    )


@cache
def section(heading: str) -> Label | None:
    """Return what a heading says of the lines below it."""
    words = " ".join(heading.lower().replace("&", "and").split())
    told = (type_ for type_, headings in load("form_labels")["sections"].items() if words in headings)
    return next((Label(type_, _FIELDS[type_]) for type_ in told), None)


_FIELDS = {
    "education": "role",
    "office": "role",
    "award": "value",
    "membership": "organisation",
    "work": "value",
}


def _is_of_another(line: Line, passage: Passage) -> bool:
    """Whether a line has a label of its own, or begins with somebody else: the author of a book in a bibliography."""
    if LINE.match(line.span.of(passage.content)) is not None and not line.words[0].text[:1].isdigit():
        return True
    mention = next((m for t in line.words[:3] if (m := passage.people.mention_at(t)) is not None), None)
    first = next((t for t in line.words if t.text[:1].isalpha()), line.words[0])
    is_name = (
        mention is not None and mention.form is MentionForm.NAME and mention.span.overlaps(span_of(first))
    )
    return is_name and passage.person(first) != passage.main


def _told_by_parts(draft: Draft, passage: Passage) -> Draft:
    """Return a post or a school whose line names it part by part: *Lecturer, University of Graz*, *MA, Riga*."""
    whole = draft.slots.get("role")
    if not isinstance(whole, Span):
        return draft
    cuts = list(_PART.finditer(passage.content, whole.start, whole.end))
    first = Span(whole.start, cuts[0].start() if cuts else whole.end)
    slots: dict[str, Words] = {slot: words for slot, words in draft.slots.items() if slot != "role"}
    if draft.type == "office":
        slots["role"] = first
    else:
        slots |= {"value": first} if cuts else school(first, passage)
    ends = [*(cut.start() for cut in cuts[1:]), whole.end]
    for start, end in zip((cut.end() for cut in cuts), ends, strict=False):
        words = passage.segment.words(Span(start, end))
        if words is not None:
            is_town = all(is_place(t, passage.entities) for t in words if t.text.isalpha())
            slots.setdefault("place" if is_town else "organisation", Span(start, end))
    return replace(draft, slots=slots)
