"""When: which of the words about time dates a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factoid.dates import TimeKind, TimePhrase, when_of_edtf
from factoid.model import Span, When
from factoid.model.when import iso_of_year
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.words import Sentence, Word


class Times:
    """The words about time of a text, found by place. ``ends_of_life``: verbs whose date no other clause shares."""

    def __init__(self, times: Sequence[TimePhrase], ends_of_life: frozenset[str]) -> None:
        self._ends_of_life = ends_of_life
        self._times = list(times)
        self._starts = [t.start for t in self._times]
        self.words: set[int] = set()

    def mark(self, sentence: Sentence) -> None:
        """Note which words of a sentence are words about time."""
        found = self.within(Span(sentence.words[0].start, sentence.words[-1].end)) if sentence.words else []
        for time in found:
            reach = reach_of(time)
            self.words.update(w.start for w in sentence.words if w.start < reach.end and w.end > reach.start)

    def within(self, span: Span) -> list[TimePhrase]:
        """Return the phrases that begin within a span of the text."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._times[first:last]

    def of_clause(self, clause: Clause) -> TimePhrase | None:
        """Return the time that dates a clause: its own, else that of the clause it goes on."""
        at: Clause | None = clause
        while at is not None:
            own = self.own(at, clause) if at is clause or at.lemma not in self._ends_of_life else None
            if own is not None:
                return own
            if at.verb.rel not in ("conj", "advcl", "xcomp"):
                return self._heading(at)
            if at.above is not None and _is_parted(at.above.verb, at.verb):
                return None
            at = at.above
        return None

    def _heading(self, clause: Clause) -> TimePhrase | None:
        """Return the time that begins the sentence of its first clause, whatever the parser hangs it on."""
        row = clause.verb.sentence.words
        before = row[: clause.verb.i]
        if any(w.pos == "VERB" and w.form != "part" for w in before):
            return None
        for time in self.within(Span(row[0].start, row[min(2, len(row) - 1)].start)):
            if time.meant is not None and time.end <= clause.verb.start:
                return time
        return None

    def own(self, clause: Clause, asking: Clause) -> TimePhrase | None:
        """Return the time among the words of a clause that is nearest to its verb."""
        starts = {w.start: w for w in clause.words}
        before = clause is not asking
        found = []
        for time in self.within(clause_span(clause)):
            inside = [w for start, w in starts.items() if time.start <= start < time.end]
            if not inside or (time.meant is None and time.kind is not TimeKind.AGE):
                continue
            if before and time.start > asking.verb.start:
                continue
            far = _distance(inside[0], clause.verb) > 2
            is_age = time.kind is TimeKind.AGE  # *on 3 March, in his 76th year*: the day tells more
            found.append(
                (is_age, bracketed(inside[0]) or far, abs(inside[0].i - clause.verb.i), time.start, time)
            )
        return min(found, key=lambda f: f[:4])[4] if found else None

    def next_to(self, word: Word) -> TimePhrase | None:
        """Return the first time right after a word, see `after`."""
        return next(iter(self.after(word)), None)

    def after(self, word: Word) -> list[TimePhrase]:
        """Return the times right after a word, in brackets or not: *Order of Lenin (1936)*."""
        row = word.sentence.words
        at = word.i + 1
        opened = at < len(row) and row[at].text in ("(", "[", ",")
        at += opened
        found: list[TimePhrase] = []
        while at < len(row) and at - word.i < 24:
            if row[at].start in self.words:
                inside = Span(row[at].start, row[at].end)
                near = self.within(Span(inside.start, inside.end + 30))
                found += [
                    t for t in near if t.meant is not None and t not in found and reach_of(t).overlaps(inside)
                ]
            elif not (opened and row[at].text in (",", "и", ";") and found) and row[at].pos != "ADP":
                break
            at += 1
        heads_next = at < len(row) and row[at].text in ("—", "–") and opened and row[word.i + 1].text == ","
        return [] if heads_next else found


def _is_parted(one: Word, other: Word) -> bool:
    """Whether a semicolon stands between two words of a sentence."""
    first, last = sorted((one.i, other.i))
    return any(w.text == ";" for w in one.sentence.words[first:last])


def _distance(word: Word, verb: Word) -> int:
    """Return how many steps lie between a word and the verb it hangs on."""
    steps, at = 0, word
    while at is not verb and at.parent is not None:
        steps, at = steps + 1, at.parent
    return steps


def reach_of(time: TimePhrase) -> Span:
    """Return where a time stands with what it is part of."""
    if time.whole is None:
        return time.span
    return Span(min(time.start, time.whole.start), max(time.end, time.whole.end))


def clause_span(clause: Clause) -> Span:
    """Return from where to where the words of a clause stand."""
    return Span(clause.words[0].start, clause.words[-1].end)


def bracketed(word: Word) -> bool:
    """Whether the word stands in brackets."""
    row = word.sentence.words
    for before in reversed(row[: word.i]):
        if before.text in (")", "]"):
            return False
        if before.text in ("(", "["):
            return True
    return False


def when_and_span(time: TimePhrase) -> tuple[When, Span] | None:
    """Return the date that a phrase gives a statement, and where it stands."""
    meant = time.meant
    if meant is None:
        return None
    return meant, (Span(time.whole.start, time.whole.end) if time.whole else time.span)


def when_of_age(age: TimePhrase, birth: When | None) -> tuple[When, str] | None:
    """Return the year in which somebody was so old, by the birth that the text gives."""
    if birth is None or age.years_least is None or not birth.edtf[:4].isdigit():
        return None
    year = int(birth.edtf[:4]) + age.years_least
    basis = f"{age.words}, born {birth.edtf}"
    return when_of_edtf(f"{iso_of_year(year)}~", basis=basis), basis
