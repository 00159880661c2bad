"""How likely a statement is right in every field: by that a dossier decides what it shows unasked.

`Factoid.confidence` is the share of such statements that annotators make too, whatever their fields. A line is only as
good as its worst field, and which fields go wrong shows in how it is told: dates that only the story carries, persons
that only a pronoun means, places of an event. The weights are learnt by ``training/weigh_wholeness.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log

from factoid.model.factoid import Certainty, Factoid
from factoid.model.text import Span

WEAKLY_READ = 0.5  #: confidence below which a statement is likelier misread than not
SHOWN = 0.16  #: the least likelihood at which a dossier shows a statement unasked
_LONG = 4  #: words
_SURE, _UNSURE = 0.95, 0.05  #: confidences beyond these weigh no more
_PRONOUNS = frozenset(
    ("he", "she", "his", "her", "him", "i", "they", "who", "my", "me", "whose", "himself", "herself", "it", "their",
     "them", "whom", "hers", "myself", "we", "our", "us", "themselves", "mine", "which", "that")
)  # fmt: skip
_OWNERS = frozenset(("his", "her", "my", "their", "its", "our"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that"))


def is_shown_unasked(factoid: Factoid) -> bool:
    """Whether a dossier shows a statement that nobody has checked, without being asked for everything.

    It must be likelier made by annotators too than not, and, where the English rules read it, from whose statements the
    likelihood was learnt, likely enough right in every field.
    """
    if factoid.confidence < WEAKLY_READ:
        return False
    is_english = factoid.reader.startswith("rule:") and factoid.model.startswith("en_")
    return not is_english or likelihood_of_all(factoid) >= SHOWN


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


_BIAS, _OF_CONFIDENCE = -1.60, 0.59
_WEIGHTS = {
    "action": -0.67, "action, date none": -0.42, "action, date told": -0.17, "action, named": -0.31,
    "action, other": 0.57, "action, place": 0.25, "action, pronoun": -0.26, "arrest": 0.30,
    "arrest, date told": 0.20, "association, own": -0.20, "association, pronoun": 0.21, "attributed": -0.12,
    "award, date told": 0.15, "birth": 0.28, "birth, date told": 0.30, "birth, elsewhere": -0.10,
    "birth, left out": 0.11, "birth, place": 0.33, "burial": -0.23, "date carried": -0.42, "date none": 0.20,
    "date told": 0.21, "death, date carried": -0.17, "death, date none": -0.22, "death, date told": 0.48,
    "death, elsewhere": -0.10, "death, named": -0.10, "death, other": -0.25, "death, pronoun": -0.20,
    "denied": -0.29, "education": -0.32, "education, date carried": -0.12, "education, date told": -0.16,
    "education, organisation": -0.14, "education, place": 0.11, "ethnicity": 0.48, "ethnicity, date none": 0.48,
    "ethnicity, described": 0.13, "ethnicity, named": 0.38, "event, date carried": 0.16,
    "event, date told": -0.12, "event, left out": 0.21, "event, named": -0.21, "event, other": -0.27,
    "event, place": -0.14, "event, pronoun": -0.18, "imprisonment": -0.26, "imprisonment, date told": -0.16,
    "kinship": 0.11, "kinship, date none": 0.22, "kinship, named": -0.14, "kinship, other": 0.11,
    "kinship, pronoun": 0.43, "kinship, role": 0.11, "long value": -0.16, "meeting, date told": 0.15,
    "name": 0.22, "name, date none": 0.22, "name, named": 0.65, "occupation": 0.16,
    "occupation, date none": 0.49, "occupation, left out": -0.17, "occupation, named": 0.65,
    "occupation, place": -0.18, "office": -0.23, "office, date carried": -0.11, "office, date none": -0.11,
    "office, elsewhere": 0.13, "office, organisation": 0.27, "office, place": 0.49, "office, pronoun": -0.24,
    "other described": -0.24, "other elsewhere": -0.28, "other named": 0.48, "other own": -0.36,
    "other pronoun": 0.29, "rank": 0.30, "rank, date none": 0.45, "rank, date told": -0.13, "rank, named": 0.49,
    "religion": 0.22, "residence": -0.13, "residence, described": 0.12, "residence, named": -0.14,
    "residence, place": -0.13, "travel, date carried": 0.11, "travel, date told": 0.40,
    "travel, elsewhere": 0.22, "travel, left out": 0.13, "travel, named": -0.40, "travel, other": -0.14,
    "travel, place": 0.32, "travel, pronoun": 0.16, "who described": -0.15, "who elsewhere": -0.16,
    "who named": 0.40, "who own": -0.17, "work": -0.25, "work, date none": -0.24,
}  # fmt: skip
