"""Long rows of values kept small: packed in blocks, each taken out only while it is looked at.

What a book says is some hundred thousand values. As objects they take twenty times the room of the book;
packed they take less than the book itself.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Generic, TypeVar, overload

Value = TypeVar("Value")

BLOCK = 1000  #: values packed together; shorter rows are tuples
_QUICKLY = 1  #: the level of compression: the higher ones save little and take long


class Packed(Sequence[Value]):
    """A row of values that stays as it is, equal to a tuple of the same values. `packed` makes one."""

    __slots__ = ("_blocks", "_length", "_open", "_size")

    def __init__(self, blocks: Sequence[bytes], length: int, size: int) -> None:
        self._blocks, self._length, self._size = blocks, length, size
        self._open: tuple[int, tuple[Value, ...]] = (-1, ())  #: the block that was looked at last

    def __len__(self) -> int:
        """Count the values."""
        return self._length

    def __iter__(self) -> Iterator[Value]:
        """Yield the values, a block of them in memory at a time."""
        for block in self._blocks:
            yield from _unpack(block)

    @overload
    def __getitem__(self, at: int) -> Value: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...

    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        """Return one value, or some; next to one another they cost little."""
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(self._length)))
        if not -self._length <= at < self._length:
            raise IndexError(at)
        number, place = divmod(at % self._length, self._size)
        opened, values = self._open
        if opened != number:
            values = _unpack(self._blocks[number])
            self._open = (number, values)
        return values[place]

    def __eq__(self, other: object) -> bool:
        """Say whether the same values stand in the same order."""
        if not isinstance(other, (Packed, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """Return the hash of the tuple."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Say how many they are."""
        return f"<{self._length} values, packed>"

    def __reduce__(self) -> tuple[type[Packed[Value]], tuple[Sequence[bytes], int, int]]:
        """Travel between processes as the blocks that they are."""
        return Packed, (self._blocks, self._length, self._size)


class Packing(Generic[Value]):
    """A row that grows at its end, and of which no more than a block is there as objects."""

    def __init__(self, *, block: int | None = None) -> None:
        self._size = block or BLOCK
        self._blocks: list[bytes] = []
        self._rest: list[Value] = []

    def add(self, values: Iterable[Value]) -> None:
        """Put the values at the end."""
        coming = chain(self._rest, values)
        self._rest = []
        while run := list(islice(coming, self._size)):
            if len(run) < self._size:
                self._rest = run
                return
            self._blocks.append(zlib.compress(pickle.dumps(tuple(run), protocol=5), _QUICKLY))

    def done(self) -> Sequence[Value]:
        """Return the row: a tuple if it is short."""
        if not self._blocks:
            return tuple(self._rest)
        length = len(self._blocks) * self._size + len(self._rest)
        rest = [zlib.compress(pickle.dumps(tuple(self._rest), protocol=5), _QUICKLY)] if self._rest else []
        return Packed((*self._blocks, *rest), length, self._size)


def packed(values: Iterable[Value], *, block: int | None = None) -> Sequence[Value]:
    """Return the values as a row: a tuple if they are few, else packed."""
    packing: Packing[Value] = Packing(block=block)
    packing.add(values)
    return packing.done()


def _unpack(block: bytes) -> tuple[Value, ...]:
    values: tuple[Value, ...] = pickle.loads(zlib.decompress(block))
    return values
