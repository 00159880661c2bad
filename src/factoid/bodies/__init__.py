"""Organisations, posts and ranks: what they are called, what became of them, and when they existed."""
