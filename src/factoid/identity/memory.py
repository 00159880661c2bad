"""What was worked out once about personas and pairs, kept for as long as they stay as they are."""

from __future__ import annotations

from factoid.identity.profile import Bearer, bearer_of
from factoid.identity.weigh import Opinion, weigh
from factoid.model import PersonaInSource


class Memory:
    """Names taken apart and pairs weighed: a new source costs only the pairs that it brings.

    Nothing is decided here, so whoever links with a memory finds what he would find without one.
    """

    def __init__(self) -> None:
        self._bearers: dict[str, Bearer] = {}
        self._opinions: dict[tuple[str, str], Opinion] = {}

    def bearer(self, found: PersonaInSource) -> Bearer:
        """Return the persona with its names."""
        known = self._bearers.get(found.persona.id)
        if known is None or known.found != found:
            known = self._bearers[found.persona.id] = bearer_of(found)
        return known

    def weigh(self, left: Bearer, right: Bearer) -> Opinion:
        """Return what the names, sexes and lives of two personas say."""
        known = self._opinions.get((left.id, right.id))
        if known is None or known.left is not left or known.right is not right:
            known = self._opinions[left.id, right.id] = weigh(left, right)
        return known
