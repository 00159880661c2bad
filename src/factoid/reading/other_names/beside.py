"""Another name that stands beside the first: after *alias* or *born*, in brackets, in quotation marks."""

from __future__ import annotations

from factoid.reading.other_names.words import words_for
from factoid.reading.parse import Token, TokenSpan

_ARTICLES = ("il", "lo", "la", "le", "el", "l'")
_LONGEST_NAME = 4  #: words of another name in brackets
_HOW_CALLED = frozenset(("also", "later", "formerly", "sometimes", "usually", "often", "commonly", "then"))
_LONGEST_BRACKET = 40  #: words


def after_alias(before: Token) -> Token | None:
    """*Karl Lind alias Otto Berg*, *Ann Lee (born Feld)*: the bearer of the name before."""
    at = _before_article(before)
    if at.text in (",", "(") and at.i:
        return _before_that_is(at)
    is_born = at.lower_ == "born" or at.lower_ in words_for("naming_participles")
    while is_born and at.i > 1 and at.nbor(-1).lower_ in _HOW_CALLED:
        at = at.nbor(-1)
    if at.lower_ in words_for("alias_words") or (is_born and at.i and at.nbor(-1).text in (",", "(")):
        at = at.nbor(-1) if at.i else at
        while at.i and at.lower_ in words_for("alias_words"):  # primo voto
            at = at.nbor(-1)
        while at.i and at.text in (",", "("):
            at = at.nbor(-1)
        return before_bracket(at)
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


def _before_article(word: Token) -> Token:
    """Return the word before the article of a byname, *Girolamo Conti, called il Gobbo*; any other word itself."""
    is_article = word.lower_ in _ARTICLES and word.i > 0
    return word.nbor(-1) if is_article and word.nbor(-1).lower_ in words_for("naming_participles") else word


def _before_that_is(comma: Token) -> Token | None:
    """*Karl Lind, that is, Otto Berg,*: the bearer of the name before the two commas."""
    doc, at = comma.doc, comma.i
    if at < 4 or comma.text != "," or [t.lower_ for t in doc[at - 2 : at]] != ["that", "is"]:
        return None
    before = doc[at - 4]
    return before if doc[at - 3].text in (",", "(") and before.text[:1].isupper() else None


def _opens_with_alias(last: Token) -> bool:
    """Whether the name that ends here is told as another name itself: *known as Jim Lind or Big Jim*."""
    start = last.i
    while start > 0 and last.i - start < 4 and last.doc[start - 1].text[:1].isupper():
        start -= 1
    before = last.doc[start - 1].lower_ if start else ""
    return before in ("as", "simply") or before in words_for("naming_participles")


def in_brackets(words: TokenSpan) -> Token | None:
    """*Georg Jakob (Yegor Yakovlevich in the Russian papers)*: a name in brackets right after a name."""
    doc, start, end = words.doc, words.start, words.end
    if len(words) > _LONGEST_NAME:
        return None  # Moritz Berg (Tagebuch des Generals Karl Lind)
    if start > 2 and doc[start - 1].text == '"' and _may_lead_in(doc[start - 2]):
        start, end = start - 1, end + 1
    at = start - 1
    while at > 0 and start - at < 5 and doc[at].text not in ("(", ";") and _introduces_in_brackets(doc[at]):
        at -= 1
    if at > 0 and at + 1 < start and doc[at].text == ";":  # (née Berg; in the West also Sonia Lind)
        at = _bracket_before(doc[at])
    if at == start - 1 and at > 0 and doc[at].text == "[" and end < len(doc) and doc[end].text == "]":
        return doc[at - 1] if doc[at - 1].text[:1].isupper() else None  # Mirati [Vasco da Gama]
    if at < 1 or doc[at].text != "(" or end >= len(doc):
        return None
    return doc[at - 1] if doc[end].text in (")", ",", ";") or doc[end].lower_ == "in" else None


def _may_lead_in(token: Token) -> bool:
    """Whether a name in quotation marks may follow within a bracket: *(in the Greek sources "Chosref", ...*."""
    return token.text in ("(", ";") or _introduces_in_brackets(token)


def _bracket_before(token: Token) -> int:
    """Return where the bracket opens in which the word stands, 0 where none is open."""
    for at in reversed(token.doc[max(0, token.i - 25) : token.i]):
        if at.text in ("(", ")"):
            return int(at.i) if at.text == "(" else 0
    return 0


def _introduces_in_brackets(token: Token) -> bool:
    """Whether the word may stand before another name in brackets: *(Irish: ...*, *(until 1895 ...*."""
    return token.lower_ in words_for("bracket_words") or token.text == ":" or token.like_num


def beside_in_quotes(words: TokenSpan) -> Token | None:
    """*Ann Lee, "Babu" to her family,*, the headword *LEE, Ann "Babu"*: the bearer of the name before it."""
    doc, start, end = words.doc, words.start, words.end
    if start < 3 or end + 1 >= len(doc) or len(words) > _LONGEST_NAME:
        return None
    if doc[start - 1].text not in ('"', "'") or doc[end].text not in ('"', "'"):
        return None
    if start == 4 and doc[1].text == "," and doc[2].text[:1].isupper():
        return doc[2]
    is_closed = doc[end + 1].text in (",", ")", ".", ":") or doc[end + 1].lower_ in ("to", "as", "in")
    before = doc[start - 3]
    return before if doc[start - 2].text == "," and is_closed and before.text[:1].isupper() else None


def is_quoted(words: TokenSpan) -> bool:
    """Whether the name stands in quotation marks: *there he was "Comrade Berg"*."""
    doc, start, end = words.doc, words.start, words.end
    return start > 0 and end < len(doc) and doc[start - 1].text in ('"', "'") and doc[end].text in ('"', "'")


def after_state_of_life(before: Token) -> Token | None:
    """*Sister Aloysia, in the world Anna Kern,*, *Karl Lind, in religion Brother Ubald*: who is called before it."""
    doc, at = before.doc, before.i
    if at > 2 and before.lower_ == "world" and doc[at - 1].lower_ == "the":
        at -= 1
    elif before.lower_ not in ("religion", "life"):
        return None
    is_apart = at > 2 and doc[at - 1].lower_ == "in" and doc[at - 2].text in (",", "(")
    return doc[at - 3] if is_apart else None


def before_bracket(token: Token) -> Token:
    """Return the word before a bracket that closes here: *Otto Lind (1900-60), born Otto Berg*."""
    at = token
    depth = 0
    while at.i and token.i - at.i < _LONGEST_BRACKET:
        depth += (at.text == ")") - (at.text == "(")
        if depth == 0:
            return at.nbor(-1) if at.text == "(" else token
        at = at.nbor(-1)
    return token
