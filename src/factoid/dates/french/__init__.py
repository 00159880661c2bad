"""Times as French narratives give them. The narrative that places them is the same in every language."""

from factoid.dates.french.find import find_french_times

__all__ = ["find_french_times"]
