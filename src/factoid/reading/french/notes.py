"""What notes say without a verb: membership, awards, wars, other names, ties, what follows a label."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.french.lexicon import labels, people, plain, ties, words
from factoid.reading.french.phrases import body_kind, marker_of, noun_kind, row_of
from factoid.reading.grammar.dating import Times, reach_of
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of

_OF = frozenset(["de", "d'", "du", "des"])


class NoteReader:
    """Reads what one sentence notes about whom it is about."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def drafts(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield what the notes state."""
        label = self._label(sentence)
        for word in sentence.words:
            if word in self.meant.names:
                continue
            lemma = plain(word.lemma)
            if lemma in words("member") and not word.is_plural:
                yield from self._member(word)
            elif lemma in words("author") and not word.is_plural:
                yield from self._author(word)
            elif lemma in ties():
                yield from self._tie(word)
            elif self._begins_note(word) and lemma in words("awards"):
                yield from self._award(word)
            elif lemma == "origine":
                yield from self._origin(word)
        if label:
            yield from self._labelled(sentence, *label)
        yield from self._other_names(sentence)

    def _draft(
        self, type_: str, person: Person, anchor: Word, quote: Span, time: TimePhrase | None = None
    ) -> Draft:
        if time is not None and 0 <= reach_of(time).start - quote.end < 30:
            quote = Span(quote.start, max(quote.end, reach_of(time).end))
        return Draft(
            person=person, type=type_, rule=f"note:{type_}", quote=quote, anchor=anchor, time=time, confidence=0.8
        )  # fmt: skip

    def _begins_note(self, word: Word) -> bool:
        before = word.beside(-1)
        return before is None or before.text in (";", ":", "–", "•")

    def _holder(self, word: Word) -> Person | None:
        """Return whom a noun is about: the subject of *être*, a name before it, else whom the text is about."""
        top = word
        while top.rel == "conj" and top.parent is not None:
            top = top.parent
        for child in top.children:
            if child.rel.startswith(("nsubj", "expl:subj")) and child in self.meant.at:
                return self.meant.at[child]
        before = word.beside(-1)
        while before is not None and (before.text == "," or before.pos in ("DET", "ADJ")):
            before = before.beside(-1)
        if before is not None and before in self.meant.names:
            return self.meant.at[before]
        parent = word.parent
        if parent is not None and parent.lemma == "devenir":
            who = next((c for c in parent.children if c.rel.startswith("nsubj") and c in self.meant.at), None)
            return self.meant.at[who] if who is not None else None
        return self.meant.main

    def _after_of(self, word: Word) -> list[Word]:
        of = word.beside(1)
        while of is not None and of.pos == "ADJ":
            of = of.beside(1)
        if of is None or plain(of.text) not in _OF | {"à", "au"}:
            return []
        at = of.beside(1)
        while at is not None and at.pos == "DET":
            at = at.beside(1)
        return row_of(at, self.times.words) if at is not None else []

    def _member(self, word: Word) -> Iterator[Draft]:
        """Read *Membre du parti radical*, *Adhérent de la S.F.I.O. depuis 1920*."""
        row, person = self._after_of(word), self._holder(word)
        if not row or person is None or not (body_kind(row) or row[0].is_name_like):
            return
        draft = self._draft(
            "membership", person, word, Span(word.start, row[-1].end), self.times.next_to(row[-1])
        )
        draft.slots["organisation"] = span_of(row)
        draft.slots["value"] = ("member", word.text)
        yield draft

    def _author(self, word: Word) -> Iterator[Draft]:
        row, person = self._after_of(word), self._holder(word)
        if row and person is not None:
            draft = self._draft(
                "work", person, word, Span(word.start, row[-1].end), self.times.next_to(row[-1])
            )
            draft.slots["value"] = span_of(row)
            yield draft

    def _award(self, word: Word) -> Iterator[Draft]:
        """Read *Croix de guerre*, *Médaille militaire (1926)* as a note of its own."""
        if self.meant.main is None:
            return
        row = [w for w in row_of(word, self.times.words) if w.text not in ("(", ")")]
        draft = self._draft("award", self.meant.main, word, span_of(row), self.times.next_to(row[-1]))
        draft.slots["value"] = span_of(row)
        yield draft

    def _origin(self, word: Word) -> Iterator[Draft]:
        """Read *d'origine russe*."""
        after, person = word.beside(1), self.meant.main
        if person is not None and after is not None and plain(after.lemma) in words("nations"):
            draft = self._draft("ethnicity", person, word, Span(word.start, after.end))
            draft.slots["value"] = after.span
            yield draft

    def _tie(self, word: Word) -> Iterator[Draft]:
        """Read *l'ami de Marcel Duroy*, *mon ami Lacroix*, *qui devint son ami*."""
        role, back = ties()[plain(word.lemma)]
        article = word.beside(-1)
        while article is not None and article.pos == "ADJ":
            article = article.beside(-1)
        owner, other, quote = None, None, word.span
        name = next((w for w in word.sentence.words[word.i + 1 : word.i + 3] if w in self.meant.names), None)
        if article is not None and article.pos == "DET" and article in self.meant.at:
            owner = self.meant.at[article]
            other = self.meant.at[name] if name is not None and name.i == word.i + 1 else self._holder(word)
            end = self.meant.names[name].words[-1] if name is not None and name.i == word.i + 1 else word
            quote = Span(article.start, end.end)
        else:
            row = word.sentence.words
            of = next((w for w in row[word.i + 1 : word.i + 7] if plain(w.text) in _OF), None)
            named = of.beside(1) if of is not None else None
            if named is not None and named in self.meant.names:
                owner, other = self.meant.at[named], self._holder(word)
                quote = Span(word.start, self.meant.names[named].words[-1].end)
        if owner is None or other is None or owner is other:
            return
        for one, two, told in ((owner, other, role), (other, owner, back)):
            draft = self._draft("association", one, word, quote)
            draft.slots["role"], draft.related = (told, word.text), [(two, None)]
            yield draft

    def _label(self, sentence: Sentence) -> tuple[str, int] | None:
        """Return what the label of a line announces, and where what is labelled begins."""
        colon = next((w.i for w in sentence.words[:5] if w.text == ":"), None)
        if colon is None:
            return None
        for word in sentence.words[:colon]:
            for key in (plain(word.text), plain(word.lemma)):
                if key in labels():
                    return labels()[key], colon + 1
        return None

    def _labelled(self, sentence: Sentence, type_: str, start: int) -> Iterator[Draft]:
        """Read *Profession : instituteur*, *Grade : capitaine*."""
        person, row = self.meant.main, sentence.words[start:]
        if person is None or not type_ or type_ == "kin" or not row:
            return
        first = next((w for w in row if w.pos in ("NOUN", "PROPN", "ADJ", "X", "VERB")), None)
        if first is None or (noun_kind(first) is not None and first.i == start and type_ == "office"):
            return
        value = row_of(first, self.times.words)
        draft = self._draft(
            type_, person, first, Span(sentence.words[0].start, value[-1].end), self.times.next_to(value[-1])
        )
        draft.slots[
            "place" if type_ == "residence" else "organisation" if type_ == "education" else "value"
        ] = span_of(value)
        yield draft

    def _other_names(self, sentence: Sentence) -> Iterator[Draft]:
        """Read *née Irina Markovna Chtern*, *dit le Bègue*, *sous le nom de Sylvie*, *alias Durand*."""
        for mention in {
            id(m): m for m in (self.meant.names.get(w) for w in sentence.words) if m is not None
        }.values():
            first = mention.words[0]
            before, marker = first.beside(-1), None
            for _ in range(4):
                if before is None:
                    break
                if plain(before.text) in people("alias"):
                    marker = before
                    break
                if plain(before.text) not in ("de", "d'", ":", "«", "la", "le", "(", "était", "est"):
                    break
                before = before.beside(-1)
            if marker is None or (plain(marker.text) == "nom" and not self._says_other(marker)):
                continue
            draft = self._draft(
                "name", self.meant.at[first], marker, Span(marker.start, mention.words[-1].end)
            )
            draft.slots["value"], draft.who = span_of(mention.words), span_of(mention.words)
            yield draft

    def _says_other(self, marker: Word) -> bool:
        """Whether *nom* is another one: *sous le nom de*, *de son vrai nom*; not the label of a file."""
        before = [plain(w.text) for w in marker.sentence.words[max(0, marker.i - 3) : marker.i]]
        return (
            bool(set(before) & {"sous", "vrai", "véritable", "pris", "prend", "prit"})
            and marker_of(marker) != ":"
        )
