"""The marks of emphasis and of links that Markdown and plain text put around words."""

from __future__ import annotations

import re

_SIGNS = ("*", "_", "](")
_MARKS = (  # opening and closing ones; no sign of birth (*\*1811*), no star that calls a note
    re.compile(r"(?<![\w*])(\*{2,3})(?=[^\s*])(?:(?!\*\*).)+(?<=[^\s*])(\1)(?![\w*])", re.S),
    re.compile(
        r"(?<![\w*_])(\*|__?)(?=[^\W\d_]|[\"'“‘«(\[])(?:(?!\1).)*(?<=[\w.,;:!?)\"'”’»\]])(\1)(?![\w*_])", re.S
    ),
    re.compile(r"(?<!!)(\[)(?=[^\]\s])[^\]\[]*(\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\))"),
)


def without_markup(words: str, places: list[int] | None) -> tuple[str, list[int] | None]:
    """Return what is meant by *this*, **this**, _this_, [this](address), and each place: of a character, of the end.

    What follows a closing mark stands where the mark does, so that no word before it takes the mark in.
    """
    if not any(sign in words for sign in _SIGNS):
        return words, places
    found = [mark for pattern in _MARKS for mark in pattern.finditer(words)]
    opening = {at for mark in found for at in range(*mark.span(1))}
    closing = {at for mark in found for at in range(*mark.span(2))}
    whole = places or range(len(words) + 1)
    out: list[str] = []
    kept: list[int] = []
    closed: int | None = None
    for at, sign in enumerate(f"{words}\0"):
        if at in closing:
            closed = at if closed is None else closed
        elif at not in opening:
            out.append(sign)
            kept.append(whole[at if closed is None else closed])
            closed = None
    return "".join(out[:-1]), kept
