"""Names of persons: parse, fold, compare."""
