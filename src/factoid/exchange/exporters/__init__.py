"""Formats that factoids leave in, each a plug-in under the entry points ``factoid.exporters``."""
