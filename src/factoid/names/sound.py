"""How a word sounds, as a set of keys: one for each way of reading its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.names.fold import fold_surname, fold_word
from factoid.names.respelling import Respelling
from factoid.names.romanise import is_cyrillic, romanisations

_CONSONANTS = Respelling(
    (r"schtsch|shch|chtch|stch|scz|szcz", "S"),
    (r"tsch|tch|cz|ch(?=[aeiouy])", "S"),
    (r"sch|sh|ch|sz|zh|rz", "S"),
    (r"dzh|dj|dsch|dz", "S"),
    (r"kh|gh|x", "k"),
    (r"ph|ff|w", "v"),
    (r"f", "v"),
    (r"ts|tz|c(?=[eiy])|z", "s"),
    (r"ck|c|q", "k"),
    (r"j(?=[^aeiou]|$)", ""),
)


@lru_cache(maxsize=65536)
def sounds_of(word: str) -> frozenset[str]:
    """Return the keys of the word: two spellings of one name share at least one."""
    spellings = {fold_word(word), fold_surname(word).replace(" ", "")}
    if is_cyrillic(word):
        spellings |= {fold_word(spelt) for spelt in romanisations(word).values()}
    return frozenset(_skeleton(spelling) for spelling in spellings if spelling)


def _skeleton(word: str) -> str:
    word = _CONSONANTS.of(word)
    first = word[:1] if word[:1] not in "aeiouyj" else "A"
    rest = re.sub(r"[aeiouyjh]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


# What one sound is written as by English, French, German and Italian ears, above all for Arabic and Persian
# names: Qaddafi, Gaddafi, Kadhafi; Bashar, Bachar; Nooristani, Nuristani. Vowels are kept, unlike in a key.
_ONE_SOUND = Respelling(
    (r"schtsch|chtch|szcz|stsch|shch", "S"),
    (r"tsch|tch|cz|dj|dzh|sch|sh|ch|sz|zh|j(?=[aeiou])", "S"),
    (r"j", "i"),
    (r"ph|w|ff", "v"),
    (r"q|gh|kh|g|c(?![eiy])|ck", "k"),
    (r"dh|th|tt?|d", "t"),
    (r"tz|z", "s"),
    (r"ou|oo|o", "u"),
    (r"ee|ei|ey|ie|iy|y|i|e", "i"),
    (r"ai|ay", "ai"),
    (r"(?<=[aeiou])h(?![aeiou])|'", ""),
    (r"mo(?=h)", "mu"),
    (r"(.)\1+", r"\1"),
)


@lru_cache(maxsize=65536)
def spelling_of(folded: str) -> str:
    """Return a folded word with one letter for each sound, equal for spellings by different ears."""
    return _ONE_SOUND.of(folded)


# Wade-Giles and pinyin write one syllable with different letters: Mao Tse-tung, Zedong; Hsi, Xi; Teng, Deng.
_CHINESE = Respelling(
    (r"^(?:zh|ch|j|q)", "C"),
    (r"^(?:tz|ts|z|c)", "Z"),
    (r"^(?:hs|sh|sz|ss|x|s)", "S"),
    (r"^[bp]", "P"),
    (r"^[dt]", "T"),
    (r"^[gk]", "K"),
    (r"ong", "ung"),
    (r"ieh", "ie"),
    (r"ih$|(?<=^[SZ])u$", "i"),
    (r"uo|oh|eh$", "o"),
    (r"(?<=[ZCSPTK])o$", "e"),
    (r"uei|ui", "ui"),
    (r"(?<=[CS])u(?=[ae])", "iu"),
)
_CHINESE_SYLLABLE = re.compile(
    r"(?:[zcs]h|ts|tz|hs|sz|ss|[bpmfdtnlgkhjqxrzcsyw])?h?(?:[iu]?[aeo]?[aeiou]h?|[aeiou]+h?)(?:ng(?![aeiou])|n(?![aeiou])|rh?$)?"
)


@lru_cache(maxsize=16384)
def chinese_sound(folded: str) -> str:
    """Return a key of a Chinese name in Latin letters that Wade-Giles and pinyin share, roughly."""
    syllables = _CHINESE_SYLLABLE.findall(folded)
    if "".join(syllables) != folded:
        return folded
    return ".".join(map(_CHINESE.of, syllables))


_KATAKANA = re.compile(r"[ァ-ヶー]{2,}")
# Katakana has no v, l or th, closes syllables with vowels and writes h and f alike.
_KANA_SOUNDS = Respelling(
    (r"schtsch|tsch|shch|tch|sch|ch|sh|zh|ts|tz|dz|th|[szxj]|c(?=[eiy])", "S"),
    (r"kh|gh|ph|[hfvwb]", "H"),
    (r"ck|[cqk]", "K"),
    (r"[lr]", "R"),
    (r"[aeiouy' ]", ""),
    (r"(.)\1+", r"\1"),
    (r"(?<=..)R$", ""),  # Schneider ends in a long a
)


def is_katakana(word: str) -> bool:
    """Say whether the word is a foreign one in Japanese letters."""
    return _KATAKANA.fullmatch(word) is not None


@lru_cache(maxsize=16384)
def kana_sound(folded: str) -> str:
    """Return a key of a word in Latin letters that it shares with what Japanese hears of it, roughly."""
    return _KANA_SOUNDS.of(folded)
