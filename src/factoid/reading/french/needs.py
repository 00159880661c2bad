"""What a frame needs to be there before it states anything."""

from __future__ import annotations

from factoid.reading.french.lexicon import plain, words
from factoid.reading.french.phrases import body_kind, is_place, is_prison, noun_kind, row_of
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.frames import Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.words import Word

Where = list[tuple[str, list[Word]]]  #: place or body, and its words
_LISTS = {
    "studies": ("studies",), "school_subject": ("subjects",), "degree": ("degrees",), "faith": ("faiths",),
    "post": ("posts",), "acquaintance": ("acquaintance",), "war": ("wars",), "award": ("awards", "award_titles"),
}  # fmt: skip


class Needs:
    """Looks whether a clause has what a frame needs."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def fits(self, clause: Clause, frame: Frame, where: Where) -> bool:
        """Whether what the frame needs is there."""
        need = frame.needs
        if need in _LISTS:
            wanted: frozenset[str] = frozenset().union(*(words(name) for name in _LISTS[need]))
            return any({plain(a.word.lemma), plain(a.word.text)} & wanted for a in clause.arguments)
        if need in ("", "role_or_body"):
            return True
        return self._has(clause, frame, where)

    def _has(self, clause: Clause, frame: Frame, where: Where) -> bool:
        need, kinds = frame.needs, {kind for kind, _ in where}
        if need in ("place", "place_or_body"):
            return bool(kinds & ({"place"} if need == "place" else {"place", "body"})) or self._says_where(
                clause
            )
        if need == "place_or_body_or_role":
            return bool(kinds) or self._says_where(clause) or any(noun_kind(a.word) for a in clause.arguments)
        if need == "rank":
            return any(
                a.marker in frame.slots["value"] and noun_kind(a.word) == "ranks" for a in clause.arguments
            )
        if need == "related":
            return any(
                a.word in self.meant.at for a in clause.arguments if a.marker in frame.slots["related"]
            )
        if need == "prison":
            return any(is_prison(row) for _, row in where) or any(
                plain(a.word.lemma) in ("prisonnier", "prisonnière") for a in clause.arguments
            )
        if need == "citation":
            return any(plain(w.lemma) == "ordre" for w in clause.words)
        return self._has_object(clause, need, kinds)

    def _says_where(self, clause: Clause) -> bool:
        """Whether *où* or *y* says where."""
        return any(plain(w.text) in ("où", "y") for w in clause.words)

    def _has_object(self, clause: Clause, need: str, kinds: set[str]) -> bool:
        things = [
            a.word for a in clause.arguments if a.marker in ("obj", "bare") and a.word not in self.meant.at
        ]
        if need == "journey":
            return (
                bool(kinds)
                or self._says_where(clause)
                or clause.lemma in ("s'exiler", "fuir", "s'enfuir", "émigrer")
            )
        if need == "school":
            return any(
                body_kind(row_of(w, self.times.words)) == "school" for w in [a.word for a in clause.arguments]
            )
        if need == "place_object":
            return any(is_place(row_of(w, self.times.words), w) for w in things)
        if need == "name_value":
            return any(w.is_name_like for w in things)
        if need == "work_object":
            return any(self._is_work(w, clause) for w in things)
        if need == "owed":
            return any(self._is_work(w, clause) for w in things) and any(
                plain(w.text) == "on" for w in clause.words
            )
        return True

    def _is_work(self, word: Word, clause: Clause) -> bool:
        if word.start in self.times.words or word.pos == "PRON":
            return False
        row = row_of(word, self.times.words)
        before = word.beside(-1)
        is_titled = word.is_name_like or (before is not None and before.is_name_like and before.pos == "DET")
        return plain(word.lemma) in words("works") or is_titled or "«" in {w.text for w in row} or clause.lemma in (
            "écrire", "publier", "composer", "peindre", "sculpter", "inventer", "découvrir", "bâtir", "construire",
            "traduire", "fonder", "rédiger", "édifier",
        )  # fmt: skip
