"""Of which school somebody is a graduate: *a graduate of Lund University*, *an alumna of Girton*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.statements.clauses.phrases import heads_of_prepositions, is_organisation, name_span
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.nouns.bearers import bearers
from factoid.reading.statements.passage import Passage

_GRADUATES = frozenset(("graduate", "alumnus", "alumna"))
_LIKELIHOOD = 0.75  #: the words leave no doubt


def read_graduates(passage: Passage) -> Iterator[Draft]:
    """Yield the school of each whom the passage calls a graduate of one."""
    for token in passage.segment.doc:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in _GRADUATES:
            continue
        told = heads_of_prepositions(token, "of", "from")
        school = next((h for h in told if is_organisation(h, passage.entities)), None)
        if school is None:
            continue
        for borne in bearers(token, passage):
            yield Draft(
                person=borne.person,
                type="education",
                rule="education.graduate",
                quote=borne.quote,
                anchor=token,
                who=borne.where,
                slots={"organisation": name_span(school, passage.entities)},
                clause=borne.clause,
                undated=True,
                likelihood=_LIKELIHOOD,
            )
