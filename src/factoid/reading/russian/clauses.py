"""Clauses: a verb, who does it and to whom, and what else hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factoid.reading.grammar.clauses import Argument, Clause, clause_above, depth_of
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word
from factoid.reading.russian.lexicon import plain
from factoid.reading.russian.phrases import is_person_noun, is_place, marker_of
from factoid.resources import load

_DESCRIBED = 16  #: words of descriptions before a name
_NESTED = frozenset(["conj", "advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj"])
_HANDS_DOWN = frozenset(["conj", "xcomp", "advcl"])  #: what takes its subject from the clause above


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(plain, load("russian/verbs")["empty"]))


EMPTY_WISHES = frozenset(["хотеть", "пытаться", "попытаться", "намереваться", "собираться", "решить"])


@cache
def _wishing() -> frozenset[str]:
    return frozenset(
        [
            "хотеть",
            "пытаться",
            "попытаться",
            "намереваться",
            "собираться",
            "предстоять",
            "мечтать",
            "отказаться",
            "приказать",
        ]
    )


class ClauseFinder:
    """Finds the clauses of the sentences in reading order: a left-out subject comes from before."""

    def __init__(self, meant: Meant, narrator: Person | None = None) -> None:
        self.meant, self.narrator = meant, narrator
        self._last: Person | None = None  #: the subject of the last clause

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """Return the clauses of a sentence, each after the one it hangs on."""
        verbs = [w for w in sentence.words if _is_predicate(w)]
        found: dict[int, Clause] = {}
        for verb in sorted(verbs, key=lambda w: (depth_of(w), w.i)):
            clause = Clause(verb, plain(verb.lemma))
            clause.above = clause_above(verb, found)
            clause.words = _own_words(verb)
            self._fill(clause)
            found[verb.i] = clause
        ordered = [found[i] for i in sorted(found)]
        for clause in ordered:
            for person, _ in clause.subjects[:1]:
                self._last = person
        return [c for c in ordered if not self._is_emptied(c, found) and not _is_unreal(c)]

    def _is_emptied(self, clause: Clause, found: dict[int, Clause]) -> bool:
        """Whether the verb only brings in another one, which says it: *смог вернуться*, *удалось бежать*."""
        if clause.lemma not in _empty():
            return False
        below = [c for c in found.values() if c.above is clause and c.verb.form == "inf"]
        for under in below:
            under.take_words_of(clause)
            under.is_modal = under.is_modal or clause.lemma in EMPTY_WISHES
            givers = [
                (p, a.word) for a in clause.arguments if a.marker == "dat" for p in self.meant.persons(a.word)
            ]
            if givers and clause.verb.gender in ("n", ""):
                under.subjects = list(givers)
            if not under.subjects:
                under.subjects = clause.subjects
        return bool(below)

    def _fill(self, clause: Clause) -> None:
        verb = clause.verb
        clause.is_passive = (verb.is_passive and verb.form == "part") or (
            verb.is_short and verb.form in ("part", "")
        )
        rivals = [
            c for c in verb.children if c.rel.startswith("nsubj") and c.pos not in ("NUM", "VERB", "ADV")
        ]
        subject = next((c for c in rivals if c in self.meant.at), rivals[0] if rivals else None)
        if (
            subject is not None
            and subject not in self.meant.at
            and _lives(verb)
            and is_place([subject], subject)
        ):
            subject = None  # Родился в 1899 г., Ивановская обл.
        clause.arguments = list(self._arguments(clause))
        clause.arguments += [
            Argument("acc", c) for c in rivals if c is not subject and c not in self.meant.at
        ]
        if subject is None and verb.form == "inf" and clause.above is not None:
            clause.is_modal = clause.above.lemma in _wishing()
        clause.subject_word = subject
        if subject is not None:
            clause.subjects = [(p, subject) for p in self.meant.persons(subject)] or self._named_behind(
                subject
            )
            clause.subjects += [
                (p, c) for c in subject.children if c.rel == "conj" for p in self.meant.persons(c)
            ]
        else:
            self._leave_out(clause)
        clause.objects = [
            (p, a.word) for a in clause.arguments if a.word.rel in ("obj", "iobj") or a.marker == "acc"
            for p in self.meant.persons(a.word)
        ]  # fmt: skip
        if not clause.objects and clause.above is not None and clause.verb.rel == "conj":
            has_object = any(a.marker == "acc" or a.word.rel == "obj" for a in clause.arguments)
            if clause.is_impersonal or (not has_object and clause.above.objects and not clause.is_passive):
                clause.objects = clause.above.objects  # отвёз меня в Самару и отдал в училище

    def _named_behind(self, subject: Word) -> list[tuple[Person, Word | None]]:
        """Return who is named behind descriptions: *скончался известный востоковед, доцент … Борис Рудин*."""
        if not is_person_noun(subject) or subject.is_plural:
            return []
        for word in subject.sentence.words[subject.i + 1 : subject.i + _DESCRIBED]:
            if word in self.meant.names:
                agrees = word.case in ("nom", "") or word.rel in ("appos", "flat:name")
                return [(self.meant.at[word], word)] if agrees else []
            if word.text in (".", ";", "(") or (word.pos == "VERB" and word.form == "fin"):
                return []
        return []

    def _leave_out(self, clause: Clause) -> None:
        """Find the subject that the clause leaves out."""
        verb, above = clause.verb, clause.above
        if (
            verb.rel.startswith("acl")
            and verb.form == "part"
            and not verb.is_short
            and verb.parent is not None
        ):
            clause.subjects = [(p, None) for p in self.meant.persons(verb.parent)]
            return
        is_plural_past = verb.form == "fin" and verb.is_plural and not clause.is_passive
        if is_plural_past and not (
            above is not None and verb.rel == "conj" and above.subject_word is not None
        ):
            clause.is_impersonal = verb.person in ("", "3")
            return
        if above is not None and verb.rel in _HANDS_DOWN:
            if clause.is_passive and above.is_impersonal:
                return
            clause.subjects = [(p, None) for p, _ in above.subjects]
            if clause.subjects or above.subject_word is not None:
                return
        if above is not None and verb.form in ("conv", "inf"):
            clause.subjects = [(p, None) for p, _ in above.subjects]
            return
        clause.subjects = self._of_story(verb)

    def _of_story(self, verb: Word) -> list[tuple[Person, Word | None]]:
        """Return whom the story goes on about: who tells it, the last subject, whom the text is about."""
        if verb.person == "1" and not verb.is_plural and self.narrator is not None:
            return [(self.narrator, None)]
        if verb.person in ("1", "2") or verb.gender == "n":
            return []
        for person in (self._last, self.meant.main):
            if person is not None and (verb.gender not in ("m", "f") or person.sex in ("", verb.gender)):
                return [(person, None)]
        return []

    def _arguments(self, clause: Clause) -> Iterator[Argument]:
        inside = {w.i for w in clause.words}
        for word in clause.words:
            if word is clause.verb or word.pos not in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM", "DET"):
                continue
            if word.rel.startswith("nsubj") and word.head == clause.verb.i:
                continue
            marker = marker_of(word)
            direct = (
                word.head == clause.verb.i
                and (word.rel != "advmod" or word.pos in ("NOUN", "PROPN"))
                and word.rel not in ("cop", "amod", "det", "aux")
            )
            listed = word.rel == "conj" and word.parent is not None and word.parent.i in inside
            by_preposition = (
                "+" in marker and word.rel in ("nmod", "obl", "appos", "advcl", "xcomp") and word.pos != "ADJ"
            )
            if direct or by_preposition:
                yield Argument(marker, word)
                if (not word.case or word.is_acronym) and marker in ("в+loc", "на+loc"):  # в РСДРП
                    yield Argument(marker.replace("loc", "acc"), word)
            elif listed and word.pos in ("NOUN", "PROPN"):
                top = word.parent
                while (
                    top is not None
                    and top.rel == "conj"
                    and top.parent is not None
                    and top.parent.i in inside
                    and top.parent is not clause.verb
                ):
                    top = top.parent
                if top is not None and top is not clause.verb:
                    yield Argument(marker if "+" in marker else marker_of(top), word)


def _lives(verb: Word) -> bool:
    return plain(verb.lemma) in ("родиться", "проживать", "жить", "умереть")


def _is_predicate(word: Word) -> bool:
    if word.text.lower() != word.shown.lower() and word.shown.endswith("о"):
        return False
    if word.pos == "VERB" or (word.is_short and word.pos == "ADJ" and word.lemma.endswith(("ть", "ти"))):
        if word.form == "part" and not word.is_short:
            return word.rel.startswith(("acl", "root", "conj", "advcl", "parataxis")) and not _is_adjective(
                word
            )
        return word.rel not in ("aux", "aux:pass", "cop")
    return False


def _is_adjective(word: Word) -> bool:
    after = word.beside(1)
    return word.rel == "amod" or (after is not None and after.i == word.head)


def _own_words(verb: Word) -> list[Word]:
    """Return what hangs on the verb, without the clauses within."""
    own: list[Word] = []
    todo = [verb]
    while todo:
        word = todo.pop()
        own.append(word)
        for child in word.children:
            if (
                child in own
                or (_is_predicate(child) and child.rel in _NESTED)
                or (child.rel == "xcomp" and _is_predicate(child))
            ):
                continue
            if child.rel in ("parataxis", "ccomp") and word is verb and child.pos in ("VERB",):
                continue
            todo.append(child)
    return sorted(own, key=lambda w: w.i)


def _is_unreal(clause: Clause) -> bool:
    """Whether the clause says what was wanted or supposed, not what was: *чтобы*, *если*, *бы*."""
    return any(w.text.lower() in ("чтобы", "если", "бы", "ли") for w in clause.verb.children)
