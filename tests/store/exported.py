"""Everything that a library says, for tests that compare two."""

from __future__ import annotations

import io

from factoid.exchange.base import exporter_names, find_exporter
from factoid.store import LibraryView


def exports(library: LibraryView) -> dict[str, bytes]:
    """What each exporter writes of it."""
    found = {}
    for name in exporter_names():
        out = io.BytesIO()
        find_exporter(name).write(library, out)
        found[name] = out.getvalue()
    return found
