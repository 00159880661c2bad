"""Sources added from a page."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.test_conflicts import token_of_app
from web.test_pages import flat, page_of

from factoid.web.guard import _parts
from factoid.web.routes import adding as routes
from factoid.web.work.adding import Addition, Reading, fit_name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("letter.txt", "letter.txt"),
        ("C:\\papers\\letter.html", "letter.html"),
        ("../../etc/passwd", "passwd.txt"),
        ("-rf *.txt", "rf.txt"),
        ("..", "source.txt"),
        ("Письмо брата.md", "Письмо-брата.md"),
        ("x" * 500 + ".pdf", "x" * 80 + ".pdf"),
        ("a.b\x00c", "a.bc"),
    ],
)
def test_names_are_made_fit(given: str, name: str) -> None:
    assert fit_name(given) == name


def test_a_file_keeps_every_byte() -> None:
    content = bytes(range(256)) + b"\r\n\r\n\r\n--no boundary\n\r"
    body = (
        b'--xyz\r\nContent-Disposition: form-data; name="token"\r\n\r\nsecret\r\n'
        b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a b.txt"\r\n'
        b"Content-Type: text/plain\r\n\r\n" + content + b"\r\n--xyz--\r\n"
    )
    parts = _parts('multipart/form-data; boundary="xyz"', body)
    assert parts.fields == {"token": "secret"}
    assert parts.files == (("a b.txt", content),)


def finished(client: TestClient, address: str) -> str:
    for _ in range(600):
        text = flat(page_of(client, address))
        if "being read" not in text and "waits for" not in text:
            return text
        time.sleep(0.1)
    raise AssertionError("not read within a minute")


def ended(addition: Addition) -> None:
    for _ in range(1200):
        if addition.is_over:
            return
        time.sleep(0.05)
    raise AssertionError(f"{addition.name} is {addition.state} after a minute")


class Quick(Reading):
    """Reads with a command of the test's own instead of the reader."""

    def _run(self, addition: Addition, folder: str) -> tuple[str, str]:
        content = (Path(folder) / addition.name).read_bytes()
        return "done", f"{addition.name} {len(content)}"


@pytest.fixture
def quick(client: TestClient) -> TestClient:
    site = client.app.state.sites["en"]  # type: ignore[attr-defined]
    site.reading.close()
    object.__setattr__(site, "reading", Quick(site.path))
    return client


def test_a_file_and_pasted_words_are_read(quick: TestClient) -> None:
    assert "/add" in page_of(quick, "/sources").links
    fields = {"token": token_of_app(quick)}
    answer = quick.post(
        "/add", data=fields, files={"file": ("a/b.html", b"<p>Hello")}, follow_redirects=False
    )
    assert answer.status_code == 303
    assert "b.html 8" in finished(quick, answer.headers["location"])
    pasted = {**fields, "name": "my letter", "words": "Dear sister\n"}
    answer = quick.post("/add", data=pasted, files={"file": ("", b"")}, follow_redirects=False)
    assert "my-letter.txt 1" in finished(quick, answer.headers["location"])


def test_several_files_are_read_and_followed(quick: TestClient) -> None:
    files = [("file", ("a.txt", b"one")), ("file", ("b.txt", b"three")), ("file", ("c.txt", b" "))]
    answer = quick.post("/add", data={"token": token_of_app(quick)}, files=files, follow_redirects=False)
    assert answer.headers["location"] == "/add"
    with quick.stream("GET", "/add/progress") as told:
        assert told.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in told.iter_lines() if line]
    last = json.loads(lines[-3].removeprefix("data: "))
    assert [held["message"] for held in last] == ["b.txt 5", "a.txt 3"]
    assert [held["open"] for held in last] == ["Show it", "Show it"]
    assert {held["state"] for held in last} == {"has been read"}
    assert lines[-2] == "event: over"
    page = finished(quick, "/add")
    assert "a.txt 3" in page
    assert "b.txt 5" in page


def test_an_address_is_handed_to_the_reader(quick: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Quick, "_run", lambda _, given, __: ("done", f"fetched {given.name}"))
    fields = {"token": token_of_app(quick), "address": "https://example.org/life"}
    answer = quick.post("/add", data=fields, files={"file": ("", b"")}, follow_redirects=False)
    assert "fetched https://example.org/life" in finished(quick, answer.headers["location"])
    for wrong in ("file:///etc/passwd", "--library", "https://a b", "-h"):
        assert (
            quick.post("/add", data=fields | {"address": wrong}, files={"file": ("", b"")}).status_code == 400
        )


def test_too_many_files_are_refused(quick: TestClient) -> None:
    files = [("file", (f"{n}.txt", b"one")) for n in range(201)]
    answer = quick.post("/add", data={"token": token_of_app(quick)}, files=files)
    assert answer.status_code == 413


def test_what_is_not_ours_or_too_large_or_nothing_is_refused(
    quick: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = {"file": ("a.txt", b"x" * 100_000)}
    assert quick.post("/add", data={"token": "guessed"}, files=file).status_code == 403
    assert quick.post("/add", data={"token": token_of_app(quick)}).status_code == 400
    empty = {"file": ("a.txt", b" ")}
    assert quick.post("/add", data={"token": token_of_app(quick)}, files=empty).status_code == 400
    monkeypatch.setattr(routes, "LARGEST_SOURCE_BYTES", 10)
    assert quick.post("/add", data={"token": token_of_app(quick)}, files=file).status_code == 413
    assert quick.get("/add/nothing").status_code == 404


def test_a_source_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow"
    slow.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(600)\n", "utf-8")
    slow.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(slow))
    reading = Reading(tmp_path / "a.factoid", limit_seconds=0.3)
    addition = reading.add("a.txt", b"words")
    ended(addition)
    assert addition.state == "late"
    reading.close()


def test_of_what_the_reader_says_the_remarks_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talking = tmp_path / "talking"
    account = f"{tmp_path / 'a.factoid'}: 1 read\n  14 words, 1 people, 2 factoids"
    talking.write_text(
        f"#!/bin/sh\necho 'note: a.txt: The encoding was guessed.'\necho '{account}'\n", "utf-8"
    )
    talking.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(talking))
    reading = Reading(tmp_path / "a.factoid")
    addition = reading.add("a.txt", b"words")
    ended(addition)
    assert (addition.state, addition.message) == ("done", "note: a.txt: The encoding was guessed.")
    reading.close()


def test_a_command_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho 'factoid: a.txt: is empty.' >&2\nexit 1\n", "utf-8")
    broken.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(broken))
    reading = Reading(tmp_path / "a.factoid")
    addition = reading.add("a.txt", b"words")
    ended(addition)
    assert (addition.state, addition.message) == ("failed", "factoid: a.txt: is empty.")
    reading.close()
