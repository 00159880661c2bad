"""Lines of rolls, each of one person told of between commas: *Ann Low, wife, 42, born Ely*; *4. Karl Berg, died 1708*.

A line is one by its facts, and because others like it stand in the text. The words are data: ``resources/rolls.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factoid.dates import TimePhrase
from factoid.model import MentionForm, SegmentKind, Span
from factoid.reading.lexicons import person_nouns
from factoid.reading.parse import ParsedSegment, ParsedText
from factoid.reading.people import People
from factoid.reading.statements.lexicon import kin_roles, peoples, religions, role_words
from factoid.reading.statements.notes.leads import leads
from factoid.resources import load

_FEWEST_LINES = 3  #: that make a roll
_LONGEST = 300  #: characters of a line
_KNOWN = 0.5  #: which share of its facts must be of a kind known
_OLDEST = 105
_PREFIX = 48  #: characters before the name: a number, a day, a rank, a label
_CUT = re.compile(r"(?<![Tt]rade)(?<!alling)(?<!place)(?<!\b[Aa]ge),\s+|;\s+|\.\s+(?=[^\W\d_a-z])|\s+(?=\()")
_IN_PREFIX = re.compile(
    r"\s*(?:[\d.)(:,;\u2013-]+|[^\W\d_a-z][\w'\u2019-]*\.?[:,]?|(?:of|the|to|no)\b\.?)?\s*"
)
_BEHIND_NAME = re.compile(r"\s*[,;(.]\s*|\s+(?=(?:of|from|son|daughter|s\.|d\.)\s)")
_IS_CLAUSE = frozenset(("he", "she", "they", "was", "were", "is", "has", "had", "who", "i"))
_ENTRY = re.compile(r"\b(?:[bdm]|bapt?|bur|educ|matric)\.[\s,]")
_AGE = re.compile(
    r"(?:and )?(?:(?:(?:aged?|\u00e6t\.?|aet\.?)[:,]?\s+)?(?:about |abt\.? |c\. ?)?(?P<years>\d{1,3})"
    r"(?: ?(?:years?|yrs?\.?|y\.)(?: (?:old|of age))?)?|aged?\s+[a-z]+ (?:months?|weeks?|days?))",
    re.IGNORECASE,
)


_KIN_NAMED = re.compile(
    r"(?:(?:going to|to join|joining|with|and|accompanied by|next of kin:?)\s+)?(?:his |her )?(?P<kin>[a-z-]+),?"
    r"\s+(?=[^\W\d_a-z])"
)
_OWNED_KIN = re.compile(r"(?:and |with )?[^\W\d_a-z][^,;]*?\s(?:his|her)\s+(?:late )?(?P<kin>[a-z-]+)")
_TO_MASTER = re.compile(r"(?:turned over )?to (?=[^\W\d_a-z])")
_TRADE = re.compile(r"(?:trade|calling|occupation)[:,]?\s+", re.IGNORECASE)
TRADE_ENDINGS = ("man", "smith", "wright", "monger", "maker", "keeper", "herd")


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts of a line: where it stands, and what it tells by its beginning."""

    span: Span
    kind: str  #: of those of `fact_of`, empty where not known
    lead: int = 0  #: how many characters of it say what it tells
    years: int | None = None  #: of an age


@dataclass(frozen=True, slots=True)
class RollLine:
    """A line of a roll."""

    person: str
    name: Span
    facts: tuple[Fact, ...]
    year: int | None = None  #: when the roll was drawn up
    head: str | None = None  #: the head of the household that the line belongs to
    is_apprenticed: bool = False  #: whether the roll is one of apprentices
    is_household: bool = False  #: whether the roll tells what each is to a head


def lines_of_rolls(parsed: ParsedText, people: People, times: Sequence[TimePhrase]) -> dict[int, RollLine]:
    """Return the lines of the rolls of a text, by where they start."""
    content = parsed.text.content
    lines = {
        segment.offset: line
        for segment in parsed.segments
        if (line := _line_of(segment, people, content)) is not None
    }
    if len(lines) < _FEWEST_LINES:
        return {}
    return dict(_with_surroundings(lines, parsed, times))


_APPRENTICES = re.compile(r"\b(?:apprentice|indenture)", re.IGNORECASE)
_HEADINGS = 4_000  #: characters in which a roll says what it is of


def _with_surroundings(
    lines: dict[int, RollLine], parsed: ParsedText, times: Sequence[TimePhrase]
) -> Iterator[tuple[int, RollLine]]:
    """Yield the lines with the year of the heading above them and the head of their household."""
    year, head = None, None
    is_apprenticed = _APPRENTICES.search(parsed.text.content, 0, _HEADINGS) is not None
    for segment in parsed.segments:
        line = lines.get(segment.offset)
        end = segment.doc.ends[-1] if len(segment.doc) else segment.offset
        if line is None:
            told = [t.when.edtf for t in times if t.when is not None and segment.offset <= t.start < end]
            years = [int(edtf[:4]) for edtf in told if edtf[:4].isdigit()]
            year = years[-1] if years else year
            continue
        kinds = {fact.kind for fact in line.facts}
        if "head" in kinds:
            head = line.person
        is_member = "relation" in kinds and head not in (None, line.person)
        yield (
            segment.offset,
            replace(
                line,
                year=year,
                head=head if is_member else None,
                is_apprenticed=is_apprenticed,
                is_household=head is not None,
            ),
        )


def _line_of(segment: ParsedSegment, people: People, content: str) -> RollLine | None:
    doc = segment.doc
    if segment.segment.kind is SegmentKind.TABLE_CELL or not len(doc):
        return None
    line = Span(doc.starts[0], doc.ends[-1])
    words = line.of(content)
    if len(words) > _LONGEST or "\n" in words or any(t.lower_ in _IS_CLAUSE for t in doc):
        return None
    named = _name_of(segment, people, content)
    behind = _BEHIND_NAME.match(content, named[1].end) if named is not None else None
    if named is None or behind is None:
        return None
    facts = tuple(_with_dates_behind(_facts(Span(behind.end(), line.end), content), content))
    told = [fact for fact in facts if fact.kind]
    if len(_ENTRY.findall(words)) * 2 > len(facts) or named[1].of(content).split()[0].strip(",").isupper():
        return None  # an entry, read note by note
    is_strong = any(fact.kind not in _WEAK or _has_year(fact, content) for fact in told)
    is_roll = is_strong and len(told) >= _KNOWN * len(facts)
    return RollLine(named[0], named[1], facts) if is_roll else None


_WEAK = frozenset(
    ("state", "from", "role", "nation", "date", "to", "amount")
)  #: facts that any apposition may tell


def _has_year(fact: Fact, content: str) -> bool:
    return fact.kind == "role" and re.search(r"\s\d{4}\b", fact.span.of(content)) is not None


def _name_of(segment: ParsedSegment, people: People, content: str) -> tuple[str, Span] | None:
    """Return whom a line begins with, behind a number, a day, a rank or a label."""
    start = segment.doc.starts[0]
    for token in segment.doc:
        mention = people.mention_at(token)
        if token.start - start > _PREFIX:
            return None
        if mention is None or mention.form is not MentionForm.NAME:
            continue
        at = start
        while (
            at < mention.start
            and (found := _IN_PREFIX.match(content, at, mention.start))
            and found.end() > at
        ):
            at = found.end()
        person = people.of(token)
        return (person, mention.span) if at == mention.start and person is not None else None
    return None


def _facts(rest: Span, content: str) -> Iterator[Fact]:
    start = rest.start
    for cut in [*_CUT.finditer(content, rest.start, rest.end), None]:
        end = cut.start() if cut is not None else rest.end
        if cut is not None and cut[0][0] == "." and _ends_shortened(content[start:end]):
            continue
        while start < end and content[start] in " (":
            start += 1
        bare = content[start:end].rstrip(" .)")
        if bare:
            yield fact_of(Span(start, start + len(bare)), content)
        start = cut.end() if cut is not None else end


_ONLY_DATE = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?\d{4}")


def _with_dates_behind(facts: Iterator[Fact], content: str) -> Iterator[Fact]:
    """Yield the facts, a date that only a comma parts from a deed joined to it: *killed at Lund, 1622*."""
    last: Fact | None = None
    for fact in facts:
        is_date = _ONLY_DATE.fullmatch(fact.span.of(content)) is not None
        if is_date and last is not None and last.kind in _kinds_of_deeds():
            last = replace(last, span=Span(last.span.start, fact.span.end))
            continue
        if last is not None:
            yield last
        last = replace(fact, kind="date") if is_date else fact
    if last is not None:
        yield last


def _ends_shortened(words: str) -> bool:
    last = words.rsplit(None, 1)[-1] if words.split() else ""
    return len(last) < 2 or last.lower() + "." in leads().abbreviations


def fact_of(span: Span, content: str) -> Fact:
    """Return what a fact tells by its words.

    An age, a state, being the head of a household or kin to it, kin by name (``named``, ``owned``), a deed by its type,
    birth, parents (``kin``), whence, a nation, a role, since when, a master, an amount.
    """
    words = span.of(content)
    if (age := _AGE.fullmatch(words)) is not None:
        years = int(age["years"]) if age["years"] else 0
        return Fact(span, "age" if years <= _OLDEST else "date", years=years or None)
    for kind in ("state", "head"):
        if _whole(kind).fullmatch(words):
            return Fact(span, kind)
    if _relation(words):
        return Fact(span, "relation")
    return _by_lead(span, words) or _by_words(span, words)


def _by_lead(span: Span, words: str) -> Fact | None:
    """Return what a fact tells by how it begins."""
    for kind, pattern in _deeds():
        if (found := pattern.match(words)) is not None:
            return Fact(span, kind, found.end())
    for kind, pattern in (("named", _KIN_NAMED), ("owned", _OWNED_KIN)):
        if (kin := pattern.match(words)) is not None and kin["kin"] in kin_roles():
            return Fact(span, kind, kin.end() if kind == "named" else kin.start("kin"))
    if any(pattern.match(words) for pattern, _ in leads().kin):
        return Fact(span, "kin")
    for kind in ("since", "from"):
        lead = _whole(kind).match(words)
        rest = words[lead.end() :].lstrip() if lead is not None else ""
        if lead is not None and (rest[:1].isdigit() if kind == "since" else rest[:1].isupper()):
            return Fact(span, kind, lead.end() + 1)
    to = _TO_MASTER.match(words)
    return Fact(span, "to", to.end()) if to is not None else None


def _by_words(span: Span, words: str) -> Fact:
    """Return what a fact tells by its words as a whole: a people, a trade."""
    lower = words.lower().removeprefix("a ").removeprefix("an ")
    if lower in peoples() or lower in religions():
        return Fact(span, "nation", len(words) - len(lower))
    if words[0].isdigit() or words[0] in "\u00a3$":
        return Fact(span, "amount")
    trade = _TRADE.match(lower)
    if _names_a_role(lower[trade.end() :] if trade is not None else lower):
        return Fact(span, "role", trade.end() if trade is not None else 0)
    return Fact(span, "")


def _relation(words: str) -> bool:
    """Whether a fact is but a word for kin: *wife*, *eldest son*, *mother-in-law*."""
    lower = words.lower().rstrip(".")
    last = lower.split()[-1] if lower.split() else ""
    return len(lower.split()) <= 2 and ("dau" if last in ("dau", "daur") else last) in kin_roles() | {
        "dau": ""
    }


def _names_a_role(lower: str) -> bool:
    """Whether words name a trade, a post or a rank: their last noun before a date or *at*, *of*."""
    bare = re.split(r"\s(?:of|in|at|to|for|on|since|from|\d)", lower)[0].split()
    last = bare[-1].rstrip(".") if bare else ""
    if not last or len(bare) > _MOST_WORDS:
        return False
    is_listed = any(word in role_words() or word in person_nouns() for word in (last, " ".join(bare)))
    return is_listed or last.endswith(TRADE_ENDINGS)


_MOST_WORDS = 4  #: of a role


@cache
def _kinds_of_deeds() -> frozenset[str]:
    return frozenset((*load("rolls")["deeds"], "born"))


@cache
def _whole(kind: str) -> re.Pattern[str]:
    return _pattern(load("rolls")[{"state": "states", "head": "heads"}.get(kind, kind)])


@cache
def _deeds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rolls = load("rolls")
    return (("born", _pattern(rolls["born"])), *((kind, _pattern(w)) for kind, w in rolls["deeds"].items()))


def _pattern(words: str) -> re.Pattern[str]:
    bare = re.sub(r"\s+\|", "|", words.strip())
    return re.compile(rf"(?:and )?(?:{bare})(?!\w)", re.IGNORECASE)
