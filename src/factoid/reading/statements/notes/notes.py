"""An entry of a dictionary, a register or an infobox cut into notes: *b. Perth, 16 May 1805; educ. there*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factoid.model import Span
from factoid.reading.parse import TokenSpan, span_of
from factoid.reading.statements.notes.leads import leads
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated

_CUT = re.compile(
    r"[;\n]|:\s+(?=\(?1[.)]\s+[^\W\d_a-z])|[.,]\s+(?=[*\u2020]\s?\d)|\.\s+(?=[^\W\d_a-z]|\d|\u201c|\")|\s[\u2013\u2014]\s|[,.]\s+(?=(?:(?:b|d|m)|(?i:bur|bapt?|educ|mem|publ?|asst|apptd|unm|matric|adm|ord))\.[\s,])"
    r"|,\s+(?=(?:(?:e|eld|y|o|only|eld(?:er|est)|young(?:er|est)|second|third|fourth|fifth|\d(?:st|nd|rd|th)) )?"
    r"(?:s|d|da|dau|son|daughter)\.? of\s)"
    r"|,\s+(?=[1-9]?\s?s\.\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,|$|\sand\s))"
    r"|,\s+was\s+(?=(?:b|bur|bapt|ed|educ)\.\s)"
    r"|[,(]\s*(?=(?:[BM]\.?\s?A|B\.?\s?C\.?\s?L|D\.?\s?C\.?\s?L|[BDM]\.?\s?D|LL\.?\s?[BDM]|[BDM]\.?\s?Sc|Ph\.?\s?D|[BM]\.?\s?[BL]|bar\.-at-law)\.?,?\s(?:[^,;()]{0,24},?\s)?\d{4})"
    r"|,\s+(?=\d{4}(?:[-\u2013]\d{2,4})?\s+(?!(?:in|at|on|to|by|and|or|with|from|for|of|when|where|as|the|a|an|c)\b)[a-z]{3})"
    r"|,\s+(?=(?:deported|emigrated|fled|expelled|interned|imprisoned|arrested|liberated|murdered|perished|executed|shot|killed|died|born)"
    r"\s+(?:\d|(?:on|in|at|to|from|there)\b))"
    r"|,?\s+and\s+(?=(?:(?:b|d|m|bur)\.|d\.s\.p\.)\s)"
)
_BEHIND_DATE = re.compile(r"\s*[:\u2013\u2014-]\s+(?=[^\W\d])")
_CONNECTING = re.compile(r"\b(?:from|to|until|till|since|in|by|and|on)\b", re.IGNORECASE)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Note:
    """One note of an entry."""

    span: Span
    words: TokenSpan
    text: str


_VERB = re.compile(r"[a-z]+")


def _is_of_a_sentence(passage: Passage, at: int) -> bool:
    """Whether what a note would begin with is the verb of a sentence: *Her son Otto, who was ill, fled to Ely*.

    The headword itself, *Weiss, Anna, deported 1941*, is the subject of its notes.
    """
    word = _VERB.match(passage.content, at)
    words = passage.segment.words(Span(*word.span())) if word is not None else None
    if words is None or not len(words) or words[0].tag_ != "VBD":
        return False
    return any(t.dep_ in ("nsubj", "nsubjpass") and t.i > 0 for t in words[0].lefts)


def notes_of(passage: Passage) -> Iterator[Note]:
    """Yield the notes of a passage: cut at semicolons, full stops and dashes, not at abbreviations."""
    doc = passage.segment.doc
    if not len(doc):
        return
    content = passage.content
    low, high = span_of(doc[0]).start, span_of(doc[len(doc) - 1]).end
    start = low
    times = [Span(t.whole.start, t.whole.end) if t.whole else t.span for t in passage.dates.phrases]
    cuts = {
        (m.start(), m.end())
        for m in _CUT.finditer(content, low, high)
        if not _is_abbreviation(content, m)
        and not _is_of_a_sentence(passage, m.end())
        and not any(t.start < m.start() and m.end() < t.end for t in times)
    }
    cuts |= set(_after_heading_dates(times, content, low))
    for end, after in [*sorted(cuts), (high, high)]:
        while start < end and content[start].isspace():
            start += 1
        words = passage.segment.words(Span(start, end)) if start < end else None
        if words is not None:
            yield Note(Span(start, end), words, content[start:end])
        start = after


_COMMA = re.compile(r",\s+")
_FEWEST_PARTS = 4


def parts_of(note: Note) -> list[Note]:
    """Return the facts that only commas part: *born in 1901, Riga, Jew, chief engineer*; none of any other note.

    The first holds the birth with its place.
    """
    doc, start = note.words.doc, note.span.start
    last = doc[len(doc) - 1]
    told = (t for t in note.words if t.tag_ in ("VBD", "VBZ", "VBP"))
    is_clause = any(t.i == last.i or t.nbor().text != ":" for t in told)  # but *resided: Riga*
    if is_clause:
        return []
    cuts = [(m.start(), m.end()) for m in _COMMA.finditer(note.text)]
    if len(cuts) < _FEWEST_PARTS - 1:
        return []  # the columns of a table: *Low,Karl,1901,Riga*
    second = note.text[cuts[0][1] : cuts[1][0]]
    if second[:1].isupper() and len(second.split()) == 1:
        cuts = cuts[1:]  # *born in 1901, Riga*
    found, low = [], 0
    for high, after in [*cuts, (len(note.text), 0)]:
        words = [t for t in note.words if t.start >= start + low and t.end <= start + high]
        if words:
            span = TokenSpan(doc, words[0].i, words[-1].i + 1)
            found.append(Note(Span(start + low, start + high), span, note.text[low:high]))
        low = after
    return found


_NAME_AND_BIRTH = re.compile(r"[^,;()]{3,40},\s(?:[^,;()]{3,40},\s)?(?=born\s)")


def behind_name(note: Note) -> Note | None:
    """Return the row of facts that begins behind a headword: *LIND, Otto, born in 1901, Riga, Jew, chief engineer*."""
    name = _NAME_AND_BIRTH.match(note.text)
    words = [t for t in note.words if name is not None and t.start >= note.span.start + name.end()]
    if name is None or not words:
        return None
    span = TokenSpan(note.words.doc, words[0].i, words[-1].i + 1)
    facts = Note(Span(note.span.start + name.end(), note.span.end), span, note.text[name.end() :])
    return facts if parts_of(facts) else None


def _after_heading_dates(times: Iterable[Span], content: str, low: int) -> Iterator[tuple[int, int]]:
    """Yield the cuts behind dates that head a line: *01.1920 – 06.1921: investigator*."""
    for time in times:
        line = content.rfind("\n", low, time.start) + 1 or low
        if not content[line : time.start].strip(" \t\u2022*-"):
            found = _BEHIND_DATE.match(content, time.end)
            if found is not None:
                yield found.start(), found.end()


# words that begin a note even behind what ends in a full stop of its own: *D.S.O., M.C. Born 12 Sept. 1884*
_OPENING = re.compile(
    r"(?:Born|Died|Married|Educ(?:ated|ation)?|Served|Buried|Retired|Killed|Wounded|Publications?|Recreations?"
    r"|(?:(?:(?:[Ee]ld|[Yy]oung)(?:er|est)|[Oo]nly|\w+(?:st|nd|rd|th)) )?"
    r"(?:Son|Daughter|Brother|Sister|Father|Widow) of"
    r"|Unmarried|Clubs?|Address(?:es)?|Awards?|Rank)\b"
)


_ONLY_YEAR = re.compile(r"\d{4}(?:\s*[-\u2013]\s*\d{1,4})?\s*(?:[.;,)]|$)")
_SHORTENED = 6  #: letters at most of a word that is cut short


def _is_abbreviation(content: str, cut: re.Match[str]) -> bool:
    if cut[0][0] != "." or _OPENING.match(content, cut.end()) is not None:
        return False
    before = re.search(r"[\w.'-]+$", content[max(cut.start() - 14, 0) : cut.start()])
    if before is None:
        return False
    if _ONLY_YEAR.match(content, cut.end()) and before[0][:1].isupper() and len(before[0]) <= _SHORTENED:
        return True  # *Magdalene, Camb. 1627;*, but not *in Fulda. 1939 moved to*
    last = re.split(r"-", before[0].lower())[-1] + "."  # *Lt.-Col.*
    return (
        before[0].lower() + "." in leads().abbreviations
        or (last in leads().abbreviations and "." in before[0])
        or len(before[0]) == 1
        or ("." in before[0] and len(before[0]) < 6 and not before[0][0].isdigit())
    )


def note_around(at: int, passage: Passage) -> Span:
    """Return the note that holds a place of the text: from the cut before it to the next."""
    doc, content = passage.segment.doc, passage.content
    low, high = max(doc.starts[0], at - _FARTHEST), min(doc.ends[-1], at + _FARTHEST)
    for cut in _CUT.finditer(content, low, high):
        if _is_abbreviation(content, cut):
            continue
        if cut.end() <= at:
            low = cut.end()
        elif cut.start() >= at:
            high = cut.start()
            break
    return Span(low, high)


_FARTHEST = 240  #: characters


def date_of(note: Note, passage: Passage) -> Dated | None:
    """Return the first date of a note, or else that of its row."""
    within = [t for t in passage.dates.phrases if note.span.start <= t.start and t.end <= note.span.end]
    return dated(within[0]) if within else passage.row[0] if passage.row else None


def is_only_date(note: Note, passage: Passage) -> bool:
    """Whether a note, or a table's cell, only dates what follows: *03.1921–05.1922 – head of …*."""
    text, found = note.text, False
    for time in passage.dates.phrases:
        if note.span.start <= time.start and time.end <= note.span.end:
            at = time.start - note.span.start
            text, found = text[:at] + " " * (time.end - time.start) + text[at + time.end - time.start :], True
    return found and _WORD.search(_CONNECTING.sub("", text[text.rfind(":") + 1 :])) is None


def clip(span: Span) -> Span:
    """Return the beginning of a note that is too long to be quoted."""
    return span if span.end - span.start <= 220 else Span(span.start, span.start + 220)
