"""Rows of kin with husband or wife in brackets, of notices of deaths: *mother of Ida (Karl) and Max (Ann)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import MentionForm, Span
from factoid.reading.parse import Token, sentence_of
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.pairs import as_of_sex, pair
from factoid.reading.statements.lexicon import kin_roles
from factoid.reading.statements.passage import Passage

_BEFORE_BRACKET = re.compile(r"[^\W\d_a-z][\w'\u2019-]+\s\($")
_NAME = re.compile(r"(?:.*\s)?[^\W\d_a-z]\S*(?<!['\u2019]s)")  # not *(Karl Low's daughter)*
_LIKELIHOOD = 0.6  #: a bracket may hold whom the one is known as, too
_LONGEST = 60  #: characters of a name before its bracket
_BASIS = "the bracket behind a name in a row of kin"


def is_bracketed(where: Span | None, content: str) -> bool:
    """Whether a name stands alone in brackets behind another, and so is not of the row itself: *Ida (Karl Low)*."""
    return (
        where is not None
        and content[where.end : where.end + 1] == ")"
        and _NAME.fullmatch(where.of(content)) is not None
        and _BEFORE_BRACKET.search(content, max(0, where.start - _LONGEST), where.start) is not None
    )


def read_bracketed(passage: Passage) -> Iterator[Draft]:
    """Yield the marriages of those in a row of kin behind whose names their husbands or wives stand in brackets."""
    for token in passage.segment.doc:
        if token.text != "(" or token.i == 0:
            continue
        before = passage.people.mention_at(token.nbor(-1))
        inner = token.i + 1 < len(token.doc) and passage.people.mention_at(token.nbor())
        if not before or not inner or not is_bracketed(inner.span, passage.content) or not _is_of_row(token):
            continue
        one, other = passage.person(token.nbor(-1)), passage.person(token.nbor())
        names = (MentionForm.NAME, MentionForm.NAME)
        if not one or not other or one == other or (before.form, inner.form) != names:
            continue
        mine, theirs = passage.gender(one), passage.gender(other)
        told = Draft(
            person="",
            type="kinship",
            rule="kinship.bracketed",
            quote=Span(before.span.start, inner.span.end + 1),
            anchor=token,
            undated=True,
            own_date=True,
            likelihood=_LIKELIHOOD,
        )
        roles = (
            Inferred(as_of_sex("wife", theirs, mine), _BASIS),
            Inferred(as_of_sex("wife", mine, theirs), _BASIS),
        )
        yield from pair((one, before.span), (other, inner.span), roles, told)


def named_past_brackets(noun: Token, passage: Passage) -> list[tuple[str, Span]]:
    """Return whom the row behind a noun for kin names past its first bracket: *sons Karl (Ann), Max and Otto*.

    Behind a colon or a form of *be* everybody: *their children were Ida (born 1901), Karl and Otto*.
    """
    doc, first = noun.doc, noun.i + 1
    is_past = first + 1 < len(doc) and (doc[first].text == ":" or doc[first].lemma_ == "be")
    is_past = is_past and doc[first + 1].pos_ == "PROPN"
    found, is_within = [], False
    for word in doc[first + is_past : sentence_of(noun).end]:
        if word.text in ("(", ")"):
            is_within, is_past = word.text == "(", True
        elif is_within:
            continue
        elif (
            word.tag_ in ("VBD", "VBZ", "VBP")
            or word.text in (";", ":")
            or word.lemma_.lower() in kin_roles()
        ):
            break
        elif is_past and word.pos_ == "PROPN" and word.nbor(-1).lower_ in _JOINING:
            person = passage.person(word)
            found += [(person, passage.mention(word))] if person is not None else []
    return found


_JOINING = frozenset((",", "and", "&", "late", ":", "were", "are"))


def _is_of_row(bracket: Token) -> bool:
    """Whether a noun for kin opens what the bracket stands in, and no verb is between: *sons Karl (Ann)*."""
    for word in reversed(bracket.doc[sentence_of(bracket).start : bracket.i]):
        if word.lower_ in kin_roles() or word.lemma_.lower() in kin_roles():
            return True
        if word.tag_ in ("VBD", "VBZ", "VBP"):
            return False
    return False
