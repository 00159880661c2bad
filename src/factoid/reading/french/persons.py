"""Names to persons: full names first, then what is short for them."""

from __future__ import annotations

from factoid.model import MentionForm
from factoid.names import given_name_relation
from factoid.reading.french.lexicon import forms, people, plain
from factoid.reading.french.names import sex_of_given, title_before
from factoid.reading.grammar.persons import NameMention, Person, Register, words_of_name
from factoid.reading.grammar.words import span_of

_FEMALE = frozenset(["née", "dite", "surnommée", "veuve"])


def is_alias(mention: NameMention) -> bool:
    """Whether the words before it say that it is another name: *née Irina Chtern*, *sous le nom de Sylvie*."""
    row = mention.words[0].sentence.words
    before = [plain(w.text) for w in row[max(0, mention.words[0].i - 3) : mention.words[0].i]]
    near = [b for b in before if b not in ("de", "d'", "du", "la", "le", ":", "«", "(", "était", "est")]
    return bool(near) and near[-1] in people("alias")


def surname_of(mention: NameMention) -> str:
    """Return the surname with the particle that belongs to it: *de Marchanville*."""
    if mention.surname is None:
        return ""
    row, at = mention.words, mention.surname
    start = row.index(at) if at in row else 0
    first = start
    while (
        first > 0
        and plain(row[first - 1].text) in people("particles")
        and row[first - 1] is not mention.given
    ):
        first -= 1
    rest = row[first : start + 1]
    if row[-1].text == ")":  # MARCHANVILLE (Louis-Auguste de)
        particle = [w for w in row if plain(w.text) in people("particles") and not w.is_name_like]
        rest = [*particle, at]
    elif mention.given is not None and start + 1 < len(row) and row[-1].text != ")":
        rest = row[first:]
    return words_of_name(rest) if row[-1].text != ")" else " ".join(w.shown for w in rest)


class FrenchRegister(Register):
    """The persons of a text, found again by their names."""

    def enter_alias(self, mention: NameMention, before: NameMention | None) -> None:
        """Put another name to whom the text named before it in the same sentence."""
        near = before is not None and before.words[0].sentence is mention.words[0].sentence
        person = self.of.get(before) if before is not None and near else None
        if person is None and self.persons:
            person = max(self.persons, key=lambda p: (len(p.mentions), -p.number))
        if person is None:
            self.enter(mention)
            return
        self.of[mention] = person
        if mention.surname is not None:
            person.other_stems.add(plain(mention.surname.shown))
        if mention.given is not None and not person.sex:
            person.sex = sex_of_given(mention.given.shown)
        if _marker(mention) in _FEMALE:
            person.sex = "f"
        person.add(span_of(mention.words), words_of_name(mention.words), MentionForm.NAME)

    def best(self, fitting: list[Person], mention: NameMention) -> Person:
        """Return the one who is named most fully and was named last before."""
        start = mention.words[0].start
        return max(
            fitting,
            key=lambda p: (
                bool(p.given) and bool(mention.given or mention.initials),
                max((s.start for s in p.mentions if s.start < start), default=-1),
                -p.number,
            ),
        )

    def fits(self, person: Person, mention: NameMention) -> bool:
        """Say whether the person can be called so: sex, surname and given name or initial agree."""
        sex = sex_of(mention)
        if sex and person.sex and sex != person.sex:
            return False
        if mention.surname is not None:
            stem = plain(mention.surname.shown)
            if person.stem and stem != person.stem and stem not in person.other_stems:
                return False
            if not person.stem:
                return False
        elif mention.given is None:
            return False
        if mention.given is not None and person.given:
            one, two = mention.given.shown, person.given
            return plain(one) == plain(two) or bool(given_name_relation(one, two))
        if mention.given is not None and mention.surname is None:
            return False
        initial = (person.given or person.initial)[:1]
        return not (mention.initials and initial) or initial == mention.initials[0].shown[:1]

    def learn(self, person: Person, mention: NameMention) -> None:
        """Take over what the name tells, and note where it stands."""
        person.sex = person.sex or sex_of(mention)
        if mention.surname is not None:
            person.stem = person.stem or plain(mention.surname.shown)
            surname = surname_of(mention)
            if len(surname) > len(person.surname):
                person.surname = surname
        if mention.given is not None and not person.given:
            person.given = _given_names(mention)
            person.initial = person.given[:1]
        if mention.initials:
            person.initial = person.initial or mention.initials[0].shown[:1]
        person.add(span_of(mention.words), words_of_name(mention.words), MentionForm.NAME)

    def label(self, kin: str, person: Person) -> str:
        """Return a description of somebody without a name: *femme d'Étienne Lambertin*."""
        name = person.name
        of = "d'" if name[:1].lower() in "aeiouyàâéèêëîïôœh" else "de "
        return f"{kin} {of}{name}"


def _given_names(mention: NameMention) -> str:
    """Return the given names: *Pierre Paul*; of a headword the first."""
    assert mention.given is not None
    if mention.surname is None or mention.words[-1].text == ")":
        return mention.given.shown
    stop = mention.words.index(mention.surname)
    row = [w.shown for w in mention.words[:stop] if plain(w.text) not in people("particles")]
    return " ".join(row) or mention.given.shown


def _marker(mention: NameMention) -> str:
    before = mention.words[0].beside(-1)
    return plain(before.text) if before is not None else ""


def sex_of(mention: NameMention) -> str:
    """Return ``m`` or ``f`` where given name or title tells, else nothing."""
    title = title_before(mention.words[0])
    if title is not None:
        if plain(title.text) in forms("female_titles"):
            return "f"
        if plain(title.text) in (
            "m.",
            "monsieur",
            "abbé",
            "comte",
            "baron",
            "marquis",
            "duc",
            "frère",
            "père",
        ):
            return "m"
    return sex_of_given(mention.given.shown) if mention.given is not None else ""
