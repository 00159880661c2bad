"""Who is meant by what a model calls somebody: one of the personas of the passage, where a mention proves it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factoid.model import Persona, Span
from factoid.reading.wording import mention_within, places_of


@dataclass(frozen=True, slots=True)
class Cast:
    """The personas of a passage, with their mentions there."""

    content: str
    stretches: Sequence[Span]  #: of the passage, in order
    personas: Sequence[Persona]

    def called(self, words: str, quote: Span) -> Iterator[Persona]:
        """Yield who has that name, or else who is meant by these words of the quote."""
        wanted = _folded(words)
        named = [p for p in self.personas if wanted in {_folded(form) for form in (p.name, *p.forms)}]
        at = () if named else set(places_of(self.content, words, quote, whole=True))
        yield from named or (p for p in self.personas if any(m.span in at for m in p.mentions))

    def beside(self, persona: Persona, quote: Span, others: Collection[str]) -> Span | None:
        """Return the nearest mention before a quote that is of nobody but these others, by id.

        It stands in the segment of the quote or the one before, or no other person is named between; without one,
        the first after the quote in its own segment is returned.
        """
        if any(p.id not in others and mention_within(p, quote) for p in self.personas):
            return None
        at = next((n for n, s in enumerate(self.stretches) if s.overlaps(quote)), None)
        if at is None:
            return None
        own = self.stretches[at]
        near = Span(self.stretches[max(0, at - 1)].start, own.end)
        inside = [m.span for m in persona.mentions if near.holds(m.span)]
        before = [span for span in inside if span.end <= quote.start]
        if before:
            return before[-1]
        after = next((span for span in inside if own.holds(span)), None)
        last = max((m.span for p in self.personas for m in p.mentions if m.end <= quote.start), default=None)
        return after or next((m.span for m in persona.mentions if m.span == last), None)

    def is_name(self, span: Span) -> bool:
        """Say whether just these words mean a person."""
        return any(m.span == span for p in self.personas for m in p.mentions)


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("\u2019", "'").split())
