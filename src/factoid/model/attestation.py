"""Everything that the sources say of one person, also where they speak of another: what criticism compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.model.person import DossierLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What a source calls a person."""

    persona: str
    source: str  #: short name
    name: str
    is_named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """What bears on one life."""

    person: str  #: id of the person
    name: str
    called: tuple[Called, ...] = ()
    lines: tuple[DossierLine, ...] = ()  #: the person's own factoids
    deeds: tuple[DossierLine, ...] = ()  #: what others did to the person, and who calls the person kin
    trades: Mapping[str, tuple[DossierLine, ...]] = field(default_factory=dict)
    #: persona of a parent -> what the source says the parent was
    published: Mapping[str, str] = field(default_factory=dict)  #: short name of a source -> EDTF
