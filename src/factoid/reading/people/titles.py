"""The hero's name in a title that is not read as narrative: the page repeats it, the story says but *Gregory*."""

from __future__ import annotations

import re

from factoid.names import is_given_name
from factoid.reading.parse import ParsedText

_TOP = 1000  #: characters within which a title stands
_PAIR = re.compile(r"(?<![\w'’-])([^\W\d_a-z][^\W\d_]+)\s+([^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?)(?![\w'’-])")


def names_in_titles(parsed: ParsedText) -> list[str]:
    """Return the names, given name and surname, of unread titles of which the text uses a part."""
    titles = [s for s in parsed.text.segments if not s.is_read and s.start < _TOP]
    if not titles:
        return []
    content = parsed.text.content
    found: dict[str, None] = {}
    for title in titles:
        words = content[title.start : title.end]
        for match in _PAIR.finditer(words):
            if is_given_name(match[1]) and not is_given_name(match[2]):
                found.setdefault(f"{match[1]} {match[2]}")
    used = (
        {token.text for segment in parsed.segments for token in segment.doc if token.text[:1].isupper()}
        if found
        else set()
    )
    return [name for name in found if not used.isdisjoint(name.split())]
