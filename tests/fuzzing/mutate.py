"""Small valid inputs made wrong, with an eye to what they are made of: marks, numbers, members, trees."""

from __future__ import annotations

import gzip
import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

_TOKEN = re.compile(rb"<[^<>]*>|\\[a-z]+-?\d*|[A-Za-z]+|\d+|\s+|.", re.S)
_LONGEST = 200_000  #: bytes; what grows beyond is cut
_NASTY = [
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\r",
    b"\n\n\n",
    b" " * 300,
    b"\t",
    b"-",
    b"--",
    b"/",
    b"..",
    b"../../a",
    b"<",
    b">",
    b"</",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"&",
    b"&#0;",
    b"&#x110000;",
    b"&lol;",
    b"<!DOCTYPE a [<!ENTITY l 'l'>]>",
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b"'",
    b"\\",
    b"\\u",
    b"\\'",
    b"\\bin999999999 ",
    b"\\ud800",
    b"(" * 200,
    b"[" * 2000,
    b"{" * 2000,
    b"<a>" * 2000,
    b"null",
    b"true",
    b"NaN",
    b"Infinity",
    b"-1",
    b"0",
    b"1e999",
    b"-0",
    b"2147483648",
    b"9223372036854775808",
    b"9" * 500,
    b"0x10",
    "٣٠".encode(),
    "²".encode(),
    "９".encode(),
    "İ".encode(),
    "ß".encode(),
    "\u202e".encode(),
    "\u2028".encode(),
    "\u0301".encode() * 50,
    "😀".encode(),
    "Ж".encode(),
    "王".encode(),
    "—".encode(),
    b"30 February 1900",
    b"0000-00-00",
    b"-9999-99-99",
    b"XXXX",
    b"10000 BC",
    b"the year before",
    b"aged 1000",
    b"von der",
    b"Jr.",
    b"%PDF-9",
    b"endobj",
    b"stream",
    b"xref",
    b"WARC/1.0\r\n",
    b"Content-Length: -1\r\n",
]

Mutator = Callable[[Random, bytes], bytes]


def mutated(dice: Random, data: bytes) -> bytes:
    """Change bytes, or the tokens that the bytes are made of, in one to six places."""
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        data = _bytes_changed(dice, data) if dice.random() < 0.25 else _tokens_changed(dice, data)
    return data[:_LONGEST]


def _bytes_changed(dice: Random, data: bytes) -> bytes:
    out = bytearray(data)
    at, size = dice.randrange(len(out) + 1), dice.randint(1, 40)
    match dice.randrange(4):
        case 0:
            out[at : at + 1] = bytes([dice.randrange(256)])
        case 1:
            del out[at : at + size]
        case 2:
            out[at:at] = dice.randbytes(size)
        case _:
            del out[at:]
    return bytes(out)


def _tokens_changed(dice: Random, data: bytes) -> bytes:
    tokens = _TOKEN.findall(data) or [b""]
    at, size = dice.randrange(len(tokens)), dice.choice((1, 1, 2, 5, 20))
    other = dice.randrange(len(tokens))
    match dice.randrange(7):
        case 0:
            tokens[at] = dice.choice(_NASTY)
        case 1:
            tokens.insert(at, dice.choice(_NASTY))
        case 2:
            del tokens[at : at + size]
        case 3:
            tokens[at:at] = tokens[at : at + size] * dice.choice((1, 2, 30, 300))
        case 4:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case 5:
            tokens[at:at] = tokens[other : other + size]
        case _:
            numbers = [place for place, token in enumerate(tokens) if token.isdigit()]
            tokens[dice.choice(numbers or [at])] = str(
                dice.choice((0, -1, 1, 13, 32, 99, 2**31, 10**9, 10**30))
            ).encode()
    return b"".join(tokens)


def packed_mutated(dice: Random, data: bytes) -> bytes:
    """Change a file in an archive, or what the archive says of it; now and then the archive's own bytes."""
    if dice.random() < 0.2:
        return mutated(dice, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    at = dice.randrange(len(files))
    name, content = files[at]
    match dice.randrange(8):
        case 0:
            del files[at]
        case 1:
            files.append((name, mutated(dice, content)))
        case 2:
            files[at] = (
                dice.choice(("../../a.txt", "/etc/a.txt", "a\x00.txt", "a" * 300 + ".txt", "", "a/")),
                content,
            )
        case 3:
            files.append(("inner.zip", data))
        case _:
            files[at] = (name, mutated(dice, content))
    out = io.BytesIO()
    kind = dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", kind) as archive:
        warnings.simplefilter("ignore")  # two files of one name are the point
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def crawl_mutated(dice: Random, data: bytes) -> bytes:
    """Change a crawl, packed or not."""
    changed = mutated(dice, data)
    return (
        changed
        if dice.random() < 0.5
        else mutated(dice, gzip.compress(changed, mtime=0))
        if dice.random() < 0.5
        else gzip.compress(changed, mtime=0)
    )


def tree_mutated(dice: Random, data: bytes) -> bytes:
    """Change a tree of JSON: other values, other kinds, missing and doubled parts; now and then its text."""
    if dice.random() < 0.25:
        return mutated(dice, data)
    tree = json.loads(data)
    for _ in range(dice.choice((1, 1, 2, 4))):
        tree = _changed(dice, tree, tree)
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def lines_mutated(dice: Random, data: bytes) -> bytes:
    """Change the trees of a file that has one on each line."""
    if dice.random() < 0.25:
        return mutated(dice, data)
    lines = data.split(b"\n")
    trees = [
        n
        for n, line in enumerate(lines)
        if line[:1] == b"{" and line.rstrip(b",")[-1:] == b"}" and len(line) > 2
    ]
    at = dice.choice(trees)
    lines[at] = tree_mutated(dice, lines[at].rstrip(b",")) + b"," * lines[at].endswith(b",")
    return b"\n".join(lines)


def _changed(dice: Random, value: Any, whole: Any) -> Any:
    """Return the tree with a change somewhere in it: the deeper the less likely."""
    if isinstance(value, dict) and value and dice.random() < 0.85:
        key = dice.choice(sorted(value))
        match dice.randrange(6):
            case 0:
                return {k: v for k, v in value.items() if k != key}
            case 1:
                return value | {dice.choice(("", "x", "\ud800", key + key)): value[key]}
            case _:
                return value | {key: _changed(dice, value[key], whole)}
    if isinstance(value, list) and value and dice.random() < 0.85:
        at = dice.randrange(len(value))
        match dice.randrange(5):
            case 0:
                return [*value[:at], *value[at + 1 :]]
            case 1:
                return [*value, *[value[at]] * dice.choice((1, 50))]
            case _:
                return [*value[:at], _changed(dice, value[at], whole), *value[at + 1 :]]
    return dice.choice(
        (None, True, 0, -1, 10**30, 1.5, float("nan"), "", "\x00", "\ud800", "x" * 5000, [], {}, [[]], [value],
         {"a": value}, whole, [None], {"": None}, "0000-00-00", "1937~", "../1901", value, str(value))
    )  # fmt: skip
