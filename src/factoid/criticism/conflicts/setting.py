"""What is known beside the sources' words, when their conflicts are looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factoid.model import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known beside the sources' words."""

    judgements: Sequence[Judgement] = ()
    witness_group: Callable[[str], str] = str  #: short name of a source -> the witness that it is
    with_agreeing: bool = False  #: also where sources only seem to disagree
