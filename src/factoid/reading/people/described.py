"""What a description says of whom it means: what he is called, of which sex, in which state."""

from __future__ import annotations

from factoid.reading.lexicons import (
    KinTerm,
    around_names,
    kin_qualifiers,
    person_nouns,
    telling_qualifiers,
)
from factoid.reading.parse import TokenSpan
from factoid.reading.people.descriptions import Description, wide_words
from factoid.reading.people.figures import Figure
from factoid.reading.stretches import has_capital


def label(figure: Figure, found: Description, owner: Figure | None) -> None:
    """Note what an unnamed person is called: ``second wife`` and whose, ``old tailor``."""
    figure.label = without_article(wide_words(found) if owner is None else found.mark.words)
    if owner is not None and (found.kin is not None or found.determiner == "possessive"):
        words = role_words(found).split()
        telling = [w for w in words[:-1] if w in telling_qualifiers()]
        figure.kin_words, figure.kin_of = " ".join([*telling, words[-1]]), owner


def label_owner(owner: Figure, relative: Figure, kin: KinTerm) -> None:
    """Call an unnamed owner by the relative: of *a butcher's daughter*, the butcher is her father."""
    back = kin.back["mf".index(owner.sex or "m")]
    if not owner.is_named and owner.kin_of is None and back in ("father", "mother"):
        owner.kin_words, owner.kin_of = back, relative


def tells_a_state(found: Description) -> bool:
    """Whether a bare word behind the comma after a name says in what state somebody is: *Ann Low, widow, gives*.

    What somebody is may stand between: *Karl Low, master mariner, widower, married Ida Berg*.
    """
    doc, start, end = found.mark.words.doc, found.mark.words.start, found.mark.words.end
    is_closed = end == len(doc) or doc[end].text in (",", ".", ";")
    is_behind = start > 1 and doc[start - 1].text == "," and (is_closed or has_capital(doc[start - 2].text))
    is_bare = found.determiner == "bare" and found.owner is None and len(found.mark.words) == 1
    return is_behind and is_bare and found.noun in around_names("states_of_life")


def clashes(found: Description, figure: Figure) -> bool:
    """Whether the description is of another sex than the figure."""
    return figure.is_of_another_sex(sex_of(found))


def sex_of(found: Description) -> str | None:
    """Return the sex that the noun tells."""
    return found.kin.sex if found.kin is not None else person_nouns().get(found.noun)


def without_article(words: TokenSpan) -> str:
    """Return the words without the article before them."""
    first = words[0].lower_ in ("a", "an", "the", "this", "that", "one")
    return str(words[1:].text if first and len(words) > 1 else words.text)


def role_words(found: Description) -> str:
    """Return the noun with its adjectives: ``older brother``."""
    words: TokenSpan = found.mark.words
    adjectives = [
        t.lower_
        for t in words
        if t.i < found.mark.head.i and (t.lower_ in kin_qualifiers() or t.pos_ == "ADJ") and "-" not in t.text
    ]
    before = [a for a in adjectives if a not in found.noun.split("-")]
    return " ".join([*before, found.noun])
