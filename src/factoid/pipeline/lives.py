"""The life of a person: what the sources say of it, with what follows about when everything was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factoid.chronology.case import Passage
from factoid.chronology.order import life_positions
from factoid.chronology.result import Chronology, EventTime, Rule
from factoid.chronology.solving import solve
from factoid.chronology.vocabulary import Kind, kind_of
from factoid.dates import when_of_edtf
from factoid.errors import NotInLibrary
from factoid.model import Bounds, Dossier, DossierLine, Factoid, Span, TimeExpression, Verdict, When, digest
from factoid.pipeline.times import tells_more
from factoid.resources import load
from factoid.store.view import LibraryView

MOST_TIED = 12  #: relatives, and holders of the same posts, who are looked up
_LONG = 200_000  #: characters; the times of a longer stretch are looked up one statement at a time
_AROUND = 1200  #: characters of the text in which times are looked for that a statement stands between


@dataclass(frozen=True, slots=True)
class Life:
    """A dossier, its lines in the order of the life as solved, and the chronology."""

    dossier: Dossier
    chronology: Chronology

    @property
    def times(self) -> Mapping[str, EventTime]:
        """When the person was born, died and was buried, as far as that is known."""
        return self.chronology.lives.get(self.dossier.summary.id, {})


Solve = Callable[[], Chronology]
#: gives what was solved for a mark, solving where it is another
Remember = Callable[[str, Solve], Chronology]


def life_of(
    view: LibraryView, person: str, *, closely: bool = True, remember: Remember | None = None
) -> Life:
    """Return the life of a person: named by id or by name, as `LibraryView.dossier` takes it.

    Births, deaths and marriages of the nearest relatives are heard too, and the offices of those who held a post
    before or after the person; contradictions that are theirs alone are left to their own lives. What somebody
    rejected is not heard, and what somebody accepted counts as read right. Unless ``closely``, the words and times
    around each statement are not looked at: that finds what cannot be true, in half the time, and less of what is
    likely. Who asks often can ``remember`` the chronology by a mark, which stands for all that it follows from.
    """
    return _evidence_on(view, person, closely=closely).life(remember=remember)


def lives_without(view: LibraryView, person: str, sources: Iterable[str]) -> dict[str, Life]:
    """Return the life as it would be known without each of the sources, by their short names."""
    evidence = _evidence_on(view, person, closely=True)
    return {source: evidence.life(without=source) for source in sources}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """All that is heard of a life."""

    dossier: Dossier
    told: Sequence[DossierLine]  #: what bounds it in the lives of those who are tied to it
    published: Mapping[str, When]
    persons: Mapping[str, str]
    passages: Mapping[str, Passage]
    names: Mapping[str, str]

    def life(self, *, without: str = "", remember: Remember | None = None) -> Life:
        """Return the life that follows, from every source or without one."""
        dossier = self.dossier
        left = [line for line in dossier.lines if line.source != without]
        heard = [_heard(line) for line in left if line.verdict is not Verdict.REJECTED]
        said = [*heard, *(_heard(line) for line in self.told if line.source != without)]
        published, persons, passages, names = self.published, self.persons, self.passages, self.names

        def solved() -> Chronology:
            return solve(said, published=published, persons=persons, passages=passages, names=names)

        given = (said, published, persons, passages, names)
        chronology = remember(digest("chronology", *map(repr, given)), solved) if remember else solved()
        lines = tuple(_ordered(left, chronology))
        return Life(replace(dossier, lines=lines), _own(chronology, {factoid.id for factoid in heard}))


def _evidence_on(view: LibraryView, person: str, *, closely: bool) -> _Evidence:
    dossier = view.dossier(person)
    tied = list(_tied(view, dossier))
    return _Evidence(
        dossier=dossier,
        told=[line for other in tied for line in other.lines if _concerns(line, dossier)],
        published=_published(view, [dossier, *tied]),
        persons=_persons([dossier, *tied]),
        passages=dict(_passages(view, dossier)) if closely else {},
        names=_names([dossier, *tied]),
    )


def _own(chronology: Chronology, heard: Collection[str]) -> Chronology:
    """Leave out what concerns only others."""
    return replace(
        chronology,
        contradictions=tuple(c for c in chronology.contradictions if not set(c.factoids).isdisjoint(heard)),
        doubts=tuple(c for c in chronology.doubts if not set(c.factoids).isdisjoint(heard)),
    )


def _heard(line: DossierLine) -> Factoid:
    return replace(line.factoid, confidence=1.0) if line.verdict is Verdict.ACCEPTED else line.factoid


def _tied(view: LibraryView, dossier: Dossier) -> Iterator[Dossier]:
    """Yield the dossiers of parents, children and spouses, and of those before and after the person in a post."""
    lines = [line for line in dossier.lines if ties(line.factoid)]
    persons = dict.fromkeys(person for line in lines for person, _ in line.related)
    persons.pop(dossier.summary.id, None)
    for person in list(persons)[:MOST_TIED]:
        try:
            yield view.dossier(person)
        except NotInLibrary:  # judged anew since the dossier was read
            continue


def ties(factoid: Factoid) -> bool:
    """Say whether a statement ties a person to others whose lives bear on its own: close kin, holders of one post."""
    vocabulary = load("chronology")
    if factoid.type == "kinship":
        return factoid.role in {*vocabulary["parents"], *vocabulary["children"], *vocabulary["spouses"]}
    return factoid.type == "association" and factoid.role in (
        *vocabulary["successors"],
        *vocabulary["predecessors"],
    )


def _concerns(line: DossierLine, dossier: Dossier) -> bool:
    """Say whether a line of somebody tied can bound the life: a birth, a death, an office, a tie to the person."""
    if line.verdict is Verdict.REJECTED:
        return False
    if ties(line.factoid):
        return any(person == dossier.summary.id for person, _ in line.related)
    return line.factoid.type == "office" or kind_of(line.factoid) is Kind.ONCE


def _published(view: LibraryView, dossiers: Iterable[Dossier]) -> dict[str, When]:
    """Return when the sources were published, by source id; what is no date is passed over."""
    sources = {line.factoid.source for dossier in dossiers for line in dossier.lines}
    found = {}
    for source, published in view.published(sources).items():
        try:
            found[source] = when_of_edtf(published)
        except ValueError:
            continue
    return found


def _persons(dossiers: Iterable[Dossier]) -> dict[str, str]:
    """Return the person behind each persona."""
    found: dict[str, str] = {}
    for dossier in dossiers:
        for line in dossier.lines:
            for persona, (person, _) in zip(line.factoid.related, line.related, strict=False):
                found.setdefault(persona, person)
        found |= {member.persona.id: dossier.summary.id for member in dossier.personas}
    return found


def _names(dossiers: Iterable[Dossier]) -> dict[str, str]:
    """Return what persons and sources are called."""
    found: dict[str, str] = {}
    for dossier in dossiers:
        found[dossier.summary.id] = dossier.summary.name
        for line in dossier.lines:
            found[line.factoid.source] = line.source
            found |= dict(line.related)
    return found


def _passages(view: LibraryView, dossier: Dossier) -> Iterator[tuple[str, Passage]]:
    """Yield the words and the times around each statement."""
    by_source: dict[str, list[Factoid]] = {}
    for line in dossier.lines:
        by_source.setdefault(line.source, []).append(line.factoid)
    for source, factoids in by_source.items():
        times = _Times(view, source, factoids)
        excerpts = view.excerpts(source, [factoid.span for factoid in factoids])
        for factoid, excerpt in zip(factoids, excerpts, strict=True):
            before, after = times.around(factoid)
            yield factoid.id, Passage(excerpt.start, excerpt.content, before, after)


class _Times:
    """The times that a source tells around some statements; of a long text only those near by are loaded."""

    def __init__(self, view: LibraryView, source: str, factoids: Sequence[Factoid]) -> None:
        self._view, self._source = view, source
        first, last = min(f.start for f in factoids), max(f.end for f in factoids)
        self._all = view.times(source, _near(first, last)) if last - first < _LONG else None

    def around(self, factoid: Factoid) -> tuple[TimeExpression | None, TimeExpression | None]:
        """Return the last time told before a statement, and the next behind it."""
        times = self._all
        if times is None:
            times = self._view.times(self._source, _near(factoid.start, factoid.end))
        behind = bisect_left(times, factoid.end, key=_start_of)
        before = bisect_left(times, factoid.start, key=_start_of) - 1
        while before >= 0 and times[before].end > factoid.start:
            before -= 1
        return times[before] if before >= 0 else None, times[behind] if behind < len(times) else None


def _near(start: int, end: int) -> Span:
    return Span(max(0, start - _AROUND), end + _AROUND)


def _start_of(time: TimeExpression) -> int:
    return time.start


def _ordered(lines: Iterable[DossierLine], chronology: Chronology) -> Iterator[DossierLine]:
    """Yield the lines in the order of the life, as solved."""
    listed = list(lines)
    known = {line.factoid.id: _place(line.factoid, chronology) for line in listed}
    solved = {factoid: bounds for factoid, bounds in known.items() if bounds is not None}
    for position in life_positions([line.factoid for line in listed], solved):
        yield listed[position]


def _place(factoid: Factoid, chronology: Chronology) -> Bounds | None:
    """Return between which days an event lies; None where nothing is known but that it is in the life."""
    time = chronology.times.get(factoid.id)
    return Bounds(time.likely_earliest, time.likely_latest) if time and is_placed(factoid, time) else None


def is_placed(factoid: Factoid, time: EventTime) -> bool:
    """Say whether what follows about an event gives it a place in the life: of an end, that it was after the rest.

    A spell has one only where its source says what it came after, or tells it in a row: that its body was founded
    in 1919, or that it was true in 1920, says nothing of when it began.
    """
    why = time.why_likely_earliest
    if kind_of(factoid) is Kind.SPELL and (not why or why[-1].rule not in (Rule.RELATION, Rule.TOLD)):
        return False
    return tells_more(why, ends_life=factoid.type in ("death", "burial"))
