"""Trades that are posts where they stand: *a librarian at YIVO*, *director of the garden*."""

from __future__ import annotations

from dataclasses import replace

from factoid.model import Span
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.phrases import heads_of_prepositions, phrase
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.nouns.role_domains import put
from factoid.reading.statements.passage import Passage

_STAGED = frozenset(("film", "films", "play", "plays", "photography", "opera", "operas", "movie", "movies"))


def _heads_a_body(token: Token) -> bool:
    """Whether it is told of what somebody is the head, no film: *director of the garden*."""
    return any(head.lower_ not in _STAGED for head in heads_of_prepositions(token, "of"))


_HELD = Inferred("held", "the office is said of the person")


def as_office(draft: Draft, passage: Passage) -> Draft:
    """Return a trade that is told with the body it is practised over as the office it is: *director of the garden*."""
    token, role = draft.anchor, draft.slots.get("value")
    if draft.type != "occupation" or not isinstance(role, Span) or token.pos_ not in ("NOUN", "PROPN"):
        return draft
    if (
        "organisation" in draft.slots
    ):  # *worked as a librarian at YIVO*: a trade practised for a body is a post there
        return replace(draft, type="office", slots={**draft.slots, "role": role, "value": _HELD})
    if token.lemma_.lower() != "director" or not _heads_a_body(token):
        return draft
    slots = {slot: words for slot, words in draft.slots.items() if slot != "value"}
    for head in heads_of_prepositions(token, "of"):
        if passage.person(head) is None and not put(head, slots, passage, whole=phrase(head)):
            slots.setdefault("organisation", phrase(head))
    slots |= {"role": role, "value": _HELD}
    return replace(draft, type="office", slots=slots)
