"""Who else says the same: for each statement on a person, its sources and how many of them are independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factoid.criticism import Witnesses
from factoid.pipeline.hearing import events_on
from factoid.pipeline.witnesses import witnesses_of, witnesses_to
from factoid.store import LibraryView


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The sources that tell of one thing."""

    sources: tuple[str, ...]  #: short names
    witnesses: int  #: of them that do not depend on one another


def corroborations_of(
    library: LibraryView, person: str, witnesses: Witnesses | None = None
) -> Mapping[str, Corroboration]:
    """Return, for each statement on a person (by id) of whose matter several sources tell, who they are.

    Whether they agree is another question: that is for the conflicts to say. Who knows the ``witnesses`` of the
    library already gives them.
    """
    found: dict[str, Corroboration] = {}
    for event in events_on(library, [person]):
        sources = tuple(sorted(event.sources))
        if len(sources) <= 1:
            continue
        witnesses = witnesses or witnesses_of(library)
        told_by = set(witnesses_to(library, witnesses, event.accounts).values())
        held = Corroboration(sources, len(told_by))
        for _, factoid in event.accounts:
            known = found.get(factoid)
            if known is None or known.witnesses < held.witnesses:
                found[factoid] = held
    return found
