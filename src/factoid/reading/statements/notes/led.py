"""What a note with a lead tells: *b. Perth, 16 May 1805*, *educ. Marlborough*, *Awards: Order of St Anne 3rd cl.*."""

from __future__ import annotations

import re

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import is_at_sea, is_place, name_span, phrase
from factoid.reading.statements.clauses.places import is_plain_name
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import bodies, war_words
from factoid.reading.statements.notes.forms import without_member
from factoid.reading.statements.notes.leads import leads
from factoid.reading.statements.notes.notes import Note, clip, date_of
from factoid.reading.statements.passage import Passage

_VIOLENT = frozenset(("shot", "executed", "hanged", "killed", "perished", "beheaded", "drowned", "murdered"))


_BETWEEN_ITEMS = re.compile(r"(?:,|;)\s+(?:and\s+)?(?=[^\W\d_a-z])|\s+and\s+(?=(?:the\s+)?[^\W\d_a-z])")


def listed(draft: Draft, passage: Passage) -> list[Span]:
    """Return the honours that a label lists: *Awards: St George 4th cl., St Anne 3rd cl.*."""
    value = draft.slots.get("value")
    if not isinstance(value, Span):
        return []
    items, start = [], value.start
    for cut in _BETWEEN_ITEMS.finditer(passage.content, value.start, value.end):
        items.append(Span(start, cut.start()))
        start = cut.end()
    return [*items, Span(start, value.end)]


_LETTERS = re.compile(r"(?:[A-Z][a-z]*\.\s?){3,}")  #: a society told by its letters: *M.I.C.E. 1833*
_SURE = 0.7


def follows(note: Note, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of some words comes next in a note."""
    following = next((t for t in note.words if span_of(t).start >= start), None)
    return following is not None and following.lower_ in words


def led_draft(note: Note, type_: str, led_by: Span, passage: Passage, *, is_label: bool) -> Draft:
    """Return what a note tells of the person of the passage by its lead, whose place in the note is given."""
    words = note.text[led_by.start : led_by.end].rstrip(" :")
    lead = Span(note.span.start + led_by.start, note.span.start + led_by.start + len(words))
    rest = _rest(note, note.span.start + led_by.end, passage)
    slots = _where(note, type_, rest, lead.end, passage)
    if type_ == "death" and words.lower() in _VIOLENT:
        slots["value"] = lead
    if type_ == "service":
        slots.update(_force(note, lead, rest, passage))
    elif type_ == "education":
        slots.update(_school(note, lead, rest if is_label else None, passage))
    elif type_ in _SAID_BY_WORDS:
        whole = type_ in ("event", "award", "rank") and not is_label
        value = Span(lead.start, rest.end) if whole and rest is not None else rest or lead
        slots[{"membership": "organisation", "office": "role"}.get(type_, "value")] = value
        if type_ == "membership":
            slots["organisation"] = without_member(value, passage)
            slots["value"] = Inferred("member", f"the note {words}")
    return Draft(
        person=passage.main or "",
        type=type_,
        rule=f"{type_}.note",
        quote=clip(note.span),
        anchor=note.words[0],
        slots=slots,
        dated=(date := date_of(note, passage)),
        own_date=True,
        undated=date is None and type_ in _STATES,
        likelihood=_SURE
        if type_ == "membership" and _LETTERS.fullmatch(words) and date is not None
        else None,
        confidence=0.75,
    )


_AT_A_PLACE = frozenset(
    ("birth", "death", "burial", "residence", "arrest", "imprisonment", "release", "education", "service")
)
_AT_WHAT_FOLLOWS = frozenset(("birth", "death", "burial", "residence"))
# what no date of another note dates: what happened may be dated by what was told before
_STATES = frozenset(
    ("education", "award", "membership", "residence", "occupation", "rank", "office", "work", "ethnicity",
     "religion")
)  # fmt: skip
_SAID_BY_WORDS = frozenset(
    ("occupation", "ethnicity", "citizenship", "religion", "rank", "award", "work", "membership", "office",
     "sentence", "event")
)  # fmt: skip


def _where(note: Note, type_: str, rest: Span | None, start: int, passage: Passage) -> dict[str, Words]:
    """Return the place of what a note tells: a place in it, or what follows its lead, where that can be one."""
    place = _place(note, passage)
    if type_ in _AT_A_PLACE and place is not None:
        first = next((t.start for t in note.words if t.start > start and t.text != "."), start)
        # not *b. Cork*, nor *Riga, Jew*
        return {"place": Span(max(place.start, first), min(place.end, note.span.end))}
    if (
        type_ in _AT_WHAT_FOLLOWS
        and rest is not None
        and not _is_sentence(rest, passage)
        and (_begins_as_place(rest.of(passage.content)) or type_ == "residence")
        and not _is_full_name(rest, passage)
    ):
        return {"place": rest}
    unknown = _unknown_place(note, start, passage) if type_ in _AT_A_PLACE else None
    return {"place": unknown} if unknown is not None else {}


def _unknown_place(note: Note, start: int, passage: Passage) -> Span | None:
    """Return a name of which nothing is known but that it was there: *Killed in action at Lbishchensk*."""
    for token in note.words:
        is_at = token.i > note.words.start and token.nbor(-1).lower_ in ("at", "near")
        if token.start > start and is_at and is_plain_name(token, passage):
            return name_span(token, passage.entities)
    return None


_SETTLEMENT = re.compile(
    r"(?:village|town|hamlet|farm|parish|estate|settlement|stanitsa|city|near|nr\.?)\s+(?:of\s+)?(?=[^\W\d_a-z])"
)


def _begins_as_place(words: str) -> bool:
    """Whether words may be a place: a name, *village of Luki*, *nr. Perm*."""
    return words[:1].isupper() or _SETTLEMENT.match(words) is not None


def _force(note: Note, lead: Span, rest: Span | None, passage: Passage) -> dict[str, Words]:
    """Return the unit and the front that a note of service names, else what its lead says."""
    slots: dict[str, Words] = {}
    for token in note.words:
        is_named = token.text[:1].isupper() and not lead.overlaps(span_of(token))
        if is_named and token.lower_ in ("front", "fronts"):
            slots.setdefault("place", phrase(token))
        elif is_named and token.lower_ in bodies("force") and token.lower_ not in war_words():
            slots.setdefault("organisation", name_span(token, passage.entities))
    return slots or {"value": rest or lead}


def _school(note: Note, lead: Span, rest: Span | None, passage: Passage) -> dict[str, Words]:
    """Return the school that a note names, else what its label is of, else its lead."""
    for token in note.words:
        if lead.overlaps(span_of(token)):
            continue
        if passage.entities.label_of(token) == "organisation" or token.lower_ in bodies("school"):
            name = name_span(token, passage.entities)
            start = max(name.start, min(lead.end + 1, token.start))
            return {"organisation": Span(start, _before_its_place(start, name.end, passage))}
    named = _named_after(note, lead, passage)
    if rest is not None and named is None:
        return {"value": rest}
    return {"organisation": named} if named is not None else {"value": lead}


def _before_its_place(start: int, end: int, passage: Passage) -> int:
    """Return where the name of a school ends before the place that a comma parts from it: *parish school, Ely*."""
    comma = passage.content.find(",", start, end)
    words = passage.segment.words(Span(comma + 1, end)) if comma >= 0 else None
    if words is None or not all(is_place(t, passage.entities) for t in words if t.text.isalpha()):
        return end
    return comma


def _named_after(note: Note, lead: Span, passage: Passage) -> Span | None:
    """Return the name that comes right behind a lead, of whatever it is: *Educ. Marlborough*."""
    words = [t for t in note.words if t.start >= lead.end and t.lower_ not in (":", "at", "the", ".", "in")]
    words = [t for t in words if not lead.overlaps(span_of(t))]
    if not words or not words[0].text[:1].isupper() or passage.dates.is_time(words[0]):
        return None
    first = words[0]
    if passage.person(first) is not None or passage.entities.label_of(first) == "place":
        return None
    if first.pos_ != "PROPN":
        return None
    return Span(first.start, max(first.end, name_span(first, passage.entities).end))


def _is_sentence(words: Span, passage: Passage) -> bool:
    """Whether the words behind a lead go on to tell something: *Born in Fife he was the son of a miner*."""
    found = passage.segment.words(words)
    return found is not None and any(t.pos_ in ("VERB", "AUX", "PRON") for t in found)


def _is_full_name(words: Span, passage: Passage) -> bool:
    """Whether the words behind *born* are another name of somebody: *born Derek Roy Low*."""
    found = passage.segment.words(words)
    return (
        found is not None and len(found) > 1 and all(passage.entities.label_of(t) == "person" for t in found)
    )


def _rest(note: Note, start: int, passage: Passage) -> Span | None:
    """Return the words after the lead up to a date or a bracket, without the punctuation around them."""
    kept: list[Token] = []
    for token in note.words:
        span = span_of(token)
        if span.start < start or passage.dates.is_time(token):
            if kept:
                break
            continue
        if token.text in ("(", "[") and kept:
            break
        if not kept and (token.is_punct or token.dep_ == "prep"):
            continue
        kept.append(token)
        if len(kept) > 14:
            break
    while kept and ((kept[-1].is_punct and not _ends_abbreviation(kept)) or kept[-1].dep_ in ("prep", "cc")):
        kept.pop()
    return Span(span_of(kept[0]).start, span_of(kept[-1]).end) if kept else None


def _ends_abbreviation(kept: list[Token]) -> bool:
    """Whether the last mark is the stop of a shortened word: *Order of St. Anne, 3rd cl.*."""
    shortened = len(kept) > 1 and kept[-2].lower_ + "." in leads().abbreviations
    return kept[-1].text == "." and shortened


def _begins_another(token: Token, note: Note) -> bool:
    """Whether a comma and a participle begin what else is told: *Arrested June 1941, deported to Vyatka*."""
    is_inside = token.i > note.words.start + 1 and token.nbor(-1).text == ","
    return is_inside and token.tag_ in ("VBN", "VBD") and token.text[:1].islower()


def _place(note: Note, passage: Passage) -> Span | None:
    for token in note.words:
        if _begins_another(token, note):
            return None
        if is_at_sea(token):
            return name_span(token, passage.entities)
        if (
            is_place(token, passage.entities)
            and not passage.dates.is_time(token)
            and passage.person(token) is None
            and token.ent_type_
        ):
            return _with_narrower(token, name_span(token, passage.entities), note, passage)
    return None


def _with_narrower(known: Token, named: Span, note: Note, passage: Passage) -> Span:
    """Return a known place with the name before it of which nothing is known: *at Budaika, Kazan province*."""
    doc, comma = known.doc, known.i
    while comma > note.words.start and span_of(doc[comma]).end > named.start:
        comma -= 1
    first = comma
    while first > note.words.start and _may_name_a_place(doc[first - 1], passage):
        first -= 1
    if doc[comma].text != "," or first == comma or first == note.words.start:
        return named
    before = doc[first - 1]
    is_told = before.lower_ in ("at", "in", "near", "of") or passage.dates.is_time(before)
    return Span(span_of(doc[first]).start, named.end) if is_told else named


def _may_name_a_place(token: Token, passage: Passage) -> bool:
    is_known = passage.entities.label_of(token) == "place" and not passage.dates.is_time(token)
    return (is_known and token.text[:1].isupper()) or is_plain_name(token, passage)
