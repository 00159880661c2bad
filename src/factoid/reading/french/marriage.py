"""Marriages told by a verb: *épousa X*, *se maria avec X*, *marié en 1899 à X*, *ils se marièrent*."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.french.lexicon import plain
from factoid.reading.grammar.meaning import Meant, Tie
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word

MARRYING = frozenset(["épouser", "marier", "remarier", "marié", "mariée", "épouse", "unir"])
_TO = frozenset(["à", "avec", "au"])
_REACH = 14


class Marriage:
    """The marriages of one sentence."""

    def __init__(self, meant: Meant, sentence: Sentence) -> None:
        self.meant, self.sentence = meant, sentence

    def read(self, word: Word) -> None:
        """Note who married whom."""
        lemma = plain(word.lemma)
        if lemma == "épouse" and (before := word.beside(-1)) is not None and before.pos == "DET":
            return  # son épouse
        one = self._subject(word)
        if one is not None and plain(word.text).startswith("mari") and self._is_both(word):
            other, at = self.meant.couples.get(one.number), None
            end = word
        else:
            at = self._object(word, lemma)
            other = self.meant.at[at] if at is not None else None
            end = self._end(at) if at is not None else word
        if one is not None and other is one:
            one = self.meant.main
        if one is None or other is None or one is other or self._is_denied(word):
            return
        self._tie(one, other, word, end, at)

    def _end(self, at: Word) -> Word:
        """Return the last word of the name that one who is married is called by."""
        for after in self.sentence.words[at.i : at.i + 4]:
            if after in self.meant.names and self.meant.at[after] is self.meant.at[at]:
                return self.meant.names[after].words[-1]
        return at

    def _is_denied(self, word: Word) -> bool:
        return any(plain(w.text) in ("ne", "n'") for w in self.sentence.words[max(0, word.i - 6) : word.i])

    def _tie(self, one: Person, other: Person, word: Word, end: Word, at: Word | None) -> None:
        one.sex = one.sex or {"f": "m", "m": "f"}.get(other.sex, "")
        other.sex = other.sex or {"f": "m", "m": "f"}.get(one.sex, "")
        role, back = ("husband", "wife") if one.sex == "f" else ("wife", "husband")
        begin = self._begin(word)
        quote = Span(begin.start, max(word.end, end.end))
        self.meant.ties.append(Tie(one, other, role, back, quote, word, None, at.span if at else None))
        self.meant.couples[one.number] = other
        self.meant.couples[other.number] = one

    def _begin(self, word: Word) -> Word:
        subject = next((c for c in word.children if c.rel.startswith("nsubj") and c.i < word.i), None)
        return subject if subject is not None and word.i - subject.i < 8 else word

    def _object(self, word: Word, lemma: str) -> Word | None:
        """Return the one who is married: after *épouser* directly, after *marié* behind *à* or *avec*."""
        needs_preposition = not lemma.startswith("épous")
        row = self.sentence.words
        before = next(
            (c for c in word.children if c.rel == "obj" and c in self.meant.at and c.i < word.i), None
        )
        if before is not None and not needs_preposition:
            return before
        for after in row[word.i + 1 : word.i + _REACH]:
            if after.text == ";":
                return None
            if after not in self.meant.at or (after.pos == "DET") or after.pos == "PRON":
                continue
            if after in self.meant.names or not needs_preposition:
                between = {plain(w.text) for w in row[word.i + 1 : after.i]}
                if not needs_preposition or between & _TO:
                    return after
        return None

    def _is_both(self, word: Word) -> bool:
        subject = next((c for c in word.children if c.rel.startswith("nsubj")), None)
        return subject is not None and plain(subject.text) in ("nous", "ils", "couple")

    def _subject(self, word: Word) -> Person | None:
        """Return who marries: the subject of the verb, or the one the sentence before was about."""
        at: Word | None = word
        while at is not None:
            for child in at.children:
                if child.rel.startswith("nsubj") and child.i < word.i and child in self.meant.at:
                    return self.meant.at[child]
                if child.rel.startswith("nsubj") and plain(child.text) == "nous":
                    return self.meant.main
            at = at.parent
        named = [w for w in self.sentence.words[: word.i] if w.rel.startswith("nsubj") and w in self.meant.at]
        if named:
            return self.meant.at[named[-1]]
        return self.meant.main
