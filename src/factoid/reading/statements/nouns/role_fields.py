"""What fills the fields of an office, a trade, a rank or a membership that a noun tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factoid.model import Span
from factoid.reading.lexicons import gazetteer
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.phrases import (
    heads_of_prepositions,
    is_organisation,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.clauses.places import seat
from factoid.reading.statements.drafts import Elsewhere, Inferred, Words
from factoid.reading.statements.lexicon import bodies, is_kind, peoples, role_words, verbs
from factoid.reading.statements.notes.notes import note_around
from factoid.reading.statements.nouns.role_nouns import party_of_politician
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_REMEMBERED = 60  #: words back to which *there* reaches
_BECOMING = {"appointed": "appointing", "dismissed": "dismissing", "resigned": "resigning"}


class Borne(NamedTuple):
    """A role noun said of a person."""

    person: str
    where: Span | None  #: where the person is meant; None where left out
    how: str  #: title, apposition, mention, predicate, note
    quote: Span
    clause: Clause | None


def role_fields(token: Token, kind: str, start: int, borne: Borne, passage: Passage) -> dict[str, Words]:
    """Return the fields of what a role noun says of somebody: the role itself, of what, where, how."""
    if kind == "office":
        return _office(token, start, borne, passage)
    if kind == "membership":
        return _member(token, borne, passage)
    if kind == "event":
        return {"value": phrase(token)}
    slots: dict[str, Words] = {"value": _bare(token, start)}
    if kind == "occupation":
        for noun in (
            *(c for c in _before(token, start) if c.text[:1].isupper()),  # not *a rugby union footballer*
            *heads_of_prepositions(token, "at", "for", "of", "with"),
        ):
            if _is_town_of_craft(noun, token):
                slots.setdefault("place", name_span(noun, passage.entities))
            elif is_organisation(noun, passage.entities) and noun != party_of_politician(token):
                slots.setdefault("organisation", name_span(noun, passage.entities))
        places = (t for t in heads_of_prepositions(token, "in", "at", "of") if is_place(t, passage.entities))
        place = next(places, None) or next(_placed_before(token, passage), None)
        if place is not None:
            slots["place"] = name_span(place, passage.entities)
        else:
            _put_seat_of_body(token, slots, passage)
        if "place" not in slots:
            _put_where_it_stands(token, slots, passage)
        slots["value"] = _beside_body(token, start, slots)
    return slots


def _is_town_of_craft(noun: Token, craft: Token) -> bool:
    """Whether a name of one word is where somebody works at a craft, whatever it looks like: *a cooper of Bowes*."""
    is_bare = not any(True for _ in noun.lefts) and noun.text[:1].isupper() and noun.text[1:].islower()
    is_body = any(noun.lemma_.lower() in bodies(kind) for kind in ("body", "school", "party", "force"))
    is_craft = craft.lemma_.lower() in is_kind("of_town")
    return is_craft and is_bare and not is_body and noun.dep_ == "pobj" and noun.head.lower_ == "of"


def _beside_body(token: Token, start: int, slots: dict[str, Words]) -> Words:
    """Return the trade without the name of the body before it: *the Yale University psychologist*."""
    value, body = slots["value"], slots.get("organisation")
    is_within = isinstance(value, Span) and isinstance(body, Span) and value.overlaps(body)
    return span_of(token.doc[start : token.i + 1]) if is_within else value


def _before(token: Token, start: int) -> Iterator[Token]:
    return (c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < start)


def _placed_before(token: Token, passage: Passage) -> Iterator[Token]:
    """Yield places that stand as adjectives before the noun: *a Lincoln cooper*."""
    return (
        c
        for c in token.children
        if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i and is_place(c, passage.entities)
    )


def _put_where_it_stands(token: Token, slots: dict[str, Words], passage: Passage) -> None:
    """Put the place of a role that the words around it tell: *at Lincoln a cooper*, *a cooper there*."""
    doc, first, sent = token.doc, token.i, sentence_of(token)
    while first > sent.start and (
        doc[first - 1].is_punct or doc[first - 1].dep_ in ("det", "compound", "amod", "nmod", "poss")
    ):
        if is_place(doc[first - 1], passage.entities):
            break
        first -= 1
    if first > sent.start + 1:
        before = doc[first - 1]
        if before.head.lower_ in ("in", "at") and is_place(before, passage.entities):
            slots["place"] = name_span(before, passage.entities)
            return
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "there":
        for earlier in reversed(doc[max(token.i - _REMEMBERED, 0) : token.i]):
            if passage.entities.label_of(earlier) == "place" and passage.person(earlier) is None:
                slots["place"] = Elsewhere(
                    name_span(earlier, passage.entities), "there: the place named before"
                )
                return


def _bare(token: Token, start: int) -> Span:
    """Return the noun with the nouns before it, without what only praises it."""
    doc = token.doc
    low = start
    while (
        low - 1 >= sentence_of(token).start
        and doc[low - 1].dep_ == "compound"
        and doc[low - 1].head.i == token.i
        and doc[low - 1].ent_type_ != "PERSON"
        and role_words().get(doc[low - 1].lower_) != "kin"
        and not doc[low - 1].text[:1].isdigit()
        and doc[low - 1] != party_of_politician(token)
        and doc[low - 2].text != "-"  # *a 17th-century writer*
    ):
        low -= 1
    return span_of(doc[_over_hyphens(doc[low]) : token.i + 1])


def _office(token: Token, start: int, borne: Borne, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {}
    low = min([start, *_put_modifiers(token, start, slots, passage)])
    high = max([token.i, *_put_domain(token, start, slots, passage)])
    if slots.keys().isdisjoint(("organisation", "place")) and high == token.i:
        _put_shared(token, slots, passage)
    nouns = [*(c for c in token.children if c.dep_ == "poss"), *_after_name(borne, passage)]
    for noun in nouns:
        if passage.person(noun) is None:
            put(noun, slots, passage, whole=name_span(noun, passage.entities))
    if borne.clause is not None:
        for head in borne.clause.prep_objects("in", "at", "of", "for"):
            put(head, slots, passage, whole=phrase(head))
    if "place" not in slots:
        _put_seat_of_body(token, slots, passage)
    if "place" not in slots:
        _put_where_it_stands(token, slots, passage)
    while low < token.i and (passage.dates.is_time(token.doc[low]) or token.doc[low].is_punct):
        low += 1  # *1907-19 district secretary*
    slots["role"] = span_of(token.doc[low : high + 1])
    slots["value"] = _how(token, borne)
    return slots


def _put_modifiers(token: Token, start: int, slots: dict[str, Words], passage: Passage) -> Iterator[int]:
    """Put the places and bodies before the noun; yield the words there that belong to the role itself."""
    for child in token.children:
        if _is_of_role(child, start):
            whole = name_span(child, passage.entities)  # not *Vice Chair*, which looks like a body
            placed = not whole.overlaps(span_of(token)) and put(child, slots, passage, whole=whole)
            if not placed and passage.person(child) is None:
                yield _over_hyphens(child)


def _is_of_role(child: Token, start: int) -> bool:
    """Whether a word before the noun may belong to the role: no nation, nor when or how it was held."""
    return (
        child.dep_ in ("compound", "amod", "nmod")
        and child.i < start
        and child.lower_ not in peoples()
        and child.lower_ not in _WHEN_HELD
        and child.lower_ not in _HOW_GOT
    )


# *the future division commander*, *former mayor*
_WHEN_HELD = frozenset(
    ("future", "former", "current", "present", "late", "then", "sometime", "one-time", "onetime", "erstwhile",
     "last", "longtime", "long-time", "longest", "new", "newly", "old", "quondam")
)  # fmt: skip
_HOW_GOT = frozenset(("elected", "appointed", "named", "nominated", "chosen", "reelected", "re-elected"))


def _over_hyphens(word: Token) -> int:
    """Return where a word begins that hyphens join: *long-time*."""
    first, doc = word.i, word.doc
    while (
        first - 2 >= sentence_of(word).start
        and doc[first - 1].text == "-"
        and doc[first - 2].text[:1].isalpha()
    ):
        first -= 2
    return first


def _put_domain(token: Token, start: int, slots: dict[str, Words], passage: Passage) -> Iterator[int]:
    """Put the places and bodies of which somebody is it; yield the other words that say of what."""
    for head in _told_of(token, passage):
        if head.head.lower_ == "of" and _is_field(token, head, passage):
            yield head.i
            _put_seat(head, slots, passage)
            continue
        if head.head.lower_ == "of" and _is_ruled(token, start, head, passage):
            slots.setdefault("place", name_span(head, passage.entities))
            continue
        if _is_firm(token, start, head, passage):
            slots.setdefault("organisation", name_span(head, passage.entities))
            continue
        if put(head, slots, passage, whole=phrase(head)) or passage.dates.is_time(head):
            continue
        if head.head.lower_ == "of" and _is_field_of_affairs(token, start, head):
            yield head.i
        elif head.head.lower_ == "of" and _is_bare_name(head, passage):
            name = span_of(head.doc[_first_of_name(head) : head.i + 1])
            if _is_territorial(token, start):
                slots.setdefault("place", name)
            elif token.lemma_.lower() in is_kind("serving"):
                slots.setdefault("organisation", name)
            else:
                yield head.i
        elif head.head.lower_ in ("of", "to", "for", "in"):
            yield head.i


def _put_shared(token: Token, slots: dict[str, Words], passage: Passage) -> None:
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
        if _is_firm(token, token.i, head, passage):
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


def _put_seat_of_body(token: Token, slots: dict[str, Words], passage: Passage) -> None:
    """Put where the body or house is of which somebody is it: *manager of the United Company in Togo*."""
    post = token.head.head if token.head.lower_ == "of" and token.head.head.lemma_ in _POSTS else None
    told = heads_of_prepositions(token, "of", "for", "at", "with", "in")
    for noun in (*([post] if post is not None else ()), *told):
        if passage.person(noun) is None and not is_place(noun, passage.entities):
            place = seat(noun, passage)
            if place is not None:
                slots.setdefault("place", name_span(place, passage.entities))


_POSTS = frozenset(("post", "office", "position", "job", "place", "chair", "rank", "title", "dignity"))


def _after_name(borne: Borne, passage: Passage) -> Iterator[Token]:
    """Yield what an *of* behind the name adds to the title before it: *King Bela of Hungary*."""
    words = passage.segment.words(borne.where) if borne.where is not None else None
    if words is not None and borne.how in ("title", "mention"):
        yield from heads_of_prepositions(words.root, "of")


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
    is_body = word in bodies("body") or word in bodies("school") or _is_whole_body(head, passage)
    is_land = head.text in gazetteer() or (head.ent_type_ == "GPE" and word not in _STATES)
    return token.lemma_.lower() in is_kind("of_field") and not (
        is_body or (is_land and is_place(head, passage.entities))
    )


#: what a minister has the charge of, though it is a land elsewhere
_STATES = frozenset(("state", "interior", "justice"))


def _is_whole_body(noun: Token, passage: Passage) -> bool:
    """Whether it is a body by the look of its whole name: *the CPGB*, *the Bergen Choral Convention*, not *the Interior*."""
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


def _is_firm(token: Token, start: int, noun: Token, passage: Passage) -> bool:
    """Whether a name of which nothing is known is the firm: *founder of Tellimer*, though it is tagged as a place."""
    name = name_span(noun, passage.entities).of(passage.content)
    return (
        _is_one_of("of_firm", token, start)
        and noun.head.lower_ in (("at",) if token.lemma_.lower().endswith("president") else ("at", "of"))
        and noun.pos_ == "PROPN"
        and name[:1].isupper()
        and passage.entities.label_of(noun) in (None, "place", "people", "work")
        and passage.person(noun) is None
        and not passage.dates.is_time(noun)
        and gazetteer().isdisjoint((name, *re.split(r",\s*", name), noun.text))
    )


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
    return noun.lemma_.lower() in _PARTS and any(
        is_organisation(head, passage.entities) for head in heads_of_prepositions(noun, "of", "at", "in")
    )


_PARTS = frozenset(
    ("section", "sector", "branch", "bureau", "division", "desk", "unit", "office", "directorate", "secretariat",
     "cell", "staff", "laboratory", "chancellery", "chancery", "wing", "subdivision", "station", "post")
)  # fmt: skip


def _how(token: Token, borne: Borne) -> Inferred:
    got = next((c for c in token.lefts if c.lower_ in _HOW_GOT), None)
    if got is not None:  # *Elected president of the Institution, 1891*
        return Inferred("appointed", f"the word {got.text}")
    lemma = borne.clause.lemma if borne.clause is not None else ""
    for how, group in _BECOMING.items():
        if lemma in verbs(group):
            return Inferred(how, f"the verb {borne.clause.verb.text}" if borne.clause is not None else "")
    return Inferred("held", "the office is said of the person")


def _member(token: Token, borne: Borne, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {"value": Inferred("member", f"the noun {token.text}")}
    body = next(
        (h for h in heads_of_prepositions(token, "of", "in") if not is_place(h, passage.entities)), None
    )
    before = next((c for c in token.lefts if c.dep_ in ("compound", "nmod") and _is_party(c, passage)), None)
    if before is not None and (body is None or body.head.lower_ != "of"):  # *a Unity Party member in Graz*
        slots["organisation"] = name_span(before, passage.entities)
    elif body is not None:
        slots["organisation"] = phrase(body)
    elif token.lemma_.lower() not in ("member", "follower"):
        slots["organisation"] = span_of(token)
    return slots


def _is_party(noun: Token, passage: Passage) -> bool:
    return noun.lemma_.lower() in bodies("party") or is_organisation(noun, passage.entities)
