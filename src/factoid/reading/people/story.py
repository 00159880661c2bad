"""A text read in order: who each description and each pronoun means, given who has been spoken of before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from factoid.model import MentionForm, SegmentKind
from factoid.reading.clause import clause_of
from factoid.reading.entities import Entities
from factoid.reading.headword_runs import is_told_apart_by_number
from factoid.reading.labels import label_before
from factoid.reading.lexicons import around_names, person_nouns
from factoid.reading.other_names import bearers, is_disguise, is_label_of_entry, is_quoted, predicate_of
from factoid.reading.parse import Doc, ParsedSegment, ParsedText, Token, TokenSpan, offset_of
from factoid.reading.people.antecedents import best
from factoid.reading.people.clauses import before_relative, is_of_two, of_two, subject_of_clause
from factoid.reading.people.described import sex_of
from factoid.reading.people.descriptions import Description, find_descriptions, wide_words
from factoid.reading.people.family_names import give_family_name
from factoid.reading.people.figures import Cast, Figure, Mark, may_be_one
from factoid.reading.people.fitting import agree, name_of
from factoid.reading.people.kinship import Tie
from factoid.reading.people.meanings import Meanings
from factoid.reading.people.narrator import author_of, is_greeted, is_interview, quoted_tokens, speaker_of
from factoid.reading.people.protagonist import Protagonist
from factoid.reading.people.relatives import Relatives
from factoid.reading.people.scene import (
    FEMININE,
    FIRST,
    MASCULINE,
    REFLEXIVE,
    RELATIVE,
    SECOND,
    Scene,
    sex_of_pronoun,
)
from factoid.reading.people.settled import (
    of_clause_above,
    of_clause_before,
    of_clause_joined,
    of_entry,
    of_other_parent,
    of_other_parents_child,
    of_partner,
    of_same_row,
    of_surname,
    of_those_left,
    of_who_owns_up,
    of_wounded,
)

#: what somebody is called whom no word but a pronoun means
UNNAMED = {"m": "unnamed man", "f": "unnamed woman"}
_PERSONAL = MASCULINE | FEMININE | FIRST | SECOND


_ROW_OF_LIVES = 0.4  #: of the paragraphs of a text


def _opens_life(mark: Mark) -> bool:
    """Whether a paragraph opens with a full name and the birth: *Otto Roth was born*, *Otto Roth (1801-1870) was*."""
    doc, words = mark.words.doc, mark.words
    if words.start > 0 or len(words) < 2:
        return False
    if doc[words.end : words.end + 2].text == "was born":
        return True
    return _LIFE.match(doc.text, words[-1].idx + len(words[-1].text)) is not None


_LIFE = re.compile(
    r"\s\((?:[^()\d]{0,60}[;,]\s)?(?:\d{3,4}\s?[-\u2013]\s?\d{2,4}\)|(?:born|b\.|\*)\s?[^()]{0,60}\d{3,4}[^()]{0,60}\))"
)


_CHRISTENING = frozenset(["christen", "baptise", "baptize"])


def _is_all_of_cell(description: Description, segment: ParsedSegment) -> bool:
    """Whether a cell of a table has but a word for kin or a calling, which brings nobody in: *Wife*, *Servant*."""
    is_cell = segment.segment.kind is SegmentKind.TABLE_CELL
    words = description.mark.words
    return (
        is_cell and description.name_after is None and len(words) == sum(t.text != "|" for t in segment.doc)
    )


class Story:
    """The reading of one text from its first sentence to its last."""

    def __init__(
        self, parsed: ParsedText, entities: Entities, cast: Cast, names: list[Mark], sentences: dict[int, int]
    ) -> None:
        self._parsed, self._entities, self._cast, self._sentences = parsed, entities, cast, sentences
        self._names = names
        self._quoted = quoted_tokens(parsed)
        self._found = {
            id(segment.doc): {
                d.mark.head.i: d
                for d in find_descriptions(segment.doc, entities, sentences)
                if not _is_all_of_cell(d, segment)
            }
            for segment in parsed.segments
        }
        self._narrates, self.narrator = author_of(parsed, names, self._quoted)
        self._is_interview = is_interview(parsed.text.content)
        self.author: str | None = None  #: who is said to have written the text
        self.choose = best  #: whom a pronoun means, of those it may mean
        self._figures_named = len(cast.figures)
        self.protagonist = Protagonist(parsed, cast, sentences)
        self.protagonist.narrator = self.narrator
        self._relatives = Relatives(cast, self._figure_at, named=len(cast.figures))
        self._meanings = Meanings(cast, self._relatives, self._figure_at, self._read_ahead)
        self._at: dict[int, Mark] = {}
        self._pending: list[tuple[Mark, Token]] = []  #: names, and words still to come for their bearers
        self.scene = Scene()

    @property
    def ties(self) -> list[Tie]:
        """What the text says of who is whose kin."""
        return self._relatives.ties

    def _start(self, main: Figure | None) -> None:
        self._at.clear()
        for mark in self._names:
            self._at.update((offset_of(token), mark) for token in mark.words)
            if mark.figure is not None:
                mark.figure.nouns |= _titles_of(mark)
        self.scene = Scene(main=main, named=dict(self._at), is_excerpt=self.protagonist.is_excerpt)
        self._relatives.start(self.scene)
        self._meanings.scene = self.scene
        if self._narrates and (self.narrator is None or self.narrator.number >= self._figures_named):
            self.narrator = self._written_by() or self._cast.new()
            self.narrator.label = self.narrator.label or "narrator"
            if self.author and not self.narrator.names:
                self.narrator.names.append(name_of(self.author))
        self._meanings.narrator = self.scene.narrator = self.narrator

    def _written_by(self) -> Figure | None:
        """Return who of the persons named is the author."""
        if self.author is None:
            return None
        name = name_of(self.author)
        return next(
            (f for f in self._cast.figures if any(n.text == name.text or agree(name, n) for n in f.names)),
            None,
        )

    def read(self) -> None:
        """Give descriptions and pronouns their figures: once to learn whom it is about, then for good."""
        self._start(self.protagonist.find())
        self._read_all()
        self._relatives.unite_married()
        main = self.protagonist.find()
        if main is not None and main.number >= self._figures_named:
            main = self.scene.main
        if main is not None:
            give_family_name(main, self._cast)
        self._cast.only_names(self._figures_named)
        self._start(main)
        self._read_all()

    def _read_all(self) -> None:
        by_doc: dict[int, list[Mark]] = defaultdict(list)
        for mark in self._names:
            by_doc[id(mark.words.doc)].append(mark)
        main = self.scene.main
        for segment in self._parsed.segments:
            self._read_segment(segment.doc, by_doc[id(segment.doc)])
        self.scene.main = main

    def _read_segment(self, doc: Doc, names: list[Mark]) -> None:
        if names and names[0].figure is not None and self._is_headword(names[0]):
            self.scene.open_entry(names[0].figure)
        elif names and names[0].figure is not None and names[0].at in self._openings:
            self.scene.open_life(names[0].figure)
        found = self._found[id(doc)]
        starts = {mark.head.i: mark for mark in names}
        for token in doc:
            if token.i in starts:
                self._read_name(starts[token.i])
            elif offset_of(token) not in self._at:
                self._read_word(token, found)
        for mark, token in self._pending:
            if self._figure_at(token) is not None:
                self._unite_with_bearer(mark, [token])
        self._pending.clear()

    @cached_property
    def _openings(self) -> frozenset[int]:
        """Where paragraphs open with somebody's life, in a text that is a row of lives."""
        opened = [m for m in self._names if _opens_life(m) or self._is_headword(m)]
        paragraphs = sum(s.segment.kind is SegmentKind.PARAGRAPH for s in self._parsed.segments)
        is_row = len({mark.words.text for mark in opened}) > 1 and len(opened) >= paragraphs * _ROW_OF_LIVES
        return frozenset(mark.at for mark in opened) if is_row else frozenset()

    def _is_headword(self, mark: Mark) -> bool:
        """Whether the name opens an entry: surname first or in capitals, and no clause goes on from it."""
        words = mark.words
        is_dated = words.doc[words.end : words.end + 1].text == "("
        is_shouted = is_dated and _is_shouted(mark.span.of(self._parsed.text.content))
        is_numbered = is_told_apart_by_number(words)
        if words.start > 0 or not (
            is_shouted or is_numbered or "," in words.text or words.text.endswith(")")
        ):
            return False
        return not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in words.doc[words.end : words.end + 4])

    def _read_word(self, token: Token, found: Mapping[int, Description]) -> None:
        if token.i in found:
            self._read_description(found[token.i])
        elif token.lower_ in _PERSONAL or token.lower_ in RELATIVE or is_of_two(token):
            self._read_pronoun(token)

    def _read_ahead(self, token: Token) -> None:
        """Give a word its figure before its turn, so that what leads up to it can be understood."""
        if offset_of(token) not in self._at:
            self._read_word(token, self._found[id(token.doc)])

    def _read_name(self, mark: Mark) -> None:
        self._unite_with_bearer(mark, list(bearers(mark.words)))
        if is_greeted(mark.words):
            self.scene.addressed = mark.figure
        self.scene.note(mark)
        self._note_ties(mark)
        label = label_before(mark.words)
        if label is not None and label.role is not None:  # *Spouse: Dina Gruber*
            self._relatives.note_labelled(mark, label.role)

    def _note_ties(self, mark: Mark) -> None:
        self._relatives.note_marriage(mark)
        self._relatives.note_birth(mark)
        self._relatives.note_begetting(mark)
        self._relatives.note_listed(mark)
        self._relatives.note_teaching(mark)

    def _unite_with_bearer(self, mark: Mark, tokens: list[Token]) -> None:
        """Make one of the name's figure and that of the first of the words whose figure is known."""
        for token in tokens:
            if token.i > mark.head.i and offset_of(token) not in self._at:
                self._pending.append((mark, token))
                continue
            other = self._bearer_meant(token, mark)
            if other is not None and other is mark.figure:
                other.also_called.add(mark.words.text)
                return  # known since the first reading
            if other is None or mark.figure is None or not _may_be_called(other, mark):
                continue
            predicate = predicate_of(mark.words)
            is_copula = predicate.dep_ == "attr" and predicate.head.lemma_ == "be"
            is_told = token.dep_ == "nsubj" and is_copula  # he was Daniel Reed
            if is_told and other.is_named and not is_quoted(mark.words):
                continue
            if other.is_named and mark.form is MentionForm.NAME:
                mark.figure.also_called.add(mark.words.text)
            keep = other if other.number < self._figures_named else mark.figure
            self._relatives.unite(keep, mark.figure if keep is other else other)
            return
        main, figure = self.scene.main, mark.figure
        if main is None or figure is None or main is figure or len(figure.marks) > 1:
            return
        if may_be_one(main, mark) and is_label_of_entry(mark.words):
            figure.also_called.update(n.text for n in figure.names)
            self._relatives.unite(main, figure)

    def _bearer_meant(self, token: Token, mark: Mark) -> Figure | None:
        """Return whom the word for the bearer of a name means; who is christened is a child just told of."""
        other = self._figure_at(token)
        if token.lower_ not in _PERSONAL:
            return other
        if other is not None and other is mark.figure and len(other.marks) <= 2:
            other = self.scene.main  # as she was called: she who has another name
        is_christened = clause_of(token).lemma_ in _CHRISTENING and other is not mark.figure
        return (self.scene.child_just_told(mark) if is_christened else None) or other

    # --- descriptions

    def _read_description(self, found: Description) -> None:
        if found.is_nobody:
            return
        figure, owner = self._meanings.find(found)
        if figure is None:
            return
        self._enter(found, figure)
        self._unite_with_called(found, figure)
        if owner is not None and owner is not figure:
            self._relatives.tie(found, owner, figure)
            self._relatives.note_second_parent(found, figure)
        elif found.kin is not None and figure.is_named and found.determiner != "possessive":
            self._relatives.assume(found, figure)

    def _unite_with_called(self, found: Description, figure: Figure) -> None:
        """Make one of the bearer of a name and of whom it is said: *my neighbour was a violinist called Emil Roth*."""
        other = self._figure_at(found.called)
        if other is None or other is figure or other.is_named:
            return
        if not other.is_of_another_sex(figure.sex):
            self._relatives.unite(figure, other)

    def _enter(self, found: Description, figure: Figure) -> None:
        mark = found.mark
        sex = sex_of(found)
        if sex:
            figure.sexes[sex] += 2
        figure.nouns.add(found.noun)
        if found.name_after is not None:
            named = self._at.get(offset_of(found.name_after[0]))
            if named is not None:
                named.wide = wide_words(found)
            self._at.setdefault(offset_of(mark.head), named or mark)
            return
        mark.wide = wide_words(found)
        mark.is_form = found.is_form
        mark.with_name = self._with_name(found, figure)
        self._cast.give(mark, figure)
        self._at[mark.at] = mark
        self.scene.note(mark)
        self._note_ties(mark)

    def _with_name(self, found: Description, figure: Figure) -> TokenSpan | None:
        """Return *her husband, Otto Weiss*, which a text calls somebody by as a whole."""
        name = self._at.get(offset_of(found.apposed)) if found.apposed is not None else None
        if name is None or name.figure is not figure or found.determiner != "possessive":
            return None
        doc, end = found.mark.words.doc, wide_words(found).end
        is_behind = name.words.doc is doc and name.words.start == end + 1 and doc[end].text == ","
        return doc[found.mark.words.start : name.words.end] if is_behind else None

    def _figure_at(self, token: Token | None) -> Figure | None:
        if token is None:
            return None
        mark = self._at.get(offset_of(token))
        return mark.figure if mark is not None else None

    # --- pronouns

    def _read_pronoun(self, token: Token) -> None:
        lower = token.lower_
        at = offset_of(token)
        if at in self._at:
            return
        mark = Mark(token.doc[token.i : token.i + 1], token, MentionForm.PRONOUN, at, self._sentences[at])
        if lower in RELATIVE:
            figure = before_relative(token, self._figure_at)
        elif is_of_two(token):
            figure = of_two(mark, self.scene)
        elif lower in FIRST:
            figure = self._first_person(token, at)
        elif lower in SECOND:
            figure = self.narrator if self._is_interview and at not in self._quoted else None
        elif lower in REFLEXIVE:
            figure = subject_of_clause(token, self._figure_at) or self.choose(
                mark, self.scene, self._cast.figures
            )
        else:
            figure = of_partner(mark, self._figure_at)
            figure = (
                figure or of_other_parent(mark, self._figure_at) or of_other_parents_child(mark, self.scene)
            )
            figure = figure or of_entry(mark, self.scene)
            figure = figure or of_clause_before(mark, self.scene) or of_clause_joined(mark, self.scene)
            figure = figure or of_those_left(mark, self.scene) or of_same_row(mark, self.scene)
            figure = figure or of_wounded(mark, self.scene) or of_surname(mark, self.scene)
            figure = figure or of_clause_above(mark, self.scene) or of_who_owns_up(mark, self._figure_at)
            figure = figure or self.choose(mark, self.scene, self._cast.figures)
            figure = figure or self._unnamed(token, at)
        if figure is None:
            return
        self.scene.is_answering |= self._is_interview and figure is self.narrator and lower in FIRST | SECOND
        sex = sex_of_pronoun(lower)
        if sex:
            figure.sexes[sex] += 1
        self._cast.give(mark, figure)
        self._at[at] = mark
        self.scene.note(mark)

    def _unnamed(self, token: Token, at: int) -> Figure | None:
        """Return somebody new, for a text that knows him only as *he*: nobody named so far can be meant."""
        sex = sex_of_pronoun(token.lower_)
        if sex is None or at in self._quoted:
            return None
        figure = self._cast.new()
        figure.label = UNNAMED[sex]
        return figure

    def _first_person(self, token: Token, at: int) -> Figure | None:
        if token.tag_ == "NNP":
            return None
        if at not in self._quoted:
            return self.narrator
        return speaker_of(token, self._figure_ahead)

    def _figure_ahead(self, token: Token) -> Figure | None:
        """Return whom the word means, though it may come later: *"I knew it," she answered*."""
        if token.lower_ in ("he", "she"):
            self._read_ahead(token)
        return self._figure_at(token)


def _is_shouted(name: str) -> bool:
    """Whether the first word of a name is in capitals: *HOLUB, Jan*."""
    first = name.split()[0].strip(",.") if name.split() else ""
    return len(first) > 2 and first.isupper()


def _titles_of(mark: Mark) -> set[str]:
    """Return the titles within a name as nouns: *King William* is a king."""
    short = dict(pair.split("=") for pair in around_names("short_titles"))
    words = [short.get(word, word) for word in (t.lower_.strip(".") for t in mark.words[:-1])]
    words += [t.lower_ for t in mark.words[-1:] if t.lower_ in around_names("titles_behind")]
    is_elder = mark.words.text.lower().endswith("the elder")
    return {word for word in words if word in person_nouns()} | ({"elder"} if is_elder else set())


def _may_be_called(figure: Figure, mark: Mark) -> bool:
    """Whether the name can be another of the figure's: one to pass under tells no sex, *she enlisted as Otto Berg*."""
    if mark.figure is not None and is_disguise(mark.words):
        mark.figure.sexes.clear()
    return may_be_one(figure, mark)
