"""Times as narratives give them: parse, bound, compare."""
