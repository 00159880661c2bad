"""The date of a statement: what its clause says, what heads its sentence, what the narrative carries on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factoid.dates import TimeKind, TimePhrase
from factoid.model import Span
from factoid.reading.parse import ParsedSegment, Token, TokenSpan, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import Clause, is_predicate, verb_over
from factoid.reading.statements.when.clause_ages import ClauseAges
from factoid.reading.statements.when.dated import Dated, dated
from factoid.reading.statements.when.standing import TELLING_WHEN, and_between, comes_later, stands_behind
from factoid.reading.statements.when.storyline import Storyline, is_elsewhen, tells_a_date

_LONG = 28  #: days: when so many have gone by, what the sentence before tells is no longer the date


class Dates:
    """The dates of one parsed segment, by the words that carry them."""

    def __init__(
        self,
        segment: ParsedSegment,
        times: Sequence[TimePhrase],
        clauses: dict[int, Clause],
        before: Dated | None,
        story: Storyline | None = None,
    ) -> None:
        self.story = story or Storyline(times)  #: the times of the whole text
        self.ages = ClauseAges(clauses)
        self._clauses = clauses
        self._roots: dict[int, Token] = {}
        self._by_verb: dict[int, list[tuple[Token, TimePhrase]]] = {}
        self._by_noun: dict[int, list[TimePhrase]] = {}
        self._fronted: dict[int, TimePhrase] = {}
        self._tellers: dict[int, int] = {}  #: by the place of a time: the verb of its clause
        self._tokens: set[int] = set()
        self._closing: dict[int, TimePhrase] = {}  #: by the place of their last word
        self.phrases = [t for t in times if t.meant is not None]
        self._doc = segment.doc
        for time in times:
            words = segment.words(Span(time.start, time.end)) or _word_around(segment, time)
            if words is None:
                continue
            self._tokens.update(t.i for t in words)
            self._roots[time.start] = words.root
            self._closing[words.end - 1] = time
            if time.meant is not None:
                self._attach(words.root, time)
            elif time.years is not None and time.kind is TimeKind.AGE:
                self.ages.add(words.root, time)
        self._carried = self._carry(before)

    @property
    def after(self) -> Dated | None:
        """What the segment hands on to the next."""
        return self._carried.get(len(self._doc))

    def is_time(self, token: Token) -> bool:
        """Whether the word belongs to a time phrase."""
        return token.i in self._tokens

    def root_of(self, time: TimePhrase) -> Token | None:
        """Return the head of the words of a time, None where it stands in another segment."""
        return self._roots.get(time.start)

    def teller(self, time: TimePhrase) -> int | None:
        """Return the place of the verb that a time stands with, None where it stands in another segment."""
        return self._tellers.get(time.start)

    def is_of_what_came_before(self, anchor: Token, time: TimePhrase) -> bool:
        """Whether a time stands with the clause before which a word's own clause came: *taught in 1970, before …*."""
        verb = verb_over(anchor, self._clauses)
        root = self.root_of(time)
        is_behind = root is not None and stands_behind(verb, root)
        return comes_later(verb) and self.teller(time) == verb.head.i and not is_behind

    def is_by_the_way(self, anchor: Token, time: TimePhrase) -> bool:
        """Whether a time stands in a relative clause that the word is no part of: *Vera, who left in 1989, wrote*."""
        teller = self.teller(time)
        if teller is None or self._doc[teller].dep_ != "relcl":
            return False
        at = anchor
        while at.i != teller and at.head.i != at.i:
            at = at.head
        return at.i != teller

    def _attach(self, token: Token, time: TimePhrase) -> None:
        climb = self._closed_in(token, time)
        while climb.head.i != climb.i and climb.i not in self._clauses:
            climb = climb.head
            if climb.pos_ in ("NOUN", "PROPN", "X", "ADJ"):
                self._by_noun.setdefault(climb.i, []).append(time)
        if climb.i in self._clauses or is_predicate(climb):
            self._by_verb.setdefault(climb.i, []).append((token, time))
        self._tellers[time.start] = climb.i
        sentence = sentence_of(token)
        if (
            token.i - sentence.start <= 6
            and sentence.start not in self._fronted
            and not any(sentence.start <= i < token.i for i in self._clauses)
        ):
            self._fronted[sentence.start] = time

    def _closed_in(self, token: Token, time: TimePhrase) -> Token:
        """Return the word from which to look for the verb of a time: one before it, if a semicolon closes it in.

        *In Ely he married Ida, in 1907; in Riga he taught*: the parser may hang the year on what follows.
        """
        words, doc = token.i, token.doc
        end = words + 1
        while end < len(doc) and doc.starts[end] < time.end:
            end += 1
        climb = token
        while climb.head.i != climb.i and climb.i not in self._clauses:
            climb = climb.head
        if climb.i <= end or end >= len(doc) or doc[end].text != ";":
            return token
        before = token
        while before.i > sentence_of(token).start and (before.head.i >= end or before.i == token.i):
            before = doc[before.i - 1]
            if before.text == ";":
                return token
        return before if before.i < token.i and before.head.i < end else token

    def has_age_besides(self, anchor: Token, date: Dated) -> bool:
        """Whether the clause gives an age, the date another: *in 1940 we sailed, and at forty I was a clerk*."""
        verb = self.ages.own_at(anchor)
        if verb is None or date.span is None:
            return False
        times = self.story.within(date.span.start, date.span.end)
        return bool(times) and self.teller(times[0]) not in (None, verb.i)

    def _carry(self, before: Dated | None) -> dict[int, Dated]:
        """Return for the start of each sentence the date that the sentence before it told of."""
        carried: dict[int, Dated] = {}
        reached = before
        for sentence in self._doc.sents:
            if reached is not None:
                carried[sentence.start] = reached
            reached = None
            for i in range(sentence.start, sentence.end):
                for _, time in self._by_verb.get(i, ()):
                    told = not time.in_passing and time.kind is not TimeKind.EVENT and tells_a_date(time)
                    if (
                        told
                        and not self.story.tells_birth(time)
                        and time.meant is not None
                        and self._doc[i].dep_ in ("ROOT", "conj", "ccomp", "advcl")
                    ):
                        reached = Dated(time.meant, None, f"the sentence before tells of {time.words}")
        if reached is not None:
            carried[len(self._doc)] = reached
        return carried

    def of(self, anchor: Token, *, narrative: bool = True) -> Dated | None:
        """Return the date of what a word says, or None."""
        beside = self._by_noun.get(anchor.i)
        if beside:
            return dated(beside[0])
        verb = verb_over(anchor, self._clauses)
        found = self._of_verb(verb, anchor)
        if found is not None or not narrative:
            return found
        sentence = sentence_of(anchor)
        passed = self.story.days_passed(span_of(sentence).start, span_of(anchor).start)
        if passed >= _LONG or is_elsewhen(sentence.text):
            return None
        return self._carried.get(sentence.start)

    def _of_verb(self, verb: Token, anchor: Token) -> Dated | None:
        seen = 0
        token = verb
        while seen < 5:
            own = self._by_verb.get(token.i)
            if own:
                if token.i == verb.i:
                    return dated(self._finest(min(own, key=lambda pair: _farness(pair, anchor))[1], anchor))
                behind = [time for word, time in own if stands_behind(verb, word)]
                if behind:
                    return dated(behind[0])
                fronted = [time for word, time in own if word.i < token.i or verb.dep_ != "conj"]
                if fronted:
                    return dated(fronted[0])
            elif token.i == verb.i:
                told = self._named_by_time(token) or self._told_by_the_way(token)
                if told is not None:
                    return told
            clause = self._clauses.get(token.i)
            if clause is None or clause.parent is None or token.dep_ in ("relcl", "acl"):
                break
            if comes_later(token):
                return self._right_behind(verb, token.head)
            token = clause.parent
            seen += 1
        time = self._fronted.get(sentence_of(anchor).start)
        return dated(time) if time is not None and time.meant is not None else None

    def _right_behind(self, verb: Token, parent: Token) -> Dated | None:
        """Return the time right behind a verb that the parser hangs on the clause above: *until he died, in 1733*."""
        told = self._by_verb.get(parent.i, ())
        return next((dated(time) for word, time in told if stands_behind(verb, word)), None)

    def _finest(self, time: TimePhrase, anchor: Token) -> TimePhrase:
        """Return the day that the clause gives within its year: *In 1957 he stood on Broad Peak (9 June)*."""
        sentence = span_of(sentence_of(anchor))
        mine = self._tellers.get(time.start)
        for other in self.story.within(sentence.start, sentence.end):
            same_clause = mine is not None and self._tellers.get(other.start) == mine
            plain = other.when is not None and other.whole is None
            if same_clause and plain and _holds(time, other) and not and_between(anchor, other):
                return other
        return time

    def _named_by_time(self, verb: Token) -> Dated | None:
        """Return the date that a clause with *when* explains: *until 1901, when he was appointed judge*."""
        when = verb.left_edge
        if when.lower_ != "when" or when.i < 2:
            return None
        last = when.i - 2 if when.nbor(-1).text == "," else when.i - 1
        time = self._closing.get(last)
        if time is None or time.when is None:
            return None
        return Dated(time.when, time.span)

    def _told_by_the_way(self, verb: Token) -> Dated | None:
        """Return the date of the clause that says when: *when the war ended in 1945*, *before he came in 1945*."""
        for child in verb.children:
            if child.dep_ == "advcl" and any(word.lower_ in TELLING_WHEN for word in child.children):
                own = [time for _, time in self._by_verb.get(child.i, ()) if not time.in_passing]
                if own:
                    return dated(own[0])
            for deed in _done_at_the_end(child):
                own = [time for _, time in self._by_verb.get(deed.i, ()) if not time.in_passing]
                if own:
                    return dated(own[0])
        return None


def _done_at_the_end(lead: Token) -> Iterator[Token]:
    """Yield the deed until which something went on: *worked there until opening a shop in 1971*."""
    if lead.dep_ == "prep" and lead.lower_ in ("until", "till"):
        yield from (c for c in lead.children if c.dep_ == "pcomp")


def _farness(told: tuple[Token, TimePhrase], anchor: Token) -> tuple[bool, bool, int]:
    """Return how far a time stands from a word; one on the calendar comes before an event.

    One of an apposition comes after the others: *Jan Low, rector from 1390, was buried in Ely in 1421*.
    """
    word, time = told
    return time.kind is TimeKind.EVENT, _is_in_apposition(word, anchor), abs(word.i - anchor.i)


def _is_in_apposition(word: Token, anchor: Token) -> bool:
    climb = word
    while climb.i != anchor.i and climb.head.i != climb.i:
        if climb.dep_ == "appos":
            return True
        climb = climb.head
    return False


def _holds(wide: TimePhrase, narrow: TimePhrase) -> bool:
    """Say whether one time lies within another, which is wider."""
    if wide.meant is None or narrow.meant is None or wide.kind is TimeKind.EVENT:
        return False
    outer, inner = (wide.meant.earliest, wide.meant.latest), (narrow.meant.earliest, narrow.meant.latest)
    if outer == inner or None in outer or None in inner:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]  # type: ignore[operator]


def _word_around(segment: ParsedSegment, time: TimePhrase) -> TokenSpan | None:
    """Return the one token that holds the phrase: an end of a range written without spaces."""
    at = bisect_right(segment.doc.starts, time.start) - 1
    return segment.doc[at : at + 1] if at >= 0 else None
