"""What the scripts here have in common: how their options are read, and what must be there before they begin."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path


def options_of(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser whose ``--help`` shows the docstring as it stands."""
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)


def a_file(written: str) -> Path:
    """Return the path of a file that is there: a type for an argument."""
    if not (path := Path(written)).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {written}")
    return path


def a_folder(written: str) -> Path:
    """Return the path of a folder that is there: a type for an argument."""
    if not (path := Path(written)).is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {written}")
    return path


def require(*modules: str, install: str) -> None:
    """End with one line that says what to install, if a module is missing."""
    if lacking := [name for name in modules if find_spec(name) is None]:
        raise SystemExit(f"{', '.join(lacking)} not installed: python -m pip install {install}")


def stop_if(reason: str) -> None:
    """End with a reason, if there is one."""
    if reason:
        raise SystemExit(reason)
