"""Names to names: full, short, given name alone, patronymic alone, another language's form, initials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from factoid.names import (
    Name,
    fold,
    fold_surname,
    gender_of_given_name,
    given_name_relation,
    is_given_name,
    is_patronymic,
    parse_name,
)
from factoid.names.model import PartKind
from factoid.reading.lexicons import kin_plurals, kin_terms, person_nouns
from factoid.reading.parse import Token
from factoid.reading.people.figures import Cast, Figure, Mark

_PATRONYMIC_ENDINGS = ("ovich", "evich", "ovna", "evna", "ichna")
_BINDING = frozenset(["same", "spelling", "form", "translation", "diminutive"])


@lru_cache(maxsize=16384)
def name_of(text: str) -> Name:
    """Parse a name, once."""
    return parse_name(text)


class Register:
    """The names of one text, put to figures in two rounds: full names first, then what is short for them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._by_form: dict[str, list[Figure]] = {}
        self._fits: dict[
            str, list[tuple[float, Figure]]
        ] = {}  #: short name -> whom it fits, until a name is added

    def enter(self, marks: Sequence[Mark], names: Sequence[str]) -> None:
        """Give every marked name to a figure. ``names`` are the words of each, the surname last."""
        entries = list(zip(marks, names, strict=True))
        for mark, text in entries:
            if _is_full(text):
                self._give(mark, text, self._figure_of_full(mark, text))
        for mark, text in entries:
            if not _is_full(text):
                self._give(mark, text, self._figure_of_short(mark, text))

    def _give(self, mark: Mark, text: str, figure: Figure | None) -> None:
        figure = figure or self._cast.new()
        self._cast.give(mark, figure)
        name = name_of(text)
        if all(name.text != known.text for known in figure.names):
            figure.names.append(name)
            self._fits.clear()
        sex = sex_of(name)
        if sex:
            figure.sexes[sex] += 2
        same = self._by_form.setdefault(_bare_key(name), [])
        if figure not in same:
            same.append(figure)

    def _figure_of_full(self, mark: Mark, text: str) -> Figure | None:
        name = name_of(text)
        known = [f for f in self._by_form.get(_bare_key(name), ()) if not _sexes_clash(name, f)]
        if known:
            return known[-1]
        fitting = [f for f in self._cast.figures if f.names and any(agree(name, other) for other in f.names)]
        fitting = [f for f in fitting if not _sexes_clash(name, f)]
        return fitting[0] if len(fitting) == 1 else _nearest(fitting, mark)

    def _figure_of_short(self, mark: Mark, text: str) -> Figure | None:
        name = name_of(text)
        owner = _kin_introduced(mark)
        key = _bare_key(name)
        scored = [
            (fit + self._prominence(figure, mark, key), -figure.number, figure)
            for fit, figure in self._fitting(text)
            if not _sexes_clash(name, figure)
        ]
        if owner and scored:
            exact = [entry for entry in scored if any(_bare_key(o) == key for o in entry[2].names)]
            scored = exact
        if not scored and _patronymic_only(name):
            return self._surname_just_named(mark, name)
        return max(scored)[2] if scored else None

    def _fitting(self, text: str) -> list[tuple[float, Figure]]:
        """Return whom the short name fits, and how well."""
        if text not in self._fits:
            name = name_of(text)
            fits = ((max(_fit(name, other) for other in f.names), f) for f in self._cast.figures if f.names)
            self._fits[text] = [(fit, figure) for fit, figure in fits if fit > 0]
        return self._fits[text]

    def _surname_just_named(self, mark: Mark, name: Name) -> Figure | None:
        """Given name and patronymic bring nobody in: they mean whom the text just called by surname alone."""
        spoken = [
            (m.at, -figure.number, figure)
            for figure in self._cast.figures
            if figure.names
            and not _sexes_clash(name, figure)
            and all(len(n.bare.split()) == 1 for n in figure.names)
            for m in figure.marks
            if m.at < mark.at and mark.sentence - m.sentence <= 3
        ]
        return max(spoken)[2] if spoken else None

    def _prominence(self, figure: Figure, mark: Mark, key: str) -> float:
        """How likely the figure is meant among several that the short name fits."""
        before = [m for m in figure.marks if m.at < mark.at]
        value = min(len(figure.marks), 8) * 0.04
        if before:
            distance = mark.sentence - before[-1].sentence
            value += 0.2 / (1 + distance)
        else:
            value -= 0.15
        if figure in self._by_form.get(key, ()):
            value += 0.3
        return value


def _is_full(text: str) -> bool:
    name = name_of(text)
    words = [w for w in name.bare.split() if w[:1].isalpha()]
    if len(words) < 2 or (name.suffix and len(words) == 2):
        return False
    if _patronymic_only(name) or (name.regnal and len(words) == 2):
        return bool(name.regnal)
    return (bool(name.given or name.patronymic) and bool(name.surname)) or len(words) > 1


def _patronymic_only(name: Name) -> str:
    """Return the patronymic of a name that is given name and patronymic and nothing else, or nothing."""
    words = name.bare.split()
    if (
        len(words) == 2
        and is_patronymic(words[1])
        and (is_given_name(words[0]) or not is_given_name(words[1]))
    ):
        return words[1]
    return ""


def _bare_key(name: Name) -> str:
    return fold(name.bare)


def sex_of(name: Name) -> str | None:
    """Return the sex that a name and its titles tell."""
    if name.sex:
        return name.sex
    for word in name.given:
        if sex := gender_of_given_name(word):
            return sex
    words = name.bare.split()
    return gender_of_given_name(words[0]) if words else None


def _sexes_clash(name: Name, figure: Figure) -> bool:
    sex = sex_of(name)
    return bool(sex and figure.sex and sex != figure.sex)


def _tokens(name: Name) -> list[str]:
    return [fold(w) for w in name.bare.replace(".", ". ").split() if w[:1].isalpha()]


@lru_cache(maxsize=65536)
def agree(a: Name, b: Name) -> bool:
    """Whether two full names can be one person's: surnames alike, nothing in the rest against it."""
    if a.suffix and b.suffix and fold(a.suffix) != fold(b.suffix):
        return False
    if (a.regnal or b.regnal) and fold(a.regnal).strip(".") != fold(b.regnal).strip("."):
        return False
    left, right = _tokens(a), _tokens(b)
    if set(left) == set(right):
        return True
    if fold_surname(_surname(a)) != fold_surname(_surname(b)):
        short, long = sorted((left, right), key=len)
        return len(short) >= 2 and _is_subsequence(short, long) and short[0] == long[0]
    given_a, given_b = _given(a), _given(b)
    if not given_a or not given_b:
        return False
    return _givens_agree(given_a, given_b)


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
    if len(left) <= 2 or len(right) <= 2 or a.endswith(".") or b.endswith("."):
        return left[:1] == right[:1] and (
            left.startswith(right) or right.startswith(left) or min(len(left), len(right)) == 1
        )
    return given_name_relation(a, b) in _BINDING


def _is_subsequence(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


@lru_cache(maxsize=65536)
def _fit(short: Name, full: Name) -> float:
    """How well a short name fits a fuller one: 1 for its surname, less for its given name, 0 not at all."""
    if short.regnal and full.regnal and fold(short.regnal).strip(".") != fold(full.regnal).strip("."):
        return 0.0
    wanted, have = _tokens(short), _tokens(full)
    if not wanted or not have:
        return 0.0
    patronymic = _patronymic_only(short)
    if patronymic:
        return _fit_of_patronymic(short.bare.split()[0], patronymic, full)
    wanted = [w for w in wanted if fold(short.suffix) != w and fold(short.regnal) != w] or wanted
    if wanted == have:
        return 1.0
    if len(wanted) == 1:
        return _fit_of_word(short, wanted[0], full, have)
    return 0.9 if _is_subsequence(wanted, have) else 0.0


def _fit_of_patronymic(given: str, patronymic: str, full: Name) -> float:
    theirs = full.patronymic or _patronymic_only(full)
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
    if fold_surname(raw) == fold_surname(have[-1]) or (
        full.surname and fold_surname(raw) == fold_surname(full.surname)
    ):
        return 1.0
    if word in have:
        return 0.95 if word == have[0] else 0.7
    if _titled(short):
        return 0.0
    first = (_given(full) or [full.bare])[0]
    if len(word) >= 4 and len(have[0]) > len(word) and have[0].startswith(word):
        return 0.5
    return {"spelling": 0.8, "form": 0.75, "translation": 0.65, "diminutive": 0.7}.get(
        given_name_relation(raw, first) or "", 0.0
    )


def _titled(name: Name) -> bool:
    return bool(name.of(PartKind.ADDRESS, PartKind.RANK))


def _nearest(figures: list[Figure], mark: Mark) -> Figure | None:
    if not figures:
        return None
    return min(figures, key=lambda f: (min(abs(m.at - mark.at) for m in f.marks), f.number))


def _kin_introduced(mark: Mark) -> Token | None:
    """Return the kin term that brings a name in: ``his son Bodvar``, ``sons, Nikolai and Vladimir``."""
    doc, start = mark.words.doc, mark.words.start
    for back in range(1, 3):
        if start - back < 0:
            return None
        token = doc[start - back]
        if token.lower_ in kin_terms() or token.lower_ in kin_plurals():
            return token
        if token.text != ",":
            return None
    return None


def forms_in_use(marks: Sequence[Mark]) -> Counter[str]:
    """Count the words of the marks."""
    return Counter(mark.words.text for mark in marks)


def is_person_word(word: str) -> bool:
    """Whether a lower-case word means a person."""
    return word in person_nouns() or word in kin_terms()
