"""Documents to readings: mentions, personas, times and factoids."""

from factoid.reading.grounding import Problem, verify_reading
from factoid.reading.reader import Reader, make_reader

__all__ = ["Problem", "Reader", "make_reader", "verify_reading"]
