"""Keys by which names that may be one person's find each other: a set over scripts and schemes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from factoid.names.alignment import words_of_name
from factoid.names.fold import fold_surname, fold_word
from factoid.names.given import is_given_name
from factoid.names.model import PartKind
from factoid.names.romanise import is_cyrillic
from factoid.resources import load

MOST_READINGS = 48  #: ways of reading one word that count; rarer ones beyond are left out


@lru_cache(maxsize=65536)
def blocking_keys(name: str) -> frozenset[str]:
    """Return the keys of a name: names that may be one person's share at least one, others hardly ever.

    The keys are those of its surnames, in whatever script and romanisation; of a name without a surname
    those of all its words. Given names are left out, as too many people share them.
    """
    words = words_of_name(name)
    chosen = [w.key for w in words if w.kind in _OF_FAMILIES or (w.place and not is_given_name(w.text))]
    return frozenset().union(*(keys_of_word(word) for word in chosen or [w.key for w in words])) - {""}


_OF_FAMILIES = frozenset({PartKind.SURNAME, PartKind.MAIDEN})


@lru_cache(maxsize=65536)
def keys_of_word(word: str) -> frozenset[str]:
    """Return the keys of one word: a letter for each consonant's kind of sound, in every likely reading."""
    if is_cyrillic(word):
        word = _BEFORE.sub("", word)
        return frozenset(_cyrillic_keys(word))
    word = _BEFORE.sub("", word).casefold().translate(_MORE_THAN_A_LETTER)
    folded = fold_word(word)
    found: set[str] = set()
    for spelling in {folded, fold_surname(word).replace(" ", "")} - {""}:
        found |= _latin_keys(_MC.sub("mak", spelling))
    return frozenset(found)


_MORE_THAN_A_LETTER = str.maketrans({"đ": "dj", "ț": "ts", "ţ": "ts"})
_BEFORE = re.compile(r"^(?:[dlд]['’]|(?:al|el|ul)[-‑])(?=\w)", re.IGNORECASE)
_MC = re.compile(r"^mc(?!h)")


@cache
def _table(name: str) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return what splits a word into letters and groups of letters, and the sounds of each."""
    listed = load("transliteration")["sounds"][name]
    sounds = {
        str(letters): tuple(str(readings).replace("-", "").split("|")) for letters, readings in listed.items()
    }
    longest_first = sorted(sounds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), sounds


def _cyrillic_keys(word: str) -> set[str]:
    pattern, sounds = _table("cyrillic")
    plain = {word.casefold().replace("ё", "е"), fold_cyrillic_surname(word)}
    return {_key("".join(sounds[m][0] for m in pattern.findall(form))) for form in plain}


def fold_cyrillic_surname(word: str) -> str:
    """Return the surname without the ending of a case or of the feminine."""
    return _ENDING.sub("", word.casefold().replace("ё", "е"))


_ENDING = re.compile(r"(?<=..[оеиы][вн])(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)$")


def _latin_keys(folded: str) -> set[str]:
    pattern, sounds = _table("latin")
    groups = [sounds[letters] for letters in pattern.findall(folded)]
    if folded[-1] in _OFTEN_SILENT and len(folded) >= _LEAST_WITH_SILENT_END:
        groups[-1] = (*groups[-1], "")
        if _TWO_SILENT.search(folded):
            groups[-2] = (*groups[-2], "")
    ways = 1
    for i, readings in enumerate(groups):
        room = MOST_READINGS // ways
        groups[i] = readings[: max(1, room)]
        ways *= len(groups[i])
    return {_key("".join(reading)) for reading in product(*groups)}


_LEAST_WITH_SILENT_END = 5
_TWO_SILENT = re.compile(r"(?:[aeiou][lrnm]?[pcd]s|u[lr][td]|nds|nts|aud|ault|aux)$")
_OFTEN_SILENT = frozenset("stdxzpr")  #: French ends, and Latin and Greek -us, -os, -is that Russian drops


def _key(sounds: str) -> str:
    """Return the first vowel, if it comes first, and the consonants, none twice in a row."""
    sounds = re.sub(r"N(?=[BP])", "M", sounds)
    sounds = re.sub(r"[DT]+S+", "S", sounds)
    first = "a" if sounds[:1].islower() else ""
    consonants = re.sub(r"([A-Z])\1+", r"\1", re.sub(r"[a-z]", "", sounds))
    return first + consonants
