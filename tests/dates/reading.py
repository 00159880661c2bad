"""How the tests of this folder find times in a text: one passage a line."""

from __future__ import annotations

import re

from factoid.dates import TimePhrase, find_time_phrases
from factoid.model import Span


def passages_of(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def find(text: str) -> tuple[TimePhrase, ...]:
    return find_time_phrases(text, passages_of(text))


def dated(text: str) -> list[tuple[str, str]]:
    """Return the words and the EDTF of what can be put on a calendar."""
    return [(p.words, p.when.edtf) for p in find(text) if p.when]


def meant(text: str) -> list[tuple[str, str, str]]:
    """Return each whole once: its words, its EDTF, its extent."""
    wholes = dict.fromkeys(p.whole for p in find(text) if p.whole)
    return [(w.words, w.when.edtf, str(w.when.extent)) for w in wholes]
