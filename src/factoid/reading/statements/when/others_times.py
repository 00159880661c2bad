"""Times that stand beside a statement and tell of something else: of a life, of a thing, of what was done next."""

from __future__ import annotations

import re

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import verbs
from factoid.reading.statements.passage import Passage

_DAY_LONG = len("1900-01-01")
_BEFORE_A_BIRTH = re.compile(r"\s*(?:(?:b\.|born)\s+(?:on\s+)?)?", re.IGNORECASE)
_AFTER_A_BIRTH = re.compile(r"\s*(?:,?\s*(?:in|at)\s[^();\d]{1,60}|,\s[^();\d]{1,60})?[);]")
_BRACKET_REACH = 40  #: characters from the bracket to its date
_BARE_RANGE = re.compile(r"[\d\s/?~c.]*\d\s?[-\u2013\u2014]\s?\d[\d\s/?]*")


def is_of_something_else(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """Whether a time of the sentence of a statement cannot date it, by how the sentence is built."""
    return (
        _is_birth_in_brackets(draft, time, passage)
        or _is_of_a_thing(draft, time, passage)
        or _is_of_the_next_deed(draft, time, passage)
        or _is_of_what_is_put_beside(draft, time, passage)
        or _is_of_another_honour(draft, time, passage)
    )


def _is_of_another_honour(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """*the Order of Lenin and the Red Star (1943)*: a year in brackets is that of the honour right before it."""
    value, content = draft.slots.get("value"), passage.content
    if draft.type != "award" or not isinstance(value, Span):
        return False
    opened = content.rfind("(", max(time.start - _BRACKET_REACH, 0), time.start)
    is_alone = opened >= 0 and _YEARS.fullmatch(content, opened + 1, time.start) is not None
    return is_alone and not value.start < opened <= value.end + 1


_YEARS = re.compile(r"[\d\s,;/-]*")


def _is_birth_in_brackets(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """*Karl Brandt (20 May 1941 in Ulm) is a chemist*: the day right behind a name is that of the birth."""
    if draft.type in ("birth", "death", "name") or len(time.meant.edtf if time.meant else "") < _DAY_LONG:
        return False
    content = passage.content
    opened = content.rfind("(", max(time.start - _BRACKET_REACH, 0), time.start)
    if opened < 0 or not _BEFORE_A_BIRTH.fullmatch(content, opened + 1, time.start):
        return False
    words = passage.segment.words(Span(opened, time.end))
    if words is None or words.start == 0 or words.start <= draft.anchor.i < words.end:
        return False
    is_behind_a_name = passage.person(words.doc[words.start - 1]) is not None
    return is_behind_a_name and _AFTER_A_BIRTH.match(content, time.end) is not None


def is_of_the_next_part(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """*He was buried in Paris; his bones came home in 1957*: a time behind a semicolon tells of what stands there.

    Where nothing else stands there, it tells of what goes before: *Anna Low, prioress; 1411-29.*
    """
    content, end = passage.content, max(draft.quote.end, span_of(draft.anchor).end)
    parted = content.rfind(";", end, time.start)
    if parted < 0 or "(" in content[parted : time.start]:
        return False
    is_alone = not any(c.isalnum() for c in _LEADING.sub("", content[parted : time.start]))
    return not (is_alone and not content[time.end : time.end + 1].strip(".;)"))


_LEADING = re.compile(r"\b(?:in|on|from|since|until|about|c|ca)\b\.?")


def _is_of_a_thing(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """*head of a firm founded in 2009*: then the firm was founded, whenever it got its head."""
    teller = passage.dates.teller(time)
    if teller is None:
        return False
    made = draft.anchor.doc[teller]
    if (
        made.dep_ not in ("acl", "relcl")
        or made.tag_ != "VBN"
        or made.lemma_.lower() not in verbs("bringing_forth")
    ):
        return False
    thing = made.head
    return draft.anchor.i < thing.i and passage.person(thing) is None


def _is_of_the_next_deed(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """*grew up in Ely and rose to fame in 2001*: a time behind the second verb is not that of a state before it."""
    verb, teller = _verb_of(draft.anchor, passage), passage.dates.teller(time)
    root = passage.dates.root_of(time)
    if draft.type != "residence" or teller is None or root is None or not verb.i < teller < root.i:
        return False
    later = draft.anchor.doc[teller]
    return later.dep_ == "conj" and later.head.i == verb.i and passage.clauses[verb.i].shared_to is None


def _is_of_what_is_put_beside(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    """*Otto Roth, mayor of Ely, 1886-1897, was a chemist*: bare years beside a post are not those of what follows."""
    verb, root = _verb_of(draft.anchor, passage), passage.dates.root_of(time)
    whole = time.whole or time
    if root is None or verb.i not in passage.clauses or not root.i < verb.i < draft.anchor.i:
        return False
    content = passage.content
    bare = _BARE_RANGE.fullmatch(content[whole.start : whole.end]) is not None
    if not bare or not content[: whole.start].endswith(", ") or content[whole.end : whole.end + 1] != ",":
        return False
    beside = root
    while beside.head.i != beside.i and beside.dep_ in ("appos", "npadvmod", "nummod", "pobj", "prep"):
        beside = beside.head
        if beside.dep_ == "appos":
            return True
    return False


def _verb_of(token: Token, passage: Passage) -> Token:
    while token.i not in passage.clauses and token.head.i != token.i:
        token = token.head
    return token
