"""Entries of dictionaries, registers, personnel files, cards and infoboxes: what is told without clauses."""
