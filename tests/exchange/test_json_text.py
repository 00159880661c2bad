"""JSON in pieces: the same bytes as in one, however long its lists are."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.exchange.json_text import json_bytes, json_pieces, write_object

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


def streamed(value: object) -> object:
    """Return the value with an iterator in the place of each list in an object."""
    if not isinstance(value, dict):
        return value
    return {key: iter(v) if isinstance(v, list) else streamed(v) for key, v in value.items()}


@given(VALUES)
def test_pieces_are_the_bytes_of_the_whole(value: object) -> None:
    assert b"".join(json_pieces(streamed(value))) == json_bytes(value)


@pytest.mark.parametrize("length", [0, 1, 3])
def test_a_list_is_written_while_it_is_made(length: int) -> None:
    written: list[int] = []
    out = io.BytesIO()

    def items() -> Iterator[int]:
        for number in range(length):
            written.append(out.tell())
            yield number

    write_object(out, {"few": [1]}, {"many": items()})
    assert json.loads(out.getvalue()) == {"few": [1], "many": list(range(length))}
    assert written == sorted(set(written))  # each after the one before had gone out
