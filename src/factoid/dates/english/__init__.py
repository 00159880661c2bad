"""Times as English narratives give them. The narrative that places them is the same in every language."""

from factoid.dates.english.find import find_time_phrases

__all__ = ["find_time_phrases"]
