"""Two names side by side: a score and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factoid.names.fold import fold
from factoid.names.lexicon import generations
from factoid.names.model import Finding, Name, NameComparison, PartComparison, PartKind
from factoid.names.parse import parse_name
from factoid.names.words import Likeness, describe, liken

SAME_PERSON_THRESHOLD = 0.7  #: from this score on, two names can well be one person's

_WEIGHTS = {PartKind.SURNAME: 1.0, PartKind.GIVEN: 0.8, PartKind.PATRONYMIC: 0.5}
_ALIKE = 0.75  #: words from this likeness on are the same name
_CAPS = {PartKind.SURNAME: 0.45, PartKind.GIVEN: 0.5, PartKind.PATRONYMIC: 0.55}
_BARE = 0.65  #: a bare surname, or a name without its surname, proves nobody


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    kind: PartKind
    place: int  #: the how-manieth of its kind


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[_Word, ...]:
    words: list[_Word] = []
    counts = dict.fromkeys(_WEIGHTS, 0)
    for part in parse_name(name).parts:
        if part.kind in _WEIGHTS:
            for text in part.text.replace("-", " ").split():
                words.append(_Word(text.strip(".,"), part.kind, counts[part.kind]))
                counts[part.kind] += 1
    return tuple(words)


def compare_names(a: str, b: str) -> NameComparison:
    """Return how alike two names are, part by part.

    The score is the same in both orders. A part that only one name has is missing, which says little; a part
    that both have and that differs is a contradiction, which keeps the score below `SAME_PERSON_THRESHOLD`.
    """
    return _compared(a, b)


@lru_cache(maxsize=65536)
def _compared(a: str, b: str) -> NameComparison:
    left, right = _words(a), _words(b)
    pairs = _matched(left, right)
    used_left, used_right = {id(mine) for mine, _, _ in pairs}, {id(other) for _, other, _ in pairs}
    spare_left = [w for w in left if id(w) not in used_left]
    spare_right = [w for w in right if id(w) not in used_right]
    parts = [_agreement(mine, other, likeness) for mine, other, likeness in pairs]
    parts += _leftovers(spare_left, spare_right)
    parts += _outer_parts(parse_name(a), parse_name(b))
    return NameComparison(
        _score(parts), tuple(sorted(parts, key=lambda p: (list(PartKind).index(p.kind), p.reason)))
    )


def _matched(left: tuple[_Word, ...], right: tuple[_Word, ...]) -> list[tuple[_Word, _Word, Likeness]]:
    found = []
    for mine in left:
        for other in right:
            likeness = liken(mine.text, other.text)
            if likeness.score >= _ALIKE and (mine.kind is other.kind or likeness.score >= 0.9):
                found.append(
                    (likeness.score - (0 if mine.kind is other.kind else 0.05), mine, other, likeness)
                )
    found.sort(key=lambda f: (-f[0], f[1].place + f[2].place))
    pairs: list[tuple[_Word, _Word, Likeness]] = []
    used: set[int] = set()
    for _, mine, other, likeness in found:
        if id(mine) not in used and id(other) not in used:
            used |= {id(mine), id(other)}
            pairs.append((mine, other, likeness))
    return pairs


def _agreement(mine: _Word, other: _Word, likeness: Likeness) -> PartComparison:
    kind = (
        mine.kind
        if mine.kind is other.kind
        else PartKind.SURNAME
        if PartKind.SURNAME in (mine.kind, other.kind)
        else PartKind.GIVEN
    )
    finding = Finding.SAME if likeness.kind == "same" else Finding.VARIANT
    return PartComparison(
        kind, finding, mine.text, other.text, likeness.score, describe(mine.text, other.text, likeness)
    )


def _leftovers(left: list[_Word], right: list[_Word]) -> list[PartComparison]:
    parts = []
    for kind in _WEIGHTS:
        ours, theirs = [w.text for w in left if w.kind is kind], [w.text for w in right if w.kind is kind]
        if ours and theirs:
            a, b = " ".join(ours), " ".join(theirs)
            parts.append(
                PartComparison(kind, Finding.CONTRADICTED, a, b, liken(a, b).score, f"{a} is not {b}")
            )
        elif ours or theirs:
            parts.append(
                PartComparison(
                    kind,
                    Finding.MISSING,
                    " ".join(ours),
                    " ".join(theirs),
                    0.0,
                    f"only one name has {' '.join(ours or theirs)}",
                )
            )
    return parts


def _outer_parts(a: Name, b: Name) -> list[PartComparison]:
    parts = []
    for kind, left, right in (
        (PartKind.REGNAL, a.regnal, b.regnal),
        (PartKind.GENERATION, a.suffix, b.suffix),
    ):
        if (
            left
            and right
            and generations().get(fold(left), fold(left)) != generations().get(fold(right), fold(right))
        ):
            parts.append(
                PartComparison(kind, Finding.CONTRADICTED, left, right, 0.0, f"{left} is not {right}")
            )
        elif (left or right) and not (left and right):
            parts.append(
                PartComparison(kind, Finding.MISSING, left, right, 0.0, f"only one name has {left or right}")
            )
    if a.sex and b.sex and a.sex != b.sex:
        parts.append(
            PartComparison(
                PartKind.ADDRESS,
                Finding.CONTRADICTED,
                a.sex,
                b.sex,
                0.0,
                "one is a woman's name, the other a man's",
            )
        )
    return parts


def _score(parts: list[PartComparison]) -> float:
    matched = [p for p in parts if p.finding in (Finding.SAME, Finding.VARIANT)]
    if not matched:
        return 0.3 * max((p.score for p in parts), default=0.0)
    weight = sum(_WEIGHTS[p.kind] for p in matched)
    score = sum(_WEIGHTS[p.kind] * p.score for p in matched) / weight
    have = {p.kind for p in matched}
    for part in parts:
        if part.finding is Finding.MISSING:
            score *= 0.96
            if part.kind not in have and part.kind in (PartKind.SURNAME, PartKind.GIVEN):
                score = min(score, _BARE)
        elif part.finding is Finding.CONTRADICTED:
            score = min(score * 0.8, _CAPS.get(part.kind, 0.5))
            score = min(score, 0.35 + 0.2 * part.score) if part.kind not in have else score
    return round(score, 4)
