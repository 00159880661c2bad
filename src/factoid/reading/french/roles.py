"""What nouns say of people: beside a name, with *être*, in a note without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.french.lexicon import forms, kin, plain, ties, words
from factoid.reading.french.phrases import body_kind, noun_kind, row_of
from factoid.reading.french.posts import split_role
from factoid.reading.grammar.dating import Times, reach_of
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of

_TYPES = {"offices": "office", "ranks": "rank", "trades": "occupation"}
_NO_RANK = frozenset(
    ["m.", "mm.", "mme", "mlle", "monsieur", "madame", "mademoiselle", "sieur", "citoyen", "citoyenne",
     "camarade"]
)  # fmt: skip
_FORMER = frozenset(["ancien", "ancienne", "futur", "future", "premier", "jeune", "célèbre", "feu"])
_TITLES = {"chevalier", "officier", "commandeur", "grand-officier", "grand-croix"}


class RoleReader:
    """Reads the nouns of one sentence that say what somebody is."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def drafts(self, sentence: Sentence) -> Iterator[Draft]:
        """Yield what nouns say of the people of a sentence."""
        done: set[int] = set()
        for word in sentence.words:
            if word in self.meant.names or word.i in done or (word.is_plural and not self._in_copula(word)):
                continue
            kind = noun_kind(word)
            if kind is None or word.pos in ("VERB", "AUX", "ADP", "DET"):
                continue
            article = word.beside(-1)
            if plain(word.lemma) in kin() and article is not None and article.pos == "DET":
                continue
            who = self._who(word)
            if who is None:
                continue
            person, at, beside_name = who
            row = [w for w in row_of(word, self.times.words) if plain(w.text) not in _FORMER or w.i > word.i]
            if beside_name and self._after_name(word) is not None:
                stop = self._after_name(word)
                row = [w for w in row if stop is None or w.i < stop.i]
            done |= {w.i for w in row if noun_kind(w) is not None}
            yield from self._of_noun(word, kind, person, (at, row, beside_name))

    def _of_noun(
        self, word: Word, kind: str, person: Person, found: tuple[Word | None, list[Word], bool]
    ) -> Iterator[Draft]:
        at, row, beside_name = found
        person.described |= {plain(word.lemma), plain(word.text)}
        if plain(word.text) in _NO_RANK:
            return
        type_ = _TYPES[kind]
        if plain(word.lemma) in _TITLES and any(plain(w.lemma) in words("awards") for w in row):
            type_ = "award"
        place = self._place_after(row[-1]) if not beside_name else []
        times = self.times.after((place or row)[-1]) if not beside_name else []
        time = times[0] if times else None
        end = row[-1].end
        if time is not None and 0 <= reach_of(time).start - end < 30:
            end = max(end, reach_of(time).end)
        quote = Span(row[0].start, end)
        if beside_name and (name := self._after_name(word)) is not None:
            quote = Span(row[0].start, self.meant.names[name].words[-1].end)
        draft = Draft(
            person=person, type=type_, rule=f"noun:{type_}", quote=quote, anchor=word, time=time,
            who=at.span if at is not None else None, confidence=0.8 if beside_name else 0.7,
        )  # fmt: skip
        if type_ == "office":
            for slot, part in split_role(row).items():
                draft.slots[slot] = span_of(part)
        elif type_ == "occupation":
            draft.slots["value"] = span_of([w for w in row if plain(w.lemma) not in words("nations")] or row)
            if len(row) > 1 and plain(row[-1].lemma) in words("nations") and row[-1] is not word:
                draft.slots["value"] = span_of(row[: row.index(row[-1])])
        else:
            draft.slots["value"] = span_of(row)
        if place:
            draft.slots.setdefault("place", span_of(place))
        yield draft
        yield from self._nation(row, person, draft)

    def _place_after(self, last: Word) -> list[Word]:
        """Return the place in *Avocat à Limoges*."""
        at, head = last.beside(1), last.beside(2)
        if at is None or head is None or plain(at.text) not in ("à", "en", "au") or head.entity != "LOC":
            return []
        return row_of(head, self.times.words)

    def _nation(self, row: list[Word], person: Person, draft: Draft) -> Iterator[Draft]:
        """Yield the nation in *botaniste français*."""
        for word in row:
            if word.pos == "ADJ" and plain(word.lemma) in words("nations") | {
                plain(n) for n in words("nations")
            }:
                yield Draft(
                    person=person, type="ethnicity", rule="noun:ethnicity", quote=span_of(row), anchor=word,
                    who=draft.who, slots={"value": word.span}, confidence=0.7,
                )  # fmt: skip
                return

    def _after_name(self, word: Word) -> Word | None:
        """Return the name that a noun stands before: *l'ingénieur Henri Valder*."""
        at = word.beside(1)
        for _ in range(3):
            if at is None:
                return None
            if at in self.meant.names:
                return at
            if at.pos != "ADJ":
                return None
            at = at.beside(1)
        return None

    def _who(self, word: Word) -> tuple[Person, Word | None, bool] | None:
        """Return of whom a noun tells what they are, where that one is meant, and whether a name stands beside."""
        name = self._after_name(word)
        if name is not None:
            return self.meant.at[name], name, True
        if plain(word.text) in forms("titles") - {"abbé", "professeur", "docteur"}:
            return None
        article = self._before(word)
        if article is not None and plain(article.text) in ("un", "une") and word in self.meant.at:
            return None
        if (named := self._named_before(word)) is not None:
            return self.meant.at[named], named, False
        if (subject := self._subject(word)) is not None:
            return self.meant.at[subject], subject, False
        if self._stands_alone(word) and self.meant.main is not None:
            return self.meant.main, None, False
        return None

    def _before(self, word: Word) -> Word | None:
        before = word.beside(-1)
        while before is not None and before.pos == "ADJ":
            before = before.beside(-1)
        return before

    def _named_before(self, word: Word) -> Word | None:
        """Return the name that the noun is in apposition to: *Joseph Lambertin, notaire*."""
        before = self._before(word)
        if before is not None and before.pos == "DET":
            before = before.beside(-1)
        listed = 0
        while (
            before is not None and (before.text == "," or plain(before.text) in ("et", "puis")) and listed < 3
        ):
            further = before.beside(-1)
            if further is None:
                return None
            if further in self.meant.names or further.text == ")":
                name = further if further in self.meant.names else self._open(further)
                return name if before.text == "," else None
            if further in self.meant.at and plain(further.lemma) in kin() and before.text == ",":
                return further
            if noun_kind(further) is None and further.pos != "ADJ":
                return None
            listed += 1
            before = further
            while (
                before is not None
                and before.text != ","
                and plain(before.text) != "et"
                and before not in self.meant.names
            ):
                if before.pos in ("VERB", "AUX"):
                    return None
                before = before.beside(-1)
        return None

    def _open(self, closed: Word) -> Word | None:
        """Return the name before a bracket that is closed."""
        for before in reversed(closed.sentence.words[: closed.i]):
            if before.text == "(":
                name = before.beside(-1)
                return name if name is not None and name in self.meant.names else None
        return None

    def _in_copula(self, word: Word) -> bool:
        return any(c.rel == "cop" for c in word.children)

    def _subject(self, word: Word) -> Word | None:
        """Return the subject of *être* with a noun: *est un navigateur et botaniste*, *était menuisier*."""
        top = word
        while top.rel == "conj" and top.parent is not None:
            top = top.parent
        if not self._in_copula(top):
            return None
        return next(
            (c for c in top.children if c.rel.startswith(("nsubj", "expl:subj")) and c in self.meant.at), None
        )

    def _stands_alone(self, word: Word) -> bool:
        """Whether the noun begins a note about whom the text is about: *Préfet de la Meuse de 1815 à 1817*."""
        before = word.beside(-1)
        while before is not None and before.pos == "ADJ" and before.head == word.i:
            before = before.beside(-1)
        if before is not None and before.text not in (";", "–", "—", "•", ":"):
            return False
        if before is None and word.i > 1:
            return False
        after = word.beside(1)
        if after is not None and after.text == ":":
            return False
        if plain(word.lemma) in kin() or (
            plain(word.lemma) in ties() and after is not None and after in self.meant.names
        ):
            return False
        return (
            word.rel
            in (
                "root",
                "appos",
                "nsubj",
                "conj",
                "advcl",
                "obl:mod",
                "dislocated",
                "parataxis",
                "nmod",
                "advmod",
                "dep",
            )
            and (not any(c.rel.startswith("det") for c in word.children))
            and not (
                word.rel.startswith("nsubj")
                and word.parent is not None
                and word.parent.i < word.i + 4
                and word.parent.pos == "VERB"
                and body_kind([word]) is not None
            )
        )
