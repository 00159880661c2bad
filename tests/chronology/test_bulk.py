from __future__ import annotations

import numpy as np
import pytest
from chronology.networks import Constraint, brute_force, networks
from chronology.test_network import assert_smallest, values
from hypothesis import given, settings

from factoid.chronology.bulk import Constraints, Impossible, load, solve_all


def columns(points: int, constraints: list[Constraint]) -> Constraints:
    early, late, days = np.array(constraints, dtype=np.int64).reshape(-1, 3).T
    return Constraints(points, early.astype(np.intp), late.astype(np.intp), days)


@settings(max_examples=200)
@given(networks(most_points=12))
def test_all_at_once_gives_the_bounds_of_brute_force(drawn: tuple[int, list[Constraint]]) -> None:
    points, constraints = drawn
    expected = brute_force(points, constraints)
    try:
        solved = solve_all(columns(points, constraints))
    except Impossible as impossible:
        assert expected is None
        cycle = [constraints[number] for number in impossible.cycle]
        if cycle[0][1] != cycle[1 % len(cycle)][0]:
            cycle.reverse()
        assert_smallest(points, cycle)
        return
    assert expected == (solved.earliest.tolist(), solved.latest.tolist())


@settings(max_examples=150)
@given(networks(most_points=12))
def test_a_network_loaded_at_once_can_be_changed(drawn: tuple[int, list[Constraint]]) -> None:
    points, constraints = drawn
    try:
        network = load(columns(points, constraints))
    except Impossible:
        return
    standing = dict(enumerate(constraints))
    for number in list(standing)[::2]:
        network.withdraw(number)
        del standing[number]
        assert values(network) == brute_force(points, list(standing.values()))
    for number in range(0, len(constraints), 2):
        assert network.restore(number) is None
    assert values(network) == brute_force(points, constraints)


def test_a_long_chain_is_followed_to_its_end() -> None:
    points = 3000
    chain = [(point, point + 1, 1) for point in range(points - 1)]
    solved = solve_all(columns(points, chain))
    assert solved.earliest.tolist() == list(range(points))
    with pytest.raises(Impossible) as impossible:
        solve_all(columns(points, [*chain, (points - 1, 1, 2 - points + 1)]))
    assert len(impossible.value.cycle) == points - 1
