"""Identifiers come from content and from nothing else."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.model import digest, sha256_of_bytes, sha256_of_text

PARTS = st.lists(st.none() | st.integers() | st.text(), max_size=5)


def test_known_values_hold_on_any_machine() -> None:
    assert digest("p", "a", 1, None) == "p-" + hashlib.sha256(b"\x01a\x1f\x011\x1f\x00\x1f").hexdigest()[:16]


DIFFERENT = [
    (("ab", "c"), ("a", "bc")),
    (("a",), ("a", "")),
    (("",), (None,)),
    (("é",), ("e\u0301",)),
    (("a", None), (None, "a")),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_parts_have_different_ids(one: tuple[str | None], other: tuple[str | None]) -> None:
    assert digest("p", *one) != digest("p", *other)


@given(PARTS)
def test_an_id_is_its_prefix_and_sixteen_digits(parts: list[str | int | None]) -> None:
    found = digest("f", *parts)
    assert found == digest("f", *parts)
    assert found[:2] == "f-"
    assert int(found[2:], 16) >= 0
    assert len(found) == 18


@given(st.text(st.characters(codec="utf-8")))
def test_a_text_and_its_utf8_have_one_hash(text: str) -> None:
    assert sha256_of_text(text) == sha256_of_bytes(text.encode())


def test_a_lone_surrogate_can_be_hashed() -> None:
    assert digest("p", "\ud83d") != digest("p", "\ud83e")
    assert sha256_of_text("\ud83d") != sha256_of_text("\ud83e")
