"""All families over one text: drafts with their dates and doubts, each statement once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factoid.dates import TimePhrase
from factoid.model import Certainty, Document, Factoid, Span, When
from factoid.reading.entities import Entities
from factoid.reading.parse import ParsedText
from factoid.reading.people import People
from factoid.reading.statements.certainty import commitment
from factoid.reading.statements.deeds import read_deeds
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.entries import read_entries
from factoid.reading.statements.lives import read_lives
from factoid.reading.statements.merge import merged
from factoid.reading.statements.names import read_names
from factoid.reading.statements.passage import Passage, find_passages
from factoid.reading.statements.relations import read_relations
from factoid.reading.statements.roles import read_roles

FAMILIES: tuple[Callable[[Passage], Iterator[Draft]], ...] = (
    read_deeds,
    read_roles,
    read_relations,
    read_lives,
    read_names,
    read_entries,
)


def read_statements(
    parsed: ParsedText, entities: Entities, people: People, times: Sequence[TimePhrase], document: Document
) -> Iterator[Factoid]:
    """Yield what the text says about each person, in text order, each statement once."""
    found = []
    for passage in find_passages(parsed, entities, people, times):
        for family in FAMILIES:
            for draft in family(passage):
                factoid = _factoid(draft, passage, document)
                if factoid is not None:
                    found.append(factoid)
    yield from merged(found, parsed.text.content)


def _factoid(draft: Draft, passage: Passage, document: Document) -> Factoid | None:
    content = document.text.content
    committed = commitment(draft.anchor, passage.clauses)
    if not committed.told:
        return None
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
        inference["person"] = "the subject is left out"
    when: When | None = None
    if not draft.undated or draft.dated is not None:
        dated = draft.dated or passage.dates.of(draft.anchor, narrative=not draft.own_date)
        if dated is not None:
            when = dated.when
            if dated.span is not None:
                spans["date"] = dated.span
            else:
                inference["date"] = dated.inference or ""
    if committed.said_by is not None:
        spans["said_by"] = committed.said_by
    return Factoid(
        source=document.source.id,
        person=draft.person,
        type=draft.type,
        quote=draft.quote.of(content),
        start=draft.quote.start,
        end=draft.quote.end,
        **fields,  # type: ignore[arg-type]  # the slots' names are the fields'
        related=tuple(p for p, _ in draft.related),
        related_spans=tuple(s for _, s in draft.related),
        when=when,
        certainty=committed.certainty,
        said_by=_plain(committed.said_by.of(content)) if committed.certainty is Certainty.ATTRIBUTED and committed.said_by else None,
        spans=spans,
        inference=inference,
        reader=f"rule:{draft.rule.split('.')[0]}@1",
        confidence=draft.confidence,
    )


def _plain(words: str) -> str:
    return " ".join(words.split())
