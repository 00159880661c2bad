"""What speaks for and against a draft: features of its words, named so that their weights can be read."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Certainty, MentionForm
from factoid.reading.statements.certainty import Commitment, commitment
from factoid.reading.statements.clauses.arguments import argument_kinds, object_kind
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.extent import clause_tokens
from factoid.reading.statements.deeds.typing import Party, classes_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import patterns, role_words, verbs
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.weighing.word_groups import groups_of
from factoid.reading.statements.when.dated import Dated
from factoid.reading.word_classes import noun_classes, verb_classes


def features(draft: Draft, passage: Passage, committed: Commitment, date: Dated | None) -> list[str]:
    """Return the features of a draft: some of the statement alone, most joined to its type."""
    type_ = draft.type
    plain = list(_plain(draft, passage, committed, date))
    clause = draft.clause or passage.clause_over(draft.anchor)
    joined = [*plain, *(_of_clause(clause, passage) if clause is not None else ()), *_of_noun(draft, passage)]
    return [
        f"rule={draft.rule}",
        f"rule={draft.rule} side={draft.side}",
        *plain,
        *(f"{type_}: {f}" for f in joined),
    ]


def clause_features(clause: Clause, passage: Passage) -> list[str]:
    """Return what speaks for the type of a clause, whoever takes part in it."""
    found = list(_of_clause(clause, passage))
    found += [f"verb~{name}" for name in (*verb_classes(clause.lemma), *groups_of(clause.lemma))]
    for noun in clause.objects[:1]:
        found += [f"object~{name}" for name in _kinds(noun.lemma_.lower())]
    for noun in clause.complements[:1]:
        found += [f"complement~{name}" for name in _kinds(noun.lemma_.lower())]
    for prep, noun in clause.preps[:3]:
        found += [f"{prep}~{name}" for name in _kinds(noun.lemma_.lower())]
    if clause.passive:
        for noun in clause.subjects[:1]:
            found += [f"subject~{name}" for name in _kinds(noun.lemma_.lower())]
    kinds = classes_of(clause, passage)
    found += [f"is={kind.name}" for kind in kinds]
    first = kinds[0].name if kinds else "none"
    objects = object_kind(clause.objects, passage)
    found += [f"first={first}", f"first={first} object={objects}", f"first={first} passive={clause.passive}"]
    found.append(f"first={first} tag={clause.verb.tag_}")
    found += [f"first={first} {f}" for f in found if f.startswith(("to=", "complement role"))]
    found.append("dated" if passage.dates.of(clause.verb, narrative=False) is not None else "undated")
    if passage.dates.ages.at(clause.verb) is not None:
        found.append("aged")
    committed = commitment(clause.verb, passage.clauses)
    found.append(f"certainty={committed.certainty}")
    found += [f"arguments={kind}" for kind in argument_kinds(clause, passage)]
    found.append(f"words={min(len(clause_tokens(clause.verb)) // 4, 5)}")
    return found


def party_features(party: Party, shared: list[str], passage: Passage) -> list[str]:
    """Return what speaks for the type of a clause as a statement about one who takes part in it."""
    side = party.side
    found = [f"{side} {feature}" for feature in shared]
    found += [f for f in shared if f.startswith(("verb=", "is=", "first=", "class="))]
    mention = passage.people.mention_at(party.token) if party.token is not None else None
    found.append(f"side={side}")
    found.append(f"who={mention.form if mention is not None else 'left out'}")
    found.append(f"main={party.person == passage.main}")
    found.append(f"entry={passage.is_entry}")
    found.append(f"{side} main={party.person == passage.main} entry={passage.is_entry}")
    return found


def _kinds(lemma: str) -> tuple[str, ...]:
    return (*noun_classes(lemma), *groups_of(lemma))


def clause_words(clause: Clause) -> list[str]:
    """Return the clause's own words that carry meaning."""
    return [
        f"word={t.lemma_.lower()}"
        for t in clause_tokens(clause.verb)
        if t.pos_ in ("NOUN", "ADJ", "ADV", "ADP", "SCONJ") and t.i != clause.verb.i
    ]


def _plain(draft: Draft, passage: Passage, committed: Commitment, date: Dated | None) -> Iterator[str]:
    yield f"entry={passage.is_entry}"
    yield f"main={draft.person == passage.main}"
    yield f"certainty={committed.certainty}" if committed.certainty is not Certainty.ASSERTED else "asserted"
    yield "undated" if date is None else "dated" if date.span is not None else "date carried"
    for slot in draft.slots:
        yield f"has {slot}"
    yield f"related={min(len(draft.related), 2)}"
    mention = (
        passage.people.mention_at(draft.anchor)
        if draft.who is None
        else next((m for m in passage.personas[draft.person].mentions if m.start == draft.who.start), None)
    )
    yield f"who={mention.form if mention is not None else 'left out' if draft.who is None else 'other'}"
    if mention is not None and mention.form is MentionForm.NAME:
        first = passage.personas[draft.person].mentions[:1]
        yield f"first mention={bool(first) and first[0].start == mention.start}"
    length = draft.quote.end - draft.quote.start
    yield f"quote={'short' if length < 25 else 'middle' if length < 90 else 'long'}"


def _of_clause(clause: Clause, passage: Passage) -> list[str]:
    """Return what speaks for a clause; each noun in it that tells something asks anew."""
    at = clause.verb.i
    if at not in passage.speaking:
        passage.speaking[at] = list(_said_by(clause, passage))
    return passage.speaking[at]


def _said_by(clause: Clause, passage: Passage) -> Iterator[str]:
    verb = clause.verb
    lemma = clause.lemma
    yield f"verb={lemma}"
    yield f"verb={lemma} passive={clause.passive}"
    found = patterns().get(lemma, ())
    yield from (f"class={p.of.name}" for p in found if p.words <= clause.words)
    yield from (f"phrase={p.of.name}" for p in found if p.words and p.words <= clause.words)
    yield from (f"group={g}" for g in ("stative", "light", "wish", "refuse", "speech") if lemma in verbs(g))
    yield f"dep={verb.dep_}"
    yield f"tag={verb.tag_}"
    yield f"passive={clause.passive}"
    yield f"subject from={clause.subject_from}"
    yield f"negated={clause.negated}"
    objects = object_kind(clause.objects, passage)
    yield f"object={objects}"
    yield f"verb={lemma} object={objects}"
    for noun in clause.objects[:2]:
        yield f"object lemma={noun.lemma_.lower()}"
    if clause.datives:
        yield f"dative={object_kind(clause.datives, passage)}"
    for noun in clause.complements[:2]:
        yield f"complement={noun.pos_}"
        yield f"complement role={role_words().get(noun.lemma_.lower())}"
    if clause.agents:
        yield f"agent={object_kind(clause.agents, passage)}"
    yield from _of_dependents(clause, passage)


def _of_dependents(clause: Clause, passage: Passage) -> Iterator[str]:
    for prep, noun in clause.preps[:4]:
        kind = "time" if passage.dates.is_time(noun) else object_kind([noun], passage)
        yield f"prep={prep} {kind}"
        yield f"to={kind}"
    for child in clause.verb.children:
        if child.dep_ in ("ccomp", "xcomp", "prt", "advcl", "mark", "auxpass"):
            yield f"child={child.dep_}"
        if child.dep_ == "mark":
            yield f"mark={child.lower_}"
        if child.dep_ == "aux" and child.tag_ == "MD":
            yield f"modal={child.lower_}"
        if child.dep_ == "aux" and child.lower_ == "had":
            yield "pluperfect"


def _of_noun(draft: Draft, passage: Passage) -> Iterator[str]:
    token = draft.anchor
    if token.pos_ in ("VERB", "AUX"):
        return
    lemma = token.lemma_.lower()
    yield f"noun={lemma}"
    yield f"noun kind={role_words().get(lemma)}"
    yield f"noun dep={token.dep_}"
    yield f"noun pos={token.tag_}"
    yield f"noun head={token.head.pos_}"
    for name in _kinds(lemma):
        yield f"noun~{name}"
    yield f"capital={token.text[:1].isupper()}"
    yield f"entity={passage.entities.label_of(token)}"
    for child in token.children:
        if child.dep_ in ("det", "poss"):
            yield f"determiner={child.lower_ if child.dep_ == 'det' else 'possessive'}"
