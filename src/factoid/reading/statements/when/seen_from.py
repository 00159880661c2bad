"""What a date tells of a statement, seen from where it stands: its own, or what came before or after it.

*In 1810 he was dismissed, having fallen out with Low*: he fell out by 1810. *Until 1865 he lived in Ely, then he
farmed*: he farmed from 1865 on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factoid.dates import TimePhrase, when_of_edtf
from factoid.model.when import iso_of_year
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import verb_over
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import verbs
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.storyline import ends, is_earlier, years_of

#: what lasts: *until 1920* ends it, *then* begins it
STATES = frozenset(
    ("office", "occupation", "residence", "membership", "association", "service", "imprisonment", "education")
)  # fmt: skip
#: what begins by such a verb happens, whatever lasts afterwards
_BEGINNING = (
    verbs("appointing") | verbs("joining") | verbs("dismissing") | verbs("resigning") | verbs("leaving")
)
_GOING_ON = ("conj", "ccomp", "parataxis", "ROOT")
_THEN_AFTER = re.compile(r"\s*[,;]\s*(?:and\s+)?then\b(?!.*[.;])")
_UNTIL = frozenset(("until", "till"))
_ENDING = _UNTIL | {"before"}
_THEREAFTER = frozenset(("afterwards", "afterward", "thereafter", "subsequently", "henceforth"))
_STAYING = frozenset(
    ("remain", "stay", "continue", "keep", "hold", "rule", "reign", "govern", "retain", "wait", "linger")
)
_UNTIL_THEIR = re.compile(
    r"\b(?P<to>until|till|up to|to)\s+(?:his|her|their|the)\s+(?:\w+\s+)?\w+,?"
    r"(?:\s+(?:of|from|by|at)\s+[^,;.()]{1,40},?)?\s+(?:in|on)\s+$"
)
_REACH = 30  #: characters in which *from 1925* stands before *to his death*
_FRONTED = frozenset(
    ("arrest", "sentence", "imprisonment", "release", "event", "office", "membership", "education")
)
_AT_THE_TIME = frozenset(("accompany", "follow", "lead", "help", "assist", "dress", "disguise", "escort"))
_LYING = frozenset(("lie", "rest", "repose"))


@dataclass(frozen=True, slots=True)
class _View:
    """A statement and the time that the words beside it tell."""

    draft: Draft
    passage: Passage
    date: Dated
    time: TimePhrase
    verb: Token  #: of the statement
    teller: Token  #: the verb that the time stands with

    @property
    def is_own(self) -> bool:
        """Whether the time stands in the statement's own clause."""
        return self.teller.i == self.verb.i


_Look = Callable[[_View], tuple[str, str] | None]


def seen_from(draft: Draft, date: Dated, passage: Passage) -> Dated:
    """Return what a date told in words says of a statement; the date itself where it is its own."""
    return _seen(draft, date, passage, _LOOKS)


def done_before(draft: Draft, date: Dated, passage: Passage) -> Dated:
    """Return by when it had happened, where a date of another clause was found likely: *who had told him*."""
    return _seen(draft, date, passage, (_told_before,))


def _seen(draft: Draft, date: Dated, passage: Passage, looks: Sequence[_Look]) -> Dated:
    span = date.span
    if span is None:
        return date
    time = next(iter(passage.dates.story.within(span.start, span.end)), None)
    teller = passage.dates.teller(time) if time is not None else None
    if time is None or teller is None:
        return date
    verb = verb_over(draft.anchor, passage.clauses)
    view = _View(draft, passage, date, time, verb, draft.anchor.doc[teller])
    for look in looks:
        seen = look(view)
        if seen is not None:
            edtf, basis = seen
            return Dated(when_of_edtf(edtf, words=date.when.words, basis=basis), span, basis)
    return date


def _told_before(view: _View) -> tuple[str, str] | None:
    """*who had been jailed*, *having fallen out with him*, *Arrested in the Red Scare, he was given ten years*."""
    if view.is_own or view.draft.type == "birth" or view.draft.anchor.i != view.verb.i:
        return None
    is_content = view.verb.dep_ == "acl" and any(c.lower_ == "that" for c in view.verb.children)
    if is_content or not (_is_earlier(view.verb) or _is_fronted(view)):
        return None
    if _is_earlier(view.teller):
        return None
    last = ends(view.date.when.edtf)[1]
    return (f"../{last}", f"told as done before {view.time.words}") if last is not None else None


def _is_earlier(verb: Token) -> bool:
    """Whether a verb tells what had happened by then, and not just then."""
    words = {c.lower_ for c in verb.children}
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return bool(helpers & {"had", "having"}) and verb.tag_ == "VBN" and "just" not in words


def _is_fronted(view: _View) -> bool:
    verb = view.verb
    return (
        view.draft.type in _FRONTED
        and verb.tag_ == "VBN"
        and verb.dep_ == "advcl"
        and verb.i < view.teller.i
        and sentence_of(verb).start == verb.i
        and verb.doc[verb.i + 1].text != ","
        and verb.lemma_.lower() not in _AT_THE_TIME
    )


def _until_then(view: _View) -> tuple[str, str] | None:
    """*Until 1865 he lived in Ely, then he farmed*: what comes after the verb that the end is told of."""
    if view.is_own or view.verb.i < view.teller.i or view.verb.dep_ not in _GOING_ON:
        between = view.passage.content[view.time.end : span_of(view.verb).start]
        if not _THEN_AFTER.match(between):
            return None
    first, last = ends(view.date.when.edtf)
    words = view.passage.content[view.date.span.start : view.date.span.end] if view.date.span else ""
    if first is not None or last is None or words.split(maxsplit=1)[0].lower() not in _UNTIL:
        return None
    lasts = view.draft.type in STATES and view.verb.lemma_.lower() not in _BEGINNING
    return (f"{last}/.." if lasts else last), f"told as done after {view.time.words}"


def _from_then(view: _View) -> tuple[str, str] | None:
    """*whom he had arrested and who afterwards lived in Ely*: from the time of the clause before it on."""
    if view.is_own or not any(c.lower_ in _THEREAFTER and c.left_edge.i == c.i for c in view.verb.children):
        return None
    first = ends(view.date.when.edtf)[0]
    return (f"{first}/..", f"told as done after {view.time.words}") if first is not None else None


def _till_clause(view: _View) -> tuple[str, str] | None:
    """*from 1552 till she died in 1570*, *from 1919 until his retirement in 1940*: the end told by a clause."""
    first, last = ends(view.date.when.edtf)
    if first is None or last is not None:
        return None
    end = span_of(sentence_of(view.verb)).end
    for time in view.passage.dates.story.within(view.time.end, end):
        point = time.when.edtf if time.when is not None else None
        if point is not None and ends(point)[1] is not None and _ends_by(time, view):
            edtf = ends(point)[1] or ""
            if is_earlier(first, edtf):
                return f"{first}/{edtf}", f"from {view.time.words} to {time.words}"
    return None


def _ends_by(time: TimePhrase, view: _View) -> bool:
    """Whether *until* leads to the time, with nothing but its own clause between."""
    between = view.passage.content[view.time.end : time.start]
    words = between.replace(",", " , ").split()
    at = next((n for n, word in enumerate(words) if word.lower() in _UNTIL), None)
    return at is not None and at <= 12 and ";" not in between and "and" not in words[:at]


def _since_before(view: _View) -> tuple[str, str] | None:
    """*he founded a school in 1888 and ran it until 1904*, *he remained there until 1982*: from the step before it."""
    first, last = ends(view.date.when.edtf)
    if first is not None or last is None or not view.is_own:
        return None
    goes_on = view.draft.type == "event" and view.verb.lemma_.lower() in _STAYING
    if view.draft.type not in STATES and not goes_on:
        return None
    words = view.passage.content[view.date.span.start : view.date.span.end] if view.date.span else ""
    return _until(view, last) if words.split(maxsplit=1)[0].lower() in _UNTIL else None


def _until(view: _View, last: str) -> tuple[str, str] | None:
    verb = view.verb
    leads = {c.lower_ for c in verb.children}
    if verb.lemma_.lower() not in _STAYING and verb.dep_ != "conj" and "then" not in leads:
        return None
    before = view.passage.dates.story.before(view.time.start)
    start = ends(before.meant.edtf)[1] if before is not None and before.meant is not None else None
    if start is None or before is None or not is_earlier(start, last):
        return None
    if verb.dep_ == "conj" and not sentence_of(verb).start <= _place(before, view) < verb.i:
        return None
    return f"{start}/{last}", f"from {before.words} to {view.time.words}"


def _place(time: TimePhrase, view: _View) -> int:
    root = view.passage.dates.root_of(time)
    return root.i if root is not None else -1


def _lying(view: _View) -> tuple[str, str] | None:
    """*He died on 31 August 1945 and lies in Ely*, *and was buried there*: in the year of it."""
    if view.draft.type != "burial" or (view.is_own and view.verb.lemma_.lower() not in _LYING):
        return None
    first, last = ends(view.date.when.edtf)
    if first is None or first != last or first == years_of(first):
        return None
    return years_of(first), f"the year of {view.time.words}"


def _was_by_then(view: _View) -> tuple[str, str] | None:
    """*By 1903 he was a foreman*: then he was one, whenever he became it."""
    if not view.is_own or view.draft.type not in STATES or view.verb.lemma_.lower() != "be":
        return None
    words = view.passage.content[view.date.span.start : view.date.span.end] if view.date.span else ""
    first, last = ends(view.date.when.edtf)
    if first is not None or last is None or words.split(maxsplit=1)[0].lower() != "by":
        return None
    return None if _is_earlier(view.verb) else (last, f"was so by {view.time.words}")


def _lasted_between(view: _View) -> tuple[str, str] | None:
    """*was director between 1920 and 1936*: all the while, not on some day of it."""
    edtf = view.date.when.edtf
    first, last = ends(edtf)
    begins = view.verb.lemma_.lower() in _BEGINNING
    lasts = view.draft.type in STATES or (view.draft.type == "kinship" and view.is_own)
    if begins or not lasts or first is None or last is None or not (edtf[:1] == "[" and ".." in edtf):
        return None
    return f"{first}/{last}", f"lasted {view.time.whole.words if view.time.whole else view.time.words}"


def _lasted_for(view: _View) -> tuple[str, str] | None:
    """*In 1854 he was articled for five years*, *lived there for ten years from 1850*: with its end."""
    first, last = ends(view.date.when.edtf)
    point = first or last
    is_whole = first is not None and last is not None and (first != last or "/" in view.date.when.edtf)
    if not (view.is_own or _goes_on(view)) or view.draft.type not in STATES or point is None or is_whole:
        return None
    if {c.lower_ for c in view.verb.children if c.dep_ == "aux"} & _COUNTING_BACK:
        return None
    spell = _spell_of(view)
    years = round((spell.days_least or 0) / _YEAR) if spell is not None else 0
    if spell is None or not 1 <= years <= _LONGEST:
        return None
    if first is None:
        return f"{_years_on(point, -years)}/{point}", f"as long as is said, with {view.time.words}"
    return f"{point}/{_years_on(point, years)}", f"as long as is said, with {view.time.words}"


def _goes_on(view: _View) -> bool:
    """Whether a clause goes on from the time before it: *In 1870 he moved to Ely, where he taught for six years*."""
    is_there = view.verb.dep_ == "relcl" and any(c.lower_ == "where" for c in view.verb.children)
    return (view.verb.dep_ == "conj" or is_there) and view.time.start < view.teller.doc.starts[view.verb.i]


def _spell_of(view: _View) -> TimePhrase | None:
    """Return how long something went on, by its own clause: *for five years*."""
    verb, passage = view.verb, view.passage
    sentence = span_of(sentence_of(verb))
    for spell in passage.dates.story.spells_within(sentence.start, sentence.end):
        words = passage.segment.words(spell.span)
        is_told = _FOR.search(passage.content, max(spell.start - 5, 0), spell.start + 4) is not None
        between = passage.content[min(spell.end, view.time.end) : max(spell.start, view.time.start)]
        if is_told and view.is_own and not _PARTED.isdisjoint(between):
            continue  # *served for ten years: as a clerk, from 1870 as a captain*
        if is_told and words is not None and verb_over(words.root, passage.clauses).i == verb.i:
            return spell
    return None


def _years_on(point: str, years: int) -> str:
    """Return the same year, or month, so many years later."""
    year = years_of(point)
    return iso_of_year(int(year) + years) + point[len(year) : len(year) + len("-01")]


_FOR = re.compile(r"\bfor\s")
_YEAR, _LONGEST = 365, 60
_PARTED = frozenset(":;(")
_COUNTING_BACK = frozenset(("had", "have", "has", "having"))  #: *In 1900 he had served for five years*


def _opened(time: TimePhrase | None) -> str | None:
    """Return the beginning that a time gives without an end: *from 1925*."""
    if time is None or time.meant is None:
        return None
    first, last = ends(time.meant.edtf)
    return first if last is None else None


def _until_its(view: _View) -> tuple[str, str] | None:
    """*held the post until his death in 1940*: what lasted until then."""
    at = view.date.span.start if view.date.span else 0
    told = _UNTIL_THEIR.search(view.passage.content, max(at - 60, 0), at)
    last = ends(view.date.when.edtf)[1]
    if view.draft.type not in STATES or told is None or last is None:
        return None
    begun = next(iter(reversed(view.passage.dates.story.within(told.start() - _REACH, told.start()))), None)
    first = _opened(begun)
    is_range = begun is not None and not view.passage.content[begun.end : told.start()].strip(" ,")
    if begun is not None and is_range and first is not None and is_earlier(first, last):
        return f"{first}/{last}", f"from {begun.words} to {view.time.words}"
    if told["to"] == "to" or span_of(view.draft.anchor).start > told.start():
        return None
    return _until(view, last) or (f"../{last}", f"until {view.time.words}")


def _by_clause(view: _View) -> tuple[str, str] | None:
    """*Before he took orders in 1780 he was a soldier*, *he carved saints until he went blind in 1890*: by then."""
    if view.is_own or not _leads_by(view.teller, view.verb):
        return None
    last = ends(view.date.when.edtf)[1]
    return (f"../{last}", f"told as done before {view.time.words}") if last is not None else None


def _leads_by(teller: Token, verb: Token) -> bool:
    """Whether a verb is bounded by another: *before he took orders*, *until opening a shop of his own*."""
    lead = teller.head
    if teller.dep_ == "pcomp":
        return lead.lower_ in _UNTIL and lead.head.i == verb.i
    leads = {c.lower_ for c in teller.children if c.dep_ in ("mark", "advmod")}
    return teller.dep_ == "advcl" and lead.i == verb.i and bool(leads & _ENDING)


_LOOKS: tuple[_Look, ...] = (
    _by_clause,
    _told_before,
    _until_then,
    _from_then,
    _till_clause,
    _since_before,
    _until_its,
    _lying,
    _was_by_then,
    _lasted_between,
    _lasted_for,
)
