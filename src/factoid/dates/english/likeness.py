"""False friends: words that look like a time and are none."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from factoid.dates.english.words import (
    COUNTED,
    ERA,
    FULL_MONTH,
    LABELS,
    MONTHS_THAT_ARE_NAMES,
    MONTHS_THAT_ARE_WORDS,
    NUMBERED_BODIES,
)
from factoid.dates.feasts import BEFORE_A_SEASON
from factoid.dates.meaning import CalendarTime, EventTime, Left, Stretch
from factoid.dates.patterns import SEASONS

_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\.?\s*$")
_JOINED = re.compile(
    r"\s*(?:-|/|&|,?\s*(?:and|or)(?:\s+(?:again\s+)?in)?|to|until|till|,)\s*(?:the\s+|in\s+|early\s+|late\s+)*$",
    re.IGNORECASE,
)
_MONTH_FOLLOWS = re.compile(
    r"\s*(?:-|/|,|and|or|to|until|through)\s*(?:the\s+|early\s+|late\s+|mid-?)*(?:"
    + FULL_MONTH
    + r"\b|spring|summer|autumn|winter)"
)
_ERA_FOLLOWS = re.compile(rf"\s?(?:-|to|until|till|and|or)\s?\d{{1,4}}{ERA}")
_MORE = re.compile(r"\s*(?:-|to|and|or)\s*\d[\d,.]*(?=\s)")
_FREE = frozenset(
    {"in", "on", "by", "before", "after", "since", "until", "till", "unto", "from", "between", "during",
     "throughout", "through", "following", "towards", "toward", "within", "dated", "up to",
     "up until", "up till",
     "as early as", "as late as", "not later than", "no later than", "not earlier than", "prior to", "as of",
     "ever since"}
)  # fmt: skip
_OF_TIME = _FREE | {"of", "to", "and", "or", "for", "at", "into", "over", "around", "either"}
_AROUND_EVENTS = frozenset(
    {"during", "throughout", "before", "after", "since", "until", "till", "by", "following", "prior to"}
)
_SMALL = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "his", "her", "their", "the", "a", "an", "this", "I",
     "that", "these",
     "those", "and", "or", "but", "when", "where", "who", "which", "while", "as", "at", "in", "on",
     "for", "with",
     "without", "by", "from", "to", "until", "till", "after", "before", "was", "were", "is", "are",
     "had", "has",
     "have", "did", "there", "then", "not", "no", "only", "all", "both", "its", "my", "our"}
)  # fmt: skip
_DAY_PREPOSITIONS = frozenset(
    {"on", "by", "until", "till", "from", "to", "since", "before", "after", "between"}
)
_AT_A_TIME = frozenset(
    {"at", "by", "during", "since", "from", "until", "till", "throughout", "before", "after", "up to"}
)
_SPENT = frozenset(
    {"spent", "spend", "spending", "passed", "pass", "passing", "all", "whole", "onset", "approach", "coming"}
)


def is_time(content: str, left: Left, *, ancient: bool, dated_page: bool, floor: int) -> bool:
    """Say whether the words are a time, judging by what stands around them.

    ``ancient`` says that the narrative moves in years of fewer than four figures, ``dated_page``
    that it is a letter or an entry of a diary with its day, ``floor`` where the time before ended.
    A year that heads an entry of annals is for `heads_of_annals` to tell.
    """
    meaning, rule = left.found.meaning, left.found.rule
    if isinstance(meaning, EventTime):
        return meaning.side != "whole" or left.preposition in _AROUND_EVENTS or rule == "named day"
    if isinstance(meaning, Stretch) and rule == "decade":
        return meaning.era or meaning.first >= 1000 or ancient
    if isinstance(meaning, Stretch):
        return (
            rule != "decade without century"
            or left.article
            or meaning.part is not None
            or left.preposition in ("in", "during", "since")
        )
    if rule in ("that time", "day of writing"):
        return dated_page if rule == "day of writing" else left.preposition in _AT_A_TIME
    if not isinstance(meaning, CalendarTime):
        return True
    if rule == "short years":
        opened = content[left.found.start - 1 : left.found.start] == "("
        return ancient and (opened or meaning.about or left.preposition in _FREE or left.preposition == "of")
    if rule in ("year", "short year", "years"):
        return meaning.era or (
            _is_year(content, left, ancient=ancient) if rule != "years" else _are_years(content, left)
        )
    if meaning.year is not None or meaning.short_year is not None:
        return True
    if (
        rule == "day and month"
        and content[left.found.end - 1].isdigit()
        and next_word(content, left.found.end).lower() in COUNTED
    ):
        return False
    judge = _JUDGES.get(rule)
    is_joined = (
        floor > 0
        and bool(_JOINED.fullmatch(content, floor, left.found.start))
        and left.found.start - floor < 20
    )
    return judge is None or judge(content, left) or (is_joined and rule in ("month", "season"))


_BEFORE_A_YEAR = (
    r"(?:\b(?:[Ii]n|[Bb]y|[Uu]ntil|till|[Ss]ince|about|around|circa|[Ff]rom|between|"
    rf"{FULL_MONTH})\s|\b(?:c|ca)\.\s?|\()"
)
_SHORT_YEAR = re.compile(
    rf"{_BEFORE_A_YEAR}[1-9]\d\d"
    r"(?=\s?[-,.;:)\[]|\s+(?:he|she|his|her|they|the|when|and|to|at|it|a|was)\b)(?![-,.]\d{3}\b|\s?-\s?[a-z])"
)
_FULL_YEAR = re.compile(rf"{_BEFORE_A_YEAR}(?:1\d\d\d|20\d\d)\b")
_SAMPLE = 20_000  #: characters of the start of a text that show in which years it moves


def is_ancient(content: str) -> bool:
    """Say whether a text starts out in years of three figures without an era."""
    short = len(_SHORT_YEAR.findall(content, 0, _SAMPLE))
    return short > 1 and short > len(_FULL_YEAR.findall(content, 0, _SAMPLE))


_HEAD = re.compile(
    r"^[ \t]*(?:[-*•–][ \t]+)?([1-9]\d{2,3})(?:[.:]|[ \t]?[-–—])[ \t]+(?=[^\W\d_])", re.MULTILINE
)
_BARE_HEAD = re.compile(r"^[ \t]*(?:[-*•–][ \t]+)?([12]\d{3})[ \t]+([^\W\d_]+)", re.MULTILINE)


_FEW = 2
_LETTER_OF_LIFE = re.compile(r"(?:^|[\s(,;\u2013-])(?:b|d|m|fl|bapt?|bur)\.$")  #: *(d.1921)*, *b.1858*
_LONGEST_LETTERS = 6
_HEADWORD = re.compile(r"[A-Z][A-Z'\u2019-]{2,}\b")


def heads_of_annals(content: str) -> frozenset[int]:
    """Return where the years stand that head the entries of annals: *908. The battle of …*.

    Lines that begin so are annals if they are three or more (of four figures: two or more), their years never go
    back, and they do not merely count: *101.*, *102.*, *103.* are the numbers of a register, and so are numbers
    before headwords in capitals. So do the lines of a chronology, *1886 Born in Lublin*, if they are three or more.
    """
    heads = list(_HEAD.finditer(content))
    bare = [h for h in _BARE_HEAD.finditer(content) if h[2].lower() not in COUNTED]
    if len(bare) + len(heads) > _FEW:
        heads = sorted([*heads, *bare], key=re.Match[str].start)
    years = [int(head[1]) for head in heads]
    steps = [after - before for before, after in pairwise(years)]
    told = (
        years[0] >= 1000 and not any(_HEADWORD.match(content, head.end()) for head in heads)
        if heads
        else False
    )
    if len(years) < (2 if told else 3) or min(steps) < 0 or years[-1] > 2100:
        return frozenset()
    if set(steps) <= {1} and not told:
        return frozenset()
    return frozenset(head.start(1) for head in heads)


def next_word(content: str, at: int) -> str:
    """Return the word that follows on the same line or the next, as it is written."""
    match = _NEXT_WORD.match(content, at)
    return match[1] if match else ""


def _previous_word(content: str, at: int) -> str:
    match = _PREVIOUS_WORD.search(content, max(0, at - 30), at)
    return match[1] if match else ""


def _are_years(content: str, left: Left) -> bool:
    is_of_body = _previous_word(content, left.found.start).lower() in NUMBERED_BODIES
    return is_of_body or _precedes_well(content, left)


def _precedes_well(content: str, left: Left) -> bool:
    start = left.found.start
    before = content[start - 1] if start else " "
    if before == "." and _LETTER_OF_LIFE.search(content[max(0, start - _LONGEST_LETTERS) : start]):
        return True
    return before not in "$£€#§№.,:%" and _previous_word(content, left.found.start).lower() not in LABELS


def _is_year(content: str, left: Left, *, ancient: bool) -> bool:
    found, meaning = left.found, left.found.meaning
    if not _precedes_well(content, left) or not isinstance(meaning, CalendarTime):
        return False
    word = next_word(content, found.end)
    if word.lower() in COUNTED and content[found.end : found.end + 1] in " \n\t\r-":
        return False
    if (more := _MORE.match(content, found.end)) and next_word(content, more.end()).lower() in COUNTED:
        return False
    if found.rule == "short year" and _ERA_FOLLOWS.match(content, found.end):
        return True
    if found.rule == "short year":
        follows = content[found.end : found.end + 1]
        stands_free = (
            follows in ",.;)-"
            or word in _SMALL
            or not word
            or (left.preposition == "in" and word[:1].isupper())
        )
        return ancient and stands_free and (left.preposition in _FREE or meaning.about)
    if left.preposition in _FREE or left.article or meaning.part or meaning.about:
        return True
    if content[found.start - 1 : found.start] == "-" and content[found.start - 2 : found.start - 1].isalpha():
        return _previous_word(content, found.start - 1).lower() in (
            "post",
            "pre",
            "mid",
            "early",
            "late",
            "until",
        )
    year = meaning.year or 0
    if year % 100 == 0 or year > _LATEST:
        near = content[max(0, found.start - 2) : found.start].strip()[-1:]
        return (
            left.preposition in _OF_TIME
            or near in ("(", "-", "")
            or (near in (";", ".") and year <= _LATEST and word.islower() and not word.endswith("s"))
            or _previous_word(content, found.start) in ("a", "an")
        )
    plural = word.endswith("s") and word.islower() and word not in _SMALL
    return not (plural and left.preposition is None and content[found.end : found.end + 1] == " ")


_LATEST = 2050  #: greater numbers are sums


def _is_month(content: str, left: Left) -> bool:
    """A month alone: sure after a preposition of time; *May*, *March*, *August* are also other words."""
    found, meaning = left.found, left.found.meaning
    if left.preposition in _FREE or (isinstance(meaning, CalendarTime) and (meaning.part or meaning.pointer)):
        return True
    name = _previous_word(content, found.end).lower()
    if name not in MONTHS_THAT_ARE_WORDS and name not in MONTHS_THAT_ARE_NAMES:
        return True
    if _MONTH_FOLLOWS.match(content, found.end):
        return True
    before, after = _previous_word(content, found.start), next_word(content, found.end)
    if name in MONTHS_THAT_ARE_NAMES and after[:1].isupper() and content[found.end : found.end + 1] == " ":
        return left.article and name not in MONTHS_THAT_ARE_WORDS
    if name == "march" and after in ("to", "on", "of", "through", "past", "from", "into", "against"):
        return False
    if name in MONTHS_THAT_ARE_WORDS:
        return before.islower() and (
            left.preposition in ("of", "to", "and", "or", "into") or before in ("a", "the", "its")
        )
    return left.preposition in _OF_TIME or left.article or before in ("a", "an")


def _is_day(content: str, left: Left) -> bool:
    """*on the 14th*, followed by no noun that it could count."""
    found = left.found
    heads_a_line = (
        content[max(0, found.start - 1) : found.start] in ("", "\n")
        and content[found.end : found.end + 1] in ".,:;-"
    )
    of_week = _DAY_OF_WEEK.match(content, found.start) is not None  # *Tuesday, 14th*, *on Tuesday the 14th*
    if heads_a_line and content[found.end - 1].isalpha() and (of_week or content[found.start].isdigit()):
        return True
    if not (left.article or of_week) or left.preposition not in _DAY_PREPOSITIONS:
        return False
    if _FRONTED.match(content, left.at) and _DEED_OF_NAME.match(content, found.end):
        return True
    if not content[found.end - 3].isdigit() and left.preposition not in ("on", "until", "till"):
        return False
    follows = content[found.end : found.end + 1]
    word = next_word(content, found.end)
    return follows in ",.;:)" or not word or (follows != "-" and word in _SMALL)


_DAY_OF_WEEK = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_FRONTED = re.compile(r"(?<=[.!?]\s)On\s|(?<=\n)On\s")
#: *On the 4th Korda confessed*; not *On the 4th Guards Army …*
_DEED_OF_NAME = re.compile(
    r" (?:(?!Army|Division|Corps|Battalion|Regiment|Brigade|Fleet|Squadron|Front|Company)[A-Z][a-z]+ ){1,2}"
    r"(?:was|were|had|came|went|left|took|gave|wrote|told|met|saw|sent|said|[a-z]{2,}ed)\b"
)


def _is_season(content: str, left: Left) -> bool:
    found, meaning = left.found, left.found.meaning
    name = _previous_word(content, found.end)
    before, after = _previous_word(content, found.start).lower(), next_word(content, found.end)
    if name.lower() == "year":  # the spring of the next year
        return True
    if name.lower() not in SEASONS or (
        content[found.end : found.end + 1] == "-" and after[:1].islower() and after not in SEASONS
    ):
        return False
    if after.lower() in BEFORE_A_SEASON:
        return True
    if (
        name[:1].isupper()
        and after[:1].isupper()
        and content[found.end : found.end + 1] == " "
        and left.preposition != "in"
    ):
        return False
    if name.lower() == "fall":
        return (
            after != "of"
            and (left.preposition in ("in", "during", "by", "until") or left.pointer is not None)
            and (left.article or name == "fall")
        )
    if isinstance(meaning, CalendarTime) and (meaning.part or meaning.pointer):
        return True
    if left.article:
        return (
            name.lower() != "spring"
            or before in _SPENT
            or left.preposition in (_FREE | {"over", "for"}) - {"from"}
        )
    return before in _SPENT or left.preposition in _FREE - {"after", "before", "from", "on"}


def _is_feast(content: str, left: Left) -> bool:
    """A feast is a time after a preposition, not as part of a name: *The Christmas Carol*."""
    after = next_word(content, left.found.end)
    if content[left.found.end : left.found.end + 1] == " " and after[:1].isupper():
        return False
    return (
        left.preposition in _OF_TIME - {"for"}
        or left.pointer is not None
        or _previous_word(content, left.found.start) == ""
    )


def _is_weekday(content: str, left: Left) -> bool:
    meaning = left.found.meaning
    return (
        left.preposition in ("on", "by", "until", "till")
        or left.pointer is not None
        or (isinstance(meaning, CalendarTime) and meaning.pointer is not None)
    )


_JUDGES: dict[str, Callable[[str, Left], bool]] = {
    "month": _is_month,
    "day alone": _is_day,
    "season": _is_season,
    "weekday": _is_weekday,
    "feast": _is_feast,
}
