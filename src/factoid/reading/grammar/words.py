"""Words and sentences of a parsed text: plain values, so that one module of a language knows its libraries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from factoid.model import Segment, Span

_QUOTES = {"«": "»", '"': '"', "„": "“", "“": "”"}
_MOST_OF_PHRASE = 14  #: words


@dataclass(slots=True, eq=False)
class Word:
    """A word where it stands in the text, with what the language model says of it."""

    i: int  #: number in its sentence
    start: int
    end: int
    text: str
    shown: str  #: what the model was given: abbreviations in full, headwords in capitals as names are written
    sentence: Sentence = field(repr=False)
    lemma: str = ""
    pos: str = "X"
    case: str = ""  #: nom, gen, dat, acc, ins, loc
    gender: str = ""  #: m, f, n
    is_plural: bool = False
    form: str = ""  #: of verbs: fin, part, conv, inf
    is_passive: bool = False
    is_short: bool = False
    person: str = ""  #: 1, 2, 3
    head: int = -1  #: number of the word it hangs on; -1 for the root
    rel: str = ""
    entity: str = ""  #: PER, LOC, ORG or nothing
    mood: str = ""  #: of verbs: ind, cnd, sub, imp

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)

    @property
    def parent(self) -> Word | None:
        """The word it hangs on."""
        return self.sentence.words[self.head] if self.head >= 0 else None

    @property
    def children(self) -> list[Word]:
        """What hangs on it, in text order."""
        return self.sentence.children[self.i]

    @property
    def is_name_like(self) -> bool:
        """Whether it is written as a name is."""
        return self.shown[:1].isupper() and self.shown[:1].isalpha()

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals as acronyms are: ОГПУ, ВКП(б)."""
        return len(self.text) > 1 and self.text[:2].isupper() and self.shown == self.text

    def beside(self, step: int) -> Word | None:
        """Return the word so many places further in the sentence."""
        at = self.i + step
        return self.sentence.words[at] if 0 <= at < len(self.sentence.words) else None


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of a segment."""

    number: int  #: in the text
    segment: Segment
    words: list[Word] = field(default_factory=list)
    children: list[list[Word]] = field(default_factory=list)
    is_first: bool = False  #: of its segment

    def link(self) -> None:
        """Note for each word what hangs on it."""
        self.children = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                self.children[word.head].append(word)

    def within(self, span: Span) -> list[Word]:
        """Return the words that lie in a span of the text."""
        return [w for w in self.words if w.start >= span.start and w.end <= span.end]


def span_of(words: list[Word]) -> Span:
    """Return where words that stand in a row begin and end."""
    return Span(words[0].start, words[-1].end)


def subtree(word: Word) -> list[Word]:
    """Return the word and everything that hangs on it, in text order."""
    found: list[Word] = []
    todo = [word]
    while todo:
        at = todo.pop()
        if at in found:
            continue
        found.append(at)
        todo += at.children
    return sorted(found, key=lambda w: w.i)


def last_of_phrase(head: Word, goes_on: Callable[[Word, Word], bool]) -> Word:
    """Return the last word of a noun's phrase: quotations to their end, else as long as it goes on.

    ``goes_on`` says of a word, and the last one before it, whether it still belongs to the phrase.
    """
    last, closing = head, ""
    while (after := last.beside(1)) is not None and after.i - head.i < _MOST_OF_PHRASE:
        if closing:
            closing = "" if after.text == closing else closing
        elif after.text in _QUOTES:
            closing = _QUOTES[after.text]
        elif not goes_on(after, last):
            break
        last = after
    return last


def case_marker(word: Word) -> Word | None:
    """Return the preposition of a noun."""
    return next((c for c in word.children if c.rel == "case" and c.i < word.i), None)


def words_of(sentences: list[Sentence]) -> Iterator[Word]:
    """Yield all words in text order."""
    for sentence in sentences:
        yield from sentence.words


def unloop(words: list[Word]) -> None:
    """See that every word hangs on the root: a parser may draw a circle."""
    for word in words:
        if not -1 <= word.head < len(words) or word.head == word.i:
            word.head = -1
        seen, at = {word.i}, word.head
        while at >= 0:
            if at in seen:
                word.head = -1
                break
            seen.add(at)
            at = words[at].head
