"""Words in the cases of Russian, and words of two scripts: what nothing translates is not compared.

*Дайрене* and *Dairen* are one place, *начальником* and *начальник* one post; *помощник* and *aide* say nothing
of each other. Two places whose names are in different scripts differ only where a gazetteer knows both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product

from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation, compare_sets
from factoid.names.romanise import is_cyrillic

Compare = Callable[[str, str], Comparison]

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_CASE = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ах|ях|ам|ям|ой|ей|ая|яя|ую|юю|ый|ий|ым|им|ом|ем|ое|ее|ые|ие|ию|ии|ия|а|я|у|ю|е|ы|и|ь|й|о)$"
)
#: ending in another case -> endings that the nominative may have
_NOMINATIVES = (
    ("ской", ("ская",)), ("ском", ("ское", "ский", "ск")), ("ского", ("ское", "ский")), ("ому", ("ый", "ое")),
    ("ии", ("ия", "ий")), ("ию", ("ия",)), ("ой", ("ая", "а", "ой")), ("ем", ("ь", "е", "ий")), ("ом", ("", "о")),
    ("е", ("", "а", "о", "ь", "я")), ("и", ("ь", "я", "а")), ("ы", ("а", "")), ("у", ("а", "")), ("ю", ("я", "ь")),
    ("а", ("", "о")), ("я", ("ь", "й")),
)  # fmt: skip
_TRIED = 12  #: forms of a phrase that are looked up
_SURE = 0.9  #: what a gazetteer or a dated table says


def compared(a: str, b: str, compare: Compare, *, decides: bool = True) -> Comparison:
    """Return what one value is to another, by a comparison that knows neither cases nor other scripts.

    ``decides``: whether the comparison has tables of both scripts by which two values can be told to differ.
    """
    if not (is_cyrillic(a) or is_cyrillic(b)):
        return compare(a, b)
    found = compare(a, b)
    if found.relation is not Relation.DIFFERENT and not (decides and found.relation is Relation.UNKNOWN):
        return found
    is_one_script = bool(_LATIN.search(a)) == bool(_LATIN.search(b))
    if is_one_script and (by_stems := _by_stems(a, b)) is not None:
        return by_stems
    tried = [compare(x, y) for x, y in islice(product(_nominatives(a), _nominatives(b)), _TRIED)]
    agreeing = next((c for c in tried if c.relation.agrees), None)
    if agreeing is not None:
        return agreeing
    known = next(
        (
            c
            for c in tried
            if (decides or is_one_script) and c.relation is Relation.DIFFERENT and c.sureness >= _SURE
        ),
        None,
    )
    return known or (found if is_one_script else UNKNOWN)


def _by_stems(a: str, b: str) -> Comparison | None:
    """Compare words of one script without the endings of their cases; None where they share nothing."""
    ours, theirs = _stems(a), _stems(b)
    if not ours & theirs:
        return None
    return compare_sets(ours, theirs, a, b)


def _stems(words: str) -> frozenset[str]:
    found = (word.lower().replace("ё", "е") for word in _WORD.findall(words))
    return frozenset(_CASE.sub("", word) if len(word) > 3 else word for word in found if len(word) > 1)


def _nominatives(words: str) -> Iterator[str]:
    """Yield the words, and what they may be in the nominative."""
    yield words
    if not is_cyrillic(words):
        return
    head, _, rest = words.partition(" ")
    if rest:  # the case of what follows hangs on it: *майора государственной безопасности*
        yield from (f"{form} {rest}" for form in _nominatives_of(head)[:-1])
    options = [_nominatives_of(word) for word in words.split()]
    for row in islice(product(*options), _TRIED):
        phrase = " ".join(row)
        if phrase != words:
            yield phrase


def _nominatives_of(word: str) -> list[str]:
    for ending, others in _NOMINATIVES:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return [*(word[: -len(ending)] + other for other in others), word]
    return [word]
