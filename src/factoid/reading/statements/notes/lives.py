"""Life dates right behind a name: *(1811–67)*, *[b. 1882, Warsaw]*, *, 1811–1867,*, ** 3.5.1811 Riga † 1867*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.dates import TimePhrase
from factoid.model import MentionForm, Span
from factoid.names import PartKind
from factoid.reading.labels import labelled
from factoid.reading.lexicons import kin_terms, person_nouns
from factoid.reading.parse import Token, offset_of
from factoid.reading.people.fitting import name_of
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.lexicon import role_words
from factoid.reading.statements.notes.life_years import are_of_marriage, end_told, two_years, years_of
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated

_BRACKET = re.compile(r"[,.]?\s{0,2}\((?P<life>[^()]{3,120})\)")
_SQUARE = re.compile(r"[,.]?\s{0,2}\[(?P<life>[^()\[\]]{3,60})\]")
_DATE = r"(?:[^\W_][^();:\n\u2013\u2014]{0,20}\s)?\d{4}\??"  # 27 January 1886, January 27, 1886, 1886
_BOTH = rf"(?P<life>{_DATE}\s?[-\u2013\u2014]\s?{_DATE})"
# no list of rectors
_BETWEEN_COMMAS = re.compile(rf",\s{_BOTH}(?=,\s(?![^\n]{{0,60}}\d{{4}}\s?[-\u2013\u2014]))")
_ENDING_LINE = re.compile(rf",\s{_BOTH}[ \t.]*(?=\n|\Z)")  # of a catalogue: *Lind, Paul, 1890-1967*
_ON_A_LINE = re.compile(rf"[ \t]*\n[ \t]*{_BOTH}[ \t]*(?=\n|\Z)")
_BY_SIGNS = re.compile(r"[,.]?\s{1,2}(?P<life>[*\u2020][^\n;]{3,120}?)(?=\.\s+[^\W\d_]|\.?\s*(?:\n|;|\Z))")
_BY_LETTERS = re.compile(  # of a pedigree: *Jacob Low b. 1790 d. 1861*
    r"(?:[ \t]+|,[ \t]+(?=b[.:][^\n;]{3,40}[^\n;,]\sd[.:]))"
    r"(?P<life>[bd][.:][ \t][^\n;()]{0,90}?\d{3,4}\b(?:,?[ \t]+(?:(?:at|in)[ \t]+)?[^\W\d_a-z][^\n;()]{0,40}?)?)"
    r"[.,]?[ \t]*(?=\n|\Z|(?<=,)[ \t][a-z])"
)
_FORMS = (_BRACKET, _SQUARE, _BETWEEN_COMMAS, _ENDING_LINE, _ON_A_LINE, _BY_SIGNS, _BY_LETTERS)
_OPENERS, _LONGEST = "([,\n*\u2020", 120
_SIGNS = (
    (re.compile(r"(?:\bb[.:]|\bborn\b|\*)"), "birth"),
    (re.compile(r"(?:\bd[.:]|\bdied\b|\u2020|\+)"), "death"),
)
_FLOURISHED = re.compile(
    r"\s*(?:fl|flor|floruit|active|r\.|reigned|ruled|in office|at work)(?!\w)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s[-\u2013\u2014]\s")


def read_lives(passage: Passage) -> Iterator[Draft]:
    """Yield births and deaths that stand right behind names."""
    content = passage.content
    seen: set[int] = set()
    for token in passage.segment.doc:
        if token.pos_ != "PROPN" or passage.person(token) is None:
            continue
        life = _life_behind(passage.mention(token), content)
        if life is None or life.start(1) in seen:
            continue
        seen.add(life.start(1))
        said = passage.people.mention_at(token)
        is_two_years = years_of(life[1]) is not None
        if said is not None and said.form is not MentionForm.NAME and is_two_years:
            continue  # *as premier (1973-77)*
        if is_two_years and _is_of_marriage(token, life, passage):
            continue
        yield from _told_by(token, life, passage)
    yield from _of_opening(passage, seen)


_MARRIED = ("wife", "husband", "partner")


def _is_of_marriage(token: Token, life: re.Match[str], passage: Passage) -> bool:
    """Whether the years behind whom *Spouse:* names are those of the marriage: *Spouse(s): Ida Low (1926-1938)*."""
    content, at = passage.content, passage.mention(token).start
    line = content.rfind("\n", 0, at) + 1
    told = (f for f in labelled(content, line, life.end()) if f.value.start <= at < f.value.end)
    if not any(found.label.role in _MARRIED for found in told):
        return False
    return are_of_marriage(life["life"], passage.born.get(passage.main or ""))


def _told_by(token: Token, life: re.Match[str], passage: Passage) -> Iterator[Draft]:
    """Yield birth and death of whom the word names."""
    mention = passage.mention(token)
    for type_, span, date in _life(life, passage):
        slots: dict[str, Words] = _place_by(span, life, passage.content)
        slots |= _end_by(life) if type_ == "death" else {}
        yield Draft(
            person=passage.person(token) or "",
            type=type_,
            rule=f"{type_}.bracket",
            quote=Span(mention.start, life.end()),
            anchor=token,
            who=mention,
            slots=slots,
            dated=date,
            confidence=0.9,
        )


def _end_by(life: re.Match[str]) -> dict[str, Words]:
    told, start = end_told(life["life"]), life.start("life")
    if told is None:
        return {}
    found = {"value": told.span("how"), "place": told.span("place")}
    return {slot: Span(start + first, start + last) for slot, (first, last) in found.items() if first >= 0}


def _of_opening(passage: Passage, seen: set[int]) -> Iterator[Draft]:
    """The life of whom the paragraph opens with, behind what is put to the name: *Nikon, of Oe (468-413 BC)*."""
    doc, content = passage.segment.doc, passage.content
    token = next((t for t in doc[:_OPENING] if t.pos_ == "PROPN" and passage.person(t) is not None), None)
    if token is None or passage.mention(token).start > offset_of(doc[0]):
        return
    for bracket in _BRACKET.finditer(content, passage.mention(token).end, doc.ends[-1]):
        words = passage.segment.words(Span(passage.mention(token).end, bracket.start(1)))
        if words is None or any(t.tag_ in ("VBD", "VBZ", "VBP") or t.text == ";" for t in words):
            return
        if 0 < _years_of(bracket) < _SHORTEST_LIFE:
            continue  # Silvanus, the name assumed by Gerold on his elevation (999-1003)
        if bracket.start(1) in seen or {type_ for type_, _, _ in _life(bracket, passage)} != {
            "birth",
            "death",
        }:
            continue
        put = content[words[0].start : bracket.start(1)].rpartition(",")[2].lower().split()
        if not any(word in kin_terms() or word in person_nouns() for word in put):
            yield from _told_by(token, bracket, passage)
        return


_OPENING = 4  #: words at most with a title before the name


_NAME_IN_BRACKETS = re.compile(r"\s?\([^()\d]{3,30}\)(?=\s?\()|\s\([^()\d]{3,80}\)(?=,\s\d)")


def _life_behind(name: Span, content: str) -> re.Match[str] | None:
    """Return the life behind a name, past a bracket of her maiden name: *LIND, MRS. ANN (WEBER) (1759-1797)*.

    Years without brackets are a life only where they are long enough and behind a whole name: kings and rectors are
    listed with their terms, *King Odo, 1250–1290,*.
    """
    maiden = _NAME_IN_BRACKETS.match(content, name.end)
    calling = _calling_behind(name, content) if maiden is None else 0
    found = _life_at(content, maiden.end() if maiden is not None else calling or name.end)
    if found is None or found.re in (_BRACKET, _SQUARE, _BY_SIGNS, _BY_LETTERS):
        return found
    if found.re is _ENDING_LINE and "," not in name.of(content) and not calling:
        return None  # *Paul Lind, 1921-1946*, among mayors
    bearer = name_of(name.of(content))
    is_whole = len(bearer.bare.split()) > 1 and not bearer.of(PartKind.OFFICE, PartKind.RANK)
    return found if is_whole and _years_of(found) >= _SHORTEST_LIFE else None


_CALLING = re.compile(
    r",\s(?:[a-z-]+\s){0,2}(?P<last>[a-z-]{3,})(?=,\s\d{4}\s?[-\u2013\u2014]\s?\d{4}[ \t.]*(?:\n|\Z))"
)


def _calling_behind(name: Span, content: str) -> int:
    """Return where a calling ends that stands between name and life in a headline: *Ann Low, cartographer, 1921-2014*.

    An office does not, whose years those may be: *Paul Lind, mayor, 1921-1946*; 0 for none.
    """
    told = _CALLING.match(content, name.end)
    return told.end() if told is not None and role_words().get(told["last"]) == "occupation" else 0


def _life_at(content: str, at: int) -> re.Match[str] | None:
    return next((match for form in _FORMS if (match := form.match(content, at)) is not None), None)


def _years_of(life: re.Match[str]) -> int:
    """Return how many years lie between the first and the last that a life has; 0 where it has not two."""
    years = [int(year) for year in re.findall(r"\d{3,4}", life["life"])]
    return years[-1] - years[0] if len(years) > 1 else 0


_PLACE_BEFORE = re.compile(r"([^\W\d_a-z][^\d()]{2,40}?)(?:[,:]|\s(?:on|about|in|c\.))?\s*$")
_PLACE_AFTER = re.compile(
    r"\s*(?:,|\bin\b|\bat\b|)\s*(?:in |at )?([^\W\d_a-z][^\d();]{1,60}?)\s*(?:$|,?\s(?:and\s)?(?:d\.|died\b))"
)
# what stands before a date and its place: the name in another tongue, *born*
_LEAD = re.compile(r"[^()]*(?:\b(?:born|died)\b|\b[bd]\.|[;:])\s*(?:(?:in|at)\b\s*)?", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"\b(?:[bdc]|ca|fl)\.|\bA\.?\s?H\b|\b(?:born|died|aged)\b|:|[^\x00-\u024f]", re.IGNORECASE
)
_SHORTEST_LIFE = 16  #: years; a shorter span behind a name may be a term of office
_DASHES, _DIED = "-\u2013\u2014;", "\u2020"


def _place_by(date: Span, life: re.Match[str], content: str) -> dict[str, Words]:
    """Return the place beside a date: *(Riga, 1811 \u2013 Bonn, 1867)*, *(9 May 1811, Riga \u2013 1867, Bonn)*.

    One dash, or the sign of death, cuts it in two; what is before the date, or after it, must be a name and nothing
    else.
    """
    cuts = [life.start(1) - 1, life.end(1)]
    cuts += [at for at in range(life.start(1), life.end(1)) if _cuts(content, at)]
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
    return content[at] == _DIED or (
        content[at] in _DASHES and (content[at] != "-" or content[at - 1].isspace())
    )


def _life(life: re.Match[str], passage: Passage) -> Iterator[tuple[str, Span, Dated]]:
    words, start = life[1], life.start(1)
    within = [t for t in passage.dates.phrases if start <= t.start and t.end <= life.end(1)]
    if _FLOURISHED.match(words):
        return
    years = years_of(words)
    if years is not None:
        yield from two_years(years, start)
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


def is_of_other_life(span: Span, type_: str, person: str, passage: Passage) -> bool:
    """Whether a date is that of a life, and no birth or death of the person: *a son of Nils Husby (1890–1964)*."""
    whose = _life_of(span, passage)
    return bool(whose) and (type_ not in ("birth", "death") or person not in whose)


def _life_of(span: Span, passage: Passage) -> set[str]:
    """Return of whose life a date is, *CHAPAYEV (1887–1919), commander*: two years right behind a name.

    Who is named within is one of them: *(born on 5 August 1912 as Max Low, died in 1993)*.
    """
    content = passage.content
    opened = (at for at in range(span.start, max(-1, span.start - _LONGEST), -1) if content[at] in _OPENERS)
    for at in opened:
        life = _life_at(content, at)
        if life is None or not life.start() <= span.start < life.end() or not _is_long(life, passage):
            continue
        words = passage.segment.words(Span(at, life.end()))
        person = passage.person(words.doc[words.start - 1]) if words is not None and words.start > 0 else None
        if words is not None and person is not None:
            return {person, *(p for t in words if (p := passage.person(t)) is not None)}
    return set()


def _is_long(life: re.Match[str], passage: Passage) -> bool:
    """Whether birth and death are so far apart that the two are no term of office."""
    ends = {type_: date.when.earliest for type_, _, date in _life(life, passage) if date.when is not None}
    born, died = ends.get("birth"), ends.get("death")
    return born is not None and died is not None and died - born >= _SHORTEST_LIFE * 365


def _plain(time: TimePhrase) -> Dated:
    """Return a date by itself, with its own *after* or *about*, not as the end of a span of years."""
    if time.whole is not None and not any(dash in time.whole.words for dash in _DASHES):
        return dated(time)
    return Dated(time.when, time.span) if time.when is not None else dated(time)
