"""Factoid: computational prosopography with every line tied to its words."""

__version__ = "0.1.0"
