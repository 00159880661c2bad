"""A library served on loopback and looked at in Debian's chromium, noting what the browser complains of."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from web.serving import serving

from factoid.web import create_app

CHROMIUM = Path("/usr/bin/chromium")


def missing() -> str:
    """Why there can be no browser; nothing if there can."""
    return "" if CHROMIUM.exists() else f"no {CHROMIUM}: apt-get install chromium"


@contextmanager
def served(library: Path) -> Iterator[str]:
    """Serve a library on a free port for the length of a block."""
    with serving(create_app(library)) as address:
        yield address


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser; skip where there is none, unless the tests must run (FACTOID_REQUIRE_BROWSER=1)."""
    if reason := missing():
        if os.environ.get("FACTOID_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def paint_of(browser: Browser, address: str) -> float:
    """Return after how many milliseconds a window of its own shows something of a page."""
    watch = Watch(browser.new_page(viewport={"width": 1280, "height": 900}), address)
    watch.page.goto(address, wait_until="commit")
    painted = watch.until("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    watch.page.close()
    return float(painted)


@dataclass
class Watch:
    """A page, and what was amiss while it was looked at."""

    page: Page
    base: str
    amiss: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Note requests that leave this server, complaints on the console, errors of scripts, and dialogs."""
        own = urlsplit(self.base).netloc
        self.page.set_default_timeout(60_000)
        self.page.on("request", lambda request: self._note(request.url, own))
        self.page.on("console", lambda message: self._complain(message.type, message.text))
        self.page.on("pageerror", lambda error: self.amiss.append(f"script: {error}"))
        self.page.on("dialog", self._dismiss)

    def open(self, path: str) -> None:
        """Go to a page of the application."""
        self.page.goto(self.base + path)

    def ask(self, script: str) -> Any:
        """Return what a script says about the page."""
        return self.page.evaluate(script)

    def until(self, script: str, *, seconds: float = 60) -> Any:
        """Return what a script says about the page once that is true: its own rules forbid waiting inside it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if said := self.ask(script):
                    return said
            except PlaywrightError:  # the page gave way to another
                pass
            time.sleep(0.02)
        raise AssertionError(script)

    def _note(self, url: str, own: str) -> None:
        if urlsplit(url).netloc != own and not url.startswith("data:"):
            self.amiss.append(f"request: {url}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.amiss.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _complain(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.amiss.append(f"{kind}: {text}")
