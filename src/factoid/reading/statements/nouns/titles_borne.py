"""Words for ranks that tell of none where they stand: given names, bynames, posts of civil life."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.model import MentionForm
from factoid.names import NamePart, PartKind, is_given_name, parse_name, title_of
from factoid.reading.parse import Token
from factoid.reading.statements.lexicon import word_list
from factoid.reading.statements.passage import Passage


def is_but_a_name(token: Token, passage: Passage) -> bool:
    """Whether a word for a title is a given name or a surname here: *Don Kennard*, *Gowin Knight FRS*, *RITTER, Ernst*.

    What a name is made of the parts of names say. At the head of a name it is a given name where nobody
    else in the text is noble: *Earl Long*; not *Earl Morcar*, nor *Dean Swift*, *the dean*.
    """
    mention = passage.people.mention_at(token)
    if mention is None or mention.form is not MentionForm.NAME or not token.text[:1].isupper():
        return False
    words = passage.segment.words(mention.span)
    if words is None or len(words) < 2 or words[-1].i == token.i or title_of(token.text) is None:
        return False
    kind = next((p.kind for p in _parts(words.text) if token.text in p.text.split()), None)
    if kind is PartKind.GIVEN and words[0].i == token.i:
        return token.text in word_list("titles_of_abroad") or not _may_be_borne(token.lower_, passage.content)
    has_letters = any(p.kind is PartKind.LETTERS for p in _parts(words.text))
    is_headed = words[0].i == token.i or is_given_name(token.nbor(-1).text) or has_letters
    return kind is PartKind.SURNAME and is_headed


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[NamePart, ...]:
    return parse_name(name).parts


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4)
def _may_be_borne(title: str, content: str) -> bool:
    """Whether the text tells of the title, or of such as live among those who bear it."""
    lower = content.lower()
    is_told = re.search(rf"\bthe {title}\b|\b{title} of\b", lower) is not None
    return is_told or not word_list("nobles").isdisjoint(_WORD.findall(lower))


def is_civil_officer(token: Token) -> bool:
    """Whether an officer is one of no force: *research officer*, *Chief Executive Officer*."""
    if token.lemma_.lower() != "officer" or not token.i:
        return False
    return token.nbor(-1).lower_ in word_list("civil_officers")


def first_of_abbreviated(token: Token) -> int:
    """Return where a rank begins that is abbreviated in two words: *Lt Col*, *Maj. Gen.*; else its own place."""
    at, doc = token.i, token.doc
    before = max(at - 1 - (at > 1 and doc[at - 1].text == "."), 0)
    if not (token.text[:1].isupper() and doc[before].text[:1].isupper()):
        return at
    whole = title_of(f"{doc[before].text} {token.text}")
    return before if whole is not None and whole.kind is PartKind.RANK else at
