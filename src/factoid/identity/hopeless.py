"""Pairs that nothing can save, found in bulk before any is weighed: other names, or other times."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from factoid.identity.blocks import Numbers
from factoid.identity.life import SAME_ERA
from factoid.identity.profile import Bearer
from factoid.model.when import civil_of
from factoid.names import fold

_MOST_EDITS = 3  #: between two words of which one is a slip of the other
_UNKNOWN = 0

Answers = NDArray[np.bool_]


class Sieve:
    """What of each bearer can rule a pair out, as columns of numbers and words."""

    def __init__(self, bearers: Sequence[Bearer]) -> None:
        count = len(bearers)
        self._is_plain = np.zeros(count, dtype=bool)  #: has one given name, one surname and no alias
        self._given = np.full(count, "", dtype=object)
        self._surname = np.full(count, "", dtype=object)
        self._first, self._last = np.zeros((2, count), dtype=np.int64)
        self._year = np.full(count, _UNKNOWN)  #: of birth
        for i, bearer in enumerate(bearers):
            words = bearer.main.name.given
            if bearer.main.is_full and len(words) == 1 and not bearer.others:
                self._is_plain[i] = True
                self._given[i], self._surname[i] = fold(words[0]), fold(bearer.main.name.surname)
            self._note_birth(i, bearer)

    def _note_birth(self, i: int, bearer: Bearer) -> None:
        if len(bearer.found.traces.born) == 1:
            first, last = bearer.found.traces.born[0]
            if first is not None and last is not None and civil_of(first)[0] == civil_of(last)[0] > 0:
                self._first[i], self._last[i], self._year[i] = first, last, civil_of(first)[0]

    def other_times(self, ones: Numbers, twos: Numbers) -> Answers:
        """Say of each pair whether the years of birth are of two eras, and neither a slip of the other."""
        gap = np.maximum(self._first[ones], self._first[twos]) - np.minimum(
            self._last[ones], self._last[twos]
        )
        ours, theirs = self._year[ones], self._year[twos]
        apart: Answers = (gap > SAME_ERA) & (ours != _UNKNOWN) & (theirs != _UNKNOWN)
        apart[apart] = ~_may_be_slip(ours[apart], theirs[apart])
        return apart

    def other_names(self, ones: Numbers, twos: Numbers) -> Answers:
        """Say of each pair that shares no name as it sounds whether a slip cannot have made one name of the other."""
        asked = self._is_plain[ones] & self._is_plain[twos]
        told = np.zeros(len(ones), dtype=bool)
        for words in (self._surname, self._given):
            left, right = words[ones[asked]], words[twos[asked]]
            edits = cpdist(list(left), list(right), scorer=OSA.distance, score_cutoff=_MOST_EDITS)
            told[asked] |= np.asarray(edits) > _MOST_EDITS
        return told


def _may_be_slip(ours: Numbers, theirs: Numbers) -> Answers:
    """Whether one figure of the two years differs, or two that stand together may have changed places."""
    differ = np.zeros(len(ours), dtype=np.int64)
    for place in (1, 10, 100, 1000):
        differ += ours // place % 10 != theirs // place % 10
    told: Answers = (differ == 1) | ((differ == 2) & (np.abs(ours - theirs) % 9 == 0))
    return told
