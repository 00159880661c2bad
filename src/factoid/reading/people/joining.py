"""Figures that turn out to be one, once all names of a text have been read: a spelling, a given name and a surname."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.names import fold, is_given_name
from factoid.reading.people.brought_in import kin_introduced
from factoid.reading.people.figures import Cast, Figure

_LEAST_LETTERS = 6  #: of a name that may be misspelt


def join_figures(cast: Cast) -> None:
    """Make one figure of those that are named alike but for a letter, and of the hero's two names."""
    _join_spellings(cast)
    _join_given_and_surname(cast)


def _join_spellings(cast: Cast) -> None:
    """*Walenberg* is the Wallenberg of the text; a name of one word, met less often than the other."""
    for figure in cast.present():
        words = _only_words(figure)
        if len(words) != 1 or len(words[0]) < _LEAST_LETTERS:
            continue
        alike = [
            other
            for other in cast.present()
            if other is not figure
            and not (figure.sex and other.sex and figure.sex != other.sex)
            and len(other.marks) >= len(figure.marks)
            and any(_is_spelling(words[0], word) for word in _words(other))
        ]
        if len(alike) == 1:
            cast.unite(alike[0], figure)


def _is_spelling(a: str, b: str) -> bool:
    """Whether one letter is another, or one too many, within the words, or an *e* at the end."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or a == b:
        return False
    short, long = sorted((a, b), key=len)
    if long == short + "e":
        return True
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if start >= len(short) - 1:
        return False  # Ivanov, Ivanova; Johann, Johanna
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def _join_given_and_surname(cast: Cast) -> None:
    """A life that calls its hero now *Gregory*, now *Kotov*, and never both."""
    present = cast.present()
    alone = [f for f in present if len(_only_words(f)) == 1]
    surnames = [f for f in alone if not _is_given(f)]
    if not surnames:
        return
    hero = max(surnames, key=lambda f: (len(f.marks), -f.number))
    words = set(_only_words(hero))
    is_family = any(fold(n.surname) in words for f in present if f is not hero for n in f.names if n.given)
    if not is_family or len(hero.marks) < 3:
        return
    givens = [f for f in present if _is_given(f) and _can_be(f, hero)]
    if not givens:
        return
    given = max(givens, key=lambda f: (len(f.marks), -f.number))
    others = [f for f in givens if f is not given and 2 * len(f.marks) >= len(given.marks)]
    if len(given.marks) >= 2 and not others:
        cast.unite(hero, given)


def _can_be(given: Figure, hero: Figure) -> bool:
    """Whether the one called by a given name can be the hero: not brought in as kin, not beside him."""
    if given.sex and hero.sex and given.sex != hero.sex:
        return False
    if kin_introduced(min(given.marks, key=lambda m: m.at)) is not None:
        return False
    sentences = {mark.sentence for mark in hero.marks}
    together = sum(mark.sentence in sentences for mark in given.marks)
    return 3 * together <= len(given.marks)


def _is_given(figure: Figure) -> bool:
    """Whether the figure is called by given names, and patronymics, alone."""
    return all(
        is_given_name(name.bare.split()[0])
        and (bool(name.patronymic and not name.surname) or all(map(is_given_name, name.bare.split())))
        for name in figure.names
        if name.bare
    )


def _only_words(figure: Figure) -> list[str]:
    """Return the words that the figure is called by, if it is called by one word at a time."""
    names = [name.bare.split() for name in figure.names if name.bare]
    return sorted({fold(words[0]) for words in names}) if all(len(words) == 1 for words in names) else []


def _words(figure: Figure) -> Iterable[str]:
    return {fold(word) for name in figure.names for word in name.bare.split()}
