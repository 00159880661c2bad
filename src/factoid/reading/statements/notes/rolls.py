"""What the lines of rolls tell, fact by fact: *Ann Low, wife, 42, born Ely*; *Karl Berg, gunner, enlisted 3 May 1707*.

A trade behind the name of a parent, a master or a husband is his: *Otto Berg, son of Karl Berg, tanner*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.dates import when_of_edtf
from factoid.model import Span
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.phrases import is_place, name_span
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin.pairs import pair, role_in_return
from factoid.reading.statements.lexicon import kin_roles
from factoid.reading.statements.notes.kin import read_kin
from factoid.reading.statements.notes.leads import leads
from factoid.reading.statements.notes.notes import Note
from factoid.reading.statements.notes.roll_lines import TRADE_ENDINGS, Fact, RollLine
from factoid.reading.statements.nouns.nations import nation_of
from factoid.reading.statements.nouns.role_nouns import role_kind, trade_by_class
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated
from factoid.resources import load

_LIKELIHOOD = 0.75
_DEEDS = frozenset(
    ("service", "death", "arrest", "event", "travel", "rank", "education", "burial")
)  #: which a line tells by a participle
_VALUED = frozenset(("death", "event", "travel"))  #: whose participle is their value
_OF_OTHERS = frozenset(("kin", "named", "owned", "to"))
_NO_MANNER = ("died", "d.", "dead")  #: of a death
_OF_APPRENTICES = "a roll of apprentices"
_ROLES = ("office", "occupation", "rank")


def read_rolls(passage: Passage) -> Iterator[Draft]:
    """Yield what a line of a roll tells of whom it begins with, and of those named in it."""
    line = passage.roll
    if line is None:
        return
    yield from _birth(line, passage)
    bearer = (line.person, line.name)
    for fact in line.facts:
        drafts = list(_of_fact(fact, bearer, line, passage))
        if fact.kind in _OF_OTHERS or not fact.kind or fact.kind in _DEEDS:
            other = _other_in(fact, line, passage)
            bearer = other or ((line.person, line.name) if fact.kind in _DEEDS else bearer)
        elif fact.kind in ("age", "born", "relation", "state"):
            bearer = (line.person, line.name)
        yield from drafts


def _of_fact(fact: Fact, bearer: tuple[str, Span], line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield what a fact tells: of whom the line is about, or of the bearer, whom the facts before it named last."""
    if fact.kind in _DEEDS:
        yield from _deed(fact, line, passage)
    elif fact.kind == "relation":
        yield from _relation(fact, line, passage)
    elif fact.kind == "named":
        yield from _kin_named(fact, (line.person, line.name), line, passage)
    elif fact.kind == "owned":
        yield from _kin_named(fact, bearer, line, passage)
    elif fact.kind == "to" and line.is_apprenticed:
        yield from _deed(replace(fact, kind="education"), line, passage)
    elif fact.kind == "kin":
        yield from _spouse(fact, line, passage)
    elif fact.kind == "role":
        yield from _role(fact, bearer, line, passage)
    elif fact.kind == "from":
        yield _told(fact, "residence", bearer, passage, {"place": _behind_lead(fact, passage)})
    elif fact.kind == "nation":
        yield from _nation(fact, bearer, passage)


def _told(
    fact: Fact,
    type_: str,
    whose: tuple[str, Span],
    passage: Passage,
    slots: dict[str, Words],
    date: Dated | None = None,
) -> Draft:
    person, where = whose
    words = passage.segment.words(fact.span)
    return Draft(
        person=person,
        type=type_,
        rule=f"{type_}.roll",
        quote=Span(where.start, fact.span.end) if where.end <= fact.span.start else fact.span,
        anchor=words[0] if words is not None else passage.segment.doc[0],
        who=where,
        slots=slots,
        dated=date,
        own_date=date is None or date.span is not None,
        undated=date is None or date.span is None,
        likelihood=_LIKELIHOOD,
    )


def _deed(fact: Fact, line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield what a participle tells, on its own day or on that which opens the line."""
    date = _date_in(fact.span, passage) or _date_in(
        Span(passage.segment.doc.starts[0], line.name.start), passage
    )
    lead = Span(fact.span.start, fact.span.start + fact.lead)
    place = _place_in(fact.span, passage)
    slots: dict[str, Words] = {"place": place} if place is not None else {}
    if fact.kind in _VALUED and lead.of(passage.content).lower() not in _NO_MANNER:
        slots["value"] = lead
    elif fact.kind == "rank":
        slots = {"value": _value_behind(fact, passage) or lead}
    elif fact.kind == "education":
        slots["value"] = (
            lead
            if lead.of(passage.content).lower() != "to "
            else Inferred("apprenticed", "a roll of apprentices")
        )
        yield from _mastery(fact, line, date, passage)
    yield _told(fact, fact.kind, (line.person, line.name), passage, slots, date)


def _mastery(fact: Fact, line: RollLine, date: Dated | None, passage: Passage) -> Iterator[Draft]:
    """Yield whose apprentice somebody is who is bound to a master."""
    master = _other_in(fact, line, passage)
    if master is None or not line.is_apprenticed:
        return
    roles = (Inferred("master", _OF_APPRENTICES), Inferred("apprentice", _OF_APPRENTICES))
    quote = Span(line.name.start, master[1].end)
    tie = replace(_tie(quote, fact, passage), type="association", rule="association.roll")
    for draft in pair((line.person, line.name), master, roles, tie):
        yield replace(draft, dated=date, undated=date is None)


def _role(fact: Fact, bearer: tuple[str, Span], line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield a trade, a post or a rank, with the year that may stand behind it: *master 1474*."""
    words = passage.segment.words(fact.span)
    nouns = [t for t in words or () if t.text[:1].isalpha() and not passage.dates.is_time(t)]
    last = next((t for t in nouns if role_kind(t)[0] in _ROLES), nouns[-1] if nouns else None)
    kind = role_kind(last)[0] if last is not None else None
    if last is None or not (kind in _ROLES or _is_a_trade(last)):
        return
    own = _date_in(fact.span, passage)
    since = next((f for f in line.facts if f.kind == "since"), None)
    date = own or (_date_in(since.span, passage) if since is not None and bearer[0] == line.person else None)
    type_ = kind if kind in _ROLES else "occupation"
    end = own.span.start if own is not None and own.span is not None else fact.span.end
    value = _stripped(Span(fact.span.start + fact.lead, end), passage)
    slots: dict[str, Words] = {"role" if type_ == "office" else "value": value}
    if type_ == "office":
        slots["value"] = Inferred("held", "a fact of a roll")
    yield _told(fact, type_, bearer, passage, slots, date)


def _is_a_trade(noun: Token) -> bool:
    """Whether a noun tells a trade, in a roll at least, where *master* and *boy* do: not *runaway*, *orphan*."""
    is_known = noun.lower_ in load("rolls")["trades"].split() or noun.lower_.endswith(TRADE_ENDINGS)
    return is_known or trade_by_class(noun) is not None


def _nation(fact: Fact, bearer: tuple[str, Span], passage: Passage) -> Iterator[Draft]:
    value = Span(fact.span.start + fact.lead, fact.span.end)
    words = passage.segment.words(value)
    kind = nation_of(words[0]) if words is not None else None
    if kind is not None:
        yield _told(fact, kind, bearer, passage, {"value": value})


def _relation(fact: Fact, line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield what the person is to the head of the household."""
    if line.head is None:
        return
    term = fact.span.of(passage.content).lower().rstrip(".").split()[-1]
    role = kin_roles().get("daughter" if term in ("dau", "daur") else term, "other")
    back = role_in_return(role, passage.gender(line.head)) if role != "other" else "other"
    basis = "the relation to the head of the household"
    said: Words = fact.span if term not in ("dau", "daur") else Inferred("daughter", basis)
    quote = Span(line.name.start, fact.span.end)
    roles: tuple[Words, Words] = (said, Inferred(back, basis))
    yield from pair((line.head, None), (line.person, line.name), roles, _tie(quote, fact, passage))


def _kin_named(fact: Fact, owner: tuple[str, Span], line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield whose kin somebody named in a fact is: *going to brother Jan Low*, *and Ann his wife*."""
    other = _other_in(fact, line, passage)
    words = fact.span.of(passage.content)
    lead = (
        words[fact.lead :].split()[0] if fact.kind == "owned" else words[: fact.lead].rstrip(" ,").split()[-1]
    )
    if other is None or other[0] == owner[0]:
        return
    role, at = kin_roles().get(lead, "other"), fact.span.start + words.index(lead)
    back = role_in_return(role, passage.gender(owner[0])) if role != "other" else "other"
    roles: tuple[Words, Words] = (Span(at, at + len(lead)), Inferred(back, f"the other side of {lead}"))
    quote = Span(min(owner[1].start, other[1].start), max(other[1].end, at + len(lead)))
    yield from pair(owner, other, roles, _tie(quote, fact, passage))


def _spouse(fact: Fact, line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield whom *m. 1750 Ida Berg* tells to be wife or husband, and when."""
    words = passage.segment.words(fact.span)
    note = Note(fact.span, words, fact.span.of(passage.content)) if words is not None else None
    for pattern, role in leads().kin:
        lead = pattern.match(note.text) if note is not None and role in ("wife", "husband") else None
        if note is not None and lead is not None:
            yield from read_kin(note, role, lead.end(), replace(passage, main=line.person))
            return


def _tie(quote: Span, fact: Fact, passage: Passage) -> Draft:
    words = passage.segment.words(fact.span)
    return Draft(
        person="",
        type="kinship",
        rule="kinship.roll",
        quote=quote,
        anchor=words[0] if words is not None else passage.segment.doc[0],
        undated=True,
        own_date=True,
        likelihood=_LIKELIHOOD,
    )


def _birth(line: RollLine, passage: Passage) -> Iterator[Draft]:
    """Yield the birth that an age and a place of birth tell together."""
    born = next((fact for fact in line.facts if fact.kind == "born"), None)
    aged = next((fact for fact in line.facts if fact.kind == "age" and fact.years), None)
    if born is None and aged is None:
        return
    slots: dict[str, Words] = {}
    date = _date_in(born.span, passage) if born is not None else None
    if born is not None:
        rest = _behind_lead(born, passage)
        place = _place_in(rest, passage) or (rest if date is None and rest.start < rest.end else None)
        slots = {"place": place} if place is not None and place.of(passage.content)[:1].isupper() else {}
    if date is None and aged is not None:
        date = _by_age(aged, line, passage)
    if date is None and not slots:
        return
    last = max(f.span.end for f in (born, aged) if f is not None)
    whole = Fact(Span(line.name.start, last), "born")
    yield _told(whole, "birth", (line.person, line.name), passage, slots, date)


def _by_age(aged: Fact, line: RollLine, passage: Passage) -> Dated | None:
    """Return when somebody was born who was so old on the day of the line, or when the roll was drawn up."""
    own = _date_in(Span(passage.segment.doc.starts[0], line.name.start), passage)
    dead = next((f for f in line.facts if f.kind in ("death", "burial")), None)
    told = own or (_date_in(dead.span, passage) if dead is not None else None)
    edtf = told.when.edtf[:4] if told is not None else ""
    year = int(edtf) if edtf.isdigit() else line.year
    if year is None or aged.years is None:
        return None
    reason = f"{aged.span.of(passage.content)}, in {year}"
    return Dated(when_of_edtf(f"{year - aged.years:04}~", basis=reason), None, reason)


def _other_in(fact: Fact, line: RollLine, passage: Passage) -> tuple[str, Span] | None:
    """Return who else a fact names, of whom the next facts tell: the parent, the master."""
    for token in passage.segment.words(fact.span) or ():
        person = passage.person(token) if token.pos_ == "PROPN" else None
        if person not in (None, line.person):
            return person or "", passage.mention(token)
    return None


def _behind_lead(fact: Fact, passage: Passage) -> Span:
    return _stripped(Span(fact.span.start + fact.lead, fact.span.end), passage)


def _value_behind(fact: Fact, passage: Passage) -> Span | None:
    """Return the rank that *promoted* names: up to the date."""
    rest = _behind_lead(fact, passage)
    date = _date_in(fact.span, passage)
    end = date.span.start if date is not None and date.span is not None else rest.end
    found = _stripped(Span(rest.start, max(rest.start, end)), passage)
    words = found.of(passage.content)
    start = found.start + len("to ") * words.lower().startswith("to ")
    return Span(start, found.end) if start < found.end else None


def _stripped(span: Span, passage: Passage) -> Span:
    words = span.of(passage.content)
    left = len(words) - len(words.lstrip(" :,."))
    return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip(" :,"))))


def _date_in(span: Span, passage: Passage) -> Dated | None:
    within = (t for t in passage.dates.phrases if span.start <= t.start and t.end <= span.end)
    return next((dated(t) for t in within if t.meant is not None), None)


def _place_in(span: Span, passage: Passage) -> Span | None:
    """Return the place that a fact names: one that is known, or what stands behind *at*, *in*."""
    for token in passage.segment.words(span) or ():
        if passage.dates.is_time(token):
            continue
        is_at = token.i > 0 and token.nbor(-1).lower_ in ("at", "in", "near") and token.text[:1].isupper()
        if is_at or (is_place(token, passage.entities) and token.text[:1].isupper()):
            named = name_span(token, passage.entities)
            return Span(max(named.start, span.start), min(max(named.end, token.end), span.end))
    return None


def is_of_the_name(anchor: Token, line: RollLine) -> bool:
    """Whether a word stands in or before the name that a line begins with: a title, a rank."""
    return anchor.end <= line.name.end
