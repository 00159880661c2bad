"""French parsed: the one module that loads spaCy's model of French. What comes out are plain words with heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

import spacy

from factoid.errors import ModelMissing
from factoid.model import Segment, Span, Text
from factoid.reading.french.lexicon import forms, frames, plain, verbs
from factoid.reading.grammar.words import Sentence, Word, unloop
from factoid.reading.parts import end_of_piece, segments_in
from factoid.reading.products import with_quick_products

MODEL = "fr_core_news_md"
_LONGEST = 20_000  #: characters parsed at once
_MOST_WORDS = 220  #: of a sentence; a longer row is cut
_PLAIN = str.maketrans(
    dict.fromkeys("\n\r\t\xa0\u202f\u2009\u2007", " ")
    | {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2011": "-"}
)
_CAPITALS = re.compile(r"(?<![\w.])[A-ZÀ-ÖØ-Þ]{3,}(?:[-'’][A-ZÀ-ÖØ-Þ]{2,})*(?![\w.])")
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
_LINE = re.compile(r"(?<=[;:])[ \t]*\n|\n(?=[^\n:]{2,28}\s?:\s)|(?<=\n)(?=[^\n:]{2,28}\s?:\s)")
_FORMS = {"Fin": "fin", "Part": "part", "Inf": "inf"}
_MOODS = {"Ind": "ind", "Cnd": "cnd", "Sub": "sub", "Imp": "imp"}
_ENDS = frozenset(".;:!?…»)")  #: marks that end a sentence
_SUBJECTS = frozenset(["il", "elle", "on", "je", "j'"])
_GENDERS = {"Masc": "m", "Fem": "f"}
_ACRONYMS = frozenset("NKVD OGPU SFIO URSS VIII XIII XVII XVIII".split())  # noqa: SIM905 - a list of words


def is_installed() -> bool:
    """Say whether the model that French needs is there."""
    return spacy.util.is_package(MODEL)


class Parser:
    """The model. `ModelMissing` where the extra ``factoid[french]`` is not installed."""

    def __init__(self) -> None:
        if not is_installed():
            raise ModelMissing('French needs spaCy\'s model: python -m pip install "factoid[french]".')
        self._nlp = with_quick_products(spacy.load(MODEL))
        self.model = f"{MODEL}@{self._nlp.meta['version']}"

    def forgetting(self) -> AbstractContextManager[object]:
        """Let the words that are met for the length of a block be forgotten at its end."""
        stack = ExitStack()
        stack.enter_context(self._nlp.memory_zone())
        return stack

    def parse(self, text: Text, within: Span) -> list[Sentence]:
        """Return the sentences of the read segments that lie within a span of the text."""
        pieces = [
            (segment, span)
            for segment in segments_in(text, within)
            if segment.is_read
            for span in _pieces(text.content, segment, within)
        ]
        sentences: list[Sentence] = []
        shown = [_shown(span.of(text.content)) for _, span in pieces]
        started: set[int] = set()
        for (segment, span), doc in zip(pieces, self._nlp.pipe(shown, batch_size=32), strict=True):
            _join_hyphens(doc)
            for sent in _whole_sentences(doc):
                for row in _rows(sent):
                    sentence = Sentence(len(sentences), segment, is_first=segment.start not in started)
                    started.add(segment.start)
                    _fill(sentence, row, span.start, text.content)
                    sentences.append(sentence)
        return sentences


def _pieces(content: str, segment: Segment, within: Span) -> Iterator[Span]:
    """Cut a segment where a line is a row of its own, and where it is too long to be parsed at once."""
    start, end = max(segment.start, within.start), min(segment.end, within.end)
    cuts = [m.end() for m in _LINE.finditer(content, start, end)]
    for stop in [*cuts, end]:
        while start < stop:
            cut = end_of_piece(content, start, _LONGEST) if stop - start > _LONGEST else stop
            if content[start:cut].strip():
                yield Span(start, cut)
            start = cut


def _shown(piece: str) -> str:
    """Return what the model is shown: as many characters, headwords in capitals as names are written."""

    def as_name(match: re.Match[str]) -> str:
        word = match[0]
        is_word = _VOWEL.search(word) and word not in _ACRONYMS and len(word) > 3
        return word.title().replace("'S", "'s") if is_word else word

    return _CAPITALS.sub(as_name, piece.translate(_PLAIN))


def _whole_sentences(doc: Any) -> Iterator[list[Any]]:
    """Yield the sentences; what the model cut where no mark ends one is put together."""
    row: list[Any] = []
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        if row and row[-1].text[-1:] in _ENDS:
            yield row
            row = []
        row += tokens
    if row:
        yield row


def _rows(tokens: list[Any]) -> Iterator[list[Any]]:
    for n in range(0, len(tokens), _MOST_WORDS):
        yield tokens[n : n + _MOST_WORDS]


def _fill(sentence: Sentence, tokens: list[Any], offset: int, content: str) -> None:
    """Take over what the model says of the words of a sentence."""
    numbers = {token.i: n for n, token in enumerate(tokens)}
    for n, token in enumerate(tokens):
        start = offset + token.idx
        end = start + len(token.text)
        word = Word(n, start, end, content[start:end], token.text, sentence)
        morph = token.morph.to_dict()
        word.lemma, word.pos, word.entity = token.lemma_, token.pos_, token.ent_type_
        if word.pos == "VERB" and morph.get("VerbForm") == "Fin" and word.lemma == word.text.lower():
            word.lemma = word.lemma.removesuffix("e") + "er"  # a present that the lemmatizer does not know
        word.gender = _GENDERS.get(morph.get("Gender", ""), "")
        word.is_plural = morph.get("Number") == "Plur"
        word.form = _FORMS.get(morph.get("VerbForm", ""), "")
        if word.form == "part" and morph.get("Tense") == "Pres":
            word.form = "conv"
        word.mood = _MOODS.get(morph.get("Mood", ""), "")
        word.person = morph.get("Person", "")
        is_root = token.head == token or token.head.i not in numbers
        word.head, word.rel = (-1, "root") if is_root else (numbers[token.head.i], token.dep_)
        sentence.words.append(word)
    _put_right(sentence.words)
    unloop(sentence.words)
    sentence.link()
    for word in sentence.words:
        with_be = any(c.rel.startswith(("aux", "cop")) and c.lemma == "être" for c in word.children)
        word.is_passive = with_be and word.lemma not in verbs("with_be") and not is_reflexive(word)


def _join_hyphens(doc: Any) -> None:
    """Put together what the tokenizer parts at a hyphen: *état-major*."""
    spans = []
    for token in doc[1:-1]:
        before, after = doc[token.i - 1], doc[token.i + 1]
        if (
            token.text == "-"
            and not before.whitespace_
            and not token.whitespace_
            and before.is_alpha
            and after.is_alpha
        ):
            spans.append(doc[before.i : after.i + 1])
    with doc.retokenize() as retokenizer:
        for span in spacy.util.filter_spans(spans):
            retokenizer.merge(span)


def _put_right(row: list[Word]) -> None:
    """Undo what the model mistakes: titles for names, *elle entre* for the preposition, *au fort* for the adverb."""
    for word, before in zip(row, [None, *row], strict=False):
        lower = plain(word.text)
        if lower in forms("titles") and word.pos == "PROPN":
            word.pos = "NOUN"
        if before is None:
            continue
        if lower == "fort" and plain(before.text) in ("au", "le", "du", "un"):
            word.pos = "NOUN"
        is_subject = plain(before.text) in _SUBJECTS and before.pos == "PRON"
        if is_subject and word.pos in ("ADP", "NOUN", "ADJ") and (verb := _er_verb(lower)):
            _as_verb(word, before, row, verb)


def _er_verb(form: str) -> str:
    """Return the verb in *-er* of a present or past that a word may be, of those that state something."""
    found = re.fullmatch(r"(.{2,}?)(?:e|a|ait)", form)
    verb = f"{found[1]}er" if found else ""
    return verb if (verb and frames().of(verb)) or verb == "épouser" else ""


def _as_verb(word: Word, subject: Word, row: list[Word], verb: str) -> None:
    """Make a verb of a word, and hang on it what it hung on."""
    if word.rel == "case" and word.head >= 0:
        noun = row[word.head]
        word.head, word.rel = noun.head, noun.rel
        noun.head, noun.rel = word.i, "obl:arg"
        for other in row:
            if other.head == noun.i and other.i < word.i:
                other.head = word.i
    word.pos, word.lemma, word.form, word.person = "VERB", verb, "fin", "3"
    subject.head, subject.rel = word.i, "nsubj"


def is_reflexive(word: Word) -> bool:
    """Whether the verb has *se* before it, or *me* with *je*, *nous* with *nous*."""
    for child in word.children:
        if child.i > word.i or child.rel not in ("expl:comp", "expl:pass", "obj", "iobj", "expl:subj"):
            continue
        lower = plain(child.text)
        if lower in ("se", "s'"):
            return True
        if lower in ("me", "m'", "nous") and child.rel != "nsubj":
            subject = next((c for c in word.children if c.rel.startswith("nsubj")), None)
            same = {"nous": ("nous",)}.get(lower, ("je", "j'"))
            if subject is not None and subject is not child and plain(subject.text) in same:
                return True
    return False
