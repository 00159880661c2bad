"""A run of capitalised words that may be a name: its titles, and which of its words is the surname."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from factoid.names import is_given_name
from factoid.reading.lexicons import (
    around_names,
)
from factoid.reading.parse import TokenSpan

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_MAIDEN = re.compile(r"[\s,]*\(?\s*\b(?:n\u00e9e|nee|geb\.?)\s[^,()]+[),]+\s*")
_NO_BRACKETS = str.maketrans("", "", "()")
BEFORE_LIFE = ("(", "-", "\u2013", "\u2014")


@dataclass(frozen=True)
class NameRun:
    """Capitalised words in a row, ``titles`` of them titles at the start; ``is_inverted``: *Lind, Ann*."""

    words: TokenSpan
    titles: int = 0
    is_inverted: bool = False
    in_capitals: bool = False  #: its surname, at the head of an entry

    @cached_property
    def bare(self) -> TokenSpan:
        """The run without the titles before it."""
        words: TokenSpan = self.words
        return words.doc[words.start + self.titles : words.end]

    @cached_property
    def is_headword(self) -> bool:
        """Whether it opens its paragraph with the surname, the given name behind a comma: *Holub, Jan (1871-1940)*."""
        behind = self._turned[0].replace("-", " ").split()
        given = [
            w
            for w in behind[:4]
            if is_given_name(w) or w.rstrip(".") in around_names("abbreviated_given_names")
        ]
        doc, end = self.words.doc, self.words.end
        is_dated = end + 1 < len(doc) and doc[end].text in BEFORE_LIFE and doc[end + 1].like_num
        is_entry = bool(given) or is_dated or (self.in_capitals and bool(behind))
        return self.is_inverted and self.words.start == 0 and is_entry

    @cached_property
    def name(self) -> str:
        """The bare name as one string, the surname last."""
        if not self.is_inverted:
            return str(self.bare.text)
        given, surname = self._turned
        return f"{given} {surname}"

    @cached_property
    def _turned(self) -> tuple[str, str]:
        """Return what stands behind the surname, and the surname: *Lind (or Linde), Ann*, *Lind, née Berg, Ann*."""
        surname, comma, rest = _MAIDEN.sub(", ", str(self.bare.text)).partition(",")
        within = _IN_BRACKETS.search(surname)
        if within is None:
            return rest.translate(_NO_BRACKETS).strip(" ,"), surname  # *LIND, (Karl) Otto*: Karl is not used
        given = rest if comma else within[1].title() if within[1].isupper() else within[1]
        return given.strip(" ,"), _IN_BRACKETS.sub("", surname).strip()
