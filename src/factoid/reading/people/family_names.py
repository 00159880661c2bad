"""The surname of a hero whom a text calls by the given name alone: that of the parent whom it names in full once.

*In the family of the farmer Maxim Orlov a son was born. ... Ivan left for Riga. ... In 1903 they sent Orlov to Paris.*
"""

from __future__ import annotations

from factoid.model import MentionForm
from factoid.names import fold, fold_surname, is_given_name
from factoid.reading.lexicons import kin_plurals, kin_terms
from factoid.reading.people.bearing import is_full
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.fitting import name_of, patronymic_only

_EARLY = 10  #: sentences in which a life tells of the parents
_BEFORE = 10  #: words from a word for a family to the name
_OFFSPRING = frozenset(["family", "house"])


def give_family_name(hero: Figure, cast: Cast) -> None:
    """Let the surname alone mean the hero, not the parent named in full once, where the hero has no other surname."""
    if not hero.names or not all(_is_given(name.bare) for name in hero.names):
        return
    told = [(f, full) for f in cast.present() if f is not hero and (full := _told_as_parent(f)) is not None]
    bearers = [(f, alone) for f, full in told if (alone := _alone(f, full))]
    if len(bearers) != 1:
        return
    parent, alone = bearers[0]
    for mark in alone:
        parent.marks.remove(mark)
        cast.give(mark, hero)
    surname = name_of(alone[0].words.text).bare.split()[-1]
    parent.names = [n for n in parent.names if n.given and fold(n.bare.split()[0]) != fold(surname)]
    hero.names.append(name_of(f"{hero.names[0].bare.split()[0]} {surname}"))


def _is_given(name: str) -> bool:
    words = name.split()
    return bool(words) and (all(map(is_given_name, words)) or bool(patronymic_only(name_of(name))))


def _told_as_parent(figure: Figure) -> Mark | None:
    """Return the one mark that names somebody in full, if it stands early and behind a word for a family."""
    full = [m for m in figure.marks if m.form is MentionForm.NAME and _is_whole(m)]
    if len(full) != 1 or full[0].sentence > _EARLY:
        return None
    doc, start = full[0].words.doc, full[0].words.start
    before = doc[max(0, start - _BEFORE) : start]
    terms = (kin_terms().get(t.lower_) for t in before)
    is_parents = any(
        term is not None and term.role in ("son", "daughter", "child", "father") for term in terms
    )
    is_parents = is_parents or any(t.lower_ in kin_plurals() | _OFFSPRING for t in before)
    return full[0] if is_parents else None


def _is_whole(mark: Mark) -> bool:
    return is_full(mark.words.text) and any(is_given_name(t.text) for t in mark.words[:-1])


def _alone(figure: Figure, full: Mark) -> list[Mark]:
    """Return the marks that call somebody by the surname, with no given name."""
    surname = fold_surname(full.words[-1].text)
    return [
        m
        for m in figure.marks
        if m.form is MentionForm.NAME
        and m is not full
        and fold_surname(m.words[-1].text) == surname
        and not any(is_given_name(t.text) for t in m.words[:-1])
    ]
