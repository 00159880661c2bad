"""JSON as bytes: one way to write it, everywhere, so that the same values give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

Json = dict[str, Any]


def json_bytes(value: object, *, indent: int | None = None) -> bytes:
    """Return the value as UTF-8. Half characters, which UTF-8 cannot hold, are written as JSON's escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent).encode("ascii")


def write_array(out: BinaryIO, items: Iterable[object]) -> None:
    """Write a JSON array, one item a line, holding one item at a time."""
    out.writelines(_array(items))


def _array(items: Iterable[object]) -> Iterator[bytes]:
    before = b"[\n"
    for item in items:
        yield before
        yield json_bytes(item)
        before = b",\n"
    yield b"[]" if before == b"[\n" else b"\n]"


def write_object(out: BinaryIO, fields: Json, streams: dict[str, Iterable[object]]) -> None:
    """Write a JSON object: small fields whole, then each stream as an array."""
    before = b"{\n"
    for key, value in fields.items():
        out.write(before + json_bytes(key) + b": " + json_bytes(value))
        before = b",\n"
    for key, items in streams.items():
        out.write(before + json_bytes(key) + b": ")
        write_array(out, items)
        before = b",\n"
    out.write(b"\n}\n" if before == b",\n" else b"{}\n")
