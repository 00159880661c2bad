"""Inputs to documents: bytes to one text, cut into labelled segments."""
