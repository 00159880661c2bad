"""Kin that a noun tells, from both sides: *his older brother*, *son of A and B*, *their children Ida and Jan*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import phrase
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin.lists import (
    heads_of_items,
    introduced_by_other_kin,
    listed_owner,
    one_of_several,
    other_parent,
)
from factoid.reading.statements.kin.owners import around, default_owner, owners
from factoid.reading.statements.kin.pairs import as_of_sex, pair, role_in_return
from factoid.reading.statements.kin.rows import is_bracketed, named_past_brackets
from factoid.reading.statements.kin.several_ties import borne_in_row
from factoid.reading.statements.lexicon import kin_roles
from factoid.reading.statements.nouns.bearers import hull
from factoid.reading.statements.nouns.role_fields import Borne
from factoid.reading.statements.passage import Passage


class _Relative(NamedTuple):
    """Whom a noun for kin means, where they are named, and which words tell it."""

    person: str
    where: Span | None
    quote: Span
    clause: Clause | None


_Owner = tuple[str, Span | None]  #: whose kin it is, and where that is said


def of_kin_noun(token: Token, role: str, passage: Passage) -> Iterator[Draft]:
    """Yield what a noun for kin tells of those whom it joins."""
    borne_by = borne_in_row(token, passage)
    listed = listed_owner(token, passage)
    found = _relatives(token, role, borne_by, passage, is_listed=listed is not None)
    relatives = [r for r in found if _may_be_meant(r, token, passage)]
    owned: list[_Owner] = [listed] if listed is not None else _parents_too(role, token, passage)
    rule = "kinship.noun"
    tie = passage.tie_at(token) if listed is None and (relatives or not found) else None
    if tie is not None:
        if all(person != tie.owner for person, _ in owned):
            owned, rule = owned or [(tie.owner, None)], "kinship.tie"
        relatives = relatives or [_Relative(tie.relative, None, tie.quote, None)]
    owned = [o for o in owned if not is_bracketed(o[1], passage.content)]
    row = named_past_brackets(token, passage)
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of":
        owned = list(dict([*row, *owned]).items())
    elif token.tag_ == "NNS":
        known = {r.person for r in relatives}
        relatives += [_Relative(p, w, hull(span_of(token), w), None) for p, w in row if p not in known]
    subjects = {b.person for b in borne_by if b.how in ("predicate", "mention")}
    owned = [o for o in owned if o[0] not in subjects] or owned
    if not owned:
        owned, rule = list(default_owner(token, {r.person for r in relatives}, passage)), "kinship.bare"
    yield from _through_kin(token, relatives, passage)
    persons = [person for person, _ in owned]
    for owner in owned:
        back = _back(role, token, owner[0], persons, passage)
        for relative in relatives:
            if relative.person not in persons:
                yield from _both_sides(token, (role, back), owner, relative, rule, passage)


def _relatives(
    token: Token, role: str, borne_by: list[Borne], passage: Passage, *, is_listed: bool
) -> list[_Relative]:
    """Return whom the noun may mean: who bears it, and whom the words around it name."""
    plural = token.tag_ in ("NNS", "NNPS")
    found = [
        _Relative(b.person, b.where, b.quote, b.clause)
        for b in borne_by
        if not (b.how == "apposition" and (is_listed or _is_listed_kin(token, b.where, role, passage)))
        and not (plural and b.how == "apposition" and _are_others(token, b, passage))
        and not (b.how == "predicate" and token.dep_ == "dobj")  # *took in his wife's brother*
        and not _means_another(token, b, passage)
    ]
    found += _born_as(token, passage)
    found += [
        _Relative(p, w, hull(w or phrase(token), phrase(token)), None)
        for p, w in one_of_several(token, passage)
    ]
    if plural or not found:
        found += [
            _Relative(p, passage.mention(t), around(token, t), None)
            for c in token.children
            if c.dep_ == "appos"
            for p, t in passage.persons([n for n in with_conjuncts(c) if not _is_other_noun(n)])
        ]
    return [*found, *_named_elsewhere(token, {r.person for r in found}, passage)]


def _may_be_meant(relative: _Relative, token: Token, passage: Passage) -> bool:
    """Whether nothing between the noun and the relative, and nobody's sex, speaks against it."""
    if introduced_by_other_kin(token, relative.where, passage) or is_bracketed(
        relative.where, passage.content
    ):
        return False
    if token.tag_ not in ("NNS", "NNPS") and _is_in_another_note(token, relative.where, passage):
        return False
    return token.lower_ != "widow" or passage.gender(relative.person) != "m"


def _both_sides(
    token: Token, roles: tuple[str, str], owner: _Owner, relative: _Relative, rule: str, passage: Passage
) -> Iterator[Draft]:
    """Yield what the relative is to the owner, and back."""
    role, back = roles
    is_wedding = _is_wedding(token)
    draft = Draft(
        person="",
        type="kinship",
        rule=rule,
        quote=hull(owner[1] or relative.quote, relative.quote),
        anchor=token,
        clause=relative.clause,
        undated=not is_wedding,
        own_date=is_wedding,
        confidence=0.8,
    )
    there = _as_role(_of_sex(role, passage.gender(relative.person)), span_of(token), token)
    yield from pair(
        owner,
        (relative.person, relative.where),
        (there, Inferred(back, f"the other side of {token.text}")),
        draft,
    )


_SPOUSES = frozenset(("wife", "husband", "spouse", "bride"))
_TAKING = frozenset(("take", "give", "choose"))


def _is_wedding(token: Token) -> bool:
    """Whether the noun says that they married, not that they were: *became his wife*, *took Ida to wife*."""
    noun = token.head if token.dep_ == "compound" else token  # *took to wife Ida Low*
    verb = noun.head
    if token.lemma_.lower() not in _SPOUSES:
        return False
    if noun.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ == "to" for c in noun.children):
        return verb.lemma_ in _TAKING
    if noun.dep_ == "pobj" and verb.lower_ in ("to", "as", "for"):
        return verb.head.lemma_ in _TAKING
    return verb.lemma_ == "become" and token.i > verb.i


def _is_other_noun(named: Token) -> bool:
    """Whether the row has come to kin of another kind: *two brothers, Karl and Emil, and a sister, Ida*."""
    return named.dep_ == "conj" and named.lower_ in kin_roles()


def _means_another(token: Token, borne: Borne, passage: Passage) -> bool:
    """Whether the noun means somebody else by name: *Ivan is the son of Ida Orlova (Boris Orlov's daughter)*."""
    own = passage.person(token) if token.tag_ == "NN" else None
    if own is None or own == borne.person or not passage.personas[own].is_named:
        return False
    said = passage.segment.words(borne.where) if borne.where is not None else None
    return borne.how == "predicate" or said is None or said.root.pos_ != "PROPN"


def _is_in_another_note(token: Token, where: Span | None, passage: Passage) -> bool:
    """Whether a semicolon parts a noun from who is named: *brother of Karl; married Ann Low; father of Max*."""
    if where is None:
        return False
    word = span_of(token)
    between = (word.end, where.start) if where.start >= word.end else (where.end, word.start)
    return ";" in passage.content[slice(*between)]


def _of_sex(role: str, gender: str | None) -> str:
    """Return the role as one of that sex has it: of *their children Ida and Jan* she is the daughter."""
    return role if role in ("wife", "husband") else as_of_sex(role, gender)


def _back(role: str, token: Token, owner: str, owners_: list[str], passage: Passage) -> str:
    """Return what the owner is to the relative. Whose son or daughter somebody is called first is the father."""
    back = role_in_return(role, passage.gender(owner))
    is_child_of = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
    if back != "parent" or not is_child_of or not passage.personas[owner].is_named:
        return back
    return "father" if owner == owners_[0] else "mother"


def _through_kin(token: Token, relatives: list[_Relative], passage: Passage) -> Iterator[Draft]:
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


def _born_as(token: Token, passage: Passage) -> list[_Relative]:
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
    return [
        _Relative(p, passage.mention(t) if t is not None else None, clause_span(clause), clause)
        for p, t in doers
    ]


def _parents_too(role: str, token: Token, passage: Passage) -> list[_Owner]:
    """Return whose kin it is, with the second parent where an *of* names only the first."""
    owned = list(dict(owners(token, passage)).items())
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if len(owned) != 1 or owned[0][1] is None or of is None or owned[0][1].start < span_of(of).start:
        return owned
    words = passage.segment.words(owned[0][1])
    second = other_parent(role, words[-1], passage) if words is not None and len(words) else None
    return [*owned, second] if second is not None else owned


def _named_elsewhere(token: Token, known: set[str], passage: Passage) -> Iterator[_Relative]:
    """Yield relatives whom the sentence names apart from the noun: *their children are Ida and Jan*, *sons – Ida*."""
    head, names = token.head, list[Token]()
    if token.dep_ in ("compound", "nmod") and token.tag_ == "NNS" and head.i > token.i:
        names = with_conjuncts(head)
    elif token.dep_ == "nsubj" and head.lemma_ == "be" and head.i in passage.clauses:
        told = passage.clauses[head.i].complements
        beside = [c for n in told if n.pos_ == "PROPN" for c in n.children if c.dep_ == "appos"]
        names = [*told, *(n for c in beside for n in with_conjuncts(c)[1:])]  # *were Karl, a baker, and Ida*
    elif token.tag_ == "NNS" and token.i + 1 < len(token.doc) and token.nbor(1).text in _BEFORE_NAMES:
        names = [*with_conjuncts(token)[1:], *heads_of_items(token)]
    elif token.tag_ == "NNS" and head.lower_ == "born" and token.dep_ == "nsubjpass":
        names = _named_behind_birth(head)
    for person, said in passage.persons(names):
        if person not in known and said.pos_ == "PROPN":
            yield _Relative(person, passage.mention(said), around(token, said), None)


def _named_behind_birth(verb: Token) -> list[Token]:
    """Return who is named past a comma behind a birth of several: *Two sons were born to them, Otto and Karl*."""
    behind = (t for t in verb.rights if t.dep_ in ("npadvmod", "appos", "dobj") and t.pos_ == "PROPN")
    first = next((t for t in behind if t.doc[t.left_edge.i - 1].text in _BEFORE_NAMES), None)
    return with_conjuncts(first) if first is not None else []


def _are_others(token: Token, borne: Borne, passage: Passage) -> bool:
    """Whether a plural beside one name counts other people: *bore her husband, Otto Low, six children*."""
    words = passage.segment.words(borne.where) if borne.where is not None else None
    if words is not None and words.end <= token.i and words.root.dep_ != "conj":
        return not any(c.dep_ == "conj" for c in words.root.children)
    return _has_own_names(token, passage)


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


def _as_role(role: str, word: Span, token: Token) -> Words:
    return word if token.text.lower() == role else Inferred(role, f"the noun {token.text}")
