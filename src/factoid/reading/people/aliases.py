"""Where a text says that two names are one person's: *called Arkan*, *under the name of*, *born Ann Lee*."""

from __future__ import annotations

from collections.abc import Callable

from factoid.reading.parse import Token
from factoid.reading.people.antecedents import clause_of
from factoid.reading.people.figures import Figure, Mark

_NAMING = frozenset(
    [
        "call", "name", "nickname", "dub", "surname", "style", "christen", "baptize", "baptise", "rename",
        "know", "term", "entitle", "title", "rechristen", "bear",
    ]
)  # fmt: skip
_ALIAS = frozenset(["alias", "aka", "a.k.a.", "a.k.a", "née", "nee", "né", "geb.", "vel", "dit", "dite"])
_NAME_NOUNS = frozenset(
    [
        "name",
        "surname",
        "pseudonym",
        "alias",
        "nickname",
        "sobriquet",
        "guise",
        "identity",
        "title",
        "maiden",
        "moniker",
        "pen-name",
    ]
)
_TAKING = frozenset(["take", "adopt", "assume", "receive", "use", "change", "bear", "sign", "keep"])
_AS_VERBS = frozenset(
    [
        "live",
        "enlist",
        "know",
        "pose",
        "register",
        "sign",
        "travel",
        "pass",
        "hide",
        "appear",
        "perform",
        "style",
    ]
)


def same_as(mark: Mark, figure_at: Callable[[Token | None], Figure | None]) -> Figure | None:
    """Return whom the text says this name is another name of, None if it does not say so."""
    doc, start = mark.words.doc, mark.words.start
    if start == 0:
        return None
    before = doc[start - 1]
    if before.text in ('"', "'") and start > 1:
        before = doc[start - 2]
    for found in (
        _after_alias(before),
        _in_brackets(mark),
        _after_naming(before),
        _after_as(before),
        _after_name_of(before),
    ):
        if found is not None:
            figure = figure_at(found)
            if figure is not None and figure is not mark.figure and _may_be(figure, mark):
                return figure
    return None


def _may_be(figure: Figure, mark: Mark) -> bool:
    other = mark.figure
    if other is None or (figure.sex and other.sex and figure.sex != other.sex):
        return False
    return other.number not in figure.not_same


def _after_alias(before: Token) -> Token | None:
    at = before
    if at.text in (",", "(") and at.i:
        return None
    if at.lower_ in _ALIAS or (at.lower_ == "born" and at.i and at.nbor(-1).text in (",", "(")):
        at = at.nbor(-1) if at.i else at
        while at.i and at.text in (",", "("):
            at = at.nbor(-1)
        return at
    if at.lower_ in ("or", "otherwise", "also", "alias") and at.i and at.nbor(-1).text in (",", "(", "or"):
        return at.nbor(-2) if at.i > 1 else None
    return None


def _in_brackets(mark: Mark) -> Token | None:
    """*Georg Jakob (Yegor Yakovlevich in the Russian papers)*: a name in brackets right after a name."""
    doc, start, end = mark.words.doc, mark.words.start, mark.words.end
    if start < 2 or doc[start - 1].text != "(" or end >= len(doc):
        return None
    return doc[start - 2] if doc[end].text in (")", ",", ";") or doc[end].lower_ == "in" else None


def _after_naming(before: Token) -> Token | None:
    """*The boy was named Nikolai*, *everyone called him Arkan*, *known as the Mongol*."""
    at = before
    while at.lower_ in ("as", "the", "only", "simply", "also", "afterwards", "later", ":") and at.i:
        at = at.nbor(-1)
    verb = at if at.lemma_.lower() in _NAMING and at.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    if (
        verb is None
        and at.head.lemma_ in _NAMING
        and at.dep_ in ("dobj", "nsubj", "dative")
        and at.i > at.head.i
    ):
        return at
    if verb is None:
        return None
    if (
        verb.dep_ in ("acl", "amod", "relcl", "appos", "advcl")
        and verb.head.i < verb.i
        and verb.tag_ == "VBN"
    ):
        return verb.head
    return next((t for t in verb.lefts if t.dep_ in ("nsubjpass",)), None)


def _subject(token: Token) -> Token | None:
    verb = clause_of(token)
    for _ in range(3):
        subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None or verb.head.i == verb.i:
            return subject
        verb = verb.head
    return None


def _after_as(before: Token) -> Token | None:
    """*living as Sasha Kovacevic*."""
    if before.lower_ != "as":
        return None
    return _subject(before) if clause_of(before).lemma_ in _AS_VERBS else None


def _after_name_of(before: Token) -> Token | None:
    """*under the name of Pierre Mouchet*, *took the surname Alexandrov*."""
    at = before
    if at.lower_ in ("of", ",", ":") and at.i:
        at = at.nbor(-1)
    if at.lemma_.lower() not in _NAME_NOUNS:
        return None
    is_under = any(t.lower_ in ("under", "by", "with") for t in at.doc[max(0, at.i - 4) : at.i])
    if is_under or clause_of(at).lemma_ in _TAKING:
        return _subject(at)
    return next((t for t in at.lefts if t.dep_ == "poss"), None)
