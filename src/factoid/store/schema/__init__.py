"""The tables of a library as they are now, and how an older library gets there."""
