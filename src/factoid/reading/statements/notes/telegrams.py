"""Deeds told without a subject or an auxiliary, where no clause is found: *Shot 14 December 1937.*, *…, shot 1938*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.clause import SUBJECTS
from factoid.reading.parse import Token, TokenSpan, sentence_of, span_of
from factoid.reading.statements.clauses.phrases import is_place, name_span
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import dated

_LIKELIHOOD = 0.7
_DEEDS = {
    "death": ("shot", "hanged", "executed", "beheaded", "guillotined", "killed", "murdered", "drowned", "died", "fell"),
    "arrest": ("arrested", "rearrested", "re-arrested", "detained", "captured"),
    "release": ("released", "freed", "amnestied", "pardoned", "liberated", "exchanged", "ransomed", "discharged"),
    "travel": ("emigrated", "deported", "returned", "evacuated", "fled"),
    "event": ("rehabilitated", "wounded", "retired", "disappeared"),
    "burial": ("buried", "interred", "cremated"),
}  # fmt: skip
_TYPES = {word: type_ for type_, words in _DEEDS.items() for word in words}
_BOUNDS = frozenset((",", ";", ".", "\n", ":", "\u2013", "\u2014", "(", ")"))
_BEHIND = frozenset(
    ("in", "at", "on", "by", "near", "to", "from", "as", "again", "early", "late", "about", "c.")
)
_LONGEST = 14  #: words


def read_telegrams(passage: Passage) -> Iterator[Draft]:
    """Yield what such notes tell of the person whom the passage, or the sentence before, is about."""
    doc = passage.segment.doc
    for token in doc:
        type_ = _TYPES.get(token.lower_)
        if type_ is None or token.i in passage.clauses or not _begins(token) or _has_subject(token):
            continue
        if passage.is_entry and (token.is_sent_start or token.nbor(-1).text != ","):
            continue  # the notes of an entry are read by how they begin
        note = _note(token)
        if len(note) > 1 and not _goes_on(note[1], passage):
            continue
        person = _person(token, passage)
        if person is not None and (len(note) > 1 or passage.is_entry):
            yield _draft(person, type_, note, passage)


def _begins(token: Token) -> bool:
    return bool(token.is_sent_start) or (token.i > 0 and token.nbor(-1).text in _BOUNDS)


def _note(token: Token) -> TokenSpan:
    """Return the words up to the next comma or stop that no date holds."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end - token.i < _LONGEST and doc[end].text not in _BOUNDS:
        end += 1
    return doc[token.i : end]


def _goes_on(word: Token, passage: Passage) -> bool:
    """Whether when, where or by whom comes next: *Shot 14 December*, no *Shot glasses*."""
    return word.lower_ in _BEHIND or passage.dates.is_time(word) or word.text[:1].isdigit() or _is_month(word)


def _is_month(word: Token) -> bool:
    return word.ent_type_ == "DATE"


def _has_subject(token: Token) -> bool:
    """Whether somebody stands before it in the sentence of whom a verb could tell it."""
    before = token.doc[sentence_of(token).start : token.i]
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i >= token.i for t in before)


def _person(token: Token, passage: Passage) -> str | None:
    """Return whom the sentence, or the one before, is about."""
    if passage.is_entry:
        return passage.main
    sentence = sentence_of(token)
    doc = token.doc
    for start, end in ((sentence.start, token.i), (_before(sentence), sentence.start)):
        for word in doc[start:end]:
            if word.dep_ in SUBJECTS:
                found = passage.person(word)
                if found is not None:
                    return found
    return passage.main


def _before(sentence: TokenSpan) -> int:
    doc = sentence.doc
    return int(sentence_of(doc[sentence.start - 1]).start) if sentence.start else 0


def _draft(person: str, type_: str, note: TokenSpan, passage: Passage) -> Draft:
    verb = note[0]
    quote = span_of(note)
    slots: dict[str, Words] = {}
    place = next((t for t in note[1:] if is_place(t, passage.entities) and passage.person(t) is None), None)
    if place is not None:
        slots["place"] = name_span(place, passage.entities)
    if type_ in ("death", "travel", "event") and verb.lower_ not in ("died", "fell"):
        slots["value"] = span_of(verb)
    within = [t for t in passage.dates.phrases if quote.start <= t.start < quote.end]
    if within:
        quote = Span(quote.start, max(quote.end, within[0].end))
    return Draft(
        person=person,
        type=type_,
        rule=f"{type_}.telegram",
        quote=quote,
        anchor=verb,
        slots=slots,
        dated=dated(within[0]) if within else None,
        own_date=True,
        likelihood=_LIKELIHOOD,
    )
