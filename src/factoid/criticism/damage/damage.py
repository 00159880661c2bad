"""What translation, careless copying and machines have done to a text: findings with their words.

Each finding says how sure it is. None changes the text or what was read from it: a person who meets a statement
that rests on damaged words is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factoid.criticism.damage.names import names_translated, pronouns_without_anybody
from factoid.criticism.damage.signs import dates_out_of_order, signs_of_other_scripts
from factoid.model import Document, Factoid, Finding, Persona, SegmentKind, Span, Text
from factoid.resources import load

REPEATED = frozenset({SegmentKind.CAPTION, SegmentKind.PARAGRAPH, SegmentKind.HEADING, SegmentKind.TITLE})


def find_damage(document: Document, personas: Sequence[Persona]) -> tuple[Finding, ...]:
    """Return the marks of a poor source in the order of the text. Only English is judged by its words."""
    found = [*doubled_passages(document.text), *names_translated(document.text, personas)]
    if document.source.language in (None, "en"):
        read = [s.span for s in document.text.segments if s.is_read]
        for span in read:
            found += calques(document.text.content, span)
            found += signs_of_other_scripts(document.text.content, span)
        found += dates_out_of_order(document.text.content, read)
        found += pronouns_without_anybody(document.text.content, read, personas)
        found += boilerplate(document.text)
    return tuple(sorted(dict.fromkeys(found), key=_place_of))


def damaged_by(factoid: Factoid, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings whose words lie in those of the factoid: what it rests on is in doubt."""
    return tuple(f for f in findings if f.kind in _HURTFUL and factoid.span.overlaps(Span(f.start, f.end)))


_HURTFUL = frozenset(
    {"homonym", "calque", "subject", "pronoun-gender", "mixed-script", "untranslated", "impossible-date",
     "date-order", "ocr"}
)  # fmt: skip


def doubled_passages(text: Text) -> Iterator[Finding]:
    """Yield the captions and headings that the page says twice."""
    for segment in text.segments:
        if segment.repeats is not None and segment.kind in REPEATED:
            kind = "doubled-caption" if segment.kind is SegmentKind.CAPTION else "doubled-passage"
            note = f"The same words stand twice: first at {segment.repeats}. They are counted once."
            yield Finding(kind=kind, note=note, start=segment.start, end=segment.end)


def calques(content: str, within: Span) -> Iterator[Finding]:
    """Yield words that stand for the wrong homonym, or were carried over from another language word by word."""
    for trace in _traces():
        for match in trace.pattern.finditer(content, *within):
            yield Finding(
                kind=trace.kind,
                note=trace.note,
                start=match.start(),
                end=match.end(),
                confidence=trace.confidence,
            )


def boilerplate(text: Text) -> Iterator[Finding]:
    """Yield the first phrase of a content mill, in the text or in its furniture: one says enough."""
    matches = (pattern.search(text.content) for pattern in _mills())
    first = min((m for m in matches if m), key=lambda m: m.start(), default=None)
    if first:
        note = "A phrase of pages that are made to be found, often copied and translated by machine."
        yield Finding(kind="content-mill", note=note, start=first.start(), end=first.end(), confidence=0.6)


class _Trace(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    note: str
    confidence: float


@cache
def _traces() -> tuple[_Trace, ...]:
    data = load("calques")
    sets = {name: _alternatives(words) for name, words in data["sets"].items()}
    return tuple(_trace_of(entry, sets) for entry in data["entries"])


def _trace_of(entry: Mapping[str, str], sets: Mapping[str, str]) -> _Trace:
    words = entry["words"]
    for name, alternatives in sets.items():
        words = words.replace("{" + name + "}", alternatives)
    pattern = re.compile(rf"\b(?:{_spaced(words)})(?!\w)", re.IGNORECASE)
    return _Trace(entry["kind"], pattern, _note_of(entry), float(entry["confidence"]))


def _alternatives(words: Sequence[str] | str) -> str:
    choices = words if isinstance(words, str) else "|".join(map(re.escape, words))
    return f"(?:{re.sub(r'[|] ', '|', choices.strip())})"


def _spaced(words: str) -> str:
    return words.replace(r"\ ", " ").replace(" ", r"\s+")


def _note_of(entry: Mapping[str, str]) -> str:
    language = load("languages")["names"].get(entry["from"], "")
    words = f" {entry['original']}" if entry["original"] else ""
    return f"Perhaps a mistranslation{f' from {language}{words}' if language else ''}. Meant: {entry['meaning']}."


@cache
def _mills() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{phrase}", re.IGNORECASE) for phrase in load("content_mills")["phrases"])


def _place_of(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.kind
