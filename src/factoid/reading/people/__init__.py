"""Who is meant by which words: mentions put together into personas."""

from factoid.reading.people.find import find_people
from factoid.reading.people.persons import KinTie, People

__all__ = ["KinTie", "People", "find_people"]
