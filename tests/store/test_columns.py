"""Words that one of the engines cannot hold come back, and sort as they do in the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factoid.store.engines.columns import escaped, unescaped

odd = st.text(st.sampled_from("\x00\x01\x02aé") | st.characters(codec="utf-8"), max_size=8)


@given(odd, odd)
def test_escaping_can_be_undone_and_keeps_the_order(one: str, other: str) -> None:
    assert "\x00" not in escaped(one)
    assert unescaped(escaped(one)) == one
    assert (escaped(one) < escaped(other)) == (one < other)
