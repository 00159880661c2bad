"""Who is who in a library, worked out anew where it must be, with what was weighed before."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.identity import VERSION, Memory, linked, slow_because
from factoid.identity.link import Linking
from factoid.model import Judgement, PersonaInSource, PersonLink
from factoid.pipeline.doubts import keep_doubts
from factoid.pipeline.progress import NobodyWatches, Watcher
from factoid.store import Library

_PAIRS = "pairs"
_WORTH_KEEPING = 1000  #: personas; fewer are weighed again sooner than what is kept is read


class Linker:
    """Links the personas of a library, and keeps what was weighed and what is doubted for those that follow."""

    def __init__(self, library: Library, watch: Watcher | None = None) -> None:
        self._library = library
        self._watch = watch or NobodyWatches()
        self._memory: Memory | None = None
        self._is_worth_keeping = False
        self._done: tuple[str, Linking] | None = None  #: the state that was linked last

    def refresh(self, *, for_verdicts: bool = True) -> None:
        """Work out the persons anew, if evidence, judgements or the linking itself changed since.

        Not ``for_verdicts``: not where all that changed is that statements were accepted or rejected.
        """
        self._library.refresh_persons(self._link, version=VERSION, for_verdicts=for_verdicts)
        done, self._done = self._done, None
        if not self._is_worth_keeping or done is None:
            return
        state, linking = done
        keep_doubts(self._library, state, linking.unsure())
        if self._memory and self._memory.has_learnt:
            self._library.keep_workings({_PAIRS: (VERSION, self._memory.kept())})
            self._memory.has_learnt = False

    def _link(self, personas: Sequence[PersonaInSource], judgements: Sequence[Judgement]) -> list[PersonLink]:
        if note := slow_because(len(personas)):
            self._watch.remark(note)
        self._is_worth_keeping = len(personas) >= _WORTH_KEEPING
        if self._memory is None:
            self._memory = Memory(self._library.working(_PAIRS, VERSION) or b"")
        linking = linked(personas, judgements, self._memory)
        self._done = self._library.state_of_persons, linking
        return linking.links()
