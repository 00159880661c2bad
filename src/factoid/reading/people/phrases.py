"""The words of a description: where the phrase starts, its determiner, and the hyphenated word it ends with."""

from __future__ import annotations

from factoid.reading.lexicons import around_names, kin_qualifiers, kin_terms, ordinals, person_nouns
from factoid.reading.parse import Doc, Token, TokenSpan

ARTICLES = frozenset(["the", "this", "that", "these", "those"])
POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our", "your", "hir", "whose", "thy"])
_INDEFINITE = frozenset(
    ["a", "an", "one", "another", "some", "certain", "any", "every", "each", "no", "neither", "either"]
)
_SHORT_PREPOSITIONS = frozenset(["of", "from", "with", "in", "at", "to"])


def is_paper(thing: Token, owner: Token) -> bool:
    """Whether it is a thing of a calling, nobody's in particular: *her mate's ticket*, *the magistrate's court*."""
    return thing.lower_ in around_names("things_of_a_calling") or (
        thing.lower_ == "court" and owner.lower_ in around_names("judges")
    )


def is_acted(token: Token) -> bool:
    """Whether somebody only passes for it: *under the guise of a fur trader*, *disguised as a monk*."""
    before = token.head
    if token.dep_ != "pobj":
        return False
    if before.lower_ == "of":
        return before.head.lower_ in around_names("guises") and before.head.dep_ in ("pobj", "dobj")
    return before.lower_ == "as" and before.head.lemma_ in ("disguise", "pose", "dress", "masquerade", "pass")


def is_sought(token: Token) -> bool:
    """Whether *a traitor* is nobody yet, or but what somebody is: *sought a traitor*, *came as a clerk*, *like one*."""
    before = token.head
    if token.dep_ == "dobj":
        return before.lemma_ in ("seek", "need", "want", "require", "lack")
    if token.dep_ != "pobj":
        return False
    if before.lower_ == "for":
        return before.head.lemma_ in around_names("seeking") or _is_taken_for(before)
    return before.lower_ in ("as", "like") or (before.lower_ == "of" and before.head.lemma_ == "dream")


def _is_taken_for(preposition: Token) -> bool:
    """Whether it tells what somebody is held to be: *took him for a clerk*, *with Otto for a godfather*."""
    verb, before = preposition.head, preposition.nbor(-1)
    is_person = before.pos_ in ("PRON", "PROPN")
    return is_person and (
        verb.lemma_ in ("take", "have", "hold", "mistake", "know", "want") or verb == before
    )


_LEFT_DEPS = frozenset(
    ["det", "amod", "compound", "poss", "nummod", "case", "advmod", "punct", "nmod", "predet", "npadvmod",
     "quantmod", "hyph"]
)  # fmt: skip


def joined_word(token: Token) -> str:
    """Return the whole hyphenated word that ends with the token, lower case."""
    word, at = token.lower_, token.i
    while (
        at >= 2
        and token.doc[at - 1].text == "-"
        and not token.doc[at - 2].whitespace_
        and not token.doc[at - 1].whitespace_
    ):
        word = token.doc[at - 2].lower_ + "-" + word
        at -= 2
    return word


def is_ordinal(token: Token) -> bool:
    """Whether it counts holders of a title: *3rd*, *first*."""
    lower = token.lower_
    is_figure = lower[:1].isdigit() and lower.endswith(("st", "nd", "rd", "th"))
    return is_figure or lower in ordinals()


def left_edge(token: Token, end: int | None = None) -> int:
    """Return where the noun phrase starts. ``end``: where it ends, if a name follows the noun."""
    doc, start = token.doc, token.i
    end = token.i + 1 if end is None else end
    while start > 0:
        before = doc[start - 1]
        if (
            before.lower_ in ARTICLES
            or before.lower_ in POSSESSIVES
            or before.lower_ in ("a", "an", "one", "another")
        ):
            return start - 1
        if before.text in ("'s", "'") and start > 1:
            return _owner_edge(doc, start - 1)
        if before.text == "-" and not before.whitespace_ and start > 1 and not doc[start - 2].whitespace_:
            start -= 2
            continue
        if before.like_num and len(before.text) == 4:
            return start  # a year
        if before.pos_ == "NOUN" and before.text.islower() and start == token.i and _stands_for_name(token):
            return start  # after the war Papa ...
        is_modifier = before.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or before.tag_ in (
            "VBN",
            "VBG",
            "RP",
        )
        if not is_modifier or (before.is_sent_start and before.pos_ == "ADV"):
            return start
        is_outside = before.head.i >= end or before.dep_ not in _LEFT_DEPS | {"prt"}
        if is_outside and before.lower_ not in kin_qualifiers():
            return start
        start -= 1
    return start


def _stands_for_name(token: Token) -> bool:
    """Whether it is *Papa*, *Mother* within a sentence, with a capital."""
    term = kin_terms().get(token.lower_)
    return term is not None and term.role in ("father", "mother") and token.text.istitle()


def _owner_edge(doc: Doc, apostrophe: int) -> int:
    """Return where the possessor before the apostrophe starts."""
    at = apostrophe
    while at > 0 and (
        doc[at - 1].pos_ in ("PROPN", "NOUN", "ADJ")
        or (doc[at - 1].text == "." and at > 1 and len(doc[at - 2].text) <= 3)
    ):
        at -= 1
        if doc[at].dep_ == "ROOT" or doc[at].is_sent_start:
            break
    if at > 0 and (
        doc[at - 1].lower_ in ARTICLES
        or doc[at - 1].lower_ in POSSESSIVES
        or doc[at - 1].lower_ in ("a", "an")
    ):
        at -= 1
    return at


def short_end(token: Token, start: int) -> int:
    """Return where the phrase that starts there ends, with a short of- or from-phrase."""
    doc = token.doc
    for child in token.rights:
        if child.dep_ == "prep" and child.i == token.i + 1 and child.lower_ in _SHORT_PREPOSITIONS:
            right = _before_comma(child)
            is_broken = any(t.text in (",", ";", "(") or t.pos_ == "VERB" for t in doc[child.i : right])
            if right - start <= 9 and not is_broken and _tells_who(doc[child.i : right]):
                return right
    return token.i + 1


def _tells_who(phrase: TokenSpan) -> bool:
    """Whether the phrase tells who is meant: *at Montserrat*; not, of what is told, *at the breast*, *in 1811*."""
    first = phrase[0].lower_
    if first == "of":
        return len(phrase) > 1
    has_number = any(t.like_num for t in phrase)
    return len(phrase) > 1 and not has_number and (first != "at" or phrase[-1].text[:1].isupper())


def _before_comma(preposition: Token) -> int:
    """Return where the prepositional phrase ends: at the comma, past which the parser may have read on."""
    doc, right = preposition.doc, int(preposition.right_edge.i) + 1
    for word in doc[preposition.i + 1 : right]:
        if word.text == "," and word.i > preposition.i + 1:
            return int(word.i)
        if word.pos_ not in ("DET", "ADJ", "NOUN", "PROPN"):
            break
    return right


def determiner_of(words: TokenSpan, token: Token) -> tuple[str, Token | None]:
    """Return definite, indefinite, possessive or bare, and the word of the possessor."""
    first = words[0]
    for word in reversed(words):  # his father's brother: the father's
        if word.text in ("'s", "'") and words.start < word.i < token.i:
            if _is_of_a_kind(word.nbor(-1), first, token):
                return ("definite" if first.lower_ in ARTICLES else "indefinite"), None
            return "possessive", word.nbor(-1)
    if first.lower_ in POSSESSIVES and first.i != token.i:
        return "possessive", first
    if first.lower_ in ARTICLES:
        return "definite", None
    if first.lower_ in _INDEFINITE:
        return "indefinite", None
    return "bare", None


def _is_of_a_kind(owner: Token, first: Token, token: Token) -> bool:
    """Whether what stands before *'s* but says what kind of a thing the noun is: *a ship's captain*."""
    is_thing = owner.text.islower() and owner.lower_ not in person_nouns() and owner.lower_ not in kin_terms()
    is_thing = is_thing and owner.pos_ == "NOUN"
    has_article = first.lower_ in ARTICLES or first.lower_ in ("a", "an")
    return is_thing and has_article and owner.i == first.i + 1 and token.lower_ not in kin_terms()
