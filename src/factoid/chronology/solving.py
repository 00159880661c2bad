"""From the statements on a life to what can have happened when, why, and what cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from factoid.chronology.case import Case, Event, Passage
from factoid.chronology.constraint import Constraint
from factoid.chronology.contradictions import Court, doubt, put_back, steps_of
from factoid.chronology.inferred import inferred_births
from factoid.chronology.likely import adopt, broken_rules
from factoid.chronology.result import Chronology, Contradiction, EventTime, Rule, Step
from factoid.chronology.rules.ages import ages, carried_dates, durations
from factoid.chronology.rules.dates import choices, dates
from factoid.chronology.rules.kin import company, kin
from factoid.chronology.rules.lives import lives, living, reburials, reported, spans
from factoid.chronology.rules.posts import bodies, succession
from factoid.chronology.rules.relations import relations, shifts
from factoid.chronology.rules.sequence import sequences
from factoid.chronology.rules.telling import between_times, telling
from factoid.chronology.settle import Settled, Solver, settle, system_of
from factoid.chronology.trial import Outlook
from factoid.chronology.vocabulary import Kind, kind_of
from factoid.late import late
from factoid.model import Bounds, Factoid, When

RULES: tuple[Callable[[Case], Iterator[Constraint]], ...] = (
    lives, spans, dates, living, reburials, ages, carried_dates, durations, relations, shifts, sequences, kin, company,
    succession, telling, between_times, reported, bodies,
)  # fmt: skip


def solve(
    factoids: Sequence[Factoid],
    *,
    published: Mapping[str, When] | None = None,
    persons: Mapping[str, str] | None = None,
    passages: Mapping[str, Passage] | None = None,
    names: Mapping[str, str] | None = None,
) -> Chronology:
    """Return when the events of the factoids can have been, and which of them contradict one another.

    ``published`` dates the sources, by id. ``persons`` says who is meant by each persona; without it, each is a
    person of its own. ``passages`` gives by factoid id the text around it, where ages and relations stand that
    the quote leaves out. ``names`` says what persons and sources are called. The same factoids give the same
    chronology.
    """
    case = Case(tuple(dict.fromkeys(factoids)), persons or {}, published or {}, passages or {}, names or {})
    return _Solution(case).chronology()


class _Solution:
    def __init__(self, case: Case) -> None:
        self._case = case
        found = [constraint for rule in RULES for constraint in rule(case)]
        options = list(choices(case))
        self._system = system_of(
            case.points, found, options, [case.id(f) for f in case.factoids], find_solver
        )

    def chronology(self) -> Chronology:
        """Return everything that follows."""
        case, system = self._case, self._system
        settled = settle(system)
        court = Court(system, settled, case.factoids, dict(case.names))
        contradictions = tuple(court.contradiction(core) for core in settled.cores)
        aside = put_back(system, settled, contradictions)
        self._keep_own_dates(settled, aside)
        doubts = list(broken_rules(system, settled))
        settled.without_checks(system)
        verdict = settled.reconsidered(system)
        firm = verdict.outlook or Outlook(settled.trial)
        notes = () if verdict.is_exact else self._exactly(settled, firm)
        likely = adopt(system, settled, verdict.undecided)
        return Chronology(
            times={case.id(f): _time(case.event(f), firm, likely) for f in case.factoids},
            lives=_lives(case, firm, likely),
            contradictions=contradictions,
            doubts=_distinct(doubt(cycle) for cycle in doubts),
            inferred=tuple(inferred_births(case, likely)),
            set_aside=aside,
            notes=notes,
        )

    def _keep_own_dates(self, settled: Settled, aside: Collection[str]) -> None:
        """Leave what is set aside its own date, which then bounds nothing else."""
        own = {f.id for f in self._case.factoids if self._case.id(f) in aside and kind_of(f) is not Kind.ONCE}
        for number in self._system.firm:
            constraint = self._system.constraints[number]
            if constraint.step.rule is Rule.DATE and own.issuperset(constraint.rests_on or ("",)):
                settled.trial.take([number])

    def _exactly(self, settled: Settled, firm: Outlook) -> tuple[str, ...]:
        """Have the solver find the bounds; return what to say to people."""
        system, solver = self._system, self._system.find_solver()
        if solver is None:
            return (_INEXACT,)
        taken, choices = sorted(settled.trial.taken), system.choices_of(settled.heard)
        model = solver(system.points, system.constraints, taken, choices)
        for point, bounds in model.bounds(range(1, system.points)):
            firm.tighten(point, bounds)
        return (_BY_SOLVER,)


def find_solver() -> Solver | None:
    """Return CP-SAT where the extra ``solver`` is installed."""
    try:
        solver: Solver = late("factoid.chronology.cpsat:Model")
    except ModuleNotFoundError:
        return None
    return solver


_BY_SOLVER = "There are many dates that can be read in several ways: OR-Tools CP-SAT found the bounds."
_INEXACT = (
    "There are too many dates that can be read in several ways to try all combinations: they were read as "
    "ranges. To have them solved exactly: pip install 'factoid[solver]'"
)


def _lives(case: Case, firm: Outlook, likely: Outlook) -> dict[str, dict[str, EventTime]]:
    found: dict[str, dict[str, EventTime]] = {}
    for (person, kind), point in case.once_points().items():
        found.setdefault(person, {})[kind] = _time(Event(point, point), firm, likely)
    return found


def _time(event: Event, firm: Outlook, likely: Outlook) -> EventTime:
    why_firm = _why(firm.why_earliest(event.start)), _why(firm.why_latest(event.end))
    start, end = _bounds(event.start, firm), _bounds(event.end, firm)
    likely_start, likely_end = (
        _tighter(known, _bounds(p, likely)) for known, p in ((start, event.start), (end, event.end))
    )
    earlier, later = likely_start.earliest == start.earliest, likely_end.latest == end.latest
    return EventTime(
        start=start,
        end=end,
        likely_start=likely_start,
        likely_end=likely_end,
        why_earliest=why_firm[0],
        why_latest=why_firm[1],
        why_likely_earliest=why_firm[0] if earlier else _why(likely.why_earliest(event.start)),
        why_likely_latest=why_firm[1] if later else _why(likely.why_latest(event.end)),
    )


def _bounds(point: int, outlook: Outlook) -> Bounds:
    return Bounds(outlook.earliest(point), outlook.latest(point))


def _tighter(known: Bounds, more: Bounds) -> Bounds:
    lows = [day for day in (known.earliest, more.earliest) if day is not None]
    highs = [day for day in (known.latest, more.latest) if day is not None]
    return Bounds(max(lows, default=None), min(highs, default=None))


def _why(constraints: Sequence[Constraint]) -> tuple[Step, ...]:
    return steps_of(constraints)


def _distinct(found: Iterator[Contradiction]) -> tuple[Contradiction, ...]:
    by_factoids: dict[frozenset[str], Contradiction] = {}
    for contradiction in found:
        by_factoids.setdefault(frozenset(contradiction.factoids), contradiction)
    return tuple(by_factoids.values())
