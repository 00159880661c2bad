"""Which sources depend on which: copied passages, shared rare wordings and errors, one naming another, one original.

The argument is the editor's of manuscripts: two witnesses that share words, or errors, which nobody would hit upon
twice have a common source (P. Maas, *Textkritik*, 1927). Strength is our estimate in 0 to 1; from `ONE_WITNESS` on
two sources count as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from rapidfuzz.distance import LCSseq

from factoid.criticism.dependence.fingerprints import Print, runs_of
from factoid.criticism.dependence.testimony import Testimony
from factoid.model import Span

ONE_WITNESS = 0.6
LEAST_RUN = 60  #: characters that a passage shared word by word must have to count
CROWD = 50  #: a print that more sources share is a formula, not a trace


class DependenceKind(StrEnum):
    """What shows that two sources are not independent."""

    SHARED_PASSAGE = "shared-passage"
    SHARED_WORDING = "shared-wording"
    SHARED_ERROR = "shared-error"
    NAMES_SOURCE = "names-source"
    SAME_ORIGINAL = "same-original"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """Two sources that are not independent, and what shows it."""

    left: str  #: short name; for NAMES_SOURCE the one that names the other
    right: str
    kind: DependenceKind
    strength: float
    note: str
    spans: tuple[tuple[Span, Span], ...] = ()  #: the words in either


def json_of_dependence(dependence: Dependence) -> dict[str, Any]:
    """Return a dependence as JSON."""
    return asdict(dependence)


def dependence_of_json(data: dict[str, Any]) -> Dependence:
    """Return the dependence that `json_of_dependence` wrote."""
    spans = tuple((Span(*mine), Span(*other)) for mine, other in data["spans"])
    return Dependence(**data | {"kind": DependenceKind(data["kind"]), "spans": spans})


def find_dependences(
    testimonies: Sequence[Testimony], *, tied: Iterable[tuple[str, str]] | None = None
) -> tuple[Dependence, ...]:
    """Compare sources, and return what ties them in the order of their names.

    Shared words are looked for among all of them at once. Whether two share errors, or have one original, is asked
    of the pairs in ``tied`` (sources that speak of one person), of all pairs if it is None.
    """
    ordered = sorted(testimonies, key=lambda t: t.source)
    found: list[Dependence] = []
    for (left, right), places in sorted(_shared(ordered, "prints").items()):
        found += _copied(ordered[left], ordered[right], places)
    copied = {(d.left, d.right): d.spans for d in found}
    for (left, right), places in sorted(_shared(ordered, "wordings").items()):
        one, other = ordered[left], ordered[right]
        found += _worded_alike(one, other, _outside(places, copied.get((one.source, other.source), ())))
    for one, other in _pairs(ordered, tied):
        found += [*_same_errors(one, other), *_same_original(one, other)]
    return tuple(sorted(found, key=lambda d: (d.left, d.right, d.kind)))


def _pairs(
    ordered: Sequence[Testimony], tied: Iterable[tuple[str, str]] | None
) -> Iterable[tuple[Testimony, Testimony]]:
    if tied is None:
        return combinations(ordered, 2)
    by_name = {t.source: t for t in ordered}
    return [(by_name[a], by_name[b]) for a, b in sorted({(min(pair), max(pair)) for pair in tied})]


Places = list[tuple[Span, Span]]


def _shared(testimonies: Sequence[Testimony], what: str) -> dict[tuple[int, int], Places]:
    """Return, for each two sources, where they have the same prints. A print counts once for each."""
    bearers: dict[int, dict[int, Span]] = defaultdict(dict)
    for number, testimony in enumerate(testimonies):
        prints: Iterable[Print] = getattr(testimony, what)
        for mark in prints:
            bearers[mark.hash].setdefault(number, Span(mark.start, mark.end))
    shared: dict[tuple[int, int], Places] = defaultdict(list)
    for spans in bearers.values():
        if 1 < len(spans) <= CROWD:
            for (left, mine), (right, other) in combinations(sorted(spans.items()), 2):
                shared[left, right].append((mine, other))
    return shared


def _copied(left: Testimony, right: Testimony, places: Places) -> Iterator[Dependence]:
    runs = tuple(run for run in runs_of(places) if run[0].end - run[0].start >= LEAST_RUN)
    if not runs:
        return
    letters = sum(mine.end - mine.start for mine, _ in runs)
    share = min(1.0, letters / max(1, min(_length(left), _length(right))))
    strength = min(1.0, 0.3 + share * 1.5 + letters / 4000)
    note = f"{len(runs)} passage{'s' * (len(runs) > 1)} word by word, {share:.0%} of the shorter text."
    yield _dependence(left, right, DependenceKind.SHARED_PASSAGE, strength, note, runs)


def _worded_alike(left: Testimony, right: Testimony, places: Places) -> Iterator[Dependence]:
    runs = runs_of(places)
    per_thousand = len(runs) * 1000 / max(200, min(left.words, right.words))
    if len(runs) < 2 or per_thousand < 1.5:
        return
    strength = min(0.9, 0.2 + 0.1 * len(runs))
    note = f"{len(runs)} unusual wordings in common."
    yield _dependence(left, right, DependenceKind.SHARED_WORDING, strength, note, runs)


def _same_errors(left: Testimony, right: Testimony) -> Iterator[Dependence]:
    theirs = {error.text: error for error in right.errors}
    shared = [(error, theirs[error.text]) for error in left.errors if error.text in theirs]
    if shared:
        spans = tuple((Span(a.start, a.end), Span(b.start, b.end)) for a, b in shared)
        note = f"The same error in both: {', '.join(dict.fromkeys(a.text for a, _ in shared))}."
        strength = min(0.95, 0.6 + 0.1 * len(shared))
        yield _dependence(left, right, DependenceKind.SHARED_ERROR, strength, note, spans)


def _same_original(left: Testimony, right: Testimony) -> Iterator[Dependence]:
    """Yield that names and numbers follow one another alike: translations, or retellings, of one text."""
    shorter = min(len(left.anchors), len(right.anchors))
    if shorter < 15 or shorter * 3 < max(len(left.anchors), len(right.anchors)):
        return
    common = LCSseq.similarity(left.anchors, right.anchors)
    if common < 12 or common / shorter < 0.6:
        return
    note = f"{common} names and numbers in the same order, of {shorter} in the shorter text."
    strength = min(0.9, common / shorter)
    yield _dependence(left, right, DependenceKind.SAME_ORIGINAL, strength, note, ())


def _dependence(
    left: Testimony, right: Testimony, kind: DependenceKind, strength: float, note: str,
    spans: tuple[tuple[Span, Span], ...],
) -> Dependence:  # fmt: skip
    return Dependence(
        left=left.source, right=right.source, kind=kind, strength=round(strength, 2), note=note, spans=spans
    )


def _outside(places: Places, runs: Sequence[tuple[Span, Span]]) -> Places:
    return [(mine, other) for mine, other in places if not any(mine.overlaps(run) for run, _ in runs)]


def _length(testimony: Testimony) -> int:
    return testimony.words * 6  # letters of the read text, about
