"""Which share of transliterations finds its name by a blocking key, and how many strangers share one.

    .venv/bin/python benchmarks/keys.py PAIRS.tsv [--misses]

PAIRS.tsv has a Latin spelling, a Russian one (letters parted by spaces) and how often it was seen, by tabs:
the form of the open transliteration pairs of Wikidata's labels. Rows are halved by a fixed shuffle: half a and
half of b were looked at in developing, the rest of b was not. Strangers are random pairs of the same rows. With
--misses come the rows of half a that share no key.
"""

from __future__ import annotations

import random
import sys
import time

from script import a_file, options_of

from factoid.names import blocking_keys

STRANGERS = 200_000


def main() -> int:
    """Print the shares of each half and of all."""
    options = options_of(__doc__)
    options.add_argument("pairs", type=a_file, metavar="PAIRS.tsv")
    options.add_argument("--misses", action="store_true", help="print the rows of half a that share no key")
    given = options.parse_args()
    lines = given.pairs.read_text("utf-8").splitlines()
    rows = [
        (latin, russian.replace(" ", ""), int(seen))
        for latin, russian, seen in (x.split("\t") for x in lines)
    ]
    chance = random.Random(1938)
    chance.shuffle(rows)
    start = time.process_time()
    keys = [(blocking_keys(latin), blocking_keys(russian)) for latin, russian, _ in rows]
    took = time.process_time() - start
    met = [not ours.isdisjoint(theirs) for ours, theirs in keys]
    middle = len(rows) // 2
    parts = {"half a": slice(0, middle), "half b": slice(middle, None)}
    parts |= {"not looked at": slice(middle + (len(rows) - middle) // 2, None), "all": slice(None)}
    for name, part in parts.items():
        weights = [seen for _, _, seen in rows[part]]
        weighted = sum(w for w, found in zip(weights, met[part], strict=True) if found) / sum(weights)
        plain = sum(met[part]) / len(met[part])
        mine = keys[part]
        pairs = (chance.sample(mine, 2) for _ in range(STRANGERS))
        strangers = sum(not one[0].isdisjoint(other[1]) for one, other in pairs) / STRANGERS
        print(
            f"{name}: {len(weights):,} rows, {plain:.4f} share a key ({weighted:.4f} as often as seen)",
            end="",
        )
        print(f", random pairs {strangers:.5f}")
    size = sum(len(ours) for ours, _ in keys) / len(keys)
    print(f"{size:.1f} keys for a Latin word; {took / len(rows) / 2 * 1e6:.0f} µs for each word")
    if given.misses:
        for (latin, russian, seen), found in zip(rows[:middle], met[:middle], strict=True):
            if not found:
                print(f"{latin}\t{russian}\t{seen}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
