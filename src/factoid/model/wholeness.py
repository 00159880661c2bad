"""How likely a statement is right in every field: by that a dossier decides what it shows, and what it marks.

`Factoid.confidence` is the share of such statements that annotators make too, whatever their fields. A line is only as
good as its worst field, and which fields go wrong shows in how it is told: dates that only the story carries, persons
that only a pronoun means, places of an event. The weights are learnt by ``training/weigh_wholeness.py`` from what
annotators made. What weighs otherwise with a strict reader was learnt from verdicts by hand on 656 other
statements; what weighs for kin, from 368 more.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import exp, log

from factoid.model.factoid import Certainty, Factoid
from factoid.model.text import Span

WEAKLY_READ = 0.5  #: confidence below which a statement is likelier misread than not
SHOWN = 0.14  #: the least likelihood at which a dossier shows a statement unasked
SURE = 0.5  #: the least at which it shows it without a mark
SURE_OF_OTHERS = 0.8  #: the least confidence for that where no likelihood was learnt
_LONG = 4  #: words
_SHORT = 14  #: words
_SURE, _UNSURE = 0.95, 0.05  #: confidences beyond these weigh no more
_PRONOUNS = frozenset(
    ("he", "she", "his", "her", "him", "i", "they", "who", "my", "me", "whose", "himself", "herself", "it", "their",
     "them", "whom", "hers", "myself", "we", "our", "us", "themselves", "mine", "which", "that")
)  # fmt: skip
_OWNERS = frozenset(("his", "her", "my", "their", "its", "our"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that"))


class Sureness(StrEnum):
    """How surely a statement was read."""

    SURE = "sure"
    LESS_SURE = "less sure"
    MISREAD = "probably misread"


def sureness_of(factoid: Factoid, *, is_alone: bool = False) -> Sureness:
    """Return how surely a statement was read that nobody has checked.

    ``is_alone``: nothing else in its source tells of its person, who may be none.
    """
    if not is_shown_unasked(factoid):
        return Sureness.MISREAD
    if not _is_english(factoid):
        return Sureness.SURE if factoid.confidence >= SURE_OF_OTHERS else Sureness.LESS_SURE
    likelihood = likelihood_of_all(factoid)
    total = log(likelihood / (1 - likelihood)) + sum(
        _TO_A_READER[x] for x in _for_a_reader(factoid, is_alone=is_alone)
    )
    return Sureness.SURE if 1 / (1 + exp(-total)) >= SURE else Sureness.LESS_SURE


def _for_a_reader(factoid: Factoid, *, is_alone: bool) -> Iterator[str]:
    """Yield what a strict reader finds wrong, or right, more often than annotators' statements tell."""
    if is_alone:
        yield "alone"
    if factoid.type == "name":
        yield "name"
    if factoid.type == "kinship" and _form(factoid, factoid.spans.get("person")) == "named":
        yield "kin of a name"
    if len((factoid.value or "").split()) > _LONG:
        yield "long value"
    if factoid.when is None:
        return
    told = factoid.spans.get("date")
    if told is None:
        yield "date carried"
    elif not factoid.start <= told.start < factoid.end:
        yield "date outside the quote"
    elif len(factoid.quote.split()) <= _SHORT:
        yield "date in a short quote"
    if "/" in factoid.when.edtf:
        yield "range of dates"


def is_shown_unasked(factoid: Factoid) -> bool:
    """Whether a dossier shows a statement that nobody has checked, without being asked for everything.

    It must be likelier made by annotators too than not, and, where the English rules read it, from whose statements the
    likelihood was learnt, likely enough right in every field.
    """
    if factoid.confidence < WEAKLY_READ:
        return False
    return not _is_english(factoid) or likelihood_of_all(factoid) >= SHOWN


def _is_english(factoid: Factoid) -> bool:
    """Whether the English rules read it: from their statements the likelihood was learnt."""
    return factoid.reader.startswith("rule:") and factoid.model.startswith("en_")


def likelihood_of_all(factoid: Factoid) -> float:
    """Return how likely annotators would give every field of a statement as it stands."""
    total = _BIAS + _OF_CONFIDENCE * log_odds(factoid.confidence)
    total += sum(_WEIGHTS.get(trait, 0.0) for trait in sorted(traits(factoid)))
    return 1 / (1 + exp(-total))


def log_odds(confidence: float) -> float:
    """Return a confidence as it is weighed."""
    sure = min(max(confidence, _UNSURE), _SURE)
    return log(sure / (1 - sure))


def traits(factoid: Factoid) -> frozenset[str]:
    """Return what the likelihood rests on."""
    return frozenset(_traits(factoid))


def _traits(factoid: Factoid) -> Iterator[str]:
    type_, who = factoid.type, _form(factoid, factoid.spans.get("person"))
    date = "none" if factoid.when is None else "told" if "date" in factoid.spans else "carried"
    yield from (type_, f"who {who}", f"date {date}", f"{type_}, date {date}", f"{type_}, {who}")
    yield from (f"{type_}, {slot}" for slot in ("role", "organisation", "place") if getattr(factoid, slot))
    for span in factoid.related_spans or (None,) * len(factoid.related):
        yield f"other {_form(factoid, span)}"
        yield f"{type_}, other"
    if len((factoid.value or "").split()) > _LONG:
        yield "long value"
    if factoid.certainty is not Certainty.ASSERTED:
        yield str(factoid.certainty)


def _form(factoid: Factoid, span: Span | None) -> str:
    """Return how somebody is meant: named, described, by a pronoun, as somebody's own."""
    if span is None:
        return "left out"
    if not factoid.start <= span.start < span.end <= factoid.end:
        return "elsewhere"
    words = factoid.quote[span.start - factoid.start : span.end - factoid.start]
    first = words.lower().split()[0] if words.split() else ""
    if words.lower() in _PRONOUNS:
        return "pronoun"
    if first in _OWNERS:
        return "own"
    return "described" if first in _ARTICLES or words[:1].islower() else "named"


_TO_A_READER = {
    "alone": -0.9, "name": -0.4, "long value": -1.1, "date carried": -0.8, "date outside the quote": -0.4,
    "date in a short quote": 1.1, "range of dates": -0.5, "kin of a name": -0.5,
}  # fmt: skip
_BIAS, _OF_CONFIDENCE = -1.63, 0.60
_WEIGHTS = {
    "action": -0.52, "action, date carried": -0.10, "action, date none": -0.24, "action, date told": -0.18,
    "action, described": -0.18, "action, named": -0.35, "action, other": 0.86, "action, own": 0.15,
    "action, place": 0.22, "action, pronoun": -0.21, "association, date none": -0.17,
    "association, date told": 0.16, "association, named": -0.15, "association, own": -0.12,
    "association, pronoun": 0.32, "attributed": 0.13, "award, date told": 0.14, "birth": 0.21,
    "birth, date none": -0.48, "birth, date told": 0.63, "birth, left out": 0.30, "birth, place": 0.25,
    "burial": -0.23, "burial, date told": -0.22, "date carried": -0.28, "date none": 0.13, "date told": 0.14,
    "death, date carried": -0.24, "death, date none": -0.34, "death, date told": 0.53, "death, other": -0.20,
    "death, own": 0.10, "death, pronoun": -0.15, "denied": -0.15, "education": -0.37,
    "education, date carried": -0.16, "education, date told": -0.19, "education, left out": -0.16,
    "education, other": -0.23, "education, place": 0.17, "education, pronoun": -0.15, "ethnicity": 0.50,
    "ethnicity, date none": 0.50, "ethnicity, named": 0.66, "event, elsewhere": 0.23, "event, named": -0.15,
    "event, other": -0.13, "event, place": -0.10, "hedged": -0.29, "imprisonment": -0.19,
    "imprisonment, date told": -0.24, "kinship": 0.19, "kinship, date none": 0.16, "kinship, other": 0.19,
    "kinship, pronoun": 0.37, "kinship, role": 0.19, "long value": -0.21, "meeting, date told": 0.11,
    "meeting, place": 0.23, "membership": 0.10, "membership, organisation": 0.10, "name": 0.23,
    "name, date none": 0.23, "name, left out": -0.15, "name, named": 0.53, "name, pronoun": -0.12,
    "occupation": 0.25, "occupation, date none": 0.52, "occupation, date told": -0.37, "occupation, named": 0.47,
    "occupation, organisation": -0.45, "occupation, pronoun": -0.13, "office": -0.36, "office, date carried": 0.15,
    "office, date none": -0.36, "office, date told": -0.15, "office, named": 0.20, "office, organisation": 0.16,
    "office, own": -0.27, "office, place": 0.48, "office, pronoun": -0.30, "other described": -0.22,
    "other elsewhere": -0.15, "other left out": -0.13, "other named": 0.38, "other own": -0.37, "rank": 0.40,
    "rank, date none": 0.50, "rank, described": 0.27, "rank, left out": 0.14, "rank, named": 0.13, "religion": 0.12,
    "religion, date none": 0.38, "residence": -0.16, "residence, date carried": -0.21, "residence, date none": 0.24,
    "residence, date told": -0.19, "residence, described": 0.25, "residence, left out": -0.19,
    "residence, named": 0.13, "residence, place": -0.16, "residence, pronoun": -0.15, "sentence": 0.11,
    "sentence, date told": 0.17, "service": -0.12, "travel, date carried": -0.11, "travel, date none": -0.38,
    "travel, date told": 0.39, "travel, described": -0.19, "travel, elsewhere": 0.14, "travel, left out": 0.12,
    "travel, named": -0.26, "travel, other": -0.45, "travel, place": 0.41, "who elsewhere": -0.16,
    "who named": 0.37, "who own": -0.20, "work": -0.34, "work, date carried": 0.11, "work, date none": -0.29,
    "work, date told": -0.16, "work, elsewhere": -0.14, "work, named": -0.27, "work, pronoun": 0.13,
}  # fmt: skip
