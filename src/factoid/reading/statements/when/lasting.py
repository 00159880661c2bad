"""How long it lasted, where the words lean on something else: on a death, on the years before, on a war."""

from __future__ import annotations

import re

from factoid.dates import when_of_edtf, years_of_event
from factoid.model import Span
from factoid.reading.parse import sentence_of, span_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dating import Dated
from factoid.reading.statements.when.seen_from import STATES
from factoid.reading.statements.when.storyline import ends, is_earlier, year_of
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


def years_of_war(draft: Draft, date: Dated | None, passage: Passage) -> Dated | None:
    """Return the years of the war in which somebody served, as far as nothing else dates it, always about."""
    war = draft.slots.get("value")
    if draft.type != "service" or date is not None or not isinstance(war, Span):
        return None
    years = years_of_event(war.of(passage.content))
    if years is None:
        return None
    basis = f"{war.of(passage.content)}, event data"
    return Dated(when_of_edtf("/".join(f"{year:04}~" for year in years), basis=basis), None, basis)
