"""Keys by which names that may be one person's find each other: a set over scripts and schemes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from factoid.names.alignment import words_of_name
from factoid.names.fold import fold_surname, fold_word
from factoid.names.given import forms_of, is_given_name
from factoid.names.model import PartKind
from factoid.names.romanise import is_cyrillic
from factoid.resources import load

MOST_READINGS = 96  #: ways of reading one word that count; rarer ones beyond are left out


@lru_cache(maxsize=65536)
def blocking_keys(name: str) -> frozenset[str]:
    """Return the keys of a name: names that may be one person's share at least one, others hardly ever.

    The keys are those of its surnames, in whatever script and romanisation; of a name without a surname
    those of all its words, and of the families of its given names. Beside a surname given names are left out,
    as too many people share them.
    """
    words = words_of_name(name)
    chosen = [w.key for w in words if w.kind in _OF_FAMILIES or (w.place and not is_given_name(w.text))]
    found = frozenset().union(*(keys_of_word(word) for word in chosen or [w.key for w in words])) - {""}
    if len(chosen) > 1 or any(word.kind in _OF_FAMILIES and not is_given_name(word.text) for word in words):
        return found
    return found | {f"={form.family}" for word in words for form in forms_of(word.text)}


_OF_FAMILIES = frozenset({PartKind.SURNAME, PartKind.MAIDEN})


@lru_cache(maxsize=65536)
def keys_of_word(word: str) -> frozenset[str]:
    """Return the keys of one word: a letter for each consonant's kind of sound, in every likely reading.

    A long word has more: coarser ones, without voice and breath, and those of a slip, with one sound left out and
    the first vowel: long words hardly ever meet by chance.
    """
    found = _cyrillic_keys(word) if is_cyrillic(word) else _latin_keys(word)
    vowel = _first_vowel(word)
    slips = {f"-{slip}{vowel}" for key in _usual_keys(word, found) for slip in _slips(key)}
    found |= {stem for key in found if len(stem := _SLAVIC_ENDING.sub("", key)) >= _LEAST_STEM}
    coarse = {re.sub(r"([A-Z])\1+", r"\1", key.translate(_COARSER)) for key in found}
    coarse = {key if len(key) > _LEAST_LONG else key + vowel for key in coarse if len(key) >= _LEAST_LONG}
    return frozenset(found | slips | {f"~{key}" for key in coarse})


def _usual_keys(word: str, keys: set[str]) -> set[str]:
    """Return the keys of the most usual readings."""
    if is_cyrillic(word) or not (folded := fold_word(word)):
        return keys
    pattern, sounds = _table("latin")
    return _keys((sounds[letters] for letters in pattern.findall(folded)), most=_USUAL_READINGS)


def _slips(key: str) -> set[str]:
    """Return a long key and what is left of it when one sound is missed: *Ossipowitsch*, *Oslipowitsch*."""
    if len(key) < _LEAST_LONG:
        return set()
    return {key, *(key[:i] + key[i + 1 :] for i in range(1, len(key)))}


def _first_vowel(word: str) -> str:
    """Return the kind of the first vowel: *a*, *e* (and *i*) or *o* (and *u*)."""
    letters = word.casefold() if is_cyrillic(word) else _GLIDE.sub("", fold_word(word))
    found = _VOWEL.search(letters)
    return found.group().translate(_KINDS_OF_VOWEL) if found else ""


_USUAL_READINGS = 2
_GLIDE = re.compile(r"y(?=[aeou])")
_VOWEL = re.compile(r"[aeiouyаеёиоуыэюяіїєў]")
_KINDS_OF_VOWEL = str.maketrans("iyuаеёиоуыэюяіїєў", "eeoaeoeooeeoaeeeo")
# Abikeevich, Abikeev; Starodub, Starodubov; Orléans, Орлеанская: a Slavic ending more or less
_SLAVIC_ENDING = re.compile(r"(?:VS|VH|V?SK|V|VN)$")
_LEAST_STEM = 4  #: sounds that are left of a key when an ending is taken off
_COARSER = str.maketrans({"B": "P", "V": "P", "D": "T", "G": "K", "H": "K", "M": "N"})
_LEAST_LONG = 4  #: sounds of a word that is long; one of just so many has its first vowel in its coarser keys

_BEFORE = re.compile(r"^(?:д['’]|(?:al|el|ul)[-‑])(?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"[dl]['’](?=\w)", re.IGNORECASE)
_MC = re.compile(r"^mc(?!h)")


@cache
def _table(name: str) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return what splits a word into letters and groups of letters, and the sounds of each."""
    listed = load("transliteration")["sounds"][name]
    sounds = {str(letters): _readings(str(readings)) for letters, readings in listed.items()}
    longest_first = sorted(sounds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), sounds


def _readings(listed: str) -> tuple[str, ...]:
    """Return the readings of a row: which vowel it is does not matter to a key."""
    plain = (re.sub(r"[a-z]+", "a", reading.replace("-", "")) for reading in listed.split("|"))
    return tuple(dict.fromkeys(plain))


def _cyrillic_keys(word: str) -> set[str]:
    pattern, sounds = _table("cyrillic")
    word = _BEFORE.sub("", word).casefold().replace("ё", "е")
    found = {
        key
        for form in {word, fold_cyrillic_surname(word)}
        for key in _keys([sounds[letters] for letters in pattern.findall(form)])
    }
    if word.endswith("он"):  # Draco, Vulso: Дракон, Вульсон
        found |= {key[:-1] for key in found if len(key) > _LEAST_LATIN_STEM}
    return found


_LEAST_LATIN_STEM = 3


def fold_cyrillic_surname(word: str) -> str:
    """Return the surname without the ending of a case or of the feminine."""
    return _ENDING.sub("", word.casefold().replace("ё", "е"))


_ENDING = re.compile(r"(?<=..[оеиы][вн])(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)$")


def _latin_keys(word: str) -> set[str]:
    if _ARTICLE.match(word):  # L’Amour is Ламур, and D’Avesnes is д’Авен
        return _latin_keys(word[0] + word[2:]) | _latin_keys(word[2:])
    word = _BEFORE.sub("", word).casefold()
    written = {word, word.translate(_MORE_THAN_A_LETTER)}
    spellings = {fold_word(spelt) for spelt in written}
    if (of_a_man := _CZECH_WOMAN.sub("", word)) != word:
        spellings.add(fold_word(of_a_man))
    spellings |= {fold_surname(spelt).replace(" ", "") for spelt in written}
    return {
        key for spelling in spellings - {""} for key in _keys_of_spelling(_MC.sub("mak", spelling)) if key
    }


_CZECH_WOMAN = re.compile(r"(?<=..)ov(?:á|é)$")
#: letters whose sound folding loses; Portuguese õ is оин in Russian, Turkish ğ is silent
_MORE_THAN_A_LETTER = str.maketrans(
    {"đ": "dj", "ț": "ts", "ţ": "ts", "ą": "on", "ę": "en", "ã": "an", "õ": "oin", "ğ": ""}
)


def _keys_of_spelling(folded: str) -> set[str]:
    pattern, sounds = _table("latin")
    letters = pattern.findall(folded)
    groups = [sounds[group] for group in letters]
    is_long = len(folded) >= _LEAST_WITH_SILENT_END or _SHORT_SILENT.search(folded) is not None
    if folded[-1] not in _OFTEN_SILENT or not is_long:
        return _keys(groups)
    ends = [(*groups[-1], "")]
    if _TWO_SILENT.search(folded):
        ends.insert(0, (*groups[-2], ""))
    found = _keys([*groups[: -len(ends)], *ends])
    return found if len(letters[-1]) == 1 else found | _keys(sounds[g] for g in pattern.findall(folded[:-1]))


_LEAST_WITH_SILENT_END = 5
_SHORT_SILENT = re.compile(r"(?:oi[sdtx]|[iou]ot|aud|uit|[aeo]ux)$")
_TWO_SILENT = re.compile(r"(?:[aeiou][lrnm]?[pcd]s|u[lr][td]|nds|nts|aud|ault|aux|[aeio]st|[eè]rs|[eè]res)$")
_OFTEN_SILENT = frozenset("stdxzpr")  #: French ends, and Latin and Greek -us, -os, -is that Russian drops


def _keys(groups: Iterable[tuple[str, ...]], most: int = MOST_READINGS) -> set[str]:
    """Return the keys of the ways to read the groups one after the other, the most usual ones."""
    spoken = [""]
    for readings in groups:
        further = dict.fromkeys(before + reading for reading in readings for before in spoken)
        spoken = list(islice(further, most))
    return {_key(sounds) for sounds in spoken}


def _key(sounds: str) -> str:
    """Return the first vowel, if it comes first, and the consonants, none twice in a row."""
    sounds = re.sub(r"N(?=[BP])", "M", sounds)
    sounds = re.sub(r"[DT]+S+", "S", sounds)
    first = "a" if sounds[:1].islower() else ""
    consonants = re.sub(r"([A-Z])\1+", r"\1", re.sub(r"[a-z]", "", sounds))
    return first + consonants
