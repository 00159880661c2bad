"""All families over one text: drafts with their dates and doubts, each statement once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factoid.dates import TimePhrase, when_of_edtf
from factoid.model import Certainty, Document, Factoid, Span, When
from factoid.reading.entities import Entities
from factoid.reading.parse import ParsedText
from factoid.reading.people import People
from factoid.reading.statements.certainty import Commitment, commitment
from factoid.reading.statements.dating import Dated
from factoid.reading.statements.deeds import read_deeds
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.entries import read_entries
from factoid.reading.statements.evidence import features
from factoid.reading.statements.judging import Weights, statement_weights
from factoid.reading.statements.lives import read_lives
from factoid.reading.statements.merge import merged
from factoid.reading.statements.names import read_names
from factoid.reading.statements.nominal import read_nominal
from factoid.reading.statements.passage import Passage, find_passages
from factoid.reading.statements.relations import read_relations
from factoid.reading.statements.roles import read_roles

FAMILIES: tuple[Callable[[Passage], Iterator[Draft]], ...] = (
    read_deeds,
    read_roles,
    read_relations,
    read_lives,
    read_nominal,
    read_names,
    read_entries,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft with its date, its doubt, and what speaks for it."""

    draft: Draft
    passage: Passage
    committed: Commitment
    date: Dated | None
    features: list[str]


def read_statements(
    parsed: ParsedText,
    entities: Entities,
    people: People,
    times: Sequence[TimePhrase],
    document: Document,
    *,
    weights: Weights | None = None,
) -> Iterator[Factoid]:
    """Yield what the text says about each person, in text order, each statement once."""
    weights = weights or statement_weights()
    found = []
    for passage in find_passages(parsed, entities, people, times):
        for candidate, confidence in chosen(candidates(passage), weights):
            note_birth(candidate)
            found.append(_factoid(candidate, confidence, document))
    yield from merged(found)


def candidates(passage: Passage) -> Iterator[Candidate]:
    """Yield everything that some family of rules reads in a passage."""
    for family in FAMILIES:
        for draft in family(passage):
            committed = commitment(draft.anchor, passage.clauses)
            if not committed.told:
                continue
            date = _date_of(draft, passage)
            yield Candidate(draft, passage, committed, date, features(draft, passage, committed, date))


def _date_of(draft: Draft, passage: Passage) -> Dated | None:
    """Return the draft's own date, its clause's, what its person's age gives, or what the sentence before tells."""
    if draft.dated is not None or draft.undated:
        return draft.dated
    found = passage.dates.of(draft.anchor, narrative=False)
    if found is not None or draft.own_date:
        return found
    age = passage.dates.age_at(draft.anchor)
    born = passage.born.get(draft.person)
    if (
        age is not None
        and age.years is not None
        and born is not None
        and draft.side != "sufferer"
        or age is not None
        and draft.type == "death"
        and born is not None
    ):
        edtf = f"{born + (age.years or 0):04}~"
        return Dated(
            when_of_edtf(edtf, basis=f"{age.words}, born {born}"), None, f"{age.words}, born in {born}"
        )
    return passage.dates.of(draft.anchor) if draft.type in _HAPPENINGS else None


_HAPPENINGS = frozenset(
    (
        "event",
        "action",
        "travel",
        "meeting",
        "death",
        "arrest",
        "sentence",
        "release",
        "imprisonment",
        "burial",
        "award",
        "service",
        "membership",
    )
)


def chosen(all_: Iterable[Candidate], weights: Weights) -> Iterator[tuple[Candidate, float]]:
    """Yield the candidates likely enough to keep; of readings that exclude each other the likeliest."""
    best: dict[tuple[str, int], tuple[Candidate, float]] = {}
    for candidate in all_:
        confidence = weights.confidence(candidate.features)
        if confidence < weights.threshold:
            continue
        if candidate.draft.choice is None:
            yield candidate, confidence
            continue
        key = (candidate.draft.person, candidate.draft.choice)
        if key not in best or confidence > best[key][1]:
            best[key] = (candidate, confidence)
    yield from best.values()


def note_birth(candidate: Candidate) -> None:
    """Remember a birth, so that ages give dates."""
    year = candidate.date.when.edtf[:4] if candidate.date is not None else ""
    if candidate.draft.type == "birth" and year.isdigit():
        candidate.passage.born.setdefault(candidate.draft.person, int(year))


def _factoid(candidate: Candidate, confidence: float, document: Document) -> Factoid:
    draft, committed = candidate.draft, candidate.committed
    content = document.text.content
    spans: dict[str, Span] = {}
    inference: dict[str, str] = {}
    fields: dict[str, str] = {}
    for slot, words in draft.slots.items():
        if isinstance(words, Inferred):
            fields[slot], inference[slot] = words
        else:
            fields[slot], spans[slot] = _plain(words.of(content)), words
    if draft.who is not None:
        spans["person"] = draft.who
    else:
        inference["person"] = "the subject is left out: the person of the passage"
    when: When | None = None
    if candidate.date is not None:
        when = candidate.date.when
        if candidate.date.span is not None:
            spans["date"] = candidate.date.span
        else:
            inference["date"] = candidate.date.inference or "carried by the narrative"
    said_by = committed.said_by if committed.certainty is Certainty.ATTRIBUTED else None
    if said_by is not None:
        spans["said_by"] = said_by
    return Factoid(
        source=document.source.id,
        person=draft.person,
        type=draft.type,
        quote=draft.quote.of(content),
        start=draft.quote.start,
        end=draft.quote.end,
        **fields,
        related=tuple(p for p, _ in draft.related),
        related_spans=tuple(s for _, s in draft.related),
        when=when,
        certainty=committed.certainty,
        said_by=_plain(said_by.of(content)) if said_by is not None else None,
        spans=spans,
        inference=inference,
        reader=f"rule:{draft.rule.split('.')[0]}@1",
        confidence=round(confidence, 3),
    )


def _plain(words: str) -> str:
    return " ".join(words.split())
