"""What a language model is shown of a text, so that one that was trained on newspapers is not thrown.

The same words, a few characters exchanged one for one: line breaks and curly quotation marks made plain, the marks of
notes blank, the marks of emphasis and of links away, names in capitals written as names are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from factoid.names import is_given_name, title_of
from factoid.reading.interviews import with_answers
from factoid.reading.markup import without_markup
from factoid.resources import load

_PLAIN = str.maketrans(
    dict.fromkeys("\n\r\t\x0b\x0c\u00a0\u2007\u202f\u2028\u2029\u3000\x85", " ")
    | dict.fromkeys("\u2018\u2019\u201a\u2032\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2212", "-")
)
_FOOTNOTE = re.compile(
    r"(?<=[\w.,;:!?\"')])(?:[\[(]\d{1,3}[\])]|\[(?:[ivxl]{1,5}|[a-z*†‡§])\])(?=[\s.,;:]|$)"
    r"|^\[\d{1,3}\](?=\s)|(?<=\s)\(\d{2,3}\)(?=[\s.,;:]|$)"
)
_DATELINE = re.compile(  # of an agency: *ANKARA, 7 May (Reuter) -*, *Lima, 3 March 2020 –*
    r"\s*(?:(?P<shout>[^\W\d_a-z]{3,}(?:[ .'-]+[^\W\d_a-z]{2,}){0,3})|[^\W\d_a-z][\w'-]+(?:\s[^\W\d_a-z][\w'-]+)?)"
    r"(?P<region>,\s+[^\W\d_a-z][\w.]+)??"
    r"(?P<date>,\s+(?:\d{1,2}\.?\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?P<year>,?\s+\d{4})?)?"
    r"(?P<agency>,?\s+\([A-Z][\w./ -]{1,20}\))?\s+[-\u2013\u2014]{1,2}\s+(?=[^\W\d_a-z])"
)
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?:['-][^\W\d_a-z]{2,})*(?:['’][AEIOUS]\b)?")
_NUMERAL = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝĀĒĪŌŪАЕИОУЫЭЮЯ]")


def shown(words: str) -> tuple[str, list[int] | None]:
    """Return what the model is shown, and the place in ``words`` of each character where they are moved."""
    places = None
    if not unicodedata.is_normalized("NFC", words):
        words, places = _composed(words)
    words, places = _without_generations(*without_markup(words, places))
    words = words.translate(_PLAIN)
    words = _FOOTNOTE.sub(lambda m: " " * len(m[0]), words)
    words = with_answers(_without_dateline(words))
    return _lower_headwords(words), places


_RAISED = r"\u00b9\u00b2\u00b3\u2074-\u2079"
_NUMBERED = rf"[^\W\d_a-z][^\W\d_{_RAISED}]{{2,}}(?:[1-9]|1\d|[{_RAISED}])"
_GENERATION = re.compile(
    rf"\((?P<descent>{_NUMBERED}(?:,\s{_NUMBERED})*)\)\s?|\b(?P<name>{_NUMBERED})(?=[\s,.()]|$)"
)


def _without_generations(words: str, places: list[int] | None) -> tuple[str, list[int] | None]:
    """Return the words without the numbers of generations that pedigrees put to given names: *JOHN2 LIND (Karl1)*.

    The line of descent in brackets is left out as a whole: it is no other name of whom it stands behind.
    """
    left_out: set[int] = set()
    for found in _GENERATION.finditer(words):
        names = re.findall(rf"[^\W\d_{_RAISED}]+", found[0])
        if all(is_given_name(name.capitalize()) for name in names):
            start = found.start() if found["descent"] else found.start() + len(names[0])
            left_out.update(range(start, found.end()))
    if not left_out:
        return words, places
    kept = [at for at in range(len(words) + 1) if at not in left_out]
    return "".join(words[at] for at in kept[:-1]), [places[at] if places else at for at in kept]


def _without_dateline(words: str) -> str:
    """Blank out where and when a report was written, which would be the subject of its first sentence."""
    found = _DATELINE.match(words)
    if found is None:
        return words
    is_one = found["agency"] or found["year"] if not found["shout"] else found["date"] or found["agency"]
    return " " * found.end() + words[found.end() :] if is_one else words


def _composed(words: str) -> tuple[str, list[int]]:
    """Return the words in composed form, with the place of each character and of the end."""
    out: list[str] = []
    places: list[int] = []
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not unicodedata.combining(words[at]):
            composed = unicodedata.normalize("NFC", words[start:at])
            out.append(composed)
            places.extend(min(start + i, at - 1) for i in range(len(composed)))
            start = at
    return "".join(out), [*places, len(words)]


def _lower_headwords(words: str) -> str:
    """Write names in capitals as names are written, so that the tagger knows them: ``LUSHKOV, Genrikh``.

    A headword, a line that is capitals for the most part, and capitals beside a given name; not acronyms.
    """
    if not _CAPITALS.search(words):
        return words
    match = _HEAD.match(words)
    if match:
        words = _as_names(match[0]) + words[match.end() :]
    return _ABBREVIATED.sub(_abbreviated_name, _STRETCH.sub(_stretch_of_names, words))


_HEAD = re.compile(
    r"\s*(?:[\d*†]+[.)]?\s+)?(?:[DLNO]')?[^\W\d_a-z]{3,}(?:['-][^\W\d_a-z]{2,}|'[AEIOU]\b)*"  # the surname
    r"(?:,?\s+(?:[^\W\d_a-z]{2,}(?:['-][^\W\d_a-z]{2,})*)(?=[\s,.(]))*"  # forenames and particles in capitals
    r"(?=,?\s+[^\W\d_]|\s*\(|,\s*\()"
)
_STRETCH = re.compile(
    r"(?:[^\W\d_][\w'-]*\s+)?\b[^\W\d_a-z]{3,}(?:['’][AEIOUS]\b)?(?:[.'-]?\s*\b[^\W\d_a-z]{2,}(?:['’][AEIOUS]\b)?)*\b(?:\s+[^\W\d_][\w'-]*)?"
)


def _stretch_of_names(match: re.Match[str]) -> str:
    """Rewrite capitals in a row if they are many, or stand beside a given name."""
    parts = re.findall(r"[^\W\d_][\w'-]*", match[0])
    capitals = [p for p in parts if p.isupper() and len(p) > 2]
    is_name = len(capitals) >= 4 or any(is_given_name(p) for p in parts if len(p) > 3)
    return _as_names(match[0]) if is_name else match[0]


def _as_names(capitals: str) -> str:
    """Write capitals as names are written, and the short words between them small."""
    words = _ARTICLE.sub(lambda m: m[0].lower(), _CAPITALS.sub(_title_case, capitals))
    return _SHORT.sub(_small_word, words) if len(_CAPITALS.findall(capitals)) > 1 else words


_ARTICLE = re.compile(r"(?<=\s)(?:AL|EL|AD|AS|AR|AT|AZ|AN)-(?=[^\W\d_a-z])")  # DJAMAL AL-DIN
_JOINING = frozenset(["of", "in", "to", "by", "at", "on", "as", "or", "an", "is"])
_SHORT = re.compile(r"(?<=\s)[A-Z]{2}(?=\s)")
_ABBREVIATED = re.compile(r"\b((?:[^\W\d_a-z]{1,5}\.\s?)+)([^\W\d_a-z]{3,}(?:['-][^\W\d_a-z]{2,})*)\b")


def _small_word(match: re.Match[str]) -> str:
    word = match[0].lower()
    return word if word in _JOINING else match[0]  # ORAL HISTORY OF JEAN LIND


def _abbreviated_name(match: re.Match[str]) -> str:
    """Rewrite capitals behind initials, a shortened given name or a title: ``WM. LIND``, ``H. A. LIND``."""
    short = [word.capitalize() for word in re.findall(r"\w+", match[1])]
    known = (len(w) == 1 or w in _shortened() or title_of(w) is not None for w in short)
    if not all(known):
        return match[0]
    return re.sub(r"\w+", lambda m: m[0].capitalize(), match[1]) + _CAPITALS.sub(_title_case, match[2])


@cache
def _shortened() -> frozenset[str]:
    """Return given names as they are shortened: *Wm*, *Thos*."""
    return frozenset(load("name_contexts")["abbreviated_given_names"].split())


@cache
def _small_words() -> frozenset[str]:
    """Return the words of headings that are in no name."""
    return frozenset(word for word in load("common_words")["en"] if title_of(word) is None)


_PAST_PREFIX = re.compile(r"(?:(?<=-)|(?<=\b[odlmn]')|(?<=\b(?:dell|dall|sant)'))\w(?=\w)", re.IGNORECASE)


def _upper(match: re.Match[str]) -> str:
    return match[0].upper()  # O'Malley, Dell'Acqua, Sant'Anna; not Ka'ahumanu


def _title_case(match: re.Match[str]) -> str:
    word = match[0]
    if _NUMERAL.fullmatch(word) or (not _VOWEL.search(word) and title_of(word) is None):
        return word  # a king's number, an acronym: NKVD
    if word.lower() in _small_words() and not is_given_name(word.capitalize()):
        return word.lower()  # HOW THE EMPEROR ROMANOS WAS TAKEN
    lowered = word[0] + word[1:].lower()
    lowered = _PAST_PREFIX.sub(_upper, lowered)
    return lowered if len(lowered) == len(word) else word
