"""Whose other name a name is, by all that a text may say so with."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.names import title_of
from factoid.reading.lexicons import gazetteer, kin_terms, person_nouns
from factoid.reading.other_names.beside import after_alias, after_state_of_life, beside_in_quotes, in_brackets
from factoid.reading.other_names.name_nouns import after_listed_name, after_name_of, before_such_was
from factoid.reading.other_names.naming_verbs import (
    after_as,
    after_as_they_called,
    after_born,
    after_naming,
    before_as_they_called,
    said_to_be,
)
from factoid.reading.other_names.words import words_for
from factoid.reading.parse import Token, TokenSpan


def bearers(words: TokenSpan) -> Iterator[Token]:
    """Yield the words for whom the text says that this name is another name of, the likeliest first.

    Some stand after the name: *As Anna Berg she sang*.
    """
    found = [in_brackets(words), beside_in_quotes(words)]
    yield from (token for token in found if token is not None)
    yield from those_called(words)


def those_called(words: TokenSpan) -> Iterator[Token]:
    """Yield the words for whom the text says in so many words that they are called this.

    Seven of eight runs of capitalised words of which this is said are names of persons.
    """
    found = [
        before_as_they_called(words),
        after_as_they_called(words),
        before_such_was(words),
        said_to_be(words),
    ]
    doc, start = words.doc, words.start
    before = doc[start - 1] if start else None
    if before is not None and before.text in ('"', "'") and start > 1:
        before = doc[start - 2]
    if before is not None and start > 2 and doc[start - 2].lower_ == "as" and _is_title(before):
        before = doc[start - 2]  # better known as ataman Orlyk
    if before is not None and not _is_no_alias(before, words):
        found += [
            after_alias(before),
            after_naming(before),
            after_as(before, words),
            after_name_of(before),
            after_listed_name(before),
            after_born(before, words),
            after_state_of_life(before),
        ]
    yield from (token for token in found if token is not None)


def _is_title(word: Token) -> bool:
    """Whether a small word before a name is for what its bearer was, in a name that people gave him."""
    doc, at = word.doc, word.i
    is_known = at > 1 and doc[at - 2].lower_ in ("known", "remembered", "called")
    return (
        is_known
        and word.text.islower()
        and (word.lower_ in person_nouns() or title_of(word.text) is not None)
    )


def is_disguise(words: TokenSpan) -> bool:
    """Whether the name is one to pass under, of whichever sex: *alias Otto Berg*, *enlisted as Otto Berg*."""
    doc, start = words.doc, words.start
    before = [t for t in doc[max(0, start - 6) : start] if t.text not in ('"', "'")]
    if not before:
        return False
    if before[-1].lower_ in words_for("disguises"):
        return True
    is_as = len(before) > 1 and before[-1].lower_ == "as"
    phrase = " ".join(t.lower_ for t in before).removesuffix(" of")
    is_taken = phrase.endswith("the name") and any(t.lemma_ in ("take", "assume", "adopt") for t in before)
    is_under = phrase.endswith("under the name")
    return is_taken or is_under or (is_as and before[-2].lemma_ in words_for("disguising_verbs"))


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
