"""What the library is unsure of: pairs that may be one person, the most telling first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from factoid.identity import VERSION, Opinion, linked
from factoid.identity.features import likelihood
from factoid.model import MentionForm, PersonaInSource, PersonSummary
from factoid.pipeline.packing import packed, unpacked
from factoid.store import Library, LibraryView

_DOUBTS = "doubts"
_KEPT = 500  #: pairs: more than anybody looks at before the persons change again
_AROUND = 90  #: characters of the text on either side of a name


@dataclass(frozen=True, slots=True)
class Side:
    """One of two personas that may be one person."""

    found: PersonaInSource
    person: PersonSummary  #: whom it is held to be now
    words: str  #: where its source names it first, with what stands around

    @property
    def name(self) -> str:
        """What its source calls it."""
        return self.found.persona.name


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two personas of two sources that may be one person, and what speaks for and against it."""

    left: Side
    right: Side
    points: float
    likelihood: float  #: of the pairs with so many points, so large a share was one person
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]

    @property
    def settles(self) -> int:
        """How many statements would find, or keep, their person: those of the smaller dossier."""
        return min(self.left.person.factoids, self.right.person.factoids)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two personas that may be one, as they are kept."""

    left: str
    right: str
    points: float
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


def doubts_of(view: LibraryView, *, query: str | None = None, limit: int | None = None) -> list[Doubt]:
    """Return the doubts, those first whose answer settles most statements, then the likeliest.

    Of several pairs between the same two persons only the likeliest is there. With a query only those in
    whose names all its words stand. The first of all are kept from when the persons were worked out last.
    """
    kept = view.working(_DOUBTS, _mark(view.state_of_persons))
    if kept is not None and query is None and limit is not None and limit <= _KEPT:
        pairs = [_pair_of_json(data) for data in unpacked(kept)[:limit]]
    else:
        linking = linked(view.personas(), view.judgements(active_only=True))
        pairs = [_pair_of(o) for o in _ranked(view, linking.unsure(), query)[:limit]]
    personas = {id_ for pair in pairs for id_ in (pair.left, pair.right)}
    found = {held.persona.id: held for held in view.personas(personas)}
    persons = view.persons_of(personas)
    return [_doubt(view, pair, found, persons) for pair in pairs if {pair.left, pair.right} <= found.keys()]


def keep_doubts(library: Library, state: str, opinions: Sequence[Opinion]) -> None:
    """Keep the first of the pairs that may be one person; ``state`` is that of the persons, which they are of."""
    shown = [[*astuple(_pair_of(opinion))] for opinion in _ranked(library, opinions)[:_KEPT]]
    library.keep_workings({_DOUBTS: (_mark(state), packed(shown))})


def see_to_doubts(library: Library) -> None:
    """Keep the first pairs that may be one person, where none of the present state of the persons are kept."""
    state = library.state_of_persons
    if library.working(_DOUBTS, _mark(state)) is None:
        linking = linked(library.personas(), library.judgements(active_only=True))
        keep_doubts(library, state, linking.unsure())


def _mark(state: str) -> str:
    return f"{VERSION} {state}"


def _pair_of(opinion: Opinion) -> _Pair:
    return _Pair(*opinion.pair, opinion.points, opinion.speaks_for, opinion.speaks_against)


def _pair_of_json(data: Sequence[Any]) -> _Pair:
    left, right, points, speaks_for, speaks_against = data
    return _Pair(left, right, points, tuple(speaks_for), tuple(speaks_against))


def _ranked(view: LibraryView, opinions: Sequence[Opinion], query: str | None = None) -> list[Opinion]:
    """Return the likeliest opinion on each two persons, those first that settle most."""
    persons = view.persons_of(persona for opinion in opinions for persona in opinion.pair)
    matching = {p.id for p in view.people(query)} if query else None
    chosen: dict[tuple[str, str], Opinion] = {}
    for opinion in opinions:
        ids = sorted({persons[persona].id for persona in opinion.pair if persona in persons})
        if len(ids) > 1 and (matching is None or not matching.isdisjoint(ids)):
            chosen.setdefault((ids[0], ids[1]), opinion)
    return sorted(chosen.values(), key=lambda o: (-_settles(o, persons), *o.rank))


def _settles(opinion: Opinion, persons: Mapping[str, PersonSummary]) -> int:
    return min(persons[persona].factoids for persona in opinion.pair)


def _doubt(
    view: LibraryView, pair: _Pair, found: Mapping[str, PersonaInSource], persons: Mapping[str, PersonSummary]
) -> Doubt:
    left, right = (
        Side(found[id_], persons[id_], _words(view, found[id_])) for id_ in (pair.left, pair.right)
    )
    return Doubt(
        left=left,
        right=right,
        points=round(pair.points, 1),
        likelihood=likelihood(pair.points),
        speaks_for=pair.speaks_for,
        speaks_against=pair.speaks_against,
    )


def _words(view: LibraryView, found: PersonaInSource) -> str:
    """Return the words in which the source first names the persona."""
    mentions = found.persona.mentions
    first = next((m for m in mentions if m.form is MentionForm.NAME), next(iter(mentions), None))
    if first is None:
        return ""
    excerpt = view.excerpt(found.source, first.start, first.end)
    start = max(0, first.start - excerpt.start - _AROUND)
    end = first.end - excerpt.start + _AROUND
    words = " ".join(excerpt.content[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(excerpt.content) else ''}"
