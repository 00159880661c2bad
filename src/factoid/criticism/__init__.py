"""Conflicts, independent witnesses, damage."""

from factoid.criticism.conflicts import VERSION, WORTH_SHOWING, Setting, find_conflicts
from factoid.criticism.damage import damaged_by, find_damage
from factoid.criticism.dependence import Dependence, DependenceKind, find_dependences
from factoid.criticism.testimony import Testimony, take_testimony
from factoid.criticism.witnesses import Assertion, witness_groups, witnesses_of

__all__ = [
    "VERSION",
    "WORTH_SHOWING",
    "Assertion",
    "Dependence",
    "DependenceKind",
    "Setting",
    "Testimony",
    "damaged_by",
    "find_conflicts",
    "find_damage",
    "find_dependences",
    "take_testimony",
    "witness_groups",
    "witnesses_of",
]
