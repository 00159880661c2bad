"""Dutch patronymics as they are shortened: *Jansz.*, *Cornelisz.*, *Pietersdr.*; not the end of *He met Tomasz.*"""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"[^\W\d_a-z][^\W\d_A-Z]*(?:[bcdfghklmnprtvw]sz|nelisz|orisz|aesz|ieusz|szn|szoon|sdr|sdtr)\."
)


def is_short_patronymic(word: str) -> bool:
    """Whether the word, with its full stop, is one."""
    return _SHORT.fullmatch(word) is not None
