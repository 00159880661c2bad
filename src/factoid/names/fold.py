"""Words brought to a common form: letters of ASCII, small, without accents or apostrophes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Letters whose accent carries the sound: anyascii would drop it.
_SOUNDING = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ś": "sh", "ć": "ch", "ź": "zh", "ż": "zh", "ş": "sh", "ș": "sh",
     "ŝ": "sh", "ĉ": "ch", "ç": "s", "ñ": "n", "ł": "l", "đ": "d", "ř": "rzh", "ß": "ss", "þ": "th",
     "ð": "d", "ě": "e", "ʹ": "", "ʺ": "", "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "`": "", "´": "",
     "ـ": ""}
)  # fmt: skip
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text in small ASCII letters, words parted by single spaces; any script is romanised."""
    if text.isascii():
        text = text.lower()
        if text.isalpha():
            return text
    else:
        text = unicodedata.normalize("NFC", text).casefold()
        if _HAN.search(text):
            return _NOT_LETTER.sub(" ", _CAMEL.sub(" ", anyascii(text)).lower()).strip()
        text = anyascii(text.translate(_SOUNDING)).lower()
    return _NOT_LETTER.sub(" ", text.replace("'", "").replace("`", "")).strip()


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return the word folded, with hyphens and spaces closed up."""
    return fold(word).replace(" ", "")


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Return the letters of the word small and without marks, in its own script."""
    marked = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in marked if not unicodedata.combining(c) and c.isalnum())


_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]|['’])$", re.IGNORECASE)
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# Case endings of East Slavic surnames after the suffixes that make them: -ов, -ев, -ин, -ын.
_OBLIQUE = re.compile(r"(?:(?<=..[оеё]в)|(?<=..[иы]н))(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)$")
_OBLIQUE_ADJECTIVE = re.compile(r"(?<=.[сц]к)(?:ого|ому|им|ом|ая|ой|ую|ою|ие|их|ими|а)$")
_FEMININE = re.compile(r"(?:(?<=..[oe]v)|(?<=..in)|(?<=..yn))a$")
_FEMININE_ADJECTIVE = re.compile(r"(?<=sk)(?:aya|aia|aja|a|oj|oi)$|(?<=ck)a$")


# What the unmarried daughters of Lithuanians are called: *Zaluskytė* of *Zaluskis*, *Grinbergaitė* of *Grinbergas*.
_LITHUANIAN_FATHER = {"ytė": "is", "aitė": "as", "utė": "us"}
_LITHUANIAN_DAUGHTER = re.compile(r"(?<=\w{3})(?:ytė|aitė|utė)$")


def _nominative(word: str) -> str:
    word = word.casefold()
    word = _OBLIQUE.sub("", word)
    return _OBLIQUE_ADJECTIVE.sub("ий", word)


@lru_cache(maxsize=65536)
def fold_surname(text: str) -> str:
    """Return a key for a surname: possessive, case and feminine endings folded to the base form.

    *Люшкова*, *Люшковым*, *Lyushkova* and *Lyushkov's* give the key of *Lyushkov*. An ending is folded only
    after the suffixes that take it, so that *Dvořák* and *Schiller* stay as they are.
    """
    text = _POSSESSIVE.sub("", text.strip())
    if _CYRILLIC.search(text):
        text = _nominative(text)
    folded = fold(_LITHUANIAN_DAUGHTER.sub(lambda m: _LITHUANIAN_FATHER[m[0]], text))
    folded = _FEMININE_ADJECTIVE.sub("y", _FEMININE.sub("", folded))
    return re.sub(r"(?<=[sc]k)(?:ii|iy|ij|yi|yj|i)$", "y", folded)
