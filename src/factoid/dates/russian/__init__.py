"""Times as Russian narratives give them. The narrative that places them is the same in every language."""

from factoid.dates.russian.find import find_russian_times

__all__ = ["find_russian_times"]
