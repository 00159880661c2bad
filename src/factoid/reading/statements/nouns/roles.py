"""Statements that a noun makes: offices, ranks, occupations, membership.

One role noun, wherever it stands: before a name, beside it, predicated of somebody, after *as*, or as the
description that means somebody.
"""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.parse import Token
from factoid.reading.runs import is_start
from factoid.reading.statements.clauses.phrases import (
    heads_of_prepositions,
)
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import (
    ties,
)
from factoid.reading.statements.nouns.bearers import RISING, bearers
from factoid.reading.statements.nouns.nations import nation_of
from factoid.reading.statements.nouns.role_fields import Borne, role_fields
from factoid.reading.statements.nouns.role_nouns import is_no_role, role_kind, trade_by_class
from factoid.reading.statements.nouns.titles_borne import is_civil_officer
from factoid.reading.statements.passage import Passage

# what a noun listed as one kind may be instead: which of them is weighed where it stands
_OTHERWISE = {
    "office": ("occupation",),
    "occupation": ("office",),
    "rank": ("occupation", "office"),
    "trade": ("office",),
}


#: what somebody is who lives or has studied somewhere
_NO_POSTS = frozenset(("resident", "residents", "graduate", "graduates", "alumnus", "alumna", "alumni"))


def read_roles(passage: Passage) -> Iterator[Draft]:
    """Yield what role nouns say of persons."""
    for token in passage.segment.doc:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X") or passage.dates.is_time(token):
            continue
        if nation_of(token) is not None or token.text in _NO_POSTS:
            continue
        if is_no_role(token, passage):
            continue
        kind, start = role_kind(token)
        if kind is None:
            kind = trade_by_class(token)
        if kind in (None, "kin", "tie"):
            continue
        kind = "office" if kind == "rank" and is_civil_officer(token) else kind
        is_rank = _is_called_rank(token)
        kind = "rank" if is_rank else kind
        for borne in bearers(token, passage, start=start):
            is_rank = is_rank or _is_rank_risen_to(token, kind, borne)
            kind = "rank" if is_rank else kind
            yield from _of_role(token, kind, start, borne, passage)
            for other in _OTHERWISE.get(kind, ()) if not is_rank else ():
                yield from _of_role(token, other, start, borne, passage)


def _is_called_rank(token: Token) -> bool:
    """Whether the words say themselves that a rank was given: *was given, rose to, the rank of brigade commander*."""
    if token.dep_ != "pobj" or token.head.lower_ != "of" or token.head.head.lower_ != "rank":
        return False
    rank = token.head.head
    return rank.dep_ == "dobj" or rank.head.lower_ == "to"


def _is_rank_risen_to(token: Token, kind: str, borne: Borne) -> bool:
    """Whether it is a rank and nothing else: *promoted to colonel*, not *promoted to commander of the fleet*."""
    return (
        (kind == "rank" or token.lemma_.lower() == "commander")
        and borne.clause is not None
        and borne.clause.lemma in RISING
        and not any(not n.like_num for n in heads_of_prepositions(token, "of", "at", "in"))
    )


def _of_role(token: Token, listed: str, start: int, borne: Borne, passage: Passage) -> Iterator[Draft]:
    kind = _kind_here(token, listed, borne, passage)
    if kind is None:
        return
    lasting = borne.how in ("title", "apposition", "mention")
    yield Draft(
        person=borne.person,
        type=kind,
        rule=f"{kind}.{borne.how}",
        quote=borne.quote,
        anchor=token,
        who=borne.where,
        slots=role_fields(token, kind, start, borne, passage),
        clause=borne.clause,
        own_date=lasting or borne.how == "note",
        undated=(lasting and kind == "occupation")
        or (borne.how in ("title", "mention") and kind == "rank")
        or (kind == "office" and lasting and _is_past(token)),
    )


_PAST = frozenset(
    ("former", "ex", "retired", "future", "late", "sometime", "onetime", "erstwhile", "then-future",
     "deposed", "dethroned", "ousted", "dismissed", "disgraced", "exiled", "abdicated", "suspended")
)  # fmt: skip


def _is_past(token: Token) -> bool:
    """Whether somebody is not it when it is told: *a former deputy*, *the future bishop*."""
    before = [token.nbor(-1)] if token.i > 0 and token.nbor(-1).dep_ in ("amod", "compound") else []
    return any(word.lower_ in _PAST for word in (*before, *token.lefts))


_BROAD = frozenset(
    ("head", "leader", "chief", "chair", "deputy", "fellow", "agent", "guard", "page", "guide")
)
_COMMANDS = frozenset(("captain", "master", "commander", "marshal", "general"))
_KIN_TITLES = frozenset(("father", "brother", "sister", "st", "saint"))


def _kind_here(token: Token, listed: str, borne: Borne, passage: Passage) -> str | None:
    """Return what the noun is where it stands: a captain of a ship holds an office; a bare *head* is none."""
    word = token.lemma_.lower()
    if listed == "trade":
        told = borne.how in ("title", "apposition", "predicate", "note") and token.dep_ != "dobj"
        return "occupation" if told else None
    if listed == "rank":
        if word in _COMMANDS and any(True for _ in heads_of_prepositions(token, "of")):
            return "office"
        return None if borne.how == "title" and word in _KIN_TITLES else listed
    if listed == "office":
        return None if word in _BROAD and not _has_domain(token, passage) else listed
    if (
        listed == "occupation"
        and word in ties()
        and passage.persons(list(heads_of_prepositions(token, "of")))
    ):
        return None  # *a correspondent of Karl Low* is no trade
    if listed == "occupation" and borne.how == "mention" and token.text[:1].isupper() and not is_start(token):
        return None  # *the Goldsmith bought a villa*: what he is called
    if listed == "event":
        return listed if borne.how in ("predicate", "note", "apposition") else None
    return listed


def _has_domain(token: Token, passage: Passage) -> bool:
    if any(True for _ in heads_of_prepositions(token, "of", "at", "for", "in")):
        return True
    return any(c.dep_ in ("compound", "amod", "nmod") for c in token.children)
