"""What shows that a line is furniture, and where it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """In which part of a text a mark of furniture counts."""

    ANYWHERE = "anywhere"
    EDGES = "edges"  #: before the first or after the last paragraph of prose
    AFTER_TITLE = "after the title"  #: at the edges, but not as the first line of a text
    FIRST_LINE = "the first line"  #: only as the first line of a text that has another title


@dataclass(frozen=True, slots=True)
class Mark:
    """What shows that a line is furniture."""

    rule: str
    where: Where
    leads: str = ""  #: ``contents`` or ``more``: what the lines after it are
    names: str = ""  #: ``title``, ``creator`` or ``published``: what the rest of the line tells of the source
    rest: str = ""  #: the line after its label
    is_interface: bool = False  #: after the last prose, only more of the page follows it
