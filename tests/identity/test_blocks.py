"""Pairs of those who share a key."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from factoid.identity import blocks
from factoid.identity.blocks import each_once, pairs_in_blocks


@pytest.mark.parametrize("numbers", [[], [3], [2, 2, 2], [5, 1, 5, 3, 1]])
def test_each_number_once_and_in_order(numbers: list[int]) -> None:
    assert each_once(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))


@pytest.mark.parametrize("at_once", [10, 10**6])
def test_each_pair_that_shares_a_key_is_found_once(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_AT_ONCE", at_once)
    chance = random.Random(5)
    keys = [{chance.randrange(30) for _ in range(3)} for _ in range(60)]
    ones, twos = pairs_in_blocks(keys, range(60))
    wanted = [(a, b) for a, b in combinations(range(60), 2) if keys[a] & keys[b]]
    assert list(zip(ones.tolist(), twos.tolist(), strict=True)) == wanted
