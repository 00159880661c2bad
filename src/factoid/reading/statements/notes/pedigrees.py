"""What the lines of pedigrees tell by their numbers and dots: whose child, whose husband or wife each is."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.pairs import as_of_sex, pair
from factoid.reading.statements.notes.pedigree_lines import PedigreeTie
from factoid.reading.statements.passage import Passage

_LIKELIHOOD = 0.85
_BASIS = "its place in the pedigree"


def read_pedigrees(passage: Passage) -> Iterator[Draft]:
    """Yield from both sides the parents and the spouse of whom a line of a pedigree names."""
    for tie in passage.pedigree:
        words = passage.segment.words(tie.where)
        if words is None:
            continue
        role, back = _roles(tie, passage)
        told = Draft(
            person="",
            type="kinship",
            rule="kinship.pedigree",
            quote=Span(passage.segment.doc.starts[0], tie.where.end),
            anchor=words[0],
            undated=True,
            own_date=True,
            likelihood=_LIKELIHOOD,
        )
        roles = (Inferred(role, _BASIS), Inferred(back, _BASIS))
        yield from pair((tie.person, tie.where), (tie.other, None), roles, told)


def _roles(tie: PedigreeTie, passage: Passage) -> tuple[str, str]:
    """Return what the other is to the person, and the person to the other, by their sexes or the number."""
    mine, theirs = passage.gender(tie.person), passage.gender(tie.other)
    if tie.role == "spouse":
        return as_of_sex("wife", theirs, mine), as_of_sex("wife", mine, theirs)
    if tie.number > 1:
        mine = "f" if tie.number % 2 else "m"
    return as_of_sex(tie.role, theirs), as_of_sex("child", mine)
