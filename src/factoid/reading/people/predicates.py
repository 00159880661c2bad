"""Of whom a noun is the predicate: *he was a tailor*, *a tailor, the son of Otto Lind*, *rose to colonel*."""

from __future__ import annotations

from factoid.reading.clause import SUBJECTS, made_of, subject_of
from factoid.reading.lexicons import around_names, kin_terms
from factoid.reading.parse import Token

_COPULAS = frozenset(["be", "become", "remain", "seem", "prove"])
_ROW = 6  #: nouns at most of a row of predicates
_SEVERAL = frozenset(["they", "we", "you", "these", "those", "both"])


def subject_of_predicate(token: Token) -> Token | None:
    """Return the subject of which the noun is the predicate: ``he was a tailor``, ``made a bishop``."""
    verb = token.head
    made = made_of(token)
    if made is not None:
        return made[1]
    if token.dep_ == "attr" and verb.lemma_ in _COPULAS:
        if verb.dep_ == "xcomp" and not any(t.dep_ in SUBJECTS for t in verb.lefts):
            verb = verb.head  # was to become the first president
        return _subject_before(verb)
    if token.dep_ == "pobj" and verb.lower_ in ("as", "into"):
        return _clause_subject(verb, at_left=verb.lower_ == "into")
    if token.dep_ == "pobj" and verb.lower_ in ("to", "of"):
        return _raised(verb)
    if token.dep_ == "dobj" and verb.lower_ == "born":  # *was born the son of a grocer*
        return next((t for t in verb.lefts if t.dep_ == "nsubjpass"), None)
    if token.dep_ == "oprd":
        passive = next((t for t in verb.lefts if t.dep_ == "nsubjpass"), None)
        done_to = next((t for t in verb.rights if t.dep_ == "dobj" and t.i < token.i), None)
        whom = next((t for t in verb.lefts if t.dep_ == "dobj" and t.lower_ in ("whom", "who")), None)
        return passive or done_to or whom
    first = _first_of_row(token)
    return _single_subject(first) if first is not None else None


def _subject_before(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the one that it goes on from: *left for Riga and became a clerk*."""
    for _ in range(3):
        subject = subject_of(verb)
        if subject is not None or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            return subject
        verb = verb.head
    return None


def _first_of_row(token: Token) -> Token | None:
    """Return the predicate noun that the noun stands in a row with: *a painter, the son of Otto Lind*.

    What a possessive owns is somebody else: *was a clerk and his brother a baker*.
    """
    if any(t.dep_ in ("poss", "nsubj") for t in token.lefts) or token.pos_ not in ("NOUN", "ADJ"):
        return None
    edge = int(token.left_edge.i)
    if edge > 1 and token.doc[edge - 1].text == "," and token.doc[edge - 2].ent_type_ == "PERSON":
        return None  # beside a name: that one's
    at = token
    for _ in range(_ROW):
        if at.dep_ in ("conj", "dep", "appos") and at.head.lemma_ in _COPULAS:
            return next((t for t in at.head.rights if t.dep_ == "attr" and t.i < at.i), None)
        if at.dep_ == "pobj":
            return _predicate_of_kin(at, token)
        if at.dep_ not in ("conj", "appos") or at.head.i > at.i:
            return None
        at = at.head
        if at.dep_ == "attr" and at.head.lemma_ in _COPULAS:
            return at if at.pos_ in ("NOUN", "ADJ") else None
    return None


def _predicate_of_kin(name: Token, token: Token) -> Token | None:
    """Return the kin noun that another goes on from, though hung within: *son of Otto Lind, MP and brother of Ida*."""
    kin = name.head.head
    one, other = kin_terms().get(kin.lower_), kin_terms().get(token.lower_)
    is_last = token.i + 1 == len(token.doc)
    if one is None or other is None or name.head.lower_ != "of" or name.pos_ != "PROPN" or is_last:
        return None
    is_told_apart = token.lower_ != kin.lower_ and token.nbor(1).lower_ == "of"
    may_be_one = not (one.sex and other.sex and one.sex != other.sex)
    is_predicate = kin.dep_ == "attr" and kin.head.lemma_ in _COPULAS
    return kin if is_told_apart and may_be_one and is_predicate else None


def _single_subject(predicate: Token) -> Token | None:
    """Return the subject of a predicate noun, where it is one person's: *they were a baker and a smith* is two."""
    subject = subject_of_predicate(predicate)
    if subject is None or subject.lower_ in _SEVERAL or subject.tag_ in ("NNS", "NNPS"):
        return None
    return subject if not any(t.dep_ == "conj" for t in subject.children) else None


def _raised(preposition: Token) -> Token | None:
    """Return who was *promoted to colonel*, who *rose to the rank of major*."""
    at = preposition
    if at.lower_ == "of":
        if at.head.lower_ not in around_names("dignities"):
            return None
        at = at.head.head if at.head.dep_ == "pobj" else at.head
    verb = at.head
    if verb.lemma_ not in around_names("raising"):
        return None
    done_to = next(
        (t for t in verb.rights if t.dep_ == "dobj" and t.i < at.i and t.pos_ in ("PRON", "PROPN")), None
    )
    return done_to or subject_of(verb)


def _clause_subject(preposition: Token, *, at_left: bool) -> Token | None:
    """Return of whom *as a sailor*, *turned into a witness* is said."""
    verb = preposition.head
    if verb.pos_ not in ("VERB", "AUX") or (
        at_left and verb.lemma_ not in ("turn", "change", "grow", "develop")
    ):
        return None
    done_to = next((t for t in verb.rights if t.dep_ == "dobj" and t.i < preposition.i), None)
    for _ in range(3):
        subject = subject_of(verb)
        if done_to is not None or subject is not None:
            return done_to if done_to is not None else subject
        verb = verb.head
    return None
