"""The dates that a statement may have: those told in its sentence, before it and after it, and what they bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.dates import TimePhrase, when_of_edtf
from factoid.model import Extent, Span
from factoid.model.when import iso_of_year
from factoid.reading.parse import sentence_of, span_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.notes.lives import is_of_other_life
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, date_by, dated
from factoid.reading.statements.when.life_dates import life_dated
from factoid.reading.statements.when.life_ends import is_of_later_deed
from factoid.reading.statements.when.others_times import is_of_something_else, is_of_the_next_part
from factoid.reading.statements.when.standing import is_of_what_follows
from factoid.reading.statements.when.storyline import (
    Storyline,
    ends,
    is_earlier,
    is_elsewhen,
    year_of,
    years_of,
)
from factoid.reading.statements.when.told_dates import ToldDates

NEAREST = 6  #: times of the sentence that are weighed
LONGEST_SPELL = 60  #: years
_YEAR_DAYS, _MONTH_DAYS = 365.0, 28.0
NOTHING_TOLD = ToldDates()  #: where a draft is looked at by itself


@dataclass(slots=True)
class Option:
    """One date that a statement may have; ``edtf`` is None for none at all."""

    source: str  #: where the time was told: here, before, after, between …
    form: str  #: what is made of it: as told, its year, from it on, by it
    edtf: str | None
    phrase: TimePhrase | None = None
    other: TimePhrase | None = None  #: the later end, where the time lies between two
    ready: Dated | None = None  #: the date as found by the rules
    also: tuple[str, ...] = ()  #: what else gives the same date

    @property
    def key(self) -> str:
        """What the option is, for its weights."""
        return f"{self.source} {self.form}"

    def dated(self) -> Dated | None:
        """Return the date, with its words or the inference it rests on."""
        if self.edtf is None or self.ready is not None:
            return self.ready
        if self.source == "here" and self.form == "told" and self.phrase is not None:
            return dated(self.phrase)
        basis = self._basis()
        try:
            extent = Extent.WITHIN if self.other is not None else None  # some day between the two
            return Dated(when_of_edtf(self.edtf, basis=basis, extent=extent), None, basis)
        except ValueError:
            return None

    def _basis(self) -> str:
        words = self.phrase.words if self.phrase else ""
        where = {"here": "the sentence", "after": "what follows"}.get(self.source, "what goes before")
        if self.other is not None:
            return f"told between {words} and {self.other.words}"
        return {
            "told": f"{where} tells of {words}",
            "month": f"the month of {words}, of which {where} tells",
            "years": f"the years of {words}, of which {where} tells",
            "first": f"{where} tells of {words}: its beginning",
            "last": f"{where} tells of {words}: its end",
            "from year": f"{where} tells of {words}: from that year on",
            "until year": f"{where} tells of {words}: by that year",
            "year": f"the year of {words}, of which {where} tells",
            "from": f"{where} tells of {words}: from then on",
            "until": f"{where} tells of {words}: by then",
            "spell": f"as long as is said, with {words}",
        }[self.form]


def options(
    draft: Draft, passage: Passage, rule: Dated | None, told: ToldDates = NOTHING_TOLD
) -> list[Option]:
    """Return the dates that a draft may have, each once, none at all first."""
    found = [Option("none", "at all", None)]
    by_date: dict[str | None, Option] = {None: found[0]}
    for option in _all(draft, passage, told):
        same_date = by_date.get(option.edtf)
        if same_date is None:
            by_date[option.edtf] = option
            found.append(option)
        elif option.key != same_date.key:
            same_date.also += (option.key,)
    if rule is not None:
        same = next((n for n, o in enumerate(found) if o.edtf == rule.when.edtf), None)
        if same is None:
            source = (
                "words"
                if rule.span is not None
                else "age"
                if "born in" in (rule.inference or "")
                else "carried"
            )
            found.append(Option(f"rule {source}", "told", rule.when.edtf, ready=rule))
        elif rule.span is not None:
            old = found[same]
            found[same] = Option(old.source, old.form, old.edtf, old.phrase, old.other, rule, old.also)
    return found


def _all(draft: Draft, passage: Passage, told_dates: ToldDates) -> Iterator[Option]:
    story = passage.dates.story
    sentence = span_of(sentence_of(draft.anchor))
    at = span_of(draft.anchor).start
    told = [t for t in story.within(sentence.start, sentence.end) if _may_tell_of(draft, t, passage)]
    here = sorted(told, key=lambda t: abs(t.start - at))[:NEAREST]
    for time in here:
        is_later = is_of_the_next_part(draft, time, passage)
        yield from (o for o in _forms("here", time) if not is_later or o.form in _BY_THEN)
    last, coming = story.before(sentence.start), story.after(sentence.end)
    has_own = is_elsewhen(sentence_of(draft.anchor).text)
    is_dated = draft.type == "death" and told_dates.life(draft.person, "death") is not None
    is_dated = is_dated or draft.anchor.lemma_ == "predecease"  # before another's death, whenever that was
    if (
        not has_own and not is_dated
    ):  # *(1500-1561) … He moved to Ely in 1530. Strangled by order of the sultan.*
        yield from _around(sentence, draft, passage)
        yield from _between("between", story.before(at), story.after(at))
        yield from _between("between sentences", last, coming)
        if coming is not None:
            yield from _between("between wide", last, story.after(coming.end))
        if last is not None:
            yield from _between("between early", story.before(last.start), coming)
    for spell in story.spells_within(sentence.start, sentence.end)[:2]:
        for source, begun in (("spell here", here[0] if here else None), ("spell before", last)):
            if begun is not None:
                yield from _lasting(source, begun, spell)
    yield from _aged(draft, passage, told_dates)
    yield from _of_life(draft, told_dates)
    if not has_own:
        yield from _beside(draft, told_dates)


def _of_life(draft: Draft, told: ToldDates) -> Iterator[Option]:
    """The date of the birth or death told elsewhere."""
    life = told.life(draft.person, draft.type)
    if life is None and draft.type == "burial":
        life = told.life(draft.person, "death")
    if life is not None:
        yield _lean("life", life, f"the {draft.type}, dated elsewhere in the text")


def _beside(draft: Draft, told: ToldDates) -> Iterator[Option]:
    """The dates of the statements next to this one."""
    for source, type_, date in told.around(draft.person, draft.quote.start):
        if type_ == "birth" and draft.type not in _OF_BIRTH and len(date.when.edtf) > len("1900~"):
            continue  # the day of a birth is no date of what is told beside it
        yield _lean(source, date, f"what is said {source.split()[1]} it is dated {date.when.words}")


def _lean(source: str, date: Dated, basis: str) -> Option:
    ready = Dated(when_of_edtf(date.when.edtf, basis=basis), None, basis)
    return Option(source, "told", date.when.edtf, ready=ready)


_BY_THEN = frozenset(("until", "until year"))
_ENDS_OF_LIFE = frozenset(("birth", "death", "burial"))
_OF_BIRTH = frozenset(("birth", "kinship", "name"))


def _may_tell_of(draft: Draft, time: TimePhrase, passage: Passage) -> bool:
    start = min(time.start, time.whole.start) if time.whole else time.start
    end = max(time.end, time.whole.end) if time.whole else time.end
    if is_of_what_follows(draft.anchor, Span(start, end)) or is_of_later_deed(draft, time, passage):
        return False
    if passage.dates.is_of_what_came_before(draft.anchor, time):
        return False
    if draft.type == "death" and passage.dates.is_by_the_way(draft.anchor, time):
        return False  # *Vera, who died in 1989, wrote that Karl was shot*: he was not shot in that year
    if is_of_something_else(draft, time, passage):
        return False
    if is_of_other_life(Span(start, end), draft.type, draft.person, passage):
        return False
    if draft.type not in _OF_BIRTH and passage.dates.story.tells_birth(time):
        return False  # *Born on 6 April 1922, she grew up in Ely*: she did not grow up on that day
    return life_dated(passage.content, start) in (None, draft.type)


def _told_of_since(draft: Draft, passage: Passage) -> int:
    """Return where the text first speaks of the person of a draft."""
    persona = passage.personas.get(draft.person)
    return min((m.start for m in persona.mentions), default=0) if persona is not None else 0


def _around(sentence: Span, draft: Draft, passage: Passage) -> Iterator[Option]:
    """The dates told before and after the sentence, the nearest first.

    Nobody is born when the text has told of him before: *They served in Ely from 1930 to 1932. He was born in Riga*.
    """
    story, since = passage.dates.story, _told_of_since(draft, passage)
    last, coming = story.before(sentence.start), story.after(sentence.end)
    told = {
        "before": last,
        "heard": story.told_before(sentence.start),
        "head": story.head(sentence.start),
        "dateline": story.dateline,
        "after": coming,
        "later": story.after(coming.end) if coming is not None else None,
        "earlier": story.before(last.start) if last is not None else None,
    }
    at = span_of(draft.anchor).start
    for source, time in told.items():
        if time is None or (story.is_of_a_life(time) and not _may_be_end_of(draft, time, passage)):
            continue
        is_too_late = draft.type == "birth" and since < time.end and time.start < sentence.start
        is_of_a_birth = draft.type != "birth" and story.tells_birth(time)
        passed = story.days_passed(time.end, at)
        for option in _forms(source, time):
            if is_too_late and not _is_beginning_of_life(option, story):
                continue
            if not (is_of_a_birth and _is_finer_than_a_year(option)) and not _is_past(option, passed):
                yield option


def _may_be_end_of(draft: Draft, life: TimePhrase, passage: Passage) -> bool:
    """Whether a life told in brackets may date a birth or a death: another's does not."""
    is_other = is_of_other_life(Span(life.start, life.end), draft.type, draft.person, passage)
    return draft.type in _ENDS_OF_LIFE and not is_other


def _is_beginning_of_life(option: Option, story: Storyline) -> bool:
    return option.form == "first" and option.phrase is not None and story.is_of_a_life(option.phrase)


def _forms(source: str, time: TimePhrase) -> Iterator[Option]:
    meant = date_by(time)
    if meant is None:
        return
    if source != "here" and time.when is not None and meant.edtf.startswith("../"):
        meant = time.when  # what is told after *by 1937 he had risen* goes on from then, not from before
    edtf = meant.edtf
    yield Option(source, "told", edtf, time)
    first, last = ends(edtf)
    if first is not None and last is not None:
        yield from _closed(source, time, first, last, whole="," not in edtf)
    if first is not None:
        if first != years_of(first):
            yield Option(source, "from year", f"{years_of(first)}/..", time)
        yield Option(source, "from", f"{first}/..", time)
        if last is None and source == "here":
            yield Option(source, "first", first, time)
    if last is not None:
        if last != years_of(last):
            yield Option(source, "until year", f"../{years_of(last)}", time)
        yield Option(source, "until", f"../{last}", time)


def _closed(source: str, time: TimePhrase, first: str, last: str, *, whole: bool) -> Iterator[Option]:
    """What can be made of a time with both its ends: each end, its month, its year, its years."""
    begun, ended = years_of(first), years_of(last)
    if first != last and whole:
        yield Option(source, "first", first, time)
        yield Option(source, "last", last, time)
    if begun != ended:
        yield Option(source, "years", f"{begun}/{ended}", time)
        return
    month = f"{begun}-{first.removeprefix(begun)[1:3]}"
    if first.startswith(month) and last.startswith(month) and len(first) > len(month):
        yield Option(source, "month", month, time)
    if first != begun:
        yield Option(source, "year", begun, time)


def _is_finer_than_a_year(option: Option) -> bool:
    """Whether it is the very day or month: that of a birth is no date of what is told after it."""
    return option.form in ("told", "month") and len(option.edtf or "") > len("1900~")


def _is_past(option: Option, passed: float) -> bool:
    """Whether so much time has gone by that it cannot be that day, or year: *on 3 May he fled; for six years he …*."""
    if option.form not in ("told", "month", "year") or "/" in (option.edtf or "/"):
        return False
    return passed >= (_MONTH_DAYS if _is_finer_than_a_year(option) else _YEAR_DAYS)


def _between(source: str, before: TimePhrase | None, after: TimePhrase | None) -> Iterator[Option]:
    begun, ended = date_by(before) if before else None, date_by(after) if after else None
    if begun is None or ended is None:
        return
    first, last = ends(begun.edtf)[0], ends(ended.edtf)[1]
    if first is None or last is None or not 0 <= year_of(last) - year_of(first) <= LONGEST_SPELL:
        return
    if is_earlier(first, last):
        yield Option(source, "range", f"{first}/{last}", before, after)
    if year_of(first) < year_of(last):
        yield Option(source, "years", f"{years_of(first)}/{years_of(last)}", before, after)


def _lasting(source: str, time: TimePhrase, spell: TimePhrase) -> Iterator[Option]:
    years = round((spell.days_least or 0) / _YEAR_DAYS)
    if time.meant is None or not 1 <= years <= LONGEST_SPELL:
        return
    first, last = ends(time.meant.edtf)
    if first is not None:
        yield Option(source, "spell", f"{first}/{iso_of_year(year_of(first) + years)}", time)
    if last is not None:
        yield Option(f"{source} back", "spell", f"{iso_of_year(year_of(last) - years)}/{last}", time)


def _aged(draft: Draft, passage: Passage, told: ToldDates) -> Iterator[Option]:
    """The dates that an age gives: with the birth read of the person, or else the last birth told."""
    if draft.type == "birth":
        return
    story, sentence, at = passage.dates.story, span_of(sentence_of(draft.anchor)), span_of(draft.anchor).start
    own = passage.dates.ages.at(draft.anchor)
    near = sorted(story.ages_within(sentence.start, sentence.end), key=lambda t: abs(t.start - at))[:2]
    births = [("", _born(draft, passage, told))]
    if not _is_known_to_be_anothers(draft, passage):
        births.append((" of the last born", _last_born(passage, sentence.end)))
    for age in dict.fromkeys([*([own] if own is not None else []), *near]):
        for whose, born in births:
            if born is None or age.years is None:
                continue
            basis = f"{age.words}, born in {born}"
            source = f"age{'' if age is own else ' near'}{whose}"
            for form, edtf in (
                ("told", f"{iso_of_year(born + age.years)}~"),
                ("from", f"{iso_of_year(born + age.years)}~/.."),
            ):
                ready = Dated(when_of_edtf(edtf, basis=basis), None, basis)
                yield Option(source, form, edtf, age, ready=ready)


def _is_known_to_be_anothers(draft: Draft, passage: Passage) -> bool:
    """Whether all births told are of others than who is of that age, and is named: *Karl died at 26* in Ida's life."""
    aged = passage.of_that_age(draft.anchor) or draft.person
    persona = passage.personas.get(aged)
    is_named = persona is not None and persona.is_named
    return is_named and aged not in passage.born and bool(passage.born)


def _born(draft: Draft, passage: Passage, told: ToldDates) -> int | None:
    aged = passage.of_that_age(draft.anchor) or draft.person
    life = told.life(aged, "birth")
    first = ends(life.when.edtf)[0] if life is not None else None
    return year_of(first) if first is not None else passage.born.get(aged)


def _last_born(passage: Passage, place: int) -> int | None:
    birth = passage.dates.story.birth(place)
    first = ends(birth.meant.edtf)[0] if birth is not None and birth.meant is not None else None
    return year_of(first) if first is not None else None
