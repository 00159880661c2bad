"""One page of a long list."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Page:
    """Which page this is, and the addresses of those beside it."""

    number: int
    has_next: bool
    query: tuple[tuple[str, str], ...] = ()

    @property
    def previous_address(self) -> str | None:
        """The page before."""
        return self._address(self.number - 1) if self.number > 1 else None

    @property
    def next_address(self) -> str | None:
        """The page after."""
        return self._address(self.number + 1) if self.has_next else None

    @property
    def whole_address(self) -> str:
        """All of it on one page."""
        return f"?{urlencode([*self.query, ('whole', 'true')])}"

    def _address(self, number: int) -> str:
        return f"?{urlencode([*self.query, ('page', number)])}"
