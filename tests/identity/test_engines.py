import pytest

from factoid.identity import engines


def test_without_splink_a_large_library_says_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(address: str) -> None:
        raise ModuleNotFoundError(address)

    monkeypatch.setattr(engines, "late", missing)
    assert engines.find_engine() is None
    assert engines.slow_because(engines.LARGE) is None
    assert "factoid[splink]" in (engines.slow_because(engines.LARGE + 1) or "")
