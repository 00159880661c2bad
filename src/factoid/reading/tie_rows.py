"""Several ties of one person in a row: *the daughter of King Karl, sister of Otto and Emil, and wife of Max Low*."""

from __future__ import annotations

from factoid.names import gender_of_given_name
from factoid.reading.lexicons import kin_terms
from factoid.reading.parse import Token, sentence_of

_FAR = 40  #: words over which a row of ties goes on
_JOINS = frozenset((",", "and", "&"))
_BEFORE = frozenset(("a", "an", "the", "also"))


def first_tie(token: Token) -> Token | None:
    """Return the noun for kin that opens the row in which this one is a further one; None where it is in no row.

    Behind a comma alone the noun may be said of the name before it: *son of Otto Low, brother of the dean*. There the
    row is followed only if the sex of whom the comma follows forbids that, or an *and* with a further tie closes it.
    """
    first, at = None, token
    while is_joined_tie(at):
        before = _tie_before(at)
        if before is None or not (_is_anded(at) or _speaks_against(at) or _is_closed(at)):
            break
        first = at = before
    return first


def is_of_next_tie(first: Token, named: Token) -> bool:
    """Whether another tie stands between: *daughter of King Karl, sister of Otto and Emil* is no daughter of Emil."""
    return any(is_joined_tie(t) for t in first.doc[first.i + 1 : named.i + 1])


def is_joined_tie(word: Token) -> bool:
    """Whether it is a word for kin with its *of*, and without owner, behind a comma or *and*: *, and sister of*."""
    at = _joint(word)
    return _is_tie(word) and at >= 0 and word.doc[at].lower_ in _JOINS


def sex_told(word: Token) -> str | None:
    """Return of which sex is who is called by a word for kin, None where it is of both."""
    term = kin_terms().get(word.lower_)
    return term.sex if term is not None else None


def _is_tie(word: Token) -> bool:
    return word.lower_ in kin_terms() and word.i + 1 < len(word.doc) and word.nbor().lower_ in ("of", "to")


def _joint(word: Token) -> int:
    """Return the place of the comma or *and* before a word for kin."""
    at = word.i - 1
    while at >= 0 and (word.doc[at].lower_ in _BEFORE or word.doc[at].tag_ in ("JJ", "JJR", "JJS")):
        at -= 1
    return at


def _is_anded(word: Token) -> bool:
    return word.doc[_joint(word)].lower_ in ("and", "&")


def _tie_before(word: Token) -> Token | None:
    """Return the tie that the row tells before this one, with names and titles only between."""
    for before in reversed(word.doc[max(sentence_of(word).start, word.i - _FAR) : word.i]):
        if _is_tie(before):
            return before
        if _ends_row(before):
            return None
    return None


def _is_closed(word: Token) -> bool:
    """Whether a last tie behind an *and* closes the row: *son of A, brother of B, and husband of C*."""
    for after in word.doc[word.i + 1 : min(word.i + _FAR, sentence_of(word).end)]:
        if is_joined_tie(after):
            return _is_anded(after) or _is_closed(after)
        if _ends_row(after):
            return False
    return False


def _ends_row(word: Token) -> bool:
    is_of_clause = word.pos_ in ("VERB", "AUX", "PRON") and word.tag_ != "PRP$"
    return is_of_clause or word.text in (";", ":", ".")


def _speaks_against(word: Token) -> bool:
    """Whether the name before it is one of the other sex: *daughter of King Henry, sister of Otto*."""
    sex, at = sex_told(word), _joint(word)
    at -= word.doc[at].is_punct or word.doc[at].pos_ == "CCONJ"
    while at >= 0 and word.doc[at].pos_ == "PROPN":
        told = gender_of_given_name(word.doc[at].text)
        begins = at == 0 or word.doc[at - 1].pos_ != "PROPN" or word.doc[at - 1].lower_ in _TITLES
        if begins:
            return sex is not None and told is not None and told != sex
        at -= 1
    return False


_TITLES = frozenset(("king", "queen", "prince", "princess", "sir", "lady", "lord", "dr.", "duke", "count"))
