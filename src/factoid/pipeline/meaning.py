"""Words that mean another person than was read: what rests on them, moved to that person in one judgement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from factoid.errors import NotInLibrary, UsageError
from factoid.model import (
    Anchor,
    Factoid,
    Judgement,
    Mention,
    MentionForm,
    Misread,
    Persona,
    Reading,
    Span,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody says of some words: whom they mean, which statements go with them, and why."""

    words: Span
    meant: str  #: id of a persona of the source
    moved: Collection[str]  #: ids of statements
    reason: str
    author: str
    made: str


def misread_at(personas: Iterable[Persona], words: Span) -> Misread | None:
    """Return the mention that shares most with some words, the shortest of several; None where nobody is meant."""

    def fit(found: tuple[Mention, Persona]) -> tuple[int, int]:
        at = found[0].span
        return min(at.end, words.end) - max(at.start, words.start), at.start - at.end

    there = [(m, persona) for persona in personas for m in persona.mentions if m.span.overlaps(words)]
    if not there:
        return None
    mention, persona = max(there, key=fit)
    return Misread(mention.span, persona)


def resting_on(
    misread: Misread, factoids: Iterable[Factoid], judgements: Iterable[Judgement]
) -> list[Factoid]:
    """Return the statements that rest on some words; not what people stated, nor what is rejected."""
    standing = [j for j in judgements if j.withdrawn is None and j.factoid]
    latest = {j.factoid: j.verdict for j in sorted(standing, key=lambda j: j.id or 0)}
    settled = {number for number, verdict in latest.items() if verdict in (Verdict.REJECTED, Verdict.STATED)}
    return [f for f in factoids if f.id not in settled and misread.bears(f)]


def correction_of(
    reading: Reading, judgements: Sequence[Judgement], wanted: Correction
) -> tuple[Judgement, list[Judgement]]:
    """Return the judgement that words mean somebody else, and those made with it, for `Library.judge`.

    Each statement moved is rejected as it was read, and stated of the person meant. `UsageError` says what lacks.
    """
    misread = misread_at(reading.personas, wanted.words)
    if misread is None:
        raise NotInLibrary("no words there mean anybody. Choose a mention in the source.")
    meant = next((p for p in reading.personas if p.id == wanted.meant), None)
    if meant is None or not meant.mentions:
        raise UsageError("person: choose somebody whom this source mentions.")
    if meant.id == misread.read_as.id:
        raise UsageError(f"person: the words are read as {meant.name} already. Choose somebody else.")
    if not wanted.reason:
        raise UsageError("reason: say why these words mean somebody else.")
    source = reading.source.id
    known = {factoid.id for factoid in reading.factoids}
    because = f"so understood by {wanted.author}: {wanted.reason}"
    rejected, stated = [], []
    for factoid in resting_on(misread, reading.factoids, judgements):
        if factoid.id not in wanted.moved:
            continue
        moved = misread.corrected(factoid, meant.id, author=wanted.author, because=because)
        rejected.append(_judgement(wanted, Verdict.REJECTED, Anchor(source, factoid.span), factoid.id))
        if moved.id not in known:
            whose = meant if moved.person == meant.id else _persona(reading, moved.person)
            named = Anchor(source, moved.spans.get("person") or place_of(whose, factoid.start))
            of_words = _judgement(wanted, Verdict.STATED, Anchor(source, factoid.span), moved.id)
            stated.append(replace(of_words, right=named, statement=moved))
            known.add(moved.id)
    judgement = _judgement(wanted, Verdict.MEANT, Anchor(source, misread.words), None)
    right = Anchor(source, place_of(meant, misread.words.start))
    return replace(judgement, right=right), [*rejected, *stated]


def place_of(persona: Persona, near: int) -> Span:
    """Return where somebody is mentioned: by name if anywhere, as near as can be."""
    named = [m.span for m in persona.mentions if m.form is MentionForm.NAME]
    return min(named or [m.span for m in persona.mentions], key=lambda at: (abs(at.start - near), at.start))


def meant_instead(
    personas: Sequence[Persona], judgements: Iterable[Judgement], source: str
) -> dict[Span, str]:
    """Return the words of a source that by a standing judgement mean somebody else: the persona's id by words."""
    found: dict[Span, str] = {}
    for held in judgements:
        if held.verdict is Verdict.MEANT and held.withdrawn is None and held.left and held.right:
            there = misread_at(personas, held.right.span) if held.left.source == source else None
            if there:
                found[held.left.span] = there.read_as.id
    return found


def _judgement(wanted: Correction, verdict: Verdict, left: Anchor, factoid: str | None) -> Judgement:
    return Judgement(
        verdict=verdict,
        author=wanted.author,
        made=wanted.made,
        reason=wanted.reason,
        left=left,
        factoid=factoid,
    )


def _persona(reading: Reading, wanted: str) -> Persona:
    return next(p for p in reading.personas if p.id == wanted)
