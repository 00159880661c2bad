"""Kin and lasting ties, in both directions: *his older brother*, *son of A and B*, *X's deputy*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clause_extent import clause_span
from factoid.reading.statements.clauses import Clause, with_conjuncts
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin_lists import listed_owner, one_of_several, other_parent, partner_before
from factoid.reading.statements.lexicon import kin_roles, ties, verbs
from factoid.reading.statements.marriages import read_wedding
from factoid.reading.statements.mutual import read_mutual
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.phrases import phrase
from factoid.reading.statements.relation_pairs import pair, role_in_return
from factoid.reading.statements.relation_verbs import read_relation_verb
from factoid.reading.statements.role_fields import Borne
from factoid.reading.statements.role_nouns import role_kind
from factoid.reading.statements.roles import bearers, hull

# what one is to somebody whose doctor, clerk, sergeant it is, where the noun itself does not tell
_RETURN = {"occupation": "client", "office": "superior", "rank": "superior"}


def read_relations(passage: Passage) -> Iterator[Draft]:
    """Yield kinship and association, each from both sides, in order: who married is known to what follows."""
    for token in passage.segment.doc:
        if token.i in passage.clauses:
            yield from read_relation_verb(passage.clauses[token.i], passage)
        if token.pos_ in ("NOUN", "PROPN", "X", "ADJ") and not any(c.lower_ == "no" for c in token.lefts):
            kind, _ = role_kind(token)
            word = token.lemma_.lower()
            yield from read_mutual(token, passage)
            if kind == "kin" and not _is_of_an_order(token, passage) and not _is_counted_beside(token):
                yield from _of_kin_noun(
                    token, kin_roles().get(token.lower_) or kin_roles().get(word, "other"), passage
                )
            if word in verbs("marriage_nouns"):
                yield from read_wedding(token, passage)
            elif word in ties():
                yield from _of_tie_noun(token, ties()[word], passage)
            elif kind in _RETURN and any(
                c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("to", "under")) for c in token.children
            ):
                yield from _of_tie_noun(token, _RETURN[kind], passage)


_IN_ORDERS = frozenset(("Brother", "Sister", "Father", "Mother"))


def _is_of_an_order(token: Token, passage: Passage) -> bool:
    """Whether a capital makes a title of it: *the cellarer, Brother Johan*, not *Brother Karl was born* in a family."""
    if (
        token.text not in _IN_ORDERS
        or any(c.dep_ == "poss" for c in token.children)
        or token.i + 1 >= len(token.doc)
    ):
        return False
    if passage.person(token.nbor()) is None or token.nbor().pos_ != "PROPN":
        return False
    return re.search(rf"[a-z,] {token.text} [A-Z]", passage.content) is not None


def _is_counted_beside(token: Token) -> bool:
    """Whether so many nameless ones only stand in a row with names: *Anselm, Johan and twenty-two brothers*."""
    return (
        token.dep_ == "conj"
        and token.tag_ == "NNS"
        and any(c.dep_ == "nummod" for c in token.children)
        and not any(c.dep_ in ("poss", "prep", "appos") for c in token.children)
    )


def owners(token: Token, passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Yield those whose kin, friend, deputy the noun is: possessors, after *of* or *to*, who has one."""
    top = token
    while (
        top.dep_ == "conj"
        and top.head.pos_ in ("NOUN", "PROPN")
        and not any(c.dep_ == "poss" for c in top.children)
    ):
        top = top.head
    beside = top.head.children if top.dep_ in ("amod", "compound") else ()  # *his great-grandson Georg*
    after = [
        t for t in token.doc[token.i + 1 : token.i + 2] if t.lower_ == "of"
    ]  # wherever the parser hangs it
    for child in {c.i: c for c in (*token.children, *top.children, *beside, *after)}.values():
        if child.dep_ == "poss":
            partner = partner_before(token, child, passage)
            if partner is not None:
                yield partner
                continue
            yield from ((p, passage.mention(t)) for p, t in passage.persons(with_conjuncts(child)))
        elif child.dep_ == "prep" and child.lower_ in ("of", "to", "by"):
            further = (c for c in child.children if c.dep_ == "conj" and c.lower_ == child.lower_)
            for obj in (o for prep in (child, *further) for o in prep.children):
                if obj.dep_ == "pobj":
                    yield from ((p, passage.mention(t)) for p, t in passage.persons(_named(obj, passage)))
    head = top.head
    if (
        top.dep_ in ("dobj", "attr")
        and head.i in passage.clauses
        and not passage.clauses[head.i].passive
        and not any(c.dep_ == "poss" for c in (*token.children, *top.children))
        and passage.clauses[head.i].lemma
        in ("have", "leave", "bear", "lose", "adopt", "raise", "get", "father", "give", "take")
    ):
        yield from (
            (p, passage.mention(t) if t is not None else None)
            for p, t in passage.doers(passage.clauses[head.i])
        )


def _named(token: Token, passage: Passage) -> list[Token]:
    """Return the nouns coordinated with one, and names put beside a description."""
    found = []
    for one in with_conjuncts(token):
        beside = [c for c in one.children if c.dep_ == "appos"]
        if passage.person(one) is None:
            found += beside
            found += [
                t for t in one.doc[one.i + 1 : one.i + 2] if t.pos_ == "PROPN"
            ]  # *of broadcaster Ann Low*
        found.append(one)
        if one.pos_ == "NOUN":  # *of the clerk Jan Novak and Maria Dvorak*
            found += [c for name in beside for c in with_conjuncts(name)[1:]]
    return found


def _of_kin_noun(token: Token, role: str, passage: Passage) -> Iterator[Draft]:
    listed = listed_owner(token, passage)
    owned = _parents_too(role, token, list(dict(owners(token, passage)).items()), passage)
    plural = token.tag_ in ("NNS", "NNPS")
    relatives: list[tuple[str, Span | None, Span, Clause | None]] = [
        (b.person, b.where, b.quote, b.clause)
        for b in bearers(token, passage)
        if not (b.how == "apposition" and (listed or _is_listed_kin(token, b.where, role, passage)))
        and not (plural and b.how == "apposition" and _has_own_names(token, passage))
        and not (b.how == "predicate" and token.dep_ == "dobj")  # *took in his wife's brother*
    ]
    relatives += _born_as(token, passage)
    relatives += [
        (p, w, hull(w or phrase(token), phrase(token)), None) for p, w in one_of_several(token, passage)
    ]
    if plural or not relatives:
        relatives += [
            (p, passage.mention(t), _around(token, t), None)
            for c in token.children
            if c.dep_ == "appos"
            for p, t in passage.persons(with_conjuncts(c))
        ]
    relatives += _named_elsewhere(token, {person for person, *_ in relatives}, passage)
    rule = "kinship.noun"
    tie = passage.tie_at(token)
    if listed is not None:
        owned, tie = [listed], None
    if tie is not None and not any(person == tie.owner for person, _ in owned):
        owned, rule = owned or [(tie.owner, None)], "kinship.tie"
    if tie is not None and not relatives:
        relatives = [(tie.relative, None, tie.quote, None)]
    if not owned:
        owned, rule = list(_default_owner(token, {r[0] for r in relatives}, passage)), "kinship.bare"
    yield from _through_kin(token, relatives, passage)
    for owner, there in owned:
        for relative, where, quote, clause in relatives:
            if relative in {person for person, _ in owned}:
                continue
            words = Span(min(quote.start, (there or quote).start), max(quote.end, (there or quote).end))
            if words.end - words.start > 230:
                words = quote
            word = span_of(token)
            yield from pair(
                (owner, there),
                (relative, where),
                (
                    _as_role(role, word, token),
                    Inferred(role_in_return(role, passage.gender(owner)), f"the other side of {token.text}"),
                ),
                Draft(
                    person="",
                    type="kinship",
                    rule=rule,
                    quote=words,
                    anchor=token,
                    clause=clause,
                    undated=True,
                    confidence=0.8,
                ),
            )


def _through_kin(
    token: Token, relatives: list[tuple[str, Span | None, Span, Clause | None]], passage: Passage
) -> Iterator[Draft]:
    """Yield what somebody's kin's kin is to that one: *her brother's son, Emil*, *my wife's brother*."""
    between = [c for c in token.children if c.dep_ == "poss" and c.lemma_.lower() in kin_roles()]
    for owner, said in passage.persons([o for k in between for o in k.children if o.dep_ == "poss"]):
        for relative, where, quote, clause in relatives:
            if relative != owner:
                basis = f"the nouns {between[0].text} and {token.text}"
                there = passage.mention(said)
                yield from pair(
                    (owner, there),
                    (relative, where),
                    (Inferred("other", basis), Inferred("other", basis)),
                    Draft(
                        person="",
                        type="kinship",
                        rule="kinship.through",
                        quote=Span(min(quote.start, there.start), max(quote.end, there.end)),
                        anchor=token,
                        clause=clause,
                        undated=True,
                        confidence=0.7,
                    ),
                )


def _born_as(token: Token, passage: Passage) -> list[tuple[str, Span | None, Span, Clause | None]]:
    """Return who is *born the son of* somebody."""
    clause = passage.clauses.get(token.head.i)
    if (
        clause is None
        or clause.lemma != "bear"
        or not clause.passive
        or token.dep_ not in ("dobj", "oprd", "attr")
    ):
        return []
    doers = passage.doers(clause)[:1]
    return [(p, passage.mention(t) if t is not None else None, clause_span(clause), clause) for p, t in doers]


def _parents_too(
    role: str, token: Token, owned: list[tuple[str, Span | None]], passage: Passage
) -> list[tuple[str, Span | None]]:
    """Add the second parent where an *of* names only the first."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if len(owned) != 1 or owned[0][1] is None or of is None or owned[0][1].start < span_of(of).start:
        return owned
    words = passage.segment.words(owned[0][1])
    second = other_parent(role, words[-1], passage) if words is not None and len(words) else None
    return [*owned, second] if second is not None else owned


def _named_elsewhere(
    token: Token, known: set[str], passage: Passage
) -> Iterator[tuple[str, Span | None, Span, Clause | None]]:
    """Yield relatives whom the sentence names apart from the noun: *their children are Ida and Jan*, *sons – Ida*."""
    head, names = token.head, list[Token]()
    if token.dep_ in ("compound", "nmod") and token.tag_ == "NNS" and head.i > token.i:
        names = with_conjuncts(head)
    elif token.dep_ == "nsubj" and head.lemma_ == "be" and head.i in passage.clauses:
        names = passage.clauses[head.i].complements
    elif token.tag_ == "NNS" and token.i + 1 < len(token.doc) and token.nbor(1).text in _BEFORE_NAMES:
        names = with_conjuncts(token)[1:]
    for person, said in passage.persons(names):
        if person not in known and said.pos_ == "PROPN":
            yield person, passage.mention(said), _around(token, said), None


def _has_own_names(token: Token, passage: Passage) -> bool:
    """Whether names follow of those whom a plural counts: *a wife, Nina, two sons, Karl and Emil*."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text in _BEFORE_NAMES and passage.person(after[1]) is not None


def _is_listed_kin(token: Token, where: Span | None, role: str, passage: Passage) -> bool:
    """Whether a bare noun stands beside kin of another kind: *his wife, daughter and son* are three."""
    words = passage.segment.words(where) if where is not None else None
    if words is None or any(c.dep_ in ("prep", "poss", "det", "amod") for c in token.children):
        return False
    return kin_roles().get(words.root.lower_) not in (None, role)


_BEFORE_NAMES = frozenset((",", ":", "(", "-", "\u2013", "\u2014"))


_STATES = frozenset(("widow", "widower", "orphan", "bride", "bridegroom", "bachelor", "spinster"))


def _default_owner(token: Token, relatives: set[str], passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Whose kin *the wife*, *sister Ida* is where nobody is named: the subject's, else the main person's."""
    possessive = next((c for c in token.children if c.dep_ == "poss"), None)
    if possessive is not None and possessive.lower_ not in ("their",):
        return
    is_anybodys = any(c.lower_ in ("a", "an") for c in token.lefts) and token.dep_ == "attr"
    is_only = (
        token.dep_ == "attr" and token.lower_ == "child" and any(c.lower_ == "only" for c in token.lefts)
    )
    if is_only or (is_anybodys and token.lower_ in _STATES):
        return  # she was a widow: nobody's here
    verb = token
    while verb.i not in passage.clauses and verb.head.i != verb.i:
        verb = verb.head
    clause = passage.clauses.get(verb.i)
    found = [(p, t) for p, t in passage.doers(clause) if p not in relatives] if clause is not None else []
    if possessive is not None and len(found) < 2:
        found += [
            (p, None) for p in passage.couple(token) if p not in relatives and p not in {f for f, _ in found}
        ]
    if not found and clause is not None:  # *a friend hid him*
        found = [(p, t) for p, t in passage.persons([*clause.objects, *clause.datives]) if p not in relatives]
    if not found and passage.main is not None and passage.main not in relatives:
        found = [(passage.main, None)]
    for person, said in found[:2] if possessive is not None else found[:1]:
        yield person, passage.mention(said) if said is not None else None


def _as_role(role: str, word: Span, token: Token) -> Words:
    return word if token.text.lower() == role else Inferred(role, f"the noun {token.text}")


def _around(token: Token, other: Token) -> Span:
    one, two = span_of(token), span_of(other)
    return Span(min(one.start, two.start), max(one.end, two.end))


def _one_of(token: Token) -> Words:
    """Return the word for each of several: of *successors: A, B* each is a successor."""
    if token.tag_ not in ("NNS", "NNPS"):
        return span_of(token)
    return Inferred(token.lemma_.lower(), f"the noun {token.text}")


def _row_behind(token: Token) -> list[Token]:
    """Return the words of a list behind a plural and a colon: *successors: Anton Berg, Karl Weiss*."""
    doc, at = token.doc, token.i + 2
    if token.tag_ not in ("NNS", "NNPS") or at > len(doc) or doc[token.i + 1].text != ":":
        return []
    row = []
    while at < len(doc) and (doc[at].pos_ == "PROPN" or doc[at].lower_ in (",", "and", "&", ".")):
        if doc[at].text == "." and doc[at - 1].pos_ != "PROPN":
            break
        row.append(doc[at])
        at += 1
    return [t for t in row if t.pos_ == "PROPN"]


_LEARNERS = frozenset(("student", "pupil"))  # *the student Boris Levin* is nobody's pupil yet


def _of_tie_noun(token: Token, back: str, passage: Passage) -> Iterator[Draft]:
    owned = list(dict(owners(token, passage)).items())
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("under", "with", "for") and not owned:
            owned = [
                (p, passage.mention(t))
                for o in child.children
                if o.dep_ == "pobj"
                for p, t in passage.persons(_named(o, passage))
            ]
    borne_by = list(bearers(token, passage))
    borne_by += [
        Borne(p, passage.mention(t), "apposition", _around(token, t), None)
        for c in token.children
        if c.dep_ == "appos" and not any(b.where == passage.mention(c) for b in borne_by)
        for p, t in passage.persons(with_conjuncts(c))
    ]
    known = {b.person for b in borne_by}
    borne_by += [
        Borne(p, passage.mention(t), "apposition", _around(token, t), None)
        for p, t in passage.persons(_row_behind(token))
        if p not in known
    ]
    rule = "association.noun"
    if not owned and role_kind(token)[0] == "tie" and token.lemma_.lower() not in _LEARNERS:
        owned, rule = list(_default_owner(token, {b.person for b in borne_by}, passage)), "association.bare"
    for owner, there in owned:
        for borne in borne_by:
            if owner == borne.person:
                continue
            quote = Span(
                min(borne.quote.start, (there or borne.quote).start),
                max(borne.quote.end, (there or borne.quote).end),
            )
            if quote.end - quote.start > 230:
                quote = borne.quote
            yield from pair(
                (owner, there),
                (borne.person, borne.where),
                (
                    _one_of(token),
                    Inferred(back, f"the other side of {token.text}"),
                ),
                Draft(
                    person="",
                    type="association",
                    rule=rule,
                    quote=quote,
                    anchor=token,
                    clause=borne.clause,
                    own_date=True,
                    undated=borne.how != "predicate",
                    confidence=0.6,
                ),
            )
