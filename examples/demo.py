"""Read the three example sources into a new library and show the dossier they give together.

``make demo`` runs it. The library is left beside this file for ``make serve``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
LIBRARY = HERE / "lives.factoid"
FACTOID = Path(sys.executable).with_name("factoid")


def run(*words: str) -> int:
    """Show the command as a person would type it, then run it."""
    print(f"\n$ factoid {' '.join(words)}\n", flush=True)
    return subprocess.run([str(FACTOID), *words], check=False).returncode


def main() -> int:
    """Return the first exit code that is not 0."""
    for old in HERE.glob("lives.factoid*"):
        old.unlink()
    library = (
        "--library",
        str(LIBRARY.relative_to(Path.cwd())) if LIBRARY.is_relative_to(Path.cwd()) else str(LIBRARY),
    )
    sources = HERE / "lives"
    shown = str(sources.relative_to(Path.cwd())) if sources.is_relative_to(Path.cwd()) else str(sources)
    for command in (("read", shown), ("people",), ("show", "Chapayev")):
        code = run(*command, *library)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
