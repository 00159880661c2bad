"""What is kept of a source to tell whether it depends on others: prints, wordings, names and numbers, marks of damage.

Small and made once: a library of ten thousand sources compares these, not the texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from factoid.criticism.dependence.fingerprints import Print, Word, print_of, prints_of, words_of
from factoid.model import Document, Finding
from factoid.names import fold_word
from factoid.resources import load

ANCHORS = 2_000  #: at most so many names and numbers of a source are compared in order
WORDING = 5  #: words in a wording
TELLING = 3  #: of which so many carry meaning
_ENDS_SENTENCE = re.compile(r"[.!?:;\n]\W*$")
_DAMAGE = frozenset({"homonym", "calque", "subject", "grammar", "impossible-date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One source as a witness. Offsets are those of its text."""

    source: str  #: short name
    words: int
    prints: tuple[Print, ...] = ()
    wordings: tuple[Print, ...] = ()  #: runs of five words of which three carry meaning
    anchors: tuple[str, ...] = ()  #: names and numbers in order, folded over scripts
    errors: tuple[Word, ...] = ()  #: damaged words


def take_testimony(document: Document, findings: Sequence[Finding] = ()) -> Testimony:
    """Return what is kept of a source. Furniture and repetitions do not count."""
    content = document.text.content
    words = words_of(content, [s.span for s in document.text.segments if s.is_read])
    return Testimony(
        source=document.source.name,
        words=len(words),
        prints=prints_of(words),
        wordings=_wordings(words, content),
        anchors=_anchors(words, content),
        errors=tuple(
            Word(" ".join(content[f.start : f.end].casefold().split()), f.start, f.end)
            for f in findings
            if f.kind in _DAMAGE
        ),
    )


def json_of_testimony(testimony: Testimony) -> dict[str, Any]:
    """Return a testimony as JSON, to be kept."""
    return asdict(testimony)


def testimony_of_json(data: dict[str, Any]) -> Testimony:
    """Return the testimony that `json_of_testimony` wrote; what earlier versions wrote besides is left."""
    prints = {name: tuple(Print(*mark) for mark in data[name]) for name in ("prints", "wordings")}
    errors = tuple(Word(*error) for error in data["errors"])
    return Testimony(
        source=data["source"], words=data["words"], errors=errors, anchors=tuple(data["anchors"]), **prints
    )


def _wordings(words: Sequence[Word], content: str) -> tuple[Print, ...]:
    """Return the runs of words that two people seldom hit upon independently."""
    carries = [_carries_meaning(word, content) for word in words]
    found = []
    for i in range(len(words) - WORDING + 1):
        run = words[i : i + WORDING]
        if sum(carries[i : i + WORDING]) >= TELLING and run[-1].end - run[0].start < 80:
            found.append(print_of(run))
    return tuple(found)


def _carries_meaning(word: Word, content: str) -> bool:
    return content[word.start].islower() and len(word.text) > 2 and word.text not in _common_words()


def _anchors(words: Sequence[Word], content: str) -> tuple[str, ...]:
    """Return numbers of three digits or more, and capitalised words that do not merely begin a sentence."""
    found = []
    for word in words:
        letter = content[word.start]
        if letter.isdigit():
            if len(word.text) > 2:
                found.append(word.text)
        elif letter.isupper() and len(word.text) > 2 and not _begins_sentence(content, word.start):
            found.append(fold_word(word.text)[:5])  # endings change from language to language
    return tuple(found[:ANCHORS])


def _begins_sentence(content: str, start: int) -> bool:
    return start == 0 or bool(_ENDS_SENTENCE.search(content, max(0, start - 6), start))


@cache
def _common_words() -> frozenset[str]:
    return frozenset(load("common_words")["en"])
