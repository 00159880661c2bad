"""Whether two drafts say the same: a noun and its clause, a stone and a sentence, two families of rules."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.parse import span_of
from factoid.reading.statements.drafts import Draft


def is_life_told_apart(draft: Draft, other: Draft) -> bool:
    """Whether a clause tells again, and more, what a life in brackets has told: *Ann (1850-1906) was born on 3 May*."""
    return other.rule.endswith(".bracket") and not other.quote.overlaps(span_of(draft.anchor))


ROLES = frozenset(("office", "occupation", "rank"))


def is_reading_of(draft: Draft, other: Draft) -> bool:
    """Whether two families of rules read the same words as the same statement."""
    if draft.person != other.person or draft.related != other.related:
        return False
    if draft.anchor.i == other.anchor.i and {draft.type, other.type} <= ROLES:
        return not _are_bodies_in_turn(draft, other)
    if draft.type != other.type or _is_of_another_body(draft, other) or _are_posts_joined(draft, other):
        return False
    ours, theirs = _core(draft), _core(other)
    return any(a.overlaps(b) for a in ours for b in theirs) and draft.quote.overlaps(other.quote)


def _are_posts_joined(draft: Draft, other: Draft) -> bool:
    """Whether two nouns joined tell two posts in the same body: *founder and president of the Bank*."""
    one, two = sorted((draft.anchor, other.anchor), key=lambda t: t.i)
    between = one.doc[one.i + 1 : two.i]
    nouns = one.pos_ in ("NOUN", "PROPN") and two.pos_ in ("NOUN", "PROPN")
    is_listed = any(t.dep_ == "cc" or t.text in (",", "&") for t in between)
    is_post = draft.type in ("office", "association") and nouns and one.i != two.i
    return is_post and is_listed and len(between) <= _BETWEEN_POSTS


_BETWEEN_POSTS = 6  #: words


def _is_of_another_body(draft: Draft, other: Draft) -> bool:
    """Whether the same rule reads them of two things listed: *professor at Oxford and Graz*."""
    pairs = ((draft.slots.get(slot), other.slots.get(slot)) for slot in ("organisation", "place"))
    return draft.rule == other.rule and any(
        isinstance(a, Span) and isinstance(b, Span) and not a.overlaps(b) for a, b in pairs
    )


def _are_bodies_in_turn(draft: Draft, other: Draft) -> bool:
    """Whether each body has a preposition of its own: *professor at Oxford and then at Graz*, not *at Ely and Co.*."""
    ours, theirs = draft.slots.get("organisation"), other.slots.get("organisation")
    if draft.rule != other.rule or not isinstance(ours, Span) or not isinstance(theirs, Span):
        return False
    at = {span_of(t).start: t.i for t in draft.anchor.doc}.get(max(ours.start, theirs.start))
    if at is None or ours.overlaps(theirs):
        return False
    before = draft.anchor.doc[max(at - 2, 0) : at]
    return any(t.lower_ == "at" for t in before) and all(t.lower_ in ("at", "the") for t in before[-1:])


def _core(draft: Draft) -> list[Span]:
    return [words for words in draft.slots.values() if isinstance(words, Span)] or [draft.quote]


def is_the_same_role(draft: Draft, other: Draft) -> bool:
    """Whether a noun of the clause was read as a role already: *was an educator*, a trade and no office."""
    if draft.person != other.person:
        return False
    is_elected = draft.type == "office" and other.type == "membership" and other.anchor.head is draft.anchor
    if is_elected and "role" not in draft.slots:
        return True  # *was elected F.R.S.*
    if draft.type == "office" and other.rule == "membership.predicate":
        post = draft.slots.get("role")  # *was elected a corresponding member of the society*
        return isinstance(post, Span) and post.overlaps(span_of(other.anchor))
    if not {draft.type, other.type} <= ROLES:
        return False
    role = draft.slots.get("role", draft.slots.get("value"))
    if not isinstance(role, Span):  # *was promoted*, to a rank that its noun tells
        return other.clause is not None and other.clause.verb.i == draft.anchor.i
    return draft.type != other.type and role.overlaps(span_of(other.anchor))


def says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether a noun has told already what the clause tells, in words that overlap."""
    return (
        draft.type == other.type
        and draft.person == other.person
        and draft.quote.overlaps(other.quote)
        and (other.likelihood is None or other.quote == draft.quote or other.rule.endswith(".line"))
    )


def is_told_on_stone(draft: Draft, other: Draft) -> bool:
    """Whether a clause gives another what a stone tells of the dead: *Here lies Ida Low, relict of Karl, who died*."""
    is_of_stone = other.rule.endswith(".inscription") and other.type == draft.type
    return is_of_stone and other.quote.overlaps(span_of(draft.anchor))
