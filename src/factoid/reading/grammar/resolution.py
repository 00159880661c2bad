"""Whom a text is about, whom the words of a sentence mean, and two persons found to be one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factoid.model import MentionForm, Span
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person, Register, words_of_name
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


def spoken_of_last(persons: Iterable[Person], word: Word) -> Person | None:
    """Return whom of several the text spoke of last before a word; None where of nobody."""
    found = [(last, -n, p) for n, p in enumerate(persons) if (last := p.last_before(word.start)) is not None]
    return max(found, key=lambda f: f[:2])[2] if found else None


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
        last = person.last_before(word.start)
        if last is None:
            continue
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


class Resolution(ABC):
    """One sentence, read from left to right."""

    def __init__(self, meant: Meant, sentence: Sentence, narrator: Person | None) -> None:
        self.meant, self.sentence, self.narrator = meant, sentence, narrator

    def run(self) -> None:
        """Resolve the words of the sentence, and note whom it was about."""
        for word in self.sentence.words:
            mention = self.meant.names.get(word)
            if mention is not None and word is mention.words[0]:
                self.called(word, self.meant.at[word])
        for word in self.sentence.words:
            if word not in self.meant.at:
                self.resolve(word)
        self.remember()

    @abstractmethod
    def called(self, word: Word, person: Person) -> None:
        """Note what stands before a name, which begins with the word, as what the person is."""

    @abstractmethod
    def resolve(self, word: Word) -> None:
        """Note whom a word means that is part of no name, if it means anybody."""

    def remember(self) -> None:
        """Note whom the sentence was about."""
        subjects = [w for w in self.sentence.words if w.rel.startswith("nsubj") and w in self.meant.at]
        if subjects:
            self.meant.subject = self.meant.at[subjects[0]]

    def mean(self, word: Word, person: Person, form: MentionForm, span: Span | None = None) -> None:
        """Note that the word means the person; ``span``: all that calls them so."""
        self.meant.at[word] = person
        at = span or word.span
        person.add(at, words_of_name(self.sentence.within(at)), form)


def noun_of_relative(word: Word) -> Word | None:
    """Return the noun on which the clause of a relative pronoun hangs."""
    verb = word.parent
    while verb is not None and not verb.rel.startswith("acl"):
        verb = verb.parent
    return verb.parent if verb is not None else None
