"""The hero's name in a title of the page that is not read as narrative; names that are but parts of a work's title."""

from __future__ import annotations

import re

from factoid.names import is_given_name
from factoid.reading.labels import label_before
from factoid.reading.lexicons import around_names
from factoid.reading.parse import ParsedText, TokenSpan

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


_QUOTES = frozenset("\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019``")
_TITLE = 7  #: words of a title on either side of a name in it


def is_within_title(words: TokenSpan) -> bool:
    """Whether the words are of a work's title: *the novel “In the House of Ann Lee”*, *Known for: Ann's Bride*."""
    doc, start, end = words.doc, words.start, words.end
    label = label_before(words)
    if label is not None and label.type == "work":
        return doc[start - 1].text in (":", ",", ";", "'s") or doc[start - 1].text[:1].isupper()
    opening = next((t.i for t in reversed(doc[max(0, start - _TITLE) : start]) if t.text in _QUOTES), 0)
    if opening < 1 or not any(t.text in _QUOTES for t in doc[end : end + _TITLE]):
        return False
    called = doc[opening - 1]
    return not around_names("thing_nouns").isdisjoint((called.lower_, called.lemma_.lower()))
