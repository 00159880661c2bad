"""Two invented sources, annotated by hand, for where the gold standard is not at hand."""

from __future__ import annotations

from typing import Any

OWN: dict[str, dict[str, Any]] = {}
