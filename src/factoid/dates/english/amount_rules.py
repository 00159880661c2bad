"""Rules for amounts of time: *two years later*, *three days before*, *for about seven years*."""

from __future__ import annotations

import re

from factoid.dates.english.words import AMOUNTS, NUMBER_WORDS, ORDINAL, ORDINAL_WORDS, UNITS, number_of
from factoid.dates.meaning import Found, Length, Shift
from factoid.dates.patterns import SEASONS, any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule

_HEDGES = (
    r"(?:only|just|nearly|almost|about|around|some|over|more\s+than|less\s+than|at\s+least|roughly|"
    r"barely|scarcely|hardly|not|within|inside|exactly|but|under|another|further|fully|a\s+(?:good|bare|mere)|"
    r"perhaps|maybe|possibly|little\s+(?:more|less)\s+than|slightly\s+(?:over|under|more\s+than)|upwards?\s+of|close\s+(?:to|on)|getting\s+on\s+for)"
)
_WHOLE = rf"(?:\d{{1,3}}|(?i:{any_of(NUMBER_WORDS)}))"
_AMOUNT = (
    rf"(?P<hedge>(?i:{_HEDGES}\s+){{0,3}})"
    rf"(?:(?P<low>{_WHOLE})(?:\s*(?:or|to|-)\s*(?P<high>{_WHOLE}))?|(?P<vague>(?i:{any_of(AMOUNTS)})))"
    r"(?P<half>\s+and\s+a\s+(?:half|quarter))?(?:\s+(?:short|long|full|whole|more|other))?"
)
_UNIT = rf"(?P<unit>(?i:{any_of(UNITS)}))\b(?P<half_after>\s+and\s+a\s+half)?"
_ENDS = r"(?=\s*[,.;:)]|\s+(?:that|this|which)\b|$)"  # nothing follows that it would be after or before
_LATER = (
    rf"(?P<later>(?i:later|afterwards?|thereafter|hence|on(?=[,.;]|\s+(?:he|she|they|we|I)\b)|after(?:{_ENDS}|(?=\s+to\s))"
    r"|(?:had\s+)?(?:passed|elapsed|gone\s+by|went\s+by)(?=\s*[,.;]|\s+(?:and|when|before|until|till)\b)))"
)
_EARLIER = rf"(?P<earlier>(?i:earlier|previously|(?:before|beforehand|prior){_ENDS}|ago|back(?=[,.;])))"
_EVENT = r"(?P<event>(?i:after|before))(?=\s+[^\W\d])(?!\s+(?:that|this|which)\b)"
_WAY = rf"(?:'s?)?\s+(?:{_LATER}|{_EARLIER}|{_EVENT})(?:\s+(?:that|this)\b(?=\s*[,.;]))?"

#: who did something then: not *after two years of study*, *after four days' illness*
_DOERS = r"(?:he|she|I|we|they|it|his|her|my|our|their|the|this|an?|did|was|were)\b"
_THEN_DOES = rf"(?=\s*[.,;]|\s+{_DOERS}|\s+[A-Z][a-z])"

_LOOSE = re.compile(
    r"(?i)\b(?:about|around|perhaps|maybe|possibly|nearly|almost|some|roughly|over|more|less|barely|scarcely|hardly|not|under|within|inside|upwards?|close|getting)\b"
)
_FROM_NOW = frozenset({"ago", "back", "hence"})
_SEVERAL = (2, 9)  #: weeks later
_MOST_COUNTED = 20  #: the twentieth year after


def _amount(match: re.Match[str]) -> tuple[float, float]:
    """Return how many units at least and at most the match names."""
    if match["vague"]:
        least, most = AMOUNTS[" ".join(match["vague"].lower().split())]
    else:
        least = float(number_of(match["low"]))
        most = float(number_of(match["high"])) if match["high"] else least
    part = (
        0.25 if "quarter" in (match["half"] or "") else 0.5 if match["half"] or match["half_after"] else 0.0
    )
    return least + part, most + part


def _amount_of_time(match: re.Match[str]) -> list[Found]:
    """Read an amount alone as a duration, one with *later*, *before*, *ago* as a step in time."""
    least, most = _amount(match)
    unit = UNITS[match["unit"].lower()]
    vague = (match["vague"] or "").lower()
    about = bool(_LOOSE.search(match["hedge"])) or least != most or "couple" in vague
    way = (match["later"] or match["earlier"] or match["event"] or "").lower()
    if not way:
        if unit == "second" and vague in ("a", "one"):
            return []  # a second wife, not a moment
        meaning: Length | Shift = Length(least=least, most=most, unit=unit, about=about)
        return [Found(match.start(), match.end(), meaning, "duration")]
    forward = match["later"] is not None or way == "after"
    meaning = Shift(
        least=least, most=most, unit=unit, forward=forward, about=about,
        from_now=way in _FROM_NOW, anchored=match["event"] is not None,
    )  # fmt: skip
    name = "later than an event" if match["event"] else "later" if forward else "earlier"
    return [Found(match.start(), match.end(), meaning, name)]


def _after_so_long(match: re.Match[str]) -> list[Found]:
    """*They were married in 1910; after three years she left*: so much later; not *after many years*."""
    least, most = _amount(match)
    unit = UNITS[match["unit"].lower()]
    if (least != most and match["vague"]) or unit in ("second", "minute", "hour"):
        return []
    about = bool(_LOOSE.search(match["hedge"])) or least != most
    meaning = Shift(least=least, most=most, unit=unit, forward=True, about=about)
    return [Found(match.start(), match.end(), meaning, "later")]


def _seasons(match: re.Match[str]) -> list[Found]:
    """*Three winters later*, *two harvests before*: so many years, by that season of theirs."""
    name = match["seasons"].lower().rstrip("s")
    meaning = Shift(
        least=(count := number_of(match["count"])), most=count, unit="year", forward=match["later"] is not None,
        season=SEASONS.get(name),
    )  # fmt: skip
    return [Found(match.start(), match.end(), meaning, "later" if match["later"] else "earlier")]


def _nth_after(match: re.Match[str]) -> list[Found]:
    """*The second year after*: two years later."""
    count = number_of(match["nth"])
    if not 2 <= count <= _MOST_COUNTED:
        return []
    meaning = Shift(least=count, most=count, unit=UNITS[match["unit"].lower()], forward=True)
    return [Found(match.start(), match.end(), meaning, "later")]


def _some_later(match: re.Match[str]) -> list[Found]:
    """Read *weeks later*: several, nobody knows how many."""
    least, most = _SEVERAL
    forward = match["way"].lower() == "later"
    meaning = Shift(least=least, most=most, unit=UNITS[match["unit"].lower()], forward=forward, about=True)
    return [Found(match.start(), match.end(), meaning, "soon after")]


def _soon(match: re.Match[str]) -> list[Found]:
    meaning = Shift(least=0, most=1, unit="month", forward=True, about=True)
    return [Found(match.start(), match.end(), meaning, "soon after")]


_STARTS = frozenset(re.split(r"[\s-]", words)[0] for words in (*AMOUNTS, *NUMBER_WORDS)) | {
    "0", "only", "just", "nearly", "almost", "about", "around", "over", "more", "less", "at",
    "roughly", "barely", "not",
    "within", "inside", "under", "exactly", "scarcely", "hardly", "another", "further", "fully", "a", "little",
    "slightly", "upward", "upwards", "close", "getting",
}  # fmt: skip
_PLURALS = [
    unit for unit in UNITS if unit.endswith("s") and UNITS[unit] not in ("second", "minute", "generation")
]

RULES: tuple[Rule, ...] = (
    rule("after so long", ["after"], rf"(?i:after)\s+{_AMOUNT}\s+{_UNIT}{_THEN_DOES}", _after_so_long),
    rule("amount of time", _STARTS, rf"{_AMOUNT}[\s-]+{_UNIT}(?:{_WAY})?", _amount_of_time),
    rule(
        "seasons later",
        first_words(NUMBER_WORDS) | {DIGITS},
        rf"(?P<count>{_WHOLE})\s+(?P<seasons>(?i:winters|summers|springs|autumns|harvests|christmases))\s+"
        rf"(?:(?P<later>(?i:later|afterwards?|after{_ENDS}|on(?=,)))|(?i:earlier|before{_ENDS}))",
        _seasons,
    ),
    rule(
        "so many years after",
        first_words(ORDINAL_WORDS) | {DIGITS},
        rf"(?P<nth>{ORDINAL})\s+(?P<unit>(?i:day|week|month|year))\s+(?i:afterwards?|thereafter|(?:after|following){_ENDS})",
        _nth_after,
    ),
    rule(
        "soon after",
        _PLURALS,
        rf"(?P<unit>(?i:{any_of(_PLURALS)}))\s+(?P<way>(?i:later|earlier))\b",
        _some_later,
    ),
    rule(
        "soon after",
        ["soon", "shortly"],
        rf"(?i:soon|shortly)\s+(?i:after(?:wards)?|thereafter)(?:{_ENDS}|(?=\s+(?:he|she|they|it)\b))",
        _soon,
    ),
)
