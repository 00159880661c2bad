"""Smallest contradictory sets: nothing can be left out of any, they share nothing, and the rest holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.chronology.constraint import Choice, Constraint, Reading
from factoid.chronology.result import Rule, Step
from factoid.chronology.settle import System, fits, is_possible, settle, system_of

STEP = Step(rule=Rule.DATE, sentence="for the test")
NAMES = [f"f-{number}" for number in range(6)]
POINTS = 5


@st.composite
def systems(draw: st.DrawFn) -> System:
    """Statements that each demand something of some points, some in one of two ways."""
    point, days = st.integers(0, POINTS - 1), st.integers(-30, 12)
    count = draw(st.integers(2, len(NAMES)))
    constraints = []
    for name in NAMES[:count]:
        for _ in range(draw(st.integers(1, 3))):
            rests_on = {name, draw(st.sampled_from(NAMES[:count]))} if draw(st.booleans()) else {name}
            constraints.append(
                Constraint(draw(point), draw(point), draw(days), STEP, rests_on=tuple(sorted(rests_on)))
            )
    choices = [
        Choice(name, tuple(draw(readings(name)) for _ in range(2)), ())
        for name in draw(st.lists(st.sampled_from(NAMES[:count]), max_size=3, unique=True))
    ]
    return system_of(POINTS, constraints, choices, NAMES[:count])


@st.composite
def readings(draw: st.DrawFn, name: str) -> Reading:
    """One way to read a date."""
    point, first = draw(st.integers(1, POINTS - 1)), draw(st.integers(-20, 20))
    last = first + draw(st.integers(0, 10))
    return Reading(
        f"{first} to {last}",
        (
            Constraint(0, point, first, STEP, rests_on=(name,)),
            Constraint(point, 0, -last, STEP, rests_on=(name,)),
        ),
    )


@settings(max_examples=400)
@given(systems())
def test_nothing_can_be_left_out_of_a_contradiction(system: System) -> None:
    settled = settle(system)
    seen: set[str] = set()
    for core in settled.cores:
        assert not is_possible(system, core)
        for factoid in core:
            assert is_possible(system, [f for f in core if f != factoid])
        assert not seen & set(core)
        seen |= set(core)
    assert settled.heard == set(system.order) - seen
    assert is_possible(system, settled.heard)
    assert bool(settled.cores) != is_possible(system, system.order)


@settings(max_examples=150)
@given(systems())
def test_what_fits_in_is_what_could_be_heard_with_the_rest(system: System) -> None:
    settled = settle(system)
    before = set(settled.trial.taken)
    for core in settled.cores:
        for factoid in core:
            back = [f for f in core if f != factoid]
            assert fits(system, settled, back) == is_possible(system, [*settled.heard, *back])
            without = set(sorted(settled.heard)[:1])
            expected = is_possible(system, [f for f in (*settled.heard, *core) if f not in without])
            assert fits(system, settled, core, without) == expected
    assert settled.trial.taken == before


@settings(max_examples=150)
@given(systems(), st.sets(st.sampled_from(NAMES)), st.sets(st.sampled_from(NAMES)))
def test_what_factoids_hold_is_what_rests_on_them_alone(
    system: System, chosen: set[str], some: set[str]
) -> None:
    resting = {n: set(system.constraints[n].rests_on) for n in system.firm}
    assert system.held_by(chosen) == [n for n, on in resting.items() if on <= chosen]
    assert system.resting_on(some) == {n for n, on in resting.items() if on & some}
    assert set(system.held_with(some, chosen)) == {
        n for n, on in resting.items() if on & some and on <= chosen
    }
