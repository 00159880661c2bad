"""How the notes of dictionaries, registers and cards start, and what each start tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from factoid.reading.labels import label_of, labels_in
from factoid.reading.parse import Token
from factoid.resources import load

_CARD_CHARACTERS = 20_000  #: in which the labels of a card are looked for
FEWEST_LABELS = 3  #: that make a text a card


@dataclass(frozen=True, slots=True)
class Leads:
    """How notes start: what each start tells, and the words that end in a full stop."""

    notes: tuple[tuple[re.Pattern[str], str], ...]
    kin: tuple[tuple[re.Pattern[str], str], ...]
    abbreviations: frozenset[str]


@cache
def leads() -> Leads:
    """Return how notes start."""
    data = load("dictionary_abbreviations")

    def compiled(lead: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:{'|'.join(lead)})(?=[\s:,(\d.]|$)[:.]?\s*", re.IGNORECASE)

    return Leads(
        notes=tuple((compiled(note["lead"]), note["type"]) for note in data["notes"]),
        kin=tuple((compiled(lead), role) for role, lead in data["kin"].items()),
        abbreviations=frozenset(data["abbreviations"]),
    )


def is_card(content: str) -> bool:
    """Whether a text is a personnel card or an infobox: some labels with what they tell."""
    patterns = [pattern for pattern, _ in (*leads().notes, *leads().kin)]
    labels = labels_in(content[:_CARD_CHARACTERS])
    if any(label.endswith("(s)") and label_of(label) is not None for label in labels):
        return True  # *Spouse(s): Ada Low*, as nothing but infoboxes has it
    told = (
        label
        for label in labels
        if label_of(label) is not None
        or any((m := p.match(label)) and m.end() == len(label) for p in patterns)
    )
    return len(list(islice(told, FEWEST_LABELS))) == FEWEST_LABELS


_WORKS_LABEL = re.compile(r"\b(?:Publications?|Publ\.|Works?|Writings)\s*:\s")
_ANOTHER_LABEL = re.compile(r"\.\s+[A-Z][a-z]+\s*:\s|\n")


def is_in_list_of_works(token: Token, passage_content: str) -> bool:
    """Whether a word stands behind the label of a list of works, in whose titles words tell of nobody's life."""
    before = passage_content[max(0, token.start - _LONGEST_LIST) : token.start]
    labels = list(_WORKS_LABEL.finditer(before))
    return bool(labels) and _ANOTHER_LABEL.search(before, labels[-1].end()) is None


_LONGEST_LIST = 400  #: characters
