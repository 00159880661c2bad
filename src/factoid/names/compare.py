"""Two names side by side: a score and the reasons for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factoid.names.alignment import (
    ALIKE,
    BESIDE,
    COMPARED,
    Alignment,
    Match,
    Word,
    align,
    stand_for_one_part,
    words_of_name,
)
from factoid.names.fold import fold
from factoid.names.given import is_given_name
from factoid.names.lexicon import generations
from factoid.names.model import Culture, Finding, Name, NameComparison, PartComparison, PartKind
from factoid.names.parse import parse_name
from factoid.names.words import describe, liken, may_be_one_initial, nearness

SAME_PERSON_THRESHOLD = 0.7  #: from this score on, two names can well be one person's

_WEIGHTS = {
    PartKind.SURNAME: 1.0,
    PartKind.GIVEN: 0.8,
    PartKind.PATRONYMIC: 0.5,
    PartKind.MAIDEN: 0.5,
    PartKind.NICKNAME: 0.3,
}
_CAPS = {PartKind.SURNAME: 0.45, PartKind.GIVEN: 0.5, PartKind.PATRONYMIC: 0.55}
_BARE = 0.65  #: a bare surname, or a name without its surname, proves nobody
_ORDER = {kind: place for place, kind in enumerate(PartKind)}


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str) -> NameComparison:
    """Return how alike two names are, part by part.

    The score is the same in both orders. A part that only one name has is missing, which says little; a part
    that both have and that differs is a contradiction, which keeps the score below `SAME_PERSON_THRESHOLD`.
    """
    alignment = align(a, b)
    parts = [_agreement(match) for match in alignment.matches]
    is_even = len(words_of_name(a)) == len(words_of_name(b))
    parts += _leftovers(alignment.left_over, alignment.right_over, is_even=is_even)
    parts += _outer_parts(parse_name(a), parse_name(b))
    parts += _turned_round(a, b, alignment)
    score = _score(parts)
    if not is_even and _is_bare(a, b, alignment):
        score = min(score, _BARE)
    return NameComparison(score, tuple(sorted(parts, key=lambda p: (_ORDER[p.kind], p.reason))))


def _agreement(match: Match) -> PartComparison:
    mine, other, likeness = match.left, match.right, match.likeness
    kinds = (mine.kind, other.kind)
    kind = mine.kind if mine.kind is other.kind else min(kinds, key=_STRONGER.index)
    finding = Finding.SAME if likeness.kind == "same" else Finding.VARIANT
    return PartComparison(
        kind, finding, mine.text, other.text, likeness.score, describe(mine.text, other.text, likeness)
    )


_STRONGER = (*COMPARED, *BESIDE)


def _is_bare(a: str, b: str, alignment: Alignment) -> bool:
    """Whether one name is a single word and the other is more: *Lyushkov*, *Michaela*."""
    fewer, more = sorted((len(words_of_name(a)), len(words_of_name(b))))
    return fewer == 1 < more and all(m.likeness.kind != "joined" for m in alignment.matches)


def _turned_round(a: str, b: str, alignment: Alignment) -> list[PartComparison]:
    """Find two words that changed places: *Salman bin Muhammad* and *Muhammad bin Salman*."""
    crossed = [
        m for m in alignment.matches if m.left.kind is not m.right.kind and m.likeness.kind != "joined"
    ]
    for match in crossed:
        back = next((m for m in crossed if _cross(match, m)), None)
        if back is None:
            continue
        kinds = {match.left.kind, match.right.kind}
        is_chain = all(PartKind.DESCENT in {part.kind for part in parse_name(name).parts} for name in (a, b))
        if PartKind.GIVEN in kinds and (PartKind.PATRONYMIC in kinds or is_chain):
            reason = f"{match.left.text} is the child in one name and the parent in the other"
        elif _is_order_telling(a, b, match, back):
            reason = f"{match.left.text} and {back.left.text} are both given names, and the order differs"
        else:
            continue
        return [
            PartComparison(
                PartKind.GIVEN, Finding.CONTRADICTED, match.left.text, back.right.text, 0.5, reason
            )
        ]
    return []


def _cross(one: Match, other: Match) -> bool:
    return (
        one.left.kind is other.right.kind
        and one.right.kind is other.left.kind
        and one.left.place == 0 == other.right.place
    )


def _is_order_telling(a: str, b: str, one: Match, other: Match) -> bool:
    if (
        "," in a
        or "," in b
        or parse_name(a).culture in _SURNAME_FIRST
        or parse_name(b).culture in _SURNAME_FIRST
    ):
        return False
    return all(is_given_name(word.text) for word in (one.left, one.right, other.left, other.right))


_SURNAME_FIRST = frozenset({Culture.EAST_ASIAN, Culture.HUNGARIAN, Culture.SLAVIC, Culture.ARABIC})


def _leftovers(left: Sequence[Word], right: Sequence[Word], *, is_even: bool) -> list[PartComparison]:
    """Return what was matched with nothing: a contradiction where both names have a word left of one kind."""
    if not left and not right:
        return []
    if (
        len(left) == len(right) == 1
        and stand_for_one_part(left[0], right[0])
        and not may_be_one_initial(left[0].text, right[0].text)
    ):
        return [_contradiction(PartKind.PATRONYMIC, left[0].text, right[0].text)]
    ours, theirs = _by_kind(left), _by_kind(right)
    parts = []
    for kind in COMPARED:
        if kind in ours and kind in theirs:
            parts.append(_contradiction(kind, ours[kind], theirs[kind]))
        elif kind in ours or kind in theirs:
            parts.append(_missing(kind, ours.get(kind, ""), theirs.get(kind, "")))
    kinds = ours.keys() | theirs.keys()
    if is_even and ours and theirs and kinds == _WESTERN and not ours.keys() & theirs.keys():
        # Yon Mun-nam, Yon Chong Nam: as many words, each has one that the other lacks
        return [_contradiction(PartKind.GIVEN, " ".join(ours.values()), " ".join(theirs.values()))]
    return parts


def _by_kind(words: Sequence[Word]) -> dict[PartKind, str]:
    found: dict[PartKind, str] = {}
    for word in words:
        found[word.kind] = f"{found[word.kind]} {word.text}" if word.kind in found else word.text
    return found


_WESTERN = frozenset({PartKind.GIVEN, PartKind.SURNAME})


@lru_cache(maxsize=65536)
def _contradiction(kind: PartKind, a: str, b: str) -> PartComparison:
    return PartComparison(kind, Finding.CONTRADICTED, a, b, nearness(a, b), f"{a} is not {b}")


@lru_cache(maxsize=65536)
def _missing(kind: PartKind, a: str, b: str) -> PartComparison:
    return PartComparison(kind, Finding.MISSING, a, b, 0.0, f"only one name has {a or b}")


def _outer_parts(a: Name, b: Name) -> list[PartComparison]:
    parts = []
    if a.regnal or b.regnal:
        parts += _outer(PartKind.REGNAL, a.regnal, b.regnal)
    if a.suffix or b.suffix:
        parts += _outer(PartKind.GENERATION, a.suffix, b.suffix)
    if a.maiden_name and b.maiden_name and not _share_a_word(a.maiden_name, b.maiden_name):
        parts.append(_contradiction(PartKind.MAIDEN, a.maiden_name, b.maiden_name))
    ours, theirs = (" ".join(name.of(PartKind.ORIGIN)) for name in (a, b))
    if ours and theirs and not _share_a_word(_OF.sub("", ours), _OF.sub("", theirs)):
        # William of Malmesbury, William of Newburgh
        parts.append(_contradiction(PartKind.ORIGIN, ours, theirs))
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


_OF = re.compile(r"\bof\b")


def _share_a_word(a: str, b: str) -> bool:
    return any(liken(mine, other).score >= ALIKE for mine in a.split() for other in b.split())


def _outer(kind: PartKind, left: str, right: str) -> list[PartComparison]:
    if not (left and right):
        return [_missing(kind, left, right)]
    if generations().get(fold(left), fold(left)) == generations().get(fold(right), fold(right)):
        return []
    return [PartComparison(kind, Finding.CONTRADICTED, left, right, 0.0, f"{left} is not {right}")]


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
