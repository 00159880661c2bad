"""Descriptions of one person: ``the fugitive``, ``his older brother``, ``Yezhov's deputy``, ``a widower``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.model import MentionForm
from factoid.reading.entities import Entities
from factoid.reading.lexicons import KinTerm, around_names, demonyms, kin_qualifiers, kin_terms, person_nouns
from factoid.reading.parse import Doc, Token, TokenSpan, offset_of
from factoid.reading.people.figures import Mark

_ARTICLES = frozenset(["the", "this", "that", "these", "those"])
_POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our", "your", "hir", "whose", "thy"])
_INDEFINITE = frozenset(
    ["a", "an", "one", "another", "some", "certain", "any", "every", "each", "no", "neither", "either"]
)
_NOBODY = frozenset(["no", "any", "every", "each", "neither", "either"])
_SAID_OF = frozenset(
    ["conj", "dobj", "appos", "attr", "oprd", "ROOT"]
)  # where *a tailor* brings nobody new in
_COPULAS = frozenset(["be", "become", "remain", "seem", "prove"])
_ADJECTIVAL = frozenset(["accused", "deceased", "condemned", "departed", "youngest", "eldest", "oldest"])
_LEFT_DEPS = frozenset(
    [
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "case",
        "advmod",
        "punct",
        "nmod",
        "predet",
        "npadvmod",
        "quantmod",
        "hyph",
    ]
)


@dataclass(eq=False, slots=True)
class Description:
    """A noun phrase that describes one person."""

    mark: Mark
    noun: str  #: lower case, singular, hyphens joined: brother-in-law
    kin: KinTerm | None
    determiner: str  #: ``definite``, ``indefinite``, ``possessive`` or ``bare``
    owner: Token | None = None  #: whose: the word of the possessor
    subject: Token | None = None  #: of whom it is the predicate
    apposed: Token | None = None  #: the head of the name or phrase it stands beside
    name_after: TokenSpan | None = None  #: the name that follows within the phrase: ``the poet Yesenin``

    @property
    def is_form(self) -> bool:
        """Whether the phrase is a way to call the person, not only said of him: ``he was a tailor``."""
        if self.name_after is not None:
            return True
        if self.subject is not None:
            return False
        if self.mark.head.dep_ == "pobj" and self.mark.head.head.lower_ == "as":
            return False
        if self.determiner == "bare":
            return self.kin is not None and self.apposed is None and self.owner is None
        if self.determiner == "indefinite":
            is_agent = self.kin is not None or self.mark.head.dep_ not in _SAID_OF
            return self.apposed is not None or (self.owner is None and is_agent)
        return True

    @property
    def is_nobody(self) -> bool:
        """Whether it means no particular person: ``no tailor``, ``every soldier``."""
        is_side = self.noun == "enemy" and self.determiner == "definite"  # the enemy: a side, not a man
        return is_side or self.mark.words[0].lower_ in _NOBODY


def find_descriptions(doc: Doc, entities: Entities, sentences: dict[int, int]) -> Iterator[Description]:
    """Yield the descriptions of a segment in order. ``sentences``: where a token starts -> its sentence."""
    for token in doc:
        noun = _noun_of(token, entities)
        if noun is None:
            continue
        found = _description(token, noun, entities, sentences)
        if found is not None:
            yield found


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


def _noun_of(token: Token, entities: Entities) -> str | None:
    """Return the noun if the token is one that means a single person and is no part of a name."""
    if not token.text[:1].isalpha():
        return None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.text == "-" and not token.whitespace_ and not after.whitespace_:
        return None  # not the last part of a hyphenated word
    lower = token.lower_
    word = joined_word(token)
    if token.tag_ in ("NNS", "NNPS"):
        return None
    if lower in _ADJECTIVAL and token.i > 0 and token.nbor(-1).lower_ in ("the", "said"):
        return lower if after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ") else None
    for candidate in (word, lower):
        if candidate in kin_terms() or candidate in person_nouns() or _is_countryman(token):
            break
    else:
        is_age = word.endswith("-year-old") and (after is None or after.pos_ not in ("NOUN", "PROPN"))
        return "old" if is_age else None
    if token.pos_ not in ("NOUN", "PROPN") and not _is_nominal(token) and candidate not in demonyms():
        return None
    if entities.label_of(token) not in (None, "people", "organisation") or _inside_name(token, entities):
        return None
    return candidate


def _is_countryman(token: Token) -> bool:
    """Whether a word for a people means one of them: *a Florentine*, *the Swede*; not *the Japanese*."""
    if token.lower_ not in demonyms() or token.i == 0 or token.tag_ not in ("NN", "NNP", "JJ"):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text in ("-", "'s")):
        return False
    article = next(
        (t.lower_ for t in reversed(token.doc[max(0, token.i - 3) : token.i]) if t.pos_ == "DET"), ""
    )
    is_plural = token.lower_.endswith(("ese", "sh", "ch", "ss", "s"))
    return article in ("a", "an", "one", "another") or (article in ("the", "this") and not is_plural)


def _is_nominal(token: Token) -> bool:
    """Whether a word that is tagged as something else stands where a noun stands: ``the accused said``."""
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "appos", "pobj") and token.pos_ in (
        "ADJ",
        "X",
        "VERB",
        "ADV",
    )


def _inside_name(token: Token, entities: Entities) -> bool:
    """Whether the noun is a capitalised part of another thing's name: *Order of the Patriot*."""
    span = entities.span_at(token)
    return span is not None and len(span) > 1 and token.text[0].isupper()


def _description(
    token: Token, noun: str, entities: Entities, sentences: dict[int, int]
) -> Description | None:
    doc = token.doc
    name_after = _name_after(token, entities)
    if (
        token.dep_ in ("compound", "amod", "nmod")
        and name_after is None
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        return None  # a tailor shop
    start = _left_edge(token)
    words = doc[start : token.i + 1]
    determiner, owner = _determiner(words, token)
    if determiner == "bare" and name_after is None and not _bare_is_meant(token, noun):
        return None
    mark = Mark(words, token, MentionForm.NOMINAL, offset_of(token), sentences[offset_of(token)])
    found = Description(mark, noun, kin_terms().get(noun), determiner, owner, name_after=name_after)
    if name_after is None:
        found.subject = _subject_of_predicate(token)
        found.apposed = _apposed(token, start, entities)
        if found.owner is None:
            found.owner = _owner_after(token)
    return found


def _left_edge(token: Token) -> int:
    """Return where the noun phrase starts."""
    doc, start = token.doc, token.i
    while start > 0:
        before = doc[start - 1]
        if (
            before.lower_ in _ARTICLES
            or before.lower_ in _POSSESSIVES
            or before.lower_ in ("a", "an", "one", "another")
        ):
            return start - 1
        if before.text in ("'s", "'") and start > 1:
            return _owner_edge(doc, start - 1)
        if before.text == "-" and not before.whitespace_ and start > 1 and not doc[start - 2].whitespace_:
            start -= 2
            continue
        is_modifier = before.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or before.tag_ in (
            "VBN",
            "VBG",
            "RP",
        )
        if not is_modifier or (before.is_sent_start and before.pos_ == "ADV"):
            return start
        is_outside = before.head.i > token.i or before.dep_ not in _LEFT_DEPS | {"prt"}
        if is_outside and before.lower_ not in kin_qualifiers():
            return start
        start -= 1
    return start


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
        doc[at - 1].lower_ in _ARTICLES
        or doc[at - 1].lower_ in _POSSESSIVES
        or doc[at - 1].lower_ in ("a", "an")
    ):
        at -= 1
    return at


def _determiner(words: TokenSpan, token: Token) -> tuple[str, Token | None]:
    first = words[0]
    if first.lower_ in _POSSESSIVES and first.i != token.i:
        return "possessive", first
    for word in words:
        if word.text in ("'s", "'") and word.i > words.start and word.i < token.i:
            return "possessive", word.nbor(-1)
    if first.lower_ in _ARTICLES:
        return "definite", None
    if first.lower_ in _INDEFINITE:
        return "indefinite", None
    return "bare", None


def _bare_is_meant(token: Token, noun: str) -> bool:
    """Whether a noun without article means somebody: *Father was a tailor*, an apposition, a predicate."""
    if token.dep_ == "appos" or _subject_of_predicate(token) is not None:
        return True
    if noun in kin_terms():
        return (
            token.i == 0
            or token.is_sent_start
            or token.text[0].isupper()
            or token.nbor(-1).text in (",", ";", "(", ".")
        )
    return (
        token.text[0].isupper() and not token.is_sent_start and token.dep_ in ("nsubj", "nsubjpass", "dobj")
    )


def _name_after(token: Token, entities: Entities) -> TokenSpan | None:
    """Return the name that follows the noun at once: ``the tailor Samuil``."""
    if token.i + 1 >= len(token.doc):
        return None
    after = token.nbor(1)
    if after.lower_ in around_names("naming_words") and token.i + 2 < len(token.doc):
        after = token.nbor(2)
    if entities.label_of(after) != "person":
        return None
    span = entities.span_at(after)
    return span if span is not None and span.start == after.i else None


def _apposed(token: Token, start: int, entities: Entities) -> Token | None:
    """Return the name beside which the phrase stands, with a comma between, on either side."""
    doc = token.doc
    named = _name_past_comma(token, entities)
    if named is not None:
        span = entities.span_at(named)
        closed = (
            span is None
            or span.end >= len(doc)
            or doc[span.end].text in (",", ".", ";", ")", ":", "(", "-", "—", "–", "'s")
        )
        has_determiner = (
            doc[token.i + 1].text == ":"
            or doc[start].lower_ in _ARTICLES | _POSSESSIVES | {"a", "an"}
            or start < token.i
        )
        if (
            span is not None
            and closed
            and has_determiner
            and token.dep_ not in ("conj",)
            and not _starts_list(span)
        ):
            return span.root
    if start >= 2 and doc[start - 1].text in (",", "(") and entities.label_of(doc[start - 2]) == "person":
        span = entities.span_at(doc[start - 2])
        if span is not None and (
            token.dep_ in ("appos", "attr", "amod", "ROOT", "conj", "dep", "npadvmod") or token.head in span
        ):
            return span.root if not _starts_list(doc[start : token.i + 1]) else None
    if token.dep_ == "appos" and entities.label_of(token.head) == "person":
        return token.head
    return _named_by_copula(token, entities)


def _name_past_comma(token: Token, entities: Entities) -> Token | None:
    """Return the name after the comma, words for its bearer between: ``the husband, painter Gustav Lind``."""
    doc, at = token.doc, token.i + 2
    if at >= len(doc) or doc[token.i + 1].text not in (",", ":"):
        return None
    limit = min(at + 4, len(doc))
    while at < limit and entities.label_of(doc[at]) != "person":
        word = doc[at]
        if not (
            word.lower_ in ("a", "an", "the")
            or word.pos_ == "ADJ"
            or word.lower_ in person_nouns()
            or word.lower_ in demonyms()
        ):
            return None
        at += 1
    return doc[at] if at < limit else None


def _named_by_copula(token: Token, entities: Entities) -> Token | None:
    """*His first wife was Ann Lee*: the name that the noun is said to be."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < token.i:
        return None
    named = next((t for t in verb.rights if t.dep_ == "attr" and entities.label_of(t) == "person"), None)
    span = entities.span_at(named) if named is not None else None
    return named if span is not None and not _starts_list(span) else None


def _starts_list(span: TokenSpan) -> bool:
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


def _subject_of_predicate(token: Token) -> Token | None:
    """Return the subject of which the noun is the predicate: ``he was a tailor``, ``made a bishop``."""
    verb = token.head
    if token.dep_ == "attr" and verb.lemma_ in _COPULAS:
        return next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    if token.dep_ == "pobj" and verb.lower_ in ("as", "into"):
        return _clause_subject(verb, at_left=verb.lower_ == "into")
    if token.dep_ == "oprd":
        passive = next((t for t in verb.lefts if t.dep_ == "nsubjpass"), None)
        return passive or next((t for t in verb.rights if t.dep_ == "dobj" and t.i < token.i), None)
    return None


def _clause_subject(preposition: Token, *, at_left: bool) -> Token | None:
    """Return of whom *as a sailor*, *turned into a witness* is said."""
    verb = preposition.head
    if verb.pos_ not in ("VERB", "AUX") or (
        at_left and verb.lemma_ not in ("turn", "change", "grow", "develop")
    ):
        return None
    done_to = next((t for t in verb.rights if t.dep_ == "dobj" and t.i < preposition.i), None)
    for _ in range(3):
        subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
        if done_to is not None or subject is not None:
            return done_to if done_to is not None else subject
        verb = verb.head
    return None


def _owner_after(token: Token) -> Token | None:
    """Return the possessor in an of-phrase: ``widow of Aldred``, ``son of the late king``."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "to") and child.i <= token.i + 2:
            return next((t for t in child.rights if t.dep_ == "pobj"), None)
    return None


def wide_words(found: Description) -> TokenSpan:
    """Return the phrase as annotators take it: with a short of- or from-phrase, and the name that follows."""
    words, doc = found.mark.words, found.mark.words.doc
    if found.name_after is not None:
        return doc[words.start : found.name_after.end]
    for child in found.mark.head.rights:
        if (
            child.dep_ == "prep"
            and child.i == found.mark.head.i + 1
            and child.lower_ in ("of", "from", "with", "in", "at", "to")
        ):
            right = child.right_edge.i + 1
            if right - words.start <= 9 and not any(
                t.text in (",", ";", "(") or t.pos_ == "VERB" for t in doc[child.i : right]
            ):
                return doc[words.start : right]
    return words
