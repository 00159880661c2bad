"""Rules for ages: *aged 20*, *by the age of 17*, *in his thirties*, *in her 37th year*."""

from __future__ import annotations

import re

from factoid.dates.english.words import CALLED_BY_AGE, NUMBER_WORDS, OF_AN_AGE, ORDINAL_WORDS, TENS, number_of
from factoid.dates.meaning import Age, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

_N = rf"(?:\d{{1,3}}(?![\d,.]?\d|%)|(?i:{any_of(NUMBER_WORDS)})\b)"
_ABOUT = (
    r"(?P<about>(?i:about|around|some|nearly|almost|c\.|ca\.|circa|barely|scarcely|hardly|not\s+(?:yet|quite)|only|just|but|over)"
    r"\s+)?"
)
_FROM_FIVE = f"(?i:{any_of(word for word, n in NUMBER_WORDS.items() if n >= 5)})"
_FROM_TEN = f"(?i:{any_of(word for word, n in NUMBER_WORDS.items() if n >= 10)})"
_HEDGE = re.compile(r"(?i)about|around|some|nearly|almost|c\.|ca|barely|scarcely|not|over")


def _age(match: re.Match[str]) -> list[Found]:
    low = number_of(match["low"])
    high = number_of(match["high"]) if match.groupdict().get("high") else low
    if not 0 < low <= high <= 120:
        return []
    about = bool(match.groupdict().get("about") and _HEDGE.search(match["about"]))
    return [Found(match.start(), match.end(), Age(least=low, most=high, about=about), "age")]


_SOMEBODY = re.compile(r"(?:\b(?:[Hh]e|[Ss]he|who|I)|(?<![.!?] )\b[A-Z][a-z]+)\s$")


def _was_so_old(match: re.Match[str]) -> list[Found]:
    """*She was sixteen*; *Kruger was 37 in 1862*; not *the price was 37*."""
    at = match.start()
    return _age(match) if _SOMEBODY.search(match.string, max(0, at - 25), at) else []


def _year_of_life(match: re.Match[str]) -> list[Found]:
    number = number_of(match["low"])
    if not 1 <= number <= 120:
        return []
    return [Found(match.start(), match.end(), Age(least=number - 1, most=number - 1), "year of life")]


def _decade_of_life(match: re.Match[str]) -> list[Found]:
    words = match["tens"].lower().rstrip("s").rstrip("'")
    low = int(words) if words.isdigit() else TENS[match["tens"].lower()]
    part = (match["part"] or "").lower()
    first, last = (low + 3 if low == 10 else low), low + 9
    if part == "early":
        last = low + 3
    elif part in ("mid", "middle"):
        first, last = low + 4, low + 6
    elif part == "late":
        first = low + 6
    return [Found(match.start(), match.end(), Age(least=first, most=last), "decade of life")]


_LOST = re.compile(r"(?i)\b(?:lost|orphan|father|mother|parents|widow)[^.!?]{0,60}$")


def _lost_so_young(match: re.Match[str]) -> list[Found]:
    """*The boy lost his mother at two*; not *the train left at two*."""
    at = match.start()
    return _age(match) if _LOST.search(match.string, max(0, at - 80), at) else []


def _of_years(match: re.Match[str]) -> list[Found]:
    """*A Dane of sixteen years*, *a boy of nine years*; not *a term of nine years*."""
    at = match.start()
    return _age(match) if _ONE_PERSON.search(match.string, max(0, at - 40), at) else []


def _old_count(match: re.Match[str]) -> list[Found]:
    """*Two and twenty*, as it was said before 1800."""
    age = number_of(match["tens"]) + number_of(match["ones"])
    return [Found(match.start("ones"), match.end(), Age(least=age, most=age), "age")]


_YOUNG = any_of(CALLED_BY_AGE)
_ONE_PERSON = re.compile(rf"\b(?:an?|the)\s+(?:[a-z-]+\s+)?(?:[A-Z][a-z]+|{_YOUNG})\s$")
_DID = r"(?:went|came|became|began|left|took|got|made|had|ran|fell|found|won|wrote|sang|met|was|could|[a-z]{2,}ed)"
_NAME = r"(?!(?:Street|Road|Lane|Row|Square|Avenue|Terrace|Crescent|Gardens|Place|Court|Drive)\b)[A-Z][a-z]+"
_TWENTIES = f"(?i:{any_of(word for word, n in NUMBER_WORDS.items() if n in range(20, 100, 10))})"
_ONES = f"(?i:{any_of(word for word, n in NUMBER_WORDS.items() if n < 10)})"
_STARTS = [DIGITS, *first_words(NUMBER_WORDS)]
_WHOSE = r"(?i:his|her|their|my|your|its)"

RULES: tuple[Rule, ...] = (
    rule(
        "age",
        ["aged", "age", "ages"],
        rf"(?i:aged|ages?(?:\s+of)?)\s+{_ABOUT}(?P<low>{_N})(?:\s*(?:or|to|-)\s*(?P<high>{_N}))?",
        _age,
    ),
    rule(
        "age",
        ["aet", "aetat", "aetatis", "æt", "ætat", "ætatis"],
        rf"(?i:aet|æt)(?:atis|at)?\.?\s*(?i:suae\s+)?(?P<low>{_N})",
        _age,
    ),
    rule("age", _STARTS, rf"(?P<low>{_N})[\s-]years?[\s-]old\b", _age),
    rule(
        "age",
        _STARTS,
        rf"(?P<low>{_N})\s+(?:or\s+(?P<high>{_N})\s+)?(?:years?|yrs?\.?)\s+(?:old\b|of\s+age\b)",
        _age,
    ),
    rule(
        "age",
        ["a", "the"],
        rf"(?i:(?:boy|girl|child|lad|youth|man|woman|bride|widow|orphan|maid)\s+of\s+){_ABOUT}(?P<low>{_N})",
        _age,
    ),
    rule(
        "age",
        OF_AN_AGE,
        rf"(?i:{any_of(OF_AN_AGE)})\s+of\s+{_ABOUT}(?P<low>{_N})(?!\s+(?i:thousand|hundred|million|children|sons|daughters))",
        _age,
    ),
    rule(
        "age",
        ["when", "before", "until", "till", "since", "as", "though"],
        rf"(?i:when|before|until|till|since|though|while)\s+(?:he|she|I|they|we|(?i:the|this)\s+(?:boy|girl|child|lad|youth|son|daughter)|(?!The)[A-Z][a-z]+)\s+(?:was|were|is|had\s+turned|turned|reached)\s+"
        rf"{_ABOUT}(?P<low>{_N})(?=\s*[,.;:)]|\s+(?i:he|she|his|her|they|we|my|our|and|or|when|in|the|to|years?)\b|$)",
        _age,
    ),
    rule(
        "age",
        ["was", "is", "turned"],
        r"(?<=[a-zI] )(?:was|is|turned)\s+(?:(?:then|now|already|just|only)\s+)?"
        rf"{_ABOUT}(?P<low>(?:[5-9]|[1-9]\d)\b|{_FROM_FIVE}\b|"
        r"(?i:two|three|four)(?=\s+when\b))"
        r"(?=\s*[.,;)]|\s+(?:in\s+(?:[A-Z][a-z]+\s+)?\d{4}|when|and|at\s+the\s+time|years?)\b)(?!\.\d)",
        _was_so_old,
    ),
    rule(  # *Next April he will be thirty*; not *I shall be thirty minutes late*
        "age",
        ["shall", "will"],
        rf"(?:shall|will)\s+(?:(?:then|soon|just|already)\s+)?be\s+{_ABOUT}(?P<low>{_FROM_FIVE}\b|[1-9]\d\b)"
        r"(?=\s*[.,;!)]|\s+(?:years\s+(?:old|of\s+age)|on|next|to-?morrow)\b)(?!\.\d)",
        _was_so_old,
    ),
    rule(
        "age",
        ["at"],
        rf"(?i:at)\s+{_ABOUT}(?P<low>{_FROM_TEN}\b)"
        r"(?=\s+(?:(?:I|the\s+(?:boy|girl|child|lad|youth)|and\s+[a-z]+ed)\b"
        r"|(?!Rue|Avenue|Street)[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s+[a-z]))",
        _age,
    ),
    rule(
        "age",
        ["at"],
        rf"(?i:at)\s+{_ABOUT}(?P<low>[1-9]\d)(?=\s+(?!Rue|Avenue|Via|Calle|Place){_NAME}(?:\s+{_NAME})?\s+{_DID}\b)",
        _age,
    ),
    rule(
        "age",
        ["at"],
        rf"(?i:at)\s+{_ABOUT}(?P<low>[1-9]\d|{_FROM_FIVE}\b)"
        r"(?=\s*,\s*(?:(?i:he|she|I|his|her|when|with|and|in|the|already|after|while|they|was)\b|[A-Z])|"
        r"\s+(?:he|she|his|her|was|they|had)\b|[.;])(?!\.\d)",
        _age,
    ),
    rule(
        "age",
        ["at", "with"],
        rf"(?i:at|with)\s+{_ABOUT}(?P<low>{_N})\s+years?(?=\s*,|\s+(?:he|she|I|they|we|the\s+{_YOUNG})\b)",
        _age,
    ),
    rule(
        "age",
        ["at", "by"],
        rf"(?i:at|by)\s+{_ABOUT}(?P<low>{_FROM_TEN}\b|1[3-9]|[2-9]\d)(?=\s+(?:the\s+{_YOUNG}|he|she)\b)",
        _age,
    ),
    rule(
        "age", ["at"], rf"(?i:at)\s+{_ABOUT}(?P<low>{_FROM_FIVE}\b)(?=\s+(?:{_DID}\b|to\s+[A-Z][a-z]))", _age
    ),
    rule(
        "age",
        ["at"],
        rf"(?i:at)\s+{_ABOUT}(?P<low>(?i:one|two|three|four|[2-4]))\b(?=\s*[,.;])(?!\.\d)",
        _lost_so_young,
    ),
    rule("age", ["of"], rf"of\s+{_ABOUT}(?P<low>{_N})\s+years?\b(?!\s+(?i:of|in|for|old)\b)", _of_years),
    rule(
        "age",
        ["is", "was", "be", "am", "aged", "at", "of"],
        rf"(?<![\d])(?:is|was|be|am|aged|at|of)\s+(?:but\s+)?(?P<ones>{_ONES})[\s-]and[\s-](?P<tens>{_TWENTIES})\b(?=\s*[,.;:)]|\s+(?:when|years?|and)\b)",
        _old_count,
    ),
    rule(
        "age",
        ["barely", "scarcely", "hardly", "not", "just", "only"],
        rf"(?i:barely|scarcely|hardly|not\s+yet|just|only)\s+(?P<low>{_FROM_TEN}\b|[1-4]\d)(?=\s*,)",
        _age,
    ),
    rule(
        "year of life",
        ["in"],
        rf"(?i:in)\s+{_WHOSE}\s+(?P<low>\d{{1,3}}(?:st|nd|rd|th)|(?i:{any_of(ORDINAL_WORDS)}))\s+year\b(?!\s+(?i:at|as|there|here|in\s+(?:office|power|post|command|prison|exile)|of\s+(?!(?:his|her|my|their|age|life)\b)))",
        _year_of_life,
    ),
    rule(
        "decade of life",
        ["his", "her", "their", "my", "your"],
        rf"{_WHOSE}\s+(?:(?P<part>(?i:early|mid|middle|late|very\s+early))[\s-]+)?(?P<tens>(?i:{any_of(TENS)})|[1-9]0'?s)\b",
        _decade_of_life,
    ),
)
