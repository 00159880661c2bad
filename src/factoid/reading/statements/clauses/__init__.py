"""Clauses: predicates with their arguments, how far they reach, where they are, and noun phrases as fields."""
