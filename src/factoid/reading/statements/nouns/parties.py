"""Of which party a politician is: *a Liberal Party politician*, *a politician for the Liberal Party*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.statements.clauses.phrases import phrase
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.nouns.bearers import bearers
from factoid.reading.statements.nouns.role_nouns import party_of_politician
from factoid.reading.statements.passage import Passage

_LIKELIHOOD = 0.75  #: the words leave no doubt


def read_politicians(passage: Passage) -> Iterator[Draft]:
    """Yield the party of each whom the passage calls a politician of one."""
    for token in passage.segment.doc:
        party = party_of_politician(token)
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
                        "organisation": phrase(party),
                        "value": Inferred("member", f"the noun {token.text}"),
                    },
                    clause=borne.clause,
                    undated=True,
                    likelihood=_LIKELIHOOD,
                )
