"""Which statements rest on damaged words of their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factoid.criticism import damaged_by
from factoid.model import DossierLine, Finding
from factoid.store import LibraryView


def damage_of(library: LibraryView, lines: Sequence[DossierLine]) -> Mapping[str, tuple[Finding, ...]]:
    """Return, by factoid, the findings that cast doubt on its words; those on sound words are left out."""
    findings = library.findings({line.source for line in lines})
    found = {line.factoid.id: damaged_by(line.factoid, findings[line.source]) for line in lines}
    return {factoid: held for factoid, held in found.items() if held}
