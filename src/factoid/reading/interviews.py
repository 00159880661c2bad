"""Questions with their answers, shown to the language model as the one sentence that both tell together.

*You were born in Graz? - Yes, in 1903* says what *You were born in Graz in 1903* does; *When did you leave? - In 1938*
what *you leave in 1938* does. No character is moved: what stands between is blanked.
"""

from __future__ import annotations

import re

_LEADING = r"(?i:at|in|on|to|from|by|with|for|since|after|before|about|around|until|as)\b"
_SPEAKER = r"(?:[A-Z][\w.' ]{0,24}:\s+)"
_TURN = rf"\?\s*(?:[-\u2013\u2014]{{1,2}}\s+|\s{_SPEAKER})"  # *? - Yes*, and on a line of its own *A: Yes*
_ASIDE = r"(?:Oh,?\s+|Well,?\s+)?"
_YES = r"(?:[Yy]es|[Yy]eah|That's right|That is right|Indeed|Right)[,.]"
_NAME = r"[^\W\d_a-z][\w'-]+\s[^\W\d_a-z][\w'-]+(?=\s*[.,])"
_AFFIRMED = re.compile(
    rf"(?P<told>(?:(?<=[.!?\n]\s)|(?<=:\s)|^){_SPEAKER}?(?:(?:And|So)\s+)?[Yy]ou\s[^.?!\n\"]*)"
    rf"(?P<between>{_TURN}{_ASIDE}{_YES})(?P<rest>\s+{_LEADING})?(?P<name>\s+(?:to\s+)?{_NAME})?"
)
_ASKED = re.compile(
    rf"(?P<word>{_SPEAKER}?(?:(?:And|So)\s+)?(?i:when|where|in (?:which|what) year)\s+(?:did\s+)?)"
    rf"(?P<told>[^.?!\n\"]*\byou\b[^?!\n\"]*)(?P<between>{_TURN})(?P<rest>{_ASIDE}{_LEADING})"
)
_WED = re.compile(r"\b(?:married|got married|were married)\b")


def with_answers(words: str) -> str:
    """Return the words, as many characters, with questions and their answers as one sentence."""
    if "?" not in words:
        return words
    return _ASKED.sub(_answered, _AFFIRMED.sub(_affirmed, words))


def _affirmed(turn: re.Match[str]) -> str:
    """Join *You lived in Riga? - Yes, from 1903*; end what is but affirmed with a full stop."""
    told, between, name = turn["told"], turn["between"], turn["name"]
    if not (turn["rest"] or name):
        return told + "." + " " * (len(between) - 1)
    to = (
        " to" if name and not turn["rest"] and _WED.search(told) else ""
    )  # *You married in 1925? - Yes, Karl Weiss*
    return told + " " * (len(between) - len(to)) + to + (turn["rest"] or "").lower() + (name or "")


def _answered(turn: re.Match[str]) -> str:
    """Join *When did you leave? - In 1938*."""
    return " " * len(turn["word"]) + turn["told"] + " " * len(turn["between"]) + turn["rest"].lower()
