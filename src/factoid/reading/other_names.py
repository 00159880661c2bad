"""Where a text says that two names are one person's: *called Arkan*, *under the name of*, *born Ann Lee*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factoid.names import title_of
from factoid.reading.clause import clause_of
from factoid.reading.labels import label_before
from factoid.reading.lexicons import around_names, gazetteer, kin_terms, person_nouns
from factoid.reading.parse import Token, TokenSpan
from factoid.resources import load

_NAMED = frozenset(["him", "her", "himself", "herself", "me", "myself"])
_PERSONAL = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_BEFORE_NAMERS = frozenset(["by", "in", "at", "to", "among"])  # who calls one so, and where
_LONGEST_NAME = 4  #: words of another name in brackets
_PHRASE = 7  #: words at most between *called* and the name: *called by his own people*


@cache
def words_for(section: str) -> frozenset[str]:
    """Return the words of a section of ``resources/alias_words.yaml``."""
    return frozenset(load("alias_words")[section].split())


def bearers(words: TokenSpan) -> Iterator[Token]:
    """Yield the words for whom the text says that this name is another name of, the likeliest first.

    Some stand after the name: *As Anna Berg she sang*.
    """
    found = [_in_brackets(words), _beside_in_quotes(words)]
    yield from (token for token in found if token is not None)
    yield from those_called(words)


def those_called(words: TokenSpan) -> Iterator[Token]:
    """Yield the words for whom the text says in so many words that they are called this.

    Seven of eight runs of capitalised words of which this is said are names of persons.
    """
    found = [_before_as_they_called(words), _before_such_was(words), _said_to_be(words)]
    doc, start = words.doc, words.start
    before = doc[start - 1] if start else None
    if before is not None and before.text in ('"', "'") and start > 1:
        before = doc[start - 2]
    if before is not None and not _is_no_alias(before, words):
        found += [
            _after_alias(before),
            _after_naming(before),
            _after_as(before, words),
            _after_name_of(before),
            _after_born(before, words),
            _after_state_of_life(before),
        ]
    yield from (token for token in found if token is not None)


def _is_no_alias(before: Token, words: TokenSpan) -> bool:
    """Whether the name is another's after all: *also Lind rode*, *named Karl for his uncle*, *born Leith, 22nd May*."""
    doc, end = words.doc, words.end
    after = doc[end] if end < len(doc) else before
    if after.tag_ == "POS":
        return True  # worked as Karl Lind's clerk
    if before.lower_ == "also":
        return after.pos_ in ("VERB", "AUX") or _is_kin(doc[max(0, before.i - 2)])
    if before.lower_ in ("born", "b."):
        is_dated = after.text == "," and end + 1 < len(doc) and doc[end + 1].text[:1].isdigit()
        return is_dated and words.text in gazetteer()
    is_after = after.lower_ in ("for", "after") and end + 2 < len(doc) and doc[end + 1].tag_ in ("PRP$", "DT")
    return is_after and _is_kin(doc[end + 2])


def _is_kin(token: Token) -> bool:
    return token.lower_ in kin_terms()


def is_label_of_entry(words: TokenSpan) -> bool:
    """Whether an entry gives the name to whom it is about: *Cover name: "Havel"*, *(under the name Gorin)*."""
    doc, at = words.doc, words.start - 1
    label = label_before(words)
    if label is not None and label.type == "name":  # *Other names: Mimi Berg, Nora Berg*
        return True
    if is_birth_label(words):  # *Born: Nora Feld, 9 May 1880, Ely*
        return len(words) > 1
    while at > 0 and doc[at].text in ('"', "'", ":"):
        at -= 1
    if at < 0 or _tells_of_somebody(doc[max(0, at - 6) : at]):
        return False
    noun, before = doc[at].lower_, doc[at - 1].lower_ if at else ""
    is_under = before == "the" and at > 1 and doc[at - 2].lower_ == "under"
    return noun in words_for("assumed_names") or (
        noun == "name" and (is_under or before in words_for("kinds_of_assumed_names"))
    )


def is_birth_label(words: TokenSpan) -> bool:
    """Whether the name is the value of *Born:* or the like: what its bearer was called at birth."""
    label = label_before(words)
    return label is not None and label.type == "birth"


def _tells_of_somebody(words: TokenSpan) -> bool:
    """Whether a clause with a subject leads up to what follows, and no bracket opens after it."""
    for token in reversed(words):
        if token.text == "(":
            return False
        if token.dep_ in ("nsubj", "nsubjpass"):
            return True
    return False


def _after_alias(before: Token) -> Token | None:
    at = before
    if at.text in (",", "(") and at.i:
        return None
    is_born = at.lower_ == "born" or at.lower_ in words_for("naming_participles")
    while is_born and at.i > 1 and at.nbor(-1).lower_ in _HOW_CALLED:
        at = at.nbor(-1)
    if at.lower_ in words_for("alias_words") or (is_born and at.i and at.nbor(-1).text in (",", "(")):
        at = at.nbor(-1) if at.i else at
        while at.i and at.text in (",", "("):
            at = at.nbor(-1)
        return _before_bracket(at)
    is_at_a_time = at.lower_ in words_for("times_of_names") and at.i and at.nbor(-1).text in (",", "(")
    if is_at_a_time and at.i > 1 and at.nbor(-2).text[:1].isupper():
        return at.nbor(-2)  # Otto Berg, originally Levi; Ann Berg, now Mrs. Lind
    if at.lower_ in ("or", "otherwise", "also", "alias") and at.i and at.nbor(-1).text in (",", "(", "or"):
        return at.nbor(-2) if at.i > 1 else None
    if at.lower_ == "or" and at.i > 2 and _opens_with_alias(at.nbor(-1)):
        return at.nbor(-1)
    is_told = at.lower_ == "is" and at.i > 2 and at.nbor(-2).text in (",", "(")
    if is_told and at.nbor(-1).lower_ in ("that", "he", "she"):  # as translators have it: Lind, he is Berg
        return at.nbor(-3)
    return None


_HOW_CALLED = frozenset(("also", "later", "formerly", "sometimes", "usually", "often", "commonly", "then"))


def _before_bracket(token: Token) -> Token:
    """Return the word before a bracket that closes here: *Otto Lind (1900-60), born Otto Berg*."""
    at = token
    depth = 0
    while at.i and token.i - at.i < _LONGEST_BRACKET:
        depth += (at.text == ")") - (at.text == "(")
        if depth == 0:
            return at.nbor(-1) if at.text == "(" else token
        at = at.nbor(-1)
    return token


_LONGEST_BRACKET = 40  #: words


def _opens_with_alias(last: Token) -> bool:
    """Whether the name that ends here is told as another name itself: *known as Jim Lind or Big Jim*."""
    start = last.i
    while start > 0 and last.i - start < 4 and last.doc[start - 1].text[:1].isupper():
        start -= 1
    before = last.doc[start - 1].lower_ if start else ""
    return before in ("as", "simply") or before in words_for("naming_participles")


def _in_brackets(words: TokenSpan) -> Token | None:
    """*Georg Jakob (Yegor Yakovlevich in the Russian papers)*: a name in brackets right after a name."""
    doc, start, end = words.doc, words.start, words.end
    if len(words) > _LONGEST_NAME:
        return None  # Moritz Berg (Tagebuch des Generals Karl Lind)
    if start > 2 and doc[start - 1].text == '"' and doc[start - 2].text in ("(", ";"):
        start, end = start - 1, end + 1
    at = start - 1
    while at > 0 and start - at < 5 and doc[at].text not in ("(", ";") and _introduces_in_brackets(doc[at]):
        at -= 1
    if at > 0 and at + 1 < start and doc[at].text == ";":  # (née Berg; in the West also Sonia Lind)
        at = _bracket_before(doc[at])
    if at < 1 or doc[at].text != "(" or end >= len(doc):
        return None
    return doc[at - 1] if doc[end].text in (")", ",", ";") or doc[end].lower_ == "in" else None


def _bracket_before(token: Token) -> int:
    """Return where the bracket opens in which the word stands, 0 where none is open."""
    for at in reversed(token.doc[max(0, token.i - 25) : token.i]):
        if at.text in ("(", ")"):
            return int(at.i) if at.text == "(" else 0
    return 0


def _introduces_in_brackets(token: Token) -> bool:
    """Whether the word may stand before another name in brackets: *(Irish: ...*, *(until 1895 ...*."""
    return token.lower_ in words_for("bracket_words") or token.text == ":" or token.like_num


def _beside_in_quotes(words: TokenSpan) -> Token | None:
    """*Ann Lee, "Babu" to her family,*, the headword *LEE, Ann "Babu"*: the bearer of the name before it."""
    doc, start, end = words.doc, words.start, words.end
    if start < 3 or end + 1 >= len(doc) or len(words) > 2:
        return None
    if doc[start - 1].text not in ('"', "'") or doc[end].text not in ('"', "'"):
        return None
    if start == 4 and doc[1].text == "," and doc[2].text[:1].isupper():
        return doc[2]
    is_closed = doc[end + 1].text in (",", ")", ".") or doc[end + 1].lower_ in ("to", "as", "in")
    before = doc[start - 3]
    return before if doc[start - 2].text == "," and is_closed and before.text[:1].isupper() else None


def _before_such_was(words: TokenSpan) -> Token | None:
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


def _before_as_they_called(words: TokenSpan) -> Token | None:
    """*Mother Lind, as the men called her*: the one who was called so."""
    doc, at = words.doc, words.end
    while at < len(doc) and doc[at].text in (",", '"', "'"):
        at += 1
    if at >= len(doc) or doc[at].lower_ != "as":
        return None
    for token in doc[at + 1 : at + 8]:
        is_called = token.head.lemma_ in words_for("naming_verbs")
        is_bearer = token.lower_ in _NAMED or (token.lower_ in ("he", "she") and token.dep_ == "nsubjpass")
        if is_called and is_bearer:
            return token
    return None


def predicate_of(words: TokenSpan) -> Token:
    """Return the word by which a name is a predicate, if it is: *painter* in *was the painter Rosa Lind*."""
    root = words.root
    is_apposed = root.dep_ == "appos" and root.head.dep_ == "attr" and root.head.i == words.start - 1
    return root.head if is_apposed else root


def _said_to_be(words: TokenSpan) -> Token | None:
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
        return _subject(root)  # *entered the abbey and became Brother Anselm*
    if subject is None or subject.lower_ in _PERSONAL:
        return subject
    return subject if subject.pos_ in ("NOUN", "PROPN") and subject.i < start else None


def _after_naming(before: Token) -> Token | None:
    """*The boy was named Nikolai*, *everyone called him Arkan*, *whom many call the Mongol*."""
    at = before
    while at.lower_ in ("as", "the", "only", "simply", "also", "afterwards", "later", ":") and at.i:
        at = at.nbor(-1)
    naming = words_for("naming_verbs")
    if at.lower_ in _NAMED and at.i and at.nbor(-1).lemma_.lower() in naming:
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
        subject = next((t for t in verb.head.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
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


def _subject(token: Token) -> Token | None:
    verb = clause_of(token)
    for _ in range(3):
        subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None or verb.head.i == verb.i:
            return subject
        verb = verb.head
    return None


def _after_as(before: Token, words: TokenSpan) -> Token | None:
    """*living as Sasha Kovacevic*, *As Anna Berg she sang in Graz*."""
    if before.lower_ != "as" or words[-1].lower_ in person_nouns():
        return None  # served as Chief Medical Officer
    subject = _subject(before)
    if before.is_sent_start and (subject is None or words.start <= subject.i < words.end):
        subject = _next_subject(words)  # As Anna Berg the fugitive sang
    opens = before.is_sent_start and subject is not None and subject.i > words.end - 1
    tellers = (clause_of(before).lemma_, before.head.lemma_, before.nbor(-1).lower_ if before.i else "")
    is_telling = not words_for("as_verbs").isdisjoint(tellers)
    is_telling = is_telling or (before.dep_ == "prep" and clause_of(before).lower_ == "born")
    return subject if opens or is_telling else None


def _next_subject(words: TokenSpan) -> Token | None:
    """Return the noun or pronoun that follows a name at once."""
    for token in words.doc[words.end : words.end + 4]:
        if token.pos_ in ("NOUN", "PRON"):
            return token
        if token.pos_ not in ("DET", "ADJ"):
            return None
    return None


def _after_name_of(before: Token) -> Token | None:
    """*under the name of Pierre Mouchet*, *took the surname Alexandrov*, *whose style was Zhongsheng*."""
    at = before
    if at.lower_ in ("to", "into") and clause_of(at).lemma_ == "change":  # *changed his name to Emil Roth*
        told = (c.lemma_.lower() for c in clause_of(at).rights if c.dep_ == "dobj")
        return _subject(at) if not words_for("name_nouns").isdisjoint(told) else None
    if at.pos_ == "NOUN" and at.lemma_.lower() not in words_for("name_nouns") and at.i > 2:
        at = at.nbor(-2) if at.nbor(-1).lower_ in ("the", "a", "an") else at  # of the merchant
    if at.lower_ in ("of", ",", ":") and at.i:
        at = at.nbor(-1)
    if at.lemma_ == "be":
        at = next((t for t in at.lefts if t.dep_ == "nsubj"), at)
        owner = next((t for t in at.lefts if t.dep_ == "poss"), None)
        return owner if at.lemma_.lower() in words_for("name_nouns") else None
    if at.lemma_.lower() not in words_for("name_nouns"):
        return None
    return _of_bearer_before(at) or _by_name(at)


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
    is_under = any(t.lower_ in ("under", "by", "with", "in") for t in at.doc[max(0, at.i - 4) : at.i])
    verb = clause_of(at)
    given = next((t for t in verb.rights if t.dep_ == "dative" and t.lower_ in _NAMED), None)
    given = given or next((t for t in verb.doc[verb.i + 1 : verb.i + 2] if t.lower_ in _NAMED), None)
    if is_under or verb.lemma_ in words_for("taking_verbs"):
        return given if given is not None else _subject(at)
    return next((t for t in at.lefts if t.dep_ == "poss"), None)


def _of_bearer_before(noun: Token) -> Token | None:
    """Return the bearer before the comma: *Cui Shi (735-799), courtesy name Zimei*, *Ahn Sun, his pen name Dosan*."""
    at = noun.i - 1
    while at > 1 and noun.i - at < 4 and noun.doc[at].text.islower() and _is_beside(noun.doc[at]):
        at -= 1
    told = noun.doc[at]
    if at < 1 or told.text != "," or noun.i - at < 2:
        return None
    bearer = _before_bracket(told.nbor(-1))
    return bearer if bearer.text[:1].isupper() else None


def _is_beside(word: Token) -> bool:
    """Whether a word may stand before *name*: *courtesy*, *his*, *assumed*."""
    return word.pos_ in ("ADJ", "NOUN", "PROPN", "PRON") or word.dep_ == "amod"


def _after_born(before: Token, words: TokenSpan) -> Token | None:
    """*Born Ann Lee in Leeds, she ...*: the subject that follows."""
    if before.text != "Born" and not (before.lower_ == "born" and before.is_sent_start):
        return None
    subject = _subject(before)
    if subject is not None and not words.start <= subject.i < words.end:
        return subject
    for token in words.doc[words.end : words.end + 25]:
        if token.is_sent_start:
            break
        if token.lower_ in ("he", "she"):
            return token
    return None


def _after_state_of_life(before: Token) -> Token | None:
    """*Sister Aloysia, in the world Anna Kern,*, *Karl Lind, in religion Brother Ubald,*: who is called before it."""
    doc, at = before.doc, before.i
    if at > 2 and before.lower_ == "world" and doc[at - 1].lower_ == "the":
        at -= 1
    elif before.lower_ != "religion":
        return None
    is_apart = at > 2 and doc[at - 1].lower_ == "in" and doc[at - 2].text in (",", "(")
    return doc[at - 3] if is_apart else None
