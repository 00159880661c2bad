"""What notes say without a verb: membership, awards, education, works, wars, bonds; other names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.dating import Times, bracketed, reach_of
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.russian.chunks import Chunk
from factoid.reading.russian.lexicon import kin, plain, ties, words
from factoid.reading.russian.phrases import body_kind, phrase_of, trimmed

_NAME_WORDS = frozenset(["псевдоним", "кличка", "прозвище", "урожденный", "урожденная", "фамилия"])
_FALSE_NAME = frozenset(["имя", "фамилия", "псевдоним", "кличка"])
_MEMBER = frozenset(["член", "член-корреспондент", "кандидат"])
_BY_BODY = {
    "school": "education", "army": "service", "party": "membership", "security": "membership", "office": "office",
}  # fmt: skip
_AUTHOR = frozenset(["автор", "создатель", "основатель", "основоположник", "изобретатель", "соавтор"])


class NoteReader:
    """Reads what one sentence notes about whom it is about."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times
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
            (lambda w, lemma: lemma in _NAME_WORDS or lemma in _FALSE_NAME, self._other_name),
            (lambda w, lemma: lemma in ties() and not w.is_plural, self._tie),
            (lambda w, lemma: lemma in ties() and w.is_plural, self._many),
            (
                lambda w, lemma: lemma in words("award_titles") and w.case == "nom" and w.text[:1].isupper(),
                self._title,
            ),
        )

    def drafts(self, sentence: Sentence, chunks: list[Chunk]) -> Iterator[Draft]:
        """Yield what the notes state."""
        person = self.meant.main
        if person is None:
            return
        for word in sentence.words:
            for reads, read in self._readers:
                if word not in self.meant.names and reads(word, plain(word.lemma)):
                    yield from read(word, person)
                    break
        for chunk in chunks:
            yield from self._chunk(chunk, person)

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
        row = phrase_of(word, self.times.words)
        return trimmed([w for w in row if w.i > word.i])

    def _near_time(self, last: Word) -> TimePhrase | None:
        found = self.times.after(last)
        return found[0] if found else None

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
            self._near_time(row[-1]),
        )
        draft.slots["organisation"] = span_of(row)
        draft.slots["value"] = ("member", word.text)
        yield draft

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
                self._near_time(row[-1]),
            )
            draft.slots["value"] = _quoted(row) or span_of(row)
            yield draft
            yield from self._more_quoted(row[-1], draft)

    def _more_quoted(self, last: Word, first: Draft) -> Iterator[Draft]:
        """Yield the further works of a list: *картин «Протодьякон», «Не ждали»*."""
        comma = last.beside(1)
        while comma is not None and comma.text in (",", "и"):
            opened = comma.beside(1)
            if opened is None or opened.text != "«":
                return
            inside = _quoted(opened.sentence.words[opened.i :])
            close = next((w for w in opened.sentence.words[opened.i :] if w.text == "»"), None)
            if inside is None or close is None:
                return
            draft = self._draft(
                "work", first.person, first.anchor, Span(opened.start, close.end), self._near_time(close)
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
            "award", holder, word, Span(row[0].start, last.end), None if named else self._near_time(last)
        )
        draft.slots["value"] = Span(row[0].start, last.end)
        yield draft

    def _other_name(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *наст. фамилия Гольдин*, *урождённая Любецкая*, *псевдоним — Марат*, *под именем Лео Вайса*."""
        if plain(word.lemma) in _FALSE_NAME and not self._tells_name(word):
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

    def _many(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *его учениками были: Кустодиев, Малявин*: each who is named stands in the tie."""
        row = word.sentence.words
        owned = any(plain(w.text) in ("его", "ее") for w in row[max(0, word.i - 2) : word.i + 2])
        if not owned:
            return
        role, back = ties()[plain(word.lemma)]
        for name in row[word.i + 1 :]:
            mention = self.meant.names.get(name)
            if mention is None or name is not mention.words[0] or name.case not in ("nom", "", "ins"):
                continue
            other, at = self.meant.at[name], span_of(mention.words)
            if other is not person:
                quote = Span(word.start, at.end)
                for one, two, said, who in ((person, other, role, None), (other, person, back, at)):
                    draft = self._draft("association", one, word, quote, None)
                    draft.slots["role"], draft.who = (said, word.text), who
                    draft.related = [(two, at if two is other else None)]
                    yield draft

    def _tie(self, word: Word, person: Person) -> Iterator[Draft]:
        """Read *ученик Л. С. Ценковича*, *заместитель Ежова*: a noun with a person in the genitive."""
        row = word.sentence.words
        other: Word | None = None
        for after in row[word.i + 1 : word.i + 6]:
            if after in self.meant.names and after.case in ("gen", ""):
                other = after
                break
            if after.case != "gen" and after.pos != "ADJ":
                break
        if other is None:
            return
        named = next(
            (
                w
                for w in row[word.i + 1 : word.i + 10]
                if w in self.meant.names and self.meant.at[w] is not self.meant.at[other]
            ),
            None,
        )
        one = self._holder(word, person)
        be_before = word.case == "ins" and any(plain(w.lemma) == "быть" for w in row)
        if named is not None and (named.case == word.case or be_before):
            one = self.meant.at[named]
        two = self.meant.at[other]
        if one is two:
            return
        role, back = ties()[plain(word.lemma)]
        end = span_of(self.meant.names[other].words).end
        first = self._draft("association", one, word, Span(word.start, end), None)
        first.slots["role"], first.related = (back, word.text), [(two, other.span)]
        second = self._draft("association", two, word, Span(word.start, end), None)
        second.slots["role"], second.related, second.who = (role, word.text), [(one, None)], other.span
        yield first
        yield second

    # pieces between semicolons

    def _chunk(self, chunk: Chunk, person: Person) -> Iterator[Draft]:
        orders = any(plain(w.lemma) in ("орден", "медаль", "кавалер") for w in chunk.words[:2])
        if chunk.label == "award" or (orders and chunk.is_verbless):
            yield from self._awards(chunk, person)
        elif chunk.label == "education":
            yield from self._schools(chunk, person)
        elif chunk.label == "work":
            yield from self._works(chunk, person)
        elif chunk.is_verbless:
            yield from self._joined(chunk, person)
            yield from self._schools(chunk, person)

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
        for word in chunk.words:
            row = trimmed(phrase_of(word, self.times.words))
            if (
                word.pos in ("NOUN", "PROPN")
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
            type_ = _BY_BODY[kind]
            draft = self._draft(type_, person, word, Span(marker.start, row[-1].end), time)
            draft.slots["organisation"] = span_of(row)
            if type_ in ("membership", "office"):
                draft.slots["value"] = ("member" if type_ == "membership" else "held", word.text)
            yield draft
            return


def _quoted(row: list[Word]) -> Span | None:
    opened = next((n for n, w in enumerate(row) if w.text in '«"„'), None)
    if opened is None:
        return None
    closed = next((n for n, w in enumerate(row) if n > opened and w.text in '»"“'), len(row))
    return span_of(row[opened + 1 : closed]) if closed > opened + 1 else None
