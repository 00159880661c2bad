"""Russian parsed: the one module that uses natasha's models (slovnet, navec, razdel) and pymorphy3.

The models are the data of the package ``natasha``; the package itself is not imported, nor is pymorphy2,
on which it rests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factoid.errors import ModelMissing
from factoid.model import Segment, Span, Text
from factoid.reading.grammar.words import Sentence, Word, unloop
from factoid.reading.parts import end_of_piece, segments_in
from factoid.reading.russian.inversion import put_first
from factoid.reading.russian.tokens import Cut, goes_on, joined_tokens

try:
    import navec
    import pymorphy3
    import razdel
    import slovnet
except ImportError:  # the extra is not installed
    slovnet = None

_LONGEST = 20_000  #: characters of a segment that are cut into sentences at once
_MOST_WORDS = 220  #: of a sentence that is parsed; a longer row is cut
_CASES = {
    "Nom": "nom",
    "Gen": "gen",
    "Dat": "dat",
    "Acc": "acc",
    "Ins": "ins",
    "Loc": "loc",
    "Par": "gen",
    "Voc": "nom",
}
_GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}
_FORMS = {"Fin": "fin", "Part": "part", "Conv": "conv", "Inf": "inf"}
_POS = {
    "NOUN": {"NOUN"}, "PROPN": {"NOUN"}, "ADJ": {"ADJF", "ADJS", "COMP", "PRTS"}, "PRON": {"NPRO"},
    "DET": {"ADJF", "NPRO"},
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"}, "NUM": {"NUMR", "ADJF"}, "ADV": {"ADVB"}, "AUX": {"VERB", "INFN"},
}  # fmt: skip
_TAG_CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
_CASES_OF_TAGS = {
    "nomn": "nom", "gent": "gen", "gen1": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
    "ablt": "ins", "loct": "loc", "loc1": "loc", "loc2": "loc", "voct": "nom",
}  # fmt: skip
_LIKELY_CASES = ("acc", "gen", "ins", "loc", "dat", "nom", "")
_AFTER_YEAR = re.compile(r"\d\s?гг?\.\s+(?P<word>[А-ЯЁ][а-яё]*)")
_OPENERS = frozenset(["PREP", "VERB", "PRTS", "GRND", "CONJ", "PRCL", "ADVB", "NPRO"])
_PLAIN = str.maketrans(
    {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2019": "'", "\u0301": "'"}
)


def is_installed() -> bool:
    """Say whether the models and libraries that Russian needs are there."""
    return slovnet is not None and find_spec("natasha") is not None


class Morphology:
    """The models. `ModelMissing` where the extra ``factoid[russian]`` is not installed."""

    def __init__(self) -> None:
        spec = find_spec("natasha")
        if slovnet is None or spec is None or not spec.submodule_search_locations:
            raise ModelMissing('Russian needs natasha\'s models: python -m pip install "factoid[russian]".')
        data = Path(spec.submodule_search_locations[0]) / "data"
        vectors = navec.Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
        self._taggers = [
            kind.load(data / "model" / f"slovnet_{name}_news_v1.tar")
            for kind, name in ((slovnet.Morph, "morph"), (slovnet.Syntax, "syntax"), (slovnet.NER, "ner"))
        ]
        for tagger in self._taggers:
            tagger.navec(vectors)
        self._words = pymorphy3.MorphAnalyzer()
        self._parses = lru_cache(maxsize=65536)(self._words.parse)
        self._is_known = lru_cache(maxsize=65536)(self._words.word_is_known)
        self.lemma = lru_cache(maxsize=65536)(self._lemma)
        self.model = f"slovnet_news@{metadata.version('natasha')}"

    def parse(self, text: Text, within: Span) -> list[Sentence]:
        """Return the sentences of the read segments that lie within a span of the text."""
        sentences: list[Sentence] = []
        for segment in segments_in(text, within):
            if segment.is_read:
                first = True
                for cuts in self._sentences(text.content, segment, within):
                    sentence = Sentence(len(sentences), segment, is_first=first)
                    sentence.words = [
                        Word(i, c.start, c.end, text.content[c.start : c.end], c.shown, sentence)
                        for i, c in enumerate(cuts)
                    ]
                    sentences.append(sentence)
                    first = False
        self._tag(sentences)
        return sentences

    def _sentences(self, content: str, segment: Segment, within: Span) -> Iterator[list[Cut]]:
        start, end = max(segment.start, within.start), min(segment.end, within.end)
        while start < end:
            cut = end_of_piece(content, start, _LONGEST) if end - start > _LONGEST else end
            for sentence in self._parted(content, _cut_sentences(content, start, cut)):
                tokens = [
                    (sentence.start + t.start, sentence.start + t.stop)
                    for t in razdel.tokenize(sentence.of(content).translate(_PLAIN))
                ]
                cuts = self._lowered(joined_tokens(content, tokens, sentence.start))
                for n in range(0, len(cuts), _MOST_WORDS):
                    yield cuts[n : n + _MOST_WORDS]
            start = cut

    def _parted(self, content: str, sentences: list[Span]) -> Iterator[Span]:
        """Cut where a year's abbreviation ends a sentence: *с 1918 г. В ноябре …*; not *в 1918 г. Люшков …*."""
        for span in sentences:
            start = span.start
            for match in _AFTER_YEAR.finditer(content, span.start, span.end):
                tag = self._parses(match["word"].lower())[0].tag
                is_word = len(match["word"]) == 1 or not self.kinds(match["word"]) - {"unknown"}
                if is_word and str(tag.POS) in _OPENERS:
                    yield Span(start, match.start("word"))
                    start = match.start("word")
            yield Span(start, span.end)

    def _lowered(self, cuts: list[Cut]) -> list[Cut]:
        """Show the first word of a sentence in lower case, unless it may be a name: capitals look like names."""
        for n, cut in enumerate(cuts[:3]):
            if cut.shown[:1].isalpha():
                lower = cut.shown.lower()
                is_word = not cut.shown[1:2].isupper() and self._is_known(lower)
                is_word = is_word and not self._heads_name(lower, [c.shown for c in cuts[n + 1 : n + 5]])
                if is_word and cut.shown[0].isupper() and (len(lower) == 1 or not self.kinds(lower)):
                    cuts[n] = cut._replace(shown=lower)
                break
        return cuts

    def _heads_name(self, lower: str, after: list[str]) -> bool:
        """Whether a surname heads a line before the given name: *Лапин Егор Фомич*, *Ветлужский, Аркадий …*."""
        comma = after[:1] == [","]
        given, patronymic, end = (*after[comma : comma + 3], "", "", "")[:3]
        if (
            "given" not in self.kinds(given)
            or "patronymic" not in self.kinds(patronymic)
            or end[:1].isupper()
        ):
            return False
        if not any("Name" in p.tag and "nomn" in p.tag for p in self._parses(given)):
            return False
        tag = self._parses(lower)[0].tag
        return str(tag.POS) in ("ADJF", "ADJS", "NOUN", "None") and (tag.POS != "NOUN" or "anim" not in tag)

    def _tag(self, sentences: list[Sentence]) -> None:
        """Give the words their parts of speech, forms, heads and lemmas; mark what names something."""
        morph, syntax, ner = self._taggers
        rows = [[w.shown for w in s.words] for s in sentences]
        for sentence, tagged, parsed, named in zip(
            sentences, morph.map(rows), syntax.map(rows), ner.map([" ".join(r) for r in rows]), strict=True
        ):
            for word, tag, node in zip(sentence.words, tagged.tokens, parsed.tokens, strict=True):
                _take(word, tag, node)
            unloop(sentence.words)
            _name(sentence.words, named.spans)
            for word in sentence.words:
                self._put_right(word)
                _keep_in_piece(word)
            sentence.link()
            for word in sentence.words:
                word.lemma = self.lemma(word.shown, word.pos, word.case, word.gender)
                word.is_plural = word.is_plural and self._may_be_plural(word.shown)

    def _put_right(self, word: Word) -> None:
        """Correct what the dictionary knows better than the model: *сослан* is no name, *Вятку* no locative."""
        tags = [p.tag for p in self._parses(word.shown)] if self._is_known(word.shown) else []
        if word.shown.islower() and word.pos in ("NOUN", "ADJ") and tags:
            plain_tags = [t for t in tags if "Name" not in t and "Surn" not in t]
            if plain_tags and all(t.POS == "PRTS" for t in plain_tags):
                word.pos, word.form, word.is_passive, word.is_short = "VERB", "part", True, True
                word.case = ""
                self._coordinate(word)
            elif plain_tags and all(
                t.POS == "VERB" and "past" in t for t in plain_tags
            ):  # перевёлся в Вологду
                word.pos, word.form, word.case = "VERB", "fin", ""
                self._coordinate(word)
        if word.text in ("был", "была") and word.rel == "aux:pass":
            put_first(word)
        finite = next((t for t in tags if t.POS == "VERB" and "past" in t and "sing" in t), None)
        if (
            word.pos == "VERB"
            and word.is_passive
            and finite is not None
            and word.shown.endswith(("лся", "лась"))
        ):
            word.form, word.is_passive, word.is_short = "fin", False, False  # избиралась
            word.gender = _GENDERS.get(str(finite.gender or "").capitalize(), word.gender)
        cases = {_CASES_OF_TAGS.get(str(t.case), "") for t in tags if t.case}
        if word.case and cases and word.case not in cases and word.pos in ("NOUN", "PROPN"):
            word.case = min(cases, key=_LIKELY_CASES.index)
        above = word.parent
        if word.pos == "NOUN" and word.rel == "amod" and above is not None and above.case != word.case:
            verb = above.parent
            if (
                verb is not None and verb.pos == "VERB" and verb.i < word.i < above.i
            ):  # избран гласным земства
                word.head, word.rel, above.head, above.rel = verb.i, "obl", word.i, "nmod"

    @staticmethod
    def _coordinate(word: Word) -> None:
        """Hang a participle that was taken for a noun on the one it goes on: *арестован и сослан*."""
        for before in reversed(word.sentence.words[: word.i]):
            if before.text in (".", ";", ":"):
                return
            if before.pos == "VERB" and (before.is_short or (word.form == "fin" and before.form == "fin")):
                word.head, word.rel = before.i, "conj"
                break
        else:
            return
        for other in word.sentence.words[word.i + 1 :]:  # what stood by it before the next verb is its own
            if other.pos == "VERB" or other.text in (";", "."):
                break
            parent = other.parent
            if parent is not None and (parent.i > word.i + 8 or parent.i < word.i) and other.rel == "obl":
                other.head = word.i

    def _may_be_plural(self, shown: str) -> bool:
        """Whether the dictionary knows the form as a plural; of words it does not know anything may be."""
        parses = self._parses(shown)
        return not self._is_known(shown) or any("plur" in p.tag for p in parses)

    def _lemma(self, shown: str, pos: str, case: str, gender: str) -> str:
        best = max(
            enumerate(self._parses(shown)),
            key=lambda p: (self._likeness(p[1].tag, pos, case, gender), -p[0]),
        )[1]
        return str(best.normal_form)

    def _likeness(self, tag: Any, pos: str, case: str, gender: str) -> float:
        score = 2.0 * (str(tag.POS) in _POS.get(pos, {str(tag.POS)}))
        if case and tag.case:
            score += str(tag.case)[:3] == _TAG_CASES[case][:3]
        if gender and tag.gender:
            score += 0.5 * (str(tag.gender)[0] == gender)
        return score

    @lru_cache(maxsize=65536)  # noqa: B019 - there is one of these in a process
    def kinds(self, word: str) -> frozenset[str]:
        """Return what the dictionary says a word may be: given, patronymic, surname, place."""
        kinds = set()
        for parse in self._parses(word):
            if "Name" in parse.tag and "plur" in parse.tag:
                continue  # Карпов is not of many named Карп
            for tag, kind in (
                ("Name", "given"),
                ("Patr", "patronymic"),
                ("Surn", "surname"),
                ("Geox", "place"),
            ):
                if tag in parse.tag:
                    kinds.add(kind)
        if not kinds and not self._is_known(word):
            kinds.add("unknown")
        return frozenset(kinds)

    def may_agree(self, one: str, other: str) -> bool:
        """Whether two words may stand in one case."""
        first, second = ({str(p.tag.case)[:3] for p in self._parses(w) if p.tag.case} for w in (one, other))
        return not first or not second or bool(first & second) or "Fixd" in self._parses(one)[0].tag

    @lru_cache(maxsize=65536)  # noqa: B019 - likewise
    def nominative(self, word: str, kind: str, gender: str) -> str:
        """Return a name's part in the nominative: *Люшкова* of a man is *Люшков*."""
        wanted = {"given": "Name", "patronymic": "Patr", "surname": "Surn"}.get(kind, "")
        sex = {"m": "masc", "f": "femn"}.get(gender)
        for parse in self._parses(word):
            if (
                wanted in parse.tag
                and "sing" in parse.tag
                and (sex is None or sex in parse.tag or "ms-f" in parse.tag)
            ):
                found = parse.inflect({"nomn", sex} if sex else {"nomn"}) or parse.inflect({"nomn"})
                if found:
                    return _cased_as(word, str(found.word))
        return word

    def genitive(self, word: str, kind: str, gender: str) -> str:
        """Return a part of a name in the genitive: *Исай* is *Исая*."""
        wanted = {"given": "Name", "surname": "Surn"}[kind]
        sex = {"m": "masc", "f": "femn"}.get(gender)
        for parse in self._parses(word):
            if (
                wanted in parse.tag
                and "nomn" in parse.tag
                and (sex is None or sex in parse.tag or "ms-f" in parse.tag)
            ):
                found = parse.inflect({"gent"})
                if found:
                    return _cased_as(word, str(found.word))
        return _genitive_by_ending(word, gender)

    def gender(self, word: str, kind: str) -> str:
        """Return ``m`` or ``f`` where the word as a given name or patronymic tells, else nothing."""
        wanted = {"given": "Name", "patronymic": "Patr"}[kind]
        sexes = {str(p.tag.gender)[0] for p in self._parses(word) if wanted in p.tag and p.tag.gender}
        return sexes.pop() if len(sexes) == 1 else ""


def _cut_sentences(content: str, start: int, end: int) -> list[Span]:
    """Return the sentences, those put together that were cut at an abbreviation."""
    found: list[Span] = []
    for piece in razdel.sentenize(content[start:end]):
        span = Span(start + piece.start, start + piece.stop)
        if (
            found
            and "\n" not in content[found[-1].end : span.start]
            and goes_on(found[-1].of(content), span.of(content))
        ):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return [part for span in found for part in _lines(content, span)]


def _lines(content: str, span: Span) -> Iterator[Span]:
    """Cut a sentence where a line ends that is a row of its own: with a semicolon, a full stop or a colon."""
    at = span.start
    for match in re.finditer(r"(?<=[;.:])[ \t]*\n", span.of(content)):
        yield Span(at, span.start + match.start())
        at = span.start + match.end()
    if content[at : span.end].strip():
        yield Span(at, span.end)


def _keep_in_piece(word: Word) -> None:
    """Hang what a semicolon parts from its verb on the verb of its own piece: *…; осенью 1903 г. бежал*."""
    if word.rel not in ("obl", "advmod") or word.head < 0:
        return
    row = word.sentence.words
    first, last = sorted((word.i, word.head))
    if not any(w.text == ";" for w in row[first:last]):
        return
    for after in row[word.i + 1 :]:
        if after.text == ";":
            return
        if after.pos == "VERB":
            word.head = after.i
            return


def _take(word: Word, tag: Any, node: Any) -> None:
    feats = tag.feats
    word.pos = tag.pos
    word.case = _CASES.get(feats.get("Case", ""), "")
    word.gender = _GENDERS.get(feats.get("Gender", ""), "")
    word.is_plural = feats.get("Number") == "Plur"
    word.form = _FORMS.get(feats.get("VerbForm", ""), "")
    word.is_passive = feats.get("Voice") == "Pass"
    word.is_short = feats.get("Variant") == "Short"
    word.person = feats.get("Person", "")
    word.head, word.rel = int(node.head_id) - 1, node.rel


def _name(words: list[Word], spans: Iterable[Any]) -> None:
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word.shown) + 1
    for span in spans:
        for word, start in zip(words, starts, strict=True):
            if span.start <= start < span.stop:
                word.entity = span.type


def _genitive_by_ending(word: str, gender: str) -> str:
    """Return a surname that the dictionary does not know in the genitive."""
    if word.endswith(("ский", "цкий")):
        return word[:-2] + "ого"
    if word.endswith(("ская", "цкая")):
        return word[:-2] + "ой"
    if gender == "f" and word.endswith(("ова", "ева", "ина", "ына")):
        return word[:-1] + "ой"
    return word + "а" if gender != "f" and word[-1:] in "бвгджзклмнпрстфхцчшщ" else word


def _cased_as(word: str, found: str) -> str:
    return "-".join(part.capitalize() for part in found.split("-")) if word[:1].isupper() else found
