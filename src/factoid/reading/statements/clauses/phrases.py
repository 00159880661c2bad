"""Noun phrases as fields: a head with what identifies it, in the text's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factoid.model import Span
from factoid.reading.entities import Entities
from factoid.reading.lexicons import around_names, heads
from factoid.reading.parse import Doc, Token, TokenSpan, span_of
from factoid.reading.statements.lexicon import bodies, role_words, verbs, word_list

_LEFT = frozenset(
    ("amod", "compound", "nummod", "nmod", "poss", "quantmod", "advmod", "punct", "det", "case")
)
_PLACE_PREPOSITIONS = verbs("place_prepositions")


def phrase(head: Token, *, of: bool = True, article: bool = False, apposition: bool = False) -> Span:
    """Return the span of a noun phrase: its left modifiers, its head, and what an ``of`` adds to it."""
    start = end = head.i
    left = {c.i for c in head.lefts if c.dep_ in _LEFT}
    for child in head.lefts:
        if child.dep_ in _LEFT:
            start = min(start, child.left_edge.i)
    doc = head.doc
    if not any(i in left for i in range(start, head.i)):
        start = head.i
    for child in head.rights:
        joined = child.i <= end + 2
        if child.dep_ == "prep" and of and child.lower_ in ("of", "for") and joined and _has_object(child):
            end = max(end, _pp_end(child))
        elif (child.dep_ in ("compound", "flat", "nummod") and joined and not _is_year(child)) or (
            child.dep_ == "appos" and apposition
        ):
            end = max(end, _end_of_apposed(child))
    while start < head.i and (
        (doc[start].is_punct and doc[start].text not in "\"'(")
        or (not article and doc[start].dep_ in ("det",) and doc[start].lower_ in ("the", "a", "an"))
        or doc[start].dep_ == "cc"
    ):
        start += 1
    while end > head.i and ((doc[end].is_punct and doc[end].text not in "\"').") or doc[end].is_space):
        end -= 1
    return span_of(doc[start : end + 1])


def _end_of_apposed(name: Token) -> int:
    """Return where a name beside its noun ends, without the clause that tells more: *the town Beaune, where*."""
    clauses = (c.left_edge.i for c in name.rights if c.dep_ in ("relcl", "acl", "advcl", "punct"))
    return min([name.right_edge.i, *(at - 1 for at in clauses if at > name.i)])


def _has_object(preposition: Token) -> bool:
    """Whether a noun follows, no clause: *the method of measuring* is a *method*."""
    return any(c.dep_ == "pobj" for c in preposition.children)


def _is_year(token: Token) -> bool:
    """Whether a number behind a noun dates it: *Knight of Vasa 1818*."""
    return len(token.text) == 4 and token.text.isdigit() and token.text[0] in "12"


def _pp_end(prep: Token) -> int:
    """Return the last word of a preposition's phrase, with each *of* that follows its noun at once."""
    end = prep.i
    todo = [prep]
    for of in todo:  # no call for each: *the son of the son of …* may be told a thousand times
        for child in of.children:
            if child.dep_ != "pobj":
                continue
            end = max(end, child.i)
            for inner in child.rights:
                if inner.dep_ == "prep" and inner.lower_ == "of" and inner.i == child.i + 1:
                    end = max(end, inner.i)
                    todo.append(inner)
                elif _goes_on(inner, end):
                    end = inner.i
    return end


def _goes_on(token: Token, end: int) -> bool:
    """Whether a word belongs to the name that ends right before it."""
    return token.dep_ in ("compound", "flat", "nummod") and token.i == end + 1 and not _is_year(token)


def heads_of_prepositions(head: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the objects of the prepositions that hang on a noun."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    yield obj
                    yield from (c for c in obj.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN"))


_ERAS = frozenset(("BC", "BCE", "AD", "CE"))


def is_place(token: Token, entities: Entities) -> bool:
    """Whether the noun names a place; in *74 BC* it is no province of Canada."""
    if token.text.replace(".", "") in _ERAS and token.i > 0 and token.nbor(-1).like_num:
        return False
    if _names_year(token) or token.lower_.endswith("ism"):
        return False  # *converted to Protestantism 1890*
    label = entities.label_of(token)
    if label is not None:
        return label == "place"
    return token.lower_ in bodies("residence_noun") or _has_name_of_place(token)


def _names_year(name: Token) -> bool:
    """Whether a reign or an era is named, by which a year is counted: *in the fifteenth year of Guangxu*."""
    year = name.head.head
    is_counted = any(c.dep_ == "amod" or c.like_num for c in year.lefts)
    return name.head.lower_ == "of" and year.lower_ == "year" and is_counted


def _has_name_of_place(noun: Token) -> bool:
    """Whether the noun is told with the name of what it is: *the village of Ihite*, *the village Krasenka*."""
    if noun.lemma_.lower() not in bodies("settlement"):
        return False
    named = (c for c in noun.rights if c.dep_ == "appos" and c.i == noun.i + 1)
    return any(n.text[:1].isupper() for n in (*named, *heads_of_prepositions(noun, "of")))


def is_organisation(token: Token, entities: Entities) -> bool:
    """Whether the noun names a body; *CEO* and *MP*, which look like one, are posts."""
    if token.lower_ in role_words() or is_lapse_of_time(token):
        return False
    if entities.label_of(token) == "organisation":
        return True
    return token.lemma_.lower() in bodies("body") or token.lemma_.lower() in bodies("school")


def is_lapse_of_time(token: Token) -> bool:
    """Whether *course* is no schooling but how time goes by: *in the course of the next five years*."""
    before = token.doc[max(token.i - 2, 0) : token.i].text.lower()
    is_led = before in ("in the", "over the", "during the", "in due")
    return token.lower_ == "course" and is_led and (before == "in due" or token.nbor().lower_ == "of")


def has_head(token: Token, kind: str) -> bool:
    """Whether the noun, or a word within its name, tells a kind of body: a school, a prison, an award."""
    words = bodies(kind)
    if is_lapse_of_time(token) or (kind == "award" and is_no_award(token)):
        return False
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    if kind == "school":
        words |= bodies("school_sign")
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ not in ("of", "for"):
            continue  # *a midwife at the school*
        if child.dep_ in ("compound", "amod", "prep") and (
            child.lower_ in words or any(g.lower_ in words for g in child.children)
        ):
            return True
    return False


def is_no_award(token: Token) -> bool:
    """Whether one is not decorated with it: *the Red Cross*; *the Order of the Red Star* is an award."""
    doc, at = token.doc, token.i
    is_order = at > 2 and doc[max(0, at - 3) : at - 1].text.lower() == "of the"
    return not is_order and doc[max(0, at - 1) : at + 1].text.lower() in bodies("no_award")


def name_span(token: Token, entities: Entities) -> Span:
    """Return the whole name that a token belongs to, else its phrase; *at sea*, which names no place, as it is told."""
    if is_at_sea(token):
        return span_of(token.doc[token.i - 1 : token.i + 1])
    found = entities.span_at(token)
    if found is not None:
        first = found[0]
        if first.lower_ in ("the", "a", "an") and len(found) > 1:
            found = found[1:]
        first_word = min(_start_of_owned(found), _start_of_numbered(found))
        if first_word < found.start:
            found = found.doc[first_word : found.end]
        while found.start and _is_first_word_of(found, entities):
            found = found.doc[found.start - 1 : found.end]
        found = _with_kind_of_body(found)
        if entities.label_of(token) == "place":
            return span_of(found.doc[found.start : _end_of_place(found.end, found.doc, entities)])
        return span_of(found.doc[found.start : _end_of_name(found.end, found.doc, entities)])
    if token.pos_ == "PROPN" and token.i + 2 < len(token.doc) and token.doc[token.i + 1].text == ",":
        end = _end_of_place(token.i + 1, token.doc, entities)  # *Dolwais, Wales*: only the wider one is known
        return Span(phrase(token, of=False).start, span_of(token.doc[end - 1]).end)
    return phrase(token, of=True, apposition=_has_name_of_place(token))


def is_at_sea(token: Token) -> bool:
    """Whether it is the sea of *died at sea*, which is where, though no place."""
    return token.lower_ == "sea" and token.i > 0 and token.nbor(-1).lower_ == "at"


def _is_first_word_of(place: TokenSpan, entities: Entities) -> bool:
    """Whether the word before a known name is part of it, though nothing is known of it: *Vinh Long*, *Can Tho*."""
    before = place.doc[place.start - 1]
    return (
        entities.label_of(place[0]) == "place"
        and before.pos_ == "PROPN"
        and before.dep_ == "compound"
        and place.start <= before.head.i < place.end
        and before.text[:1].isupper()
        and before.text[1:].islower()
        and entities.label_of(before) is None
        and not before.ent_type_.startswith(("PER", "DATE"))
    )


def _with_kind_of_body(name: TokenSpan) -> TokenSpan:
    """Return a word for a body with the name before it that the tagger took for another: *Liberal* | *Party*."""
    first = name[0]
    if len(name) > 1 or first.text not in heads("organisation") or first.i == 0:
        return name
    at = first.i
    while at > 0 and first.doc[at - 1].head.i == first.i and first.doc[at - 1].text[:1].isupper():
        if first.doc[at - 1].dep_ not in ("compound", "amod", "nmod"):
            break
        at -= 1
    return first.doc[at : first.i + 1]


def _start_of_owned(name: TokenSpan) -> int:
    """Return where a name starts of which a saint's or a crown's is a part: *St. Mary's Church*, *Queen's Coll.*."""
    doc, at = name.doc, name.start - 2
    is_owned = at >= 0 and doc[at + 1].text in ("'s", "'") and doc[at].text[:1].isupper()
    if not is_owned or doc[at].pos_ != "PROPN":
        return int(name.start)
    if at > 0 and doc[at - 1].text == "." and at > 1:
        at -= 1
    first = doc[at - 1] if at > 0 else doc[at]
    if first.text in around_names("saints") or first.text + "." in around_names("saints"):
        return int(first.i)
    owner = doc[name.start - 2]
    if len(name) == 1 and name[0].lower_ in bodies("spot"):
        return int(owner.i)  # Cooper's Hill
    return int(owner.i) if owner.lower_ in ("king", "queen", "trinity", "christ") else int(name.start)


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)", re.IGNORECASE)


def _start_of_numbered(name: TokenSpan) -> int:
    """Return where the name of a unit starts that a number tells from others: *25th Rifle Division*."""
    doc, before = name.doc, name.start - 1
    is_numbered = before >= 0 and _ORDINAL.fullmatch(doc[before].text) is not None
    forces = bodies("force")
    return before if is_numbered and not forces.isdisjoint(t.lower_ for t in name) else int(name.start)


def _end_of_name(end: int, doc: Doc, entities: Entities) -> int:
    """Return where a body's name ends: capitalised words right behind it belong to it."""
    while (
        end < len(doc)
        and doc[end].pos_ in ("PROPN", "NOUN", "ADJ")
        and doc[end].text[:1].isupper()
        and entities.label_of(doc[end]) is None
        and doc[end - 1].text.isalpha()
    ):
        end += 1
    return _end_of_charge(end, doc, entities)


def _end_of_charge(end: int, doc: Doc, entities: Entities) -> int:
    """Return where a body's name ends with what it has to do with: *Lund County Board of Supervisors*."""
    if (
        end + 1 >= len(doc)
        or doc[end].lower_ != "of"
        or doc[end - 1].lower_ not in word_list("with_a_charge")
    ):
        return end
    last = end + 1
    while (
        last < len(doc)
        and doc[last].pos_ in ("PROPN", "NOUN", "ADJ")
        and doc[last].text[:1].isupper()
        and entities.label_of(doc[last]) in (None, "organisation", "work")
    ):
        last += 1
    is_cut = last < len(doc) and doc[last].text[:1].isupper()  # *the University of Western Australia*
    return last if last > end + 1 and not is_cut else end


def _end_of_place(end: int, doc: Doc, entities: Entities) -> int:
    """Return where a place ends with what it lies in, *Ely, Cambridgeshire*; a list of places is none."""
    last = end
    for _ in range(2):
        if last + 1 >= len(doc) or doc[last].text != ",":
            break
        if doc[last + 1].text in bodies("state"):
            last += 2
            continue
        if entities.label_of(doc[last + 1]) != "place":
            break
        wider = entities.span_at(doc[last + 1])
        last = wider.end if wider is not None else last + 2
    if last > end and _is_listed(last, doc, entities):
        return end
    return last + 1 if _is_kind_of_land(last, doc) else last


def _is_kind_of_land(at: int, doc: Doc) -> bool:
    """Whether the word behind a place says what land it is, and nothing follows that it goes with: *Kazan province*."""
    if at >= len(doc) or doc[at].lower_ not in bodies("land"):
        return False
    return at + 1 == len(doc) or doc[at + 1].pos_ not in ("NOUN", "PROPN") or doc[at + 1].text[:1] == "("


def _is_listed(last: int, doc: Doc, entities: Entities) -> bool:
    """Whether a list of places goes on behind these: *France, Germany, Spain and Italy*."""
    at, steps = last, 0
    while at < len(doc) and steps < 12:
        word = doc[at].lower_
        if word in ("and", "or", "&"):
            return any(entities.label_of(t) == "place" for t in doc[at + 1 : at + 4])
        if word not in (",", "the") and entities.label_of(doc[at]) != "place":
            return False
        at, steps = at + 1, steps + 1
    return False


def first_place(
    preps: Iterable[tuple[str, Token]], entities: Entities, *, loose: bool = False
) -> Token | None:
    """Return the first place among prepositional objects; ``loose`` takes any noun that may be one."""
    for preposition, head in preps:
        if preposition.split()[-1] in _PLACE_PREPOSITIONS and (is_at_sea(head) or is_place(head, entities)):
            return head
    if loose:
        for preposition, head in preps:
            if (
                preposition.split()[-1] in ("at", "in", "near", "aboard")
                and head.pos_ in ("NOUN", "PROPN")
                and entities.label_of(head) in (None, "place", "organisation")
            ):
                return head
    return None
