"""Long rows kept small: the same values in the same order, whatever is asked of them."""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.model import Factoid, Packed, Packing, Span, packed

ROWS = st.lists(st.integers() | st.text(max_size=5), max_size=40)


@given(ROWS, st.integers(1, 7))
def test_a_packed_row_is_the_row(values: list[object], block: int) -> None:
    row = packed(values, block=block)
    assert (len(row), list(row), row) == (len(values), values, tuple(values))
    assert [row[at] for at in range(-len(values), len(values))] == values + values
    assert list(row[1:-1]) == values[1:-1]
    assert hash(row) == hash(tuple(values))
    assert pickle.loads(pickle.dumps(row)) == row


@given(st.lists(ROWS, max_size=6), st.integers(1, 7))
def test_a_row_may_grow_piece_by_piece(pieces: list[list[object]], block: int) -> None:
    packing: Packing[object] = Packing(block=block)
    for piece in pieces:
        packing.add(iter(piece))
    assert packing.done() == tuple(value for piece in pieces for value in piece)


@pytest.mark.parametrize(("length", "kind"), [(0, tuple), (9, tuple), (10, Packed), (11, Packed)])
def test_a_short_row_is_a_tuple(length: int, kind: type) -> None:
    assert isinstance(packed(range(length), block=10), kind)


@pytest.mark.parametrize("at", [25, -26])
def test_beyond_the_ends_there_is_nothing(at: int) -> None:
    with pytest.raises(IndexError):
        packed(range(25), block=10)[at]


def test_rows_differ_where_a_value_does() -> None:
    row = packed(range(25), block=10)
    assert row != packed(range(26), block=10)
    assert row != (*range(24), 99)
    assert row != list(range(25))


def statement(number: int) -> Factoid:
    quote = f"In 1923 she was sent to the town of M{number}"
    return Factoid(
        source="s", person=f"p{number % 7}", type="travel", quote=quote, start=number, end=number + len(quote),
        place=f"M{number}", spans={"place": Span(number + 5, number + 9)},
    )  # fmt: skip


def taken(row: Sequence[Factoid]) -> int:
    """Return how many statements a row holds, looked at one by one."""
    return sum(1 for factoid in row if factoid.quote)


def test_a_packed_row_takes_little_room_also_while_it_is_looked_at() -> None:
    tracemalloc.start()
    row = packed(map(statement, range(20_000)))
    assert taken(row) == 20_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000 * 200  # as objects they take more than a thousand bytes each
