"""Marriages told by a verb: *женился на*, *вышла замуж за*, *они поженились*, *был женат на*."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.grammar.meaning import Meant, Tie
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, case_marker
from factoid.reading.russian.lexicon import plain

_ON = frozenset(["жениться", "женить", "женатый"])  #: на + whom
_FOR = frozenset(["замуж", "замужем"])  #: за + whom
_WITH = frozenset(["обвенчаться", "венчаться", "сочетаться", "расписаться", "брак"])  #: с + whom
_BOTH = frozenset(["пожениться", "свадьба"])
MARRYING = _ON | _FOR | _WITH | _BOTH
_MARKERS = {"на": _ON, "за": _FOR, "с": _WITH, "со": _WITH}
_REACH = 12


class Marriage:
    """The marriages of one sentence."""

    def __init__(self, meant: Meant, sentence: Sentence) -> None:
        self.meant, self.sentence = meant, sentence

    def read(self, word: Word) -> None:
        """Note who married whom."""
        lemma = plain(word.lemma)
        found = self._named_by_preposition(word) if lemma not in _BOTH else None
        one = self._subject(word)
        if found is not None:
            other = self.meant.at[found]
            if one is other:
                one = self.meant.main
            end = self.meant.names[found].words[-1] if found in self.meant.names else found
        elif lemma in _BOTH and (pair := self._pair()):
            (one, other), end = pair, word
        else:
            return
        if one is None or one is other:
            return
        self._tie(one, other, word, end, found)

    def _tie(self, one: Person, other: Person, word: Word, end: Word, at: Word | None) -> None:
        if not one.sex and other.sex:
            one.sex = "m" if other.sex == "f" else "f"
        if not other.sex and one.sex:
            other.sex = "m" if one.sex == "f" else "f"
        if plain(word.lemma) in _ON and not one.sex:
            one.sex, other.sex = "m", "f"
        role, back = ("husband", "wife") if one.sex == "f" else ("wife", "husband")
        begin = min(word.i, end.i)
        last = max(word.i, end.i)
        quote = Span(self.sentence.words[begin].start, self.sentence.words[last].end)
        self.meant.ties.append(Tie(one, other, role, back, quote, word, None, at.span if at else None))
        if one.number not in self.meant.couples:
            self.meant.couples[one.number] = other
        self.meant.couples.setdefault(other.number, one)

    def _named_by_preposition(self, word: Word) -> Word | None:
        for after in self.sentence.words[word.i + 1 : word.i + _REACH]:
            if after in self.meant.at:
                return after if self._marker_before(after, word) else None
        return None

    def _marker_before(self, name: Word, word: Word) -> bool:
        for between in reversed(self.sentence.words[word.i : name.i]):
            lemmas = _MARKERS.get(between.text.lower())
            if lemmas is not None and plain(word.lemma) in lemmas:
                return True
        marker = case_marker(name)
        return marker is not None and marker.text.lower() in _MARKERS

    def _subject(self, word: Word) -> Person | None:
        """Return who marries: the subject of the verb, or the one the sentence before was about."""
        at: Word | None = word
        while at is not None:
            for child in at.children:
                if child.rel.startswith("nsubj") and child in self.meant.at:
                    return self.meant.at[child]
            at = at.parent
        sex = "f" if plain(word.lemma) in _FOR else "m" if plain(word.lemma) in _ON else ""
        for person in (self.meant.subject, self.meant.main):
            if person is not None and (not sex or person.sex in ("", sex)):
                return person
        return None

    def _pair(self) -> tuple[Person, Person] | None:
        """Return the main person and who of the other sex was spoken of last."""
        main, here = self.meant.main, self.sentence.words[0].start
        if main is None or not main.sex:
            return None
        others = [
            p for p in self.meant.register.persons
            if p is not main and p.sex and p.sex != main.sex and any(s.start < here for s in p.mentions)
        ]  # fmt: skip
        if not others:
            return None
        return main, max(others, key=lambda p: max(s.start for s in p.mentions if s.start < here))
