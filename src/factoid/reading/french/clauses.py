"""Clauses: a verb, who does it and to whom, and what else hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factoid.reading.french.lexicon import frames, plain, verbs
from factoid.reading.french.parse import is_reflexive
from factoid.reading.french.phrases import marker_of
from factoid.reading.grammar.clauses import Argument, Clause, clause_above, depth_of
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word

_HANDS_DOWN = ("conj", "xcomp", "advcl", "parataxis")
_CLITIC = {
    "l'": "obj",
    "le": "obj",
    "la": "obj",
    "les": "obj",
    "me": "obj",
    "m'": "obj",
    "lui": "iobj",
    "nous": "obj",
}
_CONTENT = frozenset(["NOUN", "PROPN", "PRON", "X", "ADJ", "NUM"])
_PARTICIPLES = {
    "né": "naître", "née": "naître", "mort": "mourir", "morte": "mourir", "promu": "promouvoir", "promue": "promouvoir",
    "élu": "élire", "élue": "élire", "inscrit": "inscrire", "inscrite": "inscrire", "admis": "admettre",
    "admise": "admettre", "reçu": "recevoir", "reçue": "recevoir", "fait": "faire", "faite": "faire", "pris": "prendre",
    "détenu": "détenir", "exclu": "exclure", "entré": "entrer", "parti": "partir", "issu": "issir", "démis": "démettre",
}  # fmt: skip
_UNREAL = frozenset(["si", "s'"])


@cache
def participle_of(word: str) -> str:
    """Return the verb whose participle a word may be, of verbs that state something; else nothing."""
    lower = plain(word)
    if lower in _PARTICIPLES:
        return _PARTICIPLES[lower]
    found = re.fullmatch(r"(.{2,})ée?s?", lower)
    verb = f"{found[1]}er" if found else ""
    return verb if verb and frames().of(verb) else ""


def lemma_of(verb: Word) -> str:
    """Return the verb, with *se* where it is told of oneself: *s'exiler*."""
    lemma = plain(verb.lemma)
    if verb.pos not in ("VERB", "AUX"):
        return participle_of(verb.shown) or lemma
    if is_reflexive(verb):
        return f"s'{lemma}" if lemma[:1] in "aeiouyéèêh" else f"se {lemma}"
    if verb.form == "part" and not frames().of(lemma) and (found := participle_of(verb.shown)):
        return found
    return lemma


class ClauseFinder:
    """Finds the clauses of the sentences in reading order: a left-out subject comes from before."""

    def __init__(self, meant: Meant, narrator: Person | None = None) -> None:
        self.meant, self.narrator = meant, narrator

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """Return the clauses of a sentence in text order."""
        predicates = [w for w in sentence.words if self._is_predicate(w)]
        found: dict[int, Clause] = {}
        inside = {w.i for w in predicates}
        for verb in sorted(predicates, key=lambda w: (depth_of(w), w.i)):
            clause = Clause(verb, lemma_of(verb))
            clause.above = clause_above(verb, found)
            is_bare = _is_bare(verb)
            clause.words = _row_of(verb, inside) if is_bare else _own_words(verb, inside)
            self._fill(clause, is_bare=is_bare)
            found[verb.i] = clause
        for clause in found.values():
            if not clause.subjects and clause.subject_word is None:
                self._leave_out(clause, found)
        ordered = [found[i] for i in sorted(found)]
        return [c for c in ordered if not self._is_emptied(c, found) and not _is_unreal(c)]

    def _is_predicate(self, word: Word) -> bool:
        if word in self.meant.names:
            return False
        if word.pos == "VERB":
            return word.rel not in (
                "aux",
                "aux:pass",
                "aux:tense",
                "cop",
                "fixed",
                "case",
            ) and not _is_adjective(word)
        if (
            word.pos in ("NOUN", "ADJ", "PROPN", "AUX", "ADP", "X")
            and word.rel != "cop"
            and participle_of(word.shown)
        ):
            return _begins_a_note(word)
        return False

    def _is_emptied(self, clause: Clause, found: dict[int, Clause]) -> bool:
        """Whether the verb only brings in another one, which says it: *put revenir*; or one that was wished."""
        is_wish = clause.lemma in verbs("wishing")
        if clause.lemma not in verbs("empty") and not is_wish:
            return False
        below = [c for c in found.values() if c.above is clause and c.verb.form == "inf"]
        for under in below:
            under.take_words_of(clause)
            under.is_modal = under.is_modal or is_wish
            under.subjects = under.subjects or clause.subjects
        return bool(below) and not is_wish

    def _fill(self, clause: Clause, *, is_bare: bool) -> None:
        verb = clause.verb
        clause.is_passive = verb.is_passive or (
            is_bare and lemma_of(verb) not in verbs("with_be") | {"issir"}
        )
        subject = next((c for c in verb.children if c.rel.startswith(("nsubj", "expl:subj"))), None)
        if is_bare and subject is not None and subject.i > verb.i:
            subject = None
        clause.subject_word = subject
        if subject is not None:
            clause.subjects = [(p, subject) for p in self.meant.persons(subject)]
            clause.subjects += [
                (p, c) for c in subject.children if c.rel == "conj" for p in self.meant.persons(c)
            ]
            if plain(subject.text) == "nous" and not clause.subjects and self.narrator is not None:
                clause.subjects = [(self.narrator, None)]
            clause.is_impersonal = plain(subject.text) in ("on", "l'on")
        clause.arguments = list(self._arguments(clause))
        clause.objects = [
            (p, a.word) for a in clause.arguments if a.marker == "obj" or a.word.rel == "obj"
            for p in self.meant.persons(a.word)
        ]  # fmt: skip

    def _leave_out(self, clause: Clause, found: dict[int, Clause]) -> None:
        """Find the subject that the clause leaves out."""
        verb, above = clause.verb, clause.above
        if verb.rel.startswith("acl") and verb.parent is not None and verb.parent in self.meant.at:
            clause.subjects = [(self.meant.at[verb.parent], None)]
            return
        if verb.form in ("part", "") and (before := _named_before(verb, self.meant)) is not None:
            clause.subjects = [(before, None)]
            return
        if self._is_of_a_thing(verb):
            return
        if above is not None and (verb.rel.startswith(_HANDS_DOWN) or verb.form in ("conv", "inf", "part")):
            clause.subjects = [(p, None) for p, _ in above.subjects]
            if clause.subjects or above.subject_word is not None:
                return
        if verb.form == "fin" and verb.person not in ("", "3"):
            return
        if verb.form in ("part", "") or (above is None and verb.form == "conv"):
            later = [
                c for c in found.values() if c.verb.i > verb.i and c.subject_word is not None and c.subjects
            ]
            if later and verb.i < 3:
                clause.subjects = [(p, None) for p, _ in min(later, key=lambda c: c.verb.i).subjects[:1]]
            elif self.meant.main is not None:
                clause.subjects = [(self.meant.main, None)]

    def _is_of_a_thing(self, verb: Word) -> bool:
        """Whether a participle tells of the thing before it: *le réseau dirigé par …*."""
        noun = verb.parent
        if noun is None or verb.rel not in ("acl", "amod") or noun in self.meant.at:
            return False
        return verb.form == "part" and verb.i > noun.i and not _begins_a_note(verb)

    def _arguments(self, clause: Clause) -> Iterator[Argument]:
        inside = {w.i for w in clause.words}
        for word in clause.words:
            if word is clause.verb or word is clause.subject_word or word.pos not in _CONTENT:
                continue
            if word.pos == "PRON":
                marker = _CLITIC.get(plain(word.text)) if word.i < clause.verb.i else None
                if plain(word.text) in ("qu'", "que"):
                    marker = "obj"
                yield Argument(marker or marker_of(word), word)
                continue
            if word in self.meant.names and word is not self.meant.names[word].words[0]:
                continue
            marker = marker_of(word)
            direct = word.head == clause.verb.i or word.i == clause.verb.i + 1
            listed = word.rel == "conj" and word.head in inside
            if (
                marker in ("bare", "obj", "de", "et")
                and listed
                and word.parent is not None
                and marker in ("bare", "obj")
            ):
                yield Argument(marker_of(word.parent), word)
            elif (
                direct
                or marker not in ("bare", "obj", "de")
                or (marker in ("bare", "obj") and word.i > clause.verb.i and not _inside_phrase(word, clause))
            ):
                yield Argument(marker, word)


def _is_adjective(word: Word) -> bool:
    return (
        word.rel == "amod"
        and word.form == "part"
        and (before := word.beside(-1)) is not None
        and before.pos == "ADV"
    )


def _begins_a_note(word: Word) -> bool:
    """Whether a participle stands where a note begins: first, or behind a comma, a semicolon, *et*."""
    before = word.beside(-1)
    while before is not None and before.pos == "ADV":
        before = before.beside(-1)
    return (
        before is None
        or before.text in (",", ";", ":", "(", "–", "—", "et", "puis", "*", "†")
        or before.pos == "NUM"
    )


def _is_bare(verb: Word) -> bool:
    """Whether the verb is a participle that stands for a sentence: *Né à Vesoul*, *mort à Paris*."""
    has_helper = any(c.rel.startswith(("aux", "cop")) and c.i < verb.i for c in verb.children)
    before = verb.beside(-1)
    helped = has_helper or (before is not None and before.pos == "AUX")
    return verb.form in ("part", "") and not helped and (_begins_a_note(verb) or verb.pos != "VERB")


def _named_before(verb: Word, meant: Meant) -> Person | None:
    """Return who is named right before a participle: *Irina Valder, née …*, *Claire (morte en 1900)*."""
    before = verb.beside(-1)
    if before is not None and before.text in (",", "(", "et", "–"):
        before = before.beside(-1)
    if before is not None and before in meant.at and before.pos not in ("PRON", "DET"):
        return meant.at[before]
    return None


def _own_words(verb: Word, predicates: set[int]) -> list[Word]:
    """Return what hangs on the verb, without the clauses within."""
    own, todo = [], [verb]
    while todo:
        word = todo.pop()
        own.append(word)
        todo += [
            c for c in word.children
            if c not in own and c.i not in predicates
        ]  # fmt: skip
    return sorted(own, key=lambda w: w.i)


def _row_of(verb: Word, predicates: set[int]) -> list[Word]:
    """Return the words from a participle to the next predicate or semicolon."""
    row = []
    for word in verb.sentence.words[verb.i :]:
        if word is not verb and (word.i in predicates or word.text in (";", ".", ":") or _ends_note(word)):
            break
        row.append(word)
    return row


def _ends_note(word: Word) -> bool:
    """Whether another clause begins: with a pronoun for its subject, with *être* and a noun."""
    before = word.beside(-1)
    if word.pos == "AUX":
        return True
    is_subject = word.rel.startswith("nsubj")
    return is_subject and (word.pos == "PRON" or (before is not None and before.text == ","))


def _inside_phrase(word: Word, clause: Clause) -> bool:
    """Whether a noun without a preposition only goes on with the noun before it."""
    parent = word.parent
    before = word.beside(-1)
    return (
        parent is not None
        and parent is not clause.verb
        and word.rel in ("flat:name", "appos", "nmod", "fixed")
    ) or (before is not None and before.text == ",")


def _is_unreal(clause: Clause) -> bool:
    """Whether the clause says what might be, not what was: *s'il …*."""
    return any(plain(w.text) in _UNREAL and w.rel == "mark" for w in clause.verb.children)
