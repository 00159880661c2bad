"""Children who bear a parent's or grandparent's name: which of them a given name alone means."""

from __future__ import annotations

from factoid.names import Name, fold
from factoid.reading.lexicons import kin_plurals, kin_terms
from factoid.reading.parse import Token
from factoid.reading.people.brought_in import is_child, kin_introduced, listed_child, whose_kin
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.phrases import POSSESSIVES

_TOLD_APART = ("another", "second", "other", "different")


def is_told_apart(mark: Mark) -> bool:
    """Whether the name is said to be that of one more who bears it: *another Ida Berg*, *that other Karl*."""
    doc, start = mark.words.doc, mark.words.start
    if start == 0 or doc[start - 1].lower_ not in _TOLD_APART:
        return False
    before = doc[start - 2].lower_ if start > 1 else ""
    return doc[start - 1].lower_ == "another" or before in ("a", "that", "this")


def is_middle_name(word: str, name: Name) -> bool:
    """Whether it is but a later given name."""
    return fold(word) in [fold(w) for w in name.given[1:]]


def is_childs_middle_name(figure: Figure, mark: Mark, name: Name) -> bool:
    """Whether the parent's name is but a later given name of the child's: *Walter Emory Stokes*, *son of Emory*."""
    if not is_child(whose_kin(mark)):
        return False
    words = [fold(w) for known in figure.names for w in known.given]
    return fold(name.bare) in words[1:] and fold(name.bare) not in words[:1]


def is_possessed(children: Token) -> bool:
    """Whether the word for children says whose: *their children*."""
    return any(t.lower_ in POSSESSIVES for t in children.doc[max(0, children.i - 3) : children.i])


def is_child_called(figure: Figure, key: str) -> bool:
    """Whether the figure was brought in by this given name as somebody's child."""
    return any(
        fold(m.words.text) == key and (listed_child(m) is not None or is_child(kin_introduced(m)))
        for m in figure.marks
    )


def is_told_in_full(figure: Figure, mark: Mark) -> bool:
    """Whether the text has named the figure in full before: a parent or grandparent of the child."""
    return any(m.at < mark.at and len(m.words) > 1 and not is_child(kin_introduced(m)) for m in figure.marks)


def is_told_to_be_a_parent(figure: Figure, mark: Mark) -> bool:
    """Whether *his son Otto* cannot be the Otto Lind of whom somebody was told before to be the son."""
    doc, start = mark.words.doc, mark.words.start
    is_his = any(t.lower_ in POSSESSIVES for t in doc[max(0, start - 4) : start])
    return is_his and any(m.at < mark.at and _is_child_of(m) for m in figure.marks)


def _is_child_of(mark: Mark) -> bool:
    """Whether somebody is the child, or one of the children, of the bearer of the name."""
    doc, start = mark.words.doc, mark.words.start
    before = [t.lower_ for t in doc[max(0, start - 5) : start]]
    at = max((i for i, word in enumerate(before) if word == "of"), default=0)
    return is_child(whose_kin(mark)) or (at > 0 and before[at - 1] in ("children", "sons", "daughters"))


def is_another_child(figure: Figure, kin: Token, mark: Mark) -> bool:
    """Whether *their daughter, Mary* brings in another than the Mary of whom the text has told from its start."""
    term = kin_terms().get(kin.lower_)
    is_child = term is not None and term.role in ("son", "daughter", "child")
    is_brought_in = mark.words.doc[mark.words.start - 1].text == ","
    first = min(figure.marks, key=lambda m: m.at, default=None)
    is_told_of = first is not None and first.at < mark.at and first.sentence <= 1
    return is_child and is_brought_in and is_told_of and first is not None and kin_introduced(first) is None


def is_parent(figure: Figure, mark: Mark) -> bool:
    """Whether the text has just told the figure to have children: *Charles Wade and his wife had three sons*."""
    doc, start = mark.words.doc, mark.words.start
    children = next((t for t in reversed(doc[max(0, start - 30) : start]) if t.lower_ in kin_plurals()), None)
    return children is not None and any(
        m.words.doc is doc and m.words.end <= children.i and children.i - m.words.end < 12
        for m in figure.marks
    )
