"""Contradictions explained: the links of the chain with their quotes, and what leaving something out would mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factoid.chronology.choices import try_readings
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.network import ORIGIN
from factoid.chronology.result import Contradiction, Repair, Rule, Step
from factoid.chronology.settle import Settled, System, fits
from factoid.chronology.trial import Trial
from factoid.model import Factoid


class Court:
    """Explains what `settle` set aside."""

    def __init__(
        self, system: System, settled: Settled, factoids: Iterable[Factoid], names: dict[str, str]
    ) -> None:
        self._system, self._settled = system, settled
        self._factoids = {factoid.id: factoid for factoid in factoids}
        self._names = names

    def contradiction(self, core: Sequence[str]) -> Contradiction:
        """Return a smallest set with its explanation and its repairs."""
        steps = steps_of(self._links(core))
        repairs = [self._repair((factoid,), None) for factoid in core] if len(core) > 1 else []
        sources = list(dict.fromkeys(self._factoids[f].source for f in core))
        if len(sources) > 1:
            repairs += [self._repair(core, source) for source in sources]
        settled = [self._mended(core, repair) for repair in repairs]
        told = [step.factoid for step in steps if step.factoid is not None and step.factoid in core]
        ordered = tuple(dict.fromkeys([*told, *core]))
        return Contradiction(
            factoids=ordered,
            sentences=(*(f"{step.sentence}." for step in steps), _verdict(len(core))),
            repairs=tuple(settled),
            steps=steps,
        )

    def _links(self, core: Sequence[str]) -> list[Constraint]:
        """Return the constraints of the cycles that make the set impossible."""
        system = self._system
        trial = Trial(system.points, system.constraints)
        cycle = trial.take(system.held_by(set(core)))
        cycles = [cycle] if cycle else try_readings(trial, system.choices_of(core)).cycles
        return [c for found in cycles for c in _from_the_calendar([system.constraints[n] for n in found])]

    def _repair(self, factoids: Sequence[str], source: str | None) -> Repair:
        left_out = tuple(f for f in factoids if source is None or self._factoids[f].source == source)
        return Repair(factoids=left_out, source=source, fits=False, sentence="")

    def _mended(self, core: Sequence[str], repair: Repair) -> Repair:
        """Return the repair with what it does."""
        out = set(repair.factoids)
        if repair.source is not None:
            out |= {f for f in self._settled.heard if self._factoids[f].source == repair.source}
        possible = fits(self._system, self._settled, core, out)
        name = (
            f"source {self._names.get(repair.source, repair.source)}"
            if repair.source
            else self._quoted(repair.factoids[0])
        )
        outcome = "everything fits" if possible else "it still does not fit"
        return Repair(
            factoids=repair.factoids,
            source=repair.source,
            fits=possible,
            sentence=f"Without {name} {outcome}.",
        )

    def _quoted(self, factoid: str) -> str:
        found = self._factoids[factoid]
        words = " ".join(found.quote.split())
        return f"“{words}” ({self._names.get(found.source, found.source)})"


def doubt(cycle: Sequence[Constraint]) -> Contradiction:
    """Return what is possible but breaks a rule that seldom fails."""
    steps = steps_of(_from_the_calendar(cycle))
    factoids = tuple(dict.fromkeys(f for constraint in cycle for f in constraint.rests_on))
    sentences = (*(f"{step.sentence}." for step in steps), "That is possible, but rare.")
    return Contradiction(factoids=factoids, sentences=sentences, steps=steps, is_firm=False)


def steps_of(constraints: Iterable[Constraint]) -> tuple[Step, ...]:
    """Return the reasons of constraints in order, each once."""
    return tuple(dict.fromkeys(constraint.step for constraint in constraints))


def _from_the_calendar(cycle: Sequence[Constraint]) -> list[Constraint]:
    """Return the cycle beginning at a date, where it has one."""
    start = next((n for n, constraint in enumerate(cycle) if constraint.early == ORIGIN), 0)
    return [*cycle[start:], *cycle[:start]]


def _verdict(count: int) -> str:
    if count == 1:
        return "This cannot be true."
    return "Both cannot be true." if count == 2 else f"These {count} statements cannot all be true."


def put_back(system: System, settled: Settled, contradictions: Sequence[Contradiction]) -> tuple[str, ...]:
    """Hear again what need not be left out, and return what stays aside.

    If leaving out one statement mends everything, it alone stays aside. If any of several does, none of these is
    believed, and what they date lies somewhere between their dates.
    """
    aside: list[str] = []
    for found in contradictions:
        candidates = [r.factoids[0] for r in found.repairs if r.fits and r.source is None]
        stays = candidates or list(found.factoids)
        back = [f for f in found.factoids if f not in stays]
        if back and fits(system, settled, back):
            settled.heard.update(back)
            settled.trial.take(system.held_by(settled.heard))
        else:
            stays = list(found.factoids)
        aside.extend(stays)
        if len(stays) > 1:
            _bound_by_all(system, settled, stays)
    return tuple(aside)


def _bound_by_all(system: System, settled: Settled, rivals: Sequence[str]) -> None:
    """Take it that what several statements date lies between the first and the last of their dates."""
    dates: dict[tuple[int, int], dict[str, Constraint]] = {}
    for number in system.firm:
        constraint = system.constraints[number]
        if (
            constraint.step.rule is Rule.DATE
            and len(constraint.rests_on) == 1
            and constraint.rests_on[0] in rivals
        ):
            dates.setdefault((constraint.early, constraint.late), {})[constraint.rests_on[0]] = constraint
    numbered = system.constraints
    for (early, late), by_factoid in dates.items():
        if len(by_factoid) == len(rivals):
            widest = min(by_factoid.values(), key=lambda c: c.days)
            words = "; ".join(c.step.sentence for c in by_factoid.values())
            step = Step(rule=Rule.DATE, sentence=f"whichever is right: {words}", is_firm=True)
            numbered.append(Constraint(early, late, widest.days, step, Strength.FIRM, tuple(by_factoid)))
            settled.trial.take([len(numbered) - 1])
