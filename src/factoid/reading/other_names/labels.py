"""Names that an entry gives to whom it is about, by a label: *Cover name: "Havel"*, *Born: Nora Feld*."""

from __future__ import annotations

from factoid.reading.clause import SUBJECTS
from factoid.reading.labels import label_before
from factoid.reading.other_names.words import words_for
from factoid.reading.parse import TokenSpan


def is_label_of_entry(words: TokenSpan) -> bool:
    """Whether an entry gives the name to whom it is about: *Cover name: "Havel"*, *(under the name Gorin)*."""
    doc, at = words.doc, words.start - 1
    label = label_before(words)
    if label is not None and label.type == "name":  # *Other names: Mimi Berg, Nora Berg*
        return True
    if is_birth_label(words):  # *Born: Nora Feld, 9 May 1880, Ely*
        return len(words) > 1
    while at > 0 and doc[at].text in ('"', "'", ":"):
        at -= 1
    if at < 0 or _tells_of_somebody(doc[max(0, at - 6) : at]):
        return False
    noun, before = doc[at].lower_, doc[at - 1].lower_ if at else ""
    is_under = before == "the" and at > 1 and doc[at - 2].lower_ == "under"
    return noun in words_for("assumed_names") or (
        noun == "name" and (is_under or before in words_for("kinds_of_assumed_names"))
    )


def is_birth_label(words: TokenSpan) -> bool:
    """Whether the name is the value of *Born:* or the like: what its bearer was called at birth."""
    label = label_before(words)
    return label is not None and label.type == "birth"


def _tells_of_somebody(words: TokenSpan) -> bool:
    """Whether a clause with a subject leads up to what follows, and no bracket opens after it."""
    for token in reversed(words):
        if token.text == "(":
            return False
        if token.dep_ in SUBJECTS:
            return True
    return False
