"""Pages by their address, and the pages of a crawl."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factoid.errors import SourceError
from factoid.sources import find_inputs, open_document
from factoid.sources.files import address, inputs
from factoid.sources.files.address import Fetcher, is_public
from factoid.sources.files.crawl import kept_as_warc, name_of_address

PAGE = (
    "<html><head><title>A life</title></head><body><p>Anna Weiss was born in Graz in 1901.</p></body></html>"
)
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/life?id=7": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/moved": (302, {"Location": "/life?id=7"}, b""),
    "/away": (302, {"Location": "http://10.0.0.1/secret"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/loop": (301, {"Location": "/loop"}, b""),
    "/private/diary": (200, {"Content-Type": "text/html"}, PAGE.encode()),
    "/photo": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/empty": (200, {"Content-Type": "text/html"}, b" "),
    "/broken": (503, {"Content-Type": "text/html"}, b"later"),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 5000),
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private/\n"),
}


class Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def of_this_machine(number: str) -> bool:
    return number == "127.0.0.1"


def test_a_page_is_fetched_kept_and_read_with_its_address(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "Fetcher", lambda: Fetcher(is_allowed=of_this_machine))
    [path] = find_inputs([f"{base}/moved"], tmp_path / "kept")
    assert isinstance(path, Path)
    document = open_document(path)
    assert document.source.origin == f"{base}/life?id=7"
    assert document.source.title == "A life"
    assert "Anna Weiss was born in Graz in 1901." in document.text.content
    [again] = find_inputs([f"{base}/moved"], tmp_path / "kept")
    assert again == path
    assert len(list((tmp_path / "kept").iterdir())) == 1


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/away", "private network"),
        ("/file", "no address of a web page"),
        ("/loop", "leads on more than"),
        ("/private/diary", "robots.txt"),
        ("/photo", "image/png"),
        ("/empty", "empty page"),
        ("/broken", "in trouble"),
        ("/nothing", "no such page"),
        ("/large", "has more than"),
    ],
)
def test_what_cannot_or_may_not_be_fetched(
    base: str, path: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "LARGEST_PAGE", 4000)
    with pytest.raises(SourceError, match=says):
        Fetcher(is_allowed=of_this_machine).fetch(base + path)


def test_this_machine_and_its_network_are_refused(base: str) -> None:
    with pytest.raises(SourceError, match="private network"):
        Fetcher().fetch(f"{base}/life?id=7")


@pytest.mark.parametrize(
    ("number", "is_open"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("::ffff:10.0.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
    ],
)
def test_which_addresses_are_of_the_open_internet(number: str, *, is_open: bool) -> None:
    assert is_public(number) is is_open


@pytest.mark.parametrize(
    "given", ["ftp://example.org/a.txt", "https://user:word@example.org/", "http://", "https://"]
)
def test_other_addresses_are_refused(given: str, tmp_path: Path) -> None:
    [error] = find_inputs([given], tmp_path)
    assert isinstance(error, SourceError)
    assert str(error).startswith(given)


def test_without_a_place_to_keep_it_nothing_is_fetched() -> None:
    [error] = find_inputs(["https://example.org/"])
    assert "is not fetched here" in str(error)


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return b"".join(
        kept_as_warc(where, f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode(), body, now)
        for where, kind, body in pages
    )


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_a_crawl_is_read_like_a_folder(tmp_path: Path, suffix: str) -> None:
    content = warc(
        ("https://example.org/a", "text/html", PAGE.encode()),
        ("https://example.org/a.png", "image/png", b"\x89PNG"),
        ("https://example.org/b.txt", "text/plain", b"Karl Weiss died in 1950."),
        ("https://example.org/a", "text/html", PAGE.replace("1901", "1902").encode()),
        ("https://example.org/../../etc/passwd", "text/plain", b"Otto Weiss was a baker."),
    )
    path = tmp_path / f"crawl{suffix}"
    path.write_bytes(gzip.compress(content, mtime=0) if suffix.endswith("gz") else content)
    found = list(find_inputs([str(path)]))
    assert [p.name for p in found if isinstance(p, Path)] == [
        "example.org_a.html", "example.org_b.txt", "example.org_a-2.html", "example.org_etc_passwd.txt",
    ]  # fmt: skip
    documents = [open_document(p) for p in found if isinstance(p, Path)]
    assert [d.source.origin for d in documents][:2] == ["https://example.org/a", "https://example.org/b.txt"]
    assert "1902" in documents[2].text.content


@pytest.mark.parametrize(
    "content", [b"", b"no crawl at all", b"WARC/1.0\r\n\r\n", gzip.compress(b"x", mtime=0)[:-4]]
)
def test_a_broken_crawl_is_one_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(content)
    [error] = find_inputs([str(path)])
    assert isinstance(error, SourceError)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("https://example.org/lives/Anna%20Weiss?x=1", "example.org_lives_Anna-20Weiss_x-1"),
        ("https://example.org/", "example.org"),
        ("https://example.org/../..//.hidden", "example.org_hidden"),
        ("", "page"),
        ("https://example.org/" + "x" * 500, "example.org_" + "x" * 108),
    ],
)
def test_addresses_make_names(given: str, name: str) -> None:
    assert name_of_address(given) == name
