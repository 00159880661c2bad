"""The command line: it parses, calls one function and prints."""

from factoid.cli.entry import main

__all__ = ["main"]
