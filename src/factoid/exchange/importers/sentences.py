"""Lines that our exports wrote in one, taken apart again as far as they can be."""

from __future__ import annotations

import re

from factoid.exchange.telling import VALUE_LAST
from factoid.model import Certainty
from factoid.resources import load

_LAST = re.compile(r"(.*?) ?\(([^()]+)\)")


def fields_of_sentence(
    kind: str, sentence: str, known: dict[str, str], others: tuple[str, ...]
) -> dict[str, str]:
    """Return the fields of a line such as ``deputy head, city Cheka, Tiraspol (appointed)``.

    ``known`` are those that the format holds by themselves; ``others`` the names of who else is meant.
    """
    rest = sentence.strip()
    fields = dict(known)
    if kind in VALUE_LAST and (found := _LAST.fullmatch(rest)):
        rest, fields["value"] = found[1], found[2]
    if kind not in VALUE_LAST and others and (label := f": {', '.join(others)}") in rest:
        fields["role"], _, rest = rest.partition(label)
        rest = rest.removeprefix(", ")
    for part in (
        fields.get("place"),
        fields.get("organisation"),
        None if kind in VALUE_LAST else fields.get("role"),
    ):
        if part and (rest == part or rest.endswith(f", {part}")):
            rest = rest[: -len(part)].removesuffix(", ")
    joined = ", ".join(others)
    if joined and (rest == joined or rest.endswith(f", {joined}")):
        rest = rest[: -len(joined)].removesuffix(", ")
    label = str(load("statement_types")["types"][kind]["label"])
    if rest and rest != label:
        fields["role" if kind == "office" else "value"] = rest
    return {name: words for name, words in fields.items() if words}


def doubts_in(note: str) -> tuple[Certainty, str | None]:
    """Return what a note of ours on doubts says: ``hedged; said by the neighbours``; other notes say nothing."""
    certainty, said_by = Certainty.ASSERTED, None
    for part in note.split("; "):
        if part in ("hedged", "attributed", "denied"):
            certainty = Certainty(part)
        elif part.startswith("said by "):
            said_by = part.removeprefix("said by ")
        else:
            return Certainty.ASSERTED, None
    return certainty, said_by


def type_of_label(label: str) -> str:
    """Return the type of statement that is called so; what is called otherwise is an event."""
    types = load("statement_types")["types"]
    return next((name for name, kind in types.items() if label in (name, kind["label"])), "event")
