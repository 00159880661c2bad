"""What the model is shown instead of what the text has: abbreviations in full, headwords as names are written."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factoid.resources import load

_CAPITALS = re.compile(r"[А-ЯЁ]{3,}(?:-[А-ЯЁ]{2,})*")
_VOWEL = re.compile(r"[АЕЁИОУЫЭЮЯ]")
_NAME_IN_CAPITALS = re.compile(
    r"[А-ЯЁ]{2,}(?:ОВИЧ|ЕВИЧ|ЬИЧ|ОВНА|ЕВНА|ИЧНА|ОВИЧА|ЕВИЧА)|[А-ЯЁ]{3,}(?:ОВ|ЕВ|ИН|СКИЙ|СКАЯ|ОВА|ЕВА|ИНА|ЕНКО|ЮК|УК)"
)
_PLACE_FIRST = frozenset(load("russian/abbreviations")["places"][0])


class Cut(NamedTuple):
    """A token: where it starts and ends, and what the model is shown."""

    start: int
    end: int
    shown: str


@cache
def _shown() -> dict[str, str]:
    return {str(k): str(v) for k, v in load("russian/abbreviations")["shown"].items()}


@cache
def _final() -> frozenset[str]:
    return frozenset(str(word) for word in load("russian/abbreviations")["final"])


def joined_tokens(text: str, tokens: list[tuple[int, int]], at: int) -> list[Cut]:
    """Join abbreviations with their full stops, and say what the model is shown for each token.

    ``tokens``: starts and ends in the text; ``at``: where the sentence begins.
    """
    out: list[Cut] = []
    n = 0
    while n < len(tokens):
        start, end = tokens[n]
        words = text[start:end]
        dotted = n + 1 < len(tokens) and tokens[n + 1] == (end, end + 1) and text[end] == "."
        if words.isupper() and text[end : end + 3].lower() == "(б)":
            while n + 1 < len(tokens) and tokens[n + 1][0] < end + 3:
                n += 1
            end = tokens[n][1]
            if text[end : end + 1] in "УУ" and text[end : end + 1]:
                end, n = end + 1, n + 1
            out.append(Cut(start, end, text[start:end]))
            n += 1
            continue
        if words.endswith(".") and len(words) > 1:
            dotted, words = False, words[:-1]
            shown = _full(words, text, start, end) or words
            out.append(Cut(start, end, shown))
        elif (
            dotted
            and (full := _full(words, text, start, end + 1))
            and not _ends_sentence(text, n, tokens, words)
        ):
            out.append(Cut(start, end + 1, full))
            n += 1
        elif dotted and len(words) == 1 and words.isupper() and n + 2 < len(tokens):
            out.append(Cut(start, end + 1, words + "."))
            n += 1
        else:
            out.append(Cut(start, end, words))
        n += 1
    return _names_in_capitals(out)


def _ends_sentence(text: str, n: int, tokens: list[tuple[int, int]], words: str) -> bool:
    """Whether the full stop after the abbreviation is the last character of the sentence."""
    return n + 2 >= len(tokens) and words.lower() in _final()


def _full(words: str, text: str, start: int, end: int) -> str | None:
    """Return what an abbreviation stands for: *г.* is a year after a figure, else a town."""
    lower = words.lower()
    if len(words) == 1 and words.isupper():
        return None  # an initial
    if lower in ("г", "гг"):
        before = text[max(0, start - 2) : start].strip()
        return "года" if before[-1:].isdigit() else "город"
    if lower == "ст" and re.match(
        r"\s*(?:лейтенант|майор|сержант|инспектор|научн|преподав)", text[end : end + 16]
    ):
        return "старший"
    if lower == "ст":
        return "степени" if text[max(0, start - 3) : start].strip()[-1:] in "йи" else "станции"
    if lower == "им" and text[end - 1 : end] == ".":
        return "имени"
    full = _shown().get(lower)
    if full is None:
        return None
    return full.capitalize() if words[0].isupper() else full


def _names_in_capitals(cuts: list[Cut]) -> list[Cut]:
    """Show names in capitals as names are written: *ЛЮШКОВ ГЕНРИХ*, not *УНКВД*."""
    capital = [bool(_CAPITALS.fullmatch(c.shown)) and bool(_VOWEL.search(c.shown)) for c in cuts]
    out = []
    for n, cut in enumerate(cuts):
        row = sum(capital[max(0, n - 2) : n + 3])
        named = capital[n] and (
            bool(_NAME_IN_CAPITALS.fullmatch(cut.shown)) or (row >= 3 and len(cut.shown) > 3)
        )
        named = named or (
            capital[n] and n == 0 and len(cut.shown) > 4 and row == 1 and _title_follows(cuts, n)
        )
        if named:
            shown = "-".join(part.capitalize() for part in cut.shown.split("-"))
            cut = cut._replace(shown=shown)
        out.append(cut)
    return out


def _title_follows(cuts: list[Cut], n: int) -> bool:
    after = [c.shown for c in cuts[n + 1 : n + 3]]
    return any(re.fullmatch(r"[А-ЯЁ][а-яё]+", words) for words in after) or after[:1] in (["("], [","])


def goes_on(before: str, after: str) -> bool:
    """Say whether what looks like two sentences is one: the first ends with an abbreviation."""
    if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
        return True
    end = re.search(r"([А-Яа-яЁё]+)\.\s*$", before)
    if end is None or not after.strip():
        return False
    word, first = end[1], after.lstrip()[0]
    if first.islower() or first in "–—-,;)«0123456789":
        return word.lower() in _shown() or word.lower() in _final() or (len(word) == 1 and word.isupper())
    if len(word) == 1 and word.isupper():
        return first.isupper()  # initials
    if word.lower() in ("г", "гг", "с", "д"):
        figure = re.search(r"\d\s*(?:г|гг)\.\s*$", before)
        return figure is None and word.lower() in _PLACE_FIRST
    if word.lower() in ("отд", "упр", "окр", "полк"):
        return bool(re.match(r"\s*(?:[А-ЯЁ]{2,}|[А-ЯЁ][а-яё-]+(?:ского|цкого|ской|ного|ной)\b)", after))
    return word.lower() in _shown() and word.lower() not in _final()
