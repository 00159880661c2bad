"""Whether a figure can bear a name: its titles, its generation, its kin, its sex."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.names import (
    Name,
    PartKind,
    fold,
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
    is_of_whose_family,
    kin_introduced,
    same_title,
    whose_kin,
)
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.fitting import (
    name_of,
    patronymic_only,
)
from factoid.reading.people.namesakes import (
    is_counted_otherwise,
)

_WEDDING = 6  #: words at most between two who marry


def is_but_addressed(figure: Figure) -> bool:
    """Whether the figure is Mrs. or Miss so-and-so wherever it is named in full: a bare surname is her husband's."""
    titles = around_names("wives") | {"miss", "ms"}
    named = [n for n in figure.names if n.titles]
    return bool(named) and all(n.titles[0].casefold().strip(".") in titles and not n.given for n in named)


def is_so_titled(figure: Figure, name: Name) -> bool:
    """Whether the figure was named with the same title: *Judge Lowe*, after *the late Judge Amos Lowe*; any is Mr."""
    if len(name.bare.strip(".")) < 3:
        return False  # Sir A.
    titles = name.of(PartKind.TITLE, PartKind.OFFICE, PartKind.RANK)
    return any(same_title(titles, (*known.titles, *known.of(PartKind.RANK))) for known in figure.names)


def is_of_other_generation(figure: Figure, generation: str) -> bool:
    """Whether the figure is *the younger* where the elder is meant."""
    generations = [generation_word(n.suffix) for n in figure.names if n.suffix]
    return bool(generations) and generation not in generations


def of_generation(figures: Sequence[Figure], mark: Mark, name: Name) -> Figure | None:
    """Return whom *the elder Karl* means, *Karl Low the younger*, of several of that name: the first or last told of.

    Only those count who are called by the same given name before.
    """
    generation = generation_of(mark, name)
    alike = [f for f in figures if any(_told_as(m, name) and m.at < mark.at for m in f.marks)]
    if generation not in ("elder", "younger") or len(alike) < _SEVERAL:
        return None
    ordered = sorted(alike, key=lambda f: min(m.at for m in f.marks))
    return ordered[0] if generation == "elder" else ordered[-1]


_SEVERAL = 2


def _told_as(mark: Mark, name: Name) -> bool:
    """Whether a mark has the first word of a name."""
    return fold(mark.words[0].text) == fold((name.given or (name.bare,))[0])


def is_younger_or_elder(name: Name, figure: Figure, mark: Mark) -> bool:
    """Whether *Karl Low the Younger* is another than the Karl Low told of before, or than Karl Low the Elder."""
    generation = generation_word(name.suffix) if name.of(PartKind.GENERATION) else ""
    if not generation or any(generation_word(n.suffix) == generation for n in figure.names):
        return False
    is_young = generation == generation_word("the younger")
    is_told_before = any(m.at < mark.at and is_full(m.words.text) for m in figure.marks)
    return (is_young and is_told_before) or is_of_other_generation(figure, generation)


def is_barred(name: Name, figure: Figure, mark: Mark) -> bool:
    """Whether something told forbids that the figure bears the name: kin, sex, a number, a rank."""
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


def is_other_kin(figure: Figure, mark: Mark) -> bool:
    """Whether labelled lines make them kin of different kinds: *Children: Otto*, *Parents: Otto Berg, Ida Roth*."""
    role = _labelled_as(mark)
    return role is not None and any(_labelled_as(m) not in (None, role) for m in figure.marks)


def _labelled_as(mark: Mark) -> str | None:
    label = label_before(mark.words)
    return label.role if label is not None and label.type == "kinship" else None


def is_but_titled(name: Name, key: str) -> bool:
    """Whether nothing but a title stands behind the given name: *Fehime Hanum*."""
    words = name.bare.split()
    return len(words) == 2 and fold(words[0]) == key and words[1].lower() in around_names("titles_behind")


def is_called(full: Name, given: Name) -> bool:
    """Whether the given name is that of the full name."""
    return bool(full.given) and fold(full.given[0]) == fold(given.bare)


def is_full(text: str) -> bool:
    """Whether the words are a name in full, not a surname or given name alone."""
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


def bare_key(name: Name) -> str:
    """Return the name without titles, folded, by which forms are compared."""
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
