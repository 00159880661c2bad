"""Identifiers derived from content: the same thing has the same id on any machine."""

from __future__ import annotations

import hashlib


def digest(prefix: str, *parts: str | int | None) -> str:
    """Return ``prefix-`` and 16 hexadecimal digits of the SHA-256 of the parts.

    Parts are kept apart by a separator that no text holds, so ``("ab", "c")`` and ``("a", "bc")`` differ,
    and ``None`` differs from the empty string.
    """
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass"))
        hashed.update(b"\x1f")
    return f"{prefix}-{hashed.hexdigest()[:16]}"


def sha256_of_bytes(content: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sha256_of_text(content: str) -> str:
    """Return the SHA-256 of the text's UTF-8 form in hexadecimal."""
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
