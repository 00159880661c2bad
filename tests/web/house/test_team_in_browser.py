"""A team in a real browser: an admin invites, somebody accepts and judges, a reader is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from web.browsing import Watch, chromium
from web.houses import WORDS, prepared_house
from web.serving import serving
from web.test_reach import AXE, RUN

from factoid.web.house import house_app

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def look(browser: Browser, base: str) -> Watch:
    """A browser of its own, with its own cookies."""
    watch = Watch(browser.new_context(viewport={"width": 1280, "height": 900}).new_page(), base)
    watch.start()
    return watch


def log_in(page: Page, name: str) -> None:
    page.get_by_label("Account").fill(name)
    page.get_by_label("Password").fill(WORDS)
    page.get_by_role("button", name="Log in").click()


def check(watch: Watch, amiss: list[str]) -> None:
    """Note what axe-core finds on the page that is open."""
    watch.page.evaluate(AXE.read_text("utf-8"))
    amiss += [f"{watch.page.url}: {found}" for found in watch.page.evaluate(RUN)]


def test_invited_accepted_reviewed_and_refused(browser: Browser, lives: Path, tmp_path: Path) -> None:
    house = prepared_house(lives, tmp_path)
    amiss: list[str] = []
    with serving(house_app(house, patience=30)) as base:
        admin, bela, reader = (look(browser, base) for _ in range(3))
        admin.open("/lives/members")
        check(admin, amiss)
        log_in(admin.page, "admin")
        assert admin.page.url == f"{base}/lives/members"
        admin.page.get_by_label("Role", exact=True).select_option("reviewer")
        admin.page.get_by_role("button", name="Make an invitation").click()
        link = admin.page.locator("code.secret").inner_text()
        check(admin, amiss)
        bela.page.goto(link)
        check(bela, amiss)
        bela.page.get_by_label("The name of your account").fill("bela")
        bela.page.get_by_label("Password").fill(WORDS)
        bela.page.get_by_role("button", name="Make the account and join").click()
        assert bela.page.url == f"{base}/lives/"
        bela.page.get_by_role("link", name="Agnes Lammond").click()
        bela.page.locator("a[href^='/lives/factoids/f-']").first.click()
        bela.page.get_by_role("button", name="Yes, it says so").click()
        assert bela.page.get_by_text("bela accepted this").first.is_visible()
        statement = bela.page.url
        check(bela, amiss)
        for path in ("/", "/account"):
            bela.open(path)
            check(bela, amiss)
        reader.page.goto(statement)
        log_in(reader.page, "reader")
        assert reader.page.url.partition("#")[0] == statement.partition("#")[0]
        assert reader.page.get_by_text("bela accepted this").first.is_visible()
        assert reader.page.get_by_role("button", name="Yes, it says so").count() == 0
        check(reader, amiss)
        assert [watch.amiss for watch in (admin, bela, reader)] == [[], [], []]
        reader.open("/lives/members")
        assert "Not in your role" in reader.page.locator("h1").inner_text()
        reader.open("/deeds/")
        assert "Nothing here" in reader.page.locator("h1").inner_text()
        reader.page.get_by_role("button", name="Log out").click()
        reader.open("/lives/")
        assert "/login?back=/lives/" in reader.page.url
    assert amiss == []
