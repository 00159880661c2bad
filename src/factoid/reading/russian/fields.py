"""Where the fields of a verb's frame stand: places, bodies, posts, values."""

from __future__ import annotations

from factoid.dates import TimeKind
from factoid.model import Span
from factoid.reading.grammar.clauses import Argument, Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Slots, Words
from factoid.reading.grammar.frames import TYPE_BY_BODY, Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.quotes import predicate_phrase
from factoid.reading.grammar.words import Word, span_of
from factoid.reading.russian.lexicon import plain, words
from factoid.reading.russian.needs import Needs, Where, is_quoted, is_rank_word, row_of
from factoid.reading.russian.nouns import kind_of
from factoid.reading.russian.phrases import body_kind, is_person_noun, is_place, is_prison, marker_of
from factoid.reading.russian.posts import split_role

_SERVING = frozenset(["служить", "прослужить"])


def _where_of_relative(clause: Clause) -> Word | None:
    """Return the place that *где* stands for: *в Ницце, где и скончался*."""
    where = next((w for w in clause.words if w.text.lower() == "где"), None)
    if where is None or where.i > clause.verb.i:
        return None
    before = where.sentence.words[max(0, where.i - 8) : where.i]
    return next((w for w in reversed(before) if w.entity == "LOC" and w.pos in ("PROPN", "NOUN")), None)


_GONE = ("dismissed", "resigned")
_APPOINTING = ("назначить", "назначать")  #: to a place, too: *его назначили в Вятку*


class Fields:
    """Finds the fields of one clause."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times
        self.needs = Needs(meant, times)

    def row(self, head: Word) -> list[Word]:
        """Return the words of a noun's phrase."""
        return row_of(head, self.times)

    def of(self, clause: Clause, frame: Frame) -> tuple[str, list[Slots]] | None:
        """Return the type and the fields, one row for each statement; None where the frame does not fit."""
        where = self._where(clause, frame)
        type_ = frame.type
        if not type_:
            type_, where = self._type_by_body(clause, frame, where)
        base: Slots = {}
        for kind, row in where:
            base.setdefault("organisation" if kind == "body" else "place", span_of(row))
        if "place" not in base and type_ != "travel" and (there := _where_of_relative(clause)) is not None:
            base["place"] = there.span
        if not type_ or not self._may_be(clause, frame, base, where):
            return None
        for name in ("organisation", "role"):
            if (
                (name in frame.slots or (name == "role" and type_ == "office"))
                and name not in base
                and (found := self._slot(clause, frame, name))
            ):
                self._put(name, found, base)
        if frame.needs == "role_or_body" and not ({"role", "organisation"} & set(base)):
            return None
        return self._retyped(clause, frame, type_, base, where)

    def _may_be(self, clause: Clause, frame: Frame, base: Slots, where: Where) -> bool:
        if frame.only_body:
            row = self._slot(clause, frame, "organisation")
            if row is None or body_kind(row) != frame.only_body:
                return False
        return self.needs.fits(clause, frame, base, where)

    def _retyped(
        self, clause: Clause, frame: Frame, type_: str, base: Slots, where: Where
    ) -> tuple[str, list[Slots]] | None:
        """Return the type that the fields make of it: a fitter has a trade, a soldier no office."""
        kinds = {body_kind(row) for kind, row in where if kind == "body"}
        if type_ == "service" and "party" in kinds:
            organisation = {k: v for k, v in base.items() if k == "organisation"}
            return "membership", [organisation | {"value": ("member", clause.verb.text)}]
        if type_ == "office" and "role" not in base and clause.lemma in _SERVING and "army" in kinds:
            type_ = "service"
        if type_ == "office" and self._is_trade(clause, frame) and "role" in base:
            base["value"] = base.pop("role")
            return "occupation", [base]
        if type_ == "residence" and any(body_kind(row) == "army" for _, row in where):
            return "service", [{"organisation": base["place"]}]
        if type_ == "membership" and frame.code == "left" and self._is_schooling(base, clause):
            return "event", [{"value": predicate_phrase(clause, self.times)}]
        values = self._values(clause, frame, base)
        if not self._says_enough(clause, frame, type_, base) and not values:
            return None
        if type_ == "travel":
            base["value"] = clause.verb.span
            if "place" not in base and "organisation" in base:
                base["place"] = base.pop("organisation")
        if type_ == "education" and "organisation" in frame.slots:
            schools = [span_of(self.row(a.word)) for a in clause.arguments if self._is_school(a)]
            extra: Slots = {"value": values[0]} if values else {}
            return type_, [base | {"organisation": school} | extra for school in schools] or [base | extra]
        return type_, [base | {"value": value} for value in values] or [base]

    def _is_school(self, argument: Argument) -> bool:
        return argument.marker == "acc" and body_kind(self.row(argument.word)) == "school"

    def _is_schooling(self, base: Slots, clause: Clause) -> bool:
        """Whether somebody was sent down, from a school or a course: *со второго курса исключён*, *откуда исключён*."""
        at = base.get("organisation")
        if not isinstance(at, Span):
            return any(w.text.lower() == "откуда" for w in clause.words)
        return body_kind(clause.verb.sentence.within(at)) == "school"

    def _says_enough(self, clause: Clause, frame: Frame, type_: str, base: Slots) -> bool:
        """Whether a post or a schooling has anything that tells which."""
        if type_ == "award":
            return False  # which award, its value says
        if type_ == "office":
            is_posted = "place" in base and (frame.needs == "place" or clause.lemma in _APPOINTING)
            return is_posted or bool({"role", "organisation"} & set(base)) or frame.code in _GONE
        if type_ == "education":
            return bool(base) or any(a.marker in frame.slots.get("teacher", ()) for a in clause.arguments)
        return True

    def _is_trade(self, clause: Clause, frame: Frame) -> bool:
        """Whether the post is a trade: *работал слесарем*."""
        nouns = [
            a.word
            for a in clause.arguments
            if a.marker in frame.slots.get("role", ()) and is_person_noun(a.word)
        ]
        return (
            bool(nouns)
            and kind_of(nouns[0]) == "trades"
            and "organisation" not in split_role(self.row(nouns[0]))
        )

    def _where(self, clause: Clause, frame: Frame) -> Where:
        """Return the places and bodies of a clause, each as it stands."""
        found = []
        markers = (*frame.slots.get("where", ()), *frame.slots.get("place", ()))
        for argument in clause.arguments:
            if (
                argument.marker not in markers
                or argument.word.start in self.times.words
                or argument.word in self.meant.at
            ):
                continue
            row = self.row(argument.word)
            kind = self._place_or_body(row, argument, frame)
            if kind:
                found.append((kind, row))
        if frame.type == "travel" and not found:
            found = self._beyond_infinitive(clause, frame)
        if len(found) > 1:  # на службу в Министерство
            found = [w for w in found if plain(w[1][0].lemma) not in words("posts")] or found
        named = [w for w in found if any(word.entity == "LOC" for word in w[1])]
        return [w for w in found if plain(w[1][-1].lemma) not in words("nowhere")] if named else found

    def _beyond_infinitive(self, clause: Clause, frame: Frame) -> Where:
        """Return the place that an infinitive took to itself: *уехал учиться в Цюрих*."""
        row = clause.verb.sentence.words[clause.verb.i + 1 : clause.verb.i + 6]
        if not row or row[0].form != "inf":
            return []
        markers = frame.slots.get("place", ())
        return [("place", self.row(w)) for w in row if w.entity == "LOC" and marker_of(w) in markers][:1]

    def _place_or_body(self, row: list[Word], argument: Argument, frame: Frame) -> str:
        head = argument.word
        if frame.needs in ("prison", "prison_or_freedom"):
            return "place" if is_prison(row) or is_place(row, head) else ""
        if is_place(row, head):
            return "place"
        if body_kind(row) is not None:
            is_where = frame.place_only or frame.type in ("birth", "death", "burial")
            return "place" if is_where else "body"
        if is_person_noun(head) or head.pos in ("PRON", "DET", "NUM", "ADJ"):
            return ""
        if frame.type in ("travel", "birth", "death", "burial", "residence") and (
            head.is_name_like or argument.marker.startswith(("к+", "за+"))
        ):
            return "place"
        if frame.type in ("service",) and plain(head.lemma) not in words("wars"):
            return ""
        return "place" if head.is_name_like else ""

    def _type_by_body(self, clause: Clause, frame: Frame, where: Where) -> tuple[str, Where]:
        """Return what entering or being sent to a body is: a school, an army, a party; to a post, an office."""
        if any(
            a.marker == "на+acc" and plain(a.word.lemma) in ("должность", "пост") for a in clause.arguments
        ):
            return "office", [w for w in where if plain(w[1][0].lemma) not in ("должность", "пост")]
        for kind, row in where:
            if kind == "body":
                body = body_kind(row) or "office"
                entered_school = (
                    clause.lemma == "поступить" and body == "office" and any(w.is_acronym for w in row)
                )
                return "education" if entered_school else TYPE_BY_BODY[body], where
            if any(plain(w.lemma) == "фронт" for w in row):
                return "service", where
        for argument in clause.arguments:
            if argument.marker == "к+dat" and plain(argument.word.lemma) in words("party_people"):
                return "membership", [("body", self.row(argument.word))]
            if argument.marker in ("в+acc", "на+acc") and plain(argument.word.lemma) in ("служба", "работа"):
                return "office", where
        if any(kind == "place" for kind, _ in where):
            return frame.otherwise, where
        if frame.otherwise == "office" and "role" in frame.slots:
            return "office", where
        return "", where

    def _slot(self, clause: Clause, frame: Frame, name: str) -> list[Word] | None:
        """Return the words of the first argument that fills a slot."""
        for marker in frame.slots.get(name, ("на+acc",)):
            if marker == "headed":
                return self._headed(clause)
            if marker == "subject":
                word = clause.subject_word
                if word is not None and word not in self.meant.at and body_kind(self.row(word)):
                    return self.row(word)
            for argument in clause.arguments:
                if marker == "post" and plain(argument.word.lemma) in words("posts"):
                    return self.row(argument.word)
                if argument.marker == marker and self._fills(argument.word, name):
                    row = self.row(argument.word)
                    by_paper = (
                        len(row) > 1
                        and plain(argument.word.lemma) in words("papers")
                        and name == "organisation"
                    )
                    return row[1:] if by_paper else row
        return None

    def _fills(self, word: Word, name: str) -> bool:
        if word.start in self.times.words or word in self.meant.at:
            return False
        if name == "organisation":
            return body_kind(self.row(word)) is not None or word.is_name_like
        return is_person_noun(word) or plain(word.lemma) in words("posts")

    def _headed(self, clause: Clause) -> list[Word] | None:
        """Return *командовал полком*: the verb with what is headed."""
        for argument in clause.arguments:
            if (
                argument.marker in ("ins", "acc")
                and argument.word not in self.meant.at
                and argument.word.start not in self.times.words
            ):
                row = self.row(argument.word)
                if row[0].i > clause.verb.i and row[0].i - clause.verb.i <= 2:
                    return clause.verb.sentence.words[clause.verb.i : row[-1].i + 1]
        return [clause.verb]

    def _put(self, name: str, row: list[Word], base: Slots) -> None:
        """Put the words of a post or body into their fields: the post, its body, its place."""
        if name != "role":
            base[name] = span_of(row)
            return
        if plain(row[0].lemma) in words("posts"):
            row = row[1:]  # на должность начальника
        if not row:
            return  # снят с должности
        from_role = split_role(row)
        for key, part in from_role.items():
            base.setdefault(key, span_of(part))

    def _listed(self, last: Word) -> list[list[Word]]:
        """Return what follows in a list of awards: *орденами Св. Георгия, Св. Анны, Белого орла*."""
        found: list[list[Word]] = []
        at = last.beside(1)
        while at is not None and at.text in (",", "и"):
            first = at.beside(1)
            starts = first is not None and (
                first.is_name_like or first.text in '«"' or first.shown == "святого"
            )
            if first is None or not starts or first in self.meant.at:
                break
            head = first if first.shown != "святого" or first.beside(1) is None else first.beside(1)
            row = self.row(head or first)
            found.append(first.sentence.words[first.i : row[-1].i + 1])
            at = found[-1][-1].beside(1)
        return found

    def _values(self, clause: Clause, frame: Frame, base: Slots) -> list[Words]:
        """Return the words of the value, several where the frame states each by itself."""
        found: list[Words] = []
        for marker in frame.slots.get("value", ()):
            if marker == "verb":
                found.append(clause.verb.span)
            elif marker == "phrase":
                found.append(predicate_phrase(clause, self.times))
            else:
                for argument in clause.arguments:
                    if argument.marker == marker and self._is_value(argument.word, frame, base):
                        row = self.row(argument.word)
                        found.append(self._with_term(span_of(row)))
                        found += [
                            span_of(more) for more in (self._listed(row[-1]) if frame.type == "award" else ())
                        ]
            if found:
                break
        return found if frame.each else found[:1]

    def _with_term(self, span: Span) -> Span:
        """Return the words with the number of years that they are of: *пять лет лагерей*."""
        terms = self.times.within(Span(max(0, span.start - 24), span.end))
        found = [t.start for t in terms if t.kind is TimeKind.DURATION and t.end > span.start]
        return Span(min([span.start, *found]), span.end)

    def _is_term(self, word: Word) -> bool:
        """Whether the word stands in how long something lasts: *на пять лет лагерей*."""
        inside = self.times.within(Span(word.sentence.words[0].start, word.end))
        return any(t.kind is TimeKind.DURATION and t.end > word.start for t in inside)

    def _is_value(self, word: Word, frame: Frame, base: Slots) -> bool:
        is_term = frame.type == "sentence" and word.start in self.times.words and self._is_term(word)
        if is_term or (word in self.meant.at and frame.type not in ("name", "work")):
            return is_term
        if word.start in self.times.words:
            return False
        if (
            frame.type == "death"
            and marker_of(word) == "после+gen"
            and plain(word.lemma) not in words("ailments")
        ):
            return False
        if frame.type != "award" and span_of(self.row(word)) in base.values():
            return False
        if frame.type == "rank":
            return is_rank_word(word)
        return frame.type != "name" or word.is_name_like or is_quoted(word)
