"""Lasting ties told by nouns: *ученик Л. С. Ценковича*, *её учителем стал Мейерхольд*, *его учениками были …*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.russian.lexicon import plain, ties
from factoid.reading.russian.narrator import MINE
from factoid.reading.russian.note_drafts import NoteDrafts

_BE = frozenset(["быть", "стать", "являться", "становиться", "оставаться", "оказаться", "считаться"])
_OWNERS = frozenset(["его", "ее", "их"]) | MINE


class TieReader(NoteDrafts):
    """Reads the ties of one sentence."""

    def drafts(self, sentence: Sentence, clauses: list[Clause]) -> Iterator[Draft]:
        """Yield what the nouns for ties state, of both sides."""
        person = self.meant.main
        for word in sentence.words:
            if person is None or plain(word.lemma) not in ties() or word in self.meant.names:
                continue
            if word.is_plural:
                yield from self._many(word, person)
            elif (owner := self._owner(word)) is not None:
                yield from self._owned(word, owner, clauses)
            else:
                yield from self._tie(word, person)

    def _owner(self, word: Word) -> Word | None:
        """Return the possessive by which somebody has the tie: *его наставник*, *мой учитель*."""
        row = word.sentence.words
        for before in reversed(row[max(0, word.i - 3) : word.i]):
            if plain(before.text) in _OWNERS and before in self.meant.at:
                return before
            if before.pos != "ADJ":
                return None
        return None

    def _owned(self, word: Word, owner: Word, clauses: list[Clause]) -> Iterator[Draft]:
        """Read *стал его наставником*, *её учителем стал Мейерхольд*, *его друг Иван*."""
        one = self.meant.at[owner]
        other, at = self._bearer(word, one, clauses)
        if other is None or other is one:
            return
        role, back = ties()[plain(word.lemma)]
        end = max(word.end, at.end if at is not None and abs(at.start - word.end) < 80 else 0)
        begin = min(owner.start, at.start if at is not None and at.end - owner.start > -80 else owner.start)
        clause = next((c for c in clauses if word in c.words), None)
        for person, who, said, related in (
            (one, owner.span, role, (other, at)),
            (other, at, back, (one, owner.span)),
        ):
            draft = self._draft("association", person, word, Span(begin, end), None)
            draft.time = self.times.of_clause(clause) if clause is not None and clause.lemma in _BE else None
            draft.slots["role"], draft.who, draft.related = (said, word.text), who, [related]
            yield draft

    def _bearer(self, word: Word, one: Person, clauses: list[Clause]) -> tuple[Person | None, Span | None]:
        """Return who is somebody's friend or teacher: the name beside the noun, or the subject of *стать*."""
        for after in word.sentence.words[word.i + 1 : word.i + 6]:
            if after in self.meant.names and self.meant.at[after] is not one:
                return self.meant.at[after], span_of(self.meant.names[after].words)
            if after.text not in (",", "—", "–", "-") and after.pos not in ("ADJ", "NOUN", "VERB", "AUX"):
                break
        for clause in clauses:
            told = word in clause.words and clause.lemma in _BE | {"быть"}
            if told and word.case in ("ins", "nom") and clause.subjects:
                person, at = clause.subjects[0]
                return person, at.span if at is not None else None
        return None, None

    def _many(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *его учениками были: Кустодиев, Малявин*: each who is named stands in the tie."""
        row = word.sentence.words
        owned = any(plain(w.text) in ("его", "ее") for w in row[max(0, word.i - 2) : word.i + 2])
        if not owned:
            return
        role, back = ties()[plain(word.lemma)]
        for name in row[word.i + 1 :]:
            mention = self.meant.names.get(name)
            if mention is None or name is not mention.words[0] or name.case not in ("nom", "", "ins"):
                continue
            other, at = self.meant.at[name], span_of(mention.words)
            if other is not person:
                quote = Span(word.start, at.end)
                for one, two, said, who in ((person, other, role, None), (other, person, back, at)):
                    draft = self._draft("association", one, word, quote, None)
                    draft.slots["role"], draft.who = (said, word.text), who
                    draft.related = [(two, at if two is other else None)]
                    yield draft

    def _tie(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *ученик Л. С. Ценковича*, *заместитель Ежова*: a noun with a person in the genitive."""
        row = word.sentence.words
        other: Word | None = None
        for after in row[word.i + 1 : word.i + 6]:
            if after in self.meant.names and after.case in ("gen", ""):
                other = after
                break
            if after.case != "gen" and after.pos != "ADJ":
                break
        if other is None:
            return
        named = next(
            (
                w
                for w in row[word.i + 1 : word.i + 10]
                if w in self.meant.names and self.meant.at[w] is not self.meant.at[other]
            ),
            None,
        )
        one = self._holder(word, person)
        be_before = word.case == "ins" and any(plain(w.lemma) == "быть" for w in row)
        if named is not None and (named.case == word.case or be_before):
            one = self.meant.at[named]
        two = self.meant.at[other]
        if one is two:
            return
        role, back = ties()[plain(word.lemma)]
        end = span_of(self.meant.names[other].words).end
        first = self._draft("association", one, word, Span(word.start, end), None)
        first.slots["role"], first.related = (back, word.text), [(two, other.span)]
        second = self._draft("association", two, word, Span(word.start, end), None)
        second.slots["role"], second.related, second.who = (role, word.text), [(one, None)], other.span
        yield first
        yield second
