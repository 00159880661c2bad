"""Figures that turn out to be one, once all names of a text have been read: a spelling, a given name and a surname."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.model import SegmentKind
from factoid.names import Name, fold, given_name_relation, is_given_name
from factoid.reading.lexicons import around_names
from factoid.reading.parse import ParsedText
from factoid.reading.people.brought_in import is_maiden, kin_introduced
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.phrases import is_ordinal

_TOP = 4  #: segments among which the heading of a page stands
_SOON = 4  #: sentences after the first name within which the hero is said to be born
_HEADING = 16  #: words at most of a line that is one
_LEAST_LETTERS = 6  #: of a name that may be misspelt


def join_figures(cast: Cast) -> None:
    """Make one figure of those that are named alike but for a letter, and of the hero's two names."""
    _join_spellings(cast)
    _join_by_married_name(cast)
    _join_given_names(cast)
    _join_given_and_surname(cast)


def join_with_title(parsed: ParsedText, cast: Cast) -> None:
    """Make one of whom the heading names and the first whom the text below names in full by another name.

    A page calls its heroine *Annie London*, and begins: *Annie Kopf, née Cohen, took her name from ...*. They share
    a given name, in whatever language's form, or a pet name: *Grishka Zaytsev* is the *Gregory Orlov* of the title.
    """
    heads = {
        s.offset
        for s in parsed.segments[:_TOP]
        if s.segment.kind in (SegmentKind.TITLE, SegmentKind.HEADING) or len(s.doc) < _HEADING
    }
    named = sorted((m for f in cast.present() for m in f.marks), key=lambda m: m.at)
    first = next((i for i, m in enumerate(named) if m.words.doc.offset not in heads), 0)
    before = {m.figure.number: m.figure for m in named[:first] if m.figure is not None}
    before = before or {f.number: f for f in cast.figures if f.is_expected and f.names}
    mark = next(iter(named[first:]), None)
    if len(before) != 1 or mark is None or mark.figure is None:
        return
    hero, other = next(iter(before.values())), mark.figure
    is_new = other is not hero and other.number not in before and kin_introduced(mark) is None
    if is_new and not hero.is_of_another_sex(other.sex) and _share_given(hero, other):
        cast.unite(hero, other)


def join_with_name_at_birth(cast: Cast) -> None:
    """Make one of the first person of a text and of whom it says soon after to be born, by another surname.

    *PEREZ, Juana Ines (1648-1695), poet. Juana Ramirez was born on a farm ...*: nobody else of that given name is
    brought in so, and never named again.
    """
    named = sorted((m for f in cast.present() for m in f.marks), key=lambda m: m.at)
    hero = named[0].figure if named else None
    if hero is None or not hero.is_named or any(_is_said_to_be_born(m) for m in hero.marks):
        return
    born = [
        m.figure
        for m in named
        if m.figure is not None
        and m.figure is not hero
        and m.sentence - named[0].sentence <= _SOON
        and len(m.figure.marks) == 1
        and _is_said_to_be_born(m)
    ]
    other = born[0] if len(born) == 1 else None
    if other is None or _only_words(other) or hero.is_of_another_sex(other.sex):
        return
    if _share_given(hero, other):
        other.also_called.update(n.text for n in other.names)
        cast.unite(hero, other)


def _is_said_to_be_born(mark: Mark) -> bool:
    """Whether the name opens its sentence as the subject of *was born*."""
    verb = mark.head.head
    opens = mark.words[0].is_sent_start or mark.words.start == 0
    return opens and mark.head.dep_ == "nsubjpass" and verb.lower_ == "born"


def join_with_lesser_title(cast: Cast) -> None:
    """Make one of the first person of a text, Ahmed Kemal Pasha, and the *Kemal Efendi* he was before."""
    named = sorted((m for f in cast.present() for m in f.marks), key=lambda m: m.at)
    hero = named[0].figure if named else None
    own = [w for n in hero.names if (w := _before_title_behind(n.bare))] if hero is not None else []
    if hero is None or not own:
        return
    for other in cast.present():
        theirs = [_before_title_behind(n.bare) for n in other.names]
        is_kin = any(kin_introduced(m) is not None for m in other.marks)
        is_short = all(w and any(w == full[-len(w) :] for full in own) for w in theirs)
        if other is not hero and theirs and is_short and not is_kin and not hero.is_of_another_sex(other.sex):
            cast.unite(hero, other)


def _before_title_behind(name: str) -> list[str]:
    """Return the words before a title that stands behind the name, none where it has no such title."""
    words = [fold(w) for w in name.split()]
    titles = {fold(t) for t in around_names("titles_behind")}
    return words[:-1] if words and words[-1] in titles else []


def join_lords(cast: Cast) -> None:
    """Make one of a lord and of what he is called by his land: *John Hay, 3rd Earl of Marr*, *Lord Marr*."""
    for figure in cast.present():
        lands = {fold(land) for mark in figure.marks if (land := _land_of(mark))}
        if not lands:
            continue
        for other in cast.present():
            is_so_called = all(fold(n.bare) in lands and not n.given for n in other.names)
            if other is not figure and is_so_called and not figure.is_of_another_sex(other.sex):
                cast.unite(figure, other)


def _land_of(mark: Mark) -> str:
    """Return over what a title right behind a name is held: *John Talbot, Duke of Norham*."""
    doc, at = mark.words.doc, mark.words.end
    if at + 3 >= len(doc) or doc[at].text not in (",", "("):
        return ""
    has_number = is_ordinal(doc[at + 1])
    at += 1 + has_number
    if has_number and doc[at].lower_ in around_names("lords") and doc[at + 1].text[:1].isupper():
        return str(doc[at + 1].text)  # 2nd Viscount Harcote
    is_held = doc[at].lower_ in around_names("lords") and at + 2 < len(doc) and doc[at + 1].lower_ == "of"
    return str(doc[at + 2].text) if is_held and doc[at + 2].text[:1].isupper() else ""


def _share_given(hero: Figure, other: Figure) -> bool:
    """Whether the hero's first given name is one of those of the other, who is named in full."""
    firsts = [w for n in hero.names if len(n.bare.split()) > 1 for w in n.bare.split()[:1] if len(w) > 3]
    given = [w for n in other.names if len(n.bare.split()) > 1 for w in n.bare.split() if is_given_name(w)]
    return any(
        fold(a) == fold(b) or given_name_relation(a, b) in ("spelling", "form", "translation", "diminutive")
        for a in firsts
        for b in given
    )


def _join_spellings(cast: Cast) -> None:
    """*Walenberg* is the Wallenberg of the text; a name of one word, met less often than the other."""
    for figure in cast.present():
        words = _only_words(figure)
        if len(words) != 1 or len(words[0]) < _LEAST_LETTERS:
            continue
        alike = [
            other
            for other in cast.present()
            if other is not figure
            and not figure.is_of_another_sex(other.sex)
            and len(other.marks) >= len(figure.marks)
            and any(_is_spelling(words[0], word) for word in _words(other))
        ]
        if len(alike) == 1:
            cast.unite(alike[0], figure)


def _is_spelling(a: str, b: str) -> bool:
    """Whether one letter is another, or one too many, within the words, or an *e* at the end."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or a == b:
        return False
    if is_given_name(a) and is_given_name(b) and given_name_relation(a, b) is None:
        return False  # Marius, Marcus
    short, long = sorted((a, b), key=len)
    if long == short + "e":
        return True
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if start >= len(short) - 1:
        return False  # Ivanov, Ivanova; Johann, Johanna
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def _join_by_married_name(cast: Cast) -> None:
    """*Anna Low (in marriage Berg) ... Anna Berg*: her given name with the surname that a bracket gave her."""
    for figure in cast.present():
        mark = figure.marks[0]
        if len(figure.marks) > 1 or len(mark.words) > 1 or not is_maiden(mark):
            continue
        doc, at = mark.words.doc, mark.words.start - _TO_BEARER
        bearer = next(
            (
                m.figure
                for f in cast.present()
                for m in f.marks
                if m.words.doc is doc and m.words.end - 1 == at
            ),
            None,
        )
        surname = fold(mark.words.text)
        for other in cast.present() if bearer is not None and bearer is not figure else ():
            is_hers = other not in (figure, bearer) and any(fold(n.surname) == surname for n in other.names)
            firsts = {fold(n.bare.split()[0]) for n in (*bearer.names, *other.names)} if bearer else set()
            if bearer is not None and is_hers and (len(firsts) == 1 or _share_given(bearer, other)):
                cast.unite(bearer, other)


_TO_BEARER = 4  #: words from a name to the one in its bracket: *Low (in marriage Berg*


def _join_given_names(cast: Cast) -> None:
    """*Emma Lind* of the heading was born *Amalie Emma*: given names, one of them the hero's, and nobody else's."""
    named = sorted((m for f in cast.present() for m in f.marks), key=lambda m: m.at)
    hero = named[0].figure if named else None
    if hero is None:
        return
    for mark in named:
        figure = mark.figure
        if figure is None or figure is hero or mark.sentence - named[0].sentence > _EARLY:
            continue
        bearers = [f for f in cast.present() if f is not figure and _has_given_of(figure, f)]
        is_told = mark.head.dep_ in ("nsubj", "nsubjpass") and mark is min(figure.marks, key=lambda m: m.at)
        if is_told and bearers == [hero] and _can_be(figure, hero):
            cast.unite(hero, figure)


_EARLY = 12  #: sentences after the hero's first name


def _has_given_of(figure: Figure, other: Figure) -> bool:
    """Whether the figure is called by given names alone, two or more, and the other by one of them and a surname."""
    called = [n.bare.split() for n in figure.names]
    own = {fold(w) for n in other.names for w in _given_beside_surname(n)}
    return all(
        len(words) > 1
        and any(fold(w) in own for w in words)
        and all(is_given_name(w) or fold(w) in own for w in words)
        for words in called
    )


def _given_beside_surname(name: Name) -> set[str]:
    """Return the given names of a name that has a word that is none, in whichever order: *Lind Otto*."""
    words = name.bare.split()
    given = {w for w in words if is_given_name(w)}
    if name.surname and not is_given_name(name.surname):
        return given.union(name.given)
    return given if len(given) < len(words) else set()


def _join_given_and_surname(cast: Cast) -> None:
    """A life that calls its hero now *Gregory*, now *Kotov*, and never both."""
    present = cast.present()
    alone = [f for f in present if len(_only_words(f)) == 1]
    surnames = [f for f in alone if not _is_given(f)]
    if not surnames:
        return
    hero = max(surnames, key=lambda f: (len(f.marks), -f.number))
    words = set(_only_words(hero))
    is_family = any(fold(n.surname) in words for f in present if f is not hero for n in f.names if n.given)
    if not is_family or len(hero.marks) < 3:
        return
    givens = [f for f in present if _is_given(f) and _can_be(f, hero)]
    if not givens:
        return
    given = max(givens, key=lambda f: (len(f.marks), -f.number))
    others = [f for f in givens if f is not given and 2 * len(f.marks) >= len(given.marks)]
    if len(given.marks) >= 2 and not others:
        cast.unite(hero, given)


def _can_be(given: Figure, hero: Figure) -> bool:
    """Whether the one called by a given name can be the hero: not brought in as kin, not beside him."""
    if given.is_of_another_sex(hero.sex):
        return False
    if kin_introduced(min(given.marks, key=lambda m: m.at)) is not None:
        return False
    sentences = {mark.sentence for mark in hero.marks}
    together = sum(mark.sentence in sentences for mark in given.marks)
    return 3 * together <= len(given.marks)


def _is_given(figure: Figure) -> bool:
    """Whether the figure is called by given names, and patronymics, alone."""
    return all(
        is_given_name(name.bare.split()[0])
        and (bool(name.patronymic and not name.surname) or all(map(is_given_name, name.bare.split())))
        for name in figure.names
        if name.bare
    )


def _only_words(figure: Figure) -> list[str]:
    """Return the words that the figure is called by, if it is called by one word at a time."""
    names = [name.bare.split() for name in figure.names if name.bare]
    return sorted({fold(words[0]) for words in names}) if all(len(words) == 1 for words in names) else []


def _words(figure: Figure) -> Iterable[str]:
    return {fold(word) for name in figure.names for word in name.bare.split()}
