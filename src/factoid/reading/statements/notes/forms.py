"""Forms: lines of *Label: value* in infoboxes, questionnaires and cards, each value read by its label.

What a label says of its value leaves no doubt, so that these are not weighed. The labels are data:
``resources/form_labels.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factoid.dates import when_of_edtf
from factoid.model import SegmentKind, Span
from factoid.reading.labels import LINE, Label, Labelled, label_of, labelled
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import has_head, is_place, name_span
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin.pairs import as_of_sex, role_in_return
from factoid.reading.statements.lexicon import ties
from factoid.reading.statements.notes.household_cells import birth_by_age, read_household
from factoid.reading.statements.notes.kin import born_in_bracket
from factoid.reading.statements.notes.life_years import are_of_marriage
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated
from factoid.reading.statements.when.storyline import ends
from factoid.reading.tables import Cell

_LIKELIHOOD = 0.85  #: of what a label says
_ALSO = r"|\s\band\b"  #: parts a list whose marks hold the comma
_OUTER = re.compile(r"^[\s,;:.\u2013-]+|(?:[\s,;:\u2013-]|\s(?:since|from|until|till|in|on))+$")
_BRACKET = re.compile(r"\s+[(\[][^)\]]*[)\]]?")
_SINCE = re.compile(
    r"\b(?:since|from|until|till|to|on|at|in)\s*$|^(?:since|from|until|on|at|in)\b", re.IGNORECASE
)
_MEMBER_OF = re.compile(r"(?:candidate )?(?:member|mem\.)(?: of)? (?:the )?(?=\S)", re.IGNORECASE)
_LIFE = frozenset(("birth", "death", "burial"))
_DATED = _LIFE | {"arrest", "release", "service", "event"}  #: whose labels may ask for a date alone
_YEAR = re.compile(r"[12]\d{3}")


def read_forms(passage: Passage) -> Iterator[Draft]:
    """Yield what labelled lines, or a cell under its heading, say of whom the form, or the row, is about."""
    if passage.cell is not None:
        yield from _of_cell(passage.cell, passage)
        return
    if passage.main is None or not passage.is_entry or passage.segment.segment.kind is SegmentKind.TABLE_CELL:
        return
    doc = passage.segment.doc
    if not len(doc):
        return
    if (below := _place_below(passage)) is not None:
        first = below.value.of(passage.content).split(",")[0]
        place = Span(below.value.start, below.value.start + len(first))
        yield from (replace(draft, slots={"place": place}) for draft in read_value(below, passage))
        return
    for found in labelled(passage.content, passage.segment.offset, doc.ends[-1]):
        read = read_value if found.label.role is None else _of_kin
        yield from read(found, passage)


def _place_below(passage: Passage) -> Labelled | None:
    """Return the line of a place as the value of the birth or death that the line above dates, as infoboxes have it."""
    doc, content = passage.segment.doc, passage.content
    start, end = doc.starts[0], doc.ends[-1]
    is_name = all(t.text == "," or t.text[:1].isupper() for t in doc) and len(doc) <= _LONGEST_PLACE
    if not is_name or not any(is_place(t, passage.entities) for t in doc) or "\n" in content[start:end]:
        return None
    before = content[max(0, start - _SHORT) : start].rstrip()
    above = LINE.match(before[before.rfind("\n") + 1 :])
    label = label_of(above["label"]) if above is not None and content[:start].endswith("\n") else None
    if above is None or label is None or label.type not in _LIFE or label.field is not None:
        return None
    is_bare_date = any(c.isdigit() for c in above["value"]) and content[start - 2 : start] != "\n\n"
    return Labelled(label, Span(start, start), Span(start, end)) if is_bare_date else None


_LONGEST_PLACE = 9  #: words and commas


def _of_cell(cell: Cell, passage: Passage) -> Iterator[Draft]:
    if passage.main is None or cell.label is None or cell.words.start == cell.words.end:
        return
    if cell.label.type in ("age", "relation"):
        yield from read_household(cell, passage)
        return
    found = Labelled(cell.label, Span(cell.words.start, cell.words.start), cell.words)
    by_age = birth_by_age(cell, passage) if cell.label.type == "birth" else None
    for draft in (read_value if cell.label.role is None else _of_kin)(found, passage):
        is_undated = by_age is not None and draft.type == "birth" and draft.dated is None
        yield replace(draft, dated=by_age, own_date=False) if is_undated else draft


def is_read_as_form(start: int, passage: Passage) -> bool:
    """Whether what starts there belongs to a labelled line that `read_forms` reads; what follows on kin does not."""
    found = _line_at(start, passage)
    return found is not None and (found.label.role is None or start == found.words.start)


def is_told_of_kin(start: int, passage: Passage) -> bool:
    """Whether what starts there goes on about somebody whom the label of the line makes kin."""
    found = _line_at(start, passage)
    return found is not None and found.label.role is not None and start > found.words.start


def _line_at(start: int, passage: Passage) -> Labelled | None:
    if not passage.is_entry:
        return None
    content = passage.content
    line, end = content.rfind("\n", 0, start) + 1, content.find("\n", start)
    told = labelled(content, line, end if end >= 0 else len(content))
    return next((found for found in told if found.words.start <= start < found.value.end), None)


def read_value(found: Labelled, passage: Passage) -> Iterator[Draft]:
    """Yield what a value tells of whom the passage is about, by its label."""
    whole, label = found.whole, found.label
    items = _with_their_dates(list(_items(found.value, label.each, passage.content)), passage)
    for item in items:
        is_dated = label.type in _DATED and label.field in (None, "label")
        year = _year_alone(item, passage) if is_dated else None
        date = year or _date_in(item, passage)
        is_life = label.type in _LIFE and label.field is None
        words_told = (
            None if year else _without_date(item, passage, behind=is_life, first=label.type == "membership")
        )
        slots = _slots(label, words_told, passage)
        is_bare = label.type == "membership" and "organisation" not in slots
        if is_bare and found.words.start < found.words.end:  # *Party membership: since 1920*
            name = found.words.of(passage.content).split()[0]
            slots["organisation"] = Span(found.words.start, found.words.start + len(name))
        if label.field == "label" and found.words.start < found.words.end:
            slots["value"] = found.words
        words = passage.segment.words(item)
        if (slots or date is not None) and words is not None:
            yield Draft(
                person=passage.main or "",
                type=label.type,
                rule=f"{label.type}.label",
                quote=whole if whole.end - whole.start <= _SHORT and len(items) == 1 else item,
                anchor=words[0],
                slots=slots,
                dated=date,
                own_date=True,
                undated=date is None,
                likelihood=_LIKELIHOOD,
            )


def _slots(label: Label, words: Span | None, passage: Passage) -> dict[str, Words]:
    if words is not None and label.type == "membership":
        words = without_member(words, passage)
    member: dict[str, Words] = (
        {"value": Inferred("member", "the label")} if label.type == "membership" else {}
    )
    if words is None:
        return member
    is_life = label.type in _LIFE and label.field is None
    place = next(
        (t for t in passage.segment.words(words) or () if is_place(t, passage.entities) and t.ent_type_),
        None,
    )
    if is_life or label.field == "place":
        found = name_span(place, passage.entities) if place is not None else words
        if place is not None and is_life and _is_a_place_within_others(words, passage):
            return {"place": words}
        return {"place": words if label.field == "place" and found.start > words.start else found}
    if label.field in (None, "label"):
        return {"place": name_span(place, passage.entities)} if place is not None else {}
    slots: dict[str, Words] = {label.field: words, **member}
    if label.type == "education" and label.field == "value":
        slots = school(words, passage)
    if label.type == "office":
        slots["value"] = Inferred("held", "the label of the line")
    return slots


_PLACES = re.compile(
    r"(?:(?:[^\W\d_a-z][\w'\u2019-]*|village|town|city|parish|district|county|province|region|near|of|the)(?:,? |$))+"
)
_MOST_WORDS = 8


def _is_a_place_within_others(words: Span, passage: Passage) -> bool:
    """Whether a value is nothing but places, one within the other: *Lower Kell, Ash district, Livonia*."""
    value = words.of(passage.content)
    return len(value.split()) <= _MOST_WORDS and _PLACES.fullmatch(value) is not None


def without_member(words: Span, passage: Passage) -> Span:
    """Return the body of *member of the Bund*."""
    found = _MEMBER_OF.match(words.of(passage.content))
    return Span(words.start + found.end(), words.end) if found else words


def school(words: Span, passage: Passage) -> dict[str, Words]:
    """Return the school that the words name, else what was learnt."""
    for token in passage.segment.words(words) or ():
        if passage.entities.label_of(token) == "organisation" or has_head(token, "school"):
            return {"organisation": name_span(token, passage.entities)}
    return {"value": words}


def _items(value: Span, marks: str, content: str) -> Iterator[Span]:
    """Yield the parts of a list; what brackets hold is not cut."""
    text = _BRACKET.sub(lambda m: "_" * len(m[0]), value.of(content))
    also = _ALSO if "," in marks else ""
    cuts = list(re.finditer(rf"\s*(?:[{re.escape(marks)}]{also})\s*", text)) if marks else []
    start = 0
    for end, after in [*((c.start(), c.end()) for c in cuts), (len(text), len(text))]:
        if text[start:end].strip():
            yield Span(value.start + start, value.start + end)
        start = after


def _with_their_dates(items: list[Span], passage: Passage) -> list[Span]:
    """Return the parts of a list with a date of their own joined to what it dates: *Works: The Mill, 1912*."""
    found: list[Span] = []
    for item in items:
        is_date = _date_in(item, passage) is not None and _without_date(item, passage) is None
        if is_date and found:
            found[-1] = Span(found[-1].start, item.end)
        else:
            found.append(item)
    return found


def _date_in(item: Span, passage: Passage) -> Dated | None:
    within = (t for t in passage.dates.phrases if item.start <= t.start and t.end <= item.end)
    return next((found for t in within if (found := dated(t)) is not None), None)


def _year_alone(item: Span, passage: Passage) -> Dated | None:
    """Return the year that is all of a value: nothing beside it would say that *1910* is one."""
    words = item.of(passage.content)
    return Dated(when_of_edtf(words), item) if _YEAR.fullmatch(words) else None


_LAST_YEAR = re.compile(r",\s*(?P<year>[12]\d{3})\s*$")


def _of_wedding(item: Span, value: Span, passage: Passage) -> Dated | None:
    """Return the date beside the name, or behind it where nothing else is: *married to Ada Kemp, 1951*."""
    rest = Span(item.end, value.end)
    year = _LAST_YEAR.fullmatch(rest.of(passage.content))
    if year is not None:
        there = Span(rest.start + year.start("year"), rest.start + year.end("year"))
        return Dated(when_of_edtf(year["year"], words=year["year"]), there)
    is_alone = rest.start < rest.end and _without_date(rest, passage) is None
    return _date_in(value if is_alone else item, passage)


def _without_date(item: Span, passage: Passage, *, behind: bool = False, first: bool = False) -> Span | None:
    """Return the longest stretch of a value that is no date and in no bracket.

    ``behind``: what stands behind the date, if anything does: *Born: Otto Emil Lind, 6 May 1902, Kpandu*.
    ``first``: the first, not the longest: *member of the Bund since 1905, ticket No. 07433*.
    """
    text = list(_BRACKET.sub(lambda m: "\n" * len(m[0]), item.of(passage.content)))
    for time in passage.dates.phrases:
        if item.start <= time.start and time.end <= item.end:
            text[time.start - item.start : time.end - item.start] = "\n" * (time.end - time.start)
    parts = []
    for part in re.finditer(r"[^\n]+", "".join(text)):
        start, end = part.span()
        while (trim := _OUTER.search(part[0][start - part.start() : end - part.start()])) is not None:
            if trim.start() == 0:
                start += trim.end()
            else:
                end = start + trim.start()
        parts.append((start, end))
    bare = [(a, b) for a, b in parts if b > a and not _SINCE.fullmatch("".join(text[a:b]))]
    dates = [t.end - item.start for t in passage.dates.phrases if item.start <= t.start and t.end <= item.end]
    if behind and dates:
        bare = [part for part in bare if part[0] >= dates[0]] or bare
    best = max(bare[:1] if first else bare, key=lambda p: p[1] - p[0], default=None)
    return Span(item.start + best[0], item.start + best[1]) if best is not None else None


def _of_kin(found: Labelled, passage: Passage) -> Iterator[Draft]:
    label, whole, value = found.label, found.whole, found.value
    owner, role = passage.main or "", label.role or ""
    named = list(_named(value, passage))
    for item, person, said in named:
        there = passage.mention(said)
        if role in ("child", "son", "daughter"):
            yield from born_in_bracket(person, said, passage)
        of_wedding = _of_wedding(item, value, passage) if role in ("wife", "partner") else None
        if (life := _LIFE_BEHIND.search(item.of(passage.content))) is not None:
            is_of_tie = are_of_marriage(life[1], passage.born.get(owner))
            of_wedding = of_wedding if is_of_tie else None
        date = of_wedding or _handed_over(role, whole.start, passage)
        quote = Span(whole.start, item.end)
        mine = as_of_sex(role, passage.gender(person), passage.gender(owner))
        back = (
            as_of_sex(
                role_in_return(mine, passage.gender(owner)), passage.gender(owner), passage.gender(person)
            )
            if label.type == "kinship"
            else ties()[role]
        )
        basis = "the label of the line"
        for one, who, other, where, as_ in (
            (owner, None, person, there, mine),
            (person, there, owner, None, back),
        ):
            yield Draft(
                person=one,
                type=label.type,
                rule=f"{label.type}.label",
                quote=quote if quote.end - quote.start <= _LONGEST else item,
                anchor=said,
                who=who,
                slots={"role": Inferred(as_, basis)},
                related=((other, where),),
                dated=date,
                own_date=True,
                undated=True,
                likelihood=_LIKELIHOOD,
            )


_LIFE_BEHIND = re.compile(r"\((\d{4}\s?[-\u2013]\s?\d{4})\)")
_TERM = re.compile(r"(?i)\b(?:in office|term(?: of office)?|reign(?:ed)?|ruled)\b[^.]{0,15}$")
_TERM_REACH = 160  #: characters between the years of an office and the line of who had it next


def _handed_over(role: str, place: int, passage: Passage) -> Dated | None:
    """Return when an office went to or from somebody: the end of the term in the lines above it, or its beginning."""
    last = passage.dates.story.told_before(place)
    term = last.whole if last is not None else None
    if role not in ("predecessor", "successor") or term is None or place - term.end > _TERM_REACH:
        return None
    if not _TERM.search(passage.content, max(term.start - 30, 0), term.start):
        return None
    first, end = ends(term.when.edtf)
    edtf = first if role == "predecessor" else end
    basis = f"the term of office, {term.words}"
    return Dated(when_of_edtf(edtf, basis=basis), None, basis) if edtf is not None else None


_LONGEST, _SHORT = 220, 90  #: characters of a quote; of one that holds the whole line
_TIES = {
    "predecessor": "successor",
    "successor": "predecessor",
    "teacher": "pupil",
    "pupil": "teacher",
    "partner": "partner",
}


def _named(value: Span, passage: Passage) -> Iterator[tuple[Span, str, Token]]:
    """Yield those whom the items of a list begin with, up to the first that tells something else of one before it."""
    found: set[str] = set()
    for item in _items(value, ",;/", passage.content):
        words = [t for t in passage.segment.words(item) or () if not t.is_punct and t.pos_ != "NUM"]
        named = passage.persons([t for t in words if t.pos_ == "PROPN"])
        opens = bool(named) and passage.mention(named[0][1]).overlaps(Span(item.start, _first_end(words)))
        if not opens and found:
            return
        for person, said in named[:1]:
            if person != passage.main and person not in found:
                found.add(person)
                yield item, person, said


def _first_end(words: list[Token]) -> int:
    """Return where the second word of an item ends: a title may stand before the name."""
    return span_of(words[min(1, len(words) - 1)]).end
