"""Where the fields of a verb's frame stand: places, bodies, posts, values."""

from __future__ import annotations

from factoid.reading.french.lexicon import plain, words
from factoid.reading.french.needs import Needs, Where
from factoid.reading.french.phrases import body_kind, is_place, is_prison, noun_kind, row_of
from factoid.reading.french.posts import split_role
from factoid.reading.grammar.clauses import Argument, Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Slots, Words
from factoid.reading.grammar.frames import TYPE_BY_BODY, Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.quotes import predicate_phrase
from factoid.reading.grammar.words import Word, span_of

_WHERE_ONLY = frozenset(["birth", "death", "burial", "residence", "meeting", "arrest", "imprisonment"])
_PLAIN_TRAVEL = frozenset(
    ["aller", "partir", "venir", "arriver", "se rendre", "revenir", "rentrer", "gagner", "passer", "envoyer"]
)


class Fields:
    """Finds the fields of one clause."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times
        self.needs = Needs(meant, times)

    def row(self, head: Word) -> list[Word]:
        """Return the words of a noun's phrase."""
        return row_of(head, self.times.words)

    def of(self, clause: Clause, frame: Frame) -> tuple[str, list[Slots]] | None:
        """Return the type and the fields, one row for each statement; None where the frame does not fit."""
        where = self._where(clause, frame)
        type_ = frame.type or self._type_by_body(frame, where)
        if not type_ or not self.needs.fits(clause, frame, where):
            return None
        base: Slots = {}
        for kind, row in where:
            as_place = kind == "place" or type_ in _WHERE_ONLY or (type_ == "travel" and kind == "body")
            base.setdefault("place" if as_place else "organisation", span_of(row))
        self._take_over(clause, frame, base)
        for name in ("organisation", "role"):
            if name not in base and (found := self._slot(clause, frame, name)):
                self._put(name, found, base)
        if frame.needs == "role_or_body" and not {"role", "organisation"} & set(base):
            return None
        if frame.only_body and not ("organisation" in base and self._is_body(clause, frame)):
            return None
        return self._with_values(clause, frame, type_, base)

    def _is_body(self, clause: Clause, frame: Frame) -> bool:
        row = self._slot(clause, frame, "organisation")
        return row is not None and body_kind(row) in (frame.only_body, "security")

    def _with_values(
        self, clause: Clause, frame: Frame, type_: str, base: Slots
    ) -> tuple[str, list[Slots]] | None:
        values = self._values(clause, frame, type_)
        if type_ == "award" and not values:
            return None
        if type_ == "travel":
            base.pop("organisation", None)
            if "place" not in base and not values:
                return None
            if not values and clause.lemma not in _PLAIN_TRAVEL:
                values = [clause.verb.span]
        if type_ == "education" and not base and not values:
            return None
        if type_ == "office" and frame.code in ("resigned", "dismissed"):
            base.pop("place", None)
        return type_, [base | {"value": value} for value in values] or [base]

    def _where(self, clause: Clause, frame: Frame) -> Where:
        """Return the places and bodies of a clause, each as it stands."""
        markers = (*frame.slots.get("where", ()), *frame.slots.get("place", ()))
        markers = tuple("à" if m == "au" else m for m in markers)
        found: Where = []
        for argument in clause.arguments:
            head = argument.word
            if argument.marker not in markers or head.start in self.times.words or head in self.meant.at:
                continue
            row = self.row(head)
            kind = self._place_or_body(row, argument, frame)
            if kind:
                found.append((kind, row))
        return found

    def _place_or_body(self, row: list[Word], argument: Argument, frame: Frame) -> str:
        head = argument.word
        if frame.needs == "prison":
            return "place" if is_prison(row) else ""
        if is_place(row, head) and body_kind([head]) is None:
            return "place"
        if body_kind(row) is not None:
            return "body"
        if noun_kind(head) is not None or head.pos in ("PRON", "NUM", "ADJ"):
            return ""
        if frame.type == "imprisonment" and is_prison(row):
            return "place"
        if frame.type == "service" and plain(head.lemma) in words("wars"):
            return "place"
        if frame.type == "travel" and argument.marker == "obj":
            return ""
        return "place" if head.is_name_like and argument.marker not in ("obj", "de", "bare") else ""

    def _type_by_body(self, frame: Frame, where: Where) -> str:
        """Return what entering a body is: a school, an army, a party; of learned societies membership."""
        for kind, row in where:
            if kind == "body":
                if plain(row[0].lemma) in ("académie", "institut", "barreau", "société", "ordre"):
                    return "membership"
                return TYPE_BY_BODY[body_kind(row) or "office"]
        return frame.otherwise if where else ""

    def _take_over(self, clause: Clause, frame: Frame, base: Slots) -> None:
        """Take over what a clause tells of: the body of *le réseau dirigé par*, the place of *Genève, où*."""
        noun = clause.verb.parent
        is_headed = "headed" in frame.slots.get("role", ()) and clause.verb.rel.startswith("acl")
        if is_headed and noun is not None and body_kind(self.row(noun)) is not None:
            base.setdefault("organisation", span_of(self.row(noun)))
        if "place" in base or not any(plain(w.text) == "où" for w in clause.words):
            return
        verb = clause.verb
        place = verb.parent if verb.rel.startswith("acl") else None
        if place is None:
            where = next(w for w in clause.words if plain(w.text) == "où")
            before = [w for w in verb.sentence.words[: where.i] if w.text != ","]
            place = before[-1] if before else None
        if place is not None and place.start not in self.times.words and is_place([place], place):
            base["place"] = span_of(self.row(place))

    def _slot(self, clause: Clause, frame: Frame, name: str) -> list[Word] | None:
        """Return the words of the first argument that fills a slot."""
        for marker in frame.slots.get(name, ()):
            if marker == "headed":
                return self._headed(clause)
            if marker in ("subject", "par"):
                if marker == "par" and (found := self._agent(clause)):
                    return found
                word = clause.subject_word
                if (
                    marker == "subject"
                    and not clause.is_passive
                    and word is not None
                    and word not in self.meant.at
                ) and word.pos in ("NOUN", "PROPN"):
                    return self.row(word)
                continue
            for argument in clause.arguments:
                wanted = "obj" if marker == "post" else marker
                if argument.marker in (wanted, "bare" if marker == "post" else wanted) and self._fills(
                    argument.word, name, marker
                ):
                    return self.row(argument.word)
        return None

    def _agent(self, clause: Clause) -> list[Word] | None:
        for argument in clause.arguments:
            if (
                argument.marker == "par"
                and argument.word not in self.meant.at
                and argument.word.pos in ("NOUN", "PROPN")
            ):
                return self.row(argument.word) if argument.word.start not in self.times.words else None
        return None

    def _fills(self, word: Word, name: str, marker: str) -> bool:
        if word.start in self.times.words or (word in self.meant.at and word in self.meant.names):
            return False
        if marker == "post":
            return plain(word.lemma) in words("posts")
        if name == "organisation":
            return body_kind(self.row(word)) is not None
        if marker in ("à", "de") and name == "role":
            return plain(word.lemma) in words("posts")
        return noun_kind(word) is not None or plain(word.lemma) in words("posts") | words("member")

    def _headed(self, clause: Clause) -> list[Word] | None:
        """Return the verb that heads a body: *présida*; where the body is an army's, the verb with it."""
        verb = clause.verb
        for argument in [
            *clause.arguments,
            *([Argument("obj", clause.subject_word)] if clause.subject_word else []),
        ]:
            if argument.marker in ("obj", "bare") and body_kind(self.row(argument.word)) is not None:
                return [verb]
        noun = verb.parent
        if verb.rel.startswith("acl") and noun is not None and body_kind(self.row(noun)) is not None:
            return [verb]
        return None

    def _put(self, name: str, row: list[Word], base: Slots) -> None:
        if name != "role" or (noun_kind(row[0]) is None and plain(row[0].lemma) not in words("posts")):
            base[name] = span_of(row)
            return
        for part, found in split_role(row).items():
            base.setdefault(part, span_of(found))

    def _values(self, clause: Clause, frame: Frame, type_: str) -> list[Words]:
        """Return what stands as the value of the statement, several of a list."""
        found: list[Words] = []
        for marker in frame.slots.get("value", ()):
            if marker == "verb":
                continue
            if marker == "phrase":
                return [predicate_phrase(clause, self.times)]
            for argument in clause.arguments:
                if argument.marker == marker and self._is_value(argument.word, type_, clause):
                    found.append(span_of(self.row(argument.word)))
                    if not frame.each:
                        return found
        return found

    def _is_value(self, word: Word, type_: str, clause: Clause) -> bool:
        if word.start in self.times.words or word in self.meant.at or word.pos == "PRON":
            return False
        lemma = plain(word.lemma)
        if type_ == "award":
            return bool({lemma, plain(word.text)} & (words("awards") | words("award_titles")))
        if type_ == "rank":
            return noun_kind(word) == "ranks" or any(noun_kind(w) == "ranks" for w in self.row(word))
        if type_ == "name":
            return word.is_name_like
        if type_ == "religion":
            return lemma in words("faiths")
        if type_ == "death":
            return noun_kind(word) is None
        if type_ == "education":
            return word.pos in ("NOUN", "PROPN", "X") and body_kind([word]) is None
        return word.pos in ("NOUN", "PROPN", "X") and word.i > clause.verb.i
