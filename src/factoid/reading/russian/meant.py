"""Whom pronouns, descriptions and terms of kinship mean, decided in reading order."""

from __future__ import annotations

from factoid.model import MentionForm, Span
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import NameMention, Person, Register
from factoid.reading.grammar.resolution import (
    Resolution,
    join,
    likeliest,
    main_person,
    noun_of_relative,
    spoken_of_last,
)
from factoid.reading.grammar.words import Sentence, Word, case_marker
from factoid.reading.russian.kinship import Kinship
from factoid.reading.russian.lexicon import descriptions, kin, plain, words
from factoid.reading.russian.marriage import MARRYING, Marriage
from factoid.reading.russian.narrator import ME, MINE, find_narrator, narrating_kin
from factoid.reading.russian.nouns import noun_before
from factoid.reading.russian.persons import RussianRegister

_MALE = frozenset(["он", "его", "ему", "нем", "него", "нему", "ним", "им"])
_FEMALE = frozenset(["она", "ее", "ей", "ею", "ней", "нее", "нею"])
_POSSESSIVE = frozenset(["его", "ее"])
_PARENTS = {"father": "отец", "mother": "мать"}
_THEY = frozenset(["они", "их", "им", "ими", "них", "ними", "ним", "супруги", "супругов", "супругам"])


def resolve(
    sentences: list[Sentence], mentions: list[NameMention], register: RussianRegister, author: str | None
) -> tuple[Meant, Person | None]:
    """Return which words mean whom, and who tells the text. ``author``: whom the source names as such."""
    narrator = find_narrator(sentences, mentions, register, author)
    meant = Meant(register, _main(register, sentences, narrator), _means_both)
    for mention in mentions:
        person = register.of[mention]
        for word in mention.words:
            meant.names[word] = mention
            meant.at[word] = person
    _vote_for_sexes(meant)
    _turn_subjects(meant)
    if narrator is not None and meant.main is not None and (term := narrating_kin(sentences)):
        _introduce(meant, meant.main, narrator, term)
    for sentence in sentences:
        _Resolution(meant, sentence, narrator).run()
    _join_wives(meant)
    return meant, narrator


def _introduce(meant: Meant, main: Person, narrator: Person, term: str) -> None:
    """Note that who tells is kin to whom the text is about: *Из воспоминаний дочери*."""
    if not narrator.is_named:
        narrator.label = meant.register.label(term, main)
    meant.unnamed[main.number, term] = narrator
    back = kin()[term].back(main.sex)
    if back in ("husband", "wife"):
        meant.couples[main.number], meant.couples[narrator.number] = narrator, main
    elif back in _PARENTS and main.sex in ("", "m" if back == "father" else "f"):
        meant.unnamed[narrator.number, _PARENTS[back]] = main


def _main(register: Register, sentences: list[Sentence], narrator: Person | None) -> Person | None:
    """Return whom the text is about; of who tells it, not more than that they tell it is said by *я*."""
    main = main_person(register, sentences)
    others = [p for p in register.persons if p is not narrator and p.mentions and p.is_named]
    return max(others, key=lambda p: len(p.mentions)) if main is narrator and others else main


def _means_both(word: Word) -> bool:
    return plain(word.text) in _THEY and (word.is_plural or plain(word.text) != "им")


def _join_wives(meant: Meant) -> None:
    """Join a wife who is called by her husband's name with the one he is said to have married."""
    for number, wife in list(meant.couples.items()):
        husband = meant.register.persons[number]
        for person in meant.register.persons:
            same = (
                person is not wife and person.sex == "f" and wife.sex == "f" and person.stem == husband.stem
            )
            if (
                same
                and person.given
                and person.given == wife.given
                and not (person.patronymic and wife.patronymic)
            ):
                join(meant, person, wife)


def _turn_subjects(meant: Meant) -> None:
    """Make an object of a man's name that the parser took for the subject: *Люшкова застрелил капитан*."""
    for mention, person in meant.register.of.items():
        head, surname = mention.head, mention.surname
        if surname is None or person.sex != "m" or not head.rel.startswith("nsubj"):
            continue
        nominative = person.nominatives.get("nom")
        if nominative and surname.shown != nominative and surname.shown == nominative + "а":
            head.rel, head.case = "obj", "acc"


def _vote_for_sexes(meant: Meant) -> None:
    """Learn the sex of those whose names do not tell it from the verbs of which they are the subject."""
    for mention, person in meant.register.of.items():
        head = mention.head
        verb = head.parent
        if (
            head.rel.startswith("nsubj")
            and verb is not None
            and verb.gender in ("m", "f")
            and not verb.is_plural
        ):
            person.votes[verb.gender] += 2
    meant.register.settle_sexes()


class _Resolution(Resolution):
    """One sentence of Russian."""

    def resolve(self, word: Word) -> None:
        """Resolve pronouns, marriages, kin and descriptions."""
        lower, lemma, is_noun = plain(word.text), plain(word.lemma), word.pos in ("NOUN", "PROPN", "X", "ADJ")
        if self.narrator is not None and lower in ME | MINE and word.pos in ("PRON", "DET", "ADJ", "X"):
            self.mean(word, self.narrator, MentionForm.PRONOUN)
        elif (lower in _MALE or lower in _FEMALE) and not (lower in _THEY and word.is_plural):
            self._pronoun(word, "f" if lower in _FEMALE else "m")
        elif lemma in ("который", "кто") and word.pos in ("PRON", "DET", "ADJ"):
            self._relative(word)
        elif lemma in MARRYING:
            Marriage(self.meant, self.sentence).read(word)
        elif lemma == "семья":
            Kinship(self.meant, self.sentence, self.mean, self.narrator).read_family(word)
        elif is_noun and not word.is_plural and lemma in kin() and word.pos != "ADJ":
            after = word.beside(1)
            if after is not None and plain(after.text) in _POSSESSIVE and after not in self.meant.at:
                self._pronoun(after, "f" if plain(after.text) in _FEMALE else "m")  # жена его
            elif after is not None and plain(after.lemma) in descriptions() and after.case == "gen":
                self.resolve(after)  # внучке инженера
            Kinship(self.meant, self.sentence, self.mean, self.narrator).read(word)
        elif is_noun and not word.is_plural and lemma in descriptions():
            self._description(word)

    def remember(self) -> None:
        """Note whom the sentence was about; somebody unknown is nobody."""
        subjects = [w for w in self.sentence.words if w.rel.startswith("nsubj")]
        if any(w in self.meant.at for w in subjects):
            super().remember()
        elif any(w.pos == "PROPN" for w in subjects):
            self.meant.subject = None

    def called(self, word: Word, person: Person) -> None:
        """Note what stands before a name as what the person is: *следователь Глухов*."""
        before = noun_before(word, self.meant.names)
        if before is None or before in self.meant.at:
            return
        person.described.add(plain(before.lemma))
        first = before
        while (
            (left := first.beside(-1)) is not None and left.pos == "ADJ" and left.head in (before.i, word.i)
        ):
            first = left
        self.mean(
            before, person, MentionForm.NOMINAL, Span(first.start, self.meant.names[word].words[-1].end)
        )

    def _pronoun(self, word: Word, sex: str) -> None:
        is_possessive = plain(word.text) in _POSSESSIVE and word.rel in ("nmod", "det", "amod")
        best = likeliest(self.meant, word, sex, is_possessive=is_possessive)
        if best is self.narrator and best is not None:
            best = self._other_than_narrator(word, sex)
        if best is not None:
            best.sex = best.sex or sex
            self.mean(word, best, MentionForm.PRONOUN)

    def _other_than_narrator(self, word: Word, sex: str) -> Person | None:
        """Return who was spoken of last of that sex: who says *я* does not say *он* of themselves."""
        others = [p for p in self.meant.register.persons if p is not self.narrator and p.sex in ("", sex)]
        return spoken_of_last(others, word)

    def _relative(self, word: Word) -> None:
        """Put *который* to the noun before it."""
        noun = noun_of_relative(word)
        if noun is None:
            before = [w for w in self.sentence.words[: word.i] if w in self.meant.at]
            noun = before[-1] if before and word.i - before[-1].i <= 3 else None
        person = self.meant.at.get(noun) if noun is not None else None
        if person is not None and not (
            person.sex and word.gender in ("m", "f") and word.gender != person.sex
        ):
            self.mean(word, person, MentionForm.PRONOUN)

    def _description(self, word: Word) -> None:
        """Put *беглец*, *лётчик*, *юноша* to whom the text has so called, or to whom it is about."""
        if not self._stands_alone(word):
            return
        lemma = plain(word.lemma)
        sex = descriptions()[lemma]
        called = [
            p for p in self.meant.register.persons if lemma in p.described and (not p.sex or p.sex == sex)
        ]
        person = spoken_of_last(called, word) or self.meant.main
        if person is not None and (not person.sex or person.sex == sex) and person.last_before(word.start):
            adjective = word.beside(-1)
            span = word.span
            if adjective is not None and adjective.pos == "ADJ" and adjective.head == word.i:
                span = Span(adjective.start, word.end)
            self.mean(word, person, MentionForm.NOMINAL, span)

    def _stands_alone(self, word: Word) -> bool:
        """Whether the noun is an argument by itself: no name beside it, nothing that makes it another one."""
        if not (
            word.rel.startswith("nsubj") or word.rel in ("obj", "iobj", "obl", "nmod", "obl:agent", "advmod")
        ):
            return False
        if word.parent is not None and plain(word.parent.lemma) in words("without_owner"):
            return False
        if word.text[0].isupper() and word.i > 0:
            return False
        if (
            word.rel == "nmod"
            and word.parent is not None
            and plain(word.parent.lemma) not in words("owned") | kin().keys()
        ):
            return False
        if word.rel == "obl" and (word.case != "dat" or case_marker(word) is not None):
            return False
        after = word.beside(1)
        if after is not None and (
            after in self.meant.names or (after.case == "gen" and after.head == word.i)
        ):
            return False
        for child in word.children:
            if (
                child in self.meant.names
                or plain(child.lemma) in words("others")
                or child.rel in ("nummod", "appos")
            ):
                return False
            if child.rel == "amod" and (child.i > word.i or plain(child.lemma) in words("nation_adjectives")):
                return False
        return True
