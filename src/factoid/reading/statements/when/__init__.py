"""When it was: the dates a statement may have, what speaks for each, and the one it gets."""
