"""Of what somebody is it: the body, the land or the field that a noun for a post is told with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.lexicons import gazetteer
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.phrases import (
    heads_of_prepositions,
    is_organisation,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.drafts import Words
from factoid.reading.statements.lexicon import bodies, is_kind, word_list
from factoid.reading.statements.notes.notes import note_around
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_STEAD = frozenset(("place", "stead", "lieu", "succession"))


def put_domain(token: Token, start: int, slots: dict[str, Words], passage: Passage) -> Iterator[int]:
    """Put the places and bodies of which somebody is it; yield the other words that say of what."""
    for head in _told_of(token, passage):
        is_of = head.head.lower_ == "of"
        if head.lower_ in _STEAD and not is_of:
            continue  # *chairman in place of Otto Roth*
        if is_of and _is_field(token, head, passage):
            yield head.i
            _put_seat(head, slots, passage)
        elif is_of and _is_ruled(token, start, head, passage):
            slots.setdefault("place", name_span(head, passage.entities))
        elif is_firm(token, start, head, passage):
            slots.setdefault("organisation", name_span(head, passage.entities))
        elif not (put(head, slots, passage, whole=phrase(head)) or passage.dates.is_time(head)):
            yield from _put_unknown(token, start, head, slots, passage)


def _put_unknown(
    token: Token, start: int, head: Token, slots: dict[str, Words], passage: Passage
) -> Iterator[int]:
    """Put a name of which nothing is known where such a role has it; yield what belongs to the role itself."""
    is_of = head.head.lower_ == "of"
    if is_of and _is_field_of_affairs(token, start, head):
        yield head.i
    elif is_of and _is_bare_name(head, passage):
        name = span_of(head.doc[_first_of_name(head) : head.i + 1])
        if _is_territorial(token, start):
            slots.setdefault("place", name)
        elif token.lemma_.lower() in is_kind("serving"):
            slots.setdefault("organisation", name)
        else:
            yield head.i
    elif head.head.lower_ in ("of", "to", "for", "in"):
        yield head.i


def put_shared(token: Token, slots: dict[str, Words], passage: Passage) -> None:
    """Put the body or land that stands behind two posts joined and is of both: *founder and president of the Bank*."""
    other = (
        token.head if token.dep_ == "conj" else next((c for c in token.children if c.dep_ == "conj"), None)
    )
    if other is None or not any(
        {token.lemma_.lower(), other.lemma_.lower()} <= is_kind(k)
        for k in ("serving", "territorial", "of_firm")
    ):
        return  # *a bishop and the author of the Life of Ida*
    for head in heads_of_prepositions(other, "of", "at"):
        if head.head.i < max(token.i, other.i) or passage.person(head) is not None:
            continue
        if is_firm(token, token.i, head, passage):
            slots.setdefault("organisation", name_span(head, passage.entities))
            continue
        is_put = put(head, slots, passage, whole=phrase(head))
        if not is_put and _is_bare_name(head, passage) and token.lemma_.lower() in is_kind("serving"):
            slots.setdefault("organisation", span_of(head.doc[_first_of_name(head) : head.i + 1]))


def _told_of(token: Token, passage: Passage) -> Iterator[Token]:
    """Yield of what, where and over whom it is said to be; in an entry, only within its note."""
    told = heads_of_prepositions(token, "of", "for", "in", "at", "to", "with", "on", "under", "over")
    if not passage.is_entry:
        return told
    note = note_around(token.start, passage)  # *commander in the Red Army, b. 1887 at Budaika*
    return (head for head in told if note.overlaps(span_of(head)))


def _put_seat(field: Token, slots: dict[str, Words], passage: Passage) -> None:
    """Put the school that is told behind the field: *professor of the history of law at the University of Graz*."""
    noun: Token | None = field
    while noun is not None:
        for school in heads_of_prepositions(noun, "at"):
            put(school, slots, passage, whole=phrase(school))
        noun = next(iter(heads_of_prepositions(noun, "of")), None)


def _is_field_of_affairs(token: Token, start: int, noun: Token) -> bool:
    """Whether it says what an office has to do with: *Minister of Agriculture*, where the noun is a common one."""
    classes = noun_classes(noun.lower_) or noun_classes(noun.lemma_.lower())
    return _is_one_of("portfolio", token, start) and bool(classes) and _BODIES.isdisjoint(classes)


_BODIES = frozenset(("location.0", "social_group.0", "person.0", "structure.0", "region.0", "district.0"))


def _is_bare_name(noun: Token, passage: Passage) -> bool:
    """Whether the noun is a name of something of which nothing more is known."""
    return (
        noun.pos_ in ("PROPN", "NOUN", "X")
        and phrase(noun).of(passage.content)[:1].isupper()
        and passage.person(noun) is None
        and passage.entities.label_of(noun) is None
        and not passage.dates.is_time(noun)
    )


def _is_field(token: Token, head: Token, passage: Passage) -> bool:
    """Whether the noun is what somebody has the charge of, not for whom: *professor of Latin*."""
    word = head.lemma_.lower()
    is_body = (
        word in bodies("body")
        or (word in bodies("school") and word not in word_list("taught"))
        or _is_whole_body(head, passage)
    )
    is_land = head.text in gazetteer() or (head.ent_type_ == "GPE" and word not in _STATES)
    return token.lemma_.lower() in is_kind("of_field") and not (
        is_body or (is_land and is_place(head, passage.entities))
    )


#: what a minister has the charge of, though it is a land elsewhere
_STATES = frozenset(("state", "interior", "justice"))


def _is_whole_body(noun: Token, passage: Passage) -> bool:
    """Whether its whole name looks like a body: *the CPGB*, *the Bergen Choral Convention*, not *the Interior*."""
    name = passage.entities.span_at(noun)
    if name is None or passage.entities.label_of(noun) != "organisation":
        return False
    is_short_form = len(name) == 1 and noun.text.isupper() and len(noun.text) > 2
    return is_short_form or (len(name) > 2 and not any(t.lower_ in ("of", "and", "&", ",") for t in name))


def _first_of_name(noun: Token) -> int:
    first = noun.i
    while (
        first > sentence_of(noun).start
        and noun.doc[first - 1].head.i == noun.i
        and noun.doc[first - 1].dep_ != "det"
    ):
        first -= 1
    return first


def _is_territorial(token: Token, start: int) -> bool:
    return _is_one_of("territorial", token, start)


def _is_ruled(token: Token, start: int, noun: Token, passage: Passage) -> bool:
    """Whether a name of one word behind *governor of*, *bishop of* is the land, whatever it looks like."""
    return (
        noun.pos_ == "PROPN"
        and noun.text[:1].isupper()
        and not any(True for _ in noun.lefts)
        and passage.person(noun) is None
        and not passage.dates.is_time(noun)
        and noun.lemma_.lower() not in bodies("body")
        and _is_territorial(token, start)
    )


def is_firm(token: Token, start: int, noun: Token, passage: Passage) -> bool:
    """Whether a name of which nothing is known is the firm: *founder of Tellimer*, though it is tagged as a place."""
    name = name_span(noun, passage.entities).of(passage.content)
    return (
        _is_one_of("of_firm", token, start)
        and (noun.head == token or noun.head.lower_ in _of_firm(token))
        and noun.pos_ == "PROPN"
        and name[:1].isupper()
        and passage.entities.label_of(noun) in (None, "place", "people", "work")
        and passage.person(noun) is None
        and not passage.dates.is_time(noun)
        and gazetteer().isdisjoint((name, *re.split(r",\s*", name), noun.text))
    )


def _of_firm(token: Token) -> tuple[str, ...]:
    """Return what leads from a post to its firm; a vice president *of* something has the charge of it."""
    return ("at",) if token.lemma_.lower().endswith("president") else ("at", "of")


def _is_one_of(kind: str, token: Token, start: int) -> bool:
    whole = token.doc[start : token.i + 1].text.lower()
    return not {whole, token.lower_, token.lemma_.lower()}.isdisjoint(is_kind(kind))


def put(noun: Token, slots: dict[str, Words], passage: Passage, *, whole: Span) -> bool:
    """Put a noun into the slot it fills, if it names a place or a body."""
    if is_place(noun, passage.entities):
        slots.setdefault("place", name_span(noun, passage.entities))
    elif is_organisation(noun, passage.entities) or _is_part_of_body(noun, passage):
        slots.setdefault("organisation", whole)
    else:
        return False
    return True


def _is_part_of_body(noun: Token, passage: Passage) -> bool:
    """Whether it is told of which body it is a part: *the special section of the Kiev Cheka*."""
    return noun.lemma_.lower() in word_list("parts_of_bodies") and any(
        is_organisation(head, passage.entities) for head in heads_of_prepositions(noun, "of", "at", "in")
    )
