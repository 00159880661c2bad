"""The words of a description: where the phrase starts, its determiner, and the hyphenated word it ends with."""

from __future__ import annotations

from factoid.reading.lexicons import kin_qualifiers
from factoid.reading.parse import Doc, Token, TokenSpan

ARTICLES = frozenset(["the", "this", "that", "these", "those"])
POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our", "your", "hir", "whose", "thy"])
_INDEFINITE = frozenset(
    ["a", "an", "one", "another", "some", "certain", "any", "every", "each", "no", "neither", "either"]
)
_LEFT_DEPS = frozenset(
    [
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "case",
        "advmod",
        "punct",
        "nmod",
        "predet",
        "npadvmod",
        "quantmod",
        "hyph",
    ]
)


def joined_word(token: Token) -> str:
    """Return the whole hyphenated word that ends with the token, lower case."""
    word, at = token.lower_, token.i
    while (
        at >= 2
        and token.doc[at - 1].text == "-"
        and not token.doc[at - 2].whitespace_
        and not token.doc[at - 1].whitespace_
    ):
        word = token.doc[at - 2].lower_ + "-" + word
        at -= 2
    return word


def left_edge(token: Token, end: int | None = None) -> int:
    """Return where the noun phrase starts. ``end``: where it ends, if a name follows the noun."""
    doc, start = token.doc, token.i
    end = token.i + 1 if end is None else end
    while start > 0:
        before = doc[start - 1]
        if (
            before.lower_ in ARTICLES
            or before.lower_ in POSSESSIVES
            or before.lower_ in ("a", "an", "one", "another")
        ):
            return start - 1
        if before.text in ("'s", "'") and start > 1:
            return _owner_edge(doc, start - 1)
        if before.text == "-" and not before.whitespace_ and start > 1 and not doc[start - 2].whitespace_:
            start -= 2
            continue
        if before.like_num and len(before.text) == 4:
            return start  # a year
        is_modifier = before.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or before.tag_ in (
            "VBN",
            "VBG",
            "RP",
        )
        if not is_modifier or (before.is_sent_start and before.pos_ == "ADV"):
            return start
        is_outside = before.head.i >= end or before.dep_ not in _LEFT_DEPS | {"prt"}
        if is_outside and before.lower_ not in kin_qualifiers():
            return start
        start -= 1
    return start


def _owner_edge(doc: Doc, apostrophe: int) -> int:
    """Return where the possessor before the apostrophe starts."""
    at = apostrophe
    while at > 0 and (
        doc[at - 1].pos_ in ("PROPN", "NOUN", "ADJ")
        or (doc[at - 1].text == "." and at > 1 and len(doc[at - 2].text) <= 3)
    ):
        at -= 1
        if doc[at].dep_ == "ROOT" or doc[at].is_sent_start:
            break
    if at > 0 and (
        doc[at - 1].lower_ in ARTICLES
        or doc[at - 1].lower_ in POSSESSIVES
        or doc[at - 1].lower_ in ("a", "an")
    ):
        at -= 1
    return at


def determiner_of(words: TokenSpan, token: Token) -> tuple[str, Token | None]:
    """Return definite, indefinite, possessive or bare, and the word of the possessor."""
    first = words[0]
    if first.lower_ in POSSESSIVES and first.i != token.i:
        return "possessive", first
    for word in words:
        if word.text in ("'s", "'") and word.i > words.start and word.i < token.i:
            return "possessive", word.nbor(-1)
    if first.lower_ in ARTICLES:
        return "definite", None
    if first.lower_ in _INDEFINITE:
        return "indefinite", None
    return "bare", None
