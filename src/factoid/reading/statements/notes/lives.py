"""Life dates in brackets after a name: *(1811–67)*, *(b. 1882, Warsaw)*, *(d. 1871)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.dates import TimePhrase, when_of_edtf
from factoid.model import MentionForm, Span
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dating import Dated, dated

_BRACKET = re.compile(r"[,.]?\s{0,2}\(([^()]{3,120})\)")
_YEAR = (
    r"(?P<about_{0}>(?:c\.?|ca\.?|circa)\s*)?(?:[abd-z][a-z]{{0,2}}\.\s*)?(?P<{0}>\d{1})(?P<doubt_{0}>\?)?"
)
_YEARS = re.compile(_YEAR.format("born", "{3,4}") + r"\s*[-\u2013\u2014]\s*" + _YEAR.format("died", "{1,4}"))
_SIGNS = (
    (re.compile(r"(?:\bb\.|\bborn\b|\*)"), "birth"),
    (re.compile(r"(?:\bd\.|\bdied\b|\u2020|\+)"), "death"),
)
_FLOURISHED = re.compile(
    r"\s*(?:fl|flor|floruit|active|r\.|reigned|ruled|in office|at work)(?!\w)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s[-\u2013\u2014]\s")


def read_lives(passage: Passage) -> Iterator[Draft]:
    """Yield births and deaths that stand in brackets after names."""
    content = passage.content
    seen: set[int] = set()
    for token in passage.segment.doc:
        if token.pos_ != "PROPN":
            continue
        person = passage.person(token)
        if person is None:
            continue
        mention = passage.mention(token)
        bracket = _bracket_behind(mention, content)
        if bracket is None or bracket.start(1) in seen:
            continue
        seen.add(bracket.start(1))
        said = passage.people.mention_at(token)
        if said is not None and said.form is not MentionForm.NAME and _YEARS.fullmatch(bracket[1].strip()):
            continue  # *as premier (1973-77)*
        for type_, span, date in _life(bracket, passage):
            slots: dict[str, Words] = _place_by(span, bracket, content)
            yield Draft(
                person=person,
                type=type_,
                rule=f"{type_}.bracket",
                quote=Span(mention.start, bracket.end()),
                anchor=token,
                who=mention,
                slots=slots,
                dated=date,
                confidence=0.9,
            )


_NAME_IN_BRACKETS = re.compile(r"\s?\([^()\d]{3,30}\)(?=\s?\()")


def _bracket_behind(name: Span, content: str) -> re.Match[str] | None:
    """Return the bracket behind a name, past one of her maiden name: *LIND, MRS. ANN (WEBER) (1759-1797)*."""
    maiden = _NAME_IN_BRACKETS.match(content, name.end)
    return _BRACKET.match(content, maiden.end() if maiden is not None else name.end)


_PLACE_BEFORE = re.compile(r"([^\W\d_a-z][^\d()]{2,40}?)(?:[,:]|\s(?:on|about|in|c\.))?\s*$")
_PLACE_AFTER = re.compile(
    r"\s*(?:,|\bin\b|\bat\b|)\s*(?:in |at )?([^\W\d_a-z][^\d();]{1,60}?)\s*(?:$|,?\s(?:and\s)?(?:d\.|died\b))"
)
# what stands before a date and its place: the name in another tongue, *born*
_LEAD = re.compile(r"[^()]*(?:\b(?:born|died)\b|\b[bd]\.|[;:])\s*(?:(?:in|at)\b\s*)?", re.IGNORECASE)
_NO_PLACE = re.compile(r"\b(?:[bdc]|ca|fl)\.|\b(?:born|died|aged)\b|:|[^\x00-\u024f]", re.IGNORECASE)
_SHORTEST_LIFE = 16  #: years; a shorter span behind a name may be a term of office
_DASHES = "-\u2013\u2014;"


def _place_by(date: Span, bracket: re.Match[str], content: str) -> dict[str, Words]:
    """Return the place beside a date: *(Riga, 1811 \u2013 Bonn, 1867)*, *(9 May 1811, Riga \u2013 1867, Bonn)*.

    One dash cuts the bracket in two; what is before the date, or after it, must be a name and nothing else.
    """
    cuts = [bracket.start(1) - 1, bracket.end(1)]
    cuts += [at for at in range(bracket.start(1), bracket.end(1)) if _cuts(content, at)]
    start = max(cut for cut in cuts if cut < date.start) + 1
    end = min(cut for cut in cuts if cut >= date.end)
    lead = _LEAD.match(content, start, date.start)
    start = lead.end() if lead is not None else start
    before = _PLACE_BEFORE.search(content[start : date.start])
    if before is not None and not _NO_PLACE.search(before[1]):
        return {"place": Span(start + before.start(1), start + before.end(1))}
    after = _PLACE_AFTER.match(content[date.end : end])
    if after is not None:
        return {"place": Span(date.end + after.start(1), date.end + after.end(1))}
    return {}


def _cuts(content: str, at: int) -> bool:
    """Say whether a dash or semicolon parts birth from death: not the hyphen of a name."""
    return content[at] in _DASHES and (content[at] != "-" or content[at - 1].isspace())


def _life(bracket: re.Match[str], passage: Passage) -> Iterator[tuple[str, Span, Dated]]:
    words, start = bracket[1], bracket.start(1)
    within = [t for t in passage.dates.phrases if start <= t.start and t.end <= bracket.end(1)]
    if _FLOURISHED.match(words):
        return
    years = _YEARS.fullmatch(words.strip())
    if years is not None:
        yield from _two_years(years, start + len(words) - len(words.lstrip()))
        return
    parts = _BETWEEN.split(words)
    if len(parts) == 2 and len(within) >= 2 and not any(sign.search(words) for sign, _ in _SIGNS):
        middle = start + len(parts[0])
        for type_, side in (
            ("birth", [t for t in within if t.start < middle]),
            ("death", [t for t in within if t.start >= middle]),
        ):
            if side:
                yield type_, side[0].span, _plain(side[0])
        return
    for sign, type_ in _SIGNS:
        mark = sign.search(words)
        if mark is not None:
            after = next((t for t in within if t.start >= start + mark.start()), None)
            if after is not None:
                yield type_, after.span, _plain(after)


def is_of_a_life(span: Span, passage: Passage) -> bool:
    """Whether a date is that of a life, *CHAPAYEV (1887–1919), commander*: two years in a bracket behind a name."""
    opened = passage.content.rfind("(", max(0, span.start - 60), span.start + 1)
    bracket = _BRACKET.match(passage.content, opened) if opened >= 0 else None
    years = _YEARS.fullmatch(bracket[1].strip()) if bracket is not None else None
    if bracket is None or years is None or span.start > bracket.end():
        return False
    words = passage.segment.words(Span(opened, bracket.end()))
    named = words is not None and words.start > 0 and passage.person(words.doc[words.start - 1]) is not None
    first, last = map(int, _two(years))
    return named and last - first >= _SHORTEST_LIFE


def _plain(time: TimePhrase) -> Dated:
    """Return a date by itself, with its own *after* or *about*, not as the end of a span of years."""
    if time.whole is not None and not any(dash in time.whole.words for dash in _DASHES):
        return dated(time)
    return Dated(time.when, time.span) if time.when is not None else dated(time)


def _two_years(years: re.Match[str], offset: int) -> Iterator[tuple[str, Span, Dated]]:
    born, died = _two(years)
    if not int(born) <= int(died) <= int(born) + 115:
        return
    for type_, group, year in (("birth", "born", born), ("death", "died", died)):
        is_about, is_doubtful = years[f"about_{group}"] is not None, years[f"doubt_{group}"] is not None
        start = years.start(f"about_{group}" if is_about else group)
        end = years.end(group)
        mark = "%" if is_about and is_doubtful else "~" if is_about else "?" if is_doubtful else ""
        span = Span(offset + start, offset + end)
        words = years.string[start:end]
        yield type_, span, Dated(when_of_edtf(f"{int(year):04}{mark}", words=words), span)


def _two(years: re.Match[str]) -> tuple[str, str]:
    """Return both years in full: *1904–32*."""
    born, died = years["born"], years["died"]
    return born, born[: len(born) - len(died)] + died if len(died) < len(born) else died
