"""Runs of capitalised words: the stretches of a text that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from factoid.names import PartKind, is_given_name, is_patronymic, title_of
from factoid.reading.labels import labelled
from factoid.reading.lexicons import (
    abbreviated_words,
    around_names,
    demonyms,
    gazetteer,
    heads,
    kin_terms,
    never_persons,
    person_nouns,
)
from factoid.reading.orders import order_named
from factoid.reading.parse import Doc, ParsedSegment, ParsedText, Token, TokenSpan, span_of
from factoid.reading.stretches import (
    JOINS,
    end_of_stretch,
    has_capital,
    is_called_like_a_date,
    is_name_word,
)
from factoid.reading.word_classes import noun_classes, verb_classes

_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_BEFORE_LIFE = ("(", "-", "\u2013", "\u2014")
_NO_BRACKETS = str.maketrans("", "", "()")
_THINGS = ("organisation", "place", "award", "event")
_CLOSED = frozenset(
    ["DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "VERB", "PART", "INTJ", "NUM", "PUNCT"]
)  # parts of speech of words that carry a capital only because a sentence starts


@dataclass(frozen=True)
class NameRun:
    """Capitalised words in a row, ``titles`` of them titles at the start; ``is_inverted``: *Lind, Ann*."""

    words: TokenSpan
    titles: int = 0
    is_inverted: bool = False
    in_capitals: bool = False  #: its surname, at the head of an entry

    @cached_property
    def bare(self) -> TokenSpan:
        """The run without the titles before it."""
        words: TokenSpan = self.words
        return words.doc[words.start + self.titles : words.end]

    @cached_property
    def is_headword(self) -> bool:
        """Whether it opens its paragraph with the surname, the given name behind a comma: *Holub, Jan (1871-1940)*."""
        behind = self._turned[0].replace("-", " ").split()
        given = [
            w
            for w in behind[:4]
            if is_given_name(w) or w.rstrip(".") in around_names("abbreviated_given_names")
        ]
        doc, end = self.words.doc, self.words.end
        is_dated = end + 1 < len(doc) and doc[end].text in _BEFORE_LIFE and doc[end + 1].like_num
        is_entry = bool(given) or is_dated or (self.in_capitals and bool(behind))
        return self.is_inverted and self.words.start == 0 and is_entry

    @cached_property
    def name(self) -> str:
        """The bare name as one string, the surname last."""
        if not self.is_inverted:
            return str(self.bare.text)
        given, surname = self._turned
        return f"{given} {surname}"

    @cached_property
    def _turned(self) -> tuple[str, str]:
        """Return what stands behind the surname, and the surname: *Lind (or Linde), Ann*, *LIND (ANN)*."""
        surname, comma, rest = str(self.bare.text).partition(",")
        within = _IN_BRACKETS.search(surname)
        if within is None:
            return rest.translate(_NO_BRACKETS).strip(" ,"), surname  # *LIND, (Karl) Otto*: Karl is not used
        given = rest if comma else within[1]
        return given.strip(" ,"), _IN_BRACKETS.sub("", surname).strip()


def find_runs(parsed: ParsedText) -> list[NameRun]:
    """Return every run of a text, in order."""
    inside = _capitals_inside(parsed)
    found: list[NameRun] = []
    for segment in parsed.segments:
        words = _runs_of(segment.doc[:], inside, parsed.text.content)
        kept = (
            r
            for r in _but_labels(words, segment, parsed.text.content)
            if not _is_order(r) and not _is_family(r)
        )
        runs = [r for r in kept if not _is_birthplace(r, parsed.text.content) and not _is_land(r)]
        found += _turned_joined(_headword_joined(runs, parsed.text.content))
    return found


def _but_labels(runs: Iterable[NameRun], segment: ParsedSegment, content: str) -> Iterator[NameRun]:
    """Yield the runs that are not in the label of a line: *Alma mater: University of Graz* names no Alma."""
    runs = list(runs)
    ends = segment.doc.ends
    told = [found.words for found in labelled(content, segment.offset, ends[-1])] if ends and runs else []
    yield from (run for run in runs if not any(span_of(run.words).overlaps(label) for label in told))


def _is_order(run: NameRun) -> bool:
    """Whether a saint's name is that of an order, by the class behind it: *St George 4th cl.*."""
    return order_named(run.words[0]) is not None


def _is_birthplace(run: NameRun, content: str) -> bool:
    """Whether an entry tells where somebody was born or died: *KALNINS, Arvids. Born Cesis, son of a miller*."""
    doc, start = run.words.doc, run.words.start
    if len(run.words) > 1 or start < 3 or doc[start - 1].lower_ not in ("born", "b.", "died", "d."):
        return False
    is_entry = doc[1].text == "," and len(doc[0].text) > 2 and span_of(doc[0]).of(content).isupper()
    return is_entry and is_start(doc[start - 1])


def _is_land(run: NameRun) -> bool:
    """Whether the words name a land and nobody: *Kilrush, County Clare*, an entry's *of Noseley*."""
    return (
        (run.words[0].text in ("County", "Co.") and len(run.words) > 1)
        or _is_home(run)
        or _is_where_born(run)
    )


def _is_where_born(run: NameRun) -> bool:
    """Whether it is the land of a birthplace: *was born at Vinh Long, Cochinchina, the eldest son of a merchant*."""
    doc, start = run.words.doc, run.words.start
    if len(run.words) > 2 or start < 4 or doc[start - 1].text != "," or run.words.end >= len(doc):
        return False
    at = start - 2
    while at > 0 and doc[at].text[:1].isupper():
        at -= 1
    is_placed = (
        doc[at].lower_ in ("in", "at") and at < start - 2 and doc[run.words.end].text in (",", ".", ";")
    )
    return is_placed and doc[at - 1].lower_ == "born" and not is_given_name(run.words[0].text)


def _is_home(run: NameRun) -> bool:
    """Whether an entry tells behind a life whose home it was: *LIND, SIR KARL (1564-1630), of Noseley, soldier*."""
    doc, start = run.words.doc, run.words.start
    if len(run.words) > 1 or not 5 < start < 25 or run.titles:
        return False
    is_behind_life = [t.text for t in doc[start - 3 : start]] == [")", ",", "of"] and doc[start - 4].text[
        -1
    ].isdigit()
    is_entry = "," in doc[: start - 3].text and doc[0].text[:1].isupper()
    return (
        is_behind_life
        and is_entry
        and run.words.end < len(doc)
        and doc[run.words.end].text in (",", ".", ";")
    )


def _is_family(run: NameRun) -> bool:
    """Whether a surname is that of several: *with the brothers Kotarski*."""
    doc, start = run.words.doc, run.words.start
    if len(run.words) > 1 or start < 2 or doc[start - 1].lower_ not in ("brothers", "sisters"):
        return False
    return not is_given_name(run.words[0].text) and doc[run.words.end : run.words.end + 1].text not in (
        ",",
        "and",
    )


def _capitals_inside(parsed: ParsedText) -> frozenset[str]:
    """Words that carry a capital where no sentence starts: they carry it at the start by right as well."""
    return frozenset(
        token.text
        for segment in parsed.segments
        for token in segment.doc
        if token.text[:1].isupper() and token.i > 0 and not is_start(token) and token.pos_ not in _CLOSED
    )


def is_start(token: Token) -> bool:
    """Whether a capital here may be that of a sentence."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1).text
    return before in ('"', "'", ":", "(", "[", "-", "—", "–", "•", "*", "?", "!", ";") or before.endswith(
        (".", "?", "!")
    )


def _runs_of(words: TokenSpan, inside: frozenset[str], content: str) -> Iterator[NameRun]:
    doc = words.doc
    at, end = 0, len(doc)
    while at < end:
        token = doc[at]
        if not has_capital(token.text):
            at += 1
            continue
        starts = _starts_run(token, inside) and not _is_lead(token, content)
        starts = starts or _is_headword(token, content)
        stop = end_of_stretch(token, inside, content) if starts else at
        if stop == at:
            at += 1
            continue
        for words in _split(doc[_with_particles(doc, at) : stop]):
            yield from _trimmed(words, content)
        at = stop


def _with_particles(doc: Doc, at: int) -> int:
    """Return where a name starts with its small words: *van der Velde*."""
    start = at
    while start > 0 and doc[start - 1].text in around_names("leading_particles"):
        start -= 1
    is_after_thing = (
        start > 0 and doc[start - 1].pos_ == "NOUN" and doc[start - 1].lower_ not in person_nouns()
    )
    return at if is_after_thing else start


def _split(words: TokenSpan) -> Iterator[TokenSpan]:
    """Part a name from the place or event right before it: *in Paris Lind wrote*, *after the War Lind came*."""
    doc, start, end = words.doc, words.start, words.end
    cut = start
    if end - start > 1 and start > 0 and end < len(doc) and doc[end].pos_ in ("VERB", "AUX", "PUNCT"):
        is_placed = doc[start - 1].lower_ in around_names("place_prepositions")
        if is_placed and doc[start].text in gazetteer() and doc[start + 1].text not in gazetteer():
            cut = start + 1
        for at in range(start, end - 1):
            if doc[at].text in heads("event") and doc[at + 1].text.isalpha():
                cut = at + 1
    is_name = cut > start and not any(t.text in heads(kind) for t in doc[cut:end] for kind in _THINGS)
    if not is_name:
        yield words
        return
    yield doc[start:cut]
    yield doc[cut:end]


def _starts_run(token: Token, inside: frozenset[str]) -> bool:
    if not is_name_word(token) or _is_entry_word(token) or _is_participle(token):
        return False
    if not is_start(token) or token.ent_type_ == "PERSON":
        return token.pos_ not in ("PRON", "DET", "AUX", "CCONJ") or _INITIAL.fullmatch(token.text) is not None
    lower = token.lower_
    if token.text in inside or is_given_name(token.text):
        return token.pos_ not in ("PRON", "DET", "AUX", "CCONJ", "ADP", "SCONJ")
    if lower in person_nouns() or lower in kin_terms():
        return title_of(token.text) is not None
    return token.pos_ == "PROPN" or (
        token.pos_ not in _CLOSED and token.ent_type_ in ("GPE", "ORG", "LOC", "FAC")
    )


def _is_participle(token: Token) -> bool:
    """Whether a sentence without subject opens with it before a name: *Accompanied Trajan*, *Baptized Anna, she*."""
    lower = token.lower_
    if not lower.endswith("ed") or not is_start(token) or is_given_name(token.text) or len(lower) < 6:
        return False
    if token.i + 1 >= len(token.doc) or not has_capital(token.nbor().text):
        return False
    stems = (lower[:-2], lower[:-1], lower[:-3] + "y")
    return any(verb_classes(stem) for stem in stems)


_LEADS = frozenset(("B.", "D.", "M."))


def _is_lead(token: Token, content: str) -> bool:
    """Whether a letter opens a note of an entry, and no name: *TREVANION, Hugh. B. Caerhays*."""
    if token.text not in _LEADS or token.i < 3 or not is_start(token):
        return False
    first = token.doc[0]
    return len(first.text) > 2 and span_of(first).of(content).isupper() and token.doc[1].text in (",", "(")


def _is_headword(token: Token, content: str) -> bool:
    """Whether a surname in capitals, or a numbered name, opens an entry, whatever it is tagged as: *PROUT, John*."""
    doc = token.doc
    if is_told_apart_by_number(doc[token.i : token.i + 1]) or opens_with_life(token):
        return True
    is_first = token.i == 0 and len(doc) > 2 and doc[1].text == "," and has_capital(doc[2].text)
    return is_first and len(token.text) > 2 and span_of(token).of(content).isupper()


_NUMBER = re.compile(r"[1-9]\d{0,2}")


_CAPITALISED = r"[^\W\d_a-z][\w'\u2019-]+"
_LIFE_TOLD = re.compile(
    rf"{_CAPITALISED}(?:\s+(?:of\s+)?{_CAPITALISED}){{0,3}}\s*\((?:[^()\d]{{0,60}}[;,]\s*)?(?:born|b\.|died|d\.)\s[^()]{{0,30}}\d{{3,4}}"
)


def opens_with_life(token: Token) -> bool:
    """Whether a paragraph opens with a name and its life: *Ada of Kell (Latin Adela; born about 1098, died 1166)*."""
    doc = token.doc
    if token.i > 0 or token.text in gazetteer() or any(token.text in heads(kind) for kind in _THINGS):
        return False
    return token.lower_ not in ("the", "a", "an") and _LIFE_TOLD.match(doc.text, token.idx) is not None


def is_told_apart_by_number(words: TokenSpan) -> bool:
    """Whether it opens an entry of a lexicon that numbers namesakes: *Theodoros 12 (PmbZ 7512), strategos*."""
    doc, end = words.doc, words.end
    if words.start > 0 or len(words) > 2 or end + 1 >= len(doc) or not _NUMBER.fullmatch(doc[end].text):
        return False
    is_thing = any(t.text in heads(kind) for t in words for kind in _THINGS) or words[0].text in gazetteer()
    is_word = any(
        t.text in never_persons() or t.lower_ in person_nouns() or noun_classes(t.lower_) for t in words
    )
    return doc[end + 1].text in ("(", ",", ":", ".", ";") and not is_thing and not is_word


def _is_entry_word(token: Token) -> bool:
    """Whether it is a short word of dictionaries: *Ed. at Dorpat*; not *Ed. Lind*."""
    doc, at = token.doc, token.i + 1
    word = token.text.rstrip(".")
    if word not in around_names("entry_words"):
        return False
    if token.text.lower() in abbreviated_words() and title_of(word) is None:
        return True  # Mem. Royal Society
    if not token.text.endswith("."):
        if at >= len(doc) or doc[at].text != ".":
            return False
        at += 1
    return at >= len(doc) or not doc[at].text[:1].isupper()


def _headword_joined(runs: list[NameRun], content: str) -> list[NameRun]:
    """Put the headword of an entry together: ``Bosch, Johannes, Count van den``."""
    if len(runs) < 2 or runs[0].words.start > 2 or len(runs[0].words) > 3 or runs[0].titles:
        return runs
    surname, at = runs[0].words, 1
    if (bracketed := _in_brackets_joined(runs, content)) is not None:
        return bracketed
    if not _follows_comma(surname, runs[1].words) or len(runs[1].words) > 5:
        return runs
    is_long = len(surname.text) > 3 or runs[1].titles > 0
    is_one_word = not any(t.whitespace_ for t in surname[:-1])
    in_capitals = span_of(surname).of(content).isupper() and is_long
    is_entry = _opens_with_given_name(runs[1]) and not _opens_with_given_name(runs[0])
    is_entry = is_entry or (is_one_word and (_has_life(runs[1]) or _has_dates_behind(runs[0], runs[1])))
    is_whole = len(surname) > 1 and (
        _opens_with_given_name(runs[0]) or surname[1].text == "."
    )  # John Home, M.A.
    if not (is_entry or (in_capitals and not is_whole and runs[1].words.text not in gazetteer())):
        return runs
    if (
        runs[1].titles == 0
        and len(runs) > 2
        and runs[2].titles
        and _follows_comma(runs[1].words, runs[2].words)
    ):
        tail = runs[2].words[-1].lower_
        at += tail in around_names("inner_words")
    words = surname.doc[surname.start : runs[at].words.end]
    return [NameRun(words, is_inverted=True, in_capitals=in_capitals and is_one_word), *runs[at + 1 :]]


_OR = ("or", "also", "alias", "otherwise", "formerly", "recte")


def _in_brackets_joined(runs: list[NameRun], content: str) -> list[NameRun] | None:
    """Put a headword together that has brackets: *LIND (ANN), printer*, *LIND (or LINDE), SIR KARL*; None of others."""
    surname, inner = runs[0].words, runs[1].words
    doc, end = surname.doc, inner.end
    is_shouted = span_of(surname).of(content).isupper() and len(surname.text) > 2
    is_bracket = surname.end < end < len(doc) and doc[surname.end].text == "(" and doc[end].text == ")"
    if not (is_shouted and is_bracket):
        return None
    before = [t.lower_ for t in doc[surname.end + 1 : inner.start]]
    if not before and _opens_with_given_name(runs[1]):
        return [NameRun(doc[surname.start : end + 1], is_inverted=True, in_capitals=True), *runs[2:]]
    is_other_form = bool(before) and before[0] in _OR and len(runs) > 2
    if not is_other_form or doc[end + 1 : runs[2].words.start].text != "," or len(runs[2].words) > 5:
        return None
    whole = doc[surname.start : runs[2].words.end]
    return [NameRun(whole, is_inverted=True, in_capitals=True), *runs[3:]]


def _turned_joined(runs: list[NameRun]) -> Iterator[NameRun]:
    """Put names with the surname first together wherever they stand: *Mother: Hanke, Anna, née Weber*."""
    at = 0
    while at < len(runs):
        run = runs[at]
        following = runs[at + 1] if at + 1 < len(runs) else None
        if following is not None and _are_turned(run, following):
            run = NameRun(run.words.doc[run.words.start : following.words.end], run.titles, is_inverted=True)
            at += 1
        yield run
        at += 1


def _are_turned(surname: NameRun, given: NameRun) -> bool:
    """Whether the first run can only be a surname and the second, past the comma, given names and nothing more."""
    doc, end = surname.words.doc, given.words.end
    if surname.is_inverted or given.titles or not _follows_comma(surname.words, given.words):
        return False
    is_closed = end == len(doc) or doc[end].text in (",", ";", ".", ")", ":", '"')
    before = doc[surname.words.start - 1].lower_ if surname.words.start else ""
    is_listed = before in (",", "and", "the", "or") or before in around_names("place_prepositions")
    is_listed = is_listed or (before == "of" and surname.words.start > 3)  # the wife of Orlov, Maria
    if not is_closed or is_listed or given.bare.text in gazetteer():
        return False
    is_only_given = all(is_given_name(t.text) or is_patronymic(t.text) for t in given.bare)
    return len(surname.bare) <= 2 and is_only_given and all(map(_is_mere_surname, surname.bare))


def _is_mere_surname(token: Token) -> bool:
    """Whether a word is no given name, no place and no common word for anything but a bearer of the name."""
    lower = token.lower_
    is_word = any(not kind.startswith("person.") for kind in noun_classes(lower)) or lower in person_nouns()
    is_known = token.text in gazetteer() or lower in demonyms() or is_given_name(token.text)
    return token.text.isalpha() and len(lower) > 2 and not is_word and not is_known


def _opens_with_given_name(run: NameRun) -> bool:
    first = run.bare[0].text
    return is_given_name(first) or (len(first) <= 2 and first.endswith("."))


def _has_life(run: NameRun) -> bool:
    """Whether given names, of whatever kind the first, stand before a life: *Allen, Young John (1836-1907)*."""
    doc, end = run.words.doc, run.words.end
    if end >= len(doc) or doc[end].text != "(" or not any(is_given_name(t.text) for t in run.bare):
        return False
    bracket = re.match(r"\([^)]*", doc[end : end + 14].text)
    years = re.findall(r"(?<!\d)\d{3,4}(?!\d)", bracket[0] if bracket else "")
    return len(years) == 2 or (bool(years) and len(run.bare) > 1)


def _has_dates_behind(surname: NameRun, given: NameRun) -> bool:
    """Whether a dash and a date follow, as in notices of death: *Vaipulu, Taufa Sione – 14 July 1947 to*."""
    doc, end = given.words.doc, given.words.end
    if end + 1 >= len(doc) or doc[end].text not in _BEFORE_LIFE or not doc[end + 1].like_num:
        return False
    places = (surname.words.text, given.words.text, given.words[0].text)
    return surname.words.start == 0 and not any(place in gazetteer() for place in places)


def _follows_comma(before: TokenSpan, after: TokenSpan) -> bool:
    return bool(after.start == before.end + 1 and before.doc[before.end].text == ",")


def _trimmed(words: TokenSpan, content: str) -> Iterator[NameRun]:
    """Split titles off, cut what cannot stand at the ends."""
    doc, start, end = words.doc, words.start, words.end
    while end > start and (doc[end - 1].text in around_names("inner_words") or doc[end - 1].text in JOINS):
        end -= 1
    while start < end and (
        _cannot_begin(doc[start]) or _is_kin_word(doc[start:end]) or _is_adjective(doc[start:end])
    ):
        start += 1
    if start < end and not _names_an_office(doc[start:end]):
        yield NameRun(doc[start:end], _count_titles(doc[start:end]))


def _cannot_begin(token: Token) -> bool:
    if token.text not in never_persons() or token.text in ("Lord", "Sir", "Madam", "Mr", "Mrs"):
        return False
    return not is_called_like_a_date(token)


def _is_kin_word(words: TokenSpan) -> bool:
    """Whether a word for kin opens the sentence before a name: *Stepfather Grigory*; not the monk *Brother Ivan*."""
    first = words[0]
    is_kin = first.lower_ in kin_terms() and first.lower_ not in around_names("monastic")
    return is_kin and len(words) > 1 and is_start(first) and title_of(first.text) is None


def _is_adjective(words: TokenSpan) -> bool:
    """Whether an adjective opens the sentence, or a letter, before a name: *Old Marit died*, *Dear Anna*."""
    is_said = words[0].lower_ in around_names("personal_adjectives") and is_start(words[0])
    return is_said and len(words) > 1 and is_given_name(words[1].text)


def _names_an_office(words: TokenSpan) -> bool:
    """Whether the words are a title and no name: *the Sultan*, *Captain*, *the Prince*."""
    if all(_is_mere_title(t) or t.lower_ in kin_terms() for t in words):
        return True
    last = title_of(words[-1].text)
    if (
        len(words) > 1
        and last is not None
        and words[-1].text[:1].isupper()
        and not last.is_name_too
        and not any(is_given_name(t.text) for t in words)
    ):
        return last.kind in (PartKind.OFFICE, PartKind.TITLE, PartKind.RANK)
    has_article = words.start > 0 and words.doc[words.start - 1].lower_ in ("the", "a", "an", "this")
    return has_article and all(title_of(t.text) is not None for t in words)


def _is_mere_title(token: Token) -> bool:
    title = title_of(token.text)
    return token.text == "." or (
        title is not None and not title.is_name_too and not is_given_name(token.text)
    )


def _count_titles(words: TokenSpan) -> int:
    """Return how many words at the start are titles, leaving at least one word."""
    best = 0
    for size in range(1, min(4, len(words) - 1) + 1):
        phrase = words[:size].text
        if title_of(phrase) is not None or (best and title_of(words[best:size].text) is not None):
            best = size
    if (
        best == 0
        and len(words) > 1
        and words[0].lower_ in around_names("forenamed")
        and is_given_name(words[1].text)
    ):
        return 1
    return best
