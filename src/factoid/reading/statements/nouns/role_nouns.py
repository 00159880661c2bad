"""Which nouns tell of a role, and of what kind: an office, a trade, a rank; and where they tell of a thing instead."""

from __future__ import annotations

import re

from factoid.model import MentionForm
from factoid.names import is_given_name, title_of
from factoid.reading.lexicons import around_names, demonyms, gazetteer
from factoid.reading.orders import order_named
from factoid.reading.parse import Token, TokenSpan, sentence_of
from factoid.reading.people.phrases import is_acted, is_paper
from factoid.reading.statements.clauses.phrases import heads_of_prepositions
from factoid.reading.statements.lexicon import not_occupations, role_endings, role_words, word_list
from factoid.reading.statements.nouns.titles_borne import first_of_abbreviated, is_but_a_name
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_TRADE_ENDINGS = (
    "er", "or", "ist", "ian", "smith", "wright", "monger", "logist", "grapher",
    "eur", "keeper", "maker", "man", "woman",
)  # fmt: skip
_TRADE_CLASSES = frozenset(
    f"{name}.0"
    for name in (
        "worker",
        "professional",
        "expert",
        "creator",
        "entertainer",
        "employee",
        "scholar",
        "artist",
    )
)


def is_no_role(token: Token, passage: Passage) -> bool:
    """Whether a noun for a role tells of none here: a saint's order, *his chief work*, *disguised as a monk*."""
    return (
        order_named(token) is not None
        or _is_before_thing(token, passage)
        or is_acted(token)
        or token.text.rstrip(".") in ("Sr", "Snr", "Jr", "Jnr")  # Karl Lind Sr: no S.R.
        or is_surname(token, passage)
        or is_but_a_name(token, passage)
        or _is_within_name(token, passage)
        or _opens_longer_role(token)
        or _is_of_family(token)
    )


def _is_of_family(token: Token) -> bool:
    """Whether it is kin, of no body: *a family member of a traitor*."""
    return token.lemma_.lower() == "member" and any(
        c.lower_ in ("family", "household") and c.i == token.i - 1 for c in token.children
    )


def _opens_longer_role(token: Token) -> bool:
    """Whether the word is the first of a role told by two: *General Secretary* is no general."""
    doc, after = token.doc, token.i + 1
    after += after < len(doc) and doc[after].text == "."  # *Lt. Col.*
    if after >= len(doc) or doc[after].pos_ not in ("NOUN", "PROPN"):
        return False
    kind, start = role_kind(doc[after])
    return kind is not None and start <= token.i


def _is_within_name(token: Token, passage: Passage) -> bool:
    """Whether the word stands in a name, between a given name and the surname: *Nat King Cole*."""
    mention = passage.people.mention_at(token)
    if mention is None or mention.form is not MentionForm.NAME:
        return False
    words = passage.segment.words(mention.span)
    if words is None or not words[0].i < token.i < words[-1].i or token.nbor().text[:1].islower():
        return False
    before = token.nbor(-1).text
    return token.text in word_list("also_names") and is_given_name(before) and title_of(before) is None


def is_surname(token: Token, passage: Passage) -> bool:
    """Whether the word ends a name as its surname: *Martin King*, *Ann Cooper*; but *Hikmet Pasha* bears a title."""
    mention = passage.people.mention_at(token)
    if (
        mention is None
        or mention.form is not MentionForm.NAME
        or token.lower_ in around_names("titles_behind")
    ):
        return False
    words = passage.segment.words(mention.span)
    if words is None or len(words) < 2 or words[-1].i != token.i or not token.text[:1].isupper():
        return False
    before = token.nbor(-1).text
    if len(words) >= _SURELY and title_of(words[0].text) is None:
        return True  # *Gildo Pallanca Pastor*
    return (is_given_name(before) and title_of(before) is None) or _INITIAL.fullmatch(before) is not None


_SURELY = 3  #: words of a name of which the last is a surname, whatever it means
_INITIAL = re.compile(r"[A-Z]\.")


def _is_before_thing(token: Token, passage: Passage) -> bool:
    """Whether the noun only tells of what kind a thing is: *his chief work*, *her mate's ticket*."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    if after.lower_ == "'s":
        return is_paper(token.head, token) and token.dep_ == "poss"
    return after.pos_ == "NOUN" and after.lower_ in word_list("things") and passage.person(after) is None


def role_kind(token: Token) -> tuple[str | None, int]:
    """Return the kind of a role noun and where its phrase starts: the longest listed one."""
    words, ends = role_words(), role_endings()
    doc = token.doc
    at, lower, lemma = token.i, token.lower_, token.lemma_.lower()
    if at + 2 < len(doc) and doc[at + 1].text == "-" and doc[at : at + 3].text.lower() in words:
        return None, at  # *governor-general*: the last part stands for the whole
    may_end_phrase = lower in ends or lemma in ends
    first = sentence_of(token).start if may_end_phrase else at
    for back in range(min(3, at - first), 0, -1):
        text = doc[at - back : at].text.lower() + " " + lemma
        if text in words:
            return words[text], at - back
        text = doc[at - back : at + 1].text.lower()
        if text in words:
            return words[text], at - back
    kind = words.get(lower) or words.get(lemma) or words.get(lower.rstrip("."))
    return kind, first_of_abbreviated(token) if kind == "rank" else at


def trade_by_class(token: Token) -> str | None:
    """Return trade for a noun that by its class or its ending means somebody at work."""
    lemma = token.lemma_.lower()
    if (
        token.pos_ != "NOUN"
        or len(lemma) < 5
        or token.tag_ != "NN"
        or token.ent_type_
        or lemma in not_occupations()
    ):
        return None
    if not _TRADE_CLASSES.isdisjoint(noun_classes(lemma)):
        return "trade"
    if not lemma.endswith(_TRADE_ENDINGS) or (
        lemma.endswith(("woman", "man")) and lemma in ("woman", "gentleman", "human")
    ):
        return None
    return "trade"


def party_of_politician(token: Token, passage: Passage) -> Token | None:
    """Return the party that a politician is told with: *a Liberal Party politician*, *a Fine Gael politician*."""
    if token.lemma_ != "politician":
        return None
    before = (c for c in token.lefts if c.dep_ in ("compound", "nmod"))
    stands_for = (o for c in token.rights if c.lemma_ == "represent" for o in c.children if o.dep_ == "dobj")
    nouns = (*before, *heads_of_prepositions(token, "of", "for", "with", "from"), *stands_for)
    party = next((n for n in nouns if n.lemma_.lower() == "party"), None)
    if party is not None:
        return party
    name = name_before(token)
    return name[-1] if len(name) and _may_name_party(name, passage) else None


def name_before(noun: Token) -> TokenSpan:
    """Return the words of the name right before a noun, without the people before it: *a former Irish Fine Gael TD*."""
    first = noun.i
    while first > sentence_of(noun).start and _is_word_of_name(noun.doc[first - 1]):
        first -= 1
    return noun.doc[first : noun.i]


def _is_word_of_name(word: Token) -> bool:
    is_within = word.pos_ == "PROPN" and word.dep_ in ("compound", "nmod", "amod")
    return is_within and word.text[:1].isupper() and word.lower_ not in demonyms()


def _may_name_party(name: TokenSpan, passage: Passage) -> bool:
    """Whether a name right before *politician* may be a party's: no land, no town, no person's."""
    last = name[-1]
    return (
        last.dep_ in ("compound", "nmod")
        and last.ent_type_ not in ("GPE", "LOC", "DATE")
        and passage.entities.label_of(last) != "place"
        and passage.person(last) is None
        and gazetteer().isdisjoint((last.text, name.text))
    )
