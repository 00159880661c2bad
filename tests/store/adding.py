"""A process that adds invented sources to a library and says which: ``adding.py LIBRARY FROM TO``."""

from __future__ import annotations

import sys
from pathlib import Path

from store.invented import invented

from factoid.store import open_library


def main() -> None:
    """Take up what is not in the library yet."""
    path, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    step = 1 if first < last else -1
    with open_library(path, create=True) as library:
        for number in range(first, last, step):
            document, reading = invented(f"source{number:03}", factoids=40)
            if not library.has(document.source.content_sha256, reading.reader):
                outcome = library.add(document, reading)
                sys.stdout.write(f"{reading.source.name} {outcome}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
