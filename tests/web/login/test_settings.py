"""The file of a login service: what does not fit is said in one line, without the secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from factoid.errors import UsageError
from factoid.web.login import login_service_in

REST = 'client_id = "house"\nclient_secret = "hidden words"\n'


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "service.toml"
    path.write_text(f'issuer = "https://login.example.org"\n{REST}allow_domains = ["Example.org"]\n', "utf-8")
    service = login_service_in(path)
    assert (service.name, service.client_secret, service.domains) == (
        "login.example.org",
        "hidden words",
        frozenset({"example.org"}),
    )
    assert "hidden" not in repr(service)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'issuer = "http://login.example.org"\n{REST}', "https"),
        (f'issuer = "https://a@login.example.org"\n{REST}', "https"),
        (f'issuer = "https://login.example.org?x=y"\n{REST}', "query"),
        (f'issuer = "https://["\n{REST}', "https"),
        (REST, "issuer is missing"),
        (f'issuer = ""\n{REST}', "issuer is missing"),
        (f"issuer = 5\n{REST}", "issuer is missing"),
        (f'issuer = "https://x.example"\n{REST}allow_domains = "x"', "allow_domains"),
        (f'issuer = "https://x.example"\n{REST}domains = ["x"]', "not known"),
        ('client_secret = "hidden words', "no TOML"),
    ],
)
def test_what_does_not_fit(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "service.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=said) as refused:
        login_service_in(path)
    assert "hidden" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        login_service_in(tmp_path / "none.toml")
