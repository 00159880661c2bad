"""Of whom a description is said: the name beside it, the subject it is the predicate of, the owner it names."""

from __future__ import annotations

from factoid.names import gender_of_given_name
from factoid.reading.clause import SUBJECTS, clause_of, is_subject_after_opening, subject_of
from factoid.reading.entities import Entities
from factoid.reading.lexicons import around_names, demonyms, kin_terms, person_nouns
from factoid.reading.parse import Token, TokenSpan
from factoid.reading.people.phrases import ARTICLES, POSSESSIVES, is_ordinal, joined_word, short_end
from factoid.reading.tie_rows import first_tie

_CLOSING = (",", ".", ";", ")", ":", "(", "-", "—", "–", "'s")
_APPOSITIVE = ("appos", "attr", "amod", "ROOT", "conj", "dep", "npadvmod")


def name_following(token: Token, entities: Entities) -> TokenSpan | None:
    """Return the name that follows the noun at once: ``the tailor Samuil``."""
    if token.i + 1 >= len(token.doc):
        return None
    after = token.nbor(1)
    if after.lower_ in around_names("naming_words") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    if after.lower_ == "and" and (past := _end_of_second_noun(token)):  # the actor and champion Karl Low
        after = token.doc[past]
    if after.text == '"' and after.i + 1 < len(token.doc):  # the agent "Falke"
        after = after.nbor(1)
    if after.lower_ == "of" and (past := _end_of_body(token, entities)):  # the champion of Latvia Karl Low
        after = token.doc[past]
    if entities.label_of(after) != "person":
        return None
    span = entities.span_at(after)
    if span is None or span.start != after.i or is_subject_after_opening(span.root):
        return None
    return span


_BODY = 5  #: words at most of a body or place between a calling and a name


def _end_of_body(token: Token, entities: Entities) -> int:
    """Return where the name starts that follows a calling and its body or place without a comma; 0 for none.

    Translators keep the order of Slavic languages: *the head of the trust Pavel Low*, *the champion of Riga Max Roth*.
    """
    doc = token.doc
    is_post = token.lower_ in person_nouns() or token.lower_ == "head"
    if not is_post or token.lower_ in kin_terms() or token.tag_ != "NN":
        return 0
    for at in range(token.i + 2, min(token.i + 2 + _BODY, len(doc))):
        word = doc[at]
        span = entities.span_at(word) if entities.label_of(word) == "person" else None
        if span is not None:
            is_whole = span.start == at and len(span) > 1 and at > token.i + 2
            return at if is_whole and doc[at - 1].lower_ not in ("the", "a", "an") else 0
        if word.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or word.lower_ in POSSESSIVES:
            return 0
        if word.lower_ in person_nouns() or word.lower_ in kin_terms() or word.tag_ in ("NNS", "NNPS"):
            return 0
    return 0


def _end_of_second_noun(token: Token) -> int:
    """Return where a second calling ends that *and* joins to the noun, without an article of its own; 0 for none."""
    doc, at = token.doc, token.i + 2
    while (
        at + 1 < len(doc) and at < token.i + 5 and doc[at].pos_ in ("NOUN", "ADJ") and doc[at].text.islower()
    ):
        at += 1
    last = doc[at - 1]
    is_calling = last.lower_ in person_nouns() and last.lower_ not in kin_terms() and last.tag_ == "NN"
    is_first = token.tag_ == "NN" and token.text.islower() and token.lower_ not in kin_terms()
    return at if at > token.i + 2 and is_calling and is_first else 0


def name_beside(token: Token, start: int, entities: Entities) -> Token | None:
    """Return the name beside which the phrase stands, with a comma between, on either side."""
    return (
        _name_tight_before(token, start, entities)
        or _name_after(token, start, entities)
        or _name_before(token, start, entities)
        or _named_by_copula(token, entities)
        or _name_behind_birth(token, entities)
    )


def _name_tight_before(token: Token, start: int, entities: Entities) -> Token | None:
    """*Emil the baker, Otto my brother, Karl Lind*: the name that no comma parts from the phrase, as the next is."""
    doc, at = token.doc, start - 1
    is_closed = token.i + 1 < len(doc) and doc[token.i + 1].text in (",", ";")
    if at < 0 or not is_closed or token.i != start + 1 or entities.label_of(doc[at]) != "person":
        return None
    is_said = doc[start].lower_ == "the" or doc[start].lower_ in POSSESSIVES
    span = entities.span_at(doc[at])
    if not is_said or span is None:
        return None
    is_in_row = span.start > 0 and doc[span.start - 1].text in (":", ",", ";", "and")
    return span.root if is_in_row or span.root.head.pos_ not in ("VERB", "AUX") else None


def _name_after(token: Token, start: int, entities: Entities) -> Token | None:
    """*The husband, Gustav Lind, ...*: the name past the comma, which something closes."""
    doc = token.doc
    named = _name_past_comma(token, start, entities)
    span = entities.span_at(named) if named is not None else None
    if span is None or starts_list(span) or _owns_description(span):
        return None
    end = _end_past_origin(span, entities)
    is_closed = end >= len(doc) or doc[end].text in _CLOSING or _is_closed_kin(token, start, span)
    has_determiner = (
        doc[token.i + 1].text == ":"
        or _end_of_label(token) > 0
        or doc[start].lower_ in ARTICLES | POSSESSIVES | {"a", "an"}
        or start < token.i
        or (token.is_sent_start and token.lower_ in kin_terms())  # Father, the miller Ivan Orlov, ...
    )
    is_alone = token.dep_ != "conj" or _is_owned_kin(token, start) or doc[start].lower_ in ("a", "an")
    return span.root if is_closed and has_determiner and is_alone else None


def _owns_description(name: TokenSpan) -> bool:
    """Whether the name is but the owner in a second description: *his uncle, Otto Berg's partner, died*."""
    doc, at = name.doc, name.end + 1
    if at >= len(doc) or doc[name.end].tag_ != "POS":
        return False
    while at < len(doc) and doc[at].pos_ == "ADJ":
        at += 1
    is_person = at < len(doc) and (doc[at].lower_ in person_nouns() or doc[at].lower_ in kin_terms())
    return is_person and at + 1 < len(doc) and doc[at + 1].text in (",", ".", ";", ")")


def _is_closed_kin(token: Token, start: int, name: TokenSpan) -> bool:
    """Whether the clause goes on at once behind whose kin has been named: *Her son, Emil shared it*.

    Of what but opens a clause the name is no part: *With his wife, Otto moved*.
    """
    doc, end = token.doc, name.end
    if joined_word(token) not in kin_terms() or doc[start].lower_ in ARTICLES or name.start != token.i + 2:
        return False
    subject = token.dep_ in SUBJECTS and doc[end].head.i == token.head.i
    is_subject = subject or (token.dep_ in SUBJECTS and doc[end].i == token.head.i)
    is_told_more = doc[end].lower_ == "and" and end + 1 < len(doc) and doc[end + 1].pos_ != "PROPN"
    return is_subject or (name.root.dep_ == "appos" and name.root.head.i == token.i and is_told_more)


def _end_past_origin(name: TokenSpan, entities: Entities) -> int:
    """Return where a name ends with the place that it is of: *his uncle, Chief Amonu of Anamabu*.

    Or with a calling behind it that no comma parts: *her husband, Otto Lind the miller, failed*.
    """
    doc, at = name.doc, int(name.end)
    if at < len(doc) and doc[at].lower_ == "the":
        calling = next((t for t in doc[at + 1 : at + 5] if t.lower_ in person_nouns()), None)
        return calling.i + 1 if calling is not None else at
    if (
        at + 2 < len(doc)
        and doc[at].lower_ == "of"
        and doc[at + 1].lower_ == "the"
        and doc[at + 2].text[0].isupper()
    ):
        # of the Royal Engineers
        return next((t.i for t in doc[at + 2 :] if not t.text[:1].isupper()), len(doc))
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "from") or not doc[at + 1].text[:1].isupper():
        return at
    place = entities.span_at(doc[at + 1])
    return place.end if place is not None else at + 2


def _name_before(token: Token, start: int, entities: Entities) -> Token | None:
    """*Gustav Lind, her husband*, *Ann Reed, later his wife*, *Rurik his father-in-law, ...*."""
    if first_tie(token) is not None:
        return None  # *Ida, daughter of Karl Lind, sister of Otto, and wife of Max*: she is the sister
    doc, at = token.doc, _before_time(token, start - 1)
    is_owned, is_closed = (
        _is_owned_kin(token, start),
        token.i + 1 >= len(doc) or doc[token.i + 1].text in _CLOSING,
    )
    if at >= 0 and at == start - 1 and is_owned and is_closed and entities.label_of(doc[at]) == "person":
        return _root_of_name(doc[at], entities)
    if at > 0 and doc[at].text in (",", "(") and entities.label_of(doc[at - 1]) == "person":
        span = entities.span_at(doc[at - 1])
        is_said_of = token.dep_ in _APPOSITIVE or (span is not None and token.head in span)
        is_said_of = is_said_of or (is_closed and (is_owned or at < start - 1))
        if span is not None and (is_said_of or is_over(token, entities)):
            return span.root if not starts_list(doc[start : token.i + 1]) else None
    if token.dep_ == "appos" and entities.label_of(token.head) == "person" and not _is_but_subject(token):
        return token.head
    return _name_before_post(token, start, entities)


def _name_before_post(token: Token, start: int, entities: Entities) -> Token | None:
    """*Edgar Pym, vicar of Nafferton, a widower*: the name that the words before it are said of, too."""
    place = token.head
    if token.dep_ != "appos" or place.dep_ != "pobj" or entities.label_of(place) == "person":
        return None
    post, doc = place.head.head, token.doc
    is_next = place.i == start - 2 and doc[start - 1].text == "," and doc[start].lower_ in ("a", "an")
    is_post = post.dep_ == "appos" and post.lower_ in person_nouns() and post.head.i < post.i
    is_named = is_next and is_post and entities.label_of(post.head) == "person"
    return post.head if is_named and place.text[:1].isupper() else None


def _is_but_subject(token: Token) -> bool:
    """Whether a verb without subject follows upon it: *in the family of Karl Lind the third child appeared*."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    is_phrase = token.head.dep_ == "pobj" and not any(t.is_punct for t in token.doc[token.head.i : token.i])
    is_finite = after.tag_ in ("VBD", "VBZ", "MD") and after.i == clause_of(after).i
    return is_phrase and is_finite and subject_of(after) is None


def _before_time(token: Token, at: int) -> int:
    """Return where words end that may stand before an apposition: *later his wife*, *until then a friend*."""
    doc = token.doc
    while at > 1 and (doc[at].lower_ in around_names("appositive_adverbs") or _is_by_then(doc[at])):
        at -= 1
    is_time = at > 3 and doc[at].lower_ == "time" and doc[at - 1].lower_ in ("the", "that")
    return at - 3 if is_time and doc[at - 2].lower_ == "at" else at


def _is_by_then(word: Token) -> bool:
    """Whether it begins *by then*, *by now*."""
    return word.lower_ == "by" and word.nbor(1).lower_ in ("then", "now")


def is_timed(words: TokenSpan) -> bool:
    """Whether a word before the phrase tells when somebody was that: *formerly a tailor*, *himself a priest*."""
    before = words.doc[words.start - 1] if words.start else words[0]
    return before.lower_ in around_names("appositive_adverbs") | {"time"}


def is_over(token: Token, entities: Entities) -> bool:
    """Whether a bare noun between commas says what the one named before it is: *Borrell, count of Barcelona, came*."""
    doc, at = token.doc, token.i
    before = at - 1 - (at > 1 and is_ordinal(doc[at - 1]))
    if before < 1 or at + 3 >= len(doc) or doc[before].text != "," or doc[at + 1].lower_ != "of":
        return False
    if entities.label_of(doc[before - 1]) != "person" or not doc[at + 2].text[:1].isupper():
        return False
    place = entities.span_at(doc[at + 2])
    end = place.end if place is not None else at + 3
    return end < len(doc) and doc[end].text in (",", ";", ")")


def _root_of_name(token: Token, entities: Entities) -> Token | None:
    span = entities.span_at(token)
    return span.root if span is not None else None


def _is_owned_kin(token: Token, start: int) -> bool:
    """Whether the phrase is kin of somebody's: ``his wife``, which nobody is by the way."""
    return joined_word(token) in kin_terms() and token.doc[start].lower_ in POSSESSIVES and start < token.i


def _name_past_comma(token: Token, start: int, entities: Entities) -> Token | None:
    """Return the name after the comma, words for its bearer between: ``the husband, painter Gustav Lind``."""
    doc, at = token.doc, _end_of_label(token) or _end_before_name(token, start, entities) + 1
    if at >= len(doc) or doc[at - 1].text not in (",", ":", "):") or _is_whose_friend(token):
        return None
    if _names_its_kin(token):
        return None
    limit = min(at + _TO_NAME, len(doc))
    while at < limit and entities.label_of(doc[at]) != "person":
        if not _may_stand_between(doc[at]):
            return None
        at += 1
    return doc[at] if at < limit else None


_TO_NAME = 9  #: words from the comma to the name, *twenty-four-year-old* between


def _end_of_label(token: Token) -> int:
    """Return where the label of a card ends that a bracket dates, *Wife (from 1929): Hedvika*; 0 for other words."""
    doc, at = token.doc, token.i + 1
    if not token.is_sent_start or at + 2 >= len(doc) or doc[at].text != "(":
        return 0
    closed = next((t for t in doc[at : at + 8] if t.text in (")", "):")), None)  # a face to the tokenizer
    if closed is None or closed.text == "):":
        return closed.i + 1 if closed is not None else 0
    return closed.i + 2 if closed.i + 1 < len(doc) and doc[closed.i + 1].text == ":" else 0


def _end_before_name(token: Token, start: int, entities: Entities) -> int:
    """Return where a phrase that a name may follow ends: *a clerk of a brewery*, but *the wife* of *of the tailor*."""
    end = short_end(token, start)
    inner = token.doc[end - 1]
    is_about_persons = (
        inner.lower_ in person_nouns()
        or inner.lower_ in kin_terms()
        or (end > token.i + 1 and entities.label_of(inner) == "person")
    )
    is_past = not is_about_persons or _is_whose_friend(inner) or _is_wife_of_name(token, end, entities)
    is_past = is_past or (_names_its_kin(inner) and inner.head.head.i == token.i)
    end = end if is_past else token.i + 1
    is_himself = end < len(token.doc) and token.doc[end].lower_ in ("himself", "herself", "there", "here")
    return end + is_himself  # the viceroy himself, Don Francisco


def _is_wife_of_name(token: Token, end: int, entities: Entities) -> bool:
    """Whether the name past the comma can only be hers: *the wife of Vlasov, Maria Ilyinichna, ...*."""
    doc, term = token.doc, kin_terms().get(joined_word(token))
    if term is None or term.sex is None or end + 1 >= len(doc) or doc[end].text != ",":
        return False
    is_named = entities.label_of(doc[end - 1]) == "person" and doc[end - 1].text[:1].isupper()
    return (
        is_named
        and gender_of_given_name(doc[end + 1].text) == term.sex
        and not starts_list(doc[end + 1 : end + 2])
    )


def _names_its_kin(noun: Token) -> bool:
    """Whether the name past the comma is the kin that the sentence is about: *The father of the smith, Karl, died*."""
    doc, outer = noun.doc, noun.head.head
    is_within = noun.dep_ == "pobj" and noun.head.lower_ == "of" and outer.dep_ in SUBJECTS
    term = kin_terms().get(joined_word(outer)) if is_within else None
    if term is None or term.sex is None or noun.i + 2 >= len(doc) or doc[noun.i + 1].text != ",":
        return False
    is_plain = noun.lower_ in person_nouns() and noun.nbor(-1).lower_ == "the"
    is_told = any(t.lower_ == "the" for t in outer.lefts)
    at = noun.i + 2
    while (
        at + 1 < len(doc)
        and at < noun.i + _TO_NAME
        and doc[at].text.islower()
        and _may_stand_between(doc[at])
    ):
        at += 1  # the wife of the tailor, the singer Ida Holm
    return is_plain and is_told and gender_of_given_name(doc[at].text) == term.sex


def _is_whose_friend(token: Token) -> bool:
    """Whether the noun but says whose: *her husband* in *a kinsman of her husband, Mr. Day*."""
    outer = token.head.head
    is_within = token.dep_ == "pobj" and token.head.lower_ == "of" and outer.lower_ in person_nouns()
    is_owned = any(t.dep_ == "poss" and t.lower_ in POSSESSIVES for t in token.lefts)
    return is_within and is_owned and any(t.lower_ in ("a", "an") for t in outer.lefts)


def _may_stand_between(word: Token) -> bool:
    """Whether the word can belong to a phrase for the bearer of the name that follows."""
    return (
        word.lower_ in ("a", "an", "the", "-", "named", "called", "also", "likewise")
        or (
            word.text == "'s"
            and word.nbor(-1).lower_ in person_nouns()
            and word.nbor(1).lower_ in kin_terms()
        )
        or word.lower_ in ("widow", "widower")
        or (word.lower_ in ("year", "years") and word.nbor(1).text == "-")
        or word.pos_ in ("ADJ", "NUM")
        or word.dep_ == "compound"
        or word.tag_ == "VBN"
        or word.lower_ in person_nouns()
        or word.lower_ in demonyms()
    )


def _named_by_copula(token: Token, entities: Entities) -> Token | None:
    """*His first wife was Ann Lee*: the name that the noun is said to be."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < token.i:
        return None
    told = next((t for t in verb.rights if t.dep_ == "attr"), None)
    if told is None:
        return None
    span = entities.span_at(told) if entities.label_of(told) == "person" else None
    if span is None and told.lower_ in person_nouns():  # was the dentist Karl Rau
        span = name_following(told, entities)
    return span.root if span is not None and not starts_list(span) else None


def _name_behind_birth(token: Token, entities: Entities) -> Token | None:
    """*A daughter was born to them, Ida, who ...*: the name behind the clause that tells of the birth."""
    term, verb = kin_terms().get(token.lower_), token.head
    is_child = term is not None and term.role in ("son", "daughter", "child")
    if not is_child or verb.lower_ != "born" or token.dep_ != "nsubjpass":
        return None
    comma = next((t for t in verb.doc[verb.i + 1 : verb.i + _BIRTH] if t.text in (",", ":")), None)
    span = entities.span_at(comma.nbor(1)) if comma is not None and comma.i + 1 < len(verb.doc) else None
    if span is None or comma is None or span.start != comma.i + 1 or entities.label_of(span[0]) != "person":
        return None
    is_closed = span.end >= len(verb.doc) or verb.doc[span.end].text in _CLOSING
    return span.root if is_closed and not starts_list(span) else None


_BIRTH = 7  #: words from *born* to the comma before the child's name


def starts_list(span: TokenSpan) -> bool:
    """Whether the phrase is one of a list: ``Ann, a maid and a cook``."""
    doc, end = span.doc, span.end
    if (
        end + 1 < len(doc)
        and doc[end].text == ","
        and doc[end + 1].lower_ == "and"
        and doc[end + 1].dep_ == "cc"
    ):
        follower = doc[end + 2] if end + 2 < len(doc) else None
        return follower is not None and follower.pos_ == "PROPN"
    return end < len(doc) and doc[end].lower_ == "and" and end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN"


def owner_after(token: Token, entities: Entities) -> Token | None:
    """Return the possessor in an of-phrase: ``widow of Aldred``, ``son of the tailor Paul Reed``."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "to") and child.i <= token.i + 2:
            owner = next((t for t in child.rights if t.dep_ == "pobj"), None)
            named = name_following(owner, entities) if owner is not None else None
            return named.root if named is not None else owner
    return None
