"""A part of a Russian text to persons and statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.dates import TimePhrase
from factoid.model import Document
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.lives import LifeSigns, lives_in
from factoid.reading.grammar.persons import NameMention
from factoid.reading.grammar.read import Commitment, PartReader
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.russian.certainty import commitment_of
from factoid.reading.russian.chunks import Chunk, chunks_of, last_label
from factoid.reading.russian.clauses import ClauseFinder
from factoid.reading.russian.meant import resolve
from factoid.reading.russian.morphology import Morphology
from factoid.reading.russian.names import Known, is_alias, names_in, stem_of
from factoid.reading.russian.notes import NoteReader
from factoid.reading.russian.persons import RussianRegister
from factoid.reading.russian.phrases import phrase_of, trimmed
from factoid.reading.russian.pieces import PieceReader
from factoid.reading.russian.roles import RoleReader
from factoid.reading.russian.ties import TieReader
from factoid.reading.russian.told import Teller

_LIFE = LifeSigns(
    born=frozenset(["родился", "родилась", "р", "р."]), died=frozenset(["умер", "ум", "скончался", "†"])
)
_ENDS_OF_LIFE = frozenset(["родиться", "умереть", "скончаться"])


def names_of(sentences: list[Sentence], morphology: Morphology) -> list[NameMention]:
    """Return the names of persons: a bare surname is one where the text has it in full elsewhere."""
    first = [name for s in sentences for name in names_in(s, morphology, Known())]
    known = Known(
        frozenset(stem_of(n.surname.shown) for n in first if n.is_full and n.surname),
        frozenset(stem_of(n.given.shown) for n in first if n.given and n.surname),
    )
    return [name for s in sentences for name in names_in(s, morphology, known)]


class RussianPart(PartReader):
    """Reads one part of a document."""

    code = "ru"

    def __init__(
        self,
        document: Document,
        sentences: list[Sentence],
        times: Sequence[TimePhrase],
        morphology: Morphology,
    ) -> None:
        super().__init__(document, sentences, Times(times, _ENDS_OF_LIFE))
        names = names_of(self.sentences, morphology)
        register = RussianRegister(morphology)
        register.enter_all(names, is_alias)
        self.meant, self.narrator = resolve(self.sentences, names, register, document.source.creator)

    def commitment(self, draft: Draft, clause: Sequence[Word]) -> Commitment:
        """Return how the source commits itself to a draft."""
        return commitment_of(draft.anchor, list(clause))

    def is_wedding(self, word: Word) -> bool:
        """Whether a marriage is told by a verb, or as *свадьба*, *брак*."""
        return word.pos != "NOUN" or word.lemma in ("свадьба", "брак")

    def drafts(self) -> Iterator[Draft]:
        """Yield what the rules find."""
        finder = ClauseFinder(self.meant, self.narrator)
        label, segment = "", None
        for sentence in self.sentences:
            self.times.mark(sentence)
            if sentence.segment is not segment:
                label, segment = "", sentence.segment
            chunks = list(chunks_of(sentence, label))
            label = found if (found := last_label(sentence)) is not None else label
            yield from self._of_sentence(sentence, chunks, finder)
        yield from self.of_ties()
        for noun, person in self.meant.trades:
            row = trimmed(phrase_of(noun, self.times.words)) or [noun]
            yield Draft(
                person=person, type="occupation", rule="noun:occupation", quote=span_of(row), anchor=noun,
                who=noun.span, slots={"value": span_of(row)}, confidence=0.8,
            )  # fmt: skip

    def _of_sentence(self, sentence: Sentence, chunks: list[Chunk], finder: ClauseFinder) -> Iterator[Draft]:
        clauses = finder.clauses(sentence)
        self._clauses[sentence.number] = clauses
        yield from lives_in(sentence, self.meant, self.times, _LIFE)
        yield from RoleReader(self.meant, self.times).drafts(sentence, chunks, clauses)
        yield from NoteReader(self.meant, self.times).drafts(sentence)
        yield from TieReader(self.meant, self.times).drafts(sentence, clauses)
        yield from PieceReader(self.meant, self.times).drafts(chunks)
        teller = Teller(self.meant, self.times)
        for clause in clauses:
            yield from teller.drafts(clause)
