"""What clauses state of the people in them: what is the same in every language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container, Iterator

from factoid.model import Span
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft, draft_of_clause
from factoid.reading.grammar.frames import Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.quotes import predicate_phrase
from factoid.reading.grammar.words import Word

Who = tuple[Person, Word | None]
Other = tuple[Person, Span | None]


class ClauseTeller(ABC):
    """Reads the clauses of one sentence."""

    done_by_others: frozenset[str]  #: types of which who did it is told too

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    @abstractmethod
    def others(self, clause: Clause, frame: Frame, person: Person) -> list[Other]:
        """Return who else has a part in what the frame states of a person."""

    @abstractmethod
    def doers(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return who did what is told of the one to whom it happened."""

    def draft(self, clause: Clause, type_: str, person: Person, at: Word | None) -> Draft:
        """Return what the clause states of somebody, with its date."""
        return draft_of_clause(clause, type_, (person, at), self.meant, self.times)

    def marked(self, clause: Clause, markers: Container[str]) -> list[tuple[Person, Word]]:
        """Return the persons of arguments with such a preposition or case."""
        return [
            (p, a.word) for a in clause.arguments if a.marker in markers for p in self.meant.persons(a.word)
        ]

    def with_others(self, clause: Clause, frame: Frame, draft: Draft) -> Iterator[Draft]:
        """Yield a statement and what it says of the others in it."""
        draft.related = self.others(clause, frame, draft.person) if "related" in frame.slots else []
        if draft.type in ("meeting", "association"):
            if not draft.related:
                return
            yield from self._mutual(clause, frame, draft)
        for doer, at in self.doers(clause, frame):
            if doer is not draft.person:
                act = self.draft(clause, "action", doer, at)
                act.slots["value"] = predicate_phrase(clause, self.times)
                act.related = [(draft.person, draft.who)]
                yield act
                if draft.type in self.done_by_others:
                    draft.related.append((doer, at.span if at else None))
        yield draft
        for teacher, word in self.marked(clause, frame.slots.get("teacher", ())):
            if teacher is not draft.person:
                yield self._tie(clause, (draft.person, draft.who), (teacher, word.span), "teacher")
                yield self._tie(clause, (teacher, word.span), (draft.person, draft.who), "pupil")

    def _mutual(self, clause: Clause, frame: Frame, draft: Draft) -> Iterator[Draft]:
        """Yield a meeting or a tie from the other side."""
        if frame.role_code:
            draft.slots["role"] = (frame.role_code, clause.verb.text)
        for other, span in draft.related:
            back = self.draft(clause, draft.type, other, None)
            back.who, back.quote, back.related = span, draft.quote, [(draft.person, draft.who)]
            back.slots = {k: v for k, v in draft.slots.items() if k != "role"}
            if frame.back:
                back.slots["role"] = (frame.back, clause.verb.text)
            yield back

    def _tie(self, clause: Clause, one: Other, other: Other, role: str) -> Draft:
        tie = self.draft(clause, "association", one[0], None)
        tie.who, tie.related, tie.slots = one[1], [other], {"role": (role, clause.verb.text)}
        return tie
