"""Whom a text is about: who is named and meant most, and early."""

from __future__ import annotations

from functools import cached_property

from factoid.reading.parse import ParsedText
from factoid.reading.people.antecedents import FEMININE, MASCULINE, role_of
from factoid.reading.people.figures import Cast, Figure


class Protagonist:
    """The search for the main person of one text."""

    def __init__(self, parsed: ParsedText, cast: Cast, sentences: dict[int, int]) -> None:
        self._parsed, self._cast, self._sentences = parsed, cast, sentences

    def most_spoken_of(self) -> Figure | None:
        """Return whom the text is about: who is mentioned most, pronouns among the mentions, and early."""
        figures = self._cast.present()
        return max(figures, key=lambda f: (self._prominence(f), -f.number)) if figures else None

    def _prominence(self, figure: Figure) -> float:
        """How much the text is about the figure: what opens a text, or stands over it, weighs double."""
        first = min(figure.marks, key=lambda m: m.at)
        weight = 1.0 if first.sentence <= max(2, self._last_sentence * 0.12) else 0.5
        if first.sentence <= 2 and role_of(first.head) == "subject":
            weight *= 1.3
        if figure.is_expected:
            weight *= 1.5
        commoner = self._commoner_pronoun
        if commoner and figure.sex and figure.sex != commoner:
            weight *= 0.3
        return weight * (len(figure.marks) + 2 * figure.is_named + 2 * (first.sentence == 0))

    @cached_property
    def _last_sentence(self) -> int:
        return max(self._sentences.values(), default=0)

    def most_named(self) -> Figure | None:
        """Return whom the text seems to be about before anything but names is read."""
        figures = self._cast.present()
        if not figures:
            return None
        top = max(figures, key=lambda f: (self._prominence(f), -f.marks[0].at))
        if top.sex is None:
            top.sexes[self._commoner_pronoun] += 2
        return top if len(top.marks) >= 2 or len(figures) == 1 else None

    @cached_property
    def _commoner_pronoun(self) -> str:
        """Return ``m`` or ``f`` where nearly all pronouns of the text are he or she, else an empty string."""
        words = [t.lower_ for segment in self._parsed.segments for t in segment.doc if t.pos_ == "PRON"]
        men, women = sum(w in MASCULINE for w in words), sum(w in FEMININE for w in words)
        if men + women < 3:
            return ""
        return "m" if men > 3 * women else "f" if women > 3 * men or (women > 1.5 * men and women > 8) else ""
