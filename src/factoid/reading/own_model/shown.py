"""What the words of a quote show, beside what they say: a type, a value of the guide's own, doubt, denial."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from factoid.model import Certainty
from factoid.resources import load

_NOT = re.compile("n['\u2019]t(?!\\w)")
#: 1827–1911, 2 May 1809 – 31 December 1891
_LIFE_DATES = re.compile(r"\d\S{0,2}\s*[-\u2013\u2014]\s*(?:\w+\.?){0,2}\d{2}")


def shows_type(quote: str, type_: str) -> bool:
    """Say whether a quote can tell a statement of the type at all."""
    stems = load("own_model")["shown_by"].get(type_)
    if type_ in ("birth", "death") and _LIFE_DATES.search(quote):
        return True
    return stems is None or bool(_beginning(tuple(stems)).search(quote))


def why_value(quote: str, type_: str, slot: str, value: str) -> str:
    """Return on what a value rests that is the guide's word and not the source's; empty if on nothing."""
    stems = load("own_model")["vocabulary"].get(f"{type_}.{slot}", {}).get(value)
    if stems is None:
        return ""
    if not stems:
        return f"{value}: told by the statement itself"
    found = _beginning(tuple(stems)).search(quote)
    return f"“{found[0]}”: {value}" if found else ""


def is_committed_so(quote: str, certainty: Certainty, language: str | None) -> bool:
    """Say whether a quote can be meant with that certainty: doubt and denial are neither added nor left out."""
    if certainty is Certainty.ATTRIBUTED:
        return True
    doubts = bool(_beginning(_doubts(language, is_sure=True)).search(quote))
    may_doubt = doubts or bool(_beginning(_doubts(language, is_sure=False)).search(quote))
    denials = load("own_model")
    denies = bool(_NOT.search(quote) or _beginning(tuple(denials["denials"]), any_case=False).search(quote))
    if certainty is Certainty.HEDGED:
        return may_doubt
    if certainty is Certainty.DENIED:
        return denies or bool(_beginning(tuple(denials["perhaps_denials"]), any_case=False).search(quote))
    return not doubts and not denies


@cache
def _doubts(language: str | None, *, is_sure: bool) -> tuple[str, ...]:
    if language == "ru":
        return tuple(f"{words}$" for words in load("russian/hedges")["hedged"])
    hedges = load("hedges")
    sure = [*hedges["adverbs"], *hedges["phrases"]]
    # not *May 1871*
    modals = [f"{modal} {verb}$" for modal in hedges["modals"] for verb in ("be", "have", "well")]
    less = [*modals, *hedges["passive_report"], *hedges["verbs"]]
    return (
        tuple(f"{w}$" for w in sure)
        if is_sure
        else (*(f"{w}$" for w in sure), *less, "said$", "told$", "thought$")
    )


@cache
def _beginning(stems: Iterable[str], *, any_case: bool = True) -> re.Pattern[str]:
    """Return what finds a word that begins like one of the stems; one that ends in ``$`` is the whole word."""
    words = (re.escape(s[:-1]) + r"(?!\w)" if s.endswith("$") else re.escape(s) + r"\w*" for s in stems)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})".replace(r"\ ", r"\s+"), re.I if any_case else 0)
