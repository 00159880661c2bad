"""Terms of kinship: whose kin is meant, by what name, and what the two are to each other."""

from __future__ import annotations

from collections.abc import Callable

from factoid.model import MentionForm, Span
from factoid.reading.grammar.meaning import Kin, Meant, Tie
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.resolution import join
from factoid.reading.grammar.words import Sentence, Word, case_marker
from factoid.reading.russian.lexicon import kin, person_nouns, plain, words
from factoid.reading.russian.narrator import MINE

Mean = Callable[..., None]
_REACH = 8  #: words between a term of kinship and the name of who is meant
_BE = frozenset(["быть", "являться", "стать", "приходиться", "оставаться"])
_OF_SPEAKER = frozenset(["папа", "мама", "бабушка", "дедушка", "дед", "тетя", "дядя"])
_UNIQUE = frozenset(["father", "mother", "husband", "wife"])
_NOT_BLOOD = frozenset(["двоюродный", "троюродный", "внучатый", "крестный"])


class Kinship:
    """The terms of kinship of one sentence."""

    def __init__(self, meant: Meant, sentence: Sentence, mean: Mean, narrator: Person | None = None) -> None:
        self.meant, self.sentence, self.mean, self.narrator = meant, sentence, mean, narrator

    def read(self, word: Word) -> None:
        """Note who is kin to whom by the term."""
        if plain(word.lemma) in _OF_SPEAKER and self._in_quotation(word):
            return  # whose grandfather, only the speaker knows
        term = self._term(word)
        relative = self._in_genitive(word)
        who = self._told_of(word) if relative is not None else None
        if relative is not None and who is not None:
            self._told(word, term, who, relative)
            return
        subject = self._predicated(word)
        if subject is not None:
            owners, owner_at = self._owners(word, relative)
            if owners and owners[0] is not subject:
                self.mean(word, subject, MentionForm.NOMINAL)
                subject.sex = subject.sex or term.sex
                self._tie(owners[0], subject, term, word, (owner_at, word))
                return
        mutual = self._mutual(word, term)
        if mutual is not None:
            self.mean(word, mutual, MentionForm.NOMINAL)
            return
        owners, owner_at = self._owners(word, relative)
        if owners:
            self._means(word, term, owners, owner_at)

    def _means(self, word: Word, term: Kin, owners: list[Person], owner_at: Word | None) -> None:
        """Note whom the term means: somebody named beside it, or somebody without a name."""
        named = self._named_after(word)
        if named is not None:
            other, end = self.meant.at[named], named
            beside = named.i == word.i + 1 and named in self.meant.names
            last = self.meant.names[named].words[-1] if beside else word
            self.mean(word, other, MentionForm.NOMINAL, Span(self._begin(word).start, last.end))
            self._join_unnamed(owners[0], term, word, other)
        elif word.parent is not None and plain(word.parent.lemma) == "иметь":
            return
        else:
            other, end = self._known_or_new(owners[0], term, word), word
            self.mean(word, other, MentionForm.NOMINAL, Span(self._begin(word).start, word.end))
        other.sex = other.sex or term.sex
        self.meant.at.setdefault(word, other)
        for owner in owners:
            if owner is not other:
                self._tie(owner, other, term, word, (owner_at, end))

    def _in_quotation(self, word: Word) -> bool:
        depth = 0
        for before in self.sentence.words[: word.i]:
            depth += (before.text in ("«", "“", "„")) - (before.text in ("»", "”"))
        return depth > 0

    def _predicated(self, word: Word) -> Person | None:
        """Return who is said to become or be somebody's kin: *Ильза Краузе, которая стала его женой*."""
        if word.case != "ins" or self._named_after(word) is not None:
            return None
        verb = next(
            (w for w in (word.parent, *word.children) if w is not None and plain(w.lemma) in _BE), None
        )
        if verb is None:
            return None
        holders = [*verb.children, *word.children]
        subject = next((w for w in holders if w.rel.startswith("nsubj") and w in self.meant.at), None)
        return self.meant.at[subject] if subject is not None else None

    def _join_unnamed(self, owner: Person, term: Kin, word: Word, named: Person) -> None:
        """Put under a name the parent who was told of without one: *в семье купца. Отец, Сергей Аргутинский …*."""
        lemma = plain(word.lemma)
        for key in (lemma, *_ALIKE.get(lemma, ())):
            known = self.meant.unnamed.get((owner.number, key))
            if term.role in _UNIQUE and known is not None and known is not named and not known.is_named:
                join(self.meant, known, named)
                self.meant.unnamed[owner.number, key] = named
                self.meant.trades = [(w, named if p is known else p) for w, p in self.meant.trades]

    def _mutual(self, word: Word, term: Kin) -> Person | None:
        """Return whom a term means beside its opposite: the *зять* whom the *тесть* did not love."""
        if self._named_after(word) is not None or self._begin(word) is not word:
            return None
        start = self.sentence.words[0].start
        for tie in self.meant.ties:
            is_here = tie.other_at is not None and start <= tie.other_at.start < word.start
            if is_here and not tie.other.is_named and tie.back == term.role and tie.word.lemma != word.lemma:
                return tie.one
        return None

    def _term(self, word: Word) -> Kin:
        term = kin()[plain(word.lemma)]
        if any(plain(c.lemma) in _NOT_BLOOD for c in word.children):
            return Kin("other", term.sex, "other", "other")
        return term

    def _tie(self, one: Person, other: Person, term: Kin, word: Word, ends: tuple[Word | None, Word]) -> None:
        one_at, end = ends
        begin = min(
            (w for w in (self._begin(word), one_at) if w is not None and abs(w.i - word.i) < _REACH),
            key=lambda w: w.i,
        )
        last = max(
            (word, end, *([one_at] if one_at and abs(one_at.i - word.i) < _REACH else [])), key=lambda w: w.i
        )
        mention = self.meant.names.get(last)
        quote = Span(begin.start, mention.words[-1].end if mention else last.end)
        other_at = self.meant.names[end].words[0].span if end in self.meant.names else end.span
        back = term.back(one.sex)
        self.meant.ties.append(
            Tie(one, other, term.role, back, quote, word, one_at.span if one_at else None, other_at)
        )
        if term.role in ("husband", "wife"):
            self.meant.couples[one.number] = other
            self.meant.couples[other.number] = one
        if (one.number, plain(word.lemma)) not in self.meant.unnamed:
            self.meant.unnamed[one.number, plain(word.lemma)] = other

    def _begin(self, word: Word) -> Word:
        """Return the first of the words that describe: *старший брат*, *его жена*."""
        first = word
        while (before := first.beside(-1)) is not None and (
            (before.pos in ("ADJ", "NUM") and before.head == word.i)
            or plain(before.text) in ("его", "ее", "их", "свой", "свою", "своего")
            or plain(before.text) in MINE
        ):
            first = before
        return first

    # what is told of somebody: сын портного, дочь купца Саввы

    def _in_genitive(self, word: Word) -> Word | None:
        """Return the person, or the noun for one, that the term has in the genitive."""
        at = word.i + 1
        while (after := self._at(at)) is not None and after.i - word.i <= _REACH:
            if after in self.meant.names:
                return after if after.case == "gen" else None
            if after.case == "gen" and plain(after.lemma) in person_nouns() and not after.is_plural:
                name = self._name_follows(after)
                return name or after
            if after.case != "gen" or after.pos not in ("ADJ", "NOUN", "PROPN", "DET", "NUM"):
                return None
            at += 1
        return None

    def _name_follows(self, word: Word) -> Word | None:
        at = word.i + 1
        while (after := self._at(at)) is not None and after.i - word.i < 5:
            if after in self.meant.names:
                return after
            if after.case != "gen" and after.pos != "NUM":
                return None
            at += 1
        return None

    def _told_of(self, word: Word) -> Person | None:
        """Return of whom the term is told, where it does not mean somebody else: *он был сыном …*."""
        begin = self._begin(word)
        before = begin.beside(-1)
        if word.case == "nom" and (named := self._name_after_relative(word)) is not None:
            return self.meant.at[named]
        if word.case == "ins":
            is_told = any(plain(w.lemma) in _BE for w in self.sentence.words[max(0, begin.i - 4) : begin.i])
            return self._subject_of(word) if is_told else None
        if before is None or before.text in (".", ";"):
            follows = [
                c
                for c in self.sentence.words
                if c.pos in ("VERB", "AUX") and c.form == "fin" and c.rel in ("root", "ROOT")
            ]
            is_subject = word.rel.startswith("nsubj")
            return None if follows and is_subject else self._focus()
        if before.text in (",", ")", "—", "–", "-", "("):
            named = before.beside(-1)
            while (
                named is not None
                and named not in self.meant.names
                and named.text in (")", ",", "—", "–", "-")
            ):
                named = named.beside(-1)
            if named is not None and named in self.meant.names:
                return self.meant.at[named]
            verbless = not any(w.form == "fin" for w in self.sentence.words)
            return self._focus() if verbless else None
        return None

    def _name_after_relative(self, word: Word) -> Word | None:
        """Return the name in *Дочь генерала Варпаховского, Юлия Петровна*."""
        at = self._in_genitive(word)
        mention = self.meant.names.get(at) if at is not None else None
        last = mention.words[-1] if mention is not None else at
        comma = last.beside(1) if last is not None else None
        named = comma.beside(1) if comma is not None and comma.text == "," else None
        return (
            named if named is not None and named in self.meant.names and named.case in ("nom", "") else None
        )

    def _subject_of(self, word: Word) -> Person | None:
        """Return who is said to be what the word says: the subject beside it, or the one of the sentence before."""
        for before in reversed(self.sentence.words[: word.i]):
            if before in self.meant.at and before.rel.startswith("nsubj"):
                return self.meant.at[before]
        return self._focus()

    def _focus(self) -> Person | None:
        return self.meant.main if not self.sentence.is_first else (self.meant.subject or self.meant.main)

    def _told(self, word: Word, term: Kin, who: Person, relative: Word) -> None:
        """Note that somebody is the son, the wife … of another."""
        who.sex = who.sex or term.sex
        if relative in self.meant.names:
            other = self.meant.at[relative]
        else:
            role = term.back("m")
            other = self._parent_or(who, role, relative)
            self.mean(relative, other, MentionForm.NOMINAL)
            self.meant.trades.append((relative, other))
        if other is who:
            return
        back = Kin(term.back(other.sex or "m"), "", term.role, term.role)
        self._tie(who, other, back, word, (None, relative))

    def _parent_or(self, who: Person, role: str, noun: Word) -> Person:
        label = {"father": "отец", "mother": "мать", "husband": "муж", "wife": "жена"}.get(
            role, "родственник"
        )
        key = (who.number, label)
        if key not in self.meant.unnamed:
            sex = "f" if role in ("mother", "wife", "daughter", "sister") else "m"
            self.meant.unnamed[key] = self.meant.register.new(
                label=self.meant.register.label(label, who), sex=sex
            )
        return self.meant.unnamed[key]

    def read_family(self, word: Word) -> None:
        """Read *родился в семье портного* as: the father was a tailor."""
        if word.is_plural or self.meant.main is None:
            return
        noun = self._in_genitive(word)
        if noun is None or noun.is_plural or plain(noun.lemma) in words("nations"):
            return
        verb = word.parent
        subject = (
            next((c for c in verb.children if c.rel.startswith("nsubj")), None) if verb is not None else None
        )
        who = self.meant.at.get(subject) if subject is not None else self._focus()
        if who is None:
            return
        if noun in self.meant.names:
            other = self.meant.at[noun]
        else:
            other = self._parent_or(who, "father", noun)
            self.mean(noun, other, MentionForm.NOMINAL)
            self.meant.trades.append((noun, other))
        if other is not who:
            term = Kin("father" if other.sex != "f" else "mother", other.sex, "son", "daughter")
            self._tie(who, other, term, word, (None, noun))

    # whom a term means: его жена, вдова Люшкова, отец

    def _owners(self, word: Word, genitive: Word | None) -> tuple[list[Person], Word | None]:
        """Return whose kin is meant, one or a couple, and the word that says so."""
        for near in (word.beside(-1), word.beside(1), self._begin(word)):
            if near is not None and (
                plain(near.text) in ("его", "ее", "них", "их") or plain(near.text) in MINE
            ):
                found = self.meant.persons(near)
                if found:
                    return found, near
        after = genitive or word.beside(1)
        if after is not None and after in self.meant.at and after.case == "gen":
            return [self.meant.at[after]], after
        for before in reversed(self.sentence.words[: word.i]):
            if before.case == "gen" and self._is_of(before) and (found := self.meant.persons(before)):
                return found, before
        owner = self._owner_from_story(word)
        return ([owner] if owner is not None else []), None

    def _is_of(self, word: Word) -> bool:
        marker = case_marker(word)
        return marker is not None and marker.lemma == "у"

    def _owner_from_story(self, word: Word) -> Person | None:
        """Return whose kin it is where nothing beside the word tells: the subject, or whom the text is about."""
        main = self.meant.main
        if self.narrator is not None:
            if main is not None and self.meant.unnamed.get((main.number, plain(word.lemma))) is self.narrator:
                return main  # Из воспоминаний дочери
            if plain(word.lemma) in _OF_SPEAKER:
                return self.narrator
        verb = word.parent
        while verb is not None and verb.pos != "VERB":
            verb = verb.parent
        if verb is not None and not word.rel.startswith("nsubj"):
            objects = [c for c in verb.children if c.rel == "obj" and c in self.meant.at and c.i < word.i]
            if objects:
                return self.meant.at[objects[0]]
            subject = next(
                (c for c in verb.children if c.rel.startswith("nsubj") and c in self.meant.at), None
            )
            if subject is not None and self.meant.at[subject] is not self.meant.at.get(word):
                return self.meant.at[subject]
        return self.narrator or self._owner_beside(word) or self.meant.main

    def _owner_beside(self, word: Word) -> Person | None:
        """Return whose kin was told of just before in the sentence: *отец его был хорунжим, мать — учительницей*."""
        start = self.sentence.words[0].start
        for tie in reversed(self.meant.ties):
            if (
                tie.other_at is not None
                and start <= tie.other_at.start < word.start
                and tie.word.lemma != word.lemma
            ):
                return tie.one
        return None

    def _named_after(self, word: Word) -> Word | None:
        """Return the name that follows: *мать, Роза Моисеевна*; *отец, урядник Савелий*; *жена — Анна*."""
        at = word.i + 1
        while (after := self._at(at)) is not None and after.i - word.i <= _REACH:
            if after in self.meant.names:
                return after
            fits = after.text in (",", "–", "—", "-", ":") or after.pos in ("ADJ", "NUM")
            fits = fits or (after.i == word.i + 1 and plain(after.text) in ("его", "ее", "их"))
            fits = (
                fits
                or plain(after.lemma) in person_nouns()
                or (after.case == "gen" and after.pos == "NOUN" and after.i > word.i + 1)
            )
            if not fits and not (after.i == word.i + 1 and after in self.meant.at):
                return None
            at += 1
        return None

    def _known_or_new(self, owner: Person, term: Kin, word: Word) -> Person:
        lemma = plain(word.lemma)
        if term.role in ("husband", "wife") and owner.number in self.meant.couples:
            return self.meant.couples[owner.number]
        for key in (lemma, *_ALIKE.get(lemma, ())):
            if (owner.number, key) in self.meant.unnamed:
                return self.meant.unnamed[owner.number, key]
        told = {
            p.number: p
            for tie in self.meant.ties
            for one, p, role in ((tie.one, tie.other, tie.role), (tie.other, tie.one, tie.back))
            if one is owner and role == term.role and role != "other"
        }
        if len(told) == 1:
            return next(iter(told.values()))
        person = self.meant.register.new(label=self.meant.register.label(word.lemma, owner), sex=term.sex)
        self.meant.unnamed[owner.number, lemma] = person
        return person

    def _at(self, i: int) -> Word | None:
        return self.sentence.words[i] if i < len(self.sentence.words) else None


_ALIKE = {
    "отец": ("папа",), "папа": ("отец",), "мать": ("мама",), "мама": ("мать",), "дочь": ("дочка",), "дочка": ("дочь",),
    "сын": ("сынок",), "жена": ("супруга", "вдова"), "вдова": ("жена", "супруга"), "супруга": ("жена",),
    "муж": ("супруг",),
}  # fmt: skip
