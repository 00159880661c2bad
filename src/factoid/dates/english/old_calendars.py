"""Other calendars where the words say so: Republican, Julian, Islamic, Persian; old and new style in pairs."""

from __future__ import annotations

import re

from convertdate import french_republican, islamic, julian, persian

from factoid.dates.days import ROMAN, edtf_date, is_day
from factoid.dates.english.words import MONTH, MONTHS, month_of, number_of
from factoid.dates.meaning import CalendarTime, EdtfTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import DIGITS, Rule, rule
from factoid.model.when import civil_of, day_of

_REPUBLICAN = {
    name: n
    for n, names in enumerate(
        (
            ("Vendémiaire", "Vendemiaire"), ("Brumaire",), ("Frimaire",), ("Nivôse", "Nivose"),
            ("Pluviôse", "Pluviose"),
            ("Ventôse", "Ventose"), ("Germinal",), ("Floréal", "Floreal"), ("Prairial",), ("Messidor",),
            ("Thermidor",), ("Fructidor",),
        ),
        1,
    )
    for name in names
}  # fmt: skip


_PERSIAN = {
    name: n
    for n, names in enumerate(
        (
            ("Farvardin",), ("Ordibehesht",), ("Khordad",), ("Tir",), ("Mordad", "Amordad"), ("Shahrivar",),
            ("Mehr",), ("Aban",), ("Azar",), ("Dey",), ("Bahman",), ("Esfand",),
        ),
        1,
    )
    for name in names
}  # fmt: skip

#: as English writes them from Arabic and from Turkish
_ISLAMIC = (
    r"Muharrem|Muharram", r"Safar|Safer",
    r"Rab[iı]['’ʿ]?\s?(?:I|al-[Aa]wwal|(?:ul|el|ü'l)-?\s?[Ee]vvel)",
    r"Rab[iı]['’ʿ]?\s?(?:II|al-[Tt]hani|al-[Aa]khir|(?:ul|el|ü'l)-?\s?[Aa]h[iı]r)",
    r"[JC][ue]mad[aiı]\s?(?:I|al-[Uu]la|al-[Aa]wwal)", r"[JC][ue]mad[aiı]\s?(?:II|al-[Tt]hani(?:ya)?|al-[Aa]khira?h?)",
    r"Rajab|Rejeb|Receb", r"Sha['’ʿ]?ban|Şaban", r"Ramadh?an|Ramazan", r"Shaww?al|Şevval",
    r"Dhu(?:[ -]al[ -]|['’ ]?l[ -]|[ -]al)['’]?[QK]a['’ʿ]?dah?|Zilkade",
    r"Dhu(?:[ -]al[ -]|['’ ]?l[ -]|[ -]al)['’]?[HḤ]ijjah?|Zilhicce",
)  # fmt: skip
_ISLAMIC_WORDS = [
    "muharrem",
    "muharram",
    "safar",
    "safer",
    "rabi",
    "rabı",
    "jumada",
    "cemada",
    "jumadi",
    "cumada",
    "rajab",
    "rejeb",
    "receb",
    "sha",
    "shaban",
    "şaban",
    "ramadan",
    "ramadhan",
    "ramazan",
    "shawwal",
    "shawal",
    "şevval",
    "dhu",
    "dhul",
    "zilkade",
    "zilhicce",
]


def gregorian_of_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Return the Gregorian day of a Julian one; years are astronomical on both sides.

    The library counts 44 BC as -44, so the year is carried across by itself.
    """
    shifted = year + 4000 if year < 1 else year  # 4000 years are whole cycles of the Julian leap rule
    found_year, found_month, found_day = julian.to_gregorian(shifted, month, day)
    if year >= 1:
        return found_year, found_month, found_day
    # In 4000 years the two calendars drift apart by 30 days.
    return civil_of(day_of(found_year - 4000, found_month, found_day) - 30)


def _time(match: re.Match[str], date: tuple[int, int, int], calendar: str, rule_name: str) -> list[Found]:
    year, month, day = date
    return [
        Found(
            match.start(),
            match.end(),
            CalendarTime(year=year, month=month, day=day, era=True, calendar=calendar),
            rule_name,
        )
    ]


def _republican(match: re.Match[str]) -> list[Found]:
    words = match["year"].lower()
    year = ROMAN.get(words.upper()) or number_of(words)
    month = _REPUBLICAN[match["month"].title()]
    if not 1 <= year <= 14:
        return []
    if match["day"]:
        if not 1 <= int(match["day"]) <= 30:
            return []
        return _time(
            match,
            french_republican.to_gregorian(year, month, int(match["day"])),
            "french republican",
            "French Republican date",
        )
    first, last = (edtf_date(*french_republican.to_gregorian(year, month, day)) for day in (1, 30))
    return [
        Found(
            match.start(),
            match.end(),
            EdtfTime(edtf=f"{first}/{last}", calendar="french republican"),
            "French Republican month",
        )
    ]


def _julian(match: re.Match[str]) -> list[Found]:
    year, month, day = int(match["year"]), month_of(match["month"]), number_of(match["day"])
    if not is_day(year, month, day):
        return []
    return _time(match, gregorian_of_julian(year, month, day), "julian", "Julian date")


def _both_styles(match: re.Match[str]) -> list[Found]:
    """Read a date given in old and new style as the day in new style."""
    groups = match.groupdict()
    old, new = number_of(match["day"]), number_of(match["new"])
    month = month_of(groups.get("new_month") or match["month"])
    year = groups.get("year")
    if not 9 <= (new - old) % 31 <= 14 or not is_day(int(year) if year else 2000, month, new):
        return []
    time = CalendarTime(year=int(year) if year else None, month=month, day=new, calendar="gregorian")
    return [Found(match.start(), match.end(), time, "old and new style")]


def republican_year(roman: str) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """Return the first and the last day of a year of the Republic; None if it had no such year."""
    year = ROMAN.get(roman.upper(), 0)
    if not 1 <= year <= 14:
        return None
    last = civil_of(day_of(*french_republican.to_gregorian(year + 1, 1, 1)) - 1)
    return french_republican.to_gregorian(year, 1, 1), last


_NEW_DAY = r"\s*\(\s*(?P<new>\d{1,2})\s*\)"


_I_MONTH = "|".join(f"(?P<i{number}>{form})" for number, form in enumerate(_ISLAMIC, 1))
_I_DATE = rf"(?:(?P<i_day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?:{_I_MONTH}),?\s"
_HIJRA_AND_OURS = (
    r"(?P<year>\d{1,4})(?:\s?(?:A\.\s?H\.|AH))?(?:\s?[(\[]|\s?/\s?)"
    rf"(?:(?:(?P<day>\d{{1,2}})\s)?(?P<month>{MONTH})\.?\s)?"
    r"(?P<ours>\d{3,4})(?:/(?P<second>\d{1,2})(?=[)\]]))?(?:\s?(?:A\.\s?D\.|AD|C\.\s?E\.|CE))?[)\]]?"
)


def _hijra_and_ours(match: re.Match[str]) -> list[Found]:
    """Read *180 (796)*, *1238 (Oct. 1822)*, *900 [1494/5]* as the year of our count, where the two are one year."""
    islamic_year, ours = int(match["year"]), int(match["ours"])
    if not 1 <= islamic_year <= 1500 or abs(islamic_year * 0.970224 + 621.57 - ours) > 1.5:
        return []
    if match["second"]:
        years = EdtfTime(edtf=f"{edtf_date(ours)}/{edtf_date(ours + 1)}", calendar="islamic")
        return [Found(match.start(), match.end(), years, "year of the Hijra")]
    return [
        Found(
            match.start(),
            match.end(),
            CalendarTime(
                year=ours,
                month=month_of(match["month"]) if match["month"] else None,
                day=int(match["day"]) if match["day"] else None,
                era=True,
                calendar="islamic",
            ),
            "year of the Hijra",
        )
    ]


def _hijra(match: re.Match[str]) -> list[Found]:
    year = int(match["year"])
    if not 1 <= year <= 1500:
        return []
    return [Found(match.start(), match.end(), hijra_year(year), "year of the Hijra")]


def hijra_year(year: int) -> EdtfTime:
    """Return the days of a year of the Hijra."""
    first = edtf_date(*islamic.to_gregorian(year, 1, 1))
    last = edtf_date(*civil_of(day_of(*islamic.to_gregorian(year + 1, 1, 1)) - 1))
    return EdtfTime(edtf=f"{first}/{last}", calendar="islamic")


def _hijra_month(match: re.Match[str]) -> list[Found]:
    """Read *Rajab 1098*, *4 Muharram 1105*: these months have no other year.

    They began when the new moon was seen, and their days on the evening before, so that a day is known but for one
    before it and one after it.
    """
    year, day = int(match["year"]), int(match["i_day"] or 0)
    month = next(number for number in range(1, 13) if match[f"i{number}"])
    if not 1 <= year <= 1500 or day > _DAYS_OF_A_MOON:
        return []
    first = day_of(*islamic.to_gregorian(year, month, day or 1)) - 1
    last = first + 2 if day else first + _DAYS_OF_A_MOON + 1
    days = "/".join(edtf_date(*civil_of(end)) for end in (first, last))
    time = EdtfTime(edtf=days, calendar="islamic")
    return [Found(match.start(), match.end(), time, "date of the Hijra")]


_DAYS_OF_A_MOON = 30


def _persian(match: re.Match[str]) -> list[Found]:
    """Read *5 Esfand 1303*, with our own day in brackets or without it, in the solar years of Iran and Afghanistan."""
    year, month, day = int(match["year"]), _PERSIAN[match["month"]], int(match["day"])
    if not 1200 <= year <= 1500 or not 1 <= day <= 31:
        return []
    return _time(match, persian.to_gregorian(year, month, day), "persian", "Persian date")


_BEFORE_OURS = 5508  #: years that the Byzantine count from the creation is ahead of ours


def is_year_of_the_world(year: int) -> bool:
    """Say whether a year can only be counted from the creation, as chronicles of Rus' and Byzantium do."""
    return 6000 <= year < 7500


def year_of_the_world(year: int) -> int:
    """Return the year of our count in which most of it fell: it began in March or September."""
    return year - _BEFORE_OURS


def _of_the_world(match: re.Match[str]) -> list[Found]:
    """Read *the year 6680*, and *the year 6696 (1188)* where the two are one year."""
    year = year_of_the_world(int(match["year"]))
    if match["ours"] and abs(year - int(match["ours"])) > 1:
        return []
    ours = int(match["ours"] or year)
    time = CalendarTime(year=ours, era=True, about=not match["ours"], calendar="byzantine")
    return [Found(match.start(), match.end(), time, "year of the world")]


_DAY = r"\d{1,2}(?:st|nd|rd|th|d)?(?!\d)"
_R_MONTH = any_of([form for name in _REPUBLICAN for form in (name, name.upper(), name.lower())])
_JULIAN = (
    r"(?i:old\s+style|o\.\s?s\.|\(os\)|os\b|julian(?:\s+calendar)?|"
    r"(?:in|by|on|of|after|under|according\s+to)\s+the\s+(?:old|julian)(?:[\s-]+style)?(?:\s+(?:calendar|reckoning|count))?(?<!the\sold))"
)
_STYLE = rf"\s*[,(]?\s*{_JULIAN}\)?"

RULES: tuple[Rule, ...] = (
    rule(
        "French Republican date",
        [DIGITS, *first_words(_REPUBLICAN)],
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:of\s+)?)?(?P<month>{_R_MONTH})\s*,?\s*(?:(?i:an|year|of\s+the\s+year|of\s+year)\s+)?(?P<year>[IVX]{{1,4}}\b|\d{{1,2}}\b(?!\d))",
        _republican,
    ),
    rule(
        "Julian date",
        [DIGITS],
        rf"(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{MONTH})\s*,?\s*(?P<year>\d{{3,4}}){_STYLE}",
        _julian,
    ),
    rule(
        "Julian date",
        MONTHS,
        rf"(?P<month>{MONTH})\s+(?P<day>{_DAY})\s*,?\s*(?P<year>\d{{3,4}}){_STYLE}",
        _julian,
    ),
    rule(
        "Julian date",
        MONTHS,
        rf"(?P<month>{MONTH})\s+(?P<day>{_DAY})\s*\(\s*{_JULIAN}\)?\s*,?\s*(?P<year>\d{{4}})\b",
        _julian,
    ),
    rule(
        "Julian date",
        [DIGITS],
        rf"(?P<day>{_DAY})\s+(?P<month>{MONTH})\s*\(\s*{_JULIAN}\)?\s*,?\s*(?P<year>\d{{4}})\b",
        _julian,
    ),
    rule(
        "old and new style",
        [DIGITS],
        rf"(?P<day>{_DAY})\s?/\s?(?P<new>{_DAY})\s+(?P<month>{MONTH})(?![a-z])(?:\s*,?\s*(?P<year>\d{{4}})\b)?",
        _both_styles,
    ),
    rule(
        "old and new style",
        [DIGITS],
        rf"(?P<day>{_DAY})\s+(?P<month>{MONTH})(?:\s*,?\s*\d{{4}})?\s*[/(\[]\s*(?:(?i:n\.?s\.?|new\s+style|o\.?s\.?)\s*)?(?P<new>{_DAY})\s+(?P<new_month>{MONTH})(?:\s*,?\s*(?:N\.?\s?S\.?))?\s*[)\]]?(?:\s*,?\s*(?P<year>\d{{4}})\b)?",
        _both_styles,
    ),
    rule(
        "old and new style",
        MONTHS,
        rf"(?P<month>{MONTH})\s+(?P<day>{_DAY})\s*[/(\[]\s*(?P<new_month>{MONTH})\s+(?P<new>{_DAY})\s*[)\]]?(?:\s*,?\s*(?P<year>\d{{4}})\b)?",
        _both_styles,
    ),
    rule(
        "old and new style",
        [DIGITS],
        rf"(?P<day>{_DAY}){_NEW_DAY}\s+(?P<month>{MONTH})(?![a-z])(?:\s*,?\s*(?P<year>\d{{4}})\b)?",
        _both_styles,
    ),
    rule(
        "old and new style",
        MONTHS,
        rf"(?P<month>{MONTH})\s+(?P<day>{_DAY}){_NEW_DAY}(?:\s*,?\s*(?P<year>\d{{4}})\b)?",
        _both_styles,
    ),
    rule(
        "Persian date",
        [DIGITS],
        rf"(?P<day>\d{{1,2}})\s(?P<month>{any_of(list(_PERSIAN))})\s(?P<year>1[2-4]\d\d)\b(?:\s?\([^()]{{6,20}}\d{{4}}\))?",
        _persian,
    ),
    rule("year of the Hijra", [DIGITS], _HIJRA_AND_OURS, _hijra_and_ours),
    rule("date of the Hijra", [DIGITS, *_ISLAMIC_WORDS], rf"{_I_DATE}{_HIJRA_AND_OURS}", _hijra_and_ours),
    rule(
        "date of the Hijra",
        [DIGITS, *_ISLAMIC_WORDS],
        rf"{_I_DATE}(?P<year>\d{{2,4}})\b(?:\s?(?:A\.\s?H\.|AH\b))?",
        _hijra_month,
    ),
    rule("year of the Hijra", ["year"], rf"(?i:year)\s+{_HIJRA_AND_OURS}", _hijra_and_ours),
    rule(
        "year of the world",
        ["year"],
        r"(?i:year)\s+(?P<year>(?:6\d|7[0-4])\d\d)\b(?:\s*\(\s*(?P<ours>\d{3,4})\s*\))?",
        _of_the_world,
    ),
    rule("year of the Hijra", [DIGITS], r"(?P<year>\d{1,4})\s?(?:A\.\s?H\.|AH\b)", _hijra),
    rule("year of the Hijra", ["a", "ah"], r"(?:A\.\s?H\.|AH)\s?(?P<year>\d{1,4})\b", _hijra),
)
REPUBLICAN = RULES[0]
