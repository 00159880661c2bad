"""Another name that a verb gives: *was named Nikolai*, *everyone called him Arkan*, *became Yuri*."""

from __future__ import annotations

from factoid.names import is_given_name, title_of
from factoid.reading.clause import clause_of, subject_above, subject_of
from factoid.reading.lexicons import around_names, person_nouns
from factoid.reading.other_names.words import NAMED, words_for
from factoid.reading.parse import Token, TokenSpan

_PERSONAL = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_BEFORE_NAMERS = frozenset(["by", "in", "at", "to", "among"])  # who calls one so, and where
_BETWEEN = frozenset(
    ["as", "the", "only", "simply", "also", "afterwards", "later", "here", "there", "sometimes", "usually"]
)
_PHRASE = 7  #: words at most between *called* and the name: *called by his own people*


def before_as_they_called(words: TokenSpan) -> Token | None:
    """*Mother Lind, as the men called her*: the one who was called so."""
    doc, at = words.doc, words.end
    while at < len(doc) and doc[at].text in (",", '"', "'"):
        at += 1
    if at >= len(doc) or doc[at].lower_ != "as":
        return None
    for token in doc[at + 1 : at + 8]:
        is_called = token.head.lemma_ in words_for("naming_verbs")
        is_bearer = token.lower_ in NAMED or (token.lower_ in ("he", "she") and token.dep_ == "nsubjpass")
        if is_called and is_bearer:
            return token
    return None


def after_as_they_called(words: TokenSpan) -> Token | None:
    """*Ida Lee, or, as the men called her, Mother Lind,*: the name before it."""
    doc, end = words.doc, words.start - 1
    if end < 5 or doc[end].text != ",":
        return None
    first = next((t.i for t in reversed(doc[max(0, end - 8) : end]) if t.lower_ == "as"), 0)
    is_called = doc[end - 1].lower_ in NAMED and doc[end - 1].head.lemma_ in words_for("naming_verbs")
    if not first or not is_called:
        return None
    while first and doc[first - 1].lower_ in (",", "or"):
        first -= 1
    before = doc[first - 1] if first else None
    return before if before is not None and before.text[:1].isupper() else None


def predicate_of(words: TokenSpan) -> Token:
    """Return the word by which a name is a predicate, if it is: *painter* in *was the painter Rosa Lind*."""
    root = words.root
    is_apposed = root.dep_ == "appos" and root.head.dep_ == "attr" and root.head.i == words.start - 1
    return root.head if is_apposed else root


def said_to_be(words: TokenSpan) -> Token | None:
    """*He was Daniel Reed*, *Alexander became Yuri*: the subject.

    After *was* it is of use where nothing is known of whom it means but a description: *his father was Ivan*.
    """
    root, start = predicate_of(words), words.start
    if root.dep_ not in ("attr", "oprd") or root.head.lemma_ not in ("be", "become"):
        return None
    if start and words.doc[start - 1].pos_ == "DET":
        return None  # a Lincoln, the Smiths
    subject = next((t for t in root.head.lefts if t.dep_ == "nsubj"), None)
    if subject is None and words[0].lower_ in around_names("monastic"):
        return subject_above(root)  # *entered the abbey and became Brother Anselm*
    if subject is None or subject.lower_ in _PERSONAL:
        return subject
    return subject if subject.pos_ in ("NOUN", "PROPN") and subject.i < start else None


def after_naming(before: Token) -> Token | None:
    """*The boy was named Nikolai*, *everyone called him Arkan*, *whom many call the Mongol*."""
    at = before
    while (at.lower_ in _BETWEEN or at.text == ":") and at.i:
        at = at.nbor(-1)
    naming = words_for("naming_verbs")
    if at.lower_ in NAMED and at.i and at.nbor(-1).lemma_.lower() in naming:
        return at  # whatever the parser makes of *they called her Mimi*
    at = _named_before_phrase(at) or at
    verb = at if at.lemma_.lower() in naming and at.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    if (
        verb is None
        and at.head.lemma_ in naming
        and at.dep_ in ("dobj", "nsubj", "dative")
        and at.i > at.head.i
    ):
        return at
    if verb is None:
        return None
    if any(t.lower_ in ("whom", "which") for t in verb.lefts) and verb.head.i < verb.i:
        return verb.head
    if _is_active(verb) or (verb.lemma_ == "know" and verb.i == before.i):
        return None  # the king had named Lind to the see; had known Lind
    is_participle = verb.dep_ in ("acl", "amod", "relcl", "appos", "advcl") and verb.tag_ == "VBN"
    if is_participle and verb.head.dep_ == "pobj" and (bearer := _before_phrase(verb.head)) is not None:
        return bearer
    if is_participle and verb.head.i < verb.i:
        is_another = verb.lemma_ == "name" and any(t.lower_ in ("a", "an") for t in verb.head.lefts)
        is_apposed = verb.head.dep_ == "appos" and verb.head.head.text[:1].isupper() and not is_another
        return verb.head.head if is_apposed else verb.head  # Anton Lisk, the boss called Mirko
    subject = _passive_subject(verb)
    is_passive = any(t.dep_ == "auxpass" for t in verb.lefts)
    if subject is None and is_passive and verb.dep_ == "conj":  # was born at Casco and was named Lock
        subject = subject_of(verb.head)
    is_apart = verb.i > 1 and verb.nbor(-1).text in (",", "(") and verb.tag_ in ("VBN", "VBD")
    return verb.nbor(-2) if subject is None and is_apart else subject


def _before_phrase(noun: Token) -> Token | None:
    """Return whose name comes past the phrase: *Karl Lind, for this reason known as the Fox*."""
    before = noun.head.nbor(-1) if noun.head.i > 1 else None
    is_apart = (
        before is not None and before.text == "," and noun.text.islower() and noun.nbor(1).tag_ == "VBN"
    )
    bearer = before.nbor(-1) if before is not None and is_apart else None
    return bearer if bearer is not None and bearer.text[:1].isupper() else None


def _is_active(verb: Token) -> bool:
    """Whether somebody has named another: *the king had named Lind to the see*."""
    helps = [t for t in verb.lefts if t.dep_ in ("aux", "auxpass")]
    return any(t.lemma_ == "have" for t in helps) and not any(t.dep_ == "auxpass" for t in helps)


def _named_before_phrase(last: Token) -> Token | None:
    """Return *called* before the phrase that ends here: *called by his people*, *known at home as*."""
    if last.lower_ in _BEFORE_NAMERS or last.lower_ in person_nouns() or title_of(last.text) is not None:
        return None  # baptised by Dr. Lund, by the friar Juan
    has_preposition = False
    for at in reversed(last.doc[max(0, last.i - _PHRASE) : last.i + 1]):
        if has_preposition and at.lower_ in words_for("naming_participles") | {"known"}:
            return at
        has_preposition = has_preposition or at.lower_ in _BEFORE_NAMERS
        if at.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") or at.is_sent_start:
            return None
    return None


def _passive_subject(verb: Token) -> Token | None:
    """Return the subject of *was called*, *is said to have been called*."""
    at = verb
    for _ in range(3):
        subject = next((t for t in at.lefts if t.dep_ == "nsubjpass"), None)
        is_passive = at.tag_ == "VBN" or any(t.dep_ == "auxpass" for t in at.lefts)
        if subject is not None or at.dep_ != "xcomp" or not is_passive:
            return subject
        at = at.head
    return None


def after_as(before: Token, words: TokenSpan) -> Token | None:
    """*living as Sasha Kovacevic*, *As Anna Berg she sang in Graz*."""
    is_post = words[-1].lower_ in person_nouns() and not is_given_name(words[0].text)
    if before.lower_ != "as" or is_post:
        return None  # served as Chief Medical Officer; but *joined as Nora Baker*
    subject = subject_above(before)
    if before.is_sent_start and (subject is None or words.start <= subject.i < words.end):
        subject = _next_subject(words)  # As Anna Berg the fugitive sang
    opens = before.is_sent_start and subject is not None and subject.i > words.end - 1
    tellers = (clause_of(before).lemma_, before.head.lemma_, before.nbor(-1).lower_ if before.i else "")
    is_telling = not words_for("as_verbs").isdisjoint(tellers)
    is_telling = is_telling or (before.dep_ == "prep" and _tells_birth(clause_of(before)))
    return subject if opens or is_telling else None


def _tells_birth(verb: Token) -> bool:
    """*Was born in Ely as Ann Lee*, *saw the light in Ely as Ann Lee*."""
    return verb.lower_ == "born" or (
        verb.lemma_ == "see" and any(t.dep_ == "dobj" and t.lower_ == "light" for t in verb.rights)
    )


def _next_subject(words: TokenSpan) -> Token | None:
    """Return the noun or pronoun that follows a name at once."""
    for token in words.doc[words.end : words.end + 4]:
        if token.pos_ in ("NOUN", "PRON"):
            return token
        if token.pos_ not in ("DET", "ADJ"):
            return None
    return None


def after_born(before: Token, words: TokenSpan) -> Token | None:
    """*Born Ann Lee in Leeds, she ...*: the subject that follows."""
    if before.text != "Born" and not (before.lower_ == "born" and before.is_sent_start):
        return None
    subject = subject_above(before)
    if subject is not None and not words.start <= subject.i < words.end:
        return subject
    for token in words.doc[words.end : words.end + 25]:
        if token.is_sent_start:
            break
        if token.lower_ in ("he", "she"):
            return token
    return None
