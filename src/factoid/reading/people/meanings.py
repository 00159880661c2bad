"""Whom a description means: said of the name beside it, somebody's kin, who was called so before, or somebody new."""

from __future__ import annotations

from collections.abc import Callable

from factoid.model import MentionForm
from factoid.reading.clause import clause_of, subject_of
from factoid.reading.lexicons import around_names, kin_terms
from factoid.reading.parse import Token
from factoid.reading.people.brought_in import is_of_whose_family
from factoid.reading.people.described import clashes, label, sex_of, tells_a_state
from factoid.reading.people.descriptions import (
    Description,
    is_called_as_ones_own,
    is_line_of_signature,
    wide_words,
)
from factoid.reading.people.figures import Cast, Figure
from factoid.reading.people.nouns_said import (
    bears_a_rank,
    is_a_kind_called,
    is_but_whose_kin,
    is_called,
    is_of_a_reader,
    is_post,
    is_soldier,
    is_whose_kin,
    tells_sex,
)
from factoid.reading.people.phrases import is_sought
from factoid.reading.people.relatives import Relatives
from factoid.reading.people.scene import Scene, role_of

_YOUNG = frozenset(["girl", "boy", "child", "baby", "infant"])
_OFFSPRING = frozenset(["daughter", "son", "child", "baby", "grandson", "granddaughter"])
_AMONG_SIBLINGS = frozenset(["eldest", "oldest", "youngest"])
_LATELY = 2  #: sentences over which somebody is still *the girl*
_CLAUSE = 25  #: words over which a clause is read on from its subject
_OPENING = 4  #: sentences, titles among them, in which a story may open without its hero's name

FigureAt = Callable[[Token | None], Figure | None]


class Meanings:
    """The search for whom the descriptions of one text mean. ``read_ahead``: gives a word to come its figure."""

    def __init__(
        self,
        cast: Cast,
        relatives: Relatives,
        figure_at: FigureAt,
        read_ahead: Callable[[Token], None],
    ) -> None:
        self._cast, self._relatives = cast, relatives
        self._figure_at, self._read_ahead = figure_at, read_ahead
        self.scene = Scene()
        self.narrator: Figure | None = None  #: who says "I"

    def find(self, found: Description) -> tuple[Figure | None, Figure | None]:
        """Return whom the description means, and whose relative that is by it."""
        owner = self._owner_of(found)
        figure = self._said_of(found)
        if figure is None and found.subject is not None:
            return None, None  # said of somebody who is not known
        is_own = owner is not None and owner is self.narrator
        if figure is None and not is_own and self._is_entry_kin(found, owner):
            figure = self.scene.main
        if figure is owner:
            owner = None
        return figure or self._kin_or_described(found, owner), owner

    def _owner_of(self, found: Description) -> Figure | None:
        is_ours = found.owner is not None and found.kin is None and found.owner.lower_ in ("our", "my")
        if is_ours and self.narrator is None:
            found.owner = None  # our hero: nobody's in particular
        whose = found.owner.lower_ if found.owner is not None and found.kin is not None else ""
        if whose == "our":
            return self.narrator  # our son Karl
        if whose == "your" and self.scene.addressed is not None:
            return self.scene.addressed
        if found.owner is not None:
            self._read_ahead(found.owner)  # the son of a tailor, a friend of her late husband
            if found.owner.lower_ == "their" and found.kin is not None:
                return self._one_of_them(found)
        elif is_called_as_ones_own(found):
            return self.narrator
        return self._figure_at(found.owner)

    def _one_of_them(self, found: Description) -> Figure | None:
        """Return one of those whose kin *their daughter* is: whom the text is about, else who was named last."""
        last = self.scene.main_last
        if last is not None and found.mark.sentence - last.sentence <= _LATELY:
            return self.scene.main
        named = (m for m in reversed(self.scene.recent) if m.form is MentionForm.NAME)
        mark = next(named, None)
        return mark.figure if mark is not None and found.mark.sentence - mark.sentence <= _LATELY else None

    def _said_of(self, found: Description) -> Figure | None:
        """Return of whom the description is said by its place: beside a name, as a predicate."""
        if self.narrator is not None and found.determiner == "possessive" and is_line_of_signature(found):
            return self.narrator
        figure = self._beside_name(found) or self._before_pronoun(found) or self._figure_at(found.subject)
        if figure is None and found.subject is None:
            figure = self._born_so(found)
        if figure is None and tells_a_state(found):
            return self._figure_at(found.mark.words.doc[found.mark.words.start - 2])
        is_appended = found.mark.head.dep_ == "appos" and found.determiner == "indefinite"
        if figure is None and found.subject is None and is_appended:
            return self._figure_at(found.mark.head.head)
        return figure or self._behind_kin(found)

    def _behind_kin(self, found: Description) -> Figure | None:
        """*His father, the hatter, drank*: who is called by a word for kin and then, between commas, by what he was.

        Or whose he was: *his uncle, Otto Berg's partner, died*.
        """
        doc, start, end = found.mark.words.doc, found.mark.words.start, wide_words(found).end
        is_between = start > 1 and doc[start - 1].text == "," and doc[start - 2].lower_ in kin_terms()
        is_closed = end < len(doc) and doc[end].text in (",", ".", ";")
        is_told = found.determiner == "definite" and found.kin is None
        if not (is_told or _is_owned_alone(found, end)) or not is_between or not is_closed:
            return None
        figure = self._figure_at(doc[start - 2])
        return figure if figure is not None and not clashes(found, figure) else None

    def _born_so(self, found: Description) -> Figure | None:
        """*She was born in Ely, the only child of the cook Paul Reed*: the subject of the clause before the comma."""
        words, doc = found.mark.words, found.mark.words.doc
        is_child = found.kin is not None and found.kin.role in ("child", "son", "daughter")
        is_child = is_child or found.noun in _AMONG_SIBLINGS
        is_owned = found.owner is not None and found.owner.i > found.mark.head.i
        if not is_child or not is_owned or words.start < 3 or doc[words.start - 1].text != ",":
            return None
        before = doc[words.start - 2]
        if self._figure_at(before) is not None:
            return None  # beside a name: that one's
        at = before
        while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
            at = at.head
        subject = subject_of(at)
        figure = self._figure_at(subject) if at.i < words.start else None
        return figure if figure is not None and not clashes(found, figure) else None

    def _kin_or_described(self, found: Description, owner: Figure | None) -> Figure | None:
        if owner is not None and self._is_by_birth(found, owner):
            return self.scene.main
        is_tied = found.kin is not None or found.determiner == "possessive"
        if owner is not None and is_tied and found.determiner != "indefinite":
            return self._relatives.kin_of(owner, found)
        return self._described(found, owner)

    def _is_by_birth(self, found: Description, owner: Figure) -> bool:
        """*The son of a florist*: the hero, by whose son he is, where nothing else is known of the father."""
        is_after = found.owner is not None and found.owner.i > found.mark.head.i
        is_stranger = not owner.is_named and len(owner.marks) == 1
        return is_after and is_stranger and found.determiner == "definite" and self._fits_main(found)

    def _beside_name(self, found: Description) -> Figure | None:
        for token in (found.name_after[0] if found.name_after is not None else None, found.apposed):
            figure = self._figure_at(token)
            if figure is not None and (not clashes(found, figure) or tells_sex(found, figure)):
                return figure
        return None

    def _is_entry_kin(self, found: Description, owner: Figure | None) -> bool:
        """*Son of the tailor Samuil*, in an entry or before its clause: the one the text is about."""
        is_bare = found.determiner == "bare" and found.kin is not None and found.name_after is None
        return is_bare and owner is not None and self._fits_main(found, bare=True)

    def _before_pronoun(self, found: Description) -> Figure | None:
        """*The only child of a miller, he was ...*: the pronoun after the comma is the one described."""
        words = wide_words(found)
        doc, end = words.doc, words.end
        is_beside = found.name_after is not None or found.determiner == "possessive"
        if is_beside or not words[0].is_sent_start or end + 1 >= len(doc):
            return None  # *Her father, she learned*
        end += doc[end].lower_ == "of" and found.owner is not None and found.owner.right_edge.i + 1 - end
        if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("he", "she"):
            return None
        self._read_ahead(doc[end + 1])
        return self._figure_at(doc[end + 1])

    def _described(self, found: Description, owner: Figure | None) -> Figure | None:
        """Return whom a description without a name means."""
        is_bare_kin = found.determiner == "bare" and found.kin is not None
        if found.determiner in ("definite", "possessive") or is_bare_kin:
            known = self._spoken_of(found, owner)
            if known is not None:
                return known
        if found.determiner == "bare" and found.kin is None:
            return None
        if found.determiner == "indefinite" and owner is None and is_sought(found.mark.head):
            return None
        if self._opens_story(found, owner):
            return self.scene.main
        is_told = found.determiner != "indefinite" and not is_of_a_reader(found)
        if found.kin is not None and owner is None and is_told:
            kin = self._kin_at_large(found)
            if kin is not None:
                return kin
        figure = self._cast.new()
        label(figure, found, owner)
        return figure

    def _spoken_of(self, found: Description, owner: Figure | None) -> Figure | None:
        """Return who of those spoken of is meant: by what they are called, by their being the hero."""
        if _arrives(found):
            return self._known_as(found)
        is_to_be = any(t.lower_ == "future" for t in found.mark.words)
        is_child = found.kin is not None and found.kin.role in ("child", "son", "daughter")
        if is_child and found.owner is None and (child := self._relatives.at_large(found)) is not None:
            return child
        known = None if is_to_be else self._relatives.last_spouse(found) or self._known_as(found)
        known = known or (None if is_to_be else self._relatives.teacher_of_main(found))
        known = known or self._relatives.consort(found)
        if known is None and found.kin is None and found.mark.words[0].lower_ in ("this", "that"):
            known = self._just_spoken_of(found)
        known = known or self._young_one(found)
        is_figurative = found.owner is not None and owner is None and found.determiner == "definite"
        if known is None and (found.kin is None or is_figurative) and self._fits_main(found):
            known = self.scene.main
        return known or self._only_one(found) or self._last_of_sex(found)

    def _young_one(self, found: Description) -> Figure | None:
        """*The girl*, after *a daughter, Nina, was born to them*."""
        if found.noun not in _YOUNG or found.owner is not None or found.determiner != "definite":
            return None
        for mark in reversed(self.scene.recent):
            if found.mark.sentence - mark.sentence > _LATELY:
                return None
            figure = mark.figure
            if figure is None or figure is self.scene.main or clashes(found, figure):
                continue
            if not figure.nouns.isdisjoint(_OFFSPRING):
                return figure
        return None

    def _last_of_sex(self, found: Description) -> Figure | None:
        """*The girl*, *the young man*: the one of that sex spoken of last, where the text is about somebody else."""
        is_plain = wide_words(found).end == found.mark.words.end and found.owner is None
        sex = sex_of(found)
        if (
            found.noun not in around_names("words_for_a_sex")
            or not is_plain
            or found.mark.words[0].lower_ != "the"
        ):
            return None
        for mark in reversed(self.scene.recent):
            if found.mark.sentence - mark.sentence > _LATELY:
                return None
            figure = mark.figure
            if figure is not None and figure.sex == sex and figure is not self.narrator:
                return figure
        return None

    def _kin_at_large(self, found: Description) -> Figure | None:
        """Return whom *the father*, *Mother* means, where nobody's is said: the hero's."""
        main = self.scene.main
        if main is None:
            return None
        meant = self._relatives.at_large(found)
        if meant is not None or (found.kin is not None and found.kin.role in ("child", "son", "daughter")):
            return meant
        figure = self._relatives.kin_of(main, found)
        self._relatives.tie(found, main, figure)
        return figure

    def _known_as(self, found: Description) -> Figure | None:
        """Return who was called so before, or what is a kind of it; the one spoken of last."""
        recent = {
            mark.figure.number: mark.figure
            for mark in reversed(self.scene.recent)
            if mark.figure is not None and not clashes(found, mark.figure)
        }
        for is_so_called in (is_called, is_a_kind_called):
            for figure in recent.values():
                if is_so_called(figure, found.noun) and (figure.is_named or is_so_called is is_called):
                    return figure
        return None

    def _just_spoken_of(self, found: Description) -> Figure | None:
        """*That gentleman*: the one named last, in this sentence or the one before."""
        for mark in reversed(self.scene.recent):
            if found.mark.sentence - mark.sentence > 1:
                return None
            figure = mark.figure
            if figure is not None and not clashes(found, figure) and mark.form is MentionForm.NAME:
                return figure
        return None

    def _opens_story(self, found: Description, owner: Figure | None) -> bool:
        """*A young woman cut off her curls*: a story that opens so, and names its heroine later."""
        scene, mark = self.scene, found.mark
        if (
            scene.main is None
            or scene.main_last is not None
            or self.narrator is not None
            or mark.sentence > _OPENING
        ):
            return False
        is_anybody = found.determiner == "indefinite" and found.kin is None and owner is None
        is_subject = mark.head.dep_ in ("nsubj", "nsubjpass", "ROOT")
        return is_anybody and is_subject and not clashes(found, scene.main)

    def _fits_main(self, found: Description, *, bare: bool = False) -> bool:
        """Whether a description that nobody else answers to can mean whom the text is about."""
        main = self.scene.main
        if main is None or clashes(found, main) or found.mark.head.text.isupper() or self._is_another(found):
            return False
        if self._does_something_to(found, main) or self._is_born_to(found, main):
            return False
        if found.owner is not None and found.determiner != "definite" and not bare:
            return False
        if any(t.lower_ == "future" for t in found.mark.words) or self._is_mere_rank(found):
            return True
        return not is_post(found.noun) and not is_but_whose_kin(found)

    def _does_something_to(self, found: Description, main: Figure) -> bool:
        """Whether the hero is named as the object of what is told: *the old farmer told a teacher, Otto Lind*."""
        head = found.mark.head
        if role_of(head) != "subject":
            return False
        objects = {t.i for t in clause_of(head).rights if t.dep_ in ("dobj", "dative")}
        ahead = (self.scene.named.get(t.start) for t in head.doc[head.i : head.i + _CLAUSE])
        names = (m.head for m in ahead if m is not None and m.figure is main)
        return any(n.i in objects or (n.dep_ == "appos" and n.head.i in objects) for n in names)

    def _is_born_to(self, found: Description, main: Figure) -> bool:
        """Whether the child is his in whose family it it is born: *in the family of Otto Lind the third son*."""
        last = self.scene.main_last
        is_child = found.kin is not None and found.kin.role in ("child", "son", "daughter")
        is_here = last is not None and last.sentence == found.mark.sentence and last.figure is main
        return is_child and is_here and last is not None and is_of_whose_family(last)

    def _is_another(self, found: Description) -> bool:
        """Whether it is somebody the hero tells of, or does something with: *I met the agent*, *he saw the shah*."""
        if found.kin is not None or found.noun in around_names("parties"):
            return False
        last, mark = self.scene.main_last, found.mark
        if self.narrator is not None and self.narrator is self.scene.main:
            return True
        is_beside = last is not None and last.sentence == mark.sentence and last.words.doc is mark.words.doc
        if not is_beside or last is None or role_of(last.head) != "subject":
            return False
        through = mark.head.head
        is_met = mark.head.dep_ == "pobj" and through.lower_ != "as" and through.head.pos_ in ("VERB", "AUX")
        return is_met and clause_of(mark.head).i == clause_of(last.head).i

    def _only_one(self, found: Description) -> Figure | None:
        """*The admiral* in an excerpt that has spoken of one person, who is named."""
        is_free = found.kin is None and found.owner is None and found.determiner == "definite"
        if not is_free or self.scene.main is not None or is_whose_kin(found):
            return None
        figures = {m.figure.number: m.figure for m in self.scene.recent if m.figure is not None}
        only = next(iter(figures.values())) if len(figures) == 1 else None
        return only if only is not None and only.is_named and not clashes(found, only) else None

    def _is_mere_rank(self, found: Description) -> bool:
        """*The colonel*, of whom nobody spoke: a rank that the hero holds by now; but *the captain* has a ship."""
        is_bare = wide_words(found).end == found.mark.words.end and self.narrator is None
        if not is_bare or not is_soldier(found.noun):
            return False
        return found.noun not in around_names("commands") or bears_a_rank(self.scene.main)


def _is_owned_alone(found: Description, end: int) -> bool:
    """Whether a name stands before it as its owner, and no row goes on behind it: *his uncle, Otto's partner, died*."""
    doc, owner = found.mark.words.doc, found.owner
    is_named = owner is not None and owner.pos_ == "PROPN" and owner.i < found.mark.head.i
    goes_on = [t.lower_ for t in doc[end : end + 2]]
    return is_named and "and" not in goes_on


def _arrives(found: Description) -> bool:
    """Whether it brings somebody in of whom nothing was told: *the new teacher arrived*."""
    head = found.mark.head
    is_new = found.determiner == "definite" and found.kin is None and found.mark.words[1:2].text == "new"
    return is_new and head.dep_ == "nsubj" and head.head.lemma_ in ("arrive", "come", "appear")
