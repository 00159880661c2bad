"""Of whom a description is said: the name beside it, the subject it is the predicate of, the owner it names."""

from __future__ import annotations

from factoid.reading.entities import Entities
from factoid.reading.lexicons import around_names, demonyms, person_nouns
from factoid.reading.parse import Token, TokenSpan
from factoid.reading.people.phrases import ARTICLES, POSSESSIVES

_COPULAS = frozenset(["be", "become", "remain", "seem", "prove"])


def name_following(token: Token, entities: Entities) -> TokenSpan | None:
    """Return the name that follows the noun at once: ``the tailor Samuil``."""
    if token.i + 1 >= len(token.doc):
        return None
    after = token.nbor(1)
    if after.lower_ in around_names("naming_words") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    if entities.label_of(after) != "person":
        return None
    span = entities.span_at(after)
    return span if span is not None and span.start == after.i else None


def name_beside(token: Token, start: int, entities: Entities) -> Token | None:
    """Return the name beside which the phrase stands, with a comma between, on either side."""
    doc = token.doc
    named = _name_past_comma(token, entities)
    if named is not None:
        span = entities.span_at(named)
        closed = (
            span is None
            or span.end >= len(doc)
            or doc[span.end].text in (",", ".", ";", ")", ":", "(", "-", "—", "–", "'s")
        )
        has_determiner = (
            doc[token.i + 1].text == ":"
            or doc[start].lower_ in ARTICLES | POSSESSIVES | {"a", "an"}
            or start < token.i
        )
        if (
            span is not None
            and closed
            and has_determiner
            and token.dep_ not in ("conj",)
            and not starts_list(span)
        ):
            return span.root
    if start >= 2 and doc[start - 1].text in (",", "(") and entities.label_of(doc[start - 2]) == "person":
        span = entities.span_at(doc[start - 2])
        if span is not None and (
            token.dep_ in ("appos", "attr", "amod", "ROOT", "conj", "dep", "npadvmod") or token.head in span
        ):
            return span.root if not starts_list(doc[start : token.i + 1]) else None
    if token.dep_ == "appos" and entities.label_of(token.head) == "person":
        return token.head
    return _named_by_copula(token, entities)


def _name_past_comma(token: Token, entities: Entities) -> Token | None:
    """Return the name after the comma, words for its bearer between: ``the husband, painter Gustav Lind``."""
    doc, at = token.doc, token.i + 2
    if at >= len(doc) or doc[token.i + 1].text not in (",", ":"):
        return None
    limit = min(at + 4, len(doc))
    while at < limit and entities.label_of(doc[at]) != "person":
        word = doc[at]
        if not (
            word.lower_ in ("a", "an", "the")
            or word.pos_ == "ADJ"
            or word.lower_ in person_nouns()
            or word.lower_ in demonyms()
        ):
            return None
        at += 1
    return doc[at] if at < limit else None


def _named_by_copula(token: Token, entities: Entities) -> Token | None:
    """*His first wife was Ann Lee*: the name that the noun is said to be."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < token.i:
        return None
    named = next((t for t in verb.rights if t.dep_ == "attr" and entities.label_of(t) == "person"), None)
    span = entities.span_at(named) if named is not None else None
    return named if span is not None and not starts_list(span) else None


def starts_list(span: TokenSpan) -> bool:
    """Whether the phrase is one of a list: ``Ann, a maid and a cook``."""
    doc, end = span.doc, span.end
    if (
        end + 1 < len(doc)
        and doc[end].text == ","
        and doc[end + 1].lower_ == "and"
        and doc[end + 1].dep_ == "cc"
    ):
        follower = doc[end + 2] if end + 2 < len(doc) else None
        return follower is not None and follower.pos_ == "PROPN"
    return end < len(doc) and doc[end].lower_ == "and" and end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN"


def subject_of_predicate(token: Token) -> Token | None:
    """Return the subject of which the noun is the predicate: ``he was a tailor``, ``made a bishop``."""
    verb = token.head
    if token.dep_ == "attr" and verb.lemma_ in _COPULAS:
        return next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    if token.dep_ == "pobj" and verb.lower_ in ("as", "into"):
        return _clause_subject(verb, at_left=verb.lower_ == "into")
    if token.dep_ == "oprd":
        passive = next((t for t in verb.lefts if t.dep_ == "nsubjpass"), None)
        return passive or next((t for t in verb.rights if t.dep_ == "dobj" and t.i < token.i), None)
    return None


def _clause_subject(preposition: Token, *, at_left: bool) -> Token | None:
    """Return of whom *as a sailor*, *turned into a witness* is said."""
    verb = preposition.head
    if verb.pos_ not in ("VERB", "AUX") or (
        at_left and verb.lemma_ not in ("turn", "change", "grow", "develop")
    ):
        return None
    done_to = next((t for t in verb.rights if t.dep_ == "dobj" and t.i < preposition.i), None)
    for _ in range(3):
        subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
        if done_to is not None or subject is not None:
            return done_to if done_to is not None else subject
        verb = verb.head
    return None


def owner_after(token: Token) -> Token | None:
    """Return the possessor in an of-phrase: ``widow of Aldred``, ``son of the late king``."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "to") and child.i <= token.i + 2:
            return next((t for t in child.rights if t.dep_ == "pobj"), None)
    return None
