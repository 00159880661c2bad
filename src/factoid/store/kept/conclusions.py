"""What was concluded from the evidence, and is kept beside it until the evidence changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factoid.store.kept.disputing import (
    Mark,
    are_all_kept,
    evidence_kept,
    found_in,
    marks_in,
    shared_posts_in,
    state_in,
)
from factoid.store.kept.workings import working_in, workings_in
from factoid.store.part import Part


class Conclusions(Part):
    """The part of a library that could be worked out again."""

    def marks_of_evidence(self, version: str) -> Iterator[Mark]:
        """Yield every person and what stands for the evidence on it, and for the ``version`` of who asks."""
        with self._reading() as connection:
            yield from marks_in(connection, version)

    def disputes_kept(self) -> dict[str, str]:
        """Return the persons of whom conflicts are kept, each with the mark of what they were found in."""
        with self._reading() as connection:
            return evidence_kept(connection)

    def state_of_evidence(self, version: str) -> str:
        """Return what stands for all `marks_of_evidence` together."""
        with self._reading() as connection:
            return state_in(connection, version)

    def has_all_disputes(self, version: str) -> bool:
        """Say whether what is kept of conflicts is what the present evidence gives, for everybody."""
        with self._reading() as connection:
            return are_all_kept(connection, version)

    def disputes(self, persons: Iterable[str] | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield each person, or each of these, with the conflicts that are kept of it, as they were written."""
        with self._reading() as connection:
            yield from found_in(connection, persons)

    def shared_posts(self, person: str | None = None) -> Iterator[list[dict[str, Any]]]:
        """Yield who held a post, for each that several persons are kept to have held (this one among them)."""
        with self._reading() as connection:
            yield from shared_posts_in(connection, person)

    def working(self, name: str, mark: str) -> bytes | None:
        """Return what was worked out and kept under a name, if it was worked out from what the mark stands for."""
        with self._reading() as connection:
            return working_in(connection, name, mark)

    def workings(self, beginning: str) -> dict[str, tuple[str, bytes]]:
        """Return all that is kept under names that begin so: by name, its mark and value."""
        with self._reading() as connection:
            return {name: (mark, value) for name, mark, value in workings_in(connection, beginning)}
