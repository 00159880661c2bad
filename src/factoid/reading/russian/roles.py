"""What nouns say that people are: posts, ranks, trades, nations, faiths, beside a name or in a note."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times, bracketed, reach_of
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.russian.chunks import Chunk
from factoid.reading.russian.lexicon import kin, plain, words
from factoid.reading.russian.nouns import in_nominative, is_rank, kind_of, noun_before
from factoid.reading.russian.phrases import is_place, phrase_of, trimmed
from factoid.reading.russian.posts import split_role

_BE = frozenset(["быть"])
_BY = frozenset(["происхождение", "национальность", "профессия", "специальность", "вероисповедание"])
_STARTERS = frozenset(["участник", "участница", "член", "автор", "кавалер"])
_TYPE = {
    "party_people": "membership", "nations": "ethnicity", "faiths": "religion", "ranks": "rank", "offices": "office",
    "trades": "occupation",
}  # fmt: skip


class RoleReader:
    """Reads the nouns for people in one sentence."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times
        self.taken: set[Word] = set()  #: role nouns that are read
        self.clauses: list[Clause] = []
        self.last: Word | None = None  #: of what was read last
        self.focus: Person | None = None  #: whom the notes of this sentence are about

    def drafts(self, sentence: Sentence, chunks: list[Chunk], clauses: list[Clause]) -> Iterator[Draft]:
        """Yield what the nouns of a sentence state."""
        self.focus, self.clauses = self.meant.main, clauses
        yield from self._before_names(sentence)
        yield from self._after_names(sentence)
        for chunk in chunks:
            yield from self._note(chunk)
        yield from self._predicates(sentence)

    # before and after a name

    def _before_names(self, sentence: Sentence) -> Iterator[Draft]:
        for word in sentence.words:
            mention = self.meant.names.get(word)
            if mention is None or word is not mention.words[0]:
                continue
            person = self.meant.at[word]
            noun = noun_before(word, self.meant.names)
            while noun is not None and noun not in self.taken:
                yield from self._stated(noun, person, span_of(mention.words), before=word)
                further = self._left_of(noun)
                noun = (
                    further
                    if further is not None and kind_of(further) is not None and further.case == noun.case
                    else None
                )

    def _left_of(self, noun: Word) -> Word | None:
        row = phrase_of(noun, self.times.words)
        return row[0].beside(-1)

    def _after_names(self, sentence: Sentence) -> Iterator[Draft]:
        for word in sentence.words:
            mention = self.meant.names.get(word)
            if (
                mention is None
                and word in self.meant.at
                and plain(word.lemma) in kin()
                and word.case == "nom"
            ):
                yield from self._listed(word, self.meant.at[word], word.span)
            if mention is None or word is not mention.words[-1]:
                continue
            yield from self._listed(word, self.meant.at[word], span_of(mention.words))

    def _listed(self, last: Word, person: Person, who: Span) -> Iterator[Draft]:
        """Read *…, физик, член-корреспондент …*, *(…) — русский певец и педагог*: nouns in a row after a name."""
        row = last.sentence.words
        at, crossed, depth = last.i + 1, False, 0
        while at < len(row):
            word = row[at]
            if word.text in ("(", "["):
                depth += 1
            elif word.text in (")", "]"):
                depth -= 1
            elif (
                depth > 0
                or word.start in self.times.words
                or word.text in ("р", "р.")
                or (word.text == "." and row[at - 1].text == "р")
            ):
                pass
            elif word.text in (",", "—", "–", "-", "и"):
                crossed = True
            elif (
                not crossed
                or word.pos in ("VERB", "ADP", "SCONJ", "PRON", "AUX")
                or word.text in (".", ";", ":")
            ) or word in self.meant.names:
                return
            elif (noun := self._head_of(word)) is not None:
                if noun in self.taken or (not in_nominative(noun) and noun.case != last.case):
                    return
                yield from self._stated(noun, person, who, before=None)
                at = phrase_of(noun, self.times.words)[-1].i
                crossed = False
            else:
                return
            at += 1

    def _head_of(self, word: Word) -> Word | None:
        """Return the noun for a person whose phrase begins with the word: *русский государственный деятель*."""
        at: Word | None = word
        for _ in range(5):
            if at is None or at in self.meant.names:
                return None
            if kind_of(at) is not None and at.pos in ("NOUN", "PROPN", "X") and not at.is_plural:
                return at
            after = at.beside(1)
            if (
                at.text in ("и", ",", "затем")
                and at is not word
                and after is not None
                and after.pos in ("ADJ", "ADV", "CCONJ")
            ):
                at = after
                continue
            if at.pos not in ("ADJ", "NUM", "NOUN") and not at.text.endswith("."):
                return None
            if at.pos == "NOUN":
                return None
            at = at.beside(1)
        return None

    # notes without a verb

    def _note(self, chunk: Chunk) -> Iterator[Draft]:
        """Read a note: *С 1932 года — начальник штаба …*; *капитан ГБ 05.07.1937*."""
        row = [w for w in chunk.words if w.start not in self.times.words]
        while row and (row[0].pos in ("ADP", "PUNCT", "CCONJ", "ADV") or row[0].text in ("г.", "гг.")):
            row = row[1:]
        if row and plain(row[0].lemma) in _BY:
            row = row[1:]
        person = self.focus
        if not row or person is None or (not chunk.is_verbless and self._verb_first(chunk)):
            return
        noun = self._head_of(row[0])
        colon = next((n for n, w in enumerate(row[:-1]) if w.text == ":"), None)
        if noun is None and colon is not None:  # С 1927 г. на хозяйственной работе: управляющий …
            noun = self._head_of(row[colon + 1])
        if noun is None and plain(row[0].lemma) in _STARTERS:
            noun = self._next_in(chunk, phrase_of(row[0], set())[-1])
        while noun is not None:
            if noun in self.taken or not in_nominative(noun):
                return
            begin = phrase_of(noun, self.times.words)[0]
            if self._names_somebody(noun):
                return
            yield from self._stated(noun, person, None, before=None, chunk=chunk)
            last = self.last or phrase_of(noun, self.times.words)[-1]
            noun = self._next_in(chunk, last) if begin else None

    def _verb_first(self, chunk: Chunk) -> bool:
        """Whether the verb comes before any comma: then the noun belongs to it."""
        for word in chunk.words:
            if word.text in (",", "—", "–"):
                return False
            if word.pos == "VERB" and (word.form == "fin" or word.is_short):
                return True
        return False

    def _names_somebody(self, noun: Word) -> bool:
        last = phrase_of(noun, self.times.words)[-1]
        after = last.beside(1)
        return any(w in self.meant.names for w in phrase_of(noun, self.times.words)) or (
            after is not None and after in self.meant.names
        )

    def _next_in(self, chunk: Chunk, last: Word) -> Word | None:
        """Return the next noun of a list: *комиссар, следователь*."""
        rest = [w for w in chunk.words if w.i > last.i and w.start not in self.times.words]
        depth = 0
        for n, word in enumerate(rest):
            if word.text in ("(", "["):
                depth += 1
            elif word.text in (")", "]"):
                depth -= 1
            elif depth or word.text == ".":
                continue
            elif word.text in (",", "и", ";"):
                after = next(
                    (
                        w
                        for w in rest[n + 1 :]
                        if w.pos not in ("ADV", "ADP") and w.text not in ("—", "–", "-")
                    ),
                    None,
                )
                return self._head_of(after) if after is not None and after.i - word.i < 9 else None
            else:
                return None
        return None

    def _predicates(self, sentence: Sentence) -> Iterator[Draft]:
        """Read *его дед был раввином*, *в качестве советника*, *был православным*."""
        for word in sentence.words:
            if word in self.taken or kind_of(word) is None or word.is_plural or word in self.meant.names:
                continue
            before = sentence.words[max(0, word.i - 5) : word.i]
            if (word.case == "ins" and any(plain(w.lemma) in _BE for w in before)) or (
                word.case == "gen" and any(w.text == "качестве" for w in before[-3:])
            ):
                person, who = self._subject(word)
            else:
                continue
            if person is not None and (kind_of(word) != "offices" or word.case == "gen"):
                for draft in self._stated(word, person, who, before=None):
                    clause = next((c for c in self.clauses if word in c.words), None)
                    draft.time = draft.time or (self.times.of_clause(clause) if clause else None)
                    yield draft

    def _subject(self, word: Word) -> tuple[Person | None, Span | None]:
        for clause in self.clauses:
            if word in clause.words and clause.subjects:
                person, at = clause.subjects[0]
                return person, at.span if at is not None and at not in self.meant.names else None
        for before in reversed(word.sentence.words[: word.i]):
            if before in self.meant.at and before.rel.startswith("nsubj"):
                return self.meant.at[before], before.span
        return self.meant.subject or self.meant.main, None

    # what a noun states

    def _stated(
        self, noun: Word, person: Person, who: Span | None, *, before: Word | None, chunk: Chunk | None = None
    ) -> Iterator[Draft]:
        """Yield what a noun says of a person. ``before``: the name that follows it; ``chunk``: its note."""
        self.taken.add(noun)
        row = [w for w in trimmed(phrase_of(noun, self.times.words)) if before is None or w.i < before.i]
        row = [w for w in row if w not in self.meant.names] or [noun]
        person.described.add(plain(noun.lemma))
        kind = kind_of(noun)
        type_ = _TYPE.get(kind or "", "occupation")
        if chunk is not None and chunk.label in ("rank", "occupation", "ethnicity"):
            type_ = chunk.label
        if type_ in ("office", "occupation") and is_rank(noun) and kind == "ranks":
            type_ = "rank"
        end = row[-1].end
        time = self._time(row[-1], chunk, before)
        quote = Span(row[0].start, max(end, before.end if before else end))
        if before is not None:
            quote = Span(row[0].start, span_of(self.meant.names[before].words).end)
        if time is not None:
            reach = reach_of(time)
            quote = Span(min(quote.start, reach.start), max(quote.end, reach.end))
        yield from self._nation_before(row, person, who, quote)
        row = [w for w in row if plain(w.lemma) not in words("nation_adjectives") or kind != "trades"] or row
        draft = Draft(person=person, type=type_, rule=f"noun:{type_}", quote=quote, anchor=noun, who=who, time=time,
                      confidence=0.8)  # fmt: skip
        self.last = row[-1]
        self._fill(draft, row, type_)
        yield draft

    def _fill(self, draft: Draft, row: list[Word], type_: str) -> None:
        if type_ == "office":
            for name, part in split_role(row).items():
                draft.slots[name] = span_of(part)
            draft.slots["value"] = ("held", row[0].text)
            after = row[-1].beside(1)
            if "place" not in draft.slots and after is not None and after.text in (",", "по", "в", "на"):
                self._place_after(draft, after)
        elif type_ == "membership":
            draft.slots["organisation"] = span_of(row)
            draft.slots["value"] = ("member", row[0].text)
        else:
            draft.slots["value"] = span_of(row)

    def _place_after(self, draft: Draft, mark: Word) -> None:
        """Take *…, Новосибирск*, *по Башкирской АССР*, *в Штутгарте* as the place of a post."""
        at = mark.beside(1)
        while at is not None and at.pos in ("ADJ", "NUM"):
            at = at.beside(1)
        if at is None or at.start in self.times.words:
            return
        row = trimmed(phrase_of(at, self.times.words))
        if row and (is_place(row, at) or at.is_acronym) and not any(w in self.meant.names for w in row):
            name = "place" if is_place(row, at) or mark.text in ("по", "в") else "organisation"
            draft.slots.setdefault(name, span_of(row))
            draft.quote = Span(draft.quote.start, max(draft.quote.end, row[-1].end))
            self.last = row[-1]

    def _nation_before(
        self, row: list[Word], person: Person, who: Span | None, quote: Span
    ) -> Iterator[Draft]:
        for word in row:
            if plain(word.lemma) in words("nation_adjectives") and word is not row[-1] and word.pos == "ADJ":
                yield Draft(person=person, type="ethnicity", rule="noun:ethnicity", quote=Span(word.start, row[-1].end),
                            anchor=word, who=who, slots={"value": word.span}, confidence=0.7)  # fmt: skip

    def _time(self, last: Word, chunk: Chunk | None, before: Word | None) -> TimePhrase | None:
        """Return the date right after the noun, or the one of its note."""
        if before is not None:
            return None
        after = [t for t in self.times.after(last) if t.when is not None]
        if after:
            return after[0]
        if chunk is None:
            return None
        inside = self.times.within(span_of(chunk.words))
        found = [
            t for t in inside if t.when is not None and t.end <= last.start and not self._in_bracket(t, chunk)
        ]
        return found[-1] if found else self._later(chunk, last)

    def _in_bracket(self, time: TimePhrase, chunk: Chunk) -> bool:
        return any(bracketed(w) for w in chunk.words if w.start < time.end and time.start < w.end)

    def _later(self, chunk: Chunk, last: Word) -> TimePhrase | None:
        """Return the date at the end of a note: *нач. отд. Полтавского окр. отд. ГПУ, Полтава 1926–1930*."""
        found = [
            t for t in self.times.within(span_of(chunk.words)) if t.meant is not None and t.start >= last.end
        ]
        if (
            len({reach_of(t) for t in found}) == 1
            and "," not in [w.text for w in chunk.words if last.i < w.i and w.end < found[0].start][1:]
        ):
            return found[0]
        return None
