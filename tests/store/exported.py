"""Everything that a library says, for tests that compare two."""

from __future__ import annotations

import io
from collections.abc import Sequence

from factoid.exchange.base import exporter_names, find_exporter
from factoid.store import LibraryView


def exports(library: LibraryView, only: Sequence[str] = ()) -> dict[str, bytes]:
    """What each exporter writes of it; json holds nearly everything."""
    found = {}
    for name in only or exporter_names():
        out = io.BytesIO()
        find_exporter(name).write(library, out)
        found[name] = out.getvalue()
    return found
