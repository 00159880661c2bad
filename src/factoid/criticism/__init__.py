"""Conflicts, independent witnesses, damage."""

from factoid.criticism.conflicts.conflicts import VERSION, WORTH_SHOWING, examine
from factoid.criticism.conflicts.setting import Setting
from factoid.criticism.damage.damage import damaged_by, find_damage
from factoid.criticism.dependence.dependence import Dependence, DependenceKind, find_dependences
from factoid.criticism.dependence.testimony import Testimony, take_testimony
from factoid.criticism.dependence.witnesses import Witnesses, witnesses_by

__all__ = [
    "VERSION",
    "WORTH_SHOWING",
    "Dependence",
    "DependenceKind",
    "Setting",
    "Testimony",
    "Witnesses",
    "damaged_by",
    "examine",
    "find_damage",
    "find_dependences",
    "take_testimony",
    "witnesses_by",
]
