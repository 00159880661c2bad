"""False friends: words that look like a time and are none."""

from __future__ import annotations

import re

from factoid.dates.left import Left
from factoid.dates.meaning import CalendarTime, Stretch
from factoid.dates.words import COUNTED, LABELS, MONTHS_THAT_ARE_NAMES, MONTHS_THAT_ARE_WORDS

_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\.?\s*$")
_OF_TIME = frozenset(
    "in on by before after since until till unto from between during throughout through of to following over around towards toward "
    "into circa and or either at for within dated".split()
) | {
    "up to",
    "up until",
    "as early as",
    "as late as",
    "not later than",
    "no later than",
    "prior to",
    "as of",
    "ever since",
}
_FREE = _OF_TIME - {"of", "to", "and", "or", "for", "at", "into", "over", "around", "either"}
_SMALL = frozenset(
    "he she it they we i you his her their the a an this that these those and or but when where who which while as at in on of for with "
    "without by from to until till after before was were is are had has have did there then not no only all both its my our".split()
)


def is_time(content: str, left: Left, *, ancient: bool) -> bool:
    """Say whether the words are a time, judging by what stands around them."""
    meaning = left.found.meaning
    if isinstance(meaning, CalendarTime):
        match left.found.rule:
            case "year" | "short year":
                return meaning.era or _is_year(content, left, ancient=ancient)
            case "years":
                return meaning.era or _precedes_well(content, left)
            case "month":
                return meaning.year is not None or meaning.short_year is not None or _is_month(content, left)
            case "day alone":
                return _is_day(content, left)
            case "season":
                return meaning.year is not None or meaning.short_year is not None or _is_season(content, left)
            case "weekday":
                return (
                    left.preposition in ("on", "by", "until", "till")
                    or left.pointer is not None
                    or meaning.pointer is not None
                )
            case _:
                return True
    if isinstance(meaning, Stretch) and left.found.rule == "decade without century":
        return left.article or left.preposition in ("in", "during", "since")
    return True


def next_word(content: str, at: int) -> str:
    """Return the word that follows on the same line or the next, as it is written."""
    match = _NEXT_WORD.match(content, at)
    return match[1] if match else ""


def _previous_word(content: str, at: int) -> str:
    match = _PREVIOUS_WORD.search(content, max(0, at - 30), at)
    return match[1].lower() if match else ""


def _precedes_well(content: str, left: Left) -> bool:
    before = content[left.found.start - 1] if left.found.start else " "
    return before not in "$£€#§№.,:%" and _previous_word(content, left.found.start) not in LABELS


def _is_year(content: str, left: Left, *, ancient: bool) -> bool:
    found, meaning = left.found, left.found.meaning
    if not _precedes_well(content, left):
        return False
    word = next_word(content, found.end)
    if word.lower() in COUNTED and content[found.end : found.end + 1] in " \n\t\r-":
        return False
    year = meaning.year if isinstance(meaning, CalendarTime) and meaning.year is not None else 0
    if found.rule == "short year":
        return ancient and left.preposition in _FREE and word.lower() not in COUNTED
    if left.preposition in _FREE or left.article or (isinstance(meaning, CalendarTime) and meaning.part):
        return True
    if content[found.start - 1 : found.start] == "-" and content[found.start - 2 : found.start - 1].isalpha():
        return _previous_word(content, found.start - 1) in ("post", "pre", "mid", "early", "late", "until")
    if year % 100 == 0 or year > 2050:
        return left.preposition in _OF_TIME or content[max(0, found.start - 2) : found.start].strip()[
            -1:
        ] in ("(", "-", "")
    plural = word.endswith("s") and word.islower() and word not in _SMALL
    return not (plural and left.preposition is None and content[found.end : found.end + 1] == " ")


def _is_month(content: str, left: Left) -> bool:
    found = left.found
    meaning = found.meaning
    if isinstance(meaning, CalendarTime) and (meaning.part or meaning.pointer):
        return True
    name = content[max(found.start, found.end - 12) : found.end].split()[-1].lower().rstrip(".")
    if left.preposition in _FREE:
        return True
    after = next_word(content, found.end)
    if name in MONTHS_THAT_ARE_WORDS:
        return (
            left.preposition in ("of", "to", "and", "or", "into")
            and content[found.end : found.end + 1] in ",.;)"
        )
    if name in MONTHS_THAT_ARE_NAMES:
        return not (after[:1].isupper() and content[found.end : found.end + 1] == " ") and (
            left.preposition in _OF_TIME or left.article
        )
    return left.preposition is not None or left.article or not after[:1].isupper()


def _is_day(content: str, left: Left) -> bool:
    """*on the 14th*, followed by no noun that it could count."""
    if not left.article or left.preposition not in (
        "on",
        "by",
        "until",
        "till",
        "from",
        "to",
        "since",
        "before",
        "after",
        "between",
        "and",
    ):
        return False
    follows = content[left.found.end : left.found.end + 1]
    word = next_word(content, left.found.end)
    if follows in ",.;:)-" or not word:
        return not content[left.found.end : left.found.end + 2].strip().startswith("-")
    return word.islower() and word in _SMALL and word != "of"


def _is_season(content: str, left: Left) -> bool:
    found = left.found
    meaning = found.meaning
    word = content[found.end - 4 : found.end].lower()
    if word == "fall" and (left.article or content[found.end - 4].isupper()):
        if next_word(content, found.end).lower() == "of":
            return False
        return left.preposition in ("in", "during", "by", "until") or left.pointer is not None
    if isinstance(meaning, CalendarTime) and (meaning.part or meaning.pointer):
        return True
    return left.preposition in (
        _FREE | {"over", "into", "of", "and"} if left.article else _FREE - {"after", "before", "from"}
    )
