"""What a text says about each person: factoids with their words, slots, dates and certainty."""

from factoid.reading.statements.read import read_statements

__all__ = ["read_statements"]
