"""Of whom a noun is said: before a name, beside it, predicated of somebody, after *as*, in a note of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import MentionForm, Span
from factoid.reading.clause import SUBJECTS, is_subject_after_opening, made_of
from factoid.reading.lexicons import demonyms
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import Clause, is_behind_an_age
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import (
    phrase,
)
from factoid.reading.statements.lexicon import (
    verbs,
    word_list,
)
from factoid.reading.statements.nouns.role_fields import Borne
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.passage import Passage

_KINDS = ("office", "occupation", "rank")


def bearers(token: Token, passage: Passage, *, start: int | None = None) -> Iterator[Borne]:
    """Yield the persons that a noun is said of, with the construction."""
    if _is_charge(token):
        return
    made = made_of(token)
    if made is not None:  # *appointed Otto Lind governor*
        verb, name = made
        quote, clause = hull(span_of(verb), phrase(token)), passage.clauses.get(verb.i)
        for person, said in passage.persons([name]):
            yield Borne(person, passage.mention(said), "predicate", quote, clause)
        return
    found: dict[str, Borne] = {}
    for borne in _bearers(token, passage, token.i if start is None else start):
        other = found.get(borne.person)
        if other is None or (other.how == "mention" and borne.how != "mention"):
            found[borne.person] = borne
    yield from found.values()


def _bearers(token: Token, passage: Passage, start: int) -> Iterator[Borne]:
    own = passage.person(token)
    doc = token.doc
    if own is not None:
        mention = passage.mention(token)
        words = passage.segment.words(mention)
        named = words is not None and any(t.i > token.i and t.pos_ == "PROPN" for t in words)
        yield Borne(own, mention, "title" if named else "mention", mention, None)
        if named or token.dep_ == "compound":
            return
    head = token.head
    if (
        token.dep_ in ("compound", "nmod", "amod")
        and head.i > token.i
        and passage.person(head) is not None
        and head.pos_ == "PROPN"
    ):
        yield Borne(
            passage.person(head) or "",
            passage.mention(head),
            "title",
            hull(span_of(doc[start : token.i + 1]), passage.mention(head)),
            None,
        )
        return
    adjacent = _name_tight_before(token, passage) or _name_after(token, passage)
    if adjacent is not None:
        yield adjacent
        return
    for child in token.children:
        if child.dep_ in ("appos", "flat") and _is_beside(child, token):
            is_said_too = token.dep_ == "attr" and child.pos_ == "NOUN"  # *was a dyer, the son of a clerk*
            person = passage.person(child) if not is_said_too else None
            if person is not None and own in (None, person):  # not *the general left a widow, Ida Lind*
                how = "title" if child.left_edge.i == token.i + 1 else "apposition"
                yield Borne(
                    person, passage.mention(child), how, hull(phrase(token), passage.mention(child)), None
                )
    nearest = _name_right_before(token, passage) or _name_before_the_first(token, passage)
    if nearest is not None:
        yield nearest
        return
    top = _top_of_list(token, start, passage)
    if top is not None:
        yield from _governed(token, top, passage)


_DETERMINED = frozenset(("the", "my", "his", "her", "our"))


def _name_tight_before(token: Token, passage: Passage) -> Borne | None:
    """The name that no comma parts from the noun, in a row of names: *Otto my brother, Karl the baker, Emil Lang*."""
    doc, at = token.doc, token.i
    if at < _TIGHT or at + 1 >= len(doc) or doc[at + 1].text not in (",", ";", "."):
        return None
    name = doc[at - 2]
    person = passage.person(name) if name.pos_ == "PROPN" else None
    if doc[at - 1].lower_ not in _DETERMINED or person is None or token.pos_ != "NOUN":
        return None
    mention = passage.mention(name)
    before = passage.content[max(mention.start - 6, 0) : mention.start].rstrip()
    if name.head.pos_ in ("VERB", "AUX") and not before.endswith((":", ",", ";", " and")):
        return None  # *gave Otto the book,*
    return Borne(person, mention, "apposition", hull(mention, span_of(token)), None)


_TIGHT = 2  #: words before the noun: the name and *the*


def _is_beside(name: Token, noun: Token) -> bool:
    """Whether the name is the noun's, and neither what the clause is about nor told past a colon for another noun."""
    between = noun.doc[noun.i + 1 : name.left_edge.i]
    is_second = any(t.text == ":" for t in between) and any(t.pos_ == "PROPN" for t in between)
    return not is_second and not is_subject_after_opening(name)


def _top_of_list(token: Token, start: int, passage: Passage) -> Token | None:
    """Return the first of the nouns in a row with this one; None where that is a name, of which it is not said.

    *Daughter of Karl Low and his wife*: the wife stands beside Karl, and is not the daughter.
    """
    top = token.head if start <= token.head.i < token.i else token  # *rear*, taken for a verb
    while top.head.pos_ in ("NOUN", "PROPN", "ADJ", "X") and (top.dep_ == "conj" or _is_listed_with(top)):
        top = top.head
        is_owned = any(c.dep_ == "poss" for c in token.lefts)
        if is_owned and top.pos_ == "PROPN" and passage.person(top) is not None:
            return None
    return top


def _name_right_before(token: Token, passage: Passage) -> Borne | None:
    """The name that only a comma parts from the noun: in *son of Karl Low, 7th Earl of Ely* not the son is the earl."""
    first = token.left_edge.i
    if (
        token.dep_ not in ("appos", "conj", "npadvmod", "dep")
        or first < 2
        or token.doc[first - 1].text != ","
    ):
        return None
    name = _before_bracket(token.doc[first - 2], life_too=passage.is_entry)
    person = passage.person(name)
    if person is None or name.pos_ != "PROPN" or name.dep_ == "poss":
        return None
    mention = passage.mention(name)
    return Borne(person, mention, "apposition", hull(mention, phrase(token)), None)


def _name_before_the_first(token: Token, passage: Passage) -> Borne | None:
    """The name beside the first of two nouns joined: *Otto Lind, surveyor and hydrographer, was*."""
    first = token.head
    if token.dep_ == "conj" and first.pos_ == "PROPN" and role_kind(token)[0] == "kin":
        return _name_of_both(token, first, passage)
    if (
        token.dep_ != "conj"
        or token.tag_ != "NN"
        or first.pos_ != "NOUN"
        or role_kind(first)[0] not in _KINDS
    ):
        return None
    beside = _name_right_before(first, passage)
    return beside._replace(quote=hull(beside.quote, phrase(token))) if beside is not None else None


def _name_of_both(token: Token, name: Token, passage: Passage) -> Borne | None:
    """The name of whose ties a second follows: *Ida Low, daughter of Karl Low, and widow of Otto Berg*."""
    person, is_bare = passage.person(name), token.left_edge.i == token.i
    is_told = any(c.dep_ == "appos" and c.pos_ == "NOUN" and c.i < token.i for c in name.children)
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if person is None or not (is_bare and is_told and behind == "of"):
        return None
    mention = passage.mention(name)
    return Borne(person, mention, "apposition", hull(mention, phrase(token)), None)


def _before_bracket(token: Token, *, life_too: bool) -> Token:
    """Return the word before the bracket that ends here: *Edith (née Low), a net-braider*."""
    if token.text != ")":
        return token
    opened = next((t.i for t in reversed(token.doc[max(0, token.i - 12) : token.i]) if t.text == "("), 0)
    is_life = any(t.like_num for t in token.doc[opened : token.i])
    return token.doc[opened - 1] if opened and (life_too or not is_life) else token


def _is_listed_with(noun: Token) -> bool:
    """Whether an *and* joins it to the noun it is hung on: *an engineer and film director*."""
    head = noun.head
    return noun.dep_ in ("nmod", "compound") and any(
        t.dep_ == "cc" for t in noun.doc[noun.i + 1 : max(head.i, noun.i + 1)]
    )


def _name_after(token: Token, passage: Passage) -> Borne | None:
    """A name right after the noun, whatever the parser made of it: *the cooper Anton*."""
    if token.i + 1 >= sentence_of(token).end or token.tag_ in ("NNS", "NNPS"):
        return None
    following = token.doc[token.i + 1]
    mention = passage.people.mention_at(following)
    person = passage.person(following)
    if mention is None or person is None or mention.form is not MentionForm.NAME:
        return None
    if (
        mention.start != span_of(following).start
        or following.dep_ == "poss"
        or token.dep_ in ("dobj", "dative")
        or is_subject_after_opening(following.head if following.dep_ == "compound" else following)
    ):
        return None
    return Borne(person, mention.span, "title", hull(span_of(token), mention.span), None)


def _governed(token: Token, top: Token, passage: Passage) -> Iterator[Borne]:
    head = top.head
    if top.dep_ == "appos":
        yield from _apposed(token, top, passage)
        return
    if (
        top.dep_ in ("attr", "oprd", "acomp", "dobj")
        and head.i in passage.clauses
        and not is_behind_an_age(top)
    ):
        yield from _predicated(token, passage.clauses[head.i], top, passage)
    elif top.dep_ == "pobj" and head.dep_ == "prep":
        yield from _after_preposition(token, top, passage)
    elif top.dep_ == "xcomp" and top.i < token.i and head.i in passage.clauses:
        if passage.clauses[head.i].lemma in RISING:
            yield from _predicated(token, passage.clauses[head.i], top, passage)
    elif (
        top.dep_ == "conj" and head.i in passage.clauses
    ):  # *promoted lieutenant in 1794 and commander in 1806*
        if passage.clauses[head.i].lemma in RISING and head.i < token.i:
            yield from _predicated(token, passage.clauses[head.i], top, passage)
    elif top.dep_ in ("ROOT", "dep", "npadvmod") and passage.person(token) is None:
        yield from _noted(token, top, passage)


def _apposed(token: Token, top: Token, passage: Passage) -> Iterator[Borne]:
    person = passage.person(top.head)
    if person is not None:
        mention = passage.mention(top.head)
        yield Borne(person, mention, "apposition", hull(mention, phrase(token)), None)
    elif _is_next_post(top, passage):
        yield from _noted(token, top, passage)


def _is_next_post(noun: Token, passage: Passage) -> bool:
    """Whether a year opens it as the next post of an entry: *from 1888 chemist, 1893 director of the mint*."""
    before = noun.doc[noun.left_edge.i]
    is_dated = before.like_num and before.i < noun.i and passage.dates.is_time(before)
    return passage.is_entry and is_dated and noun.tag_ == "NN"


RISING = frozenset(("promote", "raise", "rise", "advance", "ordain", "elevate"))


def _after_preposition(token: Token, top: Token, passage: Passage) -> Iterator[Borne]:
    prep = top.head
    governor = prep.head
    if (prep.lower_ == "as" and governor.i in passage.clauses) or (
        prep.lower_ == "to" and governor.i in passage.clauses and passage.clauses[governor.i].lemma in RISING
    ):
        yield from _predicated(token, passage.clauses[governor.i], top, passage)
    elif prep.lower_ in ("from", "since") and _is_next_post(top, passage):
        yield from _noted(token, top, passage)
    elif prep.lower_ == "of" and governor.lemma_.lower() in word_list("post_words"):
        above = passage.clause_over(governor.head)
        if above is not None:
            yield from _predicated(token, above, top, passage)


_CHARGING = frozenset(
    ("arrest", "shoot", "execute", "hang", "convict", "condemn", "sentence", "denounce", "accuse", "expose", "repress",
     "imprison", "brand")
)  # fmt: skip


def _is_charge(token: Token) -> bool:
    """Whether it is what somebody was charged with: *shot as a Japanese spy*."""
    top = token
    while top.dep_ in ("amod", "compound", "nmod", "conj") and top.head.i != top.i:
        top = top.head
    is_as = top.dep_ == "pobj" and top.head.lower_ == "as" and not _is_people(top)
    return is_as and top.head.head.lemma_.lower() in _CHARGING


def _is_people(noun: Token) -> bool:
    """Whether the word is for one of a people or faith: *executed as a Jew* he was one."""
    return noun.lower_ in demonyms() or noun.text[:1].isupper()


def _predicated(token: Token, clause: Clause, top: Token, passage: Passage) -> Iterator[Borne]:
    if top.dep_ == "dobj" and clause.lemma not in verbs("object_taking"):
        return
    quote = hull(clause_span(clause), span_of(token)) if abs(token.i - clause.verb.i) < 25 else phrase(token)
    to_object = (
        not clause.passive
        and clause.objects
        and (top not in clause.objects)
        and clause.lemma in verbs("factitive")
    )
    who: list[tuple[str, Token | None]] = (
        [*passage.persons([*clause.objects, *clause.datives])] if to_object else passage.doers(clause)
    )
    if clause.verb.dep_ == "ccomp" and not who and clause.subjects:
        who = [*passage.persons(clause.subjects)]
    for person, said in who:
        where = passage.mention(said) if said is not None else None
        yield Borne(person, where, "predicate", quote, clause)


def _noted(token: Token, top: Token, passage: Passage) -> Iterator[Borne]:
    """A sentence without a verb in an entry: the person of the entry."""
    if passage.main is None or not passage.is_entry:
        return
    if top.i in passage.clauses or any(c.dep_ in SUBJECTS for c in top.children):
        return
    if any(passage.person(c) is not None for c in top.children if c.dep_ in ("poss", "appos", "compound")):
        return
    yield Borne(passage.main, None, "note", phrase(token), None)


def hull(one: Span, other: Span) -> Span:
    """Return the words from the one to the other, or the other alone where they stand far apart."""
    both = Span(min(one.start, other.start), max(one.end, other.end))
    return both if both.end - both.start <= 230 else other
