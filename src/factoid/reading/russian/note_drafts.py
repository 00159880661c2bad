"""What every reader of notes needs: drafts with their dates, and whom a noun in a list is about."""

from __future__ import annotations

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.dating import Times, bracketed, reach_of
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Word
from factoid.reading.russian.lexicon import kin, plain
from factoid.reading.russian.phrases import phrase_of, trimmed

DASHES = ("—", "–", "-")


class NoteDrafts:
    """Makes drafts of what is noted without a verb."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def _draft(self, type_: str, person: Person, anchor: Word, quote: Span, time: TimePhrase | None) -> Draft:
        if time is not None:
            reach = reach_of(time)
            near = reach.start - quote.end < 60 and quote.start - reach.end < 60
            quote = Span(min(quote.start, reach.start), max(quote.end, reach.end)) if near else quote
        return Draft(
            person=person,
            type=type_,
            rule=f"note:{type_}",
            quote=quote,
            anchor=anchor,
            time=time,
            confidence=0.8,
        )

    def _after_gen(self, word: Word) -> list[Word]:
        row = [w for w in phrase_of(word, self.times.words) if w.i > word.i]
        named = next((n for n, w in enumerate(row) if w in self.meant.names), len(row))
        return trimmed(row[:named])

    def _time_before(self, word: Word) -> TimePhrase | None:
        """Return the time that a dash parts from a noun: *В 1918–1920 гг. — член …*."""
        dash = word.beside(-1)
        if dash is None or dash.text not in DASHES:
            return None
        start = word.sentence.words[0].start
        found = [t for t in self.times.within(Span(start, dash.start)) if t.meant is not None]
        return found[-1] if found and dash.start - reach_of(found[-1]).end <= 2 else None

    def _holder(self, word: Word, person: Person) -> Person:
        """Return whom a noun in a list after a name is about, or in brackets behind it."""
        if bracketed(word):
            opened = next(w for w in reversed(word.sentence.words[: word.i]) if w.text in ("(", "["))
            named = opened.beside(-1)
            if named is not None and named in self.meant.names:
                return self.meant.at[named]
        for before in reversed(word.sentence.words[: word.i]):
            if before.text in (".", ";") or before.pos == "VERB":
                break
            if before in self.meant.at and plain(before.lemma) in kin() and before.case == "nom":
                return self.meant.at[before]
            if before in self.meant.names and before.rel not in ("nmod",) and before.case in ("nom", ""):
                return self.meant.at[before]
        return person
