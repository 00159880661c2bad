"""What compares the personas of a large library in bulk, where it is installed, and what it found made fit to join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from factoid.identity.profile import Bearer
from factoid.late import late

Scored: TypeAlias = tuple[int, int, float]  #: two places in the list of bearers, the smaller first, and bits
Engine: TypeAlias = Callable[[Sequence[Bearer]], list[Scored]]

LARGE = 50_000  #: personas beyond which an engine is looked for
_CLEAR = 3.0  #: bits one must be ahead of the next in the same source to be chosen over him


def find_engine() -> Engine | None:
    """Return Splink where the extra ``splink`` is installed."""
    try:
        engine: Engine = late("factoid.identity.bulk:scored_pairs")
    except ModuleNotFoundError:
        return None
    return engine


def slow_because(personas: int) -> str | None:
    """Return why linking so many takes long, and what helps; nothing where it does not."""
    if personas <= LARGE or find_engine() is not None:
        return None
    return (
        f"There are {personas:,} personas: linking them takes long. "
        "Splink compares so many in minutes: pip install 'factoid[splink]'"
    )


def unrivalled(scored: Sequence[Scored], sources: Sequence[str]) -> Iterator[Scored]:
    """Yield the pairs of two sources of which neither has another counterpart in the other's source about as likely."""
    best: dict[tuple[int, str], list[float]] = defaultdict(list)
    several = _several(sources)
    for one, two, bits in scored:
        for own, other in ((one, two), (two, one)):
            if sources[other] in several:
                best[own, sources[other]].append(bits)
    for one, two, bits in scored:
        if sources[one] != sources[two]:
            rivals = (best.get((own, sources[other]), ()) for own, other in ((one, two), (two, one)))
            if all(sum(other > bits - _CLEAR for other in found) <= 1 for found in rivals):
                yield one, two, bits


def _several(sources: Sequence[str]) -> set[str]:
    """Return the sources that name more than one person."""
    seen: set[str] = set()
    return {source for source in sources if source in seen or seen.add(source)}  # type: ignore[func-returns-value]
