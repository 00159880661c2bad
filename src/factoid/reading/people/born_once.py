"""Two of one name whom the text tells to be born a generation apart."""

from __future__ import annotations

import re

from factoid.reading.people.figures import Figure, Mark


def is_born_once_more(figure: Figure, mark: Mark) -> bool:
    """Whether two of one name are told to be born a generation apart: *Otto Low, son of Karl, was born in 1848*.

    Nobody is born twice; sources err by years, not by so many.
    """
    born = _birth_told(mark)
    births = [b for m in figure.marks if (b := _birth_told(m)) is not None] if born is not None else []
    return born is not None and bool(births) and min(abs(born - b) for b in births) > _GENERATION


_GENERATION = 12  #: years
_WAS_BORN = re.compile(
    r"(?:,[^.;]{0,60},)?\s+(?:was\s+)?(?:born|b\.)\s+(?:(?:in|on|at|about)\s+)?(?:[^\d.;]{0,40}?\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]{2,8}\.?,?\s+)?(?:\d{1,2},\s+)?(\d{4})\b"
)


def _birth_told(mark: Mark) -> int | None:
    """Return in which year is told to be born whom the words in full name right before."""
    doc, words = mark.words.doc, mark.words
    if len(words) < _FULL:
        return None
    found = _WAS_BORN.match(doc.text, words[-1].idx + len(words[-1].text))
    return int(found[1]) if found is not None else None


_FULL = 2  #: words of a name in full
