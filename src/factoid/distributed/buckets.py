"""Which sources must lie together so that what follows for some persons can be worked out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factoid.exchange.spread import Row
from factoid.model import PersonLink

TOGETHER = (
    100  #: sources whose persons are worked out together: fewer are copied oftener, more take more memory
)

SOURCES_COLUMNS = "bucket bigint, source string, position bigint, called string"
PERSONS_COLUMNS = "bucket bigint, person string, name string, personas array<string>, is_asked boolean"


class Buckets:
    """Persons by the first of their sources, some sources to a bucket.

    With them lie all sources on them, and all on those whose lives bear on theirs: close kin, holders of their posts.
    """

    def __init__(
        self, links: Sequence[PersonLink], source_of: Mapping[str, str], position_of: Mapping[str, int]
    ) -> None:
        """``source_of``: by persona; ``position_of``: by source, in the order of all."""
        self._links = links
        self._source_of, self._position_of = source_of, position_of
        self._person_of = {persona: number for number, link in enumerate(links) for persona in link.personas}
        self._in_source: dict[str, set[int]] = defaultdict(set)
        for persona, number in self._person_of.items():
            self._in_source[source_of[persona]].add(number)

    def all(
        self, names: Mapping[str, str], ties: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[list[Row], list[Row]]]:
        """Yield for each bucket the rows of its sources and those of the persons in them; ``ties`` are of personas."""
        tied: dict[int, set[int]] = defaultdict(set)
        for one, other in ties:
            tied[self._person_of[one]].add(self._person_of[other])
        asked: dict[int, list[int]] = defaultdict(list)
        for number, link in enumerate(self._links):
            first = min(self._position_of[self._source_of[persona]] for persona in link.personas)
            asked[first // TOGETHER].append(number)
        for bucket, numbers in sorted(asked.items()):
            own = set(numbers)
            near = own.union(*(tied[number] for number in numbers))
            sources = {self._source_of[p] for number in near for p in self._links[number].personas}
            present = set().union(*(self._in_source[source] for source in sources))
            yield (
                [{"bucket": bucket, "source": s, "position": self._position_of[s]} for s in sorted(sources)],
                [self._row(bucket, n, names, is_asked=n in own) for n in sorted(present)],
            )

    def _row(self, bucket: int, number: int, names: Mapping[str, str], *, is_asked: bool) -> Row:
        link = self._links[number]
        known = {"bucket": bucket, "person": link.person, "name": names[link.person]}
        return known | {"personas": list(link.personas), "is_asked": is_asked}


def ties_of(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of personas out of their column."""
    for row in rows:
        yield from ((one, other) for one, other in json.loads(row["ties"]))
