"""Conflicts planted in copies of annotated sources: how many are found, what else is reported, and of which kind.

    .venv/bin/python benchmarks/planted_conflicts.py [GOLD_DIR] [--seed N] [--show]

Each source is copied with its factoids, told in somewhat other words. In a third of the copied factoids one thing is
changed so that it contradicts the original: a date, a place, a name, a role or a cause of death. Another third is only
made coarser (a day becomes a month or a year), transliterated (names) or said again by the same source (another
person's name for it); the rest is merely retold. Without GOLD_DIR, sources of this script's own are used.
Exits with 1 where a floor is missed.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from planted.changing import CHANGES, SOFTENINGS, Pool, retold
from planted.copies import Copied, attestations_of, sources_in
from script import a_folder, options_of

from factoid.criticism import WORTH_SHOWING, Setting, examine
from factoid.model import Claim, Conflict, ConflictKind, Factoid

FLOORS = {"recall": 0.95, "false alarms": 0.05, "kind": 0.85}
SEED = 1938
_ROUNDS = 3
_ROUNDS_OF_OWN = 40  #: copies of each of the few own sources


@dataclass
class Tally:
    """What was planted and what was found."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    quiet: Counter[str] = field(default_factory=Counter)  #: pairs that must not be reported
    alarms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Plant, look, report."""
    options = options_of(__doc__)
    options.add_argument("gold", nargs="?", type=a_folder, metavar="GOLD_DIR")
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--show", action="store_true", help="print what was missed and what was wrong")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    sources = list(sources_in(chosen.gold))
    pool = Pool.of(sources)
    tally = Tally()
    rounds = _ROUNDS if chosen.gold else _ROUNDS_OF_OWN
    for source in sources * rounds:
        copied = source.copied(lambda told: _changed(told, chance, pool))
        for attestation in attestations_of(source, copied):
            found = examine(attestation, Setting(with_agreeing=True)).conflicts
            count(tally, copied, found, {line.factoid.id for line in attestation.lines})
    return report(tally, show=chosen.show)


def _changed(told: Copied, chance: random.Random, pool: Pool) -> Copied:
    draw = chance.random()
    options = CHANGES if draw < 1 / 3 else SOFTENINGS if draw < 2 / 3 else ()
    for change in chance.sample(options, len(options)):
        changed = change(told, chance, pool)
        if changed is not None:
            return retold(changed, chance)
    return retold(told, chance)


def count(tally: Tally, copied: dict[str, Copied], found: list[Conflict], own: set[str]) -> None:
    """Compare what was found with what was planted in the life of one person."""
    real = [c for c in found if c.kind.is_disagreement and c.confidence >= WORTH_SHOWING]
    seeming = [c for c in found if not c.kind.is_disagreement]
    for original, told in copied.items():
        if original not in own:
            continue
        pair = {original, told.factoid.id}
        hits = [c for c in real if _is_hit(c, told.factoid, pair)]
        name = told.change or "retold"
        if told.is_conflict:
            _count_planted(tally, told, hits, seeming, pair)
            continue
        tally.quiet[name] += 1
        touched = [c for c in hits if _on_two_sides(c, pair)]
        if touched:
            tally.alarms[name] += 1
            tally.wrong += [_line(c) for c in touched]
        if told.expected:
            kinds = {c.kind for c in (*touched, *seeming) if _on_two_sides(c, pair)}
            answer = told.expected if told.expected in kinds else min(kinds, default=None)
            tally.kinds[told.expected.value, answer.value if answer else "nothing"] += 1
    alarms = [c for c in real if _is_alarm(c, copied)]
    tally.alarms["beside the pairs"] += len(alarms)
    tally.wrong += [f"beside: {_line(c)}" for c in alarms]


def _count_planted(
    tally: Tally, told: Copied, hits: list[Conflict], seeming: list[Conflict], pair: set[str]
) -> None:
    tally.planted[told.change] += 1
    if hits:
        tally.found[told.change] += 1
    else:
        tally.missed.append(
            f"{told.change}: {told.before} -> {told.factoid.type} {told.factoid.quote[:100]!r}"
        )
    kinds = {c.kind for c in hits} or {c.kind for c in seeming if _on_two_sides(c, pair)}
    answer = ConflictKind.INCOMPATIBLE if ConflictKind.INCOMPATIBLE in kinds else min(kinds, default=None)
    tally.kinds[ConflictKind.INCOMPATIBLE.value, answer.value if answer else "nothing"] += 1


def _is_hit(conflict: Conflict, changed: Factoid, pair: set[str]) -> bool:
    """Whether a conflict sets the copied factoid against the original, or of a birth or death against another.

    Of two claims of one source on one side those are shown whose words hold the other's.
    """
    return any(
        claim.factoid in pair or claim.anchor.span.holds(changed.span) or conflict.type in ("birth", "death")
        for copied in conflict.claims
        if _shows(copied, changed)
        for claim in conflict.claims
        if claim.source != copied.source and (claim.side != copied.side or claim.factoid in pair)
    )


def _shows(claim: Claim, told: Factoid) -> bool:
    return claim.anchor.source == told.source and claim.anchor.span.holds(told.span)


def _on_two_sides(conflict: Conflict, pair: set[str]) -> bool:
    return len({claim.side for claim in conflict.claims if claim.factoid in pair}) > 1


def _is_alarm(conflict: Conflict, copied: dict[str, Copied]) -> bool:
    """Whether a conflict speaks of no planted change, nor of a pair that is counted already."""
    ids = {claim.factoid for claim in conflict.claims}
    planted = {told.factoid.id for told in copied.values() if told.is_conflict}
    if ids & planted:
        return False
    return not any(original in ids and told.factoid.id in ids for original, told in copied.items())


def _line(conflict: Conflict) -> str:
    claims = "; ".join(f"{c.side} {c.source} [{c.value}] {c.date} {c.quote[:60]!r}" for c in conflict.claims)
    return f"{conflict.type}.{conflict.field} {conflict.kind} {conflict.confidence:.2f}: {claims}"


def report(tally: Tally, *, show: bool) -> int:
    """Print the figures and return 1 where a floor is missed."""
    for name in sorted(tally.planted):
        print(f"planted {name:14} {tally.found[name]:5} of {tally.planted[name]:5} found")
    for name in sorted(tally.quiet):
        print(f"quiet   {name:14} {tally.alarms[name]:5} of {tally.quiet[name]:5} reported")
    print(f"conflicts between factoids that are no pair: {tally.alarms['beside the pairs']}")
    for (expected, answer), times in sorted(tally.kinds.items()):
        print(f"kind    {expected:14} taken for {answer:20} {times:5}")
    figures = {
        "recall": sum(tally.found.values()) / max(1, sum(tally.planted.values())),
        "false alarms": sum(tally.alarms.values()) / max(1, sum(tally.quiet.values())),
        "kind": _right(tally),
    }
    for name, figure in figures.items():
        print(f"{name}: {figure:.3f} (floor {FLOORS[name]})")
    if show:
        print(*_listed(tally), sep="\n")
    ok = figures["recall"] >= FLOORS["recall"] and figures["kind"] >= FLOORS["kind"]
    return 0 if ok and figures["false alarms"] <= FLOORS["false alarms"] else 1


def _right(tally: Tally) -> float:
    """Return how many kinds are right; that nothing was found is wrong too."""
    return sum(n for (a, b), n in tally.kinds.items() if a == b) / max(1, sum(tally.kinds.values()))


def _listed(tally: Tally) -> Iterator[str]:
    yield from (f"MISSED {line}" for line in tally.missed)
    yield from (f"WRONG {line}" for line in tally.wrong)


if __name__ == "__main__":
    sys.exit(main())
