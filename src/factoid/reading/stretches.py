"""How far a stretch of capitalised words goes: initials, small words within names, epithets and nicknames."""

from __future__ import annotations

import re
import unicodedata

from factoid.names import is_given_name, title_of
from factoid.reading.lexicons import around_names, calendar_words, demonyms, person_nouns, thing_heads
from factoid.reading.parse import Doc, Token, offset_of
from factoid.reading.word_classes import noun_classes

JOINS = frozenset(["-", "'", "’"])
_CARDINAL = re.compile(r"[1-9]|1\d|2[0-3]")
_ROMAN = re.compile(r"(?:[IVX]{1,5})\.?")
_ASPIRATED = re.compile(r"(?:ch|k|p|t|ts|tz)['’ʻ][^\W\d_A-Z]{1,4}")  # as Wade and Giles write Chinese
_OPENING = ("PRON", "DET", "AUX", "SCONJ")  #: a word with which a sentence opens, and no name goes on
_APOSTROPHE = re.compile(r"[dlDLO]['’][^\W\d_a-z]")


def has_capital(text: str) -> bool:
    """Whether a word carries a capital, behind an apostrophe or particle too."""
    bare = text.lstrip("ʿʾʼ'")
    return bare[:1].isupper() or _APOSTROPHE.match(text) is not None


def is_name_word(token: Token) -> bool:
    """Whether a word can be part of a name by its letters."""
    text = token.text
    if not has_capital(text):
        return False
    if token.lower_ in _INNER_PREPOSITIONS and token.pos_ in ("ADP", "SCONJ") and _is_between_capitals(token):
        return False  # Ten Facts About Karl Lind
    if text == "I" or (text.strip(".") in calendar_words() and not is_called_like_a_date(token)):
        return False
    is_people = token.lower_ in demonyms() or _is_plural_of_people(token)
    if is_people and not is_given_name(text) and not _is_surname_of_people(token):
        return False
    return all(c.isalpha() or c in "-'.’ʿʾʼ" or unicodedata.combining(c) for c in text)


_INNER_PREPOSITIONS = frozenset(
    ("about", "behind", "against", "without", "between", "after", "before", "from", "with")
)


def _is_between_capitals(token: Token) -> bool:
    """Whether the word stands within a line of words in capitals, as headings have them."""
    doc, at = token.doc, token.i
    return 0 < at < len(doc) - 1 and has_capital(doc[at - 1].text) and has_capital(doc[at + 1].text)


def _is_plural_of_people(token: Token) -> bool:
    """*Chekists*, *Poles*: a group, no name."""
    if not token.text.endswith("s") or token.tag_ not in ("NNS", "NNPS"):
        return False
    singular = token.lower_[:-1]
    return singular in demonyms() or singular in person_nouns()


def _is_surname_of_people(token: Token) -> bool:
    """Whether the word for a people is a surname: *Fleming, Richard* as a headword, *J. B. French*."""
    doc, at = token.doc, token.i
    if at <= 1 and at + 2 < len(doc) and doc[at + 1].text == ",":
        return is_given_name(doc[at + 2].text)
    if at == 0 or (at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "PROPN")):
        return False
    before = doc[at - 1].text
    is_initial = len(before) == 2 and before[0].isupper() and before[1] == "."
    return is_initial or (at > 1 and is_given_name(before) and title_of(doc[at - 2].text) is not None)


def is_called_like_a_date(token: Token) -> bool:
    """Whether a word of the calendar is part of a name: *Jan van Riebeeck*, *Sun Yat-sen*, *Mme Sun*, *Sun Quanmou*."""
    if token.text != "Sun":
        return is_called_like_a_month(token)
    doc, at = token.doc, token.i
    if at and (title := title_of(doc[at - 1].text)) is not None:
        return not title.is_name_too
    if at + 2 >= len(doc) or not has_capital(doc[at + 1].text) or doc[at + 1].text in calendar_words():
        return False
    is_common = bool(noun_classes(doc[at + 1].lower_)) or doc[at + 1].text in thing_heads()  # Sun Valley
    return doc[at + 2].text == "-" or (doc[at + 1].text.istitle() and not is_common)


_LONG_MONTHS = frozenset(("April", "May", "June", "August"))
_BEFORE_MONTHS = frozenset(
    ("in", "until", "till", "since", "by", "early", "late", "last", "that", "next", "mid")
)


def is_called_like_a_month(token: Token) -> bool:
    """Whether a month's word is a given name here: *Jan van Riebeeck*, *April Jones*, the headword *LIND, Jan*."""
    if token.text not in around_names("month_names"):
        return False
    if token.i + 1 >= len(token.doc):
        return token.i == 2 and token.nbor(-1).text == "," and token.nbor(-2).text.isupper()
    after = token.nbor(1)
    if token.text in _LONG_MONTHS and token.i and token.nbor(-1).lower_ in _BEFORE_MONTHS:
        return False  # In August Lind left
    if token.text in _LONG_MONTHS and token.i and _is_called(token.nbor(-1)) and not after.text[0].isdigit():
        return True  # LIND, Karl August, b. 1851
    if (
        token.i == 2
        and token.nbor(-1).text == ","
        and has_capital(token.doc[0].text)
        and after.text in (",", "(")
    ):
        return True
    return after.text[0].isupper() or after.text in around_names("inner_words")


def _is_called(word: Token) -> bool:
    """Whether the word is a given name, and no month: *Karl August*, *Ida May*; not *May, June*."""
    return word.text[:1].isupper() and is_given_name(word.text) and word.text not in calendar_words()


def end_of_stretch(first: Token, inside: frozenset[str], content: str) -> int:
    """Return where the run that starts with the token ends."""
    doc, at = first.doc, first.i + 1
    while at < len(doc):
        token = doc[at]
        if _is_broken(doc[at - 1], token, content):
            break
        if is_name_word(token) or _is_number(token) or token.text in around_names("suffixes"):
            at += 1
            continue
        if (
            token.text == "."
            and at + 1 < len(doc)
            and _is_abbreviated(doc[at - 1])
            and is_name_word(doc[at + 1])
            and not (doc[at + 1].is_sent_start and doc[at - 1].lower_ in person_nouns())
            and doc[at + 1].pos_ not in _OPENING
        ):
            at += 2
            continue
        ahead = _joined(doc, at)
        if ahead == at:
            break
        at = ahead
    return at


def _is_number(token: Token) -> bool:
    """Whether it is a ruler's number, *King Philip 3* too; ``I`` only where nobody speaks."""
    if _CARDINAL.fullmatch(token.text):
        return _is_number_of_ruler(token)
    if not _ROMAN.fullmatch(token.text):
        return False
    if token.text != "I":
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return is_given_name(token.nbor(-1).text) or after is None or after.pos_ not in ("AUX", "VERB", "ADV")


def _is_number_of_ruler(token: Token) -> bool:
    """Whether a figure behind a title and one given name counts rulers: *Pope Paul 5*; not *King Oleg 5 ships*."""
    doc, at = token.doc, token.i
    is_last = at + 1 >= len(doc) or doc[at + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
    is_ruler = at > 1 and doc[at - 2].lower_ in around_names("numbered") and has_capital(doc[at - 2].text)
    return is_last and is_ruler and has_capital(doc[at - 1].text)


def _is_abbreviated(token: Token) -> bool:
    """Whether the full stop after it ends no sentence: ``Capt``, ``Wm``."""
    if token.whitespace_:
        return False
    return (
        len(token.text) == 1
        or title_of(token.text) is not None
        or token.text in around_names("abbreviated_given_names")
    )


def _joined(doc: Doc, at: int) -> int:
    """Return where a run goes on after small words within a name (van den, -, ibn), or ``at``."""
    ahead, limit = at, len(doc)
    if at + 2 < limit and is_arabic_article(doc, at):
        return at + 3 if is_name_word(doc[at + 2]) else at
    while (
        ahead < limit
        and ahead - at < 3
        and (_is_tight(doc, ahead) or doc[ahead].text in around_names("inner_words"))
    ):
        ahead += 1
    if ahead > at and ahead < limit:
        if is_name_word(doc[ahead]):
            return ahead + 1
        if doc[ahead - 1].text == "-" and _is_syllable(doc[ahead]):
            return ahead + 1
    return _past_epithet(doc, at) or _past_nickname(doc, at) or at


def is_arabic_article(doc: Doc, at: int) -> bool:
    """Whether the word is the article that a hyphen ties to a name: *al-Waqidi*, *Abu l-Walid*."""
    is_article = doc[at].text in around_names("arabic_articles")
    return is_article and at + 1 < len(doc) and _is_tight(doc, at + 1)


def _is_tight(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.text in JOINS and not token.whitespace_ and not doc[at - 1].whitespace_


def _is_syllable(token: Token) -> bool:
    """Whether a small word after a hyphen is the second half of a name: *Tao-kuang*, *Yüan-p'ei*."""
    lower = token.text
    is_aspirated = _ASPIRATED.fullmatch(lower) is not None
    return is_aspirated or (
        lower.isalpha()
        and len(lower) <= 6
        and token.tag_ not in ("VBN", "VBG", "VBD", "JJ", "IN")
        and lower not in person_nouns()
    )


def _past_epithet(doc: Doc, at: int) -> int:
    """Return where the run ends after an epithet, *Ivan the Terrible*; 0 if there is none."""
    if at + 1 >= len(doc) or doc[at].text != "the" or doc[at - 1].text.endswith("."):
        return 0
    word = doc[at + 1]
    is_name_of_one_word = at == 1 or not has_capital(doc[at - 2].text)
    if word.lower_ not in around_names("epithets") and not (
        is_name_of_one_word and word.text[0].isupper() and title_of(word.text) is None
    ):
        return 0
    follower = doc[at + 2].pos_ if at + 2 < len(doc) else "PUNCT"
    return 0 if follower in ("NOUN", "PROPN", "ADJ") else at + 2


def _past_nickname(doc: Doc, at: int) -> int:
    """Return where the run goes on after a nickname, *Owen "Black Oak" O'Malley*; 0 if there is none."""
    if at + 2 >= len(doc) or doc[at].text not in ('"', "'", "("):
        return 0
    for end in range(at + 2, min(at + 5, len(doc) - 1)):
        if doc[end].text in ('"', "'", ")"):
            inner = all(has_capital(t.text) for t in doc[at + 1 : end])
            return end + 2 if inner and is_name_word(doc[end + 1]) and doc[end + 1].ent_type_ != "GPE" else 0
    return 0


def _is_broken(before: Token, token: Token, content: str) -> bool:
    """Whether a line ends between two words that are no running text."""
    between = content[offset_of(before) : offset_of(token)]
    if before.text[-1] == "." and token.pos_ in _OPENING:
        return True  # the son of Sigurd I. His brother
    if "\n" not in between:
        return (
            bool(token.is_sent_start)
            and before.text[-1] in ".?!"
            and len(before.text) > 3
            and title_of(before.text) is None
        )
    start = content.rfind("\n", 0, offset_of(before)) + 1
    return offset_of(before) - start < 55
