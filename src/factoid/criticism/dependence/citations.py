"""One source that names another: its title, its address, or, where it cites, its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factoid.criticism.dependence.dependence import Dependence, DependenceKind
from factoid.model import Span

NAMED = 0.5  #: who names a source need not depend on it: they stay two witnesses
LEAST = 12  #: characters that a title or an address must have to be told from common words
_CITES = (
    r"according to|as|source:|see|cited by|quoted by|after|based on|writes|wrote|"
    r"(?:book|article|memoirs?|biography|work|study) (?:of|by)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citable:
    """What other sources may call a source by."""

    source: str  #: short name
    title: str = ""
    creator: str = ""
    origin: str = ""

    def calls(self) -> Iterator[tuple[str, str]]:
        """Yield what to look for: *title*, *address* or *author*, and the words."""
        if len(self.title) >= LEAST and len(self.title.split()) > 2:
            yield "title", self.title
        address = re.sub(r"^https?://(?:www\.)?", "", self.origin) if self.origin.startswith("http") else ""
        if len(address) >= LEAST:
            yield "address", address
        if len(self.creator.split()) > 1:
            yield "author", self.creator


def citation_in(content: str, passage: Span, citing: Citable, cited: Citable) -> Dependence | None:
    """Return that a passage of one source names the other; None where it does not."""
    if citing.source == cited.source:
        return None
    for label, words in cited.calls():
        if label == "title" and words.casefold() == citing.title.casefold():
            continue
        pattern = re.escape(words)
        if label == "author":
            pattern = rf"(?:{_CITES})\s+(?:\w+\s+){{0,3}}?{pattern}"
        match = re.compile(pattern, re.IGNORECASE).search(content, *passage)
        if match:
            at = Span(match.start(), match.end())
            return Dependence(
                left=citing.source, right=cited.source, kind=DependenceKind.NAMES_SOURCE, strength=NAMED,
                note=f"{citing.source} gives the {label} of {cited.source}: {words}.",
                spans=((at, Span(0, 0)),),
            )  # fmt: skip
    return None
