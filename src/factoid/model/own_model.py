"""Which language model of the user's own is to be asked, and within which bounds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnModel:
    """A language model of the user's own, and the bounds within which it is asked."""

    url: str  #: of an OpenAI-compatible endpoint: ``http://localhost:11434/v1``
    name: str  #: as the endpoint calls it
    answers: Path  #: a folder in which raw answers are kept
    most_calls: int = 1_000  #: in one run; with 0 only kept answers are used
