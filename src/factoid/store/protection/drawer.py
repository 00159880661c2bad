"""What was worked out for readers, kept in memory: nothing of theirs is written into the library.

Conflicts are kept person by person, other workings by name, each with the mark of what they were worked out from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock

from factoid.store.kept.disputing import Found, Json


class Drawer:
    """Keeps what was worked out until other marks are asked for. Several threads may use it."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}
        self._whole = ""  #: the state of which everything is kept
        self._workings: dict[str, tuple[str, bytes]] = {}
        self._lock = Lock()

    def evidence(self) -> dict[str, str]:
        """Return the mark of what the conflicts of each person were found in."""
        with self._lock:
            return {person: found.evidence for person, found in self._found.items()}

    @property
    def whole(self) -> str:
        """The state of which the conflicts of everybody are kept."""
        with self._lock:
            return self._whole

    def keep(self, found: Iterable[Found], gone: Iterable[str], whole: str) -> None:
        """Keep what was found, in the place of what was kept of the same persons; forget those who are gone.

        ``whole`` is the state of which everything is kept then.
        """
        with self._lock:
            self._whole = whole
            for person in gone:
                self._found.pop(person, None)
            self._found.update((each.person, each) for each in found)

    def disputes(self, persons: Iterable[str] | None = None) -> list[Found]:
        """Return what is kept, of everybody or of these, in the order of the persons."""
        with self._lock:
            wanted = self._found if persons is None else set(persons) & self._found.keys()
            return [self._found[person] for person in sorted(wanted)]

    def keep_workings(self, values: Mapping[str, tuple[str, bytes]], gone: Iterable[str]) -> None:
        """Keep values with their marks under their names."""
        with self._lock:
            for name in gone:
                self._workings.pop(name, None)
            self._workings.update(values)

    def workings(self, beginning: str) -> dict[str, tuple[str, bytes]]:
        """Return mark and value of all whose names begin so."""
        with self._lock:
            return {name: kept for name, kept in self._workings.items() if name.startswith(beginning)}


def shared_posts(tenures: Iterable[tuple[str, str, Json]], person: str | None) -> Iterator[list[Json]]:
    """Yield who held a post, for each that several persons held (this one among them), out of (person, post, who)."""
    held: dict[str, list[tuple[str, Json]]] = defaultdict(list)
    for who, post, data in tenures:
        held[post].append((who, data))
    for _, holders in sorted(held.items()):
        persons = {who for who, _ in holders}
        if len(persons) > 1 and (person is None or person in persons):
            yield [data for _, data in holders]
