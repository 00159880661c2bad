"""What is the body of a page, its title and its author: the one place that uses trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import trafilatura
from trafilatura.metadata import extract_metadata

from factoid.sources.plain.lines import fold

_RUN = 5  #: words; runs of so many are looked up in the body
_LONGEST_PAGE = 5_000_000  #: characters; trafilatura is not asked about longer ones

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they cannot find out is no one's error


@dataclass(frozen=True, slots=True)
class BodyVote:
    """Which words trafilatura holds for the body of a page."""

    lines: frozenset[str] = frozenset()
    runs: frozenset[int] = field(default_factory=frozenset)

    def is_body(self, words: str) -> bool | None:
        """Say whether the words are in the body; None where trafilatura has no opinion."""
        if not self.lines:
            return None
        folded = fold(words)
        if folded in self.lines:
            return True
        runs = list(_runs(folded))
        if not runs:
            return False
        return sum(run in self.runs for run in runs) >= 0.6 * len(runs)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What trafilatura makes of the head of a page."""

    title: str | None = None
    author: str | None = None


def vote_on_body(html: str) -> BodyVote:
    """Ask trafilatura what the body is."""
    if len(html) > _LONGEST_PAGE:
        return BodyVote()
    found = trafilatura.extract(
        html, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    lines = [
        folded for line in (found or "").splitlines() for part in line.split("|") if (folded := fold(part))
    ]
    return BodyVote(frozenset(lines), frozenset(run for line in lines for run in _runs(line)))


def metadata_of_page(html: str) -> PageMetadata:
    """Ask trafilatura for title and author."""
    if len(html) > _LONGEST_PAGE:
        return PageMetadata()
    found = extract_metadata(html, extensive=False)
    if found is None:
        return PageMetadata()
    return PageMetadata(found.title or None, found.author or None)


def _runs(folded: str) -> Iterator[int]:
    words = folded.split()
    for i in range(len(words) - _RUN + 1):
        yield hash(tuple(words[i : i + _RUN]))
