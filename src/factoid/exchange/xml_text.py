"""XML written as it comes: nothing is held but the elements that are open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlWriter:
    """Writes elements to a file, indented, with what XML cannot hold replaced by U+FFFD."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._depth = 0
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n')

    @contextmanager
    def inside(self, name: str, attributes: Mapping[str, str | None] | None = None) -> Iterator[None]:
        """Open an element for what is written within, and close it."""
        self._write(f"{'  ' * self._depth}<{name}{_attributes(attributes)}>\n")
        self._depth += 1
        yield
        self._depth -= 1
        self._write(f"{'  ' * self._depth}</{name}>\n")

    def element(self, name: str, text: str = "", attributes: Mapping[str, str | None] | None = None) -> None:
        """Write an element that holds text alone, or nothing."""
        inner = f">{escape(xml_safe(text))}</{name}>" if text else "/>"
        self._write(f"{'  ' * self._depth}<{name}{_attributes(attributes)}{inner}\n")

    def _write(self, text: str) -> None:
        self._out.write(text.encode("utf-8"))


def xml_safe(text: str) -> str:
    """Return the text with the characters replaced that no XML may hold."""
    return _NOT_XML.sub("\ufffd", text)


def _attributes(attributes: Mapping[str, str | None] | None) -> str:
    """Return the attributes that have a value."""
    given = (attributes or {}).items()
    return "".join(f" {name}={quoteattr(xml_safe(value))}" for name, value in given if value is not None)
