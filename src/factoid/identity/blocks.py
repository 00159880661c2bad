"""Blocks of those who share a key, and the pairs in them: numbers only, so that a million fit in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np

WIDEST = 120  #: in a wider block each is compared only with those next to him in order
NEXT = 24  #: with so many on either side


def pairs_in_blocks(keys: Iterable[Iterable[int]], order: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose keys meet, each once, in order.

    Work and memory grow with the places, not with their square, however many share one key.
    """
    count = len(order)
    found = array("q")
    for block in _blocks(keys):
        if len(block) <= WIDEST:
            found.extend(one * count + two for one, two in combinations(block, 2))
        else:
            found.extend(one * count + two for one, two in _neighbours(block, order))
    for pair in np.unique(np.frombuffer(found, dtype=np.int64)) if found else ():
        one, two = divmod(int(pair), count)
        yield one, two


def _blocks(keys: Iterable[Iterable[int]]) -> Iterator[list[int]]:
    """Yield the places of every key that several have, in order."""
    all_keys, places = array("q"), array("q")
    for place, own in enumerate(keys):
        before = len(all_keys)
        all_keys.extend(own)
        places.extend([place] * (len(all_keys) - before))
    if not all_keys:
        return
    values = np.frombuffer(all_keys, dtype=np.int64)
    by_key = np.argsort(values, kind="stable")
    values, members = values[by_key], np.frombuffer(places, dtype=np.int64)[by_key]
    edges = np.flatnonzero(np.diff(values)) + 1
    starts, ends = np.r_[0, edges], np.r_[edges, len(values)]
    for wide in np.flatnonzero(ends - starts > 1):
        yield members[starts[wide] : ends[wide]].tolist()


def _neighbours(block: list[int], order: Sequence[Any]) -> Iterator[tuple[int, int]]:
    ordered = sorted(block, key=lambda place: order[place])
    for i, one in enumerate(ordered):
        for two in ordered[i + 1 : i + 1 + NEXT]:
            yield min(one, two), max(one, two)
