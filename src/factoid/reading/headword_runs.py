"""The headword of an entry put together: *LIND (ANN), printer*, *Theodoros 12*, *Bosch, Johannes, Count van den*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factoid.names import is_given_name, is_patronymic
from factoid.reading.lexicons import (
    around_names,
    calendar_words,
    demonyms,
    gazetteer,
    never_persons,
    person_nouns,
    thing_heads,
)
from factoid.reading.name_run import BEFORE_LIFE, NameRun
from factoid.reading.parse import Token, TokenSpan, span_of
from factoid.reading.stretches import (
    has_capital,
)
from factoid.reading.word_classes import noun_classes


def is_headword(token: Token, content: str) -> bool:
    """Whether a surname in capitals, or a numbered name, opens an entry, whatever it is tagged as: *PROUT, John*."""
    doc = token.doc
    if is_told_apart_by_number(doc[token.i : token.i + 1]) or opens_with_life(token):
        return True
    if token.i == 0 and (maiden := _MAIDEN_NAME.match(doc.text)) is not None:
        return has_capital(doc.text[maiden.end() :])
    is_first = token.i == 0 and len(doc) > 2 and doc[1].text in (",", "(") and has_capital(doc[2].text)
    is_first = is_first and (
        doc[1].text == "," or is_given_name(doc[2].text) or _is_shouted_in_brackets(doc[2], content)
    )
    return is_first and len(token.text) > 2 and span_of(token).of(content).isupper()


_NUMBER = re.compile(r"[1-9]\d{0,2}")


_CAPITALISED = r"[^\W\d_a-z][\w'\u2019-]+"
_YEAR = r"(?:ca?\.\s)?\d{3,4}\??(?:\s(?:or|/)\s\d{3,4})?"
_DASH = r"\s?[-\u2013]\s?"
_TWO_PLACES_BEHIND = re.compile(rf"\s*\([^()\d]{{3,50}},\s{_YEAR}{_DASH}[^()\d]{{3,50}},\s{_YEAR}\)")
_OWN_SCRIPT = r"\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af"
_IN_OWN_SCRIPT = re.compile(rf"\s[{_OWN_SCRIPT}]+")
_YEARS_PAST_BRACKET = re.compile(  # and what calling stands behind them, without a bracket of their own
    rf"(?:\s*\([^()\d]{{2,80}}\))?,\s{_YEAR}{_DASH}{_YEAR},\s(?:[\w-]+\s){{0,3}}?(?P<calling>[a-z-]+)(?=[,.;]|\sand\b|\sof\b)"
)
_LIFE_BEHIND = re.compile(r"\s*\((?:[^()\d]{0,60}[;,]\s*)?(?:born|b\.|died|d\.)\s[^()]{0,30}\d{3,4}")
_YEARS_BEHIND = re.compile(  # and what calling stands behind the years of a life
    r"\s*\((?:[^()\d]{0,60}[;,]\s*)?(?:ca?\.\s)?[\d/]{3,9}\??\s?[-\u2013]\s?(?:ca?\.\s)?[\d/?]{3,20}(?:[-\u2013]\d{2,4})?\),"
    r"\s(?:[\w-]+\s){0,3}?(?P<calling>[a-z-]+)(?=[,.;]|\sand\b|\sof\b)"
)


@cache
def _whole_name() -> re.Pattern[str]:
    """Return the pattern of a name of up to five words, small ones between them, before a bracket or a comma."""
    small = "|".join(map(re.escape, sorted(around_names("inner_words") | {"of"})))
    return re.compile(
        rf"{_CAPITALISED}(?:\s+(?:(?:{small})\s+){{0,2}}(?:[a-z]{{2}}-)?{_CAPITALISED}){{0,4}}(?=\s*\(|,\s|\s+[{_OWN_SCRIPT}])"
    )


def opens_with_life(token: Token) -> bool:
    """Whether a paragraph opens with a name and its life: *Ada of Kell (Latin Adela; born about 1098, died 1166)*.

    So are two places with their years: *Ada Kell (Riga, 1903 or 1905 - Ely, 1966)*. Two years alone are a life where a
    calling stands behind them: *Zabolska Ada (1871-1943), teacher*; *Ada (in baptism Ida), 1583?-1663, queen of Ely*.
    """
    doc = token.doc
    if token.i > 0 or token.text in gazetteer() or token.text in thing_heads():
        return False
    name = _whole_name().match(doc.text, token.idx)
    if name is None or token.lower_ in ("the", "a", "an"):
        return False
    if any(life.match(doc.text, name.end()) for life in (_LIFE_BEHIND, _TWO_PLACES_BEHIND)):
        return True
    if _IN_OWN_SCRIPT.search(name[0]) is not None or _IN_OWN_SCRIPT.match(doc.text, name.end()) is not None:
        return len(name[0].split()) > 1 and not any(word in thing_heads() for word in name[0].split())
    behind = (years.match(doc.text, name.end()) for years in (_YEARS_BEHIND, _YEARS_PAST_BRACKET))
    return any(years is not None and _is_calling(years["calling"]) for years in behind)


def _is_calling(word: str) -> bool:
    """Whether a word for persons is not also one for what they ride in: *fighter*, *tanker*."""
    return word in person_nouns() and not any(kind.startswith("conveyance.") for kind in noun_classes(word))


def is_told_apart_by_number(words: TokenSpan) -> bool:
    """Whether it opens an entry of a lexicon that numbers namesakes: *Theodoros 12 (PmbZ 7512), strategos*."""
    doc, end = words.doc, words.end
    if words.start > 0 or len(words) > 2 or end + 1 >= len(doc) or not _NUMBER.fullmatch(doc[end].text):
        return False
    is_thing = any(t.text in thing_heads() for t in words) or words[0].text in gazetteer()
    is_word = any(
        t.text.strip(".") in calendar_words()
        or t.pos_ == "ADP"  # *At 24, Karl became ...*
        or t.text in never_persons()
        or t.lower_ in person_nouns()
        or noun_classes(t.lower_)
        for t in words
    )
    return doc[end + 1].text in ("(", ",", ":", ".", ";") and not is_thing and not is_word


def headword_joined(runs: list[NameRun], content: str) -> list[NameRun]:
    """Put the headword of an entry together: ``Bosch, Johannes, Count van den``."""
    if len(runs) < 2 or runs[0].words.start > 2 or len(runs[0].words) > 3 or runs[0].titles:
        return runs
    if any(t.text.isalpha() and t.text.islower() for t in runs[0].words.doc[: runs[0].words.start]):
        return runs  # *Born in Rouen, Karl Low moved*
    surname, at = runs[0].words, 1
    if (joined := _in_brackets_joined(runs, content) or _past_maiden_name_joined(runs)) is not None:
        return joined
    if not _follows_comma(surname, runs[1].words) or len(runs[1].words) > 5:
        return runs
    is_long = len(surname.text) > 3 or runs[1].titles > 0
    is_one_word = not any(t.whitespace_ for t in surname[:-1])
    in_capitals = span_of(surname).of(content).isupper() and is_long
    is_entry = _opens_with_given_name(runs[1]) and not _opens_with_given_name(runs[0])
    is_entry = is_entry or (is_one_word and (_has_life(runs[1]) or _has_dates_behind(runs[0], runs[1])))
    is_entry = is_entry or (is_one_word and surname.start == 0 and _has_birth_behind(runs[1]))
    # John Home, M.A.
    is_whole = len(surname) > 1 and (_opens_with_given_name(runs[0]) or surname[1].text == ".")
    is_whole = is_whole and not _is_titled_behind(runs[0], runs[1])
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


def _is_titled_behind(name: NameRun, surname: NameRun) -> bool:
    """Whether a name with its title, and the byname that tells its bearer from others, stand before a life.

    *RUSTEM PASHA, Damat (c. 1500 - 1561)*.
    """
    doc, end = surname.words.doc, surname.words.end
    is_titled = len(name.words) > 1 and name.words[-1].lower_ in around_names("titles_behind")
    return (
        is_titled
        and _BEFORE_YEAR.match(doc.text, doc[end].idx if end < len(doc) else len(doc.text)) is not None
    )


_BEFORE_YEAR = re.compile(r"\([^()]{0,20}\d{3,4}")

_OR = ("or", "also", "alias", "otherwise", "formerly", "recte")


def _in_brackets_joined(runs: list[NameRun], content: str) -> list[NameRun] | None:
    """Put a headword together that has brackets: *LIND (ANN), printer*, *LIND (or LINDE), SIR KARL*; None of others."""
    surname, inner = runs[0].words, runs[1].words
    doc, end = surname.doc, inner.end
    is_shouted = span_of(surname).of(content).isupper() and len(surname.text) > 2
    is_bracket = surname.end < end < len(doc) and doc[surname.end].text == "(" and doc[end].text[0] == ")"
    if not (is_shouted and is_bracket):
        return None
    before = [t.lower_ for t in doc[surname.end + 1 : inner.start]]
    if not before and (_opens_with_given_name(runs[1]) or _is_shouted_in_brackets(inner[0], content)):
        return [NameRun(doc[surname.start : end + 1], is_inverted=True, in_capitals=True), *runs[2:]]
    is_other_form = bool(before) and before[0] in _OR and len(runs) > 2
    if not is_other_form or doc[end + 1 : runs[2].words.start].text != "," or len(runs[2].words) > 5:
        return None
    whole = doc[surname.start : runs[2].words.end]
    return [NameRun(whole, is_inverted=True, in_capitals=True), *runs[3:]]


def _is_shouted_in_brackets(word: Token, content: str) -> bool:
    """Whether a name in capitals stands alone in its bracket, and a calling follows: *LIND (TACE), printer*."""
    doc, end = word.doc, word.i + 2
    is_alone = end < len(doc) and doc[end - 1].text[0] == ")" and span_of(word).of(content).isupper()
    return is_alone and any(_is_calling(t.lower_) for t in doc[end : end + _TO_CALLING] if t.text.islower())


_TO_CALLING = 8  #: words from the bracket


_MAIDEN_NAME = re.compile(r"[^\W\d_]+(?:,?\s+|\s+\()(?:n\u00e9e|nee|geb\.?)\s+[^,()]{2,40}?(?:,|\),?)\s+")


def _past_maiden_name_joined(runs: list[NameRun]) -> list[NameRun] | None:
    """Put surname and given name together past a maiden name: *Lind, née Berg, Ann*; None of others."""
    surname = runs[0].words
    doc, start = surname.doc, surname[0].idx
    behind = _MAIDEN_NAME.match(doc.text, start)
    given = next((r for r in runs[1:] if behind is not None and r.words[0].idx == behind.end()), None)
    if given is None or not _opens_with_given_name(given) or len(given.words) > _MOST_GIVEN:
        return None
    whole = doc[surname.start : given.words.end]
    return [NameRun(whole, is_inverted=True), *runs[runs.index(given) + 1 :]]


_MOST_GIVEN = 3
_BIRTH_BEHIND = re.compile(r",?\s+\(?(?:(?:born|b\.|n\u00e9e|nee|geb\.?)\s|\*\s?\d)")


def _has_birth_behind(given: NameRun) -> bool:
    """Whether given names alone stand before a birth: *Hirsch, Max, born in Fulda*, *Hirsch, Ida, née Berg*."""
    doc, last = given.words.doc, given.words[-1]
    is_given = not given.titles and all(is_given_name(t.text) for t in given.words)
    return is_given and _BIRTH_BEHIND.match(doc.text, last.idx + len(last.text)) is not None


def turned_joined(runs: list[NameRun]) -> Iterator[NameRun]:
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


_IN_A_CATALOGUE = re.compile(r",\s\d{4}\s?[-\u2013]\s?\d{4}\s*(?:\n|\Z)")


def _has_dates_behind(surname: NameRun, given: NameRun) -> bool:
    """Whether a dash and a date follow, as in notices of death: *Vaipulu, Taufa Sione – 14 July 1947 to*."""
    doc, end = given.words.doc, given.words.end
    if end + 1 < len(doc) and _IN_A_CATALOGUE.match(doc.text, doc[end].idx):
        return surname.words.start == 0 or doc[surname.words.start - 1].text == ":"
    if end + 1 >= len(doc) or doc[end].text not in BEFORE_LIFE or not doc[end + 1].like_num:
        return False
    places = (surname.words.text, given.words.text, given.words[0].text)
    return surname.words.start == 0 and not any(place in gazetteer() for place in places)


def _follows_comma(before: TokenSpan, after: TokenSpan) -> bool:
    return bool(after.start == before.end + 1 and before.doc[before.end].text == ",")
