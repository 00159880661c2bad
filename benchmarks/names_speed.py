"""Compared pairs of names per second beside rapidfuzz, and what it costs to start, in one run.

    .venv/bin/python benchmarks/names_speed.py [PAIRS]

Invents names with patronymics, initials and several spellings, and compares pairs never compared before: half
at random, half that share a key, as blocking brings them together. Beside factoid.names.compare_names (score
and reasons) stands rapidfuzz's token_sort_ratio on the same folded strings (one figure, no reasons). Figures
are processor seconds of this process; what counts is the ratio. Exits with 1 below LEAST_OF_RAPIDFUZZ.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable

from rapidfuzz import fuzz
from script import options_of

from factoid.names import blocking_keys, compare_names, fold

LEAST_OF_RAPIDFUZZ = 0.016  #: 20,000 pairs a second where rapidfuzz compares 1.2 million
NAMES = 2_000
START = """
import time
import rapidfuzz.fuzz
start = time.process_time()
from factoid.names import is_given_name
is_given_name("Genrikh")
print(time.process_time() - start)
"""  #: in a process of its own
GIVEN = (
    "Genrikh", "Heinrich", "Henry", "Ivan", "John", "Jean", "Giovanni", "Vasily", "Basil", "Nikolai",
    "Anna", "Maria", "Mary", "Yakov", "James", "Pyotr", "Peter", "Mikhail", "Michael", "William",
    "Bill", "Robert", "Charles", "Karl", "Carlos", "Pavel", "Paul", "Sergei", "Olga", "Natalia",
    "Margaret", "Elizabeth",
)  # fmt: skip
STEMS = (
    "Lyushk", "Ivan", "Petr", "Sidor", "Yezh", "Blyukh", "Chapa", "Furman", "Borod", "Krupsk",
    "Vereshchag", "Smith", "Brown", "Muller", "Schneid", "Rosenberg", "Montgom", "Hawthor", "Fitzger",
    "Wollston", "Deschan", "Lefebv", "Garci", "Hernand", "Kowalsk", "Novotn", "Szab", "Horvath",
    "Andersss", "Johannsen",
)  # fmt: skip
ENDINGS = ("ov", "off", "ow", "in", "er", "son", "ski", "sky", "ez", "a", "e", "enko", "mann", "ini")


def invented_names(chance: random.Random) -> list[str]:
    """Return names that no list holds, the same in every run."""
    names: set[str] = set()
    while len(names) < NAMES:
        given, surname = chance.choice(GIVEN), chance.choice(STEMS) + chance.choice(ENDINGS)
        middle = chance.choice(("", "", "Ivanovich ", "Petrovna ", "A. ", chance.choice(GIVEN) + " "))
        names.add(
            f"{given} {middle}{surname}" if chance.random() < 0.8 else f"{surname}, {given} {middle}".strip()
        )
    return sorted(names)


def fresh_pairs(names: list[str], count: int, chance: random.Random) -> list[tuple[str, str]]:
    """Return pairs, each once: half at random, half that share a key."""
    blocks: dict[str, list[str]] = {}
    for name in names:
        for key in blocking_keys(name):
            blocks.setdefault(key, []).append(name)
    wide = [block for _, block in sorted(blocks.items()) if len(block) > 1]
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < count:
        pool = names if len(pairs) % 2 else chance.choice(wide)
        a, b = chance.sample(pool, 2)
        pairs.add((a, b))
    return sorted(pairs, key=lambda pair: chance.random())


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print the figures; return what to exit with."""
    options = options_of(__doc__)
    options.add_argument("pairs", nargs="?", type=int, default=40_000, metavar="PAIRS")
    count = options.parse_args().pairs
    started = float(subprocess.run([sys.executable, "-c", START], check=True, capture_output=True).stdout)
    chance = random.Random(1938)
    names = invented_names(chance)
    keys = seconds(lambda: [blocking_keys(name) for name in names])
    parsing = seconds(lambda: [compare_names(name, name) for name in names])
    pairs = fresh_pairs(names, count, chance)
    ours = count / seconds(lambda: [compare_names(a, b) for a, b in pairs])
    folded = {name: fold(name) for name in names}
    theirs = count / seconds(lambda: [fuzz.token_sort_ratio(folded[a], folded[b]) for a, b in pairs])
    print(f"start: import and first look-up {started * 1000:.0f} ms")
    print(f"once for each name: keys {keys / NAMES * 1e6:.0f} µs, parsing {parsing / NAMES * 1e6:.0f} µs")
    ratio = ours / theirs
    print(f"compare_names {ours:,.0f} pairs/s; rapidfuzz {theirs:,.0f} pairs/s; ratio {ratio:.3f}")
    return 0 if ratio >= LEAST_OF_RAPIDFUZZ else 1


if __name__ == "__main__":
    sys.exit(main())
