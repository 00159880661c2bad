"""What clauses state of the people in them."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.french.certainty import is_denied
from factoid.reading.french.fields import Fields
from factoid.reading.french.lexicon import frames, plain, verbs, words
from factoid.reading.french.marriage import MARRYING
from factoid.reading.french.phrases import is_place, noun_kind
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.frames import Frame
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.quotes import predicate_phrase
from factoid.reading.grammar.told import ClauseTeller, Other, Who
from factoid.reading.grammar.words import span_of

_SELDOM = frozenset(
    ["être", "devenir", "pouvoir", "avoir", "sembler", "paraître", "falloir", "agir", "devoir", "issir", "dire",
     "faire", "naître", "mourir", "s'agir", "appeler", "s'appeler", "succéder", "laisser", "voir", "savoir", "prendre",
     "situer"]
)  # fmt: skip


class Teller(ClauseTeller):
    """Reads the clauses of one sentence of French."""

    done_by_others = frozenset(["death", "event"])

    def __init__(self, meant: Meant, times: Times) -> None:
        super().__init__(meant, times)
        self.fields = Fields(meant, times)

    def drafts(self, clause: Clause) -> Iterator[Draft]:
        """Yield what the clause states."""
        if clause.is_modal or clause.lemma in verbs("wishing"):
            yield from self._wish(clause)
            return
        beside = frozenset(plain(w.lemma) for w in clause.words) | frozenset(
            plain(w.text) for w in clause.words
        )
        special = frames().phrase_type(plain(clause.verb.lemma), beside) or frames().phrase_type(
            clause.lemma, beside
        )
        if special is not None:
            yield from self._special(clause, special)
            return
        if plain(clause.verb.lemma) in MARRYING:
            if is_denied(clause.verb):
                yield from self._unmarried(clause)
            return
        for frame in self._frames(clause):
            found = list(self._of_frame(clause, frame))
            if found:
                yield from found
                return
        yield from self._plain(clause)

    def _frames(self, clause: Clause) -> list[Frame]:
        own = frames().of(clause.lemma)
        bare = clause.lemma.removeprefix("se ").removeprefix("s'")
        return own or ([f for f in frames().of(bare) if f.by_object] if bare != clause.lemma else [])

    def _of_frame(self, clause: Clause, frame: Frame) -> Iterator[Draft]:
        whom = self._whom(clause, frame)
        found = self.fields.of(clause, frame) if whom else None
        if found is None:
            return
        type_, rows = found
        if type_ == "birth" and not rows[0] and self.times.of_clause(clause) is None:
            return  # née Lucie Bonnefoy
        for slots in rows:
            for person, at in whom:
                draft = self.draft(clause, type_, person, at)
                draft.slots = dict(slots)
                if frame.code and "value" not in draft.slots and type_ in ("office", "membership"):
                    code = frame.code if frame.code != "joined" or type_ == "membership" else "appointed"
                    draft.slots["value"] = (code, clause.verb.text)
                yield from self.with_others(clause, frame, draft)
                yield from self._as_rank(clause, draft)

    def _as_rank(self, clause: Clause, draft: Draft) -> Iterator[Draft]:
        """Yield the rank of *servit comme capitaine*, *entré comme sous-lieutenant*."""
        for argument in clause.arguments:
            if (
                argument.marker == "comme"
                and noun_kind(argument.word) is not None
                and "role" not in draft.slots
            ):
                is_rank = noun_kind(argument.word) == "ranks"
                more = self.draft(clause, "rank" if is_rank else "office", draft.person, None)
                more.who = draft.who
                more.slots["value" if is_rank else "role"] = span_of(self.fields.row(argument.word))
                yield more

    def _whom(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return of whom the frame is told: the subject; of verbs that happen to somebody, the object."""
        if not frame.by_object:
            if clause.is_passive and frame.type in ("office",) and "headed" in frame.slots.get("role", ()):
                return list(self.marked(clause, ("par",)))
            return [] if clause.is_passive and not _is_own(clause) else clause.subjects
        if clause.is_passive or clause.lemma.startswith(("se ", "s'")):
            return clause.subjects
        return list(clause.objects)

    def doers(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return the agent of a passive, the subject of a verb that does it."""
        if not frame.by_object or frame.type in ("office", "rank", "award", "residence"):
            return []
        if clause.is_passive:
            return list(self.marked(clause, ("par",)))
        return clause.subjects if clause.subject_word is not None else []

    def others(self, clause: Clause, frame: Frame, person: Person) -> list[Other]:
        """Return the persons where the frame has them."""
        found = self.marked(clause, frame.slots["related"])
        return [(other, word.span) for other, word in found if other is not person]

    def _special(self, clause: Clause, type_: str) -> Iterator[Draft]:
        """Yield what a verb states with a certain word beside it: *fait prisonnier*, *prit la croix*."""
        by_other = (
            type_ in ("imprisonment", "release", "arrest") and not clause.is_passive and bool(clause.objects)
        )
        for person, at in clause.objects if by_other else clause.subjects:
            draft = self.draft(clause, type_, person, at)
            draft.slots["value"] = predicate_phrase(clause, self.times)
            for argument in clause.arguments:
                row = self.fields.row(argument.word)
                if argument.marker in ("à", "en", "dans", "près de") and is_place(row, argument.word):
                    draft.slots.setdefault("place", span_of(row))
            yield draft

    def _unmarried(self, clause: Clause) -> Iterator[Draft]:
        for person, at in clause.subjects:
            draft = self.draft(clause, "kinship", person, at)
            draft.slots["role"] = ("wife" if person.sex == "m" else "husband", clause.verb.text)
            yield draft

    def _plain(self, clause: Clause) -> Iterator[Draft]:
        """Yield an action or an event: what a verb without a frame says of its subject."""
        above, verb = clause.above, clause.verb
        bare = clause.lemma.removeprefix("se ").removeprefix("s'")
        if clause.lemma in _SELDOM or bare in _SELDOM or verb.form in ("conv",) or verb.pos != "VERB":
            return
        if verb.rel == "ccomp" and (above is None or above.lemma not in verbs("saying")):
            return
        if verb.form == "inf" and (above is None or above.lemma not in verbs("empty")):
            return
        if (
            verb.form == "part"
            and clause.subject_word is None
            and not (verb.rel == "conj" and above is not None)
        ):
            return
        for person, at in clause.subjects:
            found = [*clause.objects, *self.marked(clause, ("à", "iobj"))]
            others: list[Other] = [(other, word.span) for other, word in found if other is not person]
            groups = any(
                a.marker in ("obj", "à")
                and (noun_kind(a.word) is not None or plain(a.word.lemma) in words("veterans"))
                for a in clause.arguments
            )
            draft = self.draft(clause, "action" if others or groups else "event", person, at)
            draft.confidence, draft.related = 0.45, others
            draft.slots["value"] = predicate_phrase(clause, self.times)
            yield draft

    def _wish(self, clause: Clause) -> Iterator[Draft]:
        """Yield what was wanted or tried, which is an event: *voulut partir pour l'Amérique*."""
        if clause.lemma not in verbs("wishing"):
            return
        for person, at in clause.subjects:
            draft = self.draft(clause, "event", person, at)
            draft.slots["value"] = predicate_phrase(clause, self.times)
            draft.confidence = 0.45
            yield draft


def _is_own(clause: Clause) -> bool:
    """Whether a participle with *être* tells what its subject did: *est né*, *est entré*, *s'est réfugiée*."""
    return clause.lemma.startswith(("se ", "s'")) or clause.lemma in verbs("with_be")
