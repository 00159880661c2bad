"""Kin told in a row: *son of A, Earl of B, and C*; *her son John, daughter Ida*; *the second of three sons*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.lexicons import around_names
from factoid.reading.parse import Token, sentence_of
from factoid.reading.statements.lexicon import kin_roles
from factoid.reading.statements.passage import Passage

_FAR = 24  #: words over which a row of kin goes on
_CHILDREN = frozenset(("son", "daughter", "child"))
_PAIRED = frozenset(("wife", "husband", "widow", "spouse", "consort"))
_STOPS = frozenset((";", ":", "(", ")", "."))
_ORDINALS = frozenset(
    (
        "one", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eldest",
        "oldest", "youngest", "elder", "younger", "last",
    )
)  # fmt: skip


def other_parent(role: str, known: Token, passage: Passage) -> tuple[str, Span] | None:
    """Return the second parent behind the first: *the son of Karl Low, Earl of Ely, and Ida Berg*."""
    if role not in _CHILDREN:
        return None
    first, joined = passage.person(known), False
    for word in known.doc[known.i + 1 : min(known.i + _FAR, sentence_of(known).end)]:
        if word.pos_ in ("VERB", "AUX") or word.text in _STOPS or _is_whose_kin(word):
            return None
        person = passage.person(word)
        if person is not None and person != first and word.pos_ == "PROPN":
            is_other_kin = word.nbor(-1).lower_ == "of" and joined and word.nbor(-2).lower_ in kin_roles()
            is_parent = joined and not is_other_kin and not is_told_whose(word)
            return (person, passage.mention(word)) if is_parent else None
        if word.lower_ in kin_roles() and word.lower_ not in _PAIRED:
            return None  # *the son of Karl Low, and the brother of Otto Low*
        is_open = not word.is_punct or word.nbor(-1).lower_ in _PAIRED  # *and his wife, Ida Berg*
        is_by = word.lower_ == "by" and word.nbor(1).lower_ in ("his", "her")  # *by his wife, Ida Berg*
        joined = word.lower_ == "and" or is_by or (joined and is_open)
    return None


def is_told_whose(named: Token) -> bool:
    """Whether it is said right behind a name whose child that one is: *David son of Igor, and Vasil son of Rurik*."""
    doc, at = named.doc, named.i + 1
    while at < len(doc) and (doc[at].pos_ == "PROPN" or doc[at].lower_ == "the"):
        at += 1
    return at + 1 < len(doc) and doc[at].lower_ in kin_roles() and doc[at + 1].lower_ == "of"


def _is_whose_kin(word: Token) -> bool:
    """Whether the word begins another tie: *son of Karl Low and grandson of Ida Berg*."""
    behind = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    return behind == "of" and word.lower_ in kin_roles()  # whatever the parser hangs it on


def partner_before(token: Token, possessive: Token, passage: Passage) -> tuple[str, Span] | None:
    """Return whose wife or husband *and his wife* tells: who is named right before the *and*."""
    at = possessive.i - 1
    if token.lower_ not in _PAIRED or at < 1 or token.doc[at].lower_ != "and":
        return None
    gender = {"his": "m", "her": "f"}.get(possessive.lower_)
    for word in reversed(token.doc[max(at - _FAR // 2, sentence_of(token).start) : at]):
        person = passage.person(word)
        if person is not None and word.pos_ == "PROPN":
            fits = gender is not None and passage.gender(person) in (gender, None)
            return (person, passage.mention(word)) if fits else None
        if word.pos_ in ("VERB", "AUX", "PRON") or word.text in _STOPS:
            return None
    return None


def listed_owner(token: Token, passage: Passage) -> tuple[str, Span] | None:
    """Return whose kin a bare noun in a row is: *her son John, daughter Ida and son-in-law Max*."""
    if any(c.dep_ in ("poss", "det", "prep") for c in token.children) or token.i == 0:
        return None
    if token.nbor(-1).lower_ not in (",", "and", "&", ";"):
        return None
    stops = (".", ":") if token.nbor(-1).text == ";" else _STOPS  # *his sons Jan (Ida) and Max; sister Eva*
    for word in reversed(token.doc[max(token.i - _FAR, sentence_of(token).start) : token.i]):
        if word.text in stops or (word.pos_ in ("VERB", "AUX") and word.lemma_ != "be"):
            return None  # but *her father Max was a clerk, mother Ida a teacher*
        if word.lower_ in kin_roles() or word.lemma_.lower() in kin_roles():
            owner = next((c for c in word.children if c.dep_ == "poss"), None)
            person = passage.person(owner) if owner is not None else None
            if owner is not None:
                return (person, passage.mention(owner)) if person is not None else None
    return None


def one_of_several(token: Token, passage: Passage) -> Iterator[tuple[str, Span | None]]:
    """Yield who is *the second of three daughters of* somebody: who the number is said of."""
    number = _number_before(token)
    if number is None:
        return
    number = number if number.dep_ != "quantmod" else token  # *the fourth of seven*, taken for one number
    head = number.head
    beside = passage.person(head) if number.dep_ == "appos" else None
    if beside is not None:
        yield beside, passage.mention(head)
        return
    clause = passage.clause_over(head)
    for person, said in passage.doers(clause)[:1] if clause is not None else ():
        yield person, passage.mention(said) if said is not None else None


def introduced_by_other_kin(token: Token, where: Span | None, passage: Passage) -> bool:
    """Whether another noun for kin stands right before who is named behind one: *her sons, Jan, and her sister Ida*."""
    named = passage.segment.words(where) if where is not None else None
    if named is None or not len(named) or named[0].i <= token.i:
        return False
    doc, first = token.doc, named[0].i
    for word in reversed(doc[token.i + 1 : named[-1].i + 1]):
        if word.lower_ not in kin_roles() and word.lemma_.lower() not in kin_roles():
            continue
        if word.i == first and word.text[:1].isupper() and word.lower_ in around_names("monastic"):
            continue  # *her sister, Sister Immaculata*
        behind = word.i + 1 if word.i + 1 == first or word.nbor(1).text not in (",", ":") else word.i + 2
        if word.i >= first or (
            behind < len(doc) and behind <= first and passage.person(doc[behind]) is not None
        ):
            return doc[word.i - 1].lower_ not in ("the", "a", "an") or word.i < first
    return False


def heads_of_items(plural: Token) -> Iterator[Token]:
    """Yield the names that open the items of a list: *three children: Kofi, an architect; Ama, a judge; and Esther*."""
    doc, at = plural.doc, plural.i + 2
    if at > len(doc) or doc[plural.i + 1].text != ":":
        return
    opens = True
    for word in doc[at : min(at + _LONGEST_LIST, sentence_of(plural).end)]:
        if word.pos_ in ("VERB", "AUX") and word.tag_ in ("VBD", "VBZ", "VBP"):
            return
        if opens and word.pos_ == "PROPN":
            yield word
        opens = word.text in (";", ":") or (opens and word.lower_ in ("and", "&"))


_LONGEST_LIST = 60  #: words


def _number_before(token: Token) -> Token | None:
    """Return the *second* of *the second of the three children*, *the second of three surviving daughters*."""
    for word in reversed(token.doc[max(token.i - _FAR // 4, sentence_of(token).start) : token.i]):
        if word.lower_ == "of" and word.i > 0 and word.nbor(-1).lower_ in _ORDINALS:
            return word.nbor(-1)
        if word.pos_ not in ("NUM", "ADJ", "DET") and word.tag_ not in ("VBN", "VBG", "PRP$"):
            return None
    return None
