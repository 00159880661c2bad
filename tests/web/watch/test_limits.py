from __future__ import annotations

import pytest

from factoid.errors import UsageError
from factoid.web.watch import Buckets, Limits, limits_of


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


def test_limits_are_read_as_they_are_written() -> None:
    assert limits_of() == Limits()
    assert limits_of("0.5:3") == Limits(account_a_second=0.5, account_at_once=3)
    assert limits_of("none", "7:9") == Limits(float("inf"), float("inf"), 9, 7)


@pytest.mark.parametrize(
    "written", ["5", "0:3", "3:0", "-1:3", "many", "1:2:3", "1:2.5", "nan:1", "9" * 40 + ":1"]
)
def test_what_is_no_limit_is_refused(written: str) -> None:
    for given in ((written, ""), ("", written)):
        with pytest.raises(UsageError, match="requests a second and at once"):
            limits_of(*given)
