"""One reading compared with its gold: persons aligned, factoids paired, slots compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factoid.evaluation.dates import Agreement, agreement_of_dates
from factoid.evaluation.gold import Claim, Claims, Range, words_of

_MUTUAL = {"kinship", "association", "meeting"}
_LONGEST_EVIDENCE, _TIMES_AS_LONG = 240, 4  #: evidence longer than both is not to the point


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold factoid and the factoid that finds it."""

    gold: int
    got: int
    slots: dict[str, bool]
    date: Agreement
    overlap: int

    @property
    def is_exact(self) -> bool:
        """Whether every slot agrees."""
        return all(self.slots.values())

    @property
    def weight(self) -> float:
        """How well the two fit: slots first, then words in common."""
        return sum(self.slots.values()) + self.is_exact + self.overlap / 10_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts of one text (or, added up, of many) and, for each type, of its factoids."""

    counts: Counter[str] = field(default_factory=Counter)
    by_type: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, other: Comparison) -> None:
        """Add another text's counts to these."""
        self.counts.update(other.counts)
        for kind, counts in other.by_type.items():
            self.by_type.setdefault(kind, Counter()).update(counts)


def pairs_of(gold: Claims, got: Claims) -> list[Pair]:
    """Return the gold factoids that are found, each with what finds it."""
    return _paired(gold, got, _aligned(gold, got))


def compare(gold: Claims, got: Claims, text: str) -> Comparison:
    """Compare a reading with the gold reading of the same text."""
    who = _aligned(gold, got)
    pairs = _paired(gold, got, who)
    counts = _count_people(gold, got, who) + _count_factoids(gold, got, pairs)
    a, b = _covered(gold.furniture, text), _covered(got.furniture, text)
    counts.update({"furniture.hit": len(a & b), "furniture.gold": len(a), "furniture.got": len(b)})
    return Comparison(counts, _count_types(gold, got, pairs))


def _aligned(gold: Claims, got: Claims) -> dict[str, str]:
    """Return predicted person -> gold person, one to one, by forms in common, then by evidence in common."""
    score: Counter[tuple[str, str]] = Counter()
    for mine, person in got.persons.items():
        for theirs, other in gold.persons.items():
            for key in person.forms.keys() & other.forms.keys():
                score[mine, theirs] += 6 if any(c.isupper() for c in other.forms[key]) else 2
    for claim in got.factoids:
        for other_claim in gold.factoids:
            if claim.type == other_claim.type and _common(other_claim.evidence, claim.evidence):
                score[claim.person, other_claim.person] += 1
    who: dict[str, str] = {}
    for (mine, theirs), _ in sorted(score.items(), key=lambda item: (-item[1], item[0])):
        if mine not in who and theirs not in who.values():
            who[mine] = theirs
    return who


def _paired(gold: Claims, got: Claims, who: dict[str, str]) -> list[Pair]:
    """Return the best pairs, each factoid in one at most."""
    possible = [
        pair
        for i, wanted in enumerate(gold.factoids)
        for j, found in enumerate(got.factoids)
        if (pair := _pair(i, j, wanted, found, who))
    ]
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_got: set[int] = set()
    for pair in sorted(possible, key=lambda p: (-p.weight, p.gold, p.got)):
        if pair.gold not in used_gold and pair.got not in used_got:
            used_gold.add(pair.gold)
            used_got.add(pair.got)
            pairs.append(pair)
    return pairs


def _pair(i: int, j: int, wanted: Claim, found: Claim, who: dict[str, str]) -> Pair | None:
    if wanted.type != found.type or not (overlap := _common(wanted.evidence, found.evidence)):
        return None
    is_same = who.get(found.person) == wanted.person
    if not is_same and not _is_swapped(wanted, found, who):
        return None
    date = agreement_of_dates(wanted.date, found.date)
    slots = {slot: _slot_agrees(value, found.slots[slot]) for slot, value in wanted.slots.items()}
    slots["related"] = _related_agree(wanted, found, who)
    if wanted.type in _MUTUAL and not is_same:  # the inverse relation, named from the other side
        slots["role"] = slots["related"] = True
    slots["date"] = date is not Agreement.WRONG
    return Pair(i, j, slots, date, overlap)


def _is_swapped(wanted: Claim, found: Claim, who: dict[str, str]) -> bool:
    return (
        wanted.type in _MUTUAL
        and who.get(found.person) in wanted.related
        and wanted.person in {who.get(other) for other in found.related}
    )


def _slot_agrees(gold: str | None, got: str | None) -> bool:
    """Say whether half of the words are common, or one lies within the other and is not much shorter."""
    if not gold:
        return True  # what the gold leaves out is not held against a reading
    a, b = words_of(gold), words_of(got)
    if not a or not b:
        return not a
    is_within = (a <= b or b <= a) and max(len(a), len(b)) <= 3 * min(len(a), len(b))
    return is_within or 2 * len(a & b) / (len(a) + len(b)) >= 0.5


def _related_agree(wanted: Claim, found: Claim, who: dict[str, str]) -> bool:
    want, have = set(wanted.related), {who.get(other, other) for other in found.related}
    return want <= have and len(have - want) <= 1


def _common(gold: Sequence[Range], got: Sequence[Range]) -> int:
    """Return the characters that evidence to the point has in common with the gold's."""
    return max(
        (
            min(b, end) - max(a, start)
            for a, b in gold
            for start, end in got
            if end - start <= max(_LONGEST_EVIDENCE, _TIMES_AS_LONG * (b - a)) and min(b, end) > max(a, start)
        ),
        default=0,
    )


def _covered(ranges: Iterable[Range], text: str) -> set[int]:
    return {i for start, end in ranges for i in range(start, min(end, len(text))) if not text[i].isspace()}


def _count_people(gold: Claims, got: Claims, who: dict[str, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    aligned = {theirs: mine for mine, theirs in who.items()}
    for person_id, person in gold.persons.items():
        mine = got.persons.get(aligned.get(person_id, ""))
        counts["people.hit"] += len(person.keys & set(mine.forms)) if mine else 0
        counts["people.gold"] += len(person.keys)
    counts["people.got"] = sum(len(person.keys) for person in got.persons.values())
    return counts


def _count_factoids(gold: Claims, got: Claims, pairs: Sequence[Pair]) -> Counter[str]:
    counts: Counter[str] = Counter()
    counts["factoid.gold"], counts["factoid.got"] = len(gold.factoids), len(got.factoids)
    counts["unproven"] = sum(not claim.evidence for claim in got.factoids)
    counts["found.hit"] = len(pairs)
    counts["exact.hit"] = sum(pair.is_exact for pair in pairs)
    for pair in pairs:
        wanted, found = gold.factoids[pair.gold], got.factoids[pair.got]
        if wanted.date:
            counts["dates.gold"] += 1
            counts["dates.equal"] += pair.date is Agreement.EQUAL
            counts["dates.compatible"] += pair.date is not Agreement.WRONG
        counts["certainty.gold"] += wanted.certainty != "asserted"
        counts["certainty.got"] += found.certainty != "asserted"
        counts["certainty.hit"] += wanted.certainty == found.certainty != "asserted"
    return counts


def _count_types(gold: Claims, got: Claims, pairs: Sequence[Pair]) -> dict[str, Counter[str]]:
    by_type: dict[str, Counter[str]] = {}
    for kind, claims in (("gold", gold.factoids), ("got", got.factoids)):
        for claim in claims:
            by_type.setdefault(claim.type, Counter())[kind] += 1
    for pair in pairs:
        by_type[gold.factoids[pair.gold].type]["hit"] += 1
    return by_type
