"""A part of a French text to persons and statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.dates import TimePhrase
from factoid.model import Document
from factoid.reading.french.certainty import commitment_of
from factoid.reading.french.clauses import ClauseFinder
from factoid.reading.french.lexicon import plain
from factoid.reading.french.meant import resolve
from factoid.reading.french.names import Known, names_in
from factoid.reading.french.notes import NoteReader
from factoid.reading.french.persons import FrenchRegister, is_alias
from factoid.reading.french.phrases import row_of
from factoid.reading.french.roles import RoleReader
from factoid.reading.french.told import Teller
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.lives import LifeSigns, lives_in
from factoid.reading.grammar.persons import NameMention
from factoid.reading.grammar.read import Commitment, PartReader
from factoid.reading.grammar.words import Sentence, Word, span_of

_LIFE = LifeSigns(
    born=frozenset(["né", "née", "n.", "°"]),
    died=frozenset(["mort", "morte", "m.", "†", "décédé", "décédée"]),
)
_ENDS_OF_LIFE = frozenset(["naître", "mourir", "décéder"])


def names_of(sentences: list[Sentence]) -> list[NameMention]:
    """Return the names of persons: a bare surname is one where the text has it in full elsewhere."""
    first = [name for s in sentences for name in names_in(s, Known())]
    known = Known(
        frozenset(plain(n.surname.shown) for n in first if n.is_full and n.surname),
        frozenset(plain(n.given.shown) for n in first if n.given and n.surname),
    )
    return [name for s in sentences for name in names_in(s, known)]


class FrenchPart(PartReader):
    """Reads one part of a document."""

    code = "fr"

    def __init__(self, document: Document, sentences: list[Sentence], times: Sequence[TimePhrase]) -> None:
        super().__init__(document, sentences, Times(times, _ENDS_OF_LIFE))
        for sentence in self.sentences:
            self.times.mark(sentence)
        names = names_of(self.sentences)
        register = FrenchRegister()
        register.enter_all(names, is_alias)
        self.meant, self.narrator = resolve(self.sentences, names, register, document.source.creator)

    def commitment(self, draft: Draft, clause: Sequence[Word]) -> Commitment:
        """Return how the source commits itself to a draft."""
        return commitment_of(draft.anchor, clause)

    def is_wedding(self, word: Word) -> bool:
        """Whether a marriage is told by a verb, or as *mariage*, *noces*."""
        return word.pos == "VERB" or plain(word.lemma) in ("mariage", "noce", "marié", "épouse", "épouser")

    def drafts(self) -> Iterator[Draft]:
        """Yield what the rules find."""
        finder = ClauseFinder(self.meant, self.narrator)
        teller = Teller(self.meant, self.times)
        for sentence in self.sentences:
            clauses = finder.clauses(sentence)
            self._clauses[sentence.number] = clauses
            yield from lives_in(sentence, self.meant, self.times, _LIFE)
            yield from RoleReader(self.meant, self.times).drafts(sentence)
            yield from NoteReader(self.meant, self.times).drafts(sentence)
            for clause in clauses:
                yield from teller.drafts(clause)
        yield from self.of_ties()
        for noun, person in self.meant.trades:
            row = row_of(noun, self.times.words)
            yield Draft(
                person=person, type="occupation", rule="noun:occupation", quote=span_of(row), anchor=noun,
                who=noun.span, slots={"value": span_of(row)}, confidence=0.8,
            )  # fmt: skip
