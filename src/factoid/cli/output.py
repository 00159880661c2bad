"""Standard output and standard error: colours and wrapping for terminals, plain whole lines for pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factoid.exchange import json_bytes

_CONTROL = dict.fromkeys((*range(32), *range(127, 160)), "�") | {
    ord(blank): " " for blank in "\t\n\r\x0b\x0c\x85"
}
_REORDERING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)


def terminal() -> Console:
    """Return standard output."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def error_terminal() -> Console:
    """Return standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())


def shown(words: str) -> str:
    """Return a source's words fit for a terminal: on one line, and without the power to command it."""
    return words.translate(_CONTROL).translate(_REORDERING)


def print_json(value: object) -> None:
    """Print the value as JSON and nothing else."""
    sys.stdout.buffer.write(json_bytes(value, indent=2) + b"\n")
    sys.stdout.buffer.flush()


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table to a terminal; to a pipe, tab-separated lines without a header."""
    if not sys.stdout.isatty():
        for row in rows:
            sys.stdout.write("\t".join(shown(cell) for cell in row) + "\n")
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    terminal().print(table)
