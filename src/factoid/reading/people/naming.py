"""Names to names: full, short, given name alone, patronymic alone, another language's form, initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factoid.names import (
    Name,
    fold,
    fold_surname,
    is_given_name,
)
from factoid.reading.people.bearing import (
    bare_key,
    is_barred,
    is_but_addressed,
    is_but_titled,
    is_called,
    is_full,
    is_of_other_generation,
    is_other_kin,
    is_so_titled,
    is_younger_or_elder,
    of_generation,
    sex_of,
)
from factoid.reading.people.born_once import is_born_once_more
from factoid.reading.people.brought_in import (
    generation_of,
    generation_word,
    is_but_a_subject,
    is_child,
    is_just_named,
    is_maiden,
    is_namesake,
    is_one_of_children,
    kin_apposed,
    kin_introduced,
    listed_child,
    parent_apposed,
    same_title,
    whose_kin,
)
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.fitting import (
    Key,
    agree,
    fit,
    keys_of,
    keys_of_full,
    keys_of_short,
    name_of,
    patronymic_only,
)
from factoid.reading.people.namesakes import (
    is_another_child,
    is_born_here,
    is_but_a_parent,
    is_child_called,
    is_childs_middle_name,
    is_entered_as_child,
    is_kin_of_another_kind,
    is_middle_name,
    is_of_another_entry,
    is_of_another_generation,
    is_parent,
    is_parent_of_the_same_name,
    is_possessed,
    is_told_apart,
    is_told_in_full,
    is_told_to_be_a_parent,
    whose_parent,
)
from factoid.reading.people.scene import sex_of_pronoun

_Scored = tuple[float, int, Figure]  #: how well a name fits, and whom


class Register:
    """The names of one text, put to figures in two rounds: full names first, then what is short for them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._spoken: dict[str, list[Mark]] = {}  #: where a short name stands
        self._children: set[str] = set()  #: given names of those brought in as children
        self._by_form: dict[str, list[Figure]] = {}
        self._by_key: dict[Key, dict[int, Figure]] = defaultdict(dict)  #: so that few names need be weighed
        self._fits: dict[str, tuple[int, list[tuple[float, Figure]]]] = {}  #: short name -> whom it fits

    def expect(self, names: Sequence[str]) -> None:
        """Let there be figures of these names, who are in the text if something shorter means them."""
        for text in names:
            name, figure = name_of(text), self._cast.new()
            figure.names.append(name)
            figure.is_expected = True
            if sex := sex_of(name):
                figure.sexes[sex] += 2
            self._by_form.setdefault(bare_key(name), []).append(figure)
            for key in keys_of(name):
                self._by_key[key][figure.number] = figure

    def enter(self, marks: Sequence[Mark], names: Sequence[str]) -> None:
        """Give every marked name to a figure. ``names`` are the words of each, the surname last."""
        entries = list(zip(marks, names, strict=True))
        for mark, text in entries:
            if not is_full(text) and is_child(kin_introduced(mark)):
                self._children.add(bare_key(name_of(text)))
            if not is_full(text) and not is_maiden(mark):
                self._spoken.setdefault(bare_key(name_of(text)), []).append(mark)
        for mark, text in entries:
            if is_full(text):
                figure = None if is_told_apart(mark) else self._figure_of_full(mark, text)
                self._give(mark, text, figure)
        for mark, text in entries:
            if not is_full(text):
                is_new = is_told_apart(mark) or is_entered_as_child(mark)
                figure = None if is_new else self._figure_of_short(mark, text)
                self._give(mark, text, figure)

    def _give(self, mark: Mark, text: str, figure: Figure | None) -> None:
        figure = figure or self._cast.new()
        self._cast.give(mark, figure)
        name = name_of(text)
        if all(name.text != known.text for known in figure.names):
            figure.names.append(name)
            for key in keys_of(name):
                self._by_key[key][figure.number] = figure
        sex = sex_of(name)
        if sex:
            figure.sexes[sex] += 2
        same = self._by_form.setdefault(bare_key(name), [])
        if figure not in same:
            same.append(figure)

    def _figure_of_full(self, mark: Mark, text: str) -> Figure | None:
        name = name_of(text)
        known = [f for f in self._by_form.get(bare_key(name), ()) if not self._is_other(name, f, mark)]
        if known:
            if (told := of_generation(known, mark, name)) is not None:
                return told
            if not name.suffix:  # beside Karl Low Jr. the text calls his father Karl Low
                known = [f for f in known if any(not n.suffix for n in f.names)] or known
            return next((f for f in reversed(known) if not is_but_a_parent(f)), known[-1])
        near = self._near(keys_of_full(name))
        fitting = [
            f for f in near if not self._is_other(name, f, mark) and any(agree(name, o) for o in f.names)
        ]
        if name.given and fold(name.given[0]) in self._children:  # Mark Reeve, son of John Mark Reeve
            fitting = [f for f in fitting if not any(is_middle_name(name.given[0], o) for o in f.names)]
        return of_generation(fitting, mark, name) or _nearest(fitting, mark)

    def _is_other(self, name: Name, figure: Figure, mark: Mark) -> bool:
        """Whether the figure cannot bear a name told in full."""
        is_namesake = is_parent_of_the_same_name(figure, mark, self._cast) or is_of_another_entry(
            figure, mark
        )
        is_namesake = is_namesake or is_kin_of_another_kind(figure, mark, name)
        is_namesake = is_namesake or is_born_once_more(figure, mark)
        return is_namesake or is_barred(name, figure, mark) or is_younger_or_elder(name, figure, mark)

    def _figure_of_short(self, mark: Mark, text: str) -> Figure | None:
        if is_maiden(mark):
            return None  # whose it is, the text says
        name = name_of(text)
        owner = kin_introduced(mark)
        key = bare_key(name)
        scored = [
            (value + self._prominence(figure, mark, name), -figure.number, figure)
            for value, figure in self._fitting(text)
            if not is_barred(name, figure, mark)
            and not is_childs_middle_name(figure, mark, name)
            and not is_but_a_subject(figure, name)
        ]
        if is_just_named(mark) and is_given_name(
            name.bare
        ):  # the boy was named Otto; Otto Lind comes much later
            scored = [e for e in scored if any(m.at < mark.at for m in e[2].marks)]
        if generation := generation_of(mark, name):
            scored = [e for e in scored if not is_of_other_generation(e[2], generation)]
            alike = [e for e in scored if any(generation_word(n.suffix) == generation for n in e[2].names)]
            scored = alike or scored
            told = None if alike else of_generation([e[2] for e in scored], mark, name)
            scored = [e for e in scored if e[2] is told] if told is not None else scored
        scored = _not_done_to(scored, mark)
        titled = [entry for entry in scored if is_so_titled(entry[2], name)]
        scored = titled or scored
        child = listed_child(mark) or (owner if is_child(owner) else None)
        if child is not None:
            children = [entry for entry in scored if is_child_called(entry[2], key)]
            is_other = (
                is_namesake(mark) or is_just_named(mark) or (child is not owner and is_possessed(child))
            )
            most = max((len(f.marks) for f in self._cast.figures), default=0) if is_born_here(child) else 0
            scored = children or [
                e
                for e in scored
                if not ((is_other or len(e[2].marks) < most) and is_told_in_full(e[2], mark))
            ]
        elif is_one_of_children(mark):
            scored = [e for e in scored if is_child_called(e[2], key) or not is_parent(e[2], mark)]
        if owner:
            scored = [e for e in scored if not is_another_child(e[2], owner, mark)]
            scored = [e for e in scored if not is_of_another_generation(e[2], mark)]
        if is_child(owner):
            scored = [e for e in scored if not is_told_to_be_a_parent(e[2], mark)]
        if owner or child or parent_apposed(mark):
            scored = [
                entry
                for entry in scored
                if any(bare_key(o) == key or is_but_titled(o, key) for o in entry[2].names)
                or self._is_of_family(entry[2], name, mark)
            ]
        scored = [
            entry
            for entry in scored
            if not is_other_kin(entry[2], mark)
            and (entry in titled or not self._is_heros_relative(entry[2], key))
        ]
        if not scored and patronymic_only(name):
            return self._surname_just_named(mark, name)
        return max(scored)[2] if scored else None

    def _is_of_family(self, figure: Figure, name: Name, mark: Mark) -> bool:
        """*His brother Walter*: the Walter Laidlaw of the text, where another Laidlaw was named in full.

        Ivanov's daughter is Ivanova.
        """
        surnames = {fold_surname(n.surname) for n in figure.names if n.surname and is_called(n, name)}
        return any(
            fold_surname(n.surname) in surnames and not is_called(n, name)
            for other in self._cast.figures
            if other is not figure and any(m.at < mark.at for m in other.marks)
            for n in other.names
            if n.given and n.surname
        )

    def _is_heros_relative(self, figure: Figure, key: str) -> bool:
        """Whether a surname is the hero's, and the figure but the father who is named in full once.

        The text calls its hero by surname before and more often than it names the figure, which it brings in
        as kin.
        """
        spoken = self._spoken.get(key, [])
        full = [mark for mark in figure.marks if is_full(mark.words.text)]
        is_rare = len(spoken) >= 2 * len(full) and len(spoken) >= 2
        is_before = is_rare and bool(full) and spoken[0].at < full[0].at
        is_much_rarer = len(full) == 1 and len(spoken) >= 4
        return bool(full) and (is_before or is_much_rarer) and kin_introduced(full[0]) is not None

    def _near(self, keys: Iterable[Key]) -> list[Figure]:
        """Return the figures with a name under one of the keys, in the order in which they were named."""
        found: dict[int, Figure] = {}
        for key in keys:
            found |= self._by_key.get(key, {})
        return [found[number] for number in sorted(found)]

    def _fitting(self, text: str) -> list[tuple[float, Figure]]:
        """Return whom the short name fits, and how well. Weighed anew when somebody near was named since."""
        name = name_of(text)
        keys = list(keys_of_short(name))
        names = sum(len(f.names) for key in keys for f in self._by_key.get(key, {}).values())
        known, fits = self._fits.get(text, (-1, []))
        if known != names:
            weighed = ((max(fit(name, other) for other in f.names), f) for f in self._near(keys))
            fits = [(value, figure) for value, figure in weighed if value > 0]
            self._fits[text] = names, fits
        return fits

    def _surname_just_named(self, mark: Mark, name: Name) -> Figure | None:
        """Given name and patronymic bring nobody in: they mean whom the text just called by surname alone."""
        if kin_introduced(mark) is not None or mark.head.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return None
        spoken = [
            (m.at, -figure.number, figure)
            for figure in self._cast.figures
            if figure.names
            and not figure.is_of_another_sex(sex_of(name))
            and (len(figure.marks) > 1 or any(n.text != n.bare for n in figure.names))
            and all(len(n.bare.split()) == 1 and not is_given_name(n.bare) for n in figure.names)
            for m in figure.marks
            if m.at < mark.at and mark.sentence - m.sentence <= 3
        ]
        return max(spoken)[2] if spoken else None

    def _prominence(self, figure: Figure, mark: Mark, name: Name) -> float:
        """How likely the figure is meant among several that the short name fits."""
        before = next((m for m in reversed(figure.marks) if m.at < mark.at and _is_so_called(m, name)), None)
        value = min(len(figure.marks), 8) * 0.04
        if figure.is_expected:
            value += 0.3
        first = figure.marks[0] if figure.marks else None
        is_kin = first is not None and _is_brought_in_as_kin(first)
        if is_kin:
            value -= 0.35  # a surname alone is the hero's rather than the brother's
        if all(is_maiden(m) for m in figure.marks):
            value -= 1.0
        if before is not None:
            distance = mark.sentence - before.sentence
            value += 0.2 / (1 + distance)
        elif figure.marks:
            value -= 0.15
        if figure in self._by_form.get(bare_key(name), ()):
            value += 0.3
        titles = _told_titles(name) if is_kin else name.titles
        if any(same_title(titles, known.titles) for known in figure.names):
            value += 0.35
        elif not name.titles and is_but_addressed(figure):
            value -= 0.35
        return value


def _told_titles(name: Name) -> tuple[str, ...]:
    """Return the titles of a name but *Mr.*, which any man of the surname is."""
    return tuple(t for t in name.titles if t.casefold().strip(".") not in ("mr", "mister"))


def _is_brought_in_as_kin(mark: Mark) -> bool:
    """Whether a name is that of kin: *his son Otto*, *Ida, his wife*, *the son of the guide Otto*."""
    kin = kin_introduced(mark) or kin_apposed(mark) or whose_parent(mark)
    return kin is not None or is_child(whose_kin(mark)) or parent_apposed(mark)


def _is_so_called(mark: Mark, name: Name) -> bool:
    """Whether the words call somebody by the surname alone that is to be told whose it is, or by more than that."""
    if len(name.bare.split()) > 1 or is_given_name(name.bare):
        return True
    return fold(name.bare) in fold(mark.words.text)


def _not_done_to(scored: list[_Scored], mark: Mark) -> list[_Scored]:
    """Leave out the women of a surname in *Hale paid her*, the men in *Hale paid him*, where another was just named."""
    verb = mark.head.head
    objects = verb.rights if mark.head.dep_ == "nsubj" and len(mark.words) == 1 else ()
    done_to = {sex_of_pronoun(t.lower_) for t in objects if t.dep_ in ("dobj", "dative")} - {None}
    if len(done_to) != 1:
        return scored
    others = [e for e in scored if e[2].sex not in (None, *done_to)]
    is_near = any(0 <= mark.sentence - m.sentence <= 2 for e in others for m in e[2].marks)
    return others if is_near else scored


def _nearest(figures: list[Figure], mark: Mark) -> Figure | None:
    if not figures:
        return None
    return min(figures, key=lambda f: (min((abs(m.at - mark.at) for m in f.marks), default=0), f.number))
