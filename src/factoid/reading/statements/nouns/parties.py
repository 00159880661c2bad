"""Of which party a politician is: *a Liberal Party politician*, *a Likud politician*, *a politician for the Greens*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import phrase
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.nouns.bearers import bearers
from factoid.reading.statements.nouns.role_nouns import name_before, party_of_politician
from factoid.reading.statements.passage import Passage

_LIKELIHOOD = 0.75  #: the words leave no doubt


def read_politicians(passage: Passage) -> Iterator[Draft]:
    """Yield the party of each whom the passage calls a politician of one."""
    for token in passage.segment.doc:
        party = party_of_politician(token, passage)
        if party is None:
            continue
        for borne in bearers(token, passage):
            if borne.how != "mention":
                yield Draft(
                    person=borne.person,
                    type="membership",
                    rule="membership.politician",
                    quote=borne.quote,
                    anchor=token,
                    who=borne.where,
                    slots={
                        "organisation": _named(party, token),
                        "value": Inferred("member", f"the noun {token.text}"),
                    },
                    clause=borne.clause,
                    undated=True,
                    likelihood=_LIKELIHOOD,
                )


def _named(party: Token, politician: Token) -> Span:
    """Return the party's words: *the Liberal Party*, *Fine Gael* of *a Fine Gael politician*."""
    is_name = party.i == politician.i - 1 and party.lemma_.lower() != "party"
    return span_of(name_before(politician)) if is_name else phrase(party)
