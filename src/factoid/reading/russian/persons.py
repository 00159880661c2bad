"""Names to persons: full names first, then what is short for them."""

from __future__ import annotations

from factoid.model import MentionForm
from factoid.names import given_name_relation, is_given_name
from factoid.reading.grammar.persons import NameMention, Person, Register, words_of_name
from factoid.reading.grammar.words import Word, span_of
from factoid.reading.russian.lexicon import plain
from factoid.reading.russian.morphology import Morphology
from factoid.reading.russian.names import (
    looks_female,
    nominative_by_ending,
    sex_of_surname,
    stem_of,
)

_OF_FIRST_DECLENSION = ("ою", "ой", "ы", "е", "у")
NARRATOR = "автор"  #: who says *я* without being named


class RussianRegister(Register):
    """The persons of a text, found again by their names."""

    def __init__(self, morphology: Morphology) -> None:
        super().__init__()
        self._morphology = morphology

    def enter_alias(self, mention: NameMention, before: NameMention | None) -> None:
        """Put another name to whom the text named before it."""
        person = self.of.get(before) if before is not None else None
        if person is None:
            self.enter(mention)
            return
        self.of[mention] = person
        if mention.surname is not None:
            person.other_stems.add(stem_of(mention.surname.shown))
        person.add(span_of(mention.words), words_of_name(mention.words), MentionForm.NAME)

    def best(self, fitting: list[Person], mention: NameMention) -> Person:
        """Return the one who is named most fully and was named last before."""
        start = mention.words[0].start
        return max(
            fitting,
            key=lambda p: (
                bool(p.given) and bool(mention.given or mention.initials),
                max((s.start for s in p.mentions if s.start < start), default=-1)
                if not mention.is_full
                else 0,
                -p.number,
            ),
        )

    def fits(self, person: Person, mention: NameMention) -> bool:
        """Say whether the person can be called so: sex, surname, given name, initials and patronymic agree."""
        sex = self._sex(mention)
        if sex and person.sex and sex != person.sex:
            return False
        if mention.surname is not None:
            stem = stem_of(mention.surname.shown)
            if not person.stem or not (stem == person.stem or stem in person.other_stems):
                return False
        elif mention.given is None:
            return False
        if mention.given is not None and person.given:
            given = self._given(mention.given, sex)
            if plain(given) != plain(person.given) and not given_name_relation(given, person.given):
                return False
        elif mention.given is not None and (
            mention.surname is None or (person.initial and mention.given.shown[:1] != person.initial)
        ):
            return False
        return _initials_fit(person, mention) and _patronymics_fit(person, mention)

    def _given(self, word: Word, sex: str) -> str:
        if word.gender == "f" and not is_given_name(word.shown):
            for ending in _OF_FIRST_DECLENSION:
                bare = word.shown.removesuffix(ending)
                if bare != word.shown and is_given_name(bare + "а"):
                    return bare + "а"  # Ильзой: no dictionary of Russian has her
        if (
            word.case == "ins"
            and word.shown.endswith("ой")
            and "given" not in self._morphology.kinds(word.shown)
        ):
            return word.shown[:-2] + "а"
        return self._morphology.nominative(word.shown, "given", sex)

    def _sex(self, mention: NameMention) -> str:
        if mention.patronymic is not None:
            return "f" if plain(mention.patronymic.shown).rstrip("аыуеойю").endswith(("вн", "чн")) else "m"
        if mention.given is not None:
            told = self._morphology.gender(mention.given.shown, "given")
            return told or (mention.given.gender if mention.given.gender in ("m", "f") else "")
        if mention.surname is not None:
            return sex_of_surname(mention.surname)
        return ""

    def learn(self, person: Person, mention: NameMention) -> None:
        """Take over what the name tells, and note where it stands."""
        person.sex = person.sex or self._sex(mention)
        if mention.surname is not None:
            self._learn_surname(person, mention.surname)
        if mention.given is not None:
            given = self._given(mention.given, person.sex)
            if len(given) > len(person.given) or not person.given:
                person.given = given
            person.initial = person.initial or given[:1]
        if mention.patronymic is not None and not person.patronymic:
            person.patronymic = self._morphology.nominative(
                mention.patronymic.shown, "patronymic", person.sex
            )
        if mention.initials:
            person.initial = person.initial or mention.initials[0].shown[:1]
            if len(mention.initials) > 1:
                person.second = person.second or mention.initials[1].shown[:1]
        content = words_of_name(mention.words)
        person.add(span_of(mention.words), content, MentionForm.NAME)

    def _learn_surname(self, person: Person, word: Word) -> None:
        person.stem = person.stem or stem_of(word.shown)
        if not person.sex and word.case == "nom" and not word.is_plural:
            person.votes["f" if looks_female(word) else "m"] += 1 if word.entity == "PER" else 0
        if (
            word.case == "nom"
            and not word.is_plural
            and nominative_by_ending(word.shown, "") is None
            and not (person.sex == "m" and word.shown.endswith(("ова", "ева", "ина", "ына")))
        ):
            person.nominatives.setdefault("nom", word.shown)
        attested = person.nominatives.get("nom")
        person.surname = attested or self._nominative(word, person)

    def _nominative(self, word: Word, person: Person) -> str:
        """Return a surname in the nominative: as a man of that name is called elsewhere, or by the dictionary."""
        stem, masculine = stem_of(word.shown), person.sex != "f"
        for other in self.persons:
            if other.stem == stem and masculine and other.sex == "m" and other.nominatives:
                return other.nominatives["nom"]
        if (by_ending := nominative_by_ending(word.shown, person.sex)) is not None:
            return by_ending
        found = self._morphology.nominative(word.shown, "surname", person.sex)
        if found == word.shown and masculine and word.case != "nom" and stem[-1:] not in "аеиоуыэюя":
            if word.shown.endswith("ь"):
                return word.shown  # Гуль
            bare = word.shown[: len(stem)]
            return bare + "ий" if stem.endswith(("ск", "цк")) else bare
        return found

    def label(self, kin: str, person: Person) -> str:
        """Return a description of somebody without a name: *жена Исая Дубровина*."""
        if person.label == NARRATOR:
            return f"{kin} автора"
        if not person.is_named:
            return super().label(kin, person)
        parts = (("given", person.given), ("surname", person.surname))
        name = " ".join(self._morphology.genitive(word, kind, person.sex) for kind, word in parts if word)
        return f"{kin} {name or person.name}"


def _initials_fit(person: Person, mention: NameMention) -> bool:
    initial = (person.given or person.initial)[:1]
    return not (mention.initials and initial) or initial == mention.initials[0].shown[:1]


def _patronymics_fit(person: Person, mention: NameMention) -> bool:
    if mention.patronymic is None or not person.patronymic:
        return True
    return stem_of(person.patronymic)[:4] == stem_of(mention.patronymic.shown)[:4]
