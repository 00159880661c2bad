"""Who is who among all personas. In the driver, by the same steps as in a library; Spark compares what is large.

Up to `LARGE` personas the library's own comparison weighs the likely pairs. Beyond, Splink looks for them and scores
them on the cluster, with the settings that it has in a library; joining what it proposes, company and the unnamed are
worked out in the driver, which holds every persona.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from factoid.exchange.spread import Row
from factoid.identity import link_personas
from factoid.identity.engines import LARGE
from factoid.late import late
from factoid.model import Bounds, PersonaInSource, PersonLink, Traces, persona_of_json
from factoid.store.people.persons import name_of

if TYPE_CHECKING:  # who is who is also worked out where Spark is not installed
    from factoid.distributed.engine import Engine

PERSONS_COLUMNS = "person string, personas array<string>, reasons array<string>, name string"


def linked(engine: Engine, personas: Sequence[PersonaInSource]) -> list[PersonLink]:
    """Return who is who, as a library of the same sources has it on which nobody has judged yet."""
    scoring = late("factoid.distributed.bulk:scored_pairs") if len(personas) > LARGE else None
    return link_personas(personas, (), engine=partial(scoring, engine.session) if scoring else None)


def personas_of(rows: Iterable[Row], names: dict[str, str]) -> Iterator[PersonaInSource]:
    """Yield the personas out of their column, each with the short name that its source has among all."""
    for row in rows:
        for data in json.loads(row["personas"]):
            yield PersonaInSource(
                source=names[row["source"]],
                source_id=row["source"],
                persona=persona_of_json(data),
                traces=_traces(data["traces"]),
            )


def _traces(data: Row) -> Traces:
    active = data["active"]
    return Traces(
        born=tuple(Bounds(*days) for days in data["born"]),
        died=tuple(Bounds(*days) for days in data["died"]),
        active=Bounds(*active) if active else None,
        places=tuple(data["places"]),
        posts=tuple(data["posts"]),
        kin=tuple((role, name) for role, name in data["kin"]),
    )


def rows_of_links(links: Iterable[PersonLink], personas: Iterable[PersonaInSource]) -> list[Row]:
    """Return the persons as rows, each with the name that a library calls it by."""
    by_id = {found.persona.id: found.persona for found in personas}
    return [
        {
            "person": link.person,
            "personas": list(link.personas),
            "reasons": list(link.reasons),
            "name": name_of(by_id[persona] for persona in link.personas),
        }
        for link in links
    ]


class ShortNames:
    """Short names as a library gives them: the stem, or ``stem-2`` for the second source of that stem."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()
        self._taken: set[str] = set()

    def give(self, stem: str) -> str:
        """Return a name that no source has yet."""
        number = self._last[stem] + 1
        while (name := stem if number == 1 else f"{stem}-{number}") in self._taken:
            number += 1
        self._last[stem] = number
        self._taken.add(name)
        return name
