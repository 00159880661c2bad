"""What fills the fields of an office, a trade, a rank or a membership that a noun tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factoid.model import Span
from factoid.names import PartKind, title_of
from factoid.reading.lexicons import around_names
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import Clause, steps_down
from factoid.reading.statements.clauses.phrases import (
    heads_of_prepositions,
    is_organisation,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.clauses.places import seat
from factoid.reading.statements.drafts import Elsewhere, Inferred, Words
from factoid.reading.statements.lexicon import bodies, is_kind, peoples, role_words, verbs, word_list
from factoid.reading.statements.nouns.role_domains import is_firm, put, put_domain, put_shared
from factoid.reading.statements.nouns.role_nouns import party_of_politician
from factoid.reading.statements.passage import Passage

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
    slots: dict[str, Words] = {
        "value": _whole_rank(token, start, passage) if kind == "rank" else _bare(token, start, passage)
    }
    if kind == "occupation":
        for noun in (
            *(c for c in _before(token, start) if c.text[:1].isupper()),  # not *a rugby union footballer*
            *heads_of_prepositions(token, "at", "for", "of", "with"),
        ):
            if _is_town_of_craft(noun, token):
                slots.setdefault("place", name_span(noun, passage.entities))
            elif is_organisation(noun, passage.entities) and noun != party_of_politician(token, passage):
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


def _whole_rank(token: Token, start: int, passage: Passage) -> Span:
    """Return a rank with the adjective that is part of its name: *divisional commander*; of *Kemal Pasha* the title."""
    if token.text[:1].isupper() and token.lower_ in around_names("titles_behind"):
        return span_of(token)
    bare = _bare(token, start, passage)
    whole = token.doc[max(start - 1, 0) : token.i + 1]
    title = title_of(whole.text) if len(whole) > 1 and whole.start == start - 1 else None
    is_longer = title is not None and title.kind is PartKind.RANK and whole[0].dep_ == "amod"
    return span_of(whole) if is_longer else bare


def _bare(token: Token, start: int, passage: Passage) -> Span:
    """Return the noun with the nouns before it, without what only praises it."""
    doc, party = token.doc, party_of_politician(token, passage)
    low = start
    while (
        low - 1 >= sentence_of(token).start
        and doc[low - 1].dep_ == "compound"
        and doc[low - 1].head.i == token.i
        and doc[low - 1].ent_type_ != "PERSON"
        and role_words().get(doc[low - 1].lower_) != "kin"
        and not doc[low - 1].text[:1].isdigit()
        and doc[low - 1] != party
        and doc[low - 2].text != "-"  # *a 17th-century writer*
    ):
        low -= 1
    return span_of(doc[_over_hyphens(doc[low]) : token.i + 1])


def _office(token: Token, start: int, borne: Borne, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {}
    low = min([start, *_put_modifiers(token, start, slots, passage)])
    high = max([token.i, *put_domain(token, start, slots, passage)])
    if slots.keys().isdisjoint(("organisation", "place")) and high == token.i:
        put_shared(token, slots, passage)
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
            if _is_grade(child, start):
                yield _over_hyphens(child)
                continue  # *Senior Vice President*: no body
            whole = name_span(child, passage.entities)  # not *Vice Chair*, which looks like a body
            if is_firm(token, start, child, passage):
                slots.setdefault("organisation", whole)
                continue  # *a Tellimer co-founder*
            placed = not whole.overlaps(span_of(token)) and put(child, slots, passage, whole=whole)
            if not placed and passage.person(child) is None:
                yield _over_hyphens(child)


def _is_grade(word: Token, start: int) -> bool:
    """Whether the word tells the grade of a post: *Deputy Managing Director*, not *General Assembly President*."""
    grades, after = word_list("grades"), word.i + 1
    return word.lower_ in grades and (after >= start or word.doc[after].lower_ in grades)


def _is_of_role(child: Token, start: int) -> bool:
    """Whether a word before the noun may belong to the role: no nation, nor when or how it was held."""
    return (
        child.dep_ in ("compound", "amod", "nmod")
        and child.i < start
        and child.lower_ not in peoples()
        and child.lower_ not in word_list("when_held")
        and child.lower_ not in _HOW_GOT
    )


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


def _put_seat_of_body(token: Token, slots: dict[str, Words], passage: Passage) -> None:
    """Put where the body or house is of which somebody is it: *manager of the United Company in Togo*."""
    post = (
        token.head.head
        if token.head.lower_ == "of" and token.head.head.lemma_ in word_list("named_posts")
        else None
    )
    told = heads_of_prepositions(token, "of", "for", "at", "with", "in")
    for noun in (*([post] if post is not None else ()), *told):
        if passage.person(noun) is None and not is_place(noun, passage.entities):
            place = seat(noun, passage)
            if place is not None:
                slots.setdefault("place", name_span(place, passage.entities))


def _after_name(borne: Borne, passage: Passage) -> Iterator[Token]:
    """Yield what an *of* behind the name adds to the title before it: *King Bela of Hungary*."""
    words = passage.segment.words(borne.where) if borne.where is not None else None
    if words is not None and borne.how in ("title", "mention"):
        yield from heads_of_prepositions(words.root, "of")


def _how(token: Token, borne: Borne) -> Inferred:
    got = next((c for c in token.lefts if c.lower_ in _HOW_GOT), None)
    if got is not None:  # *Elected president of the Institution, 1891*
        return Inferred("appointed", f"the word {got.text}")
    lemma = borne.clause.lemma if borne.clause is not None else ""
    for how, group in _BECOMING.items():
        if lemma in verbs(group):
            return Inferred(how, f"the verb {borne.clause.verb.text}" if borne.clause is not None else "")
    if borne.clause is not None and steps_down(borne.clause):
        return Inferred("resigned", f"the verb {borne.clause.verb.text}")
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
        slots["organisation"] = phrase(_named_among(body, passage) or body)
    elif token.lemma_.lower() not in ("member", "follower"):
        slots["organisation"] = span_of(token)
    return slots


def _named_among(bodies_: Token, passage: Passage) -> Token | None:
    """Return the first that is named of several bodies: *various parties, including the Reform Party*."""
    if bodies_.tag_ != "NNS":
        return None
    named = heads_of_prepositions(bodies_, "including")
    return next((n for n in named if n.pos_ == "PROPN" and is_organisation(n, passage.entities)), None)


def _is_party(noun: Token, passage: Passage) -> bool:
    return noun.lemma_.lower() in bodies("party") or is_organisation(noun, passage.entities)
