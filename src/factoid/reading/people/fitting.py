"""Names weighed against names: whether two full names can be one person's, and how well a short one fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance.LCSseq import normalized_similarity as ratio

from factoid.names import (
    Name,
    fold,
    fold_surname,
    gender_of_given_name,
    given_name_relation,
    is_given_name,
    is_patronymic,
    parse_name,
    respelt,
    romanised_key,
)
from factoid.names.given import forms_of
from factoid.names.model import PartKind
from factoid.reading.lexicons import around_names

_PATRONYMIC_ENDINGS = (
    "ovich", "evich", "ovna", "evna", "ichna", "lyich", "ukich", "omich", "uzmich", "itich", "ivna", "ovych",
    "evych",
)  # fmt: skip
_SURELY_PATRONYMIC = ("ovna", "evna", "ivna", "ichna")  #: no surname ends so

Key = tuple[str, ...]


@lru_cache(maxsize=4096)
def name_of(text: str) -> Name:
    """Parse a name, once."""
    return parse_name(text)


def patronymic_only(name: Name) -> str:
    """Return the patronymic of a name that is given name and patronymic and nothing else, or nothing."""
    words = name.bare.split()
    if len(words) != 2 or not is_patronymic(words[1]):
        return ""
    ending = words[1].lower()
    is_pair = is_given_name(words[0]) and ending.endswith(_PATRONYMIC_ENDINGS)
    return words[1] if is_pair or ending.endswith(_SURELY_PATRONYMIC) else ""


def _tokens(name: Name) -> list[str]:
    return [fold(w) for w in name.bare.replace(".", ". ").split() if w[:1].isalpha()]


@lru_cache(maxsize=4096)
def agree(a: Name, b: Name) -> bool:
    """Whether two full names can be one person's: surnames alike, nothing in the rest against it."""
    if a.suffix and b.suffix and fold(a.suffix) != fold(b.suffix):
        return False
    if (a.regnal or b.regnal) and fold(a.regnal).strip(".") != fold(b.regnal).strip("."):
        return False
    left, right = _tokens(a), _tokens(b)
    if set(left) == set(right) or _is_double_surname(a, b):
        return True
    if not same_surname(_surname(a), _surname(b)):
        short, long = sorted((left, right), key=len)
        return (
            len(short) >= 2
            and _is_subsequence(short, long)
            and (short[0] == long[0] or _is_within(short, long))
        )
    given_a, given_b = _given(a), _given(b)
    if not given_a or not given_b:
        return False
    if left[-1] in around_names("titles_behind") and _is_within(*sorted((left, right), key=len)):
        return True  # Cevdet Pasha, Ahmed Cevdet Pasha
    is_respelt = fold_surname(_surname(a)) != fold_surname(_surname(b))
    if _of_other_sex(_surname(a), _surname(b)) and is_respelt:
        return False
    if _givens_agree(given_a, given_b) or (is_respelt and _is_respelt(given_a[0], given_b[0])):
        return True
    if is_respelt:
        return False
    return _is_ranked(a) == _is_ranked(b) and _is_middle(given_a, given_b)


def same_surname(a: str, b: str) -> bool:
    """Whether two surnames are one, as man and woman bear it or as two translators spell it."""
    if fold_surname(a) == fold_surname(b):
        return True
    key = romanised_key(a)
    return bool(key) and key == romanised_key(b)


def _is_respelt(a: str, b: str) -> bool:
    """Whether two given names, of one surname that is spelt in two ways, are one: *Azimbai*, *Azimboy*."""
    return respelt(a).replace("o", "a") == respelt(b).replace("o", "a")


def _is_double_surname(a: Name, b: Name) -> bool:
    """Whether one is but the surnames of the other: *Amar y Borbon*, *Josefa Amar y Borbon*; *O Laoghaire*."""
    short, long = sorted((a.bare.split(), b.bare.split()), key=len)
    is_tail = 1 < len(short) < len(long) and long[-len(short) :] == short
    whole = (a if a.bare.split() == long else b).surname.split()
    is_joined = "y" in short[1:-1] or fold(short[0]) in ("o", "ni", "mac", "nic", "ua")
    return is_tail and (whole == short or is_joined) and not is_given_name(short[0])


def _is_middle(a: list[str], b: list[str]) -> bool:
    """Whether one is called by a later given name of the other: *Jean Lind*, *Betty Jean Lind*."""
    short, long = sorted((a, b), key=len)
    sex = gender_of_given_name(short[0])
    if len(short) == len(long) or sex is None or sex != gender_of_given_name(long[0]):
        return False  # Gopal is the husband of Ananda Gopal
    return _is_within([fold(x) for x in short], [fold(x) for x in long[1:]])


def _is_within(short: list[str], long: list[str]) -> bool:
    """Whether the words stand side by side in the longer name: *Eloy Alfaro* in *José Eloy Alfaro Delgado*."""
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))


def _surname(name: Name) -> str:
    return name.surname or name.bare.split()[-1]


def _given(name: Name) -> list[str]:
    if name.given or name.patronymic:
        return [*name.given, *([name.patronymic] if name.patronymic else [])]
    return name.bare.split()[:-1]


def _givens_agree(a: list[str], b: list[str]) -> bool:
    first = _words_agree(a[0], b[0])
    if not first:
        return False
    shorter = min(len(a), len(b))
    return all(_words_agree(x, y) for x, y in zip(a[1:shorter], b[1:shorter], strict=False)) or set(
        map(fold, a)
    ) <= set(map(fold, b))


def _words_agree(a: str, b: str) -> bool:
    left, right = fold(a).strip("."), fold(b).strip(".")
    if left == right:
        return True
    if _is_contracted(a, right) or _is_contracted(b, left):
        return True
    if len(left) <= 2 or len(right) <= 2 or a.endswith(".") or b.endswith("."):
        return left[:1] == right[:1] and (
            left.startswith(right) or right.startswith(left) or min(len(left), len(right)) == 1
        )
    return _given_relation(a, b) is not None


def _given_relation(a: str, b: str) -> str | None:
    """Return how two given names of one text are related: Ann is hardly called Hannah in it, nor James Jacob."""
    relation, left, right = given_name_relation(a, b), fold(a), fold(b)
    if relation == "form" and left[:3] != right[:3] and ratio(left, right) < _ALIKE:
        return None
    return relation


_ALIKE = 0.75


def _is_contracted(short: str, full: str) -> bool:
    """Whether it is the given name as old hands shorten it: *Alexr*, *Robt.*, *Wm.*, *Jas.*; *Jno.* is John."""
    letters = fold(short).strip(".")
    if not 2 <= len(letters) <= min(5, len(full) - 2) or (not short.endswith(".") and is_given_name(short)):
        return letters == "jno" and full == "john"
    rest = iter(full)
    return letters[0] == full[0] and letters[-1] == full[-1] and all(letter in rest for letter in letters)


def _is_subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


_LIKE_FATHER = 0.3


@lru_cache(maxsize=4096)
def fit(short: Name, full: Name) -> float:
    """How well a short name fits a fuller one: 1 for its surname, less for its given name, 0 not at all."""
    if short.regnal and full.regnal and fold(short.regnal).strip(".") != fold(full.regnal).strip("."):
        return 0.0
    wanted, have = _tokens(short), _tokens(full)
    if not wanted or not have:
        return 0.0
    patronymic = patronymic_only(short)
    if patronymic:
        return _fit_of_patronymic(short.bare.split()[0], patronymic, full)
    wanted = _without_suffixes(short)
    if len(wanted) == 1 and short.suffix and not full.suffix and is_given_name(wanted[0]):
        return 0.0  # Otto Filho is a son of the Otto Lind of the text
    if wanted == have:
        return 1.0
    if len(wanted) == 1 and full.suffix and not short.suffix and not full.surname:
        return _LIKE_FATHER  # *Otto* is rather the Otto Lind of the text than his son, Otto Filho
    if len(wanted) == 1:
        return _fit_of_word(short, wanted[0], full, have)
    return 0.9 if _is_subsequence(wanted, have) else 0.0


def _without_suffixes(name: Name) -> list[str]:
    words = _tokens(name)
    return [w for w in words if fold(name.suffix) != w and fold(name.regnal) != w] or words


def _fit_of_patronymic(given: str, patronymic: str, full: Name) -> float:
    theirs = full.patronymic or patronymic_only(full)
    if full.regnal and not theirs:
        return 0.0  # Alexander Andreevich is not Alexander I
    if theirs and fold_surname(theirs) != fold_surname(patronymic):
        return 0.0
    first = (_given(full) or full.bare.split())[0]
    if not _words_agree(given, first):
        return 0.0
    return 1.0 if theirs else 0.85


def _fit_of_word(short: Name, word: str, full: Name, have: list[str]) -> float:
    raw = short.bare.split()[0]
    if len(word.strip(".")) == 1:
        if len(have) > 1 or len(have[0]) > 1:
            return 0.3 if raw.endswith(".") and any(h.startswith(word.strip(".")) for h in have) else 0.0
        return 1.0 if have == [word] else 0.0
    surname = full.surname or full.bare.split()[-1]
    if fold_surname(raw) == fold_surname(have[-1]) or (
        full.surname and fold_surname(raw) == fold_surname(full.surname)
    ):
        return 0.0 if _of_other_sex(raw, surname) else 1.0
    if same_surname(raw, surname):
        return 0.0 if _of_other_sex(raw, surname) else 0.9
    if word in have:
        return 0.95 if word == have[0] else 0.7
    if _titled(short):
        return 0.0
    first = (_given(full) or [full.bare])[0]
    if (plain := _HONOURED.sub("", raw)) != raw and fold(plain) == fold(first):
        return 0.95
    if len(word) >= 4 and len(have[0]) > len(word) and have[0].startswith(word):
        return 0.5
    return {"spelling": 0.8, "form": 0.75, "translation": 0.65, "diminutive": 0.7}.get(
        _given_relation(raw, first) or "", 0.0
    )


_HONOURED = re.compile(
    r"-(?:jan|jon|dzhan|bek|bey|bay|bai|boy|khan|xon|hon|aka|aga|agha|ata)$"
)  #: *Abdulla-jan*

_FEMININE = re.compile(r"(?:(?P<stem>.*(?:[oe]v|in|yn))a|(?P<adjective>.*sk)aya|(?P<polish>.*[sc]k)a)")
_MASCULINE = re.compile(
    r"(?:(?P<stem>.*(?:[oe]v|in|yn))|(?P<adjective>.*sk)(?:i[iy]?|oy|oi|y)|(?P<polish>.*[sc]k)i)"
)


def _of_other_sex(one: str, other: str) -> bool:
    """Whether one is the man's form of a Slavic surname and the other the woman's: *Gromov*, *Gromova*."""
    for woman, man in ((one.casefold(), other.casefold()), (other.casefold(), one.casefold())):
        hers, his = _FEMININE.fullmatch(woman), _MASCULINE.fullmatch(man)
        if hers and his and respelt(hers[hers.lastgroup or 0]) == respelt(his[his.lastgroup or 0]):
            return True
    return False


def _is_ranked(name: Name) -> bool:
    """Whether a rank or an order stands before the name: *Capt. Charles Low* is hardly *Humphrey Charles Low*."""
    return bool(name.of(PartKind.RANK)) or name.text.startswith(("Rev", "Fr.", "Father "))


def _titled(name: Name) -> bool:
    return bool(name.of(PartKind.ADDRESS, PartKind.RANK))


# --- keys: names that can be one person's share at least one, so that few need to be weighed


def keys_of(name: Name) -> Iterator[Key]:
    """Yield the keys under which a name of a figure is found."""
    have = _tokens(name)
    yield from _keys_of_full(name, have)
    if not have:
        return
    for word in have:
        yield "word", word
        yield "letter", word[:1]
    yield "surname", fold_surname(have[-1])
    yield from _respelt_key(have[-1])
    yield "start", have[0][:4]
    given = _given(name)
    yield "given letter", fold((given or name.bare.split())[0])[:1]
    yield from _families((given or [name.bare])[0])
    yield from _families(name.bare.split()[0])


def keys_of_full(name: Name) -> Iterator[Key]:
    """Yield keys of a full name: one of them is a key of every name that it agrees with."""
    return _keys_of_full(name, _tokens(name))


def _keys_of_full(name: Name, have: list[str]) -> Iterator[Key]:
    yield ("words", *sorted(set(have)))
    if name.bare:
        yield "surname", fold_surname(_surname(name))
        yield from _respelt_key(_surname(name))
    for word in have[1:]:
        yield "first and", have[0], word
    for beside in pairwise(have):
        yield "beside", *beside


def keys_of_short(name: Name) -> Iterator[Key]:
    """Yield keys of a short name: one of them is a key of every name that it fits."""
    words = name.bare.split()
    if patronymic_only(name):
        yield "given letter", fold(words[0])[:1]
        yield from _families(words[0])
        return
    wanted = _without_suffixes(name)
    if len(wanted) != 1:
        yield from (("word", word) for word in wanted[:1])
        return
    yield "word", wanted[0]
    yield "surname", fold_surname(words[0])
    yield from _respelt_key(words[0])
    if words[0].endswith("."):
        yield "letter", wanted[0][:1]
    yield "start", wanted[0][:4]
    yield from _families(words[0])


def _respelt_key(surname: str) -> Iterator[Key]:
    if key := romanised_key(surname):
        yield "respelt", key


def _families(given: str) -> Iterator[Key]:
    return (("family", form.family) for form in forms_of(given))
