"""What the library is unsure of: pairs that may be one person, the most telling first."""

from __future__ import annotations

from dataclasses import dataclass

from factoid.identity import Opinion, unsure_pairs
from factoid.identity.features import likelihood
from factoid.model import MentionForm, PersonaInSource, PersonSummary
from factoid.store.view import LibraryView

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


def doubts_of(view: LibraryView, *, query: str | None = None, limit: int | None = None) -> list[Doubt]:
    """Return the doubts, those first whose answer settles most statements, then the likeliest.

    Of several pairs between the same two persons only the likeliest is there. With a query only those in
    whose names all its words stand.
    """
    opinions = unsure_pairs(view.personas(), view.judgements(active_only=True))
    persons = view.persons_of(persona for opinion in opinions for persona in opinion.pair)
    matching = {p.id for p in view.people(query)} if query else None
    chosen: dict[tuple[str, str], Opinion] = {}
    for opinion in opinions:
        ids = sorted({persons[persona].id for persona in opinion.pair})
        if len(ids) > 1 and (matching is None or not matching.isdisjoint(ids)):
            chosen.setdefault((ids[0], ids[1]), opinion)
    ranked = sorted(chosen.values(), key=lambda o: (-_settles(o, persons), *o.rank))
    return [_doubt(view, opinion, persons) for opinion in ranked[:limit]]


def _settles(opinion: Opinion, persons: dict[str, PersonSummary]) -> int:
    return min(persons[persona].factoids for persona in opinion.pair)


def _doubt(view: LibraryView, opinion: Opinion, persons: dict[str, PersonSummary]) -> Doubt:
    left, right = (
        Side(bearer.found, persons[bearer.id], _words(view, bearer.found))
        for bearer in (opinion.left, opinion.right)
    )
    return Doubt(
        left=left,
        right=right,
        points=round(opinion.points, 1),
        likelihood=likelihood(opinion.points),
        speaks_for=opinion.speaks_for,
        speaks_against=opinion.speaks_against,
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
