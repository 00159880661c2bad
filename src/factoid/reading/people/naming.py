"""Names to names: full, short, given name alone, patronymic alone, another language's form, initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factoid.names import (
    Name,
    PartKind,
    fold,
    fold_surname,
    gender_of_given_name,
    is_given_name,
    is_patronymic,
)
from factoid.reading.labels import label_before
from factoid.reading.lexicons import around_names
from factoid.reading.other_names import is_birth_label
from factoid.reading.people.brought_in import (
    generation_of,
    generation_word,
    is_but_a_subject,
    is_child,
    is_just_named,
    is_maiden,
    is_namesake,
    is_of_whose_family,
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
    is_counted_otherwise,
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

_WEDDING = 6  #: words at most between two who marry


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
            self._by_form.setdefault(_bare_key(name), []).append(figure)
            for key in keys_of(name):
                self._by_key[key][figure.number] = figure

    def enter(self, marks: Sequence[Mark], names: Sequence[str]) -> None:
        """Give every marked name to a figure. ``names`` are the words of each, the surname last."""
        entries = list(zip(marks, names, strict=True))
        for mark, text in entries:
            if not _is_full(text) and is_child(kin_introduced(mark)):
                self._children.add(_bare_key(name_of(text)))
            if not _is_full(text) and not is_maiden(mark):
                self._spoken.setdefault(_bare_key(name_of(text)), []).append(mark)
        for mark, text in entries:
            if _is_full(text):
                figure = None if is_told_apart(mark) else self._figure_of_full(mark, text)
                self._give(mark, text, figure)
        for mark, text in entries:
            if not _is_full(text):
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
        same = self._by_form.setdefault(_bare_key(name), [])
        if figure not in same:
            same.append(figure)

    def _figure_of_full(self, mark: Mark, text: str) -> Figure | None:
        name = name_of(text)
        known = [f for f in self._by_form.get(_bare_key(name), ()) if not self._is_other(name, f, mark)]
        if known:
            if not name.suffix:  # beside Karl Low Jr. the text calls his father Karl Low
                known = [f for f in known if any(not n.suffix for n in f.names)] or known
            return next((f for f in reversed(known) if not is_but_a_parent(f)), known[-1])
        near = self._near(keys_of_full(name))
        fitting = [
            f for f in near if not self._is_other(name, f, mark) and any(agree(name, o) for o in f.names)
        ]
        if name.given and fold(name.given[0]) in self._children:  # Mark Reeve, son of John Mark Reeve
            fitting = [f for f in fitting if not any(is_middle_name(name.given[0], o) for o in f.names)]
        return fitting[0] if len(fitting) == 1 else _nearest(fitting, mark)

    def _is_other(self, name: Name, figure: Figure, mark: Mark) -> bool:
        """Whether the figure cannot bear a name told in full."""
        is_namesake = is_parent_of_the_same_name(figure, mark, self._cast) or is_of_another_entry(
            figure, mark
        )
        is_namesake = is_namesake or is_kin_of_another_kind(figure, mark, name)
        return is_namesake or _is_barred(name, figure, mark) or _is_younger_or_elder(name, figure, mark)

    def _figure_of_short(self, mark: Mark, text: str) -> Figure | None:
        if is_maiden(mark):
            return None  # whose it is, the text says
        name = name_of(text)
        owner = kin_introduced(mark)
        key = _bare_key(name)
        scored = [
            (value + self._prominence(figure, mark, name), -figure.number, figure)
            for value, figure in self._fitting(text)
            if not _is_barred(name, figure, mark)
            and not is_childs_middle_name(figure, mark, name)
            and not is_but_a_subject(figure, name)
        ]
        if generation := generation_of(mark, name):
            scored = [e for e in scored if not _is_of_other_generation(e[2], generation)]
            alike = [e for e in scored if any(generation_word(n.suffix) == generation for n in e[2].names)]
            scored = alike or scored
        scored = _not_done_to(scored, mark)
        titled = [entry for entry in scored if _is_so_titled(entry[2], name)]
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
                if any(_bare_key(o) == key or _is_but_titled(o, key) for o in entry[2].names)
                or self._is_of_family(entry[2], name, mark)
            ]
        scored = [
            entry
            for entry in scored
            if not _is_other_kin(entry[2], mark)
            and (entry in titled or not self._is_heros_relative(entry[2], key))
        ]
        if not scored and patronymic_only(name):
            return self._surname_just_named(mark, name)
        return max(scored)[2] if scored else None

    def _is_of_family(self, figure: Figure, name: Name, mark: Mark) -> bool:
        """*His brother Walter*: the Walter Laidlaw of the text, where another Laidlaw was named in full.

        Ivanov's daughter is Ivanova.
        """
        surnames = {fold_surname(n.surname) for n in figure.names if n.surname and _is_called(n, name)}
        return any(
            fold_surname(n.surname) in surnames and not _is_called(n, name)
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
        full = [mark for mark in figure.marks if _is_full(mark.words.text)]
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
        before = next((m for m in reversed(figure.marks) if m.at < mark.at), None)
        value = min(len(figure.marks), 8) * 0.04
        if figure.is_expected:
            value += 0.3
        first = figure.marks[0] if figure.marks else None
        if (
            first is not None
            and (kin_introduced(first) or kin_apposed(first) or whose_parent(first)) is not None
        ):
            value -= 0.35  # a surname alone is the hero's rather than the brother's
        if all(is_maiden(m) for m in figure.marks):
            value -= 1.0
        if before is not None:
            distance = mark.sentence - before.sentence
            value += 0.2 / (1 + distance)
        elif figure.marks:
            value -= 0.15
        if figure in self._by_form.get(_bare_key(name), ()):
            value += 0.3
        if any(same_title(name.titles, known.titles) for known in figure.names):
            value += 0.35
        elif not name.titles and _is_but_addressed(figure):
            value -= 0.35
        return value


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


def _is_but_addressed(figure: Figure) -> bool:
    """Whether the figure is Mrs. or Miss so-and-so wherever it is named in full: a bare surname is her husband's."""
    titles = around_names("wives") | {"miss", "ms"}
    named = [n for n in figure.names if n.titles]
    return bool(named) and all(n.titles[0].casefold().strip(".") in titles and not n.given for n in named)


def _is_so_titled(figure: Figure, name: Name) -> bool:
    """Whether the figure was named with the same title: *Judge Lowe*, after *the late Judge Amos Lowe*; any is Mr."""
    if len(name.bare.strip(".")) < 3:
        return False  # Sir A.
    titles = name.of(PartKind.TITLE, PartKind.OFFICE, PartKind.RANK)
    return any(same_title(titles, (*known.titles, *known.of(PartKind.RANK))) for known in figure.names)


def _is_of_other_generation(figure: Figure, generation: str) -> bool:
    """Whether the figure is *the younger* where the elder is meant."""
    generations = [generation_word(n.suffix) for n in figure.names if n.suffix]
    return bool(generations) and generation not in generations


def _is_younger_or_elder(name: Name, figure: Figure, mark: Mark) -> bool:
    """Whether *Karl Low the Younger* is another than the Karl Low told of before, or than Karl Low the Elder."""
    generation = generation_word(name.suffix) if name.of(PartKind.GENERATION) else ""
    if not generation or any(generation_word(n.suffix) == generation for n in figure.names):
        return False
    is_young = generation == generation_word("the younger")
    is_told_before = any(m.at < mark.at and _is_full(m.words.text) for m in figure.marks)
    return (is_young and is_told_before) or _is_of_other_generation(figure, generation)


def _is_barred(name: Name, figure: Figure, mark: Mark) -> bool:
    if is_counted_otherwise(figure, mark):
        return True
    if kin_introduced(mark) is not None and any(is_birth_label(m.words) for m in figure.marks):
        return True  # Born: Nora Ida Feld; her mother, Nora Feld
    if is_of_whose_family(mark) and not _begin_alike(name, figure):
        return True  # Karl Otto Low was born in the family of the miller Otto Low
    is_kin = _is_ones_kin(figure, mark) or _is_spouse(figure, mark) or _is_lady_of_that_name(name, figure)
    return figure.is_of_another_sex(sex_of(name)) or is_kin or _is_officer(name, figure)


def _begin_alike(name: Name, figure: Figure) -> bool:
    """Whether the first given name is one of the figure's, too, or none is told."""
    return not name.given or any(n.given[:1] == name.given[:1] for n in figure.names)


def _is_lady_of_that_name(name: Name, figure: Figure) -> bool:
    """Whether *Dr. Lind* is hardly she who is called *Miss Ida Lind* throughout."""
    titles = {t.casefold().strip(".") for t in name.titles}
    if name.given or titles.isdisjoint(around_names("learned_titles")):
        return False
    ladies = around_names("wives") | {"miss", "ms", "mistress"}
    return all(not ladies.isdisjoint(t.casefold().strip(".") for t in n.titles) for n in figure.names)


def _is_officer(name: Name, figure: Figure) -> bool:
    """Whether *Colonel Hope* is hardly a woman of that surname, who is nowhere called so."""
    is_hers = name.bare.endswith(("ova", "eva", "ina", "aya"))
    is_man = bool(name.of(PartKind.RANK)) and not name.given and figure.sex == "f" and not is_hers
    return is_man and not any(n.of(PartKind.RANK) for n in figure.names)


def _is_ones_kin(figure: Figure, mark: Mark) -> bool:
    """Whether the figure is told to be the bearer's kin: *Nadia Orel was the wife of General Orel*."""
    kin = whose_kin(mark)
    if kin is None:
        return False
    doc = mark.words.doc
    for other in figure.marks:
        between = (
            doc[other.words.end : kin.i] if other.words.doc is doc and other.words.end <= kin.i else None
        )
        if between is not None and len(between) < 12 and not any(t.pos_ == "VERB" for t in between):
            return True
    return False


def _is_spouse(figure: Figure, mark: Mark) -> bool:
    """Whether the figure is told to marry the bearer: *Dr. Low is married to Ida Berg Low*."""
    return any(_is_wed_to(mark, other) or _is_wed_to(other, mark) for other in figure.marks)


def _is_wed_to(one: Mark, other: Mark) -> bool:
    """Whether nothing but a verb of marrying stands between the two names."""
    doc, start, end = one.words.doc, one.words.end, other.words.start
    if other.words.doc is not doc or not 1 <= end - start <= _WEDDING:
        return False
    between = doc[start:end]
    is_told = any(t.lemma_ in around_names("marrying") or t.lower_ == "married" for t in between)
    return is_told and all(
        t.lemma_ in around_names("marrying") or t.lower_ in ("married", "to", ",") or t.pos_ in ("AUX", "ADV")
        for t in between
    )


def _is_other_kin(figure: Figure, mark: Mark) -> bool:
    """Whether labelled lines make them kin of different kinds: *Children: Otto*, *Parents: Otto Berg, Ida Roth*."""
    role = _labelled_as(mark)
    return role is not None and any(_labelled_as(m) not in (None, role) for m in figure.marks)


def _labelled_as(mark: Mark) -> str | None:
    label = label_before(mark.words)
    return label.role if label is not None and label.type == "kinship" else None


def _is_but_titled(name: Name, key: str) -> bool:
    """Whether nothing but a title stands behind the given name: *Fehime Hanum*."""
    words = name.bare.split()
    return len(words) == 2 and fold(words[0]) == key and words[1].lower() in around_names("titles_behind")


def _is_called(full: Name, given: Name) -> bool:
    """Whether the given name is that of the full name."""
    return bool(full.given) and fold(full.given[0]) == fold(given.bare)


def _is_full(text: str) -> bool:
    name = name_of(text)
    words = [w for w in name.bare.split() if w[:1].isalpha()]
    while len(words) > 1 and _is_particle(words[0]):
        words = words[1:]  # van Meerhof, Van Meerhof: a surname alone
    if len(words) < 2 or (name.suffix and len(words) == 2):
        return False
    if patronymic_only(name) or (name.regnal and len(words) == 2):
        return bool(name.regnal)
    return (bool(name.given or name.patronymic) and bool(name.surname)) or len(words) > 1


def _is_particle(word: str) -> bool:
    """Whether a surname begins with the word, with a capital too: *De Smet*; not where it is a given name: *Della*."""
    particles = around_names("leading_particles") | around_names("surname_articles")
    return word.lower() in particles and not is_given_name(word)


def _bare_key(name: Name) -> str:
    return fold(name.bare)


def sex_of(name: Name) -> str | None:
    """Return the sex that a name and its titles tell."""
    if name.sex:
        return name.sex
    if patronymic := patronymic_only(name):
        return is_patronymic(patronymic)
    for word in name.given:
        if sex := gender_of_given_name(word):
            return sex
    words = name.bare.split()
    return gender_of_given_name(words[0]) if words else None


def _nearest(figures: list[Figure], mark: Mark) -> Figure | None:
    if not figures:
        return None
    return min(figures, key=lambda f: (min((abs(m.at - mark.at) for m in f.marks), default=0), f.number))
