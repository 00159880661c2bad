"""How a text brings a name in: as somebody's kin, as one of the children, as whose wife somebody is."""

from __future__ import annotations

import re

from factoid.names import Culture, Name, PartKind, fold
from factoid.reading.clause import is_subject_after_opening
from factoid.reading.lexicons import around_names, kin_plurals, kin_terms
from factoid.reading.parse import Token
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.phrases import POSSESSIVES

_CHILDREN = frozenset(["children", "sons", "daughters", "kids", "offspring"])
_CHILD = ("son", "daughter", "child")
_TOLD_APART = frozenset(
    ["eldest", "oldest", "youngest", "elder", "younger", "firstborn", "second", "third", "fourth"]
)
_BEFORE_LIST = frozenset(
    ["were", "are", "was", "included", "include", ":", "namely", "viz", "called", "named"]
)
_IN_LIST = frozenset([",", "and", "&", ";", "(", ")", "-", "–", "b.", "d.", "born", "died"])
_GENERATIONS = {
    "sr": "elder",
    "snr": "elder",
    "senior": "elder",
    "jr": "younger",
    "jnr": "younger",
    "junior": "younger",
}
_LIST = 40  #: tokens over which a list of children may run


def kin_introduced(mark: Mark) -> Token | None:
    """Return the kin term that brings a name in: ``his son Bodvar``, ``the father, the miller Ivan Orlov``."""
    doc, start = mark.words.doc, mark.words.start
    if is_subject_after_opening(mark.head) or signs(mark):
        return None
    for back in range(1, 6):
        if start - back < 0:
            return None
        token = doc[start - back]
        if token.lower_ in kin_terms() or token.lower_ in kin_plurals():
            return token
        is_near = (
            token.text in (",", ":")
            or (back > 1 and token.text == "and")
            or token.pos_ in ("ADJ", "NOUN", "DET")
            or token.lower_ in ("also", "called", "named")
        )
        if not is_near or token.is_sent_start:
            return None
    return None


def is_of_whose_family(mark: Mark) -> bool:
    """Whether the name is theirs in whose family somebody was born: *born in the family of the miller Otto Low*."""
    at = mark.head
    for _ in range(4):
        if at.lower_ == "of":
            family = at.head
            return (
                family.lower_ in ("family", "house")
                and family.dep_ == "pobj"
                and family.head.lower_ in ("in", "into")
            )
        if at.dep_ not in ("pobj", "appos", "compound", "nmod", "conj"):
            return False
        at = at.head
    return False


def signs(mark: Mark) -> bool:
    """Whether the name is that below a letter: *Your brother Emil*, *Your loving wife Ida*, on a line of its own."""
    doc, words = mark.words.doc, mark.words
    is_last = all(t.text in (",", ".") for t in doc[words.end :])
    return is_last and _SIGNED.fullmatch(doc.text, 0, words[0].idx) is not None


_SIGNED = re.compile(r"\s*(?:(?:ever|always) )?your(?:s|(?: [a-z]+,?){1,4}),?\s*", re.IGNORECASE)


def kin_apposed(mark: Mark) -> Token | None:
    """Return the kin term right behind a name that says whose kin it is: *Bertha Dorn, his wife*, *the legal wife*."""
    doc, at = mark.words.doc, mark.words.end
    if at + 2 >= len(doc) or doc[at].text not in (",", "("):
        return None
    if doc[at + 1].lower_ == "the" and doc[at + 2].lower_ in _LAWFUL:
        return doc[at + 3] if at + 3 < len(doc) and doc[at + 3].lower_ in kin_terms() else None
    if doc[at + 1].lower_ not in POSSESSIVES:
        return None
    return next((t for t in doc[at + 2 : at + 5] if t.lower_ in kin_terms()), None)


_LAWFUL = ("legal", "lawful", "wedded")


def is_maiden(mark: Mark) -> bool:
    """Whether the name is told as one born with or got by marriage: *Rosa Feld, née Baum*, *(in marriage Roth)*."""
    doc, start = mark.words.doc, mark.words.start
    if start > 2 and doc[start - 3 : start].text.lower() == "(in marriage":
        return True
    return start > 0 and doc[start - 1].lower_ in ("née", "nee", "né", "geb", "geb.", "voto")


def is_child(kin: Token | None) -> bool:
    """Whether the kin term tells of somebody's child."""
    term = kin_terms().get(kin.lower_) if kin is not None else None
    return term is not None and term.role in _CHILD


def generation_of(mark: Mark, name: Name) -> str:
    """Return which of a family is meant: *younger* for *the younger Vos*, *Vos the Younger*, *Vos Jr.*."""
    doc, start = mark.words.doc, mark.words.start
    is_before = start > 1 and doc[start - 2].lower_ == "the" and doc[start - 1].lower_ in ("younger", "elder")
    return generation_word(doc[start - 1].lower_ if is_before else name.suffix)


def generation_word(words: str) -> str:
    """Return one word for the elder or the younger of a family: *Sr.* is the elder; nothing for *Esq.*."""
    last = (fold(words).split() or [""])[-1]
    return _GENERATIONS.get(last, last)


def is_namesake(mark: Mark) -> bool:
    """Whether the bearer is called so too: *his son, also called Stefan*."""
    doc, start = mark.words.doc, mark.words.start
    return any(t.lower_ in ("also", "likewise") for t in doc[max(0, start - 2) : start])


def is_just_named(mark: Mark) -> bool:
    """Whether a child gets the name by these words: *she called her daughter Margaret*."""
    doc, start = mark.words.doc, mark.words.start
    before = doc[max(0, start - 4) : start]
    return any(
        t.lemma_ in ("name", "call", "christen", "baptize", "baptise") and t.pos_ == "VERB" for t in before
    )


def is_one_of_children(mark: Mark) -> bool:
    """Whether the name is that of one of several children: *Charles, the eldest, ...*."""
    doc, end = mark.words.doc, mark.words.end
    if len(mark.words) > 1 or end + 3 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ != "the":
        return False
    return doc[end + 2].lower_ in _TOLD_APART and doc[end + 3].text == ","


def listed_child(mark: Mark) -> Token | None:
    """Return the word whose list of children the name stands in: *Their children were John, William and Sarah*."""
    doc, start = mark.words.doc, mark.words.start
    if len(mark.words) > 1:
        return None
    for token in reversed(doc[max(0, start - _LIST) : start]):
        if token.lower_ in _CHILDREN:
            return token
        if token.text == ":" and (children := _children_before(token)) is not None:
            return children
        is_list = token.lower_ in _IN_LIST or token.lower_ in _BEFORE_LIST or token.like_num
        if not (is_list or token.text[:1].isupper()) or token.lower_ in POSSESSIVES:
            return None
    return None


def _children_before(colon: Token) -> Token | None:
    """Return the word for children whom a clause describes before their list: *two sons who grew up: Karl and Otto*."""
    before = colon.doc[max(0, colon.i - 7) : colon.i]
    told = [t for t in before if t.lower_ in ("who", "whom")]
    children = told[0].nbor(-1) if told and told[0].i else None
    return children if children is not None and children.lower_ in _CHILDREN else None


def whose_kin(mark: Mark) -> Token | None:
    """Return the kin term by which the bearer of the name has a wife, a son: *the wife of General Orel*."""
    doc, start = mark.words.doc, mark.words.start
    while start > 2 and mark.words.start - start < 3 and doc[start - 1].pos_ in ("DET", "ADJ", "NOUN"):
        start -= 1  # a son of the engineer William Hartley
    if start < 2 or doc[start - 1].lower_ != "of":
        return None
    return doc[start - 2] if doc[start - 2].lower_ in kin_terms() else None


def parent_apposed(mark: Mark) -> bool:
    """Whether a parent is named behind what he was: *the eldest son of a modest locksmith, Karl*."""
    doc, at = mark.words.doc, mark.words.start - 1
    if at < 3 or doc[at].text != ",":
        return False
    start = at
    while at > 1 and start - at < 5 and doc[at - 1].pos_ in ("NOUN", "ADJ", "DET"):
        at -= 1
    return at < start and doc[at - 1].lower_ == "of" and is_child(doc[at - 2])


def is_but_a_subject(figure: Figure, name: Name) -> bool:
    """Whether it is somebody with a surname, whom *King William*, called by his given name, does not mean."""
    titles = {t.casefold() for t in name.titles}
    if not name.given or name.surname or titles.isdisjoint(around_names("sovereigns")):
        return False
    are_common = all(
        n.culture in (Culture.WESTERN, Culture.SLAVIC)
        and n.surname
        and not n.regnal
        and not n.of(PartKind.PARTICLE)
        for n in figure.names
        if n.given
    )
    return are_common and not any(same_title(name.titles, known.titles) for known in figure.names)


def is_married_name(figure: Figure, wife: Figure, husband: Figure) -> bool:
    """Whether the figure is the wife by the husband's surname: *Mrs. Lind*, *Ann Lind* of Ann Feld."""
    surnames = {fold(n.surname or n.bare.split()[-1]) for n in husband.names if n.bare}
    titles = {t.casefold().strip(".") for n in figure.names for t in n.titles}
    is_kin = any((kin_introduced(m) or kin_apposed(m)) is not None for m in figure.marks)
    if not figure.is_named or is_kin or "m" in (figure.sex, wife.sex):
        return False  # a man of the husband's surname is his namesake
    given = {fold(n.given[0]) for n in wife.names if n.given}
    first = [fold(n.given[0]) for n in figure.names if n.given]
    are_his = all(fold(n.surname or n.bare) in surnames for n in figure.names)
    is_hers = bool(first) or not titles.isdisjoint(around_names("wives"))
    return are_his and is_hers and given.issuperset(first)


def same_title(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names carry a title or rank in common: *Judge Lowe*, *the late Judge Amos Lowe*."""
    return not {t.casefold().strip(".") for t in one}.isdisjoint(t.casefold().strip(".") for t in other)
