"""Terms of kinship: whose kin is meant, by what name, and what the two are to each other."""

from __future__ import annotations

from collections.abc import Callable

from factoid.model import MentionForm, Span
from factoid.reading.french.lexicon import kin, plain
from factoid.reading.french.phrases import noun_kind
from factoid.reading.grammar.meaning import Kin, Meant, Tie
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word

Mean = Callable[..., None]
_OWN = frozenset(["son", "sa", "mon", "ma", "leur"])
_ONE = frozenset(["un", "une"])
_OF = frozenset(["de", "d'", "du", "des"])


def kin_key(word: Word) -> str:
    """Return the term of kinship that a word is, by its form before its lemma: *veuve*."""
    return next((key for key in (plain(word.text), plain(word.lemma)) if key in kin()), "")


class Kinship:
    """The terms of kinship of one sentence."""

    def __init__(self, meant: Meant, sentence: Sentence, mean: Mean) -> None:
        self.meant, self.sentence, self.mean = meant, sentence, mean

    def read(self, word: Word) -> None:
        """Note who is kin to whom by the term."""
        term = kin()[kin_key(word)]
        article = self._article(word)
        if article is not None and plain(article.text) in _OWN:
            owner = self.meant.at.get(article)
            if owner is not None:
                self._owned(word, term, owner, article)
            return
        relatives = self._of_whom(word, term)
        if relatives:
            self._told(word, term, relatives)
        elif article is not None and plain(article.text) in _ONE and self._is_had(word):
            self._had(word, term)

    def read_born(self, word: Word) -> None:
        """Read *né de Jean Perrault et de Marie Fayolle*, *né dans la famille d'un tailleur*."""
        row = self.sentence.words
        child = self.meant.main
        family = next(
            (w for w in row[word.i + 1 : word.i + 12] if plain(w.lemma) in ("famille", "foyer")), None
        )
        if child is None:
            return
        if (
            family is not None
            and (after := family.beside(1)) is not None
            and plain(after.text) in ("d'", "de")
        ):
            for parent, _ in self._of_whom(family, Kin("child", "", "father", "mother")):
                self._tie(child, parent, word, (Span(word.start, self._end(parent, family)), None))

    def _article(self, word: Word) -> Word | None:
        before = word.beside(-1)
        while before is not None and before.pos in ("ADJ", "NUM") and word.i - before.i < 4:
            before = before.beside(-1)
        return before

    def _named_after(self, word: Word) -> Word | None:
        """Return the name beside a term: *son frère Paul*, *sa femme, Nina*, *son oncle, l'abbé Yves*."""
        row = self.sentence.words
        for after in row[word.i + 1 : word.i + 7]:
            if after in self.meant.names:
                return after
            is_title = noun_kind(after) is not None or plain(after.text) in ("m.", "mme")
            if not (after.text in (",", "(", ":") or after.pos in ("ADJ", "DET") or is_title):
                return None
        return None

    def _owned(self, word: Word, term: Kin, owner: Person, article: Word) -> None:
        """Read *son frère Paul*, *ma mère s'appelait Rose Thiriet*, *sa fille*."""
        at = self._named_after(word) or self._name_by_verb(word)
        if at is not None:
            other = self.meant.at[at]
            last = self.meant.names[at].words[-1]
            self.mean(word, other, MentionForm.NOMINAL, Span(article.start, word.end))
            end = last.end
        else:
            other = self._known(owner, word, term)
            self.mean(word, other, MentionForm.NOMINAL, Span(article.start, word.end))
            end = word.end
        other.sex = other.sex or term.sex
        if owner is not other:
            at_owner = article.span
            quote = Span(article.start, end)
            back = term.back(owner.sex)
            self.meant.ties.append(Tie(owner, other, term.role, back, quote, word, at_owner, word.span))
            self._note(owner, other, term)

    def _note(self, owner: Person, other: Person, term: Kin) -> None:
        self.meant.unnamed.setdefault((owner.number, term.role), other)
        if term.role in ("wife", "husband"):
            self.meant.couples.setdefault(owner.number, other)
            self.meant.couples.setdefault(other.number, owner)

    def _name_by_verb(self, word: Word) -> Word | None:
        verb = word.parent
        if verb is None or verb.lemma not in ("appeler", "nommer") or not word.rel.startswith("nsubj"):
            return None
        row = self.sentence.words[verb.i + 1 : verb.i + 4]
        return next((w for w in row if w in self.meant.names), None)

    def _known(self, owner: Person, word: Word, term: Kin) -> Person:
        """Return the one of that kin whom the text has spoken of, or somebody new without a name."""
        if (known := self.meant.unnamed.get((owner.number, term.role))) is not None and term.role != "other":
            return known
        if term.role in ("wife", "husband") and owner.number in self.meant.couples:
            return self.meant.couples[owner.number]
        person = self.meant.register.new(
            label=self.meant.register.label(plain(word.text), owner), sex=term.sex
        )
        person.anchor = word.span
        return person

    def _of_whom(self, word: Word, term: Kin) -> list[tuple[Person, Word]]:
        """Return the persons in *fils de X et de Y*, *fille d'un imprimeur*."""
        row, found = self.sentence.words, []
        of = word.beside(1)
        while of is not None and of.pos == "ADJ":
            of = of.beside(1)
        if of is None or plain(of.text) not in _OF:
            return []
        at = of.i + 1
        while at < len(row) and at - word.i < 30:
            here = row[at]
            if here in self.meant.names:
                found.append((self.meant.at[here], self.meant.names[here].words[-1]))
                at = self.meant.names[here].words[-1].i + 1
            elif (
                not found
                and plain(here.text) in _ONE
                and (noun := here.beside(1)) is not None
                and noun_kind(noun)
            ):
                found.append((self._unnamed(noun, term), noun))
                at = noun.i + 1
            elif (
                noun_kind(here)
                or here.pos in ("DET", "ADJ")
                or plain(here.text) in _OF | {"et", ",", "feu", "lui", "à", "au"}
            ):
                if plain(here.text) == "et" and not self._goes_on(at):
                    break
                at += 1
            elif found and row[at - 1].pos in ("ADP", "DET") and here.is_name_like:
                at += 1
            else:
                break
        return found[:2]

    def _goes_on(self, at: int) -> bool:
        """Whether *et* joins the other parent: *et de Claire Roussel*."""
        after = self.sentence.words[at + 1 : at + 4]
        return bool(after) and plain(after[0].text) in _OF

    def _unnamed(self, noun: Word, term: Kin) -> Person:
        """Return somebody who is only told by a trade: *un imprimeur*."""
        child = self._told_of(noun)
        role = term.back("") if term.role in ("son", "daughter", "child") else "parent"
        word = {"father": "père", "mother": "mère"}.get(role, "parent")
        sex = "f" if noun.gender == "f" else "m"
        label = self.meant.register.label(word, child) if child is not None else noun.text
        person = self.meant.register.new(label=label, sex=sex)
        person.anchor = noun.span
        article = noun.beside(-1)
        begin = article.start if article is not None else noun.start
        self.mean(noun, person, MentionForm.NOMINAL, Span(begin, noun.end))
        self.meant.trades.append((noun, person))
        return person

    def _end(self, person: Person, default: Word) -> int:
        return max((s.end for s in person.mentions if s.start >= default.start), default=default.end)

    def _told(self, word: Word, term: Kin, relatives: list[tuple[Person, Word]]) -> None:
        """Read *X, fils de Y*; *le frère de Y* without a name is somebody new."""
        who = self._told_of(word)
        article = self._article(word)
        is_argument = word.rel.startswith("nsubj") and article is not None and article.pos == "DET"
        named = self._named_right(relatives[-1][1]) if who is None or is_argument else None
        first = relatives[0][0]
        if named is not None:
            who = named
        elif is_argument or who is None or who is first:
            who = self._known(first, word, term)
            self.mean(word, who, MentionForm.NOMINAL)
        elif word not in self.meant.at:
            self.mean(word, who, MentionForm.NOMINAL, Span(word.start, word.end))
        who.sex = who.sex or term.sex
        for other, last in relatives:
            if other is not who:
                self._tie(who, other, word, (Span(word.start, last.end), term))

    def _named_right(self, last: Word) -> Person | None:
        """Return who is named after the term: *la fille de Jean, Marie*."""
        comma = last.beside(1)
        after = comma.beside(1) if comma is not None and comma.text == "," else None
        return self.meant.at[after] if after is not None and after in self.meant.names else None

    def _tie(self, who: Person, other: Person, word: Word, told: tuple[Span, Kin | None]) -> None:
        quote, term = told
        role = term.role if term is not None else "daughter" if who.sex == "f" else "son"
        back = term.back(other.sex) if term is not None else "mother" if other.sex == "f" else "father"
        self.meant.ties.append(Tie(who, other, back, role, quote, word, None, None))
        if term is not None:
            self._note(other, who, term)

    def _told_of(self, word: Word) -> Person | None:
        """Return of whom the term is told: who stands before it, the subject of *être*, whom the text is about."""
        row = self.sentence.words
        for child in [
            *word.children,
            *(word.parent.children if word.parent is not None and word.rel == "conj" else []),
        ]:
            if child.rel.startswith(("nsubj", "expl:subj")) and child in self.meant.at:
                return self.meant.at[child]
        before = row[word.i - 1] if word.i else None
        while before is not None and (before.text == "," or before.pos in ("DET", "ADJ")):
            before = before.beside(-1)
        if before is not None and before in self.meant.names:
            return self.meant.at[before]
        for at in reversed(row[: word.i]):
            if at.text in (";", "."):
                break
            if at.rel.startswith(("nsubj", "expl:subj")) and at in self.meant.at:
                return self.meant.at[at]
        return self.meant.main

    def _is_had(self, word: Word) -> bool:
        row = [w.lemma for w in self.sentence.words[max(0, word.i - 8) : word.i] if w.pos in ("VERB", "AUX")]
        return any(lemma in ("avoir", "naître", "donner", "laisser") for lemma in row)

    def _had(self, word: Word, term: Kin) -> None:
        """Read *ils eurent une fille, Sophie*: of both who are married."""
        subject = next(
            (w for w in reversed(self.sentence.words[: word.i]) if w.rel.startswith("nsubj")), None
        )
        owners = self.meant.persons(subject) if subject is not None else []
        at = self._named_after(word)
        if not owners or (at is None and term.role not in ("wife", "husband")):
            return
        if at is not None:
            other, end = self.meant.at[at], self.meant.names[at].words[-1].end
        else:
            other, end = self._known(owners[0], word, term), word.end
        self.mean(word, other, MentionForm.NOMINAL)
        other.sex = other.sex or term.sex
        begin = subject.start if subject is not None else word.start
        for owner in owners:
            if owner is not other:
                tie = Tie(
                    owner, other, term.role, term.back(owner.sex), Span(begin, end), word, None, word.span
                )
                self.meant.ties.append(tie)
                self._note(owner, other, term)
