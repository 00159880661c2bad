"""Capitalised words that name nobody where they stand: works, ships, months, posts, lands, households and houses."""

from __future__ import annotations

import re

from factoid.names import is_given_name
from factoid.reading.lexicons import around_names, heads, person_nouns
from factoid.reading.name_run import NameRun
from factoid.reading.parse import Token, TokenSpan
from factoid.reading.word_classes import noun_classes
from factoid.resources import load


def names_no_person(run: NameRun) -> bool:
    """Whether it is what a thing or a post is called: *a film titled Young Karl*, *a James McGill Professor*."""
    before = run.words.doc[run.words.start - 1].lower_ if run.words.start > 0 else ""
    is_role = run.words[-1].lower_ in person_nouns()
    is_told = (is_role and (before in ("a", "an") or _is_post(run.bare))) or before in ("titled", "entitled")
    if (
        is_told
        or _is_behind_sign_of_life(run)
        or _tells_whence(run, before)
        or _is_month(run)
        or _is_ship(run, before)
        or is_titled_thing(run)
        or _is_played(run)
        or _is_seat_of_party(run)
    ):
        return True
    return _is_called_thing(run) or _is_household(run, before) or _is_house_of(run) or _is_ruled(run)


_SIGN_AND_DATE = re.compile(r"[*\u2020\u2726]\s?(?:[\d./-]+|\d{1,2}\.? [A-Z][a-z]+\.? \d{3,4})(?: in)? $")


def _is_behind_sign_of_life(run: NameRun) -> bool:
    """Whether it stands where somebody was born or died: the sign and the date of birth before *Posen*."""
    text = run.words.doc.text[: run.words[0].idx]
    return _SIGN_AND_DATE.search(text[-_LONGEST_DATE:]) is not None


_LONGEST_DATE = 30  #: characters

_QUOTES = ('"', "'", "\u201c", "\u201d")


def _is_called_thing(run: NameRun) -> bool:
    """Whether it stands in quotation marks behind an article: *built the "Orion"*, *the Naples "Judith"*."""
    doc, start, end = run.words.doc, run.words.start, run.words.end
    if run.titles or start < 2 or end + 1 >= len(doc) or doc[start - 1].text not in _QUOTES:
        return False
    has_name_before = start > 2 and doc[start - 2].pos_ == "PROPN" and doc[start - 3].lower_ in _ARTICLES
    is_thing = doc[start - 2].lower_ in _ARTICLES or has_name_before
    return is_thing and doc[end].text in _QUOTES and doc[end + 1].lower_ not in ("who", "whose", "whom")


_ARTICLES = ("the", "a", "an")


def _is_household(run: NameRun, before: str) -> bool:
    """Whether it is a surname of several: *the Skarps came*, *the two Berghs*."""
    word = run.words[-1]
    is_plural = word.tag_ == "NNPS" and word.text.endswith("s") and not word.text.endswith("ss")
    return len(run.words) == 1 and is_plural and before in ("the", "two", "both", "three", "own")


def _is_house_of(run: NameRun) -> bool:
    """Whether nothing is owned by its owner but a house: *at Anderson's.*, *St Peter's was*, *Guy's Hospital*."""
    doc, end = run.words.doc, run.words.end
    if end + 1 >= len(doc) or doc[end].text != "'s":
        return False
    after = doc[end + 1]
    is_saint = run.words[0].text in around_names("saints")
    return after.text in heads("organisation") or (is_saint and after.pos_ not in ("NOUN", "ADJ", "NUM"))


def _is_ruled(run: NameRun) -> bool:
    """Whether it is over what somebody rules: *king of Tara*, *the bishop of Toul*."""
    doc, start = run.words.doc, run.words.start
    is_alone = len(run.words) == 1 and start > 1 and doc[start - 1].lower_ == "of"
    return is_alone and doc[start - 2].lower_ in around_names("lords") | around_names("holders_of_lands")


def _tells_whence(run: NameRun, before: str) -> bool:
    """Whether one word stands between article and calling, and so tells of what place or body: *a Truro saddler*."""
    doc, end = run.words.doc, run.words.end
    is_alone = len(run.words) == 1 and not run.titles and end < len(doc)
    return (
        is_alone and before in ("a", "an") and doc[end].text.islower() and doc[end].lower_ in person_nouns()
    )


def _is_month(run: NameRun) -> bool:
    """Whether it stands between the day and the year: *11 Dhu al-Hijja 207*, *4th Novr. 1798*."""
    doc, start, end = run.words.doc, run.words.start, run.words.end
    end += end < len(doc) and doc[end].text == "."
    if start == 0 or end >= len(doc) or not doc[end].text.isdigit():
        return False
    return _DAY.fullmatch(doc[start - 1].lower_) is not None


_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?")


def _is_ship(run: NameRun, before: str) -> bool:
    """Whether a whole name has the article and acts at once, as ships do: *the Adolph Krantz landed him*."""
    doc, end = run.words.doc, run.words.end
    is_whole = len(run.words) > 1 and not run.titles and is_given_name(run.words[0].text)
    is_acting = end < len(doc) and doc[end].tag_ in ("VBD", "VBZ") and run.words.root.dep_.startswith("nsubj")
    return is_whole and is_acting and before == "the" and run.words.root.head.i >= end


def is_titled_thing(run: NameRun) -> bool:
    """Whether the one word behind a title is for a thing: *Princess Cruises*, *General Instrument*."""
    is_bare = run.titles == 1 and len(run.bare) == 1
    is_title = run.words[0].lower_ in around_names("titles_of_things")
    return is_bare and is_title and run.bare[0].lower_ in around_names("things_with_titles")


def _is_played(run: NameRun) -> bool:
    """Whether somebody on the stage is named: *known for her role as Jean Moss*."""
    doc, start = run.words.doc, run.words.start
    return start > 1 and doc[start - 1].lower_ == "as" and doc[start - 2].lower_ in around_names("acted")


def _is_seat_of_party(run: NameRun) -> bool:
    """Whether it is but a seat in a parliament, with the party: *was Labour MP for Leeds*."""
    words, bodies = [t.text for t in run.words], load("bodies")
    return len(words) == 2 and words[0] in bodies["party_adjective"] and words[1] in bodies["seat"]


_ADJECTIVES = ("al", "ary", "ive", "ic")


def _is_post(words: TokenSpan) -> bool:
    """Whether a word for a role has common words before it, no name: *Deputy Prime Minister*, *Financial Officer*."""
    last = words[-1].text
    before = [t for t in words[:-1] if t.text[:1].isalpha() and t.lower_ != "and"]  # *Banker and Poet*
    is_tagged = words[-1].ent_type_ == "PERSON"  # *Miller Baker*
    return not (is_tagged or is_given_name(last)) and bool(before) and all(_is_common(t) for t in before)


def _is_common(word: Token) -> bool:
    is_adjective = word.pos_ == "ADJ" or word.lower_.endswith(_ADJECTIVES)
    is_name = is_given_name(word.text) or len(word.text.strip(".")) == 1
    return not is_name and (is_adjective or bool(noun_classes(word.lower_)))
