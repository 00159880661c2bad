"""What a noun says of a figure that is called so, and of whom it cannot be said."""

from __future__ import annotations

from factoid.names import PartKind, title_of
from factoid.reading.lexicons import around_names, kin_terms, same_callings
from factoid.reading.people.descriptions import (
    Description,
)
from factoid.reading.people.figures import Figure
from factoid.reading.people.scene import FIRST
from factoid.reading.word_classes import noun_classes


def tells_sex(found: Description, figure: Figure) -> bool:
    """Whether the word for kin knows better than a name met once: *her mother, Ora Ray Berg*."""
    is_guessed = len(figure.marks) <= 2 and figure.sexes.total() <= 2
    is_said = found.kin is not None and found.owner is not None and found.mark.head.dep_ != "poss"
    if not is_said or not is_guessed:
        return False
    figure.sexes.clear()
    return True


def is_called(figure: Figure, noun: str) -> bool:
    """Whether the figure has been called by the noun."""
    return noun in figure.nouns


def is_a_kind_called(figure: Figure, noun: str) -> bool:
    """Whether the figure is known as something of which the noun is the wider word, or another: *the sovereign*."""
    if not same_callings().get(noun, frozenset()).isdisjoint(figure.nouns):
        return True  # an aviator, *the pilot*
    if noun in around_names("wide_person_nouns"):
        return False
    wider = "ruler" if noun in around_names("rulers") else noun
    return any(wider in _kinds_of(known) for known in figure.nouns)


_TRADES = frozenset(("worker", "merchant", "capitalist", "businessperson", "maker", "professional"))


_FATES = frozenset(("bad_person", "unfortunate"))  # the fugitive, the prisoner: whom the story is about


def is_but_whose_kin(found: Description) -> bool:
    """*The baker's widow*, *the widow of the baker*: one who is told of only as her husband, by his trade."""
    head, doc = found.mark.head, found.mark.head.doc
    start = found.mark.words.start
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in kin_terms():
        return _FATES.isdisjoint(_kinds_of(found.noun))
    behind = doc[head.i + 2].lower_ if head.i + 2 < len(doc) and doc[head.i + 1].text == "'s" else ""
    is_kin = behind in kin_terms() or (head.dep_ == "poss" and head.head.lower_ in kin_terms())
    return is_kin and not _TRADES.isdisjoint(_kinds_of(found.noun))


def is_of_a_reader(found: Description) -> bool:
    """Whether it opens what somebody else wrote below: *kati55: My grandmother heard her sing*."""
    owner, doc = found.owner, found.mark.head.doc
    if owner is None or owner.lower_ not in FIRST | {"our"}:
        return False
    return 0 < owner.i - 1 <= _LABEL and doc[owner.i - 1].text == ":"


_LABEL = 3  #: words of whom a comment is by


def bears_a_rank(figure: Figure | None) -> bool:
    """Whether the figure is named with a rank."""
    return figure is not None and any(name.of(PartKind.RANK) for name in figure.names)


def is_whose_kin(found: Description) -> bool:
    """*The father of the general*: who has kin is not that kin."""
    within = found.mark.head.head
    return within.lower_ == "of" and within.head.lower_ in kin_terms()


def is_soldier(noun: str) -> bool:
    """Whether the noun is that of a soldier: *the sergeant*, *the gunner*."""
    return "serviceman" in _kinds_of(noun)


def _kinds_of(noun: str) -> frozenset[str]:
    return frozenset(name.partition(".")[0] for name in noun_classes(noun))


def is_post(noun: str) -> bool:
    """Whether the noun is a post or title, of which a text may have many holders: king, bishop, editor."""
    title = title_of(noun)
    if noun in around_names("callings"):
        return False
    return noun in around_names("posts") or (
        title is not None and title.kind in (PartKind.TITLE, PartKind.RANK)
    )
