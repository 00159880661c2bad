"""What a frame needs to be there before it states anything."""

from __future__ import annotations

from collections.abc import Container

from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.frames import Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.words import Word
from factoid.reading.russian.lexicon import plain, words
from factoid.reading.russian.phrases import body_kind, is_place, is_prison, phrase_of, trimmed

_LISTS = {"post": "posts", "name_object": "name_words", "faith": "faith_nouns", "journey": "journeys"}
_FINDING = ("открыть", "открывать")
Where = list[tuple[str, list[Word]]]  #: place or body, and its words


def row_of(head: Word, times: Times) -> list[Word]:
    """Return the words of a noun's phrase."""
    return trimmed(phrase_of(head, times.words)) or [head]


def is_rank_word(word: Word) -> bool:
    """Whether the noun is in the list of ranks."""
    return plain(word.lemma) in words("ranks") or plain(word.lemma).split("-")[0] in words("ranks")


def is_quoted(word: Word) -> bool:
    """Whether a quotation begins with the word."""
    before = word.beside(-1)
    return before is not None and before.text in ("«", "„", "“", '"')


class Needs:
    """Looks whether a clause has what a frame needs."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def fits(self, clause: Clause, frame: Frame, base: Container[str], where: Where) -> bool:
        """Whether what the frame needs is there. ``base``: the fields found so far."""
        lemmas = {plain(w.lemma) for w in clause.words}
        if frame.needs in _LISTS:
            return bool(lemmas & words(_LISTS[frame.needs]))
        if frame.needs == "place":
            return "place" in base
        if frame.needs.startswith("prison"):
            is_free = frame.needs == "prison_or_freedom" and bool(lemmas & words("captivity"))
            return is_free or any(is_prison(row) for _, row in where)
        if frame.needs == "post_or_body":
            return bool(lemmas & words("posts")) or any(body_kind([w]) for w in clause.words)
        if frame.needs == "retirement":
            return bool(lemmas & words("retirement")) or (
                bool(lemmas & words("posts")) and clause.lemma != "выйти"
            )
        return self._has(clause, frame.needs, lemmas)

    def _has(self, clause: Clause, need: str, lemmas: set[str]) -> bool:
        """Whether the clause has the object that is needed."""
        if need == "award":
            return bool(lemmas & (words("awards") | words("award_titles")))
        if need == "nation":
            return bool(lemmas & (words("nations") | words("nation_adjectives") | words("estates")))
        if need == "rank":
            return any(is_rank_word(a.word) for a in clause.arguments)
        if need == "name_value":
            return any(
                a.marker in ("ins", "nom") and (a.word.is_name_like or is_quoted(a.word))
                for a in clause.arguments
            )
        if need == "work_object":
            return self._is_work(clause)
        things = [a.word for a in clause.arguments if a.marker == "acc"]
        if need == "school":
            return any(body_kind(row_of(w, self.times)) == "school" or w.is_acronym for w in things)
        if need == "place_object":
            return any(is_place(row_of(w, self.times), w) for w in things)
        return True

    def _is_work(self, clause: Clause) -> bool:
        things = [
            a
            for a in clause.arguments
            if a.marker in ("acc", "gen", "nom", "в+loc") and a.word not in self.meant.at
        ]
        if clause.lemma == "сняться":
            return bool(things)
        if clause.lemma in ("сыграть", "исполнить"):
            return any(a.marker in ("acc", "gen") for a in clause.arguments)
        if clause.lemma in (
            "перевести",
            "снять",
            "выпустить",
            "оставить",
            "открыть",
            "составить",
            "поставить",
            "писать",
            "исполнять",
            "открывать",
        ):
            return any(
                plain(a.word.lemma) in words("works")
                or "«" in {w.text for w in row_of(a.word, self.times)}
                or (
                    clause.lemma in _FINDING
                    and a.marker == "acc"
                    and plain(a.word.lemma) not in words("opened")
                )
                for a in things
            )
        return any(a.marker in ("acc", "gen", "nom") for a in things)
