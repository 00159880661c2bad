"""Formats that factoids leave in."""
