"""Test texts whose furniture is marked: a line that begins with § is furniture."""

from __future__ import annotations

from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


def read_marked(path: Path) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without the marks and where its lines of furniture stand."""
    text, furniture = "", []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        words = line.removeprefix("§").removeprefix(" ") if line.startswith("§") else line
        if line.startswith("§") and words.strip():
            furniture.append((len(text), len(text) + len(words.rstrip())))
        text += words
    return text, furniture
