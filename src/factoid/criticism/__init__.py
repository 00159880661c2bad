"""Conflicts, independent witnesses, damage."""

from factoid.criticism.conflicts import VERSION, WORTH_SHOWING, Setting, examine
from factoid.criticism.damage import damaged_by, find_damage
from factoid.criticism.dependence import Dependence, DependenceKind, find_dependences
from factoid.criticism.testimony import Testimony, take_testimony
from factoid.criticism.witnesses import Witnesses, witnesses_by

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
