"""Runs of capitalised words: the stretches of a text that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factoid.names import PartKind, is_given_name, title_of
from factoid.reading.clause import SUBJECTS
from factoid.reading.headword_runs import headword_joined, is_headword, turned_joined
from factoid.reading.labels import labelled
from factoid.reading.lexicons import (
    abbreviated_words,
    around_names,
    gazetteer,
    heads,
    kin_terms,
    never_persons,
    person_nouns,
    thing_heads,
)
from factoid.reading.name_run import NameRun
from factoid.reading.openings import is_no_word
from factoid.reading.orders import order_named
from factoid.reading.parse import Doc, ParsedSegment, ParsedText, Token, TokenSpan, span_of
from factoid.reading.stretches import (
    JOINS,
    end_of_stretch,
    has_capital,
    is_arabic_article,
    is_called_like_a_date,
    is_name_word,
)
from factoid.reading.word_classes import verb_classes

_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]")
_CLOSED = frozenset(
    ["DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "VERB", "PART", "INTJ", "NUM", "PUNCT"]
)  # parts of speech of words that carry a capital only because a sentence starts


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
        found += turned_joined(headword_joined(runs, parsed.text.content))
    return list(_cut_headlines(found, parsed.text.content))


def _cut_headlines(runs: list[NameRun], content: str) -> Iterator[NameRun]:
    """Yield the runs, a name at the start of a headline in capitals without what it goes on with.

    *CAPT. OTTO LIND CROSSES THE BAR*: the text below calls him Otto Lind.
    """
    told = {tuple(t.lower_ for t in r.bare) for r in runs if len(r.bare) > 1 and not _is_shouted(r, content)}
    for run in runs:
        words = [t.lower_ for t in run.bare]
        lengths = range(len(words) - 1, 1, -1) if len(words) > 2 and _is_shouted(run, content) else ()
        size = next((n for n in lengths if tuple(words[:n]) in told), 0)
        yield NameRun(run.words[: run.titles + size], run.titles) if size else run


def _is_shouted(run: NameRun, content: str) -> bool:
    return span_of(run.words).of(content).isupper()


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
        starts = starts or is_headword(token, content)
        stop = end_of_stretch(token, inside, content) if starts else at
        if stop == at:
            at += 1
            continue
        for words in _split(doc[_with_particles(doc, at) : stop]):
            yield from _trimmed(words, content)
        at = stop


def _with_particles(doc: Doc, at: int) -> int:
    """Return where a name starts with its small words: *van der Velde*, *al-Waqidi*."""
    start = at
    if start > 1 and is_arabic_article(doc, start - 2):
        start -= 2
    while start > 0 and doc[start - 1].text in around_names("leading_particles"):
        start -= 1
    before = doc[start - 1] if start else None
    is_after_thing = (
        before is not None
        and before.pos_ == "NOUN"
        and before.lower_ not in person_nouns()
        and before.lower_ not in ("née", "nee", "né")
    )
    return at if is_after_thing else start


def _split(words: TokenSpan) -> Iterator[TokenSpan]:
    """Part a name from the place or event right before it: *in Paris Lind wrote*, *after the War Lind came*."""
    doc, start, end = words.doc, words.start, words.end
    cut = _start_behind_body(words)
    if end - start > 1 and start > 0 and end < len(doc) and doc[end].pos_ in ("VERB", "AUX", "PUNCT"):
        is_placed = _leads_to_place(doc[start - 1])
        is_place = doc[start].text in gazetteer() and doc[start + 1].text not in gazetteer()
        if is_placed and (is_place or _is_before_whole_name(words)):
            cut = start + 1
        for at in range(start, end - 1):
            if doc[at].text in heads("event") and doc[at + 1].text.isalpha():
                cut = at + 1
    is_name = cut > start and not any(t.text in thing_heads() for t in doc[cut:end])
    if not is_name:
        yield words
        return
    yield doc[start:cut]
    yield doc[cut:end]


def _start_behind_body(words: TokenSpan) -> int:
    """Return where the name starts behind a body: *the head of the Riga Cheka Jan Berg*; else where the words do."""
    doc, start, end = words.doc, words.start, words.end
    of = start - 1 - (start > 1 and doc[start - 1].lower_ == "the")
    is_of_post = (
        of > 0
        and doc[of].lower_ == "of"
        and (doc[of - 1].lower_ in person_nouns() or doc[of - 1].lower_ == "head")
    )
    if not is_of_post or end - start < 3 or not is_given_name(doc[end - 2].text):
        return start
    before = doc[start : end - 2]
    is_name = any(
        is_given_name(t.text) or title_of(t.text) is not None or not t.text.isalpha() for t in before
    )
    return start if is_name or is_given_name(doc[end - 1].text) else end - 2


def _leads_to_place(preposition: Token) -> bool:
    """Whether a place follows rather than a person: *in Paris Lind wrote*, *From Paris Lind wrote*."""
    return preposition.lower_ in around_names("place_prepositions") or (
        preposition.lower_ == "from" and is_start(preposition)
    )


def _is_before_whole_name(words: TokenSpan) -> bool:
    """Whether the first word of a run can only be a place: *at Perquimans Otto Lang built a mill*."""
    doc, start, end = words.doc, words.start, words.end
    is_whole = end - start == 3 and doc[end].pos_ in ("VERB", "AUX") and words.root.dep_ in SUBJECTS
    return is_whole and not is_given_name(doc[start].text) and is_given_name(doc[start + 1].text)


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
    return (
        token.pos_ == "PROPN"
        or is_no_word(token)
        or (token.pos_ not in _CLOSED and token.ent_type_ in ("GPE", "ORG", "LOC", "FAC"))
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


def _trimmed(words: TokenSpan, content: str) -> Iterator[NameRun]:
    """Split titles off, cut what cannot stand at the ends."""
    doc, start, end = words.doc, words.start, words.end
    if _ends_with_kin(doc[start:end]) or _ends_with_teller(doc[start:end]):
        end -= 1
    while end > start and (doc[end - 1].text in around_names("inner_words") or doc[end - 1].text in JOINS):
        end -= 1
    while start < end and (
        _cannot_begin(doc[start]) or _is_kin_word(doc[start:end]) or _is_adjective(doc[start:end])
    ):
        start += 1
    if start < end and not _names_an_office(doc[start:end]) and not _is_of_peoples_office(doc[start:end]):
        yield NameRun(doc[start:end], _count_titles(doc[start:end]))


def _ends_with_kin(words: TokenSpan) -> bool:
    """Whether the next note of an entry opens with the last word: *LIND, Karl Bey. Son of Otto Bey*."""
    doc, end = words.doc, words.end
    is_kin = end < len(doc) and doc[end].lower_ == "of" and doc[end - 1].lower_ in kin_terms()
    return is_kin and sum(t.text.isalpha() for t in words[:-1]) > 1


def _ends_with_teller(words: TokenSpan) -> bool:
    """Whether the last word tells of its own: *Of Sophia I heard no more*; not *Of George I it is told*."""
    doc, last, start = words.doc, words[-1], words.start
    is_turned = start > 0 and doc[start - 1].pos_ == "ADP" and is_start(doc[start - 1])
    return len(words) > 1 and last.text == "I" and is_turned and last.pos_ == "PRON" and last.dep_ in SUBJECTS


def _is_of_peoples_office(words: TokenSpan) -> bool:
    """Whether the words begin an office that somebody of a name held: *Deputy People's Commissar Lind*."""
    doc, end = words.doc, words.end
    return words[-1].text == "People" and end + 1 < len(doc) and doc[end].text in ("'s", "’s")


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
