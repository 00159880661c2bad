"""Names and persons of a text while it is being read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from factoid.model import MentionForm, Span
from factoid.reading.grammar.words import Word


@dataclass(slots=True, eq=False)
class NameMention:
    """A name where it stands."""

    words: list[Word]
    given: Word | None = None
    patronymic: Word | None = None
    surname: Word | None = None
    initials: list[Word] = field(default_factory=list)

    @property
    def head(self) -> Word:
        """The word by which it hangs on the rest of the sentence."""
        inside = {w.i for w in self.words}
        return next((w for w in self.words if w.head not in inside), self.words[0])

    @property
    def is_full(self) -> bool:
        """Whether surname and given name, or its initial, are there."""
        return self.surname is not None and (self.given is not None or bool(self.initials))


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the text speaks of, while it is being read."""

    number: int
    given: str = ""  #: in the nominative
    patronymic: str = ""
    surname: str = ""
    stem: str = ""  #: of the surname
    initial: str = ""  #: the first letter of the given name
    second: str = ""  #: the first letter of the patronymic
    sex: str = ""
    is_named: bool = True
    label: str = ""  #: for the unnamed a description
    mentions: dict[Span, MentionForm] = field(default_factory=dict)
    forms: dict[str, MentionForm] = field(default_factory=dict)
    described: set[str] = field(default_factory=set)  #: lemmas of nouns that the text calls the person
    votes: Counter[str] = field(default_factory=Counter)  #: for the sex
    nominatives: dict[str, str] = field(default_factory=dict)  #: surname in the nominative as the text has it
    anchor: Span = field(default_factory=lambda: Span(0, 0))
    other_stems: set[str] = field(default_factory=set)  #: of surnames borne before or after

    @property
    def name(self) -> str:
        """The fullest form, in the nominative."""
        if not self.is_named:
            return self.label
        given = self.given or (f"{self.initial}." if self.initial else "")
        second = self.patronymic or (f"{self.second}." if self.second and not self.given else "")
        return " ".join(part for part in (given, second, self.surname) if part) or self.label

    def last_before(self, place: int) -> Span | None:
        """Return where the person was last meant before a place in the text."""
        return max((span for span in self.mentions if span.end <= place), default=None)

    def add(self, span: Span, words: str, form: MentionForm) -> None:
        """Note that the words mean the person."""
        if not self.mentions and form is not MentionForm.PRONOUN:
            self.anchor = span
        self.mentions.setdefault(span, form)
        if form is not MentionForm.PRONOUN:
            self.forms.setdefault(" ".join(words.split()), form)


class Register(ABC):
    """The persons of a text, found again by their names; how names are told apart is each language's own."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self.of: dict[NameMention, Person] = {}

    def enter_all(self, mentions: Iterable[NameMention], is_alias: Callable[[NameMention], bool]) -> None:
        """Put names to persons: full names, then what is short for them, then what else somebody is called."""
        rows = list(mentions)
        named = [mention for mention in rows if not is_alias(mention)]
        for is_full in (True, False):
            for mention in named:
                if mention.is_full is is_full:
                    self.enter(mention)
        for before, mention in zip([None, *rows], rows, strict=False):
            if mention not in self.of:
                self.enter_alias(mention, before)

    def enter(self, mention: NameMention) -> None:
        """Put one name to whom it fits best, else to somebody new."""
        fitting = [p for p in self.persons if p.is_named and self.fits(p, mention)]
        person = self.best(fitting, mention) if fitting else None
        if person is None:
            person = Person(len(self.persons))
            self.persons.append(person)
        self.of[mention] = person
        self.learn(person, mention)

    @abstractmethod
    def enter_alias(self, mention: NameMention, before: NameMention | None) -> None:
        """Put another name to whom the text named ``before`` it."""

    @abstractmethod
    def fits(self, person: Person, mention: NameMention) -> bool:
        """Say whether the person can be called so."""

    @abstractmethod
    def best(self, fitting: list[Person], mention: NameMention) -> Person:
        """Return whom of several the name likeliest means."""

    @abstractmethod
    def learn(self, person: Person, mention: NameMention) -> None:
        """Take over what the name tells, and note where it stands."""

    def settle_sexes(self) -> None:
        """Let votes decide the sex of those whose names do not tell it."""
        for person in self.persons:
            if not person.sex and person.votes:
                person.sex = max(sorted(person.votes), key=lambda sex: person.votes[sex])

    def new(self, *, label: str, sex: str) -> Person:
        """Return somebody without a name."""
        person = Person(len(self.persons), is_named=False, label=label, sex=sex)
        self.persons.append(person)
        return person

    def label(self, kin: str, person: Person) -> str:
        """Return a description of somebody without a name, who is kin to a person."""
        return f"{kin} ({person.name})"


def words_of_name(words: list[Word]) -> str:
    """Return the words of a name with a space wherever the text has white space."""
    out = ""
    for before, word in zip([None, *words[:-1]], words, strict=True):
        out += " " * (word.start - before.end) if before else ""
        out += word.text
    return out
