from __future__ import annotations

from chronology.networks import Constraint as Arc
from chronology.networks import brute_force, networks
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.chronology.constraint import Constraint
from factoid.chronology.network import HORIZON
from factoid.chronology.result import Rule, Step
from factoid.chronology.trial import Outlook, Trial

STEP = Step(rule=Rule.DATE, sentence="for the test")


def trial_of(points: int, arcs: list[Arc]) -> Trial:
    return Trial(points, [Constraint(*arc, STEP, rests_on=(f"f-{n}",)) for n, arc in enumerate(arcs)])


@settings(max_examples=150)
@given(networks(), st.data())
def test_a_group_is_taken_whole_or_not_at_all(drawn: tuple[int, list[Arc]], data: st.DataObject) -> None:
    points, arcs = drawn
    trial = trial_of(points, arcs)
    numbers = st.lists(st.integers(0, max(0, len(arcs) - 1)), max_size=5)
    for _ in range(4 if arcs else 0):
        group, before = data.draw(numbers), set(trial.taken)
        possible = trial.can_take(group)
        assert trial.taken == before
        cycle = trial.take(group)
        assert (cycle is None) is possible
        assert trial.taken == (before | set(group) if possible else before)
        assert possible == (brute_force(points, [arcs[n] for n in before | set(group)]) is not None)
        trial.drop(data.draw(numbers))


@settings(max_examples=100)
@given(networks())
def test_the_outlook_gives_bounds_with_the_constraints_behind_them(drawn: tuple[int, list[Arc]]) -> None:
    points, arcs = drawn
    trial = trial_of(points, arcs)
    for number in range(len(arcs)):
        trial.take([number])
    solved = brute_force(points, [arcs[n] for n in trial.taken])
    assert solved is not None
    outlook = Outlook(trial)
    for point in range(points):
        first, last = outlook.earliest(point), outlook.latest(point)
        assert (first is None) == (solved[0][point] < -HORIZON // 2)
        if first is not None:
            assert first == solved[0][point] == sum(c.days for c in outlook.why_earliest(point))
        if last is not None:
            assert last == solved[1][point] == -sum(c.days for c in outlook.why_latest(point))
