"""What a dossier knows beyond its lines: times that follow, conflicts, damage, who else says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from factoid.chronology.result import Inferred
from factoid.model import Conflict, Dossier, Factoid, Finding
from factoid.pipeline.corroboration import Corroboration, corroborations_of
from factoid.pipeline.damage import damage_of
from factoid.pipeline.lives import Life, is_placed, life_of
from factoid.pipeline.times import time_beside, time_in_words
from factoid.pipeline.witnesses import witnesses_of
from factoid.resources.catalogue import Catalogue
from factoid.web.lives.times import first_year_in_words, years_in_words
from factoid.web.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is to be said of one line."""

    time: str = ""  #: when it was, as it follows, where that is more than the line says
    year: str = ""  #: the heading under which it stands, where it has no date of its own
    begins: str = ""  #: the first year of these
    conflicts: tuple[Conflict, ...] = ()
    damage: tuple[Finding, ...] = ()
    told_by: Corroboration | None = None  #: where others say the same

    @property
    def marks(self) -> tuple[str, ...]:
        """What the line can be filtered by."""
        held = {
            "conflict": self.conflicts,
            "damaged": self.damage,
            "confirmed": self.told_by,
            "reckoned": self.time,
        }
        return tuple(name for name, value in held.items() if value)


PLAIN = Remark()


@dataclass(frozen=True, slots=True)
class Portrait:
    """A life as solved, and what its statements rest on."""

    life: Life
    told_by: Mapping[str, Corroboration] = field(default_factory=dict)
    damage: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    @property
    def dossier(self) -> Dossier:
        """The dossier, its lines in the order of the life."""
        return self.life.dossier

    def events(self, words: Catalogue) -> tuple[str, ...]:
        """Return which of birth, death and burial has reasons to show."""
        return tuple(event for event, time in self.life.times.items() if time_in_words(time, words))

    @property
    def inferred(self) -> tuple[Inferred, ...]:
        """A birth or death that no source dates."""
        person = self.dossier.summary.id
        return tuple(found for found in self.life.chronology.inferred if found.person == person)

    def remarks(self, conflicts: Mapping[str, tuple[Conflict, ...]], words: Catalogue) -> dict[str, Remark]:
        """Return what is to be said of the lines, by statement."""
        return {
            line.factoid.id: self._remark(line.factoid, conflicts.get(line.factoid.id, ()), words)
            for line in self.dossier.lines
        }

    def _remark(self, factoid: Factoid, conflicts: tuple[Conflict, ...], words: Catalogue) -> Remark:
        time = self.life.chronology.times.get(factoid.id)
        is_reckoned = factoid.when is None and time is not None and is_placed(factoid, time)
        return Remark(
            time=time_beside(factoid, time, words) if time else "",
            year=years_in_words(time, words) if is_reckoned and time else "",
            begins=first_year_in_words(time, words) if is_reckoned and time else "",
            conflicts=conflicts,
            damage=self.damage.get(factoid.id, ()),
            told_by=None if conflicts else self.told_by.get(factoid.id),
        )


def remarks_on(conflicts: Mapping[str, tuple[Conflict, ...]]) -> dict[str, Remark]:
    """Return what can be said of lines before the life is worked out."""
    return {factoid: Remark(conflicts=held) for factoid, held in conflicts.items()}


def portrait_of(site: Site, person: str, *, patience: float | None = None) -> Portrait | None:
    """Return the portrait of a person; None while it is being worked out."""
    library = site.library
    answer = site.desk.ask(
        f"portrait {person}", library.revision_of(person), lambda: _drawn(site, person), patience=patience
    )
    return answer.value if answer.is_current else None


def _drawn(site: Site, person: str) -> Portrait:
    library = site.library
    with library.moment():
        life = life_of(library, person, remember=partial(site.desk.once, f"chronology {person}"))
        witnesses = site.desk.once("witnesses", library.revision, lambda: witnesses_of(library))
        return Portrait(
            life,
            corroborations_of(library, life.dossier.summary.id, witnesses),
            damage_of(library, life.dossier.lines),
        )
