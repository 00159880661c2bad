"""Tables of households, as censuses have them: *Name | Relation | Age | Where born*, the head before the others.

An age tells a birth, counted back from the year told above the table; a relation what somebody is to the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.dates import when_of_edtf
from factoid.reading.parse import span_of
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.pairs import pair, role_in_return
from factoid.reading.statements.lexicon import kin_roles
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.tables import Cell

_LIKELIHOOD = 0.85
_ABOVE = 300  #: characters between the year of a table and its first row
_OLDEST = 110
_AGE = re.compile(r"(\d{1,3})(?:\s?(?:y|yrs?|years?)\.?)?")
_BASIS = "the relation to the head of the household"


def read_household(cell: Cell, passage: Passage) -> Iterator[Draft]:
    """Yield the birth that an age tells, or the kinship that a relation to the head does; nothing of other cells."""
    if cell.label is None or passage.main is None:
        return
    if cell.label.type == "age":
        date = birth_by_age(cell, passage)
        if date is not None:
            yield _birth(cell, date, passage)
    elif cell.label.type == "relation":
        yield from _relation(cell, passage)


def birth_by_age(cell: Cell, passage: Passage) -> Dated | None:
    """Return when somebody was born whom the table gives an age, by the year told right above it."""
    age = _AGE.fullmatch(cell.age.of(passage.content).strip()) if cell.age is not None else None
    told = passage.dates.story.told_before(cell.top)
    if age is None or told is None or told.when is None or cell.top - told.end > _ABOVE:
        return None
    year = told.when.edtf[:4]
    if not year.isdigit() or int(age[1]) > _OLDEST:
        return None
    basis = f"age {age[1]} in {year}"
    return Dated(when_of_edtf(f"{int(year) - int(age[1]):04}~", basis=basis), None, basis)


def _birth(cell: Cell, date: Dated, passage: Passage) -> Draft:
    return Draft(
        person=passage.main or "",
        type="birth",
        rule="birth.label",
        quote=cell.words,
        anchor=passage.segment.doc[0],
        dated=date,
        undated=True,
        likelihood=_LIKELIHOOD,
    )


def _relation(cell: Cell, passage: Passage) -> Iterator[Draft]:
    """Yield what somebody is to the head, from both sides: *Wife*, *Dau.*, *Mother in law*; not *Servant*."""
    head = passage.head
    word = "-".join(cell.words.of(passage.content).lower().strip(" .").split())
    term = {"dau": "daughter", "daur": "daughter"}.get(word, word)
    role = kin_roles().get(term) or kin_roles().get(term.rpartition("-")[2])
    if head is None or head == passage.main or role is None:
        return
    role = role if term in kin_roles() or "-" not in term else "other"
    back = role_in_return(role, passage.gender(head)) if role != "other" else "other"
    told = Draft(
        person="",
        type="kinship",
        rule="kinship.label",
        quote=span_of(passage.segment.doc[:]),
        anchor=passage.segment.doc[0],
        undated=True,
        own_date=True,
        likelihood=_LIKELIHOOD,
    )
    roles = (Inferred(role, _BASIS), Inferred(back, _BASIS))
    yield from pair((head, None), (passage.main or "", None), roles, told)
