from __future__ import annotations

from chronology.networks import DAYS, Constraint, brute_force, holds, networks
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.chronology.network import HORIZON, Network


def values(network: Network) -> tuple[list[int], list[int]]:
    latest = [-value for value in network.latest_side.values]
    return network.earliest_side.values, latest


@settings(max_examples=400)
@given(networks(), st.data())
def test_bounds_and_conflicts_are_those_of_brute_force(
    drawn: tuple[int, list[Constraint]], data: st.DataObject
) -> None:
    points, constraints = drawn
    network = Network(points)
    standing: dict[int, Constraint] = {}
    for constraint in constraints:
        number, cycle = network.add(*constraint)
        if cycle is None:
            standing[number] = constraint
        else:
            assert not holds(points, [*standing.values(), constraint])
            assert_smallest(points, [(network.early[n], network.late[n], network.days[n]) for n in cycle])
        if data.draw(st.booleans()) and standing:
            gone = data.draw(st.sampled_from(sorted(standing)))
            network.withdraw(gone)
            del standing[gone]
        assert values(network) == brute_force(points, list(standing.values()))


def assert_smallest(points: int, cycle: list[Constraint]) -> None:
    """A closed chain that cannot hold, and can without any one of its links."""
    for link, following in zip(cycle, [*cycle[1:], cycle[0]], strict=True):
        assert link[1] == following[0]
    assert not holds(points, cycle)
    for left_out in range(len(cycle)):
        assert holds(points, cycle[:left_out] + cycle[left_out + 1 :])


@settings(max_examples=100)
@given(networks())
def test_the_chain_behind_a_bound_adds_up_to_it(drawn: tuple[int, list[Constraint]]) -> None:
    points, constraints = drawn
    network = Network(points)
    for constraint in constraints:
        network.add(*constraint)
    for point in range(points):
        if network.earliest(point) is not None:
            assert sum(network.days[n] for n in network.why_earliest(point)) == network.earliest(point)
        if network.latest(point) is not None:
            assert -sum(network.days[n] for n in network.why_latest(point)) == network.latest(point)


@given(DAYS, DAYS)
def test_a_contradiction_changes_nothing(one: int, other: int) -> None:
    network = Network(3)
    network.add(1, 2, one)
    before = values(network)[0][:], values(network)[1][:]
    number, cycle = network.add(2, 1, 1 - one)
    assert cycle is not None
    assert (values(network)[0], values(network)[1]) == before
    network.withdraw(number)  # it never held
    network.add(1, 2, other)
    assert network.restore(0) is None


def test_without_a_date_there_is_no_bound() -> None:
    network = Network(3)
    network.add(1, 2, 5)
    assert (network.earliest(2), network.latest(2), network.why_earliest(2)) == (None, None, [])
    assert network.earliest_side.values[2] == 5 - HORIZON


def test_nothing_lies_before_itself() -> None:
    network = Network(2)
    assert network.add(1, 1, 1)[1] == [0]
    assert network.add(1, 1, 0)[1] is None
