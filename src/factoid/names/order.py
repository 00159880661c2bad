"""Which word of a name is what, by the order of the culture that the words betray."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factoid.names.fold import fold, fold_word
from factoid.names.given import forms_of, is_given_name
from factoid.names.lexicon import family_names_of, particles, words_of
from factoid.names.model import Culture, NamePart, PartKind
from factoid.resources import load

_GIVEN, _SURNAME, _PARTICLE = PartKind.GIVEN, PartKind.SURNAME, PartKind.PARTICLE
# J. · J · J.-P. · Ch. · Ph. · Yu. · Al. · Ю.
_INITIAL = re.compile(r"[^\W\d_]\.?|[^\W\d_]\.-[^\W\d_]\.|[A-ZА-ЯЁ](?:[a-zа-яё]|[TSC]?h|ch)\.")
ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
_HANGUL = re.compile(r"[가-힣]+")


def arrange(words: list[str], *, surname_is_last: bool) -> tuple[tuple[NamePart, ...], Culture]:
    """Return the words as parts, and the culture whose order they follow."""
    if not words:
        return (), Culture.MONONYM
    if len(words) == 1:
        return _one_word(words[0])
    for rule in (_medieval, _arabic, _slavic):
        if (found := rule(words, surname_is_last=surname_is_last)) is not None:
            return found
    if not surname_is_last:
        for rule in (_hungarian, _east_asian, _capitals_first, _slavic_surname_first):
            if (found := rule(words, surname_is_last=False)) is not None:
                return found
    return _western(words)


_Arranged = tuple[tuple[NamePart, ...], Culture]


def _one_word(word: str) -> _Arranged:
    if _HANGUL.fullmatch(word) and len(word) in (3, 4):
        return (NamePart(word[0], _SURNAME), NamePart(word[1:], _GIVEN)), Culture.EAST_ASIAN
    if _HAN.fullmatch(word) and 2 <= len(word) <= 5:
        size = 1 if len(word) < 4 else 2  # 毛泽东, but 山本五十六 and 司马相如
        return (NamePart(word[:size], _SURNAME), NamePart(word[size:], _GIVEN)), Culture.EAST_ASIAN
    kind = _GIVEN if is_given_name(word) and not is_slavic_surname(word) else _SURNAME
    return (NamePart(word, kind),), Culture.MONONYM


def _medieval(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """*William of Ockham*: what follows *of* says where from."""
    if surname_is_last:
        return None
    for i, word in enumerate(words[1:], 1):
        if word == "of" and i + 1 < len(words):
            names = [NamePart(words[0], _GIVEN)]
            names += [NamePart(w, PartKind.REGNAL if ROMAN.fullmatch(w) else _SURNAME) for w in words[1:i]]
            return (*names, NamePart(" ".join(words[i:]), PartKind.ORIGIN)), Culture.MEDIEVAL
    return None


def _arabic(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """A chain: *Usama bin Muhammad bin Ladin*; *Bashar al-Assad*."""
    folded = [fold(w) for w in words]
    descent = words_of("descent")
    arabic_article = any(_ARTICLE_BEFORE.match(w) for w in words[1:])
    linked = any(f in _LINKS or f in _ARTICLES for f in folded[1:-1]) or _has_ben(words)
    served = any(_SERVANT.fullmatch(f) for f in folded[:-1])
    if not (arabic_article or linked or served):
        return None
    words = _with_their_articles(words)
    folded = [fold(w) for w in words]
    parts: list[NamePart] = []
    for i, word in enumerate(words):
        if folded[i] in descent and i + 1 < len(words) and (i or folded[i] in _LINKS):
            parts.append(NamePart(word, PartKind.DESCENT))
        elif i == len(words) - 1 and i:
            parts.append(NamePart(word, _SURNAME))
        else:
            parts.append(NamePart(word, _GIVEN))
    return tuple(parts), Culture.ARABIC


def _has_ben(words: list[str]) -> bool:
    """*Zine ben Ali*, *DJAMEL BEN ALI*; not *Robert Ben Smith*, where Ben is a given name."""
    is_eastern = not forms_of(words[0]) or any(f.language in {"ar", "he"} for f in forms_of(words[0]))
    return any(fold(w) == "ben" and (w != "Ben" or is_eastern) for w in words[1:-1])


def _with_their_articles(words: list[str]) -> list[str]:
    """*Abd al-Rahman*, *Abu el Hassan*: a servant's name is one name, an article belongs to what follows."""
    joined: list[str] = []
    for word in words:
        if joined and (fold(joined[-1]) in _ARTICLES or _SERVANT.fullmatch(fold(joined[-1]))):
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


_ARTICLE_BEFORE = re.compile(r"(?i)(?:al|el|ul|ad|ar|as|ash|an|at|az)[-‑'’]")
_ARTICLES = frozenset({"al", "el", "ul"})
_SERVANT = re.compile(r"abd(?:[aeu]l)?(?: [aeu]l)?")
_LINKS = frozenset({"bin", "ibn", "bint", "binti", "ould", "oglu", "ogly", "abu", "abou"})


def _slavic(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """Given, patronymic, surname; or surname, given, patronymic."""
    where = [i for i, w in enumerate(words) if i and is_patronymic(w)]
    if not where:
        return None
    i = where[-1] if len(words) == 2 or len(where) == 1 else where[0]
    if len(words) == 2:
        if not (is_given_name(words[0]) or _is_initial(words[0])) or not _is_surely_patronymic(words[1]):
            return None
        return (NamePart(words[0], _GIVEN), NamePart(words[1], PartKind.PATRONYMIC)), Culture.SLAVIC
    if i == len(words) - 1 and not _is_surely_patronymic(words[i]):
        return None  # Slobodan Petar Milošević: the ending is a surname's as well
    kinds = [_GIVEN if j < i else _SURNAME for j in range(len(words))]
    kinds[i] = PartKind.PATRONYMIC
    if i == len(words) - 1:  # dictionary order without the comma
        kinds[: i - 1] = [_SURNAME] * (i - 1)
        if i == 1:
            kinds[0] = _GIVEN
    return tuple(NamePart(w, k) for w, k in zip(words, kinds, strict=True)), Culture.SLAVIC


@cache
def _patronymic_endings() -> dict[str, tuple[str, ...]]:
    data = load("name_particles")["patronymic_endings"]
    return {
        sex: tuple(sorted({fold(e) for e in endings}, key=len, reverse=True)) for sex, endings in data.items()
    }


_SURE_PATRONYMIC = re.compile(
    r"(?:ovich|evich|yevich|ovitch|evitch|owitsch|ewitsch|ovych|evych|yovych|ovna|evna|ivna|ichna|owna|ewna)$"
)


@lru_cache(maxsize=32768)
def is_patronymic(word: str) -> str | None:
    """Return the sex, ``f`` or ``m``, if the word can be an East Slavic patronymic."""
    folded = fold_word(word)
    if len(folded) < 5 or word.endswith(("ć", "Ć")):  # a South Slavic surname
        return None
    for sex in ("f", "m"):
        if folded.endswith(_patronymic_endings()[sex]):
            return sex
    return None


def _is_surely_patronymic(word: str) -> bool:
    return _SURE_PATRONYMIC.search(fold_word(word)) is not None


_SLAVIC_SURNAME = re.compile(
    r"..(?:[oe](?:v|w|ff)a?|[yi]na?|s[ck](?:y|yi|ii|ij|i|iy|oy|aya|aia|aja|a)|enko|chuk|tschuk|yuk)$"
)


@lru_cache(maxsize=32768)
def is_slavic_surname(word: str) -> bool:
    """Say whether the word ends as East Slavic surnames do."""
    return _SLAVIC_SURNAME.search(fold_word(word)) is not None


def _is_initial(word: str) -> bool:
    return _INITIAL.fullmatch(word) is not None


def _hungarian(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """*Nagy Imre*: a family name first and a given name, which is no family name, after it."""
    if surname_is_last or len(words) > 3 or fold(words[0]) not in family_names_of("hungarian"):
        return None
    if is_given_name(words[0]) or not all(is_given_name(w) for w in words[1:]):
        return None
    rest = (NamePart(w, _GIVEN) for w in words[1:])
    return (NamePart(words[0], _SURNAME), *rest), Culture.HUNGARIAN


def _east_asian(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """*Mao Zedong*, *Kim Il-sung*, *Nguyen Van Troi*."""
    if surname_is_last or len(words) > 4:
        return None
    first, last = fold(words[0]), fold(words[-1])
    cultures = [c for c in ("chinese", "korean", "vietnamese", "japanese") if first in family_names_of(c)]
    if not cultures or any(_is_initial(w) for w in words):
        return None
    if "vietnamese" not in cultures or len(words) == 2:
        languages = {form.language for form in forms_of(words[-1])} - {"jp"}
        if languages or ("japanese" in cultures and last in family_names_of("japanese")):
            return None
    if cultures == ["japanese"] and not all(_MORAE.fullmatch(fold_word(w)) for w in words[1:]):
        return None
    if cultures != ["japanese"] and not all(_is_syllables(w) for w in words[1:]):
        return None
    rest = (NamePart(w, _GIVEN) for w in words[1:])
    return (NamePart(words[0], _SURNAME), *rest), Culture.EAST_ASIAN


_SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsywv]|zh|ch|sh|ts|tz|hs|kh|ng|nh|th|tr|ph|gi)?h?[aeiouyw]{1,3}(?:ng|nh|n|r|l|k|p|m|t|c|ch|b)?h?[\s'-]?){1,3}",
    re.IGNORECASE,
)


_MORAE = re.compile(r"(?:(?:[kgsztdnhbpmyrwjf]|[ksct]h|ts|[kgnhbpmr]y|(?P<d>[kstp])(?P=d)h?)?[aeiou]h?|n)+")


@lru_cache(maxsize=32768)
def _is_syllables(word: str) -> bool:
    return len(word) <= 11 and _SYLLABLES.fullmatch(fold(word)) is not None


def _capitals_first(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """*LYUSHKOV Genrikh*: the word in capitals is the surname."""
    loud = [len(w) > 2 and w.isupper() and not _is_initial(w) for w in words]
    if surname_is_last or not loud[0] or all(loud) or any(loud[loud.index(False) :]):
        return None
    count = loud.index(False)
    surname = [NamePart(w, _SURNAME) for w in words[:count]]
    return (*surname, *(NamePart(w, _GIVEN) for w in words[count:])), Culture.WESTERN


def _is_particle(word: str) -> bool:
    """*van*, *de*, *Da*; not *D.*, *A.*: a capital alone or with a full stop is an initial."""
    return fold(word) in particles() and not word.endswith(".") and not (len(word) == 1 and word.isupper())


_AND = frozenset({"y", "e", "i"})


def _has_two_surnames(words: list[str]) -> bool:
    """*Federico García Lorca*: a Spanish given name, and before the last word one that is a surname."""
    if any(_is_initial(w) for w in words[-2:]) or not _may_be_spanish(words[0]):
        return False
    return _is_spanish_surname(words[-2]) or (is_spanish(words[0]) and not is_given_name(words[-2]))


def _may_be_spanish(word: str) -> bool:
    return any(form.language in {"es", "pt"} for form in forms_of(word))


def _is_spanish_surname(word: str) -> bool:
    return fold_word(word).endswith("ez") or fold_word(word) in _spanish_surnames()


@cache
def _spanish_surnames() -> frozenset[str]:
    return frozenset(fold(load("name_particles")["spanish_surnames"]).split())


def _slavic_surname_first(words: list[str], *, surname_is_last: bool) -> _Arranged | None:
    """*Krupskaya Nadezhda*, as in lists: a Slavic surname, then a word that can only be a given name."""
    if surname_is_last or len(words) != 2 or not is_slavic_surname(words[0]) or is_given_name(words[0]):
        return None
    if not is_given_name(words[1]) or is_slavic_surname(words[1]):
        return None
    return (NamePart(words[0], _SURNAME), NamePart(words[1], _GIVEN)), Culture.SLAVIC


def _western(words: list[str]) -> _Arranged:
    """Given names, particles, surname; two surnames in the Spanish way."""
    first = next((i for i, w in enumerate(words[1:-1], 1) if _is_particle(w)), None)
    if _is_particle(words[0]) and not is_given_name(words[0]):
        first = 0
    if first is not None:
        joins = first > 1 and words[first] in _AND
        parts = [
            NamePart(w, _SURNAME if joins and i == first - 1 else _GIVEN) for i, w in enumerate(words[:first])
        ]
        parts += [NamePart(w, _PARTICLE if _is_particle(w) else _SURNAME) for w in words[first:]]
        return tuple(parts), Culture.SPANISH if is_spanish(words[0]) else Culture.WESTERN
    if len(words) >= 3 and _has_two_surnames(words):
        given = [NamePart(w, _GIVEN) for w in words[:-2]]
        return (*given, *(NamePart(w, _SURNAME) for w in words[-2:])), Culture.SPANISH
    is_letter = len(words) == 2 and len(words[1]) == 1 and is_given_name(words[0])  # Malcolm X
    if _is_initial(words[-1]) and not _is_initial(words[0]) and not is_letter:  # Lyushkov G. S.
        return (NamePart(words[0], _SURNAME), *(NamePart(w, _GIVEN) for w in words[1:])), Culture.WESTERN
    parts = [NamePart(w, _GIVEN) for w in words[:-1]]
    culture = Culture.SLAVIC if is_slavic_surname(words[-1]) else Culture.WESTERN
    return (*parts, NamePart(words[-1], _SURNAME)), culture


@lru_cache(maxsize=4096)
def is_spanish(word: str) -> bool:
    """Say whether the given name is written in the Spanish or Portuguese way only."""
    languages = {form.language for form in forms_of(word)}
    return bool(languages) and languages <= {"es", "pt"}
