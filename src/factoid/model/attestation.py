"""Everything that the sources say of one person, also where they speak of another: what criticism compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.model.person import DossierLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a source says of another person, where it bears on this one: who killed him, who is his child."""

    doer: tuple[str, str]  #: id and name of the other person
    line: DossierLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """What bears on one life."""

    person: str  #: id of the person
    name: str
    lines: tuple[DossierLine, ...] = ()  #: the person's own factoids
    deeds: tuple[Deed, ...] = ()
    parents: tuple[Deed, ...] = ()  #: what the sources say that a parent was
    published: Mapping[str, str] = field(default_factory=dict)  #: short name of a source -> EDTF
