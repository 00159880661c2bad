"""Copies of sources with conflicts planted in them."""
