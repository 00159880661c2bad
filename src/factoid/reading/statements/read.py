"""All families over one text: drafts with their dates and doubts, each statement once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factoid.dates import TimePhrase
from factoid.model import Certainty, Document, Factoid, Span, When
from factoid.reading.entities import Entities
from factoid.reading.parse import ParsedText, span_of
from factoid.reading.people import People
from factoid.reading.statements.brackets import made_whole, with_what_follows
from factoid.reading.statements.certainty import ASSERTED, Commitment, commitment
from factoid.reading.statements.deeds.deeds import Weighable, read_deeds, weighable
from factoid.reading.statements.deeds.nominal import read_nominal
from factoid.reading.statements.drafts import Draft, Elsewhere, Inferred
from factoid.reading.statements.kin.births import read_births
from factoid.reading.statements.kin.divorces import read_divorces
from factoid.reading.statements.kin.relations import read_relations
from factoid.reading.statements.kin.tie_nouns import read_tie_nouns
from factoid.reading.statements.lexicon import verbs
from factoid.reading.statements.merge import merged
from factoid.reading.statements.notes.entries import read_entries
from factoid.reading.statements.notes.forms import read_forms
from factoid.reading.statements.notes.holders import read_holders
from factoid.reading.statements.notes.inscriptions import read_inscriptions
from factoid.reading.statements.notes.lives import read_lives
from factoid.reading.statements.notes.notices import read_notices
from factoid.reading.statements.notes.pedigrees import read_pedigrees
from factoid.reading.statements.notes.roll_lines import RollLine
from factoid.reading.statements.notes.rolls import is_of_the_name, read_rolls
from factoid.reading.statements.notes.sections import is_heading, read_sections, told_by_heading
from factoid.reading.statements.notes.telegrams import read_telegrams
from factoid.reading.statements.nouns.graduates import read_graduates
from factoid.reading.statements.nouns.names import read_names
from factoid.reading.statements.nouns.nations import read_nations
from factoid.reading.statements.nouns.parties import read_politicians
from factoid.reading.statements.nouns.roles import read_roles
from factoid.reading.statements.nouns.service import read_service_nouns
from factoid.reading.statements.nouns.topics import read_topics
from factoid.reading.statements.nouns.trades import as_office
from factoid.reading.statements.nouns.works import read_works
from factoid.reading.statements.passage import Passage, find_passages
from factoid.reading.statements.sameness import (
    ROLES,
    is_life_told_apart,
    is_reading_of,
    is_the_same_role,
    is_told_on_stone,
    says_the_same,
)
from factoid.reading.statements.seats import with_seat
from factoid.reading.statements.several import split
from factoid.reading.statements.substance import is_label, says_something, without_eras
from factoid.reading.statements.weighing.encoder import Hearing
from factoid.reading.statements.weighing.evidence import features
from factoid.reading.statements.weighing.judging import Weights, statement_weights
from factoid.reading.statements.weighing.stories import for_text
from factoid.reading.statements.weighing.strangers import for_person
from factoid.reading.statements.when.ages import BY_AGE, read_birthdays, read_births_by_age
from factoid.reading.statements.when.choice import date_of, date_weights
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.life_ends import PRESUPPOSED, read_presupposed_deaths
from factoid.reading.statements.when.own_dates import (
    born_so_long_before,
    dated_by_its_note,
    is_age_of,
    own_date,
)
from factoid.reading.statements.when.told_dates import ToldDates

FAMILIES: tuple[Callable[[Passage], Iterator[Draft]], ...] = (
    read_roles,
    read_politicians,
    read_graduates,
    read_nations,
    read_relations,
    read_lives,
    read_births,
    read_divorces,
    read_nominal,
    read_works,
    read_presupposed_deaths,
    read_names,
    read_forms,
    read_entries,
    read_notices,
    read_pedigrees,
    read_inscriptions,
    read_holders,
    read_sections,
    read_topics,
    read_service_nouns,
    read_tie_nouns,
    read_telegrams,
    read_births_by_age,
    read_birthdays,
)


_OF_ROLLS = (
    read_rolls,
    read_roles,
    read_relations,
    read_lives,
    read_notices,
    read_pedigrees,
    read_births_by_age,
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
    kept = [
        found
        for passage in find_passages(parsed, entities, people, times)
        for found in chosen(passage, weights)
    ]
    kept = list(_without_repeated_lives(kept))
    told = ToldDates((candidate.draft, candidate.date) for candidate, _ in kept)
    found, in_all = [], for_text(parsed, times, people)
    for candidate, confidence in kept:
        date = date_of(candidate.draft, candidate.passage, candidate.date, date_weights(), told)
        share = in_all * weights.measured(confidence, candidate.draft.type)
        sure = for_person(share, candidate.draft.person, people, entities)
        seated = replace(candidate, draft=with_seat(candidate.draft, candidate.passage))
        found.append(_factoid(seated, date, sure, document))
    yield from merged(found)


def _without_repeated_lives(kept: Sequence[tuple[Candidate, float]]) -> Iterator[tuple[Candidate, float]]:
    """Yield all but deaths taken for granted and births counted from an age, where the text tells them as such."""
    told = {(c.draft.person, c.draft.type) for c, _ in kept if c.draft.rule not in (PRESUPPOSED, BY_AGE)}
    counted: set[str] = set()
    for candidate, confidence in kept:
        draft = candidate.draft
        if draft.rule in (PRESUPPOSED, BY_AGE) and (draft.person, draft.type) in told:
            continue
        if draft.rule == BY_AGE:
            if draft.person in counted:
                continue
            counted.add(draft.person)
        yield candidate, confidence


def drafts_of(passage: Passage) -> list[Draft]:
    """Return everything that the families of rules read in a passage besides the deeds of its clauses."""
    return [
        draft
        for family in _families(passage)
        for whole in family(passage)
        if passage.roll is None or _is_kept(whole, passage.roll)
        for draft in split(whole, passage)
    ]


def candidates(drafts: Iterable[Draft], passage: Passage) -> Iterator[Candidate]:
    """Yield those of some drafts that say something."""
    for draft in drafts:
        candidate = _candidate(draft, passage)
        if candidate is not None:
            yield candidate


def _families(passage: Passage) -> Sequence[Callable[[Passage], Iterator[Draft]]]:
    cell = passage.cell
    is_of_table = cell is not None and cell.label is None and not cell.bearers and not cell.is_of_main
    if is_heading(passage) or is_of_table:
        return ()
    return FAMILIES if passage.roll is None else _OF_ROLLS


def _is_kept(draft: Draft, line: RollLine) -> bool:
    """Whether what another family reads in a line of a roll is told there: titles before the name, kin."""
    if draft.rule.endswith((".roll", ".notice", ".bracket", ".note", ".pedigree")):
        return True
    if draft.rule == BY_AGE:
        return draft.person != line.person  # *with his wife Ann, 36*
    if draft.type in ROLES:
        return is_of_the_name(draft.anchor, line)
    at = span_of(draft.anchor)
    if any(fact.kind in ("named", "owned") and fact.span.overlaps(at) for fact in line.facts):
        return False  # *and Ann his wife*, read as a fact
    is_of_household = line.is_household and draft.rule in ("kinship.bare", "kinship.tie")
    return draft.type == "kinship" and not is_of_household


def _candidate(draft: Draft, passage: Passage) -> Candidate | None:
    draft = without_eras(draft, passage)
    if not says_something(draft, passage) or is_label(draft, passage):
        return None
    if any(other == draft.person for other, _ in draft.related):
        return None  # nobody is his own father: two of one name were taken for one
    committed = ASSERTED if _is_presupposed(draft) else commitment(draft.anchor, passage.clauses)
    if not committed.told or _is_silence(draft, committed):
        return None
    if is_age_of(draft, passage):
        if draft.person in passage.born:
            return None  # his birth is told: that he was nineteen adds no other
        draft = born_so_long_before(draft, passage)
        if draft.dated is None:
            return None
    draft = dated_by_its_note(draft, passage)
    date = own_date(draft, passage)
    if draft.type == "birth" and date is None and _tells_no_birth(draft):
        return None
    found = features(draft, passage, committed, date) if draft.likelihood is None else []
    return Candidate(draft, passage, committed, date, found)


def _tells_no_birth(draft: Draft) -> bool:
    """Whether neither when nor where somebody was born is said: *I was seven*, *whose birth she did not survive*."""
    is_noun = draft.rule.endswith(".nominal") and not draft.slots
    return draft.anchor.lemma_ == "be" or is_noun


def _is_silence(draft: Draft, committed: Commitment) -> bool:
    """Whether somebody is only denied to know, say or think something: *did not know whether he was a guest*."""
    lemma = draft.anchor.lemma_.lower()
    return (
        draft.type == "event"
        and committed.certainty is Certainty.DENIED
        and (lemma in verbs("uttering") or lemma in verbs("empty"))
        and not any(c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in draft.anchor.children)
    )


def _is_presupposed(draft: Draft) -> bool:
    """Whether a tie is spoken of as known: *I never saw my father again* does not deny the father."""
    noun = draft.anchor
    return (
        (draft.type in ("kinship", "association") or draft.rule.endswith(".nominal"))
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.dep_ not in ("attr", "ROOT", "conj")
        and any(child.dep_ == "poss" for child in noun.children)
    )


def chosen(passage: Passage, weights: Weights) -> Iterator[tuple[Candidate, float]]:
    """Yield the candidates likely enough to keep. A clause yields to the same said by a noun within it."""
    kept: list[Candidate] = []
    weighed: list[tuple[Candidate, float]] = []
    drafts = drafts_of(passage)
    parties = list(weighable(passage)) if passage.roll is None else []  # a roll tells fact by fact
    hearing = Hearing(weights.encoder, passage, drafts, [party for party, _ in parties])
    for candidate in candidates(drafts, passage):
        confidence = candidate.draft.likelihood or weights.confidence(
            candidate.features, hearing.of_draft(candidate.draft)
        )
        if confidence >= weights.asks(candidate.draft.type):
            note_birth(candidate)
            weighed.append((candidate, confidence))
    lines = [c.draft for c, _ in weighed if c.draft.rule.endswith(".section")]
    for candidate, confidence in sorted(weighed, key=lambda c: -c[1]):
        if any(is_reading_of(candidate.draft, other.draft) for other in kept):
            continue
        if candidate.draft not in lines and told_by_heading(candidate.draft, lines):
            continue
        kept.append(replace(candidate, draft=as_office(candidate.draft, passage)))
        yield kept[-1], confidence
    yield from _but_refusals(_deeds(passage, parties, weights, hearing, kept))


def _deeds(
    passage: Passage,
    parties: Sequence[Weighable],
    weights: Weights,
    hearing: Hearing,
    kept: list[Candidate],
) -> Iterator[tuple[Candidate, float]]:
    """Yield what the clauses tell that no noun has told already; what is kept is added to ``kept``."""
    for draft in read_deeds(passage, parties, weights.clauses, hearing.of_party):
        others = [o for o in kept if not is_life_told_apart(draft, o.draft)]
        if any(says_the_same(draft, o.draft) or is_the_same_role(draft, o.draft) for o in others):
            continue
        if any(is_told_on_stone(draft, o.draft) for o in kept):
            continue
        for part in split(draft, passage):
            found = _candidate(part, passage)
            if found is not None:
                note_birth(found)
                kept.append(found)
                yield found, draft.likelihood if draft.likelihood is not None else draft.confidence


def _but_refusals(deeds: Iterable[tuple[Candidate, float]]) -> Iterator[tuple[Candidate, float]]:
    """Yield all but refusals of what its own verb tells, denied: *refused to sign*."""
    deeds = list(deeds)
    refused = {(c.draft.person, c.draft.anchor.head.i) for c, _ in deeds if c.draft.anchor.dep_ == "xcomp"}
    for found, likelihood in deeds:
        draft = found.draft
        if (draft.person, draft.anchor.i) not in refused or draft.anchor.lemma_.lower() not in verbs(
            "refuse"
        ):
            yield found, likelihood


def note_birth(candidate: Candidate) -> None:
    """Remember a birth, so that ages give dates."""
    year = candidate.date.when.edtf[:4] if candidate.date is not None else ""
    if candidate.draft.type == "birth" and year.isdigit():
        candidate.passage.born.setdefault(candidate.draft.person, int(year))


def _factoid(candidate: Candidate, date: Dated | None, confidence: float, document: Document) -> Factoid:
    draft, committed = candidate.draft, candidate.committed
    content = document.text.content
    spans: dict[str, Span] = {}
    inference: dict[str, str] = {}
    fields: dict[str, str] = {}
    for slot, words in draft.slots.items():
        if isinstance(words, Inferred):
            fields[slot], inference[slot] = words
        elif isinstance(words, Elsewhere):
            spans[slot], inference[slot] = words
            fields[slot] = _plain(words.span.of(content))
        else:
            spans[slot] = with_what_follows(made_whole(words, content), slot, draft.type, content)
            fields[slot] = _plain(spans[slot].of(content))
    if draft.who is not None and _means(draft.person, draft.who, candidate.passage):
        spans["person"] = draft.who
    else:
        inference["person"] = _NOT_SAID if draft.who is None else _SAID_OF
    when: When | None = None
    if date is not None:
        when = date.when
        if date.span is not None:
            spans["date"] = date.span
        if date.inference is not None or date.span is None:
            inference["date"] = date.inference or "carried by the narrative"
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
        related_spans=tuple(
            s if s is not None and _means(p, s, candidate.passage) else None for p, s in draft.related
        ),
        when=when,
        certainty=committed.certainty,
        said_by=_plain(said_by.of(content)) if said_by is not None else None,
        spans=spans,
        inference=inference,
        reader=f"rule:{draft.rule.split('.')[0]}@1",
        confidence=round(confidence, 3),
    )


_NOT_SAID = "the subject is left out: the person of the passage"
_SAID_OF = "the description is said of the person"


def _means(person: str, words: Span, passage: Passage) -> bool:
    """Whether the words mean the person, and do not only say what the person is."""
    return any(mention.span == words for mention in passage.personas[person].mentions)


def _plain(words: str) -> str:
    return " ".join(words.split())
