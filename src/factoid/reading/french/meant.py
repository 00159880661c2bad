"""Whom pronouns, descriptions and terms of kinship mean, decided in reading order."""

from __future__ import annotations

from factoid.model import MentionForm, Span
from factoid.reading.french.kinship import Kinship, kin_key
from factoid.reading.french.lexicon import descriptions, kin, person_nouns, plain
from factoid.reading.french.marriage import MARRYING, Marriage
from factoid.reading.french.names import title_before
from factoid.reading.french.narrator import ME, MINE, find_narrator
from factoid.reading.french.persons import FrenchRegister
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import NameMention, Person
from factoid.reading.grammar.resolution import (
    Resolution,
    likeliest,
    main_person,
    noun_of_relative,
    spoken_of_last,
)
from factoid.reading.grammar.words import Sentence, Word

_HE, _SHE = frozenset(["il"]), frozenset(["elle"])
_ANY = frozenset(["lui", "l'", "le", "la"])
_OWN = frozenset(["son", "sa", "ses"])
_THEY = frozenset(["ils", "elles", "eux", "couple", "époux"])
_RELATIVE = frozenset(["qui", "que", "qu'", "lequel", "laquelle"])
_IMPERSONAL = frozenset(["falloir", "agir", "pleuvoir", "sembler", "neiger", "paraître"])
_THE = frozenset(["le", "la", "l'", "ce", "cet", "cette"])


def resolve(
    sentences: list[Sentence], mentions: list[NameMention], register: FrenchRegister, author: str | None
) -> tuple[Meant, Person | None]:
    """Return which words mean whom, and who says *je*."""
    narrator = find_narrator(sentences, mentions, register, author)
    meant = Meant(register, narrator or main_person(register, sentences), _means_both)
    for mention in mentions:
        person = register.of[mention]
        for word in mention.words:
            meant.names[word] = mention
            meant.at[word] = person
    _vote_for_sexes(meant, sentences, narrator)
    for sentence in sentences:
        _Resolution(meant, sentence, narrator).run()
    return meant, narrator


def _means_both(word: Word) -> bool:
    return plain(word.text) in _THEY and word.pos in ("PRON", "NOUN")


def _vote_for_sexes(meant: Meant, sentences: list[Sentence], narrator: Person | None) -> None:
    """Learn the sex of those whose names do not tell it from participles that agree with them."""
    for sentence in sentences:
        for word in sentence.words:
            if word.form != "part" or word.gender not in ("m", "f") or word.is_plural:
                continue
            with_be = any(c.rel.startswith("aux") and c.lemma == "être" for c in word.children)
            subject = next((c for c in word.children if c.rel.startswith("nsubj")), None)
            if with_be and subject is not None and subject in meant.at:
                meant.at[subject].votes[word.gender] += 2
            elif with_be and subject is not None and narrator is not None and plain(subject.text) in ME:
                narrator.votes[word.gender] += 2
            elif plain(word.text) in ("née", "né") and meant.main is not None and not with_be:
                meant.main.votes[word.gender] += 1
    meant.register.settle_sexes()


class _Resolution(Resolution):
    """One sentence of French."""

    def resolve(self, word: Word) -> None:
        """Resolve pronouns and determiners first, then nouns and verbs."""
        if self.narrator is not None and plain(word.text) in ME | MINE and word.pos in ("PRON", "DET", "X"):
            self.mean(word, self.narrator, MentionForm.PRONOUN)
        elif word.pos in ("PRON", "DET", "X", "SCONJ") and self._is_function_word(word):
            return
        else:
            self._noun_or_verb(word)

    def _is_function_word(self, word: Word) -> bool:
        """Resolve a pronoun; say whether the word was one."""
        lower = plain(word.text)
        if lower in _HE | _SHE and word.pos in ("PRON", "X"):
            if not self._is_impersonal(word):
                self._pronoun(word, "f" if lower in _SHE else "m")
        elif lower in _ANY and word.pos == "PRON":
            self._pronoun(word, {"la": "f", "le": "m"}.get(lower, self._agreeing(word)))
        elif lower in _OWN and word.pos == "DET":
            self._pronoun(word, "", is_possessive=True)
        elif lower in _RELATIVE and word.pos in ("PRON", "SCONJ"):
            self._relative(word)
        else:
            return False
        return True

    def _noun_or_verb(self, word: Word) -> None:
        lemma, is_noun = plain(word.lemma), word.pos in ("NOUN", "PROPN", "ADJ", "X")
        if lemma in MARRYING and word.pos in ("VERB", "ADJ", "NOUN"):
            Marriage(self.meant, self.sentence).read(word)
        if word.is_plural:
            return
        if kin_key(word) and is_noun:
            Kinship(self.meant, self.sentence, self.mean).read(word)
        elif lemma in ("naître", "né") and word.form != "fin":
            Kinship(self.meant, self.sentence, self.mean).read_born(word)
        elif word not in self.meant.at and word.pos in ("NOUN", "ADJ", "VERB", "PROPN"):
            self._description(word)

    def _is_impersonal(self, word: Word) -> bool:
        verb = word.parent
        return verb is not None and (
            verb.lemma in _IMPERSONAL or (verb.lemma == "avoir" and any(c.text == "y" for c in verb.children))
        )

    def _agreeing(self, word: Word) -> str:
        """Return the sex that the participle after an object tells: *l'ont arrêtée*."""
        verb = word.parent
        is_object = (
            verb is not None and word.rel == "obj" and verb.form == "part" and plain(word.text) == "l'"
        )
        return "f" if is_object and verb is not None and verb.gender == "f" else ""

    def called(self, word: Word, person: Person) -> None:
        """Note what stands before a name as what the person is: *le colonel Brémont*."""
        title = title_before(word)
        if title is None or title in self.meant.at or plain(title.lemma) in kin():
            return
        person.described |= {plain(title.lemma), plain(title.text)}
        last = self.meant.names[word].words[-1]
        self.mean(title, person, MentionForm.NOMINAL, Span(title.start, last.end))

    def _pronoun(self, word: Word, sex: str, *, is_possessive: bool = False) -> None:
        best = likeliest(self.meant, word, sex, is_possessive=is_possessive)
        if best is not None and not (best is self.narrator and plain(word.text) not in _OWN):
            best.sex = best.sex or sex
            self.mean(word, best, MentionForm.PRONOUN)
        elif best is self.narrator and best is not None:
            others = [
                p for p in self.meant.register.persons if p is not best and (not sex or p.sex in ("", sex))
            ]
            last = spoken_of_last(others, word)
            if last is not None:
                self.mean(word, last, MentionForm.PRONOUN)

    def _relative(self, word: Word) -> None:
        """Put *qui*, *que* to the noun before it."""
        noun = noun_of_relative(word)
        person = self.meant.at.get(noun) if noun is not None and noun.i < word.i else None
        if person is None:
            before = [w for w in self.sentence.words[: word.i] if w.text not in (",", ")")]
            person = self.meant.at.get(before[-1]) if before else None
        if person is not None:
            self.mean(word, person, MentionForm.PRONOUN)

    def _description(self, word: Word) -> None:
        """Put *le fugitif*, *le général* to whom the text has so called, or to whom it is about."""
        article, lemma = word.beside(-1), plain(word.text)
        if article is None or plain(article.text) not in _THE or article.pos != "DET":
            return
        after = word.beside(1)
        if after is not None and (
            after in self.meant.names or plain(after.text) in ("de", "d'", "du", "des")
        ):
            return
        if after is not None and after.pos == "ADJ" and after.head == word.i:
            return
        if not (word.rel.startswith("nsubj") or word.rel in ("obj", "iobj", "obl:agent", "obl:arg", "root")):
            return
        sex = descriptions().get(lemma)
        if sex is None and lemma not in person_nouns() and plain(word.lemma) not in person_nouns():
            return
        person = spoken_of_last((p for p in self.meant.register.persons if lemma in p.described), word)
        main = self.meant.main
        if person is None and sex is not None and main is not None and main.last_before(word.start):
            person = main
        if person is not None and (not person.sex or sex is None or person.sex == sex):
            self.mean(word, person, MentionForm.NOMINAL, Span(article.start, word.end))
