"""Kin as the text tells of them: whose wife, father or deputy a description means, and what is learnt by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factoid.model import MentionForm
from factoid.names import fold
from factoid.reading.clause import clause_of
from factoid.reading.lexicons import (
    around_names,
    kin_terms,
)
from factoid.reading.parse import Token, span_of
from factoid.reading.people.begetting import is_presumed_father, parents_told
from factoid.reading.people.brought_in import is_married_name, listed_child
from factoid.reading.people.described import clashes, label, label_owner, role_words, tells_a_state
from factoid.reading.people.descriptions import Description, wide_words
from factoid.reading.people.families import (
    child_born_to,
    marrying_before,
    one_of_children,
    second_parents,
    subject_told_before,
)
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.kinship import Family, Tie
from factoid.reading.people.scene import Scene
from factoid.reading.people.teachers import PUPILS, TEACHERS, learner_of, learnt_in

_CHILDREN = frozenset(("child", "son", "daughter"))


class Relatives:
    """The kin of one text's figures. ``figure_at``: whom a word means; ``named``: how many figures have names."""

    def __init__(self, cast: Cast, figure_at: Callable[[Token | None], Figure | None], *, named: int) -> None:
        self._cast, self._figure_at, self._figures_named = cast, figure_at, named
        self._family = Family()
        self.scene = Scene()
        self.ties: list[Tie] = []

    def start(self, scene: Scene) -> None:
        """Begin a reading: what was told before is kept as foretold."""
        self.scene = scene
        self.ties.clear()
        self._family.forget()
        self._note_generations()

    def _note_generations(self) -> None:
        """*Robert Tansey Sr.* is the father of *Robert Tansey Jr.*."""
        named = [(figure, name) for figure in self._cast.present() for name in figure.names if name.suffix]
        for son, name in named:
            for father, other in named:
                are_two = name.suffix.strip(".") in ("Jr", "Jnr") and other.suffix.strip(".") in ("Sr", "Snr")
                if are_two and son is not father and fold(name.surname) == fold(other.surname):
                    self._family.learn(son, father, "father", kin_terms()["father"])

    def consort(self, found: Description) -> Figure | None:
        """Return whom *the duchess* means: the wife or widow of whoever was called duke."""
        husband_is = dict(pair.split("=") for pair in around_names("consorts")).get(found.noun)
        if husband_is is None:
            return None
        for mark in reversed(self.scene.recent):
            figure = mark.figure
            if figure is not None and figure.sex == "f":
                husband = self._family.find(figure, "husband", kin_terms()["husband"])
                if husband is not None and husband_is in husband.nouns:
                    return figure
        return None

    def last_spouse(self, found: Description) -> Figure | None:
        """Return whom *the former husband* means where the text has told of several: the one spoken of last."""
        is_spouse = found.kin is not None and found.kin.role in ("husband", "wife")
        if found.kin is None or not is_spouse or found.owner is not None or found.determiner != "definite":
            return None
        holders = self._family.holders(found.noun, found.kin)
        spoken = (m.figure for m in reversed(self.scene.recent) if m.figure is not None)
        last = next((f for f in spoken if f.number in holders and not clashes(found, f)), None)
        return last if len(holders) > 1 else None

    def kin_of(self, owner: Figure, found: Description) -> Figure:
        """Return who the owner's wife, father, deputy is: as known before, else somebody new."""
        known = self._family.find(owner, found.noun, found.kin, role_words(found))
        if known is None and found.kin is not None:
            known = self._by_title(found)
        if known is None and found.kin is not None:
            known = self._by_name(owner, found) or self._foretold(owner, found)
        if known is None or clashes(found, known) or _marries_again(found, known):
            known = self._cast.new()
            label(known, found, owner)
        return known

    def _foretold(self, owner: Figure, found: Description) -> Figure | None:
        """Find the wife who is named elsewhere in the text."""
        if found.kin is None or found.mark.head.text.startswith("ex-"):
            return None
        figure = self._family.foretold(owner, found.noun, found.kin, role_words(found))
        return figure if figure is not None and figure.number < self._figures_named else None

    def _by_title(self, found: Description) -> Figure | None:
        """*My uncle* is *Uncle Henrik*, of whom the text has told before."""
        called = found.noun.capitalize()
        named = (m for m in self.scene.recent if m.form is MentionForm.NAME and m.words.start > 0)
        told = [m.figure for m in named if m.words.doc[m.words.start - 1].text == called]
        alike = {f.number: f for f in told if f is not None}
        return next(iter(alike.values())) if len(alike) == 1 else None

    def _by_name(self, owner: Figure, found: Description) -> Figure | None:
        """Find the father by his given name in the patronymic, or by the surname, just spoken of."""
        if found.kin is None or found.kin.role != "father":
            return None
        patronymics = [fold(n.patronymic or n.bare.split()[-1]) for n in owner.names]
        surnames = {fold(n.surname) for n in owner.names if n.surname}
        for figure in self._cast.present():
            if figure is owner or figure.sex == "f" or not figure.is_named:
                continue
            if self._family.is_of_no_older_generation(owner, figure):
                continue
            first = next((fold(n.given[0]) for n in figure.names if n.given), "")
            if len(first) > 2 and any(
                p.startswith(first[:-1]) and p.endswith(("ich", "vna", "chna")) for p in patronymics
            ):
                return figure
            spoken = [
                m for m in figure.marks if 0 <= found.mark.sentence - m.sentence <= 2 and m.at < found.mark.at
            ]
            if (
                spoken
                and first
                and surnames & {fold(n.surname) for n in figure.names if n.surname}
                and figure.sex == "m"
            ):
                return figure
        return None

    def tie(self, found: Description, owner: Figure, relative: Figure) -> None:
        """Note that the description makes the relative the owner's so-and-so."""
        words = role_words(found)
        back = "father" if is_presumed_father(found, owner) else ""
        self._family.learn(owner, relative, found.noun, found.kin, words, back=back)
        if found.noun in PUPILS:
            self._note_teacher(relative, owner)
        if found.kin is not None:
            if owner.sex is None and found.kin.role in ("wife", "husband"):
                owner.sexes["m" if found.kin.role == "wife" else "f"] += 2
            if owner is not self.scene.narrator:
                label_owner(owner, relative, found.kin)
            if found.owner is None or found.owner.lower_ != "their":  # whose, the couple tells
                self.ties.append(Tie(owner, relative, words, found.mark.head, span_of(wide_words(found))))

    def note_second_parent(self, found: Description, relative: Figure) -> None:
        """*Daughter of the painter Orazio and of Prudenzia*: both are parents."""
        if found.kin is None or found.kin.role not in ("son", "daughter", "child") or found.owner is None:
            return
        for other in found.owner.rights:
            at = next((t for t in other.rights if t.dep_ == "pobj"), other) if other.dep_ == "prep" else other
            self._tie_parent(found, at if other.dep_ in ("conj", "prep") else None, relative)
        for name in second_parents(found.mark.head, found.owner):
            self._tie_parent(found, name, relative)

    def _tie_parent(self, found: Description, parent: Token | None, child: Figure) -> None:
        figure = self._figure_at(parent)
        if figure is not None and figure is not child:
            self.tie(found, figure, child)

    def note_marriage(self, mark: Mark) -> None:
        """*She married a sailor*, *married to Ann*: from then on *her husband* is known."""
        verb = marrying_before(mark)
        if verb is None or mark.figure is None or mark.head.dep_ == "poss":
            return  # married the pastor's daughter
        other = self._figure_at(subject_told_before(verb))
        if verb.lower_ in ("m.", "m") and other is None:
            other = self.scene.main
        if other is None or other is mark.figure or (other.sex and other.sex == mark.figure.sex):
            return
        is_wife = mark.figure.sex == "f" or (mark.figure.sex is None and other.sex == "m")
        term = kin_terms()["wife" if is_wife else "husband"]
        self._family.learn(other, mark.figure, term.word, term)
        for figure, sex in ((mark.figure, "f" if is_wife else "m"), (other, "m" if is_wife else "f")):
            if figure.sex is None and (mark.figure.sex or other.sex):
                figure.sexes[sex] += 1

    def unite(self, keep: Figure, other: Figure) -> None:
        """Make one figure of two, and whose kin the one was that of the other."""
        self._cast.unite(keep, other)
        self._family.unite(keep, other)
        now = (
            replace(
                t,
                owner=keep if t.owner is other else t.owner,
                relative=keep if t.relative is other else t.relative,
            )
            for t in self.ties
        )
        self.ties = [tie for tie in now if tie.owner is not tie.relative]

    def unite_married(self) -> None:
        """Make one of her and *Mrs. Seacole*, if she has married Mr. Seacole and he had no other wife."""
        for husband in self._cast.present():
            wives = self._family.all_of(husband, "wife")
            if len(wives) != 1:
                continue
            wife = wives[0]
            for figure in self._cast.present():
                is_other = figure is wife or figure is husband or figure.number in wife.not_same
                if not is_other and is_married_name(figure, wife, husband):
                    self.unite(wife, figure)

    def note_birth(self, mark: Mark) -> None:
        """*She was born to Paul and Ann Reed*, *the third of the four children of Paul and Ann*."""
        token = mark.head
        while token.dep_ in ("conj", "appos") and token.head.i < token.i:
            token = token.head
        if mark.figure is None or token.dep_ != "pobj":
            return
        child = self._figure_at(
            child_born_to(token.head) or one_of_children(token.head)
        ) or self._child_of_family(token)
        if child is None or child is mark.figure:
            return
        term = kin_terms()[{"m": "father", "f": "mother"}.get(mark.figure.sex or "", "parent")]
        self._family.learn(child, mark.figure, term.word, term)
        if mark.form is MentionForm.NOMINAL:
            label_owner(mark.figure, child, kin_terms()["child"])

    def note_begetting(self, mark: Mark) -> None:
        """*Ida bore Otto a son, Karl*, *gave birth to Karl*: from then on *his mother* is known."""
        if mark.form is not MentionForm.NAME or mark.figure is None:
            return
        term = kin_terms()[{"m": "son", "f": "daughter"}.get(mark.figure.sex or "", "child")]
        for word in parents_told(mark.head):
            parent = self._figure_at(word)
            if parent is not None and parent is not mark.figure:
                self._family.learn(parent, mark.figure, term.word, term)

    def note_listed(self, mark: Mark) -> None:
        """*King Magnus had two sons, Erik and Olaf*: his children, and so each other's brothers."""
        children = listed_child(mark) if mark.form is MentionForm.NAME else None
        if children is None or mark.figure is None:
            return
        owner = next((t for t in children.lefts if t.dep_ == "poss"), None)
        if (
            owner is None
            and children.dep_ == "dobj"
            and children.head.lemma_ in ("have", "bear", "leave", "beget")
        ):
            owner = subject_told_before(children.head)
        parent, term = self._figure_at(owner), kin_terms().get(children.lemma_.lower())
        if parent is not None and parent is not mark.figure and term is not None:
            self._family.learn(parent, mark.figure, term.word, term)

    def note_teaching(self, mark: Mark) -> None:
        """*She studied under Orazio Bini*: from then on *her teacher* is known."""
        verb = learnt_in(mark.head)
        if verb is None:
            return
        learner = learner_of(verb)
        pupil = self._figure_at(learner) if learner is not None else self.scene.entry
        if pupil is not None and mark.figure is not None and pupil is not mark.figure:
            self._note_teacher(pupil, mark.figure)

    def _note_teacher(self, pupil: Figure, teacher: Figure) -> None:
        for noun in sorted(TEACHERS):
            self._family.learn(pupil, teacher, noun, None)
        for noun in sorted(PUPILS):
            self._family.learn(teacher, pupil, noun, None)

    def note_labelled(self, mark: Mark, role: str) -> None:
        """*Spouse: Dina Gruber*: the wife of whom the text is about."""
        main, term = self.scene.main, kin_terms().get(role)
        if main is None or mark.figure is None or main is mark.figure or term is None:
            return
        if term.role in ("wife", "husband"):
            is_husband = mark.figure.sex == "m" or (mark.figure.sex is None and main.sex == "f")
            term = kin_terms()["husband" if is_husband else "wife"]
        self._family.learn(main, mark.figure, term.word, term)

    def teacher_of_main(self, found: Description) -> Figure | None:
        """Return whom *the master* means: the one from whom the main person learnt."""
        main, is_alone = self.scene.main, len(found.mark.words) == 2
        if main is None or not is_alone or found.noun not in TEACHERS or found.determiner != "definite":
            return None
        return self._family.find(main, found.noun, None)

    def _child_of_family(self, parent: Token) -> Figure | None:
        """Return who was *born in the family of*; where no verb says who, the main person."""
        family = parent.head.head
        if parent.head.lower_ != "of" or family.lower_ != "family":
            return None
        verb = clause_of(family)
        child = self._figure_at(subject_told_before(verb)) if verb.lemma_ in ("bear", "born") else None
        is_birth = any(t.lower_ in ("born", "b.", "b") for t in family.doc[max(0, family.i - 25) : family.i])
        return child or (self.scene.main if is_birth else None)

    def assume(self, found: Description, relative: Figure) -> None:
        """*The father, Paul Reed*, *a daughter, Ann*: whose is not said, so the main person's, or the subject's."""
        if tells_a_state(found):
            return
        owner = self.scene.main
        if found.mark.head.dep_ == "dobj" or (
            found.mark.head.dep_ == "appos" and found.mark.head.head.dep_ == "dobj"
        ):
            owner = self._figure_at(subject_told_before(clause_of(found.mark.head))) or owner
        if owner is not None and owner is not relative:
            self._family.learn(owner, relative, found.noun, found.kin, role_words(found))

    def at_large(self, found: Description) -> Figure | None:
        """Return whom *the father*, *the child*, *the widow* means where nobody's is said."""
        main = self.scene.main
        if found.kin is None or main is None or found.determiner != "definite":
            return None
        holders = self._family.holders(found.noun, found.kin)
        for mark in reversed(self.scene.recent):
            is_hero = (
                mark.figure is main and found.kin.role in _CHILDREN
            )  # whoever's daughter she was herself
            if mark.figure is not None and mark.figure.number in holders and not is_hero:
                return mark.figure
        if found.kin.role in _CHILDREN and (child := self.scene.other_called(found.noun)) is not None:
            return child
        is_state = found.noun in around_names("kin_states") and not role_words(found).count(" ")
        return main if is_state and found.kin.sex in (None, main.sex) else None


def _marries_again(found: Description, known: Figure) -> bool:
    """Whether the clause tells of a marriage after another's: *married Ida Low after the death of his first wife*."""
    verb = clause_of(found.mark.head)
    is_earlier = found.kin is not None and found.kin.role in ("wife", "husband") and " " in role_words(found)
    if not is_earlier or verb.lemma_ not in around_names("marrying"):
        return False
    return any(
        m.words.doc is verb.doc and verb.i < m.head.i < found.mark.head.i and m.head.head.i == verb.i
        for m in known.marks
    )
