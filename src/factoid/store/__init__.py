"""The library: one SQLite file of sources, readings and judgements."""
