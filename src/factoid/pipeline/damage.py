"""Which lines of a dossier rest on damaged words of their sources."""

from __future__ import annotations

from collections.abc import Mapping

from factoid.criticism import damaged_by
from factoid.model import Dossier, Finding, Span
from factoid.store import LibraryView

_NOTHING = Span(0, 0)  # findings come whole with any stretch of a reading, also with none


def damage_of(library: LibraryView, dossier: Dossier) -> Mapping[str, tuple[Finding, ...]]:
    """Return, by factoid, the findings that cast doubt on its words; those on sound words are left out."""
    found = {
        source: library.reading(source, within=_NOTHING).findings
        for source in dict.fromkeys(line.source for line in dossier.lines)
    }
    damage = {line.factoid.id: damaged_by(line.factoid, found[line.source]) for line in dossier.lines}
    return {factoid: findings for factoid, findings in damage.items() if findings}
