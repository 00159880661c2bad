"""Values as they are kept among the workings of a library."""

from __future__ import annotations

import json
import zlib
from typing import Any


def packed(value: Any) -> bytes:
    """Return a value made of lists, words and numbers as bytes."""
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), 3)


def unpacked(value: bytes) -> Any:
    """Return what was packed."""
    return json.loads(zlib.decompress(value).decode("utf-8", "surrogatepass"))
