"""Blocks of those who share a key, and the pairs in them: numbers only, so that a million fit in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]

WIDEST = 120  #: in a wider block each is compared only with those next to him in order
NEXT = 24  #: with so many on either side
_AT_ONCE = 20_000_000  #: pairs held before those found twice are struck out


def pairs_in_blocks(keys: Iterable[Iterable[int]], order: Sequence[Any]) -> tuple[Numbers, Numbers]:
    """Return the pairs of places whose keys meet, each once, in order: the smaller places, the larger ones.

    Work and memory grow with the places, not with their square, however many share one key.
    """
    count = len(order)
    kept = np.empty(0, dtype=np.int64)
    waiting: list[Numbers] = []
    held = 0
    for ones, twos in _pairs(*_blocks(keys), _ranks(order)):
        waiting.append(np.minimum(ones, twos) * count + np.maximum(ones, twos))
        held += len(ones)
        if held > _AT_ONCE:
            kept, waiting, held = each_once(np.concatenate([kept, *waiting])), [], 0
    kept = each_once(np.concatenate([kept, *waiting]))
    return kept // max(count, 1), kept % max(count, 1)


def each_once(numbers: Numbers) -> Numbers:
    """Return the numbers in order, each once. By sorting: numpy's own looks each up in a table, ten times as long."""
    found = np.sort(numbers)
    is_new = np.ones(len(found), dtype=bool)
    is_new[1:] = found[1:] != found[:-1]
    return found[is_new]


def _ranks(order: Sequence[Any]) -> Numbers:
    """Return the rank of each place in the order."""
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[sorted(range(len(order)), key=order.__getitem__)] = np.arange(len(order))
    return ranks


def _blocks(keys: Iterable[Iterable[int]]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the places key by key, and where the block of each key begins and how wide it is."""
    all_keys, places = array("q"), array("q")
    for place, own in enumerate(keys):
        before = len(all_keys)
        all_keys.extend(own)
        places.extend([place] * (len(all_keys) - before))
    if not all_keys:
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing, nothing
    values = np.frombuffer(all_keys, dtype=np.int64)
    by_key = np.argsort(values, kind="stable")
    members = np.frombuffer(places, dtype=np.int64)[by_key]
    edges = np.flatnonzero(np.diff(values[by_key])) + 1
    starts, ends = np.r_[0, edges], np.r_[edges, len(values)]
    return members, starts, ends - starts


def _pairs(
    members: Numbers, starts: Numbers, widths: Numbers, ranks: Numbers
) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the pairs of all blocks: those of one width together."""
    for width in np.unique(widths[(widths > 1) & (widths <= WIDEST)]):
        ones, twos = np.triu_indices(int(width), 1)
        of_width = starts[widths == width]
        some = max(1, _AT_ONCE // len(ones))
        for first in range(0, len(of_width), some):
            blocks = members[of_width[first : first + some, None] + np.arange(width)]
            yield blocks[:, ones].ravel(), blocks[:, twos].ravel()
    for wide in np.flatnonzero(widths > WIDEST):
        block = members[starts[wide] : starts[wide] + widths[wide]]
        block = block[np.argsort(ranks[block])]
        for distance in range(1, NEXT + 1):
            yield block[:-distance], block[distance:]
