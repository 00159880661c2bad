"""Furniture: what stands around a text and is not of it."""
