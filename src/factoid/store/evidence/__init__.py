"""What the sources say: written, read back from its rows, taken out."""
