"""What several sources tell of one life, event by event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factoid.model import DossierLine
from factoid.pipeline.hearing import events_on
from factoid.store import LibraryView


@dataclass(frozen=True, slots=True)
class Told:
    """One event: what each source says of it."""

    by_source: Mapping[str, tuple[DossierLine, ...]]


def comparison_of(library: LibraryView, person: str, lines: Sequence[DossierLine]) -> list[Told]:
    """Return the events of a life in the order of its lines, each with the lines that tell of it, by source.

    Only the lines given are shown; every one of them stands in exactly one event: that of which most
    sources tell. An event stands where the first line stands that dates it, if one does.
    """
    places = {line.factoid.id: place for place, line in enumerate(lines)}
    found: list[tuple[int, Told]] = []
    pending = dict(places)
    for event in sorted(events_on(library, [person]), key=lambda event: -len(event.sources)):
        held = [factoid for _, factoid in event.accounts if factoid in pending]
        if held:
            dated = [i for i in held if lines[places[i]].factoid.when]
            found.append((min(places[i] for i in dated or held), _told(held, places, lines)))
            for factoid in held:
                pending.pop(factoid, None)
    found += [(place, _told([factoid], places, lines)) for factoid, place in pending.items()]
    return [told for _, told in sorted(found, key=lambda pair: pair[0])]


def _told(held: Sequence[str], places: Mapping[str, int], lines: Sequence[DossierLine]) -> Told:
    by_source: dict[str, list[DossierLine]] = {}
    for place in sorted({places[factoid] for factoid in held}):
        by_source.setdefault(lines[place].source, []).append(lines[place])
    return Told({source: tuple(told) for source, told in by_source.items()})
