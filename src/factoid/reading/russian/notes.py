"""What notes say without a verb: membership, awards, education, works, wars, bonds; other names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factoid.model import Span
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.russian.lexicon import plain, words
from factoid.reading.russian.needs import is_rank_word
from factoid.reading.russian.note_drafts import NoteDrafts
from factoid.reading.russian.phrases import body_kind, is_place, phrase_of, quoted, trimmed

_NAME_WORDS = frozenset(["псевдоним", "кличка", "прозвище", "урожденный", "урожденная", "фамилия"])
_FALSE_NAME = frozenset(["имя", "фамилия", "псевдоним", "кличка"])
_BY_MARRIAGE = {
    "девичество": ("в",),
    "замужество": ("в", "до"),
    "муж": ("по",),
    "монашество": ("в",),
    "крещение": ("в",),
}
_OF_BIRTH = frozenset(["р", "г.р", "рожд", "рождения"])
_MEMBER = frozenset(["член", "член-корреспондент", "кандидат"])
_AUTHOR = frozenset(["автор", "создатель", "основатель", "основоположник", "изобретатель", "соавтор"])


class NoteReader(NoteDrafts):
    """Reads what one sentence notes about whom it is about."""

    def __init__(self, meant: Meant, times: Times) -> None:
        super().__init__(meant, times)
        self._readers: tuple[
            tuple[Callable[[Word, str], bool], Callable[[Word, Person], Iterator[Draft]]], ...
        ] = (
            (
                lambda w, lemma: lemma in _MEMBER and not w.is_plural and w.case in ("nom", "ins", ""),
                self._member,
            ),
            (lambda w, lemma: lemma == "семья" and not w.is_plural, self._family_nation),
            (lambda w, lemma: lemma in ("участник", "участница") and not w.is_plural, self._took_part),
            (lambda w, lemma: lemma in _AUTHOR and w.case in ("nom", "ins"), self._author),
            (
                lambda w, lemma: lemma in _NAME_WORDS | _FALSE_NAME | _BY_MARRIAGE.keys() or _is_maiden(w),
                self._other_name,
            ),
            (lambda w, lemma: lemma in ("уроженец", "уроженка") and not w.is_plural, self._native),
            (lambda w, lemma: w.text.lower() == "родом", self._native),
            (lambda w, lemma: lemma in ("звание", "чин") and w.case == "loc", self._rank),
            (
                lambda w, lemma: lemma in words("award_titles") and w.case == "nom" and w.text[:1].isupper(),
                self._title,
            ),
        )

    def drafts(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield what the notes state."""
        person = self.meant.main
        if person is None:
            return
        yield from self._born(sentence, person)
        for word in sentence.words:
            for reads, read in self._readers:
                if word not in self.meant.names and reads(word, plain(word.lemma)):
                    yield from read(word, person)
                    break

    def _member(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *член ВКП(б) с 1917*; a seat in a council is one too."""
        row = self._after_gen(word)
        if not row or (body_kind(row) is None and not any(w.is_acronym for w in row)):
            return
        draft = self._draft(
            "membership",
            self._holder(word, person),
            word,
            Span(word.start, row[-1].end),
            self.times.next_to(row[-1]) or self._time_before(word),
        )
        draft.slots["organisation"] = span_of(row)
        draft.slots["value"] = ("member", word.text)
        yield draft

    def _born(self, sentence: Sentence, person: Person) -> Iterator[Draft]:
        """Read *Рудаков Пётр Андреевич, 1903 г. р.*; *сын Юрий, 1934 года рождения*."""
        row = sentence.words
        for time in self.times.within(Span(row[0].start, row[-1].end)):
            after = [w for w in row if w.start >= time.end][:2]
            while after and after[0].text in ("г", "г.", "года"):
                after = after[1:]
            if time.meant is None or not after or after[0].text.lower().rstrip(".") not in _OF_BIRTH:
                continue
            holder = self._holder(after[0], person)
            draft = self._draft("birth", holder, after[0], Span(time.start, after[0].end), None)
            draft.time = time
            yield draft

    def _rank(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *демобилизован в звании майора*, *вышел в отставку в чине полковника*."""
        row = self._after_gen(word)
        if row and is_rank_word(row[0]):
            subject = next((w for w in word.sentence.words[: word.i] if w.rel.startswith("nsubj")), None)
            holder = self.meant.at.get(subject, person) if subject is not None else person
            draft = self._draft("rank", holder, word, Span(word.start, row[-1].end), None)
            draft.slots["value"] = span_of(row)
            yield draft

    def _native(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *уроженец г. Шуи*, *родом из Пензы* as where the person was born."""
        of = next((w for w in word.sentence.words[word.i + 1 : word.i + 6] if w.text == "из"), None)
        at = (of if word.text.lower() == "родом" else word) or word
        if of is None and at is word and word.text.lower() == "родом":
            return
        head = next((w for w in word.sentence.words[at.i + 1 : at.i + 4] if is_place([w], w)), None)
        if head is None:
            return
        row = trimmed(phrase_of(head, self.times.words))
        draft = self._draft("birth", self._holder(word, person), word, Span(word.start, row[-1].end), None)
        draft.slots["place"] = span_of(row)
        yield draft

    def _family_nation(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *в еврейской семье*, *из семьи забайкальских казаков* as what the person is by birth."""
        adjective = word.beside(-1)
        if adjective is not None and plain(adjective.lemma) in words("nation_adjectives"):
            draft = self._draft("ethnicity", person, word, Span(adjective.start, word.end), None)
            draft.slots["value"] = adjective.span
            yield draft

    def _took_part(self, word: Word, person: Person) -> Iterator[Draft]:
        row = self._after_gen(word)
        if not row or not any(plain(w.lemma) in words("wars") or w.start in self.times.words for w in row):
            event = [
                t
                for t in self.times.within(Span(word.start, word.sentence.words[-1].end))
                if t.rule == "named event"
            ]
            if not event:
                return
            span = event[0].span
        else:
            span = span_of(row)
        draft = self._draft("service", self._holder(word, person), word, Span(word.start, span.end), None)
        draft.slots["value"] = span
        yield draft

    def _author(self, word: Word, person: Person) -> Iterator[Draft]:
        row = self._after_gen(word)
        if row:
            draft = self._draft(
                "work",
                self._holder(word, person),
                word,
                Span(word.start, row[-1].end),
                self.times.next_to(row[-1]),
            )
            draft.slots["value"] = quoted(row) or span_of(row)
            yield draft
            yield from self._morequoted(row[-1], draft)

    def _morequoted(self, last: Word, first: Draft) -> Iterator[Draft]:
        """Yield the further works of a list: *картин «Протодьякон», «Не ждали»*."""
        comma = last.beside(1)
        while comma is not None and comma.text in (",", "и"):
            opened = comma.beside(1)
            if opened is None or opened.text != "«":
                return
            inside = quoted(opened.sentence.words[opened.i :])
            close = next((w for w in opened.sentence.words[opened.i :] if w.text == "»"), None)
            if inside is None or close is None:
                return
            draft = self._draft(
                "work", first.person, first.anchor, Span(opened.start, close.end), self.times.next_to(close)
            )
            draft.slots["value"] = inside
            yield draft
            comma = close.beside(1)

    def _title(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *Герой Советского Союза (1938)*, *Заслуженный артист РСФСР*."""
        row = trimmed(phrase_of(word, self.times.words))
        before = row[0].beside(-1)
        if before is not None and before.text in '«"':
            return
        last = row[-1]
        after = last.beside(1)
        while (
            after is not None
            and (after.pos in ("NOUN", "ADJ", "PROPN") or after.is_acronym)
            and after not in self.meant.names
            and after.start not in self.times.words
        ):
            last, after = after, after.beside(1)
        named = after is not None and after in self.meant.names
        holder = self.meant.at[after] if named and after is not None else self._holder(word, person)
        draft = self._draft(
            "award", holder, word, Span(row[0].start, last.end), None if named else self.times.next_to(last)
        )
        draft.slots["value"] = Span(row[0].start, last.end)
        yield draft

    def _other_name(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *наст. фамилия Гольдин*, *урождённая Любецкая*, *псевдоним — Марат*, *под именем Лео Вайса*."""
        if plain(word.lemma) in _FALSE_NAME and not self._tells_name(word):
            return
        before = word.beside(-1)
        if plain(word.lemma) in _BY_MARRIAGE and (
            before is None or before.text.lower() not in _BY_MARRIAGE[plain(word.lemma)]
        ):
            return
        at = word.beside(1)
        while at is not None and (
            at.text in ("—", "–", "-", ":", "«", "(", ",", "был", "была")
            or plain(at.text) in ("настоящая", "партийный", "и")
        ):
            at = at.beside(1)
        if at is None or not at.is_name_like or at.i - word.i > 4:
            return
        row = [at]
        while (after := row[-1].beside(1)) is not None and after.is_name_like and not after.is_acronym:
            row.append(after)
        holder = self._holder(word, person)
        yield self._named(holder, word, row)
        named = self.meant.at.get(at)
        if named is not None and named is not holder and plain(word.lemma).startswith("урожд"):
            return

    def _tells_name(self, word: Word) -> bool:
        before = [plain(w.text) for w in word.sentence.words[max(0, word.i - 3) : word.i]]
        if plain(word.lemma) == "имя":
            return "под" in before or any(b.startswith("настоящ") for b in before)
        return True

    def _named(self, person: Person, word: Word, row: list[Word]) -> Draft:
        draft = self._draft("name", person, word, Span(word.start, row[-1].end), None)
        draft.slots["value"] = span_of(row)
        return draft


def _is_maiden(word: Word) -> bool:
    return plain(word.text).startswith("урожден")
