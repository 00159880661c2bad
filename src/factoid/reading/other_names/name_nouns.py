"""Another name that a noun gives: *under the name of Pierre Mouchet*, *took the surname Lind*."""

from __future__ import annotations

from factoid.reading.clause import clause_of, subject_above, subject_of
from factoid.reading.lexicons import person_nouns
from factoid.reading.other_names.beside import before_bracket
from factoid.reading.other_names.words import NAMED, words_for
from factoid.reading.parse import Token, TokenSpan


def before_such_was(words: TokenSpan) -> Token | None:
    """*Pauline, such was her new call sign*: whose name that was."""
    doc, end = words.doc, words.end
    if (
        end + 3 >= len(doc)
        or doc[end].text != ","
        or doc[end + 1].lower_ not in ("such", "that", "this", "so")
    ):
        return None
    noun = next((t for t in doc[end + 2 : end + 8] if t.lemma_.lower() in words_for("name_nouns")), None)
    if noun is None or doc[end + 2].lemma_ != "be":
        return None
    return next((t for t in noun.lefts if t.dep_ == "poss"), None)


def after_name_of(before: Token) -> Token | None:
    """*under the name of Pierre Mouchet*, *took the surname Alexandrov*, *whose style was Zhongsheng*."""
    at = before
    if at.lower_ in ("to", "into") and clause_of(at).lemma_ == "change":  # *changed his name to Emil Roth*
        told = (c.lemma_.lower() for c in clause_of(at).rights if c.dep_ == "dobj")
        return subject_above(at) if not words_for("name_nouns").isdisjoint(told) else None
    if at.pos_ == "NOUN" and at.lemma_.lower() not in words_for("name_nouns") and at.i > 2:
        at = at.nbor(-2) if at.nbor(-1).lower_ in ("the", "a", "an") else at  # of the merchant
    if (other := _whose_name_is(at)) is not None:
        return other
    if at.lower_ in ("of", ",", ":") and at.i:
        at = at.nbor(-1)
    if at.lemma_ == "be":
        at = next((t for t in at.lefts if t.dep_ == "nsubj"), at)
        owner = next((t for t in at.lefts if t.dep_ == "poss"), None)
        return owner if at.lemma_.lower() in words_for("name_nouns") else None
    if at.lemma_.lower() not in words_for("name_nouns"):
        return None
    return _of_bearer_before(at) or _by_name(at)


def _whose_name_is(of: Token) -> Token | None:
    """*Aspa was the pen name of Elsa Berg*, *Aspa, the name assumed by Elsa Berg*: the other name, before it."""
    noun = of.nbor(-1) if of.i > 2 else of
    if of.lower_ == "by" and noun.tag_ == "VBN" and noun.lemma_ in words_for("taking_verbs"):
        of, noun = noun, noun.nbor(-1)
    elif of.lower_ != "of":
        return None
    if noun.lemma_.lower() not in words_for("name_nouns"):
        return None
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        other = subject_of(noun.head)
    elif noun.dep_ == "appos" and noun.i - noun.head.i < _BESIDE:
        other = noun.head
    else:
        other = _name_past_comma(noun)
    return other if other is not None and other.pos_ == "PROPN" and other.i < noun.i else None


_BESIDE = 6  #: words at most from a name to what is said of it behind the comma


def _name_past_comma(word: Token) -> Token | None:
    """Return the name that ends at the comma before a word and what small words lead up to it."""
    doc, at = word.doc, word.i - 1
    while at > 1 and doc[at].pos_ in ("ADV", "DET", "ADJ"):
        at -= 1
    if at < 1 or doc[at].text != ",":
        return None
    before = doc[at - 1] if doc[at - 1].text != "." else doc[max(0, at - 2)]
    return before if before.pos_ == "PROPN" else None


def after_listed_name(before: Token) -> Token | None:
    """*Ann Lee, pseudonyms "Fox" and "Mary Ward"*: the bearer, for a name in quotation marks behind another so told."""
    at = before
    while at.i > 2 and at.lower_ in ("and", ",", "or") and at.nbor(-1).text in _MARKS:
        opening = next(
            (t for t in reversed(at.doc[max(0, at.i - _LONGEST) : at.i - 1]) if t.text in _MARKS), None
        )
        if opening is None or not opening.i:
            return None
        at = opening.nbor(-1)
        if at.lower_ in words_for("assumed_names"):
            return after_name_of(at)
    return None


_MARKS = ('"', "'")
_LONGEST = 6  #: words of a name in quotation marks, with these


def _by_name(at: Token) -> Token | None:
    """Return who goes by the name before which the noun stands: *a sentry by the name of*, *under his alias*."""
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.lemma_ not in ("use", "change"):
        return None  # received one character of the name of his lord
    through = at.nbor(-2) if at.i > 2 and at.nbor(-1).lower_ == "the" else None
    if through is not None and through.lower_ == "by" and through.nbor(-1).lower_ in person_nouns():
        return through.nbor(-1)  # a sentry by the name of Lind
    if through is not None and through.lower_ == "in":
        made_out = (t.lower_.removesuffix("s") for t in at.doc[max(0, through.i - 8) : through.i])
        if words_for("papers").isdisjoint(made_out):
            return None  # in the name of the emperor
    if named := _to_whom_given(clause_of(at)):
        return named  # Eusebius, to whom they gave the name Lind
    is_under = any(t.lower_ in ("under", "by", "with", "in") for t in at.doc[max(0, at.i - 4) : at.i])
    verb = clause_of(at)
    if verb.tag_ == "VBN" and (bearer := _name_past_comma(verb)) is not None:
        return bearer  # Mrs. Lind, better known under her maiden name of Ida Roth
    given = next((t for t in verb.rights if t.dep_ == "dative" and t.lower_ in NAMED), None)
    given = given or next((t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.lower_ in NAMED), None)
    if is_under or verb.lemma_ in words_for("taking_verbs"):
        return given if given is not None else subject_above(at)
    return next((t for t in at.lefts if t.dep_ == "poss"), None)


def _to_whom_given(verb: Token) -> Token | None:
    """Return to whom the relative clause tells that a name was given."""
    is_given = verb.lemma_ == "give" and verb.dep_ == "relcl" and verb.head.i < verb.i
    opens = [t.lower_ for t in verb.doc[verb.head.i + 1 : verb.i][:4]]
    return verb.head if is_given and "to" in opens and "whom" in opens else None


def _of_bearer_before(noun: Token) -> Token | None:
    """Return the bearer before the comma: *Cui Shi (735-799), courtesy name Zimei*, *Ahn Sun, his pen name Dosan*."""
    at = noun.i - 1
    while at > 1 and noun.i - at < 4 and noun.doc[at].text.islower() and _is_beside(noun.doc[at]):
        at -= 1
    told = noun.doc[at]
    is_bare = noun.i - at < _LEAST and noun.lower_ not in words_for("assumed_names")  # Karl Lind, title of
    if at < 1 or told.text != "," or is_bare:
        return None
    bearer = before_bracket(told.nbor(-1))
    return bearer if bearer.text[:1].isupper() else None


_LEAST = 2  #: words from the comma to a noun that may mean other things than names


def _is_beside(word: Token) -> bool:
    """Whether a word may stand before *name*: *courtesy*, *his*, *assumed*."""
    return word.pos_ in ("ADJ", "NOUN", "PROPN", "PRON") or word.dep_ == "amod"
