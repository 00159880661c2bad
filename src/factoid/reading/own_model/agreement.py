"""Two readers of the same words: where they agree the statement is surer, where they do not a person should look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factoid.model import SLOTS, Factoid, Finding, Span
from factoid.reading.own_model.composing import CONFIDENCE

DISPUTED = (
    0.45  #: confidence at most of what the readers read differently: below what is taken without a look
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The statements of both readers, each once, and where they differ."""

    factoids: tuple[Factoid, ...]
    findings: tuple[Finding, ...]


def compared(rules: Sequence[Factoid], model: Sequence[Factoid], content: str) -> Compared:
    """Return what the rules and the model read in one passage of a text together.

    A statement of both stands once, its doubt halved: the model, alone, is held to be as often right as wrong. Where
    the model tells more of it, that is added and the doubt left as it was. Of the same words, the same person
    and the same type but other fields, both stand, and neither is taken without a look.
    """
    partner = _partners(rules, model)
    used = set(partner.values())
    alone = [f for n, f in enumerate(model) if n not in used]
    found = [_joined(f, model[partner[n]], content) if n in partner else f for n, f in enumerate(rules)]
    findings = []
    for n, ours in enumerate(rules):
        for m, theirs in enumerate(alone) if n not in partner else ():
            if _same_matter(ours, theirs):
                findings.append(_finding(ours, theirs))
                found[n], alone[m] = _disputed(found[n]), _disputed(theirs)
    out: dict[str, Factoid] = {}
    for factoid in (*found, *alone):
        out.setdefault(factoid.id, factoid)
    return Compared(tuple(out.values()), tuple(findings))


def _partners(rules: Sequence[Factoid], model: Sequence[Factoid]) -> dict[int, int]:
    """Return for statements of the rules, by number, that of the model which says the same."""
    found: dict[int, int] = {}
    for n, ours in enumerate(rules):
        free = (m for m, theirs in enumerate(model) if m not in found.values() and _agree(ours, theirs))
        m = next(free, None)
        if m is not None:
            found[n] = m
    return found


def _same_matter(one: Factoid, other: Factoid) -> bool:
    return (one.person, one.type) == (other.person, other.type) and one.span.overlaps(other.span)


def _agree(one: Factoid, other: Factoid) -> bool:
    return (
        _same_matter(one, other)
        and one.certainty is other.certainty
        and _are_alike(one.date, other.date)
        and (not one.related or not other.related or set(one.related) == set(other.related))
        and all(_are_alike(getattr(one, slot), getattr(other, slot)) for slot in SLOTS)
    )


def _are_alike(one: str | None, other: str | None) -> bool:
    """Say whether two wordings can be one: equal, one part of the other, or one left out."""
    if not one or not other:
        return True
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _joined(ours: Factoid, theirs: Factoid, content: str) -> Factoid:
    """Return one statement of two that agree."""
    reader = f"{ours.reader}+{theirs.reader}"
    added = {s: getattr(theirs, s) for s in SLOTS if getattr(theirs, s) and not getattr(ours, s)}
    when = ours.when or theirs.when
    related = ours.related or theirs.related
    if not added and when == ours.when and related == ours.related:
        confidence = round(1 - (1 - ours.confidence) * (1 - CONFIDENCE), 3)
        return replace(ours, confidence=confidence, reader=reader)
    quote = Span(min(ours.start, theirs.start), max(ours.end, theirs.end))
    return replace(
        ours,
        **added,
        quote=quote.of(content),
        start=quote.start,
        end=quote.end,
        when=when,
        related=related,
        related_spans=ours.related_spans if ours.related else theirs.related_spans,
        spans={**theirs.spans, **ours.spans},
        inference={**theirs.inference, **ours.inference},
        reader=reader,
    )


def _disputed(factoid: Factoid) -> Factoid:
    return replace(factoid, confidence=min(factoid.confidence, DISPUTED))


def _finding(ours: Factoid, theirs: Factoid) -> Finding:
    return Finding(
        kind="readers-disagree",
        note=f"{ours.type}: the rules read {_told(ours, theirs)}, the model {_told(theirs, ours)}.",
        start=min(ours.start, theirs.start),
        end=max(ours.end, theirs.end),
    )


def _told(factoid: Factoid, other: Factoid) -> str:
    """Return the fields in which a statement differs from another."""
    return ", ".join(_differences(factoid, other)) or "nothing more"


def _differences(factoid: Factoid, other: Factoid) -> Iterator[str]:
    for slot in SLOTS:
        words = getattr(factoid, slot)
        if words and words != getattr(other, slot):
            yield f"{slot} “{words}”"
    if factoid.date and factoid.date != other.date:
        yield f"the time {factoid.date}"
    if factoid.certainty is not other.certainty:
        yield str(factoid.certainty)
    if set(factoid.related) != set(other.related):
        yield f"{len(factoid.related)} other person{'s' * (len(factoid.related) != 1)}"
