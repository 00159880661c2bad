"""Children who bear a parent's or grandparent's name: which of them a given name alone means."""

from __future__ import annotations

import re

from factoid.names import Name, fold
from factoid.reading.lexicons import calendar_words, kin_kinds, kin_plurals, kin_terms
from factoid.reading.parse import Token, sentence_of
from factoid.reading.people.brought_in import is_child, kin_introduced, listed_child, whose_kin
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.phrases import POSSESSIVES

_TOLD_APART = ("another", "second", "other", "different")


def is_told_apart(mark: Mark) -> bool:
    """Whether the name is said to be that of one more who bears it: *another Ida Berg*, *the other Ida Berg*."""
    doc, start = mark.words.doc, mark.words.start
    if start == 0 or doc[start - 1].lower_ not in _TOLD_APART:
        return False
    before = doc[start - 2].lower_ if start > 1 else ""
    is_the_other = doc[start - 1].lower_ == "other" and before == "the" and len(mark.words) > 1
    return doc[start - 1].lower_ == "another" or before in ("a", "that", "this") or is_the_other


def is_counted_otherwise(figure: Figure, mark: Mark) -> bool:
    """Whether bearers of one name are counted, and this is another of them: *the first Otto Low*, *the third Otto*.

    So they are by a number in brackets behind the name, in pedigrees told in sentences: *Otto (2), a miller*.
    """
    number = _count_of(mark)
    others = {_count_of(m) for m in figure.marks} - {None} if number is not None else set()
    return bool(others) and number not in others


def _count_of(mark: Mark) -> str | None:
    doc, start, end = mark.words.doc, mark.words.start, mark.words.end
    behind = [t.text for t in doc[end : end + 3]]
    if len(behind) == len("(2)") and (behind[0], behind[2]) == ("(", ")") and behind[1] in _NUMBERS:
        return _COUNTS[_NUMBERS.index(behind[1])]
    if start < 2 or doc[start - 2].lower_ != "the" or doc[start - 1].lower_ not in _COUNTS:
        return None
    return doc[start - 1].lower_


_NUMBERS = ("1", "2", "3", "4", "5", "6")
_COUNTS = ("first", "second", "third", "fourth", "fifth", "sixth")


def is_of_another_entry(figure: Figure, mark: Mark) -> bool:
    """Whether two of one name have an entry each: *LOW, Ann, b. 1807*, and further on *LOW, Ann (b. 1756)*.

    So have those whom the lines of a pedigree or a catalogue name: *1 Otto Low, d. 1702*, and below *1.1.1 Otto Low,
    b. 1688*; *7. Ann Low. Born in Ely in 1807*, and *8. Ann Low. Born in Riga in 1811*; and the burials of a register:
    *5 March 1829. Otto Low, aged 60*, and *9 May 1861. Otto Low, aged 65*.
    """
    year = _year_of_entry(mark)
    others = {_year_of_entry(m) for m in figure.marks} - {None} if year is not None else set()
    if year is not None and others:
        return year not in others
    born = _birth_of_entry(mark)
    births = [b for m in figure.marks if (b := _birth_of_entry(m)) is not None] if born is not None else []
    return born is not None and bool(births) and min(abs(born - b) for b in births) > _MISCOUNTED


_MISCOUNTED = 5  #: years by which an age may be wrong that others told of the dead
_ENTERED = re.compile(
    r"\s*(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},\s)?(\d{4})[.,:]?\s+"
)
_AGED = re.compile(
    r"[^.;]{0,80},\s(?:aged?|aet\.|\u00e6t\.)\s(?:about\s)?(\d{1,3})\b(?!\s(?:months|weeks|days))"
)


def _birth_of_entry(mark: Mark) -> int | None:
    """Return about when was born whom a dated line of a register opens with, by the age that it gives."""
    doc, words = mark.words.doc, mark.words
    day = _ENTERED.fullmatch(doc.text[: words[0].idx])
    age = _AGED.match(doc.text, words[-1].idx + len(words[-1].text)) if day is not None else None
    return int(day[1]) - int(age[1]) if day is not None and age is not None else None


def _year_of_entry(mark: Mark) -> str | None:
    """Return the first year behind a name that opens an entry, surname first, or a line of a pedigree."""
    doc, words = mark.words.doc, mark.words
    is_of_pedigree = _PEDIGREE_NUMBER.fullmatch(doc.text[: words[0].idx]) is not None
    if not is_of_pedigree and (words.start > 0 or "," not in words.text):
        return None
    end = words[-1].idx + len(words[-1].text)
    found = _FIRST_YEAR.match(doc.text, end)
    return found[1] if found is not None else None


_PEDIGREE_NUMBER = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]?|\.{2,})\s+")
_FIRST_YEAR = re.compile(
    r"(?:\.\s+(?=Born\b|B\.\s))?(?:B\.)?[^.;()]{0,40}\(?(?:b\.|born)?[^;()]{0,30}?\b(\d{3,4})\b"
)


_CHILD_OF = re.compile(r"(?:,\s+(?:[a-z]+\s){0,2}|\s+)(?:s\.|d\.|daur?\.|son|daughter|child)\s+of\s")


def is_entered_as_child(mark: Mark) -> bool:
    """Whether a line of a register opens with a given name and whose child that is: *Jan. 6. Mary, d. of John Low*."""
    doc, words = mark.words.doc, mark.words
    before = doc[: words.start]
    is_opening = all(t.is_punct or t.like_num or t.text.strip(".") in calendar_words() for t in before)
    if len(words) > 1 or not is_opening:
        return False
    return _CHILD_OF.match(doc.text, words[0].idx + len(words[0].text)) is not None


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


_BEARING = frozenset(("bear", "have", "raise"))


def is_born_here(children: Token) -> bool:
    """Whether a verb tells that the children came into the world: *bore him two sons*, *they had the son Otto*.

    Whom the text told of in full before is then another, unless the text is about him.
    """
    top = children
    while top.dep_ in ("conj", "appos", "compound", "nmod") and top.head.i != top.i:
        top = top.head
    over = top.head.head
    if top.dep_ == "pobj" and (over.lower_ == "birth" or any(t.lower_ == "birth" for t in over.rights)):
        return True  # gave birth to two sons
    is_object = top.dep_ == "dobj" and top.head.lemma_ in _BEARING
    return is_object or (top.dep_ == "nsubjpass" and top.head.lower_ == "born")


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
    before = [t.lower_ for t in doc[max(0, start - 4) : start]]
    is_his, is_new = not POSSESSIVES.isdisjoint(before), "a" in before or "an" in before
    return any(
        m.at < mark.at and ((is_his and _is_child_of(m)) or ((is_his or is_new) and _is_told_as_parent(m)))
        for m in figure.marks
    )


_ABOVE = {
    "parent": 1,
    "grandparent": 2,
    "uncle": 1,
    "sibling": 0,
    "cousin": 0,
    "child": -1,
    "grandchild": -2,
    "nephew": -1,
}
_SPEAKERS = frozenset(["my", "our"])


def is_of_another_generation(figure: Figure, mark: Mark) -> bool:
    """Whether one's own kin of two generations are called alike: *my father, Karl*, and later *our son Karl*.

    A brother or sister is nobody's father or mother told before: *her father, Karl Low*, *her brother Karl*.
    """
    mine, kind = _kin_kind(mark)
    if kind not in _ABOVE:
        return False
    for other in figure.marks:
        theirs, was = _kin_kind(other)
        if was not in _ABOVE or other.at >= mark.at or _ABOVE[was] == _ABOVE[kind]:
            continue
        if {mine, theirs} <= _SPEAKERS or mine == theirs == "her" or (kind, was) == ("sibling", "parent"):
            return True
    return False


def _kin_kind(mark: Mark) -> tuple[str, str]:
    """Return whose kin brings a name in, and the place in the family: *my father, the weaver Karl*."""
    kin = kin_introduced(mark)
    term = kin_terms().get(kin.lower_) if kin is not None else None
    if kin is None or term is None:
        return "", ""
    before = [t.lower_ for t in kin.doc[max(0, kin.i - 3) : kin.i]]
    owner = next((word for word in reversed(before) if word in POSSESSIVES), "")
    word = term.word if term.role == "other" else term.role
    return (owner, kin_kinds().get(word, "")) if owner else ("", "")


def _is_told_as_parent(mark: Mark) -> bool:
    """*The father of the general, Otto Lind*."""
    doc, start = mark.words.doc, mark.words.start
    if start < _OWNER or doc[start - 1].text != "," or doc[start - 2].head.lower_ != "of":
        return False
    term = kin_terms().get(doc[start - 2].head.head.lower_)
    return term is not None and term.role in ("father", "mother", "parent")


def is_kin_of_another_kind(figure: Figure, mark: Mark, name: Name) -> bool:
    """Whether *her brother James Low* is not the Jacob Low in whose family she was born, though the names are one."""
    role = _role_of_kin(mark)
    if role is None or any(fold(n.bare) == fold(name.bare) for n in figure.names):
        return False
    return any(_role_of_kin(m) not in (None, role) for m in figure.marks if m.at < mark.at)


def _role_of_kin(mark: Mark) -> str | None:
    """Return as what kin a name is brought in: *his brother Karl*; *in the family of the guide Karl* as a parent."""
    term = kin_terms().get(kin.lower_) if (kin := kin_introduced(mark)) is not None else None
    if term is not None:
        return term.role
    before = [t.lower_ for t in mark.words.doc[max(0, mark.words.start - _FAMILY) : mark.words.start]]
    return "father" if "family" in before and "of" in before[before.index("family") :][:2] else None


_FAMILY = 6  #: words from *family of* to the name of its head


_OWNER = 5  #: words from *father* to the comma before his name


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


_SUBJECTS = ("nsubj", "nsubjpass")
_PARENTS = ("father", "mother", "parent")


def is_parent_of_the_same_name(figure: Figure, mark: Mark, cast: Cast) -> bool:
    """Whether the name is that of a parent, and the figure the child, who is called so too.

    *Otto Lind was born in Ely, the son of Otto Lind, a miller*; *Otto Karl Lind ... His father was Otto Lind*.
    """
    kin = whose_kin(mark)
    if is_child(kin) and kin is not None:
        return _is_subject_of(kin, figure, cast)
    owner = whose_parent(mark) or _whose_child(mark)
    return owner is not None and _last_named(owner, cast) is figure


def _whose_child(mark: Mark) -> Token | None:
    """Return the pronoun that says whose child bears a name in full: *his son, Otto Lind*."""
    kin = kin_introduced(mark)
    owner = kin.doc[kin.i - 1] if kin is not None and kin.i > 0 else None
    is_his = owner is not None and owner.lower_ in ("his", "her")
    return owner if is_his and is_child(kin) and len(mark.words) > 1 else None


def is_but_a_parent(figure: Figure) -> bool:
    """Whether the figure is only brought in as somebody's father or mother."""
    return all(is_child(whose_kin(m)) or whose_parent(m) is not None for m in figure.marks)


def _is_subject_of(kin: Token, figure: Figure, cast: Cast) -> bool:
    """Whether the figure is the subject of whom a child's word tells: by name, or as *he* of whom was just told."""
    sentence = sentence_of(kin)
    before = [t for t in kin.doc[sentence.start : kin.i] if t.dep_ in _SUBJECTS]
    if not before or kin.dep_ not in ("appos", "attr", "conj", "dobj", "npadvmod"):
        return False
    subject = before[-1]
    if subject.lower_ in ("he", "she"):
        return _last_named(subject, cast) is figure
    if subject.pos_ != "PROPN":
        return False
    named = (t for t in subject.doc[subject.left_edge.i : subject.i] if t.pos_ == "PROPN")
    given = [fold(t.text) for t in named if not t.text.endswith(".")]  # *Mr.*, *Dr.*
    return any(
        fold(subject.text) == fold(n.surname or n.bare) and (not given or given[0] in map(fold, n.given))
        for n in figure.names
    )


def whose_parent(mark: Mark) -> Token | None:
    """Return the pronoun that says whose parent bears the name: *his father, Otto*, *his father was Otto*."""
    doc, at = mark.words.doc, mark.words.start - 1
    while at > 0 and mark.words.start - at < 4 and (doc[at].text == "," or doc[at].lower_ in ("was", "is")):
        at -= 1
    term = kin_terms().get(doc[at].lower_) if at > 0 else None
    owner = doc[at - 1] if at > 0 else None
    is_parent_ = term is not None and term.role in _PARENTS
    return owner if is_parent_ and owner is not None and owner.lower_ in ("his", "her") else None


def _last_named(word: Token, cast: Cast) -> Figure | None:
    """Return who was named last, in full, before a word."""
    at = word.doc.starts[word.i]
    marks = [m for f in cast.figures for m in f.marks if m.at < at and len(m.words) > 1]
    return max(marks, key=lambda m: m.at).figure if marks else None
