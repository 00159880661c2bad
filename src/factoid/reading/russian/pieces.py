"""Pieces of notes between semicolons, and what a label announces: *Награды: …*, *Место рождения: …*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.dating import reach_of
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.frames import TYPE_BY_BODY
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Word, span_of
from factoid.reading.russian.chunks import Chunk
from factoid.reading.russian.lexicon import bodies, plain, words
from factoid.reading.russian.note_drafts import NoteDrafts
from factoid.reading.russian.phrases import body_kind, phrase_of, trimmed

_PLACES = frozenset(["birth", "death", "burial", "residence"])
_VALUES = frozenset(["ethnicity", "religion", "citizenship", "occupation"])
_MOST_PLACE = 9  #: words of a place after a label


class PieceReader(NoteDrafts):
    """Reads the pieces of one sentence."""

    def drafts(self, chunks: list[Chunk]) -> Iterator[Draft]:
        """Yield what the pieces state of whom the text is about."""
        person = self.meant.main
        for chunk in chunks if person is not None else ():
            yield from self._chunk(chunk, person)  # type: ignore[arg-type]

    def _chunk(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        orders = any(plain(w.lemma) in ("орден", "медаль", "кавалер") for w in chunk.words[:2])
        if chunk.label == "award" or (orders and chunk.is_verbless):
            yield from self._awards(chunk, person)
        elif chunk.label == "education":
            yield from self._schools(chunk, person)
        elif chunk.label == "work":
            yield from self._works(chunk, person)
        elif chunk.label in _PLACES:
            yield from self._life(chunk, person)
        elif chunk.label in _VALUES:
            yield from self._value(chunk, person)
        elif chunk.label == "sentence" and chunk.is_verbless:
            yield from self._sentence(chunk, person)
        elif chunk.is_verbless:
            yield from self._joined(chunk, person)
            yield from self._schools(chunk, person)

    def _life(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        """Read *Дата и место рождения: 17 октября 1908 г., ст. Лозовая*; *Место захоронения — Балино*."""
        time = next((t for t in self.times.within(span_of(chunk.words)) if t.meant is not None), None)
        place = self._rest(chunk)
        if not any(w.is_name_like or w.entity == "LOC" for w in place):
            place = []
        if time is None and not place:
            return
        anchor = place[0] if place else chunk.words[0]
        draft = self._draft(chunk.label, person, anchor, span_of(place or chunk.words), time)
        if place:
            draft.slots["place"] = span_of(place[:_MOST_PLACE])
        yield draft

    def _rest(self, chunk: Chunk) -> list[Word]:
        """Return what a piece says beside times, without marks at its ends."""
        row = [w for w in chunk.words if w.start not in self.times.words]
        if row and row[0].i != chunk.words[0].i and row[-1].i - row[0].i != len(row) - 1:
            row = [w for w in row if w.i >= row[-1].i - (len(row) - 1)]
        while row and row[0].pos in ("PUNCT", "ADP"):
            row = row[1:]
        while row and row[-1].pos == "PUNCT" and row[-1].text not in "»)":
            row = row[:-1]
        return row

    def _value(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        """Read *Гражданство: СССР*, *Специальность: инженер-химик*."""
        row = self._rest(chunk)
        cut = next((n for n, w in enumerate(row) if w.text in (",", ".")), len(row))
        row = row[:cut]
        if row and plain(row[0].lemma) not in ("нет", "не", "без"):
            draft = self._draft(chunk.label, person, row[0], span_of(row), None)
            draft.slots["value"] = span_of(row)
            yield draft

    def _sentence(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        """Read *Приговор: ВМН*; *Приговорён: тройка при УНКВД по Ивановской обл. 10 декабря 1937 г.*."""
        time = next((t for t in self.times.within(span_of(chunk.words)) if t.meant is not None), None)
        end = reach_of(time).start if time is not None else chunk.words[-1].end
        row = [w for w in chunk.words if w.start < end]
        while row and row[-1].text in (".", ",", "—", "-"):
            row = row[:-1]
        if not row:
            return
        draft = self._draft("sentence", person, row[0], span_of(row), time)
        is_body = any(plain(w.lemma) in bodies() for w in row[:2])
        draft.slots["organisation" if is_body else "value"] = span_of(row)
        yield draft

    def _awards(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        done = -1
        for word in chunk.words:
            if word.i > done and plain(word.lemma) in words("awards") and word.start not in self.times.words:
                row = trimmed(phrase_of(word, self.times.words))
                done = row[-1].i
                times = self.times.after(row[-1]) or [None]  # type: ignore[list-item]
                for time in times:
                    draft = self._draft("award", person, word, span_of(row), time)
                    draft.slots["value"] = span_of(row)
                    yield draft

    def _schools(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        """Read *реальное училище, Одесса 1917*; *Образование: высшее*."""
        if chunk.label != "education":
            first = next(
                (
                    w
                    for w in chunk.words
                    if w.start not in self.times.words and w.pos not in ("ADP", "PUNCT", "NUM")
                ),
                None,
            )
            if first is None or plain(first.lemma) != "образование":
                return
        done = -1
        for word in chunk.words:
            row = trimmed(phrase_of(word, self.times.words))
            if (
                word.i > done
                and word.pos in ("NOUN", "PROPN")
                and word.start not in self.times.words
                and (body_kind([word]) == "school" or (word.is_acronym and word is row[0]))
            ):
                draft = self._draft(
                    "education", person, word, span_of(row), self._school_time(row[-1], chunk)
                )
                draft.slots["organisation"] = span_of(row)
                place = row[-1].beside(2)
                if place is not None and place.entity == "LOC" and place.start not in self.times.words:
                    draft.slots["place"] = place.span
                yield draft
                done = row[-1].i
        if done >= 0:
            return
        value = [w for w in chunk.words if w.pos == "ADJ" and w.start not in self.times.words]
        if value:
            draft = self._draft(
                "education", person, value[0], Span(chunk.words[0].start, value[-1].end), None
            )
            draft.slots["value"] = span_of([value[0], value[-1]])
            yield draft

    def _school_time(self, last: Word, chunk: Chunk) -> TimePhrase | None:
        found = [
            t for t in self.times.within(span_of(chunk.words)) if t.meant is not None and t.start >= last.end
        ]
        return found[0] if found else None

    def _works(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        for word in chunk.words:
            if word.text == "«":
                close = next((w for w in word.sentence.words[word.i :] if w.text == "»"), None)
                if close is None or close.i - word.i < 2:
                    continue
                inside = word.sentence.words[word.i + 1 : close.i]
                bracket = [
                    t for t in self.times.within(Span(close.end, close.end + 40)) if t.meant is not None
                ]
                draft = self._draft(
                    "work", person, inside[0], Span(word.start, close.end), bracket[0] if bracket else None
                )
                draft.slots["value"] = span_of(inside)
                yield draft

    def _joined(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        """Read *В партии большевиков с июня 1917 г.*, *С декабря 1917 г. в ВЧК: …*."""
        for word in chunk.words[:7]:
            marker = word.beside(-1)
            row = trimmed(phrase_of(word, self.times.words))
            if word.start in self.times.words or word.pos not in ("NOUN", "PROPN") or not row:
                continue
            before = row[0].beside(-1)
            marker = before if before is not None else marker
            kind = body_kind(row)
            if marker is None or marker.text.lower() not in ("в", "во") or kind is None:
                return
            time = next((t for t in self.times.within(span_of(chunk.words)) if t.meant is not None), None)
            if time is None:
                return
            type_ = TYPE_BY_BODY[kind]
            draft = self._draft(type_, person, word, Span(marker.start, row[-1].end), time)
            draft.slots["organisation"] = span_of(row)
            if type_ in ("membership", "office"):
                draft.slots["value"] = ("member" if type_ == "membership" else "held", word.text)
            yield draft
            return
