"""Kin and lasting ties, told by verbs and by nouns, each from both sides."""
