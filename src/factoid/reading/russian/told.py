"""What clauses state of the people in them."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.russian.certainty import saying
from factoid.reading.russian.clauses import EMPTY_WISHES, Clause
from factoid.reading.russian.dating import Times
from factoid.reading.russian.drafts import Draft
from factoid.reading.russian.fields import Fields
from factoid.reading.russian.frames import Frame, frames_of, phrase_type
from factoid.reading.russian.lexicon import plain, words
from factoid.reading.russian.marriage import MARRYING
from factoid.reading.russian.meaning import Meant
from factoid.reading.russian.persons import Person
from factoid.reading.russian.phrases import is_person_noun, is_place
from factoid.reading.russian.quotes import predicate_phrase, quote_of
from factoid.reading.russian.words import Word, span_of

Who = tuple[Person, Word | None]
_SELDOM = frozenset(
    [
        "быть", "являться", "стать", "мочь", "иметь", "оказаться", "считаться", "состояться", "начаться", "следовать",
        "казаться", "называться", "значить", "идти", "длиться", "продлиться",
    ]
)  # fmt: skip


class Teller:
    """Reads the clauses of one sentence."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times
        self.fields = Fields(meant, times)

    def drafts(self, clause: Clause) -> Iterator[Draft]:
        """Yield what the clause states."""
        if clause.verb.person in ("1", "2") and not clause.subjects:
            return
        if clause.is_modal:
            yield from self._wish(clause)
            return
        beside = frozenset(plain(w.lemma) for w in clause.words) | frozenset(
            plain(w.text) for w in clause.words
        )
        special = phrase_type(clause.lemma, beside)
        if special is not None:
            yield from self._special(clause, special)
            return
        if clause.lemma in MARRYING or beside & {"замуж", "замужем"}:
            return
        for frame in frames_of(clause.lemma):
            found = list(self._of_frame(clause, frame))
            if found:
                yield from found
                return
        yield from self._plain(clause)

    def _of_frame(self, clause: Clause, frame: Frame) -> Iterator[Draft]:
        whom = self._whom(clause, frame)
        if not whom:
            return
        found = self.fields.of(clause, frame)
        if found is None:
            return
        type_, rows = found
        for slots in rows:
            for person, at in whom:
                draft = self._draft(clause, type_, person, at, slots.pop("_", None))
                related = slots.get("related")
                for name, words_ in slots.items():
                    if name in ("related", "doer", "teacher"):
                        continue
                    draft.slots[name] = words_
                if frame.code and "value" not in draft.slots and type_ in ("office", "membership"):
                    code = frame.code if frame.code != "joined" or type_ == "membership" else "appointed"
                    draft.slots["value"] = (code, clause.verb.text)
                yield from self._with_others(clause, frame, draft, related)

    def _with_others(self, clause: Clause, frame: Frame, draft: Draft, related: object) -> Iterator[Draft]:
        """Yield a statement and what it says of the others in it."""
        others = (
            self._others(clause, frame, draft.person)
            if isinstance(related, list) or "related" in frame.slots
            else []
        )
        draft.related = others
        if draft.type in ("meeting", "association"):
            if not others:
                return
            if frame.role_code:
                draft.slots["role"] = (frame.role_code, clause.verb.text)
            for other, span in others:
                back = self._draft(clause, draft.type, other, None, None)
                back.who, back.quote, back.related = span, draft.quote, [(draft.person, draft.who)]
                back.slots = {k: v for k, v in draft.slots.items() if k != "role"}
                if frame.back:
                    back.slots["role"] = (frame.back, clause.verb.text)
                yield back
        doers = self._doers(clause, frame)
        for doer, at in doers:
            if doer is not draft.person:
                act = self._draft(clause, "action", doer, at, None)
                act.slots["value"] = predicate_phrase(clause, self.times)
                act.related = [(draft.person, draft.who)]
                yield act
                if draft.type == "death":
                    draft.related.append((doer, at.span if at else None))
        yield draft
        for teacher, span in self._teachers(clause, frame):
            yield from self._both(clause, draft, teacher, span)

    def _both(self, clause: Clause, draft: Draft, teacher: Person, span: Span) -> Iterator[Draft]:
        if teacher is draft.person:
            return
        one = self._draft(clause, "association", draft.person, None, None)
        one.who, one.related, one.slots = (
            draft.who,
            [(teacher, span)],
            {"role": ("teacher", clause.verb.text)},
        )
        other = self._draft(clause, "association", teacher, None, None)
        other.who, other.related, other.slots = (
            span,
            [(draft.person, draft.who)],
            {"role": ("pupil", clause.verb.text)},
        )
        yield one
        yield other

    def _whom(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return of whom the frame is told: the subject; of verbs that happen to somebody, the object."""
        if not frame.by_object:
            return [] if clause.is_passive and not frame.slots.get("passive") else clause.subjects
        if clause.is_passive:
            return clause.subjects
        return [(p, w) for p, w in clause.objects]

    def _doers(self, clause: Clause, frame: Frame) -> list[Who]:
        if not frame.by_object:
            return []
        if clause.is_passive:
            return [
                (p, a.word) for a in clause.arguments if a.marker == "ins" for p in self.meant.persons(a.word)
            ]
        return clause.subjects if clause.subject_word is not None or clause.above is not None else []

    def _others(self, clause: Clause, frame: Frame, person: Person) -> list[tuple[Person, Span | None]]:
        found: list[tuple[Person, Span | None]] = []
        for argument in clause.arguments:
            if argument.marker in frame.slots.get("related", ()) or (
                argument.marker in ("acc", "gen") and "acc" in frame.slots.get("related", ())
            ):
                for other in self.meant.persons(argument.word):
                    if other is not person:
                        found.append((other, argument.word.span))
        return found

    def _teachers(self, clause: Clause, frame: Frame) -> list[tuple[Person, Span]]:
        return [
            (p, a.word.span) for a in clause.arguments if a.marker in frame.slots.get("teacher", ())
            for p in self.meant.persons(a.word)
        ]  # fmt: skip

    def _special(self, clause: Clause, type_: str) -> Iterator[Draft]:
        """Yield what a verb states with a certain word beside it."""
        whom = clause.subjects or [(p, w) for p, w in clause.objects]
        if (
            type_ in ("rank", "arrest", "imprisonment")
            and clause.objects
            and (clause.is_impersonal or clause.verb.is_plural)
        ):
            whom = list(clause.objects)
        if type_ == "rank":
            whom = self._given_rank(clause)
        if type_ == "death" and clause.lemma == "привести":
            whom = [(self.meant.main, None)] if self.meant.main else []
        for person, at in whom:
            for value in self._special_values(clause, type_):
                draft = self._draft(clause, type_, person, at, None)
                if type_ == "rank" and self._is_award_title(value):
                    draft.type = "award"
                if isinstance(value, Span):
                    draft.slots["value"] = value
                for argument in clause.arguments:
                    row = self.fields.row(argument.word)
                    if (
                        argument.marker.startswith(("в+", "на+", "под+", "у+"))
                        and argument.word.start not in self.times.words
                    ):
                        if is_place(row, argument.word) or (
                            type_ == "service" and plain(argument.word.lemma) == "фронт"
                        ):
                            draft.slots.setdefault("place", span_of(row))
                yield draft

    def _given_rank(self, clause: Clause) -> list[Who]:
        dative = [
            (p, a.word) for a in clause.arguments if a.marker == "dat" for p in self.meant.persons(a.word)
        ]
        if dative:
            return list(dative)
        if clause.lemma == "получить":
            return clause.subjects
        return list(clause.objects) or ([(self.meant.main, None)] if self.meant.main else [])

    def _special_values(self, clause: Clause, type_: str) -> list[Span | None]:
        if type_ != "rank":
            return [predicate_phrase(clause, self.times)] if type_ in ("death", "imprisonment") else [None]
        title = next((w for w in clause.words if plain(w.lemma) in ("звание", "чин")), None)
        if title is None:
            return [None]
        row = [w for w in self.fields.row(title) if w.i > title.i]
        return [span_of(row)] if row else [None]

    def _is_award_title(self, value: Span | None) -> bool:
        if value is None or self.meant.main is None:
            return False
        return any(
            value.start <= w.start < value.end and plain(w.lemma) in words("award_titles")
            for w in self._all_words(value)
        )

    def _all_words(self, value: Span) -> list[Word]:
        return [w for w in self.sentence_words if value.start <= w.start < value.end]

    sentence_words: list[Word] = []

    def _plain(self, clause: Clause) -> Iterator[Draft]:
        """Yield an action or an event: what a verb without a frame says of its subject."""
        if clause.lemma in _SELDOM or not clause.subjects or clause.verb.form == "conv":
            whom = clause.objects if clause.is_impersonal and clause.lemma not in _SELDOM else []
        else:
            whom = [] if clause.verb.form == "part" and not clause.is_passive else clause.subjects
        if clause.verb.rel == "ccomp" and clause.above is not None and clause.above.lemma not in saying():
            return
        for person, at in whom:
            if at is None and clause.verb.form == "inf" and clause.above is None:
                continue
            others = [(p, w.span) for p, w in clause.objects if p is not person]
            others += [
                (p, a.word.span)
                for a in clause.arguments
                if a.marker == "dat"
                for p in self.meant.persons(a.word)
                if p is not person
            ]
            groups = any(
                is_person_noun(a.word) and a.marker in ("acc", "gen", "dat") for a in clause.arguments
            )
            draft = self._draft(clause, "action" if others or groups else "event", person, at, None)
            draft.confidence = 0.45
            draft.slots["value"] = predicate_phrase(clause, self.times)
            draft.related = list(others)
            yield draft

    def _wish(self, clause: Clause) -> Iterator[Draft]:
        """Yield what was wanted or tried, which is an event: *хотел уехать в Австралию*."""
        above = clause.above
        if above is None or not above.subjects or above.lemma not in EMPTY_WISHES:
            return
        last = predicate_phrase(clause, self.times).end
        for person, at in above.subjects:
            draft = self._draft(above, "event", person, at, None)
            draft.slots["value"] = Span(above.verb.start, max(last, above.verb.end))
            draft.quote = Span(min(draft.quote.start, above.verb.start), max(draft.quote.end, last))
            draft.confidence = 0.45
            yield draft

    def _draft(self, clause: Clause, type_: str, person: Person, at: Word | None, last: object) -> Draft:
        quote = quote_of(clause)
        if isinstance(last, Word):
            row = self.fields.row(last)
            quote = (
                Span(min(quote.start, row[0].start), max(quote.end, row[-1].end))
                if row[-1].end <= quote.end
                else quote
            )
        who = self._who(at)
        time = self.times.of_clause(clause)
        return Draft(
            person=person,
            type=type_,
            rule=f"verb:{type_}",
            quote=quote,
            anchor=clause.verb,
            who=who,
            time=time,
        )

    def _who(self, at: Word | None) -> Span | None:
        if at is None:
            return None
        mention = self.meant.names.get(at)
        return span_of(mention.words) if mention is not None else at.span
