"""What every format asks of a statement: may it stand as one, how sure is it, what does it say in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factoid.exchange.base import Shelf, every_person
from factoid.model import Certainty, Dossier, DossierLine, Verdict
from factoid.resources import load

DENIED = "denied statements"
REJECTED = "statements that a person rejected"
HEDGED = "doubt of hedged statements"
ATTRIBUTED = "who is said to say so"
QUOTES = "quotes and their places in the text"
SPANS = "spans of fields"
INFERENCES = "inferences"
VALUE_LAST = frozenset({"office", "membership"})  # whose value says how it began or ended


def told(dossier: Dossier, lost: Counter[str]) -> Iterator[DossierLine]:
    """Yield the lines that a format without negation may carry, and count the others.

    What a source denies, and what a person rejected, is no statement: it is never exported as one.
    """
    for line in dossier.lines:
        if line.verdict is Verdict.REJECTED:
            lost[REJECTED] += 1
        elif line.factoid.certainty is Certainty.DENIED:
            lost[DENIED] += 1
        else:
            yield line


def count_of_line(line: DossierLine, lost: Counter[str], *kinds: str) -> None:
    """Count what of one line the format leaves behind, of the kinds named."""
    factoid = line.factoid
    amounts = {
        HEDGED: factoid.certainty is Certainty.HEDGED,
        ATTRIBUTED: factoid.certainty is Certainty.ATTRIBUTED or bool(factoid.said_by),
        QUOTES: 1,
        SPANS: len(factoid.spans),
        INFERENCES: len(factoid.inference),
    }
    for kind in kinds:
        lost[kind] += int(amounts[kind])


def every_life(shelf: Shelf, lost: Counter[str]) -> Iterator[tuple[Dossier, list[DossierLine]]]:
    """Yield every person with the lines that may stand."""
    for dossier in every_person(shelf):
        yield dossier, list(told(dossier, lost))


def label_of(line: DossierLine) -> str:
    """Return what the statement type is called."""
    types = load("statement_types")["types"]
    kind = line.factoid.type
    return str(types[kind]["label"]) if kind in types else kind


def sentence_of(line: DossierLine) -> str:
    """Return what the statement says without its date: ``deputy head, city Cheka, Tiraspol (appointed)``."""
    factoid = line.factoid
    others = ", ".join(line.others)
    said = [factoid.role, factoid.organisation, factoid.place]
    if factoid.type in VALUE_LAST:
        text = ", ".join(part for part in (*said, others) if part)
        return f"{text} ({factoid.value})" if factoid.value else text
    if factoid.role and others:
        return ", ".join(part for part in (f"{factoid.role}: {others}", factoid.value, *said[1:]) if part)
    return ", ".join(part for part in (factoid.value, others, *said) if part)


def doubts_of(line: DossierLine) -> str:
    """Return how the source commits itself where it is not the plain case: ``hedged; said by the neighbours``."""
    factoid = line.factoid
    doubts = [] if factoid.certainty is Certainty.ASSERTED else [str(factoid.certainty)]
    if factoid.said_by:
        doubts.append(f"said by {factoid.said_by}")
    return "; ".join(doubts)


def certainty_word(line: DossierLine) -> str:
    """Return ``high``, ``medium`` or ``low``, as TEI and GEDCOM X grade it: checked, asserted, anything less."""
    if line.verdict is Verdict.ACCEPTED:
        return "high"
    return "medium" if line.factoid.certainty is Certainty.ASSERTED else "low"
