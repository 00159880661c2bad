"""Conflicts, independent witnesses, damage."""

from factoid.criticism.conflicts import VERSION, WORTH_SHOWING, Setting, find_conflicts

__all__ = ["VERSION", "WORTH_SHOWING", "Setting", "find_conflicts"]
