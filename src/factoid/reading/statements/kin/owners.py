"""Whose kin, friend or deputy a noun tells of: possessors, after *of* or *to*, who has one, the subject."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.lexicons import around_names
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.clauses.phrases import heads_of_prepositions
from factoid.reading.statements.kin.lists import is_told_whose, partner_before
from factoid.reading.statements.lexicon import kin_roles, verbs
from factoid.reading.statements.passage import Passage
from factoid.reading.tie_rows import is_of_next_tie


def owners(token: Token, passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Yield those whose kin, friend, deputy the noun is: possessors, after *of* or *to*, who has one."""
    top = token
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and not _has_own(top):
        top = top.head
    beside = top.head.children if top.dep_ in ("amod", "compound") else ()  # *his great-grandson Georg*
    # wherever the parser hangs it
    after = [t for t in token.doc[token.i + 1 : token.i + 2] if t.lower_ == "of"]
    for child in {c.i: c for c in (*token.children, *top.children, *beside, *after)}.values():
        if child.dep_ == "poss":
            partner = partner_before(token, child, passage)
            if partner is not None:
                yield partner
                continue
            yield from ((p, passage.mention(t)) for p, t in passage.persons(with_conjuncts(child)))
        elif child.dep_ == "prep" and child.lower_ in ("of", "to", "by") and not _is_others(child, token):
            further = (c for c in child.children if c.dep_ == "conj" and c.lower_ == child.lower_)
            for obj in (o for prep in (child, *further) for o in prep.children):
                if obj.dep_ == "pobj":
                    yield from ((p, passage.mention(t)) for p, t in passage.persons(named_with(obj, passage)))
        elif child.dep_ == "acl" and child.lower_ == "born":  # *the eldest of five children born to Ann Low*
            parents = [n for o in heads_of_prepositions(child, "to") for n in named_with(o, passage)]
            yield from ((p, passage.mention(t)) for p, t in passage.persons(parents))
    head = top.head
    yield from _owners_by_birth(top, passage)
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


def _owners_by_birth(child: Token, passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Yield to whom a clause says that the children were born: *Two sons were born to Ann Low*."""
    verb = child.head
    if child.dep_ == "nsubjpass" and verb.lower_ == "born" and verb.i in passage.clauses:
        for person, said in born_to(passage.clauses[verb.i], passage):
            yield person, passage.mention(said) if said is not None else None


def born_to(clause: Clause, passage: Passage) -> list[tuple[str, Token | None]]:
    """Return to whom somebody was born, both where *them* means two: *Two sons were born to them*."""
    tokens = clause.prep_objects("to")
    before = clause.subjects[0].left_edge if clause.subjects else clause.verb
    is_two = any(t.lower_ in _COUPLE for t in tokens)
    couple = passage.couple(before) or passage.named_together(before) if is_two else []
    children = {p for s in clause.subjects for p, _ in passage.persons([s, *s.subtree])}
    both: list[tuple[str, Token | None]] = [(p, None) for p in couple if children.isdisjoint(couple)]
    return [*passage.persons(tokens), *both]


_COUPLE = frozenset(("them", "both", "couple", "pair"))


def _is_others(preposition: Token, token: Token) -> bool:
    """Whether it stands behind another kin noun: *s. of Karl Low; m. Ida, da. of Otto Berg*, hung on the son."""
    at = preposition.i - 1
    at -= preposition.doc[at].text == "."
    word = preposition.doc[at].lower_.strip(".")
    is_names = word == ")" or (
        preposition.doc[at].pos_ == "PROPN" and any(c.tag_ == "PRP$" for c in token.children)
    )  # *her children Ida (Karl Low) of Ely, Max*, *his son Max of Ely*
    return at > token.i and (is_names or word in kin_roles() or word in _SHORT_FORMS)


_SHORT_FORMS = frozenset(("s", "d", "da", "dau", "bro", "sis", "wid", "w"))


def _has_own(noun: Token) -> bool:
    """Whether the noun itself says whose: *father of Ida and brother of Karl* is not Ida's brother."""
    is_told = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "of"
    return is_told or any(c.dep_ == "poss" for c in noun.children)


def named_with(token: Token, passage: Passage) -> list[Token]:
    """Return the nouns coordinated with one, and names put beside a description."""
    found = []
    for one in with_conjuncts(token):
        if one is not token and (is_told_whose(one) or is_of_next_tie(token, one)):
            continue
        beside = [c for c in one.children if c.dep_ == "appos"]
        if passage.person(one) is None:
            found += beside
            # *of broadcaster Ann Low*
            found += [t for t in one.doc[one.i + 1 : one.i + 2] if t.pos_ == "PROPN"]
        found.append(one)
        if one.pos_ == "NOUN":  # *of the clerk Jan Novak and Maria Dvorak*
            found += [c for name in beside for c in with_conjuncts(name)[1:]]
    return found


_STATES = frozenset(("widow", "widower", "orphan", "bride", "bridegroom", "bachelor", "spinster"))


_TITLES = frozenset(("uncle", "aunt", "auntie"))


def default_owner(token: Token, relatives: set[str], passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Whose kin *the wife*, *sister Ida* is where nobody is named: the subject's, else the main person's."""
    possessive = next((c for c in token.children if c.dep_ == "poss"), None)
    if possessive is not None and possessive.lower_ not in ("their",):
        return
    is_title = token.lower_ in _TITLES and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN"
    if is_title and possessive is None and passage.people.narrator is None:
        return  # *Uncle Karl* is so called by all the house
    if possessive is None and _is_of_the_clergy(token, passage):
        return
    is_anybodys = any(c.lower_ in ("a", "an") for c in token.lefts) and token.dep_ == "attr"
    is_only = (
        token.dep_ == "attr" and token.lower_ == "child" and any(c.lower_ == "only" for c in token.lefts)
    )
    is_called = token.lower_ in ("widow", "widower") and token.i + 1 < len(token.doc) and possessive is None
    is_called = is_called and token.nbor(1).pos_ == "PROPN"  # *the widow Meyer*
    is_state = token.lower_ in _STATES and (is_anybodys or _is_put_to_a_name(token))
    if is_only or is_called or is_state:
        return  # she was a widow: nobody's here
    clause = passage.clause_over(token)
    beside = {t.i for t in with_conjuncts(token.head if token.dep_ == "compound" else token)}
    found = [
        (p, t)
        for p, t in (passage.doers(clause) if clause is not None else ())
        if p not in relatives and not (t is not None and t.i in beside)
    ]  # *Uncle Karl and Ida*: she is not the niece for that
    is_marriage = clause is not None and any(s.lemma_ in verbs("marriage_nouns") for s in clause.subjects)
    if is_marriage and token.dep_ in ("dobj", "conj", "appos"):  # *the marriage produced a son*
        yield from ((p, None) for p in passage.couple(token) if p not in relatives)
        return
    if possessive is not None and len(found) < 2:
        found += [
            (p, None)
            for p in passage.couple(token) or passage.named_together(token)
            if p not in relatives and p not in {f for f, _ in found}
        ]
    if not found and clause is not None:  # *a friend hid him*
        objects = [o for o in (*clause.objects, *clause.datives) if o.dep_ != "conj"]
        found = [(p, t) for p, t in passage.persons(objects) if p not in relatives]
    if not found and passage.main is not None and passage.main not in relatives:
        found = [(passage.main, None)]
    for person, said in found[:2] if possessive is not None else found[:1]:
        yield person, passage.mention(said) if said is not None else None


def _is_of_the_clergy(token: Token, passage: Passage) -> bool:
    """Whether a word for kin with a capital is the title of whose name follows: *Father Brandt came*, *Brother Emil*.

    *Mother Ida* may be that of the family of which somebody else tells.
    """
    if not token.text.istitle() or token.lower_ not in around_names("monastic"):
        return False
    name = token.nbor(1) if token.i + 1 < len(token.doc) else token
    is_familiar = token.lower_ in ("father", "mother") and passage.people.narrator is None
    return name.pos_ == "PROPN" and not is_familiar and passage.clause_over(token) is not None


def _is_put_to_a_name(token: Token) -> bool:
    """Whether a bare noun behind the comma after a name but says in what state somebody is: *Ann Low, widow, gives*."""
    doc, at = token.doc, token.i
    return at > 1 and doc[at - 1].text == "," and doc[at - 2].pos_ == "PROPN"


def around(token: Token, other: Token) -> Span:
    """Return the words from the one to the other."""
    one, two = span_of(token), span_of(other)
    return Span(min(one.start, two.start), max(one.end, two.end))
