"""Whom a pronoun likeliest means, whom a text is about, and two persons found to be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person, Register
from factoid.reading.grammar.words import Sentence, Word


def main_person(register: Register, sentences: list[Sentence]) -> Person | None:
    """Return whom the text is about: who is named often, first, and at the head of the text."""
    head = sentences[0].segment.end if sentences else 0
    start = sentences[0].words[0].start if sentences and sentences[0].words else 0
    end = max((s.words[-1].end for s in sentences if s.words), default=1)

    def weight(person: Person) -> float:
        first = min(span.start for span in person.mentions)
        early = 3.0 * (1 - (first - start) / max(end - start, 1))
        return (
            len(person.mentions)
            + early
            + 2.0 * (first < head)
            + bool(person.given)
            + 2.0 * (first - start < 60)
        )

    named = [p for p in register.persons if p.mentions]
    return max(named, key=lambda p: (weight(p), -p.number), default=None)


def join(meant: Meant, person: Person, other: Person) -> None:
    """Put everything that means one person under another."""
    for word, who in list(meant.at.items()):
        if who is person:
            meant.at[word] = other
    for span, form in person.mentions.items():
        other.mentions.setdefault(span, form)
    other.forms.update(person.forms)
    other.other_stems.add(person.stem)
    person.mentions.clear()
    meant.ties = [
        replace(t, one=other if t.one is person else t.one, other=other if t.other is person else t.other)
        for t in meant.ties
    ]


def likeliest(meant: Meant, word: Word, sex: str, *, is_possessive: bool) -> Person | None:
    """Return whom a pronoun of that sex likeliest means; None where there is nobody before it."""
    found = _candidates(meant, word, sex, is_possessive=is_possessive)
    best = max(found, key=lambda c: (c[0], -c[1].number), default=None)
    return best[1] if best is not None else None


def _candidates(meant: Meant, word: Word, sex: str, *, is_possessive: bool) -> Iterator[tuple[float, Person]]:
    """Yield whom a pronoun may mean, with the weight of each."""
    clause = word.parent
    for person in meant.register.persons:
        if person.sex and sex and person.sex != sex:
            continue
        before = [s for s in person.mentions if s.end <= word.start]
        if not before:
            continue
        last = max(before)
        weight = 1.2 if person is meant.main else 0.0
        if last.start >= word.sentence.words[0].start:
            weight += 1.0
            holder = next((w for w in word.sentence.words if w.start <= last.start < w.end), None)
            top = holder and (meant.names[holder].head if holder in meant.names else holder)
            if not is_possessive and top and clause is not None and top.head == clause.i:
                continue  # he does not mean the other one in the same clause
            weight += 0.8 * bool(top and top.rel.startswith("nsubj"))
        else:
            weight += 1.2 / (1 + _passed(word.sentence, last))
        weight += 1.0 * (person is meant.subject)
        yield weight - 0.4 * (not person.sex), person


def _passed(sentence: Sentence, span: Span) -> int:
    """Return how far back the span lies, in sentences of usual length."""
    return int((sentence.words[0].start - span.end) // 90)
