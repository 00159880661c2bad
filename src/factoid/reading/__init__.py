"""Texts read into people and statements: mentions, personas, factoids, each with its words."""
