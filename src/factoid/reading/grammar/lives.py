"""Lives in brackets after a name: *(17 February 1802, Saint-Malo – 30 August 1861, Valparaiso)*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.dates import TimeKind, TimePhrase
from factoid.model import Span
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of

_OPEN, _CLOSE, _DASH = frozenset("(["), frozenset(")]"), frozenset("-–—")


@dataclass(frozen=True, slots=True)
class LifeSigns:
    """Words that say which end of a life a single date is."""

    born: frozenset[str]
    died: frozenset[str]


def lives_in(sentence: Sentence, meant: Meant, times: Times, signs: LifeSigns) -> Iterator[Draft]:
    """Yield births and deaths that stand in brackets after a name."""
    seen: set[int] = set()
    if sentence.is_first and sentence.words[0].text in _OPEN and meant.main is not None:
        row = _bracket_from(sentence.words, 0)
        found = _dates_in(row, times)
        if found:
            yield from _life(row, found, (meant.main, None), signs)
    for word in sentence.words:
        mention = meant.names.get(word)
        if mention is None or word is not mention.words[-1] or id(mention) in seen:
            continue
        seen.add(id(mention))
        row = _bracket(word)
        found = _dates_in(row, times)
        if found:
            yield from _life(row, found, (meant.at[word], span_of(mention.words)), signs)


def _dates_in(row: list[Word], times: Times) -> list[TimePhrase]:
    found = times.within(span_of(row)) if row else []
    return [t for t in found if t.when is not None and t.kind is TimeKind.DATE]


def _bracket(word: Word) -> list[Word]:
    """Return the words of the bracket that opens right after a name; a maiden name may stand between."""
    row = word.sentence.words
    at = word.i + 1
    for step in range(at, min(at + 8, len(row))):
        if row[step].text in _OPEN:
            break
        if step - at > 5 or row[step].text in (".", ";") or row[step].pos == "VERB":
            return []
    else:
        return []
    return _bracket_from(row, step)


def _bracket_from(row: list[Word], opened: int) -> list[Word]:
    """Return the words between a bracket and the one that closes it; nothing if none does."""
    inside: list[Word] = []
    depth = 0
    for after in row[opened + 1 :]:
        depth += (after.text in _OPEN) - (after.text in _CLOSE)
        if depth < 0:
            return inside
        inside.append(after)
    return []


Who = tuple[Person, Span | None]


def _life(row: list[Word], found: list[TimePhrase], who: Who, signs: LifeSigns) -> Iterator[Draft]:
    dash = _middle(row, found)
    if dash is None and len(found) == 2 and found[0].whole is not None and found[0].whole == found[1].whole:
        for time, type_ in zip(found, ("birth", "death"), strict=True):  # (1893–1939): one token
            draft = _end(row, time, who, type_)
            draft.time, draft.quote = _bare(time), Span(found[0].start, found[1].end)
            yield draft
        return
    if dash is None:
        yield from _single(row, found[0], who, signs)
        return
    left, right = row[: row.index(dash)], row[row.index(dash) + 1 :]
    for part, type_ in ((left, "birth"), (right, "death")):
        if not part:
            continue
        inside = [t for t in found if part[0].start <= t.start < part[-1].end]
        if inside:
            yield _end(part, inside[0], who, type_)


def _middle(row: list[Word], found: list[TimePhrase]) -> Word | None:
    """Return the dash that parts birth from death: the one with a date on either side."""
    for word in row:
        if word.text in _DASH:
            left = any(t.end <= word.start for t in found)
            right = any(t.start >= word.end for t in found)
            if left and right:
                return word
    return None


def _single(row: list[Word], time: TimePhrase, who: Who, signs: LifeSigns) -> Iterator[Draft]:
    first = row[0].shown.lower() if row[0].start < time.start else ""
    if first in signs.born:
        yield _end(row, time, who, "birth")
    elif first in signs.died:
        yield _end(row, time, who, "death")


def _end(part: list[Word], time: TimePhrase, who: Who, type_: str) -> Draft:
    place = _place(part, time)
    begin = (
        min(time.start, time.whole.start) if time.whole and time.whole.start >= part[0].start else time.start
    )
    last = max(time.end, place.end if place else 0)
    draft = Draft(
        person=who[0], type=type_, rule="life", quote=Span(min(begin, place.start if place else begin), last),
        anchor=part[0], who=who[1], confidence=0.93,
    )  # fmt: skip
    if place:
        draft.slots["place"] = place
    is_own = time.whole is not None and time.whole.start >= part[0].start and time.whole.end <= part[-1].end
    draft.time = time if is_own else _bare(time)
    return draft


def _bare(time: TimePhrase) -> TimePhrase:
    """Return the time without the range of which it is an end: a life is no date."""
    return TimePhrase(
        start=time.start, end=time.end, words=time.words, kind=time.kind, rule=time.rule, when=time.when,
        hangs_on=time.hangs_on, in_passing=time.in_passing,
    )  # fmt: skip


def _place(part: list[Word], time: TimePhrase) -> Span | None:
    """Return the place in one half of a life: what follows the date after a comma."""
    after = [w for w in part if w.start >= time.end]
    while after and after[0].text in (",", ")", "]", "."):
        after = after[1:]
    row: list[Word] = []
    for word in after:
        if word.text in (";", "(", ")", "]") or (word.text in _DASH):
            break
        row.append(word)
    if row and any(w.is_name_like for w in row) and len(row) <= 8:
        while row and row[-1].text in (",",):
            row = row[:-1]
        if row[-1].text == "." and len(row) > 1:
            row = row[:-1]
        return span_of(row)
    return None
