"""Formats that records come in, each a plug-in under the entry points ``factoid.importers``."""
