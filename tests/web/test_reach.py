"""Who cannot use a mouse, or see well: axe-core on every page, and the whole way by keys."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from web.browsing import Watch, chromium, served
from web.lives import disputed_library

from factoid.store import open_library

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe" / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RUN = """async () => {
  const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
  return found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(' | ')}`);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def disputed(tmp_path: Path) -> Path:
    library = disputed_library(tmp_path / "disputed.factoid")
    library.close()
    return library.path


def test_the_checker_is_the_one_that_was_looked_at() -> None:
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == SHA256


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_keeps_anybody_out(browser: Browser, lives: Path, disputed: Path, scheme: str) -> None:
    agnes = "/people/Agnes Lammond?wait=true"
    pages = {
        lives: [
            "/", agnes, "/sources", "/sources/almanac-page", "/sources/almanac-page/witness?wait=true",
            "/timeline?person=Agnes Lammond&wait=true", "/network?person=Agnes Lammond",
            "/map?person=Agnes Lammond", "/add", "/export?to=csv", "/people/Agnes Lammond/compare", "/judgements",
            "/search?q=almanac", "/nowhere", "/sources/almanac-page?correcting=true", "MEANT",
            "/sources/almanac-page/state?words=Wynd+Press", "/review?of=weak&wait=true",
            "/people/Agnes Lammond/identity?q=a", "/sources?q=nothing",
        ],
        disputed: ["/conflicts?wait=true", "CONFLICT", "WHY", "/review?of=conflicts&wait=true"],
    }  # fmt: skip
    amiss: list[str] = []
    for library, addresses in pages.items():
        copy = Path(shutil.copy(library, library.with_name(f"{scheme}-{library.name}")))
        with served(copy) as base:
            page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
            watch = Watch(page, base)
            watch.start()
            for address in addresses:
                if address == "CONFLICT":
                    page.locator("a[href^='/conflicts/c-']").first.click()
                elif address == "MEANT":
                    page.locator("a.who:visible").first.click()
                elif address == "WHY":
                    page.goto(f"{base}/people/Hugh Orr?wait=true")
                    page.locator("a[href$='/why/death']").first.click()
                else:
                    watch.open(address)
                page.wait_for_load_state()
                watch.ask(AXE.read_text("utf-8"))
                amiss += [f"{address}: {found}" for found in watch.ask(RUN)]
                if watch.ask("document.documentElement.scrollWidth") > 360:
                    amiss.append(f"{address}: wider than a phone")
            page.close()
            amiss += [text for text in watch.amiss if "404 (Not Found)" not in text]
    assert amiss == []


def test_a_conflict_is_decided_and_undone_by_keys(browser: Browser, disputed: Path) -> None:
    with served(disputed) as base:
        watch = Watch(browser.new_page(), base)
        watch.start()
        watch.open("/conflicts?wait=true")
        watch.page.locator("a[href^='/conflicts/c-']").first.click()
        watch.page.wait_for_load_state()
        watch.page.keyboard.press("b")
        assert watch.page.locator("input[value='side:B']").is_checked()
        watch.page.keyboard.type("b is the older book")
        assert watch.page.locator("input[value='side:B']").is_checked()
        with watch.page.expect_navigation():
            watch.page.keyboard.press("Enter")
        assert "accept B" in watch.page.locator("form.held").inner_text()
        with watch.page.expect_navigation():
            watch.page.keyboard.press("u")
        assert watch.page.get_by_text("Nobody has decided this yet").is_visible()
        watch.page.locator("#keys-switch").click()
        watch.page.keyboard.press("a")
        assert not watch.page.locator("input[value='side:A']").is_checked()
        watch.page.close()
    assert watch.amiss == []
    with open_library(disputed) as library:
        assert [j.withdrawn is not None for j in library.judgements(active_only=False)] == [True]


def test_after_each_answer_the_focus_is_on_what_came_of_it(browser: Browser, disputed: Path) -> None:
    """Whoever hears the page, or goes through it by Tab, need not walk down from its head each time."""
    with served(disputed) as base:
        watch = Watch(browser.new_page(), base)
        watch.start()

        def press(button: str) -> tuple[str, str, str]:
            watch.page.locator(button).first.focus()
            with watch.page.expect_navigation():
                watch.page.keyboard.press("Enter")
            watch.until("document.activeElement !== document.body")
            here = "document.activeElement"
            names = ("id", "aria-labelledby", "aria-describedby")
            found, label, details = (watch.ask(f"{here}.getAttribute('{name}') ?? ''") for name in names)
            said = [
                watch.ask(f"document.getElementById('{name}')?.innerText ?? ''") for name in details.split()
            ]
            return found, label, " ".join(said)

        watch.open("/review?of=conflicts&wait=true")
        assert press("button[value=later]")[:2] == ("next", "question")
        watch.page.locator("input[value='side:B']").check()
        watch.page.locator("input[data-reason]").fill("the older book")
        found, _, said = press("form.decide button")
        assert (found, "conflict decided" in said) == ("next", True)
        watch.open("/judgements")
        assert press("ol.conflicts form button")[0] == "judgement-1"
        watch.open("/people/Hugh Orr?wait=true")
        watch.page.locator("a[href^='/factoids/']").first.click()
        found, _, said = press("button[value=accept]")
        assert (found, "Withdraw" in said) == ("verdict", True)
        watch.open("/people/Hugh Orr/identity")
        watch.page.locator("input[type=checkbox]").first.check()
        assert press("form.identity button")[0] == "personas"
        assert watch.page.locator("#personas").is_visible()
        assert press(".facets li a")[0] == "filters"
        watch.page.close()
    assert watch.amiss == []


def test_the_checker_finds_what_is_amiss(browser: Browser, disputed: Path) -> None:
    with served(disputed) as base:
        page = browser.new_page()
        page.goto(base)
        page.evaluate("document.querySelector('main').append(document.createElement('input'))")
        page.evaluate(AXE.read_text("utf-8"))
        assert any(found.startswith("label:") for found in page.evaluate(RUN))
        page.close()
