from __future__ import annotations

from factoid.web.watch import Buckets, Limits


def test_a_bucket_empties_and_fills_up_with_time() -> None:
    now = [0.0]
    bucket = Buckets(3, 0.5, clock=lambda: now[0])
    assert [bucket.take("anna") for _ in range(4)] == [0, 0, 0, 2]
    assert bucket.take("boris") == 0  # everybody has their own
    now[0] = 1.0
    assert bucket.take("anna") == 1
    now[0] = 2.0
    assert [bucket.take("anna"), bucket.take("anna")] == [0, 2]
    now[0] = 1000.0
    assert [bucket.take("anna") for _ in range(4)] == [0, 0, 0, 2]  # no fuller than full


def test_no_limit_is_none() -> None:
    none = Limits.none()
    bucket = Buckets(none.account_at_once, none.account_a_second)
    assert {bucket.take("anna") for _ in range(1000)} == {0}
