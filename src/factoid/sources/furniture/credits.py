"""Credits of pictures that say whose a picture is, and not what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from factoid.sources.plain.lines import fold

_LABELLED = re.compile(r"[^\w\"'“«]*([^:：|]{1,40}?)\s*[:：]\s*(\S.*)")
_UNLABELLED = re.compile(r"[^\w\"'“«]*([^\W\d_]+)\s+((?:from|by|courtesy|via|из|von|aus|z|ze)\s.+|©.+)")
_BETWEEN = re.compile(r"\s*[/|,;©()]\s*")
_LONGEST = 120


class Credits:
    """Says of a line whether it only credits a picture; ``data`` is `captions` of `resources/furniture.yaml`."""

    def __init__(self, data: dict[str, Any], labels: Iterable[str]) -> None:
        self._labels = frozenset(map(fold, (*labels, *data["credit_labels"])))
        owners = sorted(map(fold, data["owners"]), key=len, reverse=True)
        self._owner = re.compile(rf"\b(?:{'|'.join(map(re.escape, owners))})\b")
        self._between = frozenset(map(fold, data["between_owners"]))

    def is_credit(self, line: str) -> bool:
        """Say whether the line is a label such as `Photo:` or `Photo from`, then owners of pictures only."""
        if len(line) > _LONGEST:
            return False
        found = _LABELLED.fullmatch(line) or _UNLABELLED.fullmatch(line)
        if found is None or fold(found[1]) not in self._labels:
            return False
        parts = [folded for part in _BETWEEN.split(found[2]) if (folded := fold(part))]
        return bool(parts) and all(map(self._is_owner, parts))

    def _is_owner(self, folded: str) -> bool:
        rest, count = self._owner.subn(" ", folded)
        return count > 0 and all(word in self._between for word in rest.split())
