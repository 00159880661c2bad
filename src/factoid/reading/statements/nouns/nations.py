"""Statements of nation and faith: *the Basque skipper*, *a Quaker*, *of Polish descent*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import MentionForm
from factoid.names import is_given_name
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import is_behind_an_age
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import bodies, peoples, religions, word_list
from factoid.reading.statements.nouns.bearers import bearers, hull
from factoid.reading.statements.nouns.role_fields import Borne
from factoid.reading.statements.nouns.role_nouns import role_kind, trade_by_class
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes


def read_nations(passage: Passage) -> Iterator[Draft]:
    """Yield what adjectives and nouns of nation and faith say of persons."""
    for token in passage.segment.doc:
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "X") and not passage.dates.is_time(token):
            kind = nation_of(token) or _party_of(token)
            if kind is not None and not _is_in_name(token, passage) and not _is_of_a_thing(token):
                yield from _of_nation(token, kind, passage)


def _is_in_name(token: Token, passage: Passage) -> bool:
    """Whether the word is part of somebody's name: *Hans Berg*, *William French*."""
    if token.i and token.nbor(-1).lower_ in _BEFORE_SURNAMES:
        return True
    mention = passage.people.mention_at(token)
    is_name = mention is not None and mention.form is MentionForm.NAME and token.pos_ == "PROPN"
    return is_name and (passage.mention(token) != span_of(token) or is_given_name(token.text))


def _party_of(token: Token) -> str | None:
    """Return membership for an adjective of party before what somebody is: *a Democratic senator*."""
    is_noun = token.head.pos_ == "NOUN" or token.head.text in bodies("seat")
    before_noun = token.dep_ in ("amod", "compound", "nmod") and is_noun
    return "membership" if before_noun and token.text in bodies("party_adjective") else None


_BEFORE_SURNAMES = frozenset(("n\u00e9e", "n\u00e9", "nee", "geb"))


def _is_of_a_thing(token: Token) -> bool:
    """Whether it tells of a language, *(French: ...)*, *put into French*, or of a game: *American football*."""
    doc = token.doc
    if token.i + 1 < len(doc) and token.nbor(1).lower_ in word_list("games"):
        return True
    if token.lower_ == "roman" and token.i + 1 < len(doc) and token.nbor(1).lower_.startswith("catholic"):
        return True  # *a Roman Catholic* is of a faith, of whatever nation
    if 0 < token.i < len(doc) - 1 and doc[token.i - 1].lower_ == "into" and doc[token.i + 1].pos_ == "PROPN":
        return True  # *rendered into German Viktor Berg's study*
    return 0 < token.i < len(doc) - 1 and doc[token.i - 1].text == "(" and doc[token.i + 1].text == ":"


def _of_nation(token: Token, kind: str, passage: Passage) -> Iterator[Draft]:
    if token.tag_ in ("NNS", "NNPS"):
        return
    head = token.head
    noun: Token | None = None
    if token.dep_ in ("amod", "compound", "nmod") and head.i > token.i:
        role, _ = role_kind(head)
        if head.lemma_.lower() in word_list("of_states") and kind == "ethnicity":
            return  # *the Swedish envoy*: of Sweden, of whatever nation
        is_title = passage.person(head) is not None and head.pos_ == "PROPN"
        if (
            head.lemma_.lower() in word_list("stock")
            or role in ("occupation", "rank", "event", "office", "kin", "tie", "membership")
            or "person.0" in noun_classes(head.lemma_.lower())
            or passage.people.of(head) is not None  # not *in the Russian service Karl Low*
            or head.lemma_.lower() in word_list("persons_of_a_nation")
            or is_title
            or trade_by_class(head)
            or _is_what_somebody_is(head, passage)
        ):
            noun = head
    elif token.pos_ in ("NOUN", "PROPN", "ADJ"):
        noun = token
    if noun is None:
        return
    if noun.lemma_.lower() in ("citizen", "subject", "national"):
        kind = "citizenship"
    named = _named_behind(token, passage)
    for borne in (*bearers(noun, passage), *_of_such_stock(noun, passage)):
        if (borne.how == "mention" and noun is token) or borne.person != (named or borne.person):
            continue
        yield Draft(
            person=borne.person,
            type=kind,
            rule=f"{kind}.{borne.how}",
            quote=hull(borne.quote, span_of(token)),
            anchor=token,
            who=borne.where,
            slots=_slots(token, kind),
            clause=borne.clause,
            undated=borne.clause is None or borne.clause.lemma not in _TURNING,
            own_date=True,
            confidence=0.7,
        )


def _named_behind(token: Token, passage: Passage) -> str | None:
    """Return whose name stands right behind the word: in *Karl Low and the German Emma Toll* she alone is German."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    said = passage.people.mention_at(after)
    is_name = said is not None and said.form is MentionForm.NAME and said.start == span_of(after).start
    return passage.person(after) if is_name and after.pos_ == "PROPN" else None


#: *became a Catholic in 1845*: then, not all through life
_TURNING = frozenset(("become", "turn", "convert"))
_STEMMING = frozenset(("be", "come", "bear", "descend", "spring", "stem", "belong"))


def _of_such_stock(noun: Token, passage: Passage) -> Iterator[Borne]:
    """Yield who *was of Polish descent*, *came from a Polish family*, *was born to Polish parents*."""
    clause = passage.clauses.get(noun.head.head.i) if noun.dep_ == "pobj" else None
    if clause is None or clause.lemma not in _STEMMING or noun.lemma_.lower() not in word_list("stock"):
        return
    if noun.head.lower_ not in ("of", "from", "to", "into"):
        return
    for person, said in passage.doers(clause):
        where = passage.mention(said) if said is not None else None
        yield Borne(person, where, "predicate", clause_span(clause), clause)


def _slots(token: Token, kind: str) -> dict[str, Words]:
    if kind == "membership":
        return {"value": Inferred("member", f"the word {token.text}"), "organisation": span_of(token)}
    return {"value": span_of(token)}


def _is_what_somebody_is(noun: Token, passage: Passage) -> bool:
    """Whether somebody named is said to be it, whatever it means: *Ito is a Japanese judoka*."""
    clause = passage.clauses.get(noun.head.i)
    if noun.dep_ != "attr" or clause is None or clause.lemma != "be" or is_behind_an_age(noun):
        return False
    has_article = any(c.lower_ in ("a", "an") for c in noun.children)
    return has_article and any(True for _ in passage.doers(clause))


def nation_of(token: Token) -> str | None:
    """Return ethnicity or religion where the word names a nation or a faith."""
    word = token.lower_
    if token.text[:1].islower() and token.pos_ != "ADJ" and word not in religions():
        return None
    if word in peoples() or (word.rstrip("s") in peoples() and token.tag_ in ("NN", "NNP")):
        return "ethnicity"
    return "religion" if word in religions() else None
