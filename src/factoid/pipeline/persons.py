"""Who is who in a library, worked out anew where it must be, with what was weighed before."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.identity import VERSION, Memory, link_personas, slow_because
from factoid.model import Judgement, PersonaInSource, PersonLink
from factoid.pipeline.progress import NobodyWatches, Watcher
from factoid.store import Library

_PAIRS = "pairs"
_WORTH_KEEPING = 1000  #: personas; fewer are weighed again sooner than what is kept is read


class Linker:
    """Links the personas of a library, and keeps what was weighed for the commands that follow."""

    def __init__(self, library: Library, watch: Watcher | None = None) -> None:
        self._library = library
        self._watch = watch or NobodyWatches()
        self._memory: Memory | None = None
        self._is_worth_keeping = False

    def refresh(self, *, for_verdicts: bool = True) -> None:
        """Work out the persons anew, if evidence, judgements or the linking itself changed since.

        Not ``for_verdicts``: not where all that changed is that statements were accepted or rejected.
        """
        self._library.refresh_persons(self._link, version=VERSION, for_verdicts=for_verdicts)
        if self._memory and self._memory.has_learnt and self._is_worth_keeping:
            self._library.keep_workings({_PAIRS: (VERSION, self._memory.kept())})
            self._memory.has_learnt = False

    def _link(self, personas: Sequence[PersonaInSource], judgements: Sequence[Judgement]) -> list[PersonLink]:
        if note := slow_because(len(personas)):
            self._watch.remark(note)
        self._is_worth_keeping = len(personas) >= _WORTH_KEEPING
        if self._memory is None:
            self._memory = Memory(self._library.working(_PAIRS, VERSION) or b"")
        return link_personas(personas, judgements, self._memory)
