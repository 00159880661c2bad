"""What clauses state of the people in them."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft, Slots
from factoid.reading.grammar.frames import Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.quotes import predicate_phrase
from factoid.reading.grammar.told import ClauseTeller, Other, Who
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.russian.certainty import saying
from factoid.reading.russian.clauses import EMPTY_WISHES
from factoid.reading.russian.fields import Fields
from factoid.reading.russian.lexicon import frames, labels, plain, words
from factoid.reading.russian.marriage import MARRYING
from factoid.reading.russian.phrases import body_kind, is_person_noun, is_place

_SELDOM = frozenset(
    [
        "быть", "являться", "стать", "мочь", "иметь", "оказаться", "считаться", "состояться", "начаться", "следовать",
        "казаться", "называться", "значить", "идти", "длиться", "продлиться", "знать", "помнить", "слышать", "видеть",
        "ждать", "хотеться", "нравиться",
    ]
)  # fmt: skip


class Teller(ClauseTeller):
    """Reads the clauses of one sentence of Russian."""

    done_by_others = frozenset(["death"])

    def __init__(self, meant: Meant, times: Times) -> None:
        super().__init__(meant, times)
        self.fields = Fields(meant, times)
        self._sentence: Sentence | None = None

    def drafts(self, clause: Clause) -> Iterator[Draft]:
        """Yield what the clause states."""
        self._sentence = clause.verb.sentence
        if clause.verb.person in ("1", "2") and not clause.subjects:
            return
        after = clause.verb.beside(1)
        if after is not None and after.text == ":" and clause.lemma in labels():
            return
        if clause.is_modal:
            yield from self._wish(clause)
            return
        beside = frozenset(plain(w.lemma) for w in clause.words) | frozenset(
            plain(w.text) for w in clause.words
        )
        special = frames().phrase_type(clause.lemma, beside)
        if special is not None:
            yield from self._special(clause, special)
            return
        if clause.lemma in MARRYING or beside & {"замуж", "замужем"}:
            return
        for frame in frames().of(clause.lemma):
            found = list(self._of_frame(clause, frame))
            if found:
                yield from found
                return
        yield from self._plain(clause)

    def _of_frame(self, clause: Clause, frame: Frame) -> Iterator[Draft]:
        whom = self._whom(clause, frame)
        found = self.fields.of(clause, frame) if whom else None
        if found is None:
            return
        type_, rows = found
        bracketed_times = [self._own_time(slots) for slots in rows]
        for slots, own in zip(rows, bracketed_times, strict=True):
            for person, at in whom:
                draft = self.draft(clause, type_, person, at)
                draft.slots = dict(slots)
                if own is not None or (draft.time is not None and draft.time in bracketed_times):
                    draft.time = own
                if frame.code and "value" not in draft.slots and type_ in ("office", "membership"):
                    code = frame.code if frame.code != "joined" or type_ == "membership" else "appointed"
                    draft.slots["value"] = (code, clause.verb.text)
                is_birth = type_ == "kinship" and bool(frame.back)
                yield from (self._born_to if is_birth else self.with_others)(clause, frame, draft)

    def _born_to(self, clause: Clause, frame: Frame, draft: Draft) -> Iterator[Draft]:
        """Yield what *родила сына Петра* says of the child: whose it is, and when it was born."""
        draft.related = self.others(clause, frame, draft.person)
        if not draft.related:
            return
        sexes = {other.sex for other, _ in draft.related}
        role = {"f": "daughter", "m": "son"}.get(
            next(iter(sexes)) if len(sexes) == 1 else "", frame.role_code
        )
        draft.slots = {"role": (role, clause.verb.text)}
        for other, span in draft.related:
            back = self.draft(clause, "kinship", other, None)
            back.who, back.related = span, [(draft.person, draft.who)]
            back.slots = {"role": (frame.back, clause.verb.text)}
            back.time = draft.time = None  # when they were born, their births say
            born = self.draft(clause, "birth", other, None)
            born.who = span
            yield from (back, born)
        yield draft

    def _own_time(self, slots: Slots) -> TimePhrase | None:
        """Return the time in brackets behind what a list names: *орденом Красной Звезды (1943), медалью …*."""
        for name in ("value", "organisation"):
            words_ = slots.get(name)
            if isinstance(words_, Span) and (last := self._last_in(words_)) is not None:
                after = last.beside(1)
                if after is not None and after.text == "(" and (found := self.times.after(last)):
                    return found[0]
        return None

    def _last_in(self, span: Span) -> Word | None:
        inside = self._sentence.within(span) if self._sentence is not None else []
        return inside[-1] if inside else None

    def _whom(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return of whom the frame is told: the subject; of verbs that happen to somebody, the object."""
        if not frame.by_object:
            return [] if clause.is_passive and not frame.slots.get("passive") else clause.subjects
        if clause.is_passive:
            return clause.subjects
        return list(clause.objects)

    def doers(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return the agent of a passive, the subject of a verb that does it."""
        if not frame.by_object:
            return []
        if clause.is_passive:
            return list(self.marked(clause, ("ins",)))
        return clause.subjects if clause.subject_word is not None or clause.above is not None else []

    def others(self, clause: Clause, frame: Frame, person: Person) -> list[Other]:
        """Return the persons where the frame has them; of animate nouns the accusative may look like a genitive."""
        markers = frame.slots.get("related", ())
        found = self.marked(clause, (*markers, "gen") if "acc" in markers else markers)
        return [(other, word.span) for other, word in found if other is not person]

    def _special(self, clause: Clause, type_: str) -> Iterator[Draft]:
        """Yield what a verb states with a certain word beside it."""
        for person, at in self._special_whom(clause, type_):
            value = self._special_value(clause, type_)
            draft = self.draft(clause, type_, person, at)
            if type_ == "rank" and value is not None and self._is_award_title(clause, value):
                draft.type = "award"
            if value is not None:
                draft.slots["value"] = value
            for argument in clause.arguments:
                is_where = argument.marker.startswith(("в+", "на+", "под+", "у+"))
                if not is_where or argument.word.start in self.times.words:
                    continue
                row = self.fields.row(argument.word)
                if is_place(row, argument.word) or (
                    type_ == "service" and plain(argument.word.lemma) == "фронт"
                ):
                    draft.slots.setdefault("place", span_of(row))
            yield draft

    def _special_whom(self, clause: Clause, type_: str) -> list[Who]:
        if type_ == "rank":
            return self._given_rank(clause)
        if type_ == "death" and clause.lemma == "привести":  # приговор приведён в исполнение
            return [(self.meant.main, None)] if self.meant.main else []
        if (
            type_ in ("arrest", "imprisonment")
            and clause.objects
            and (clause.is_impersonal or clause.verb.is_plural)
        ):
            return list(clause.objects)
        return clause.subjects or list(clause.objects)

    def _given_rank(self, clause: Clause) -> list[Who]:
        if dative := self.marked(clause, ("dat",)):
            return list(dative)
        if clause.lemma == "получить":
            return clause.subjects
        return list(clause.objects) or ([(self.meant.main, None)] if self.meant.main else [])

    def _special_value(self, clause: Clause, type_: str) -> Span | None:
        if type_ != "rank":
            return predicate_phrase(clause, self.times) if type_ in ("death", "imprisonment") else None
        title = next((w for w in clause.words if plain(w.lemma) in ("звание", "чин", "степень")), None)
        row = [w for w in self.fields.row(title) if w.i > title.i] if title is not None else []
        return span_of(row) if row else None

    def _is_award_title(self, clause: Clause, value: Span) -> bool:
        inside = clause.verb.sentence.within(value)
        return any(plain(w.lemma) in words("award_titles") for w in inside)

    def _plain(self, clause: Clause) -> Iterator[Draft]:
        """Yield an action or an event: what a verb without a frame says of its subject."""
        above = clause.above
        if (
            clause.lemma in _SELDOM
            or clause.lemma in saying()
            or (clause.verb.rel == "ccomp" and above is not None and above.lemma not in saying())
        ):
            return
        if clause.verb.form == "conv" or not clause.subjects:
            whom: list[Who] = list(clause.objects) if clause.is_impersonal else []
        else:
            whom = [] if clause.verb.form == "part" and not clause.is_passive else clause.subjects
        for person, at in whom:
            if at is None and clause.verb.form == "inf" and above is None:
                continue
            found = [*clause.objects, *self.marked(clause, ("dat",))]
            others: list[Other] = [(other, word.span) for other, word in found if other is not person]
            groups = any(
                (is_person_noun(a.word) and a.marker in ("acc", "gen", "dat"))
                or (a.marker == "dat" and body_kind(self.fields.row(a.word)) is not None)
                for a in clause.arguments
            )
            draft = self.draft(clause, "action" if others or groups else "event", person, at)
            draft.confidence = 0.45
            draft.slots["value"] = predicate_phrase(clause, self.times)
            draft.related = others
            yield draft

    def _wish(self, clause: Clause) -> Iterator[Draft]:
        """Yield what was wanted or tried, which is an event: *хотел уехать в Австралию*."""
        above = clause.above
        if above is None or not above.subjects or above.lemma not in EMPTY_WISHES:
            return
        last = predicate_phrase(clause, self.times).end
        for person, at in above.subjects:
            draft = self.draft(above, "event", person, at)
            draft.slots["value"] = Span(above.verb.start, max(last, above.verb.end))
            draft.quote = Span(min(draft.quote.start, above.verb.start), max(draft.quote.end, last))
            draft.confidence = 0.45
            yield draft
