"""Personas in the making: who a text speaks of, while its words are still being sorted out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factoid.model import MentionForm, Span
from factoid.names import Name
from factoid.reading.parse import Token, TokenSpan, span_of


@dataclass(eq=False, slots=True)
class Mark:
    """A stretch of words that means somebody: a name, a description or a pronoun."""

    words: TokenSpan
    head: Token
    form: MentionForm
    at: int  #: where its head starts in the text
    sentence: int  #: number of its sentence in the text
    figure: Figure | None = None
    wide: TokenSpan | None = None  #: the whole phrase: ``the poet Yesenin``, ``an orphan of sailor``
    with_name: TokenSpan | None = (
        None  #: the phrase and the name behind its comma: ``her husband, Otto Weiss``
    )
    is_form: bool = True  #: whether it is a way to call the person, not only something said of him

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return span_of(self.words)


@dataclass(eq=False, slots=True)
class Figure:
    """A persona in the making."""

    number: int
    names: list[Name] = field(default_factory=list)  #: the different names, parsed
    #: names told as further ones: at birth, assumed, in religion
    also_called: set[str] = field(default_factory=set)
    marks: list[Mark] = field(default_factory=list)
    sexes: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)  #: what the text calls the person: tailor, king
    label: str = ""  #: what an unnamed person is called
    kin_words: str = ""  #: of one brought in as somebody's kin: ``second wife``
    kin_of: Figure | None = None  #: and whose
    is_expected: bool = False  #: whether an unread title names the person
    not_same: set[int] = field(default_factory=set)  #: numbers of figures who are somebody else

    @property
    def is_named(self) -> bool:
        """Whether the text gives a name."""
        return bool(self.names)

    @property
    def sex(self) -> str | None:
        """``f`` or ``m`` where the evidence leans to one side."""
        women, men = self.sexes["f"], self.sexes["m"]
        if women == men:
            return None
        return "f" if women > men else "m"

    def is_of_another_sex(self, sex: str | None) -> bool:
        """Whether both are known to be of one sex, and not of the same."""
        own = self.sex
        return bool(own and sex and own != sex)

    def count(self, form: MentionForm) -> int:
        """How many marks of the form there are."""
        return sum(mark.form is form for mark in self.marks)


def may_be_one(figure: Figure, mark: Mark) -> bool:
    """Whether the bearer of a name can be the figure, whom the text says to be called so."""
    other = mark.figure
    if other is None or figure.is_of_another_sex(other.sex):
        return False
    return other.number not in figure.not_same


@dataclass(eq=False, slots=True)
class Cast:
    """The figures of a text."""

    figures: list[Figure] = field(default_factory=list)

    def new(self) -> Figure:
        """Add a figure."""
        figure = Figure(len(self.figures))
        self.figures.append(figure)
        return figure

    def give(self, mark: Mark, figure: Figure) -> None:
        """Let the mark mean the figure."""
        mark.figure = figure
        figure.marks.append(mark)

    def unite(self, keep: Figure, other: Figure) -> None:
        """Make one figure of two: the text says they are the same."""
        if keep is other:
            return
        for mark in other.marks:
            mark.figure = keep
        keep.marks.extend(other.marks)
        keep.names.extend(name for name in other.names if name not in keep.names)
        keep.sexes.update(other.sexes)
        keep.nouns |= other.nouns
        keep.not_same |= other.not_same
        keep.also_called |= other.also_called
        keep.label = keep.label or other.label
        if keep.kin_of is None:
            keep.kin_words, keep.kin_of = other.kin_words, other.kin_of
        other.marks, other.names = [], []
        self.figures[other.number] = (
            keep if self.figures[other.number] is other else self.figures[other.number]
        )

    def present(self) -> list[Figure]:
        """The figures that are still themselves and are mentioned."""
        return [f for i, f in enumerate(self.figures) if f.number == i and f.marks]

    def only_names(self, count: int) -> None:
        """Forget what was read beyond the names, but not the sexes. ``count``: figures with names."""
        del self.figures[count:]
        for figure in self.figures:
            figure.marks = [mark for mark in figure.marks if mark.form is MentionForm.NAME]
            figure.nouns.clear()
            for sex in figure.sexes:
                figure.sexes[sex] = min(figure.sexes[sex], 6)
