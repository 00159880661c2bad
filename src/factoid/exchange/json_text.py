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


def json_pieces(value: object) -> Iterator[bytes]:
    """Yield the same bytes piece by piece: of an object's iterators as arrays, one item at a time."""
    if isinstance(value, Iterator):
        yield from _between(b"[", map(json_pieces, value), b"]")
    elif isinstance(value, dict) and any(isinstance(v, Iterator | dict) for v in value.values()):
        yield from _between(b"{", map(_field, value.items()), b"}")
    else:
        yield json_bytes(value)


def write_array(out: BinaryIO, items: Iterable[object]) -> None:
    """Write a JSON array, one item a line, holding one item at a time."""
    before = b"[\n"
    for item in items:
        out.write(before)
        out.writelines(json_pieces(item))
        before = b",\n"
    out.write(b"[]" if before == b"[\n" else b"\n]")


def write_object(out: BinaryIO, fields: Json, streams: dict[str, Iterable[object]]) -> None:
    """Write a JSON object: small fields whole, then each stream as an array."""
    before = b"{\n"
    for key, value in fields.items():
        out.write(before + json_bytes(key) + b": ")
        out.writelines(json_pieces(value))
        before = b",\n"
    for key, items in streams.items():
        out.write(before + json_bytes(key) + b": ")
        write_array(out, items)
        before = b",\n"
    out.write(b"\n}\n" if before == b",\n" else b"{}\n")


def _field(item: tuple[str, object]) -> Iterator[bytes]:
    key, value = item
    yield json_bytes(key) + b": "
    yield from json_pieces(value)


def _between(first: bytes, items: Iterator[Iterator[bytes]], last: bytes) -> Iterator[bytes]:
    yield first
    before = b""
    for pieces in items:
        yield before
        yield from pieces
        before = b", "
    yield last
