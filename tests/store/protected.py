"""A library on people of whom some may be living, and the words that tell of those alone."""

from __future__ import annotations

from pathlib import Path

from factoid.pipeline import NobodyWatches, ReadOptions, read_into

MEMOIR = """Ivan Orlov was born in 1880 in Riga. He died in 1950 in Moscow.

His daughter Mary Orlova was born in 1985 in Paris. She worked as a nurse in Lyon in 2005. In 1930 Ivan \
Orlov married Anna Berg. Mary Orlova moved to Nice in 2010.

Anna Berg died in 1960. Her grandson Paul Vetter lives in Nice. Paul Vetter met Mary Orlova in 2011.

In 1910 Ivan Orlov was appointed director of the Riga bank. The ship sank in 1912.
"""
SOURCES = {
    "memoir": MEMOIR,
    "orlova": "Mary Orlova is a poet. She was born in 1985.\n",
    "mary-orlova": "In 1999 a prize was given. Boris Kern was born in 1870. He died in 1940.\n",
    "namesakes": "The clerk Anton Falk died in 1820. The porter Mary Orlova carried the coals.\n",
}
SECRETS = ("orlova", "vetter", "nurse", "lyon", "paris", "poet", "kern", "porter")


def protected_library(folder: Path) -> Path:
    """Read the sources into a library in the folder."""
    for name, words in SOURCES.items():
        (folder / f"{name}.txt").write_text(words, "utf-8")
    path = folder / "l.factoid"
    read_into(path, [str(folder / f"{n}.txt") for n in SOURCES], ReadOptions(jobs=1), NobodyWatches())
    return path
