"""Read the three example sources into a new library and show the dossier they give together.

``make demo`` runs it. The library is left beside this file for ``make serve``.
"""

from __future__ import annotations

import argparse
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


def shown(path: Path) -> str:
    """Return the path as a person here would type it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def main() -> int:
    """Return the first exit code that is not 0."""
    as_written = argparse.RawDescriptionHelpFormatter
    argparse.ArgumentParser(description=__doc__, formatter_class=as_written).parse_args()
    for old in HERE.glob("lives.factoid*"):
        old.unlink()
    for command in (("read", shown(HERE / "lives")), ("people",), ("show", "Chapayev")):
        code = run(*command, "--library", shown(LIBRARY))
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
