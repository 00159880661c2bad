"""How long it lasted, where the words lean on something else: on a death, on the years before, on a war."""

from __future__ import annotations

import re

from factoid.dates import when_of_edtf, years_of_event
from factoid.model import Span
from factoid.model.when import iso_of_year
from factoid.reading.parse import sentence_of, span_of
from factoid.reading.statements.clauses.clauses import verb_over
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.seen_from import STATES
from factoid.reading.statements.when.storyline import ends, is_earlier, year_of, years_of
from factoid.reading.statements.when.told_dates import ToldDates

_UNTIL_DEATH = re.compile(r"\s*,?\s*(?:until|till|to|up to)\s+(?:his|her|their)\s+(?:own\s+)?death\b")
_SPELL = 2  #: years from which one has an end: 1494/5 has none
_THEN = frozenset(("then", "afterwards", "afterward", "thereafter", "subsequently"))


def until_death(draft: Draft, date: Dated, passage: Passage, told: ToldDates) -> Dated:
    """Return the date with its end: *pastor from 1850 until his death*, where the text tells the death anywhere."""
    first, last = ends(date.when.edtf)
    life = told.life(draft.person, "death")
    if first is None or last is not None or date.span is None or life is None:
        return date
    died = ends(life.when.edtf)[1]
    if died is None or not is_earlier(first, died) or not _UNTIL_DEATH.match(passage.content, date.span.end):
        return date
    basis = f"until the death, {life.when.words or died}"
    return Dated(when_of_edtf(f"{first}/{died}", words=date.when.words, basis=basis), date.span, basis)


def after_the_years(draft: Draft, passage: Passage) -> Dated | None:
    """Return the end of the years told before: *From 1924 to 1927 he worked in Kiev. He then returned to Berlin*."""
    verb, sentence = draft.anchor, sentence_of(draft.anchor)
    if verb.i not in passage.clauses or not any(c.lower_ in _THEN and c.i < verb.i for c in verb.children):
        return None
    start, end = span_of(sentence)
    before = passage.dates.story.before(start)
    if passage.dates.story.within(start, end):
        return None
    if before is None or before.whole is None:
        return None
    first, last = ends(before.whole.when.edtf)
    if first is None or last is None or before.whole.when.edtf[:1] == "[":
        return None
    if year_of(last) - year_of(first) < _SPELL:
        return None
    edtf = f"{last}/.." if draft.type in STATES else last
    basis = f"what goes before tells of {before.whole.words}: its end"
    return Dated(when_of_edtf(edtf, basis=basis), None, basis)


_WITH_YEAR = re.compile(r"\d{3}")
_DAY = len("1900-01-01")


def in_the_year_of_the_life(
    draft: Draft, date: Dated | None, passage: Passage, told: ToldDates
) -> Dated | None:
    """Return the day in its year: *Ines Perez (1648-1695), poet. She was born on 12 November* of 1648, not of 1695."""
    life = told.life(draft.person, draft.type) if draft.type in ("birth", "death") else None
    if date is None or date.span is None or life is None or life.span is None or life.span == date.span:
        return None
    year, mine = ends(life.when.edtf)[0], ends(date.when.edtf)[0]
    if year is None or mine is None or len(date.when.edtf) != _DAY or years_of(year) == years_of(mine):
        return None
    if _WITH_YEAR.search(date.span.of(passage.content)) or not _WITH_YEAR.search(
        life.span.of(passage.content)
    ):
        return None
    basis = f"the {draft.type}, dated elsewhere in the text"
    edtf = years_of(year) + date.when.edtf[len(years_of(mine)) :]
    try:
        return Dated(when_of_edtf(edtf, words=date.when.words, basis=basis), date.span, basis)
    except ValueError:
        return None  # the 29th of February of another year


_OUTLIVING = {"outlive": 1, "survive": 1, "predecease": -1}
_YEAR = 365


def outlived(draft: Draft, passage: Passage, told: ToldDates) -> Dated | None:
    """Return when somebody died who outlived another by so many years, where the text tells when that one died."""
    side = _OUTLIVING.get(draft.anchor.lemma_.lower())
    if draft.type != "death" or side is None or draft.clause is None:
        return None
    end = span_of(sentence_of(draft.anchor)).end
    spell = next((s for s in passage.dates.story.spells_within(span_of(draft.anchor).end, end)), None)
    lives = [told.life(person, "death") for person, _ in passage.persons(draft.clause.objects)]
    died = lives[0] if len(lives) == 1 else None
    point = ends(died.when.edtf)[1] if died is not None else None
    years = round((spell.days_least or 0) / _YEAR) if spell is not None else 0
    if spell is None or died is None or point is None or not years:
        return None
    basis = f"{spell.words} {'after' if side > 0 else 'before'} the death told for {died.when.words or point}"
    return Dated(when_of_edtf(f"{iso_of_year(year_of(point) + side * years)}~", basis=basis), None, basis)


_NOW = frozenset(("now", "today", "nowadays", "presently", "currently"))
_TRAITS = frozenset(("kinship", "name", "ethnicity", "birth", "death", "burial"))


def now_so(draft: Draft, date: Dated | None, passage: Passage) -> Dated | None:
    """Return the year in which a text was written that says how it is now: *Ida is now house-physician*."""
    day, verb = passage.dates.story.dateline, verb_over(draft.anchor, passage.clauses)
    is_now = verb.tag_ in ("VBZ", "VBP") and any(c.lower_ in _NOW for c in verb.children)
    if day is None or day.meant is None or not is_now or draft.type in _TRAITS:
        return None
    if date is not None and date.span is not None and date.span.of(passage.content).lower() not in _NOW:
        return None
    year = years_of(ends(day.meant.edtf)[0] or "")
    basis = f"when this was written, {day.words}"
    return Dated(when_of_edtf(year, basis=basis), None, basis) if year else None


def years_of_war(draft: Draft, date: Dated | None, passage: Passage) -> Dated | None:
    """Return the years of the war in which somebody served, as far as nothing else dates it, always about."""
    war = draft.slots.get("value")
    if draft.type != "service" or date is not None or not isinstance(war, Span):
        return None
    years = years_of_event(war.of(passage.content))
    if years is None:
        return None
    basis = f"{war.of(passage.content)}, event data"
    return Dated(when_of_edtf("/".join(f"{iso_of_year(year)}~" for year in years), basis=basis), None, basis)
