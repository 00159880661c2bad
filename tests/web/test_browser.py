"""The pages in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from web.browsing import Watch, chromium, served
from web.lives import library_of
from web.test_hostile import PAYLOADS, hostile_source

from factoid.web.addresses import address_of_source

pytestmark = pytest.mark.browser

DOSSIER = "/people/Agnes Lammond"
ADDRESSES = [
    "/",
    DOSSIER,
    "/sources",
    "/sources/almanac-page",
    "/sources/hebrew-letter",
    "/sources/almanac-page/state?words=Wynd+Press",
    f"{DOSSIER}/compare",
    "/export?to=csv",
    "/sources/almanac-page?correcting=true",
    "/timeline?person=Agnes Lammond&wait=true",
    "/search?q=almanac",
    "/nowhere",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def base(lives: Path) -> Iterator[str]:
    with served(lives) as address:
        yield address


@pytest.fixture
def watch(browser: Browser, base: str) -> Iterator[Watch]:
    """A page on a desk; whatever the browser complains of fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    watch = Watch(page, base)
    watch.start()
    yield watch
    page.close()
    expected = [text for text in watch.amiss if "404 (Not Found)" in text and "/nowhere" not in base]
    assert [text for text in watch.amiss if text not in expected] == []


def test_a_click_on_a_line_lands_on_its_words_in_the_source(watch: Watch) -> None:
    watch.open(DOSSIER)
    quote = watch.page.get_by_role("link", name="In 1819 Nan became the head of the Wynd Press").first
    quote.click()
    watch.page.wait_for_load_state()
    assert "/sources/almanac-page?factoid=f-" in watch.page.url
    marked = watch.page.locator("mark.quote:target")
    assert marked.inner_text().replace("\n", " ") == "In 1819 Nan became the head of the Wynd Press"
    assert marked.is_visible()
    box = marked.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    usual, chosen = (
        watch.ask(f"getComputedStyle(document.querySelector({selector!r})).backgroundColor")
        for selector in ("mark.quote:not(.selected)", "mark.quote.selected")
    )
    assert usual != chosen
    assert watch.page.locator("mark .field-role").count() == 1


def test_the_words_on_the_page_are_the_words_of_the_source(watch: Watch) -> None:
    watch.open("/sources/printers-register")
    quotes = watch.ask("[...document.querySelectorAll('mark.quote')].map(m => m.textContent)")
    assert "D. of a fever at Leith, 3 January 1851" in quotes


def test_furniture_is_folded_and_opens(watch: Watch) -> None:
    watch.open("/sources/almanac-page")
    hidden = watch.page.get_by_text("Video: The woman who printed")
    assert not hidden.is_visible()
    watch.page.get_by_text("Page furniture, 1 piece").click()
    assert hidden.is_visible()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_load_nothing_from_elsewhere_and_fit_a_phone(
    browser: Browser, base: str, address: str, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    watch = Watch(page, base)
    watch.start()
    watch.open(address)
    assert watch.ask("document.documentElement.scrollWidth") <= 360
    page.close()
    assert [text for text in watch.amiss if address != "/nowhere"] == []


def test_everything_is_reached_by_keys(watch: Watch) -> None:
    watch.open(DOSSIER)
    watch.page.keyboard.press("Tab")
    assert watch.ask("document.activeElement.className") == "skip"
    watch.page.keyboard.press("Enter")
    assert watch.ask("document.activeElement.id") == "content"
    reached = set()
    for _ in range(12):
        watch.page.keyboard.press("Tab")
        reached.add(watch.ask("document.activeElement.tagName"))
        assert watch.ask("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert {"A", "SUMMARY"} <= reached


def test_j_and_k_walk_the_lines_and_enter_opens(watch: Watch) -> None:
    watch.open(DOSSIER)
    here = (
        "[...document.querySelectorAll('[data-line]')].findIndex(line => line.classList.contains('is-here'))"
    )
    for key, expected in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        watch.page.keyboard.press(key)
        assert watch.ask(here) == expected
    watch.page.keyboard.press("/")
    assert watch.ask("document.activeElement.id") == "search"
    watch.page.keyboard.type("jk")
    assert watch.page.locator("#search").input_value() == "jk"
    assert watch.ask(here) == 0
    watch.page.keyboard.press("Escape")
    watch.page.locator("main").focus()
    watch.page.keyboard.press("j")
    with watch.page.expect_navigation():
        watch.page.keyboard.press("Enter")
    assert "/sources/" in watch.page.url


def test_a_statement_in_the_margin_points_to_its_words(watch: Watch) -> None:
    watch.open("/sources/almanac-page")
    watch.page.get_by_role("link", name="arrested").first.hover()
    assert watch.page.locator("mark.quote.is-pointed").inner_text().startswith("In the winter of 1831")


def test_reading_needs_no_script(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + DOSSIER)
    page.get_by_role("link", name="She died in the prison").first.click()
    assert page.locator("mark.quote.selected").is_visible()
    context.close()


def test_right_to_left_words_run_their_own_way(watch: Watch) -> None:
    watch.open("/sources/hebrew-letter")
    assert watch.ask("getComputedStyle(document.querySelector('.text.paragraph')).direction") == "rtl"
    assert watch.ask("getComputedStyle(document.querySelector('h1')).direction") == "ltr"


def test_every_control_has_a_name_and_every_page_its_landmarks(watch: Watch) -> None:
    for address in ADDRESSES[:-1]:
        watch.open(address)
        assert watch.ask("document.querySelectorAll('header, main, nav, footer').length") >= 4
        assert watch.ask("document.querySelectorAll('h1').length") == 1
        assert (
            watch.ask("[...document.links].filter(a => !(a.textContent.trim() || a.ariaLabel)).length") == 0
        )
        assert (
            watch.ask("[...document.querySelectorAll('[name=q]')].filter(i => !i.labels.length).length") == 0
        )
        levels = watch.ask("[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")
        assert all(after - before <= 1 for before, after in pairwise(levels))


CONTRAST = """() => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (colour) => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data]; };
  const light = (c) => c.slice(0, 3).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = (e) => { for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor); if (c[3]) return c; }
    return rgb('white'); };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!words || !e.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) poor.push(e.className + ' ' + e.textContent.slice(0, 30));
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, base: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    for address in (*ADDRESSES, f"{DOSSIER}?type=office"):
        page.goto(base + address)
        assert page.evaluate(CONTRAST) == []
    page.goto(base + DOSSIER)
    page.get_by_role("link", name="Apprenticed to the printer").first.click()
    page.wait_for_load_state()
    assert page.locator(".legend").is_visible()
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_hostile_sources_run_nothing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.factoid"
    library = library_of(path, [hostile_source(payload) for payload in PAYLOADS])
    people = [f"/people/{person.id}" for person in library.people()[:8]]
    sources = [address_of_source(source.name) for source in library.sources()]
    library.close()
    with served(path) as address:
        watch = Watch(browser.new_page(), address)
        watch.start()
        for place in ("/", "/sources", "/search?q=seen", *people, *sources):
            watch.open(place)
            assert watch.page.locator("main h1").count() == 1
            assert watch.ask("document.querySelectorAll('script').length") == 1
        watch.page.close()
    assert watch.amiss == []


def test_who_is_meant_is_corrected_and_taken_back(browser: Browser, lives: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.factoid"
    path.write_bytes(lives.read_bytes())
    with served(path) as address:
        page = browser.new_page()
        watch = Watch(page, address)
        watch.start()
        watch.open("/sources/almanac-page")
        page.get_by_role("link", name="Correct who is meant").click()
        page.locator("a.who", has_text="Nan").last.click()
        assert page.locator(".moved input:checked").count() == page.locator(".moved input").count() >= 1
        page.get_by_label("Whom they mean").select_option(label="Tarrant")
        page.get_by_label("Your reason").fill("the master is meant")
        page.get_by_role("button", name="These words mean this person").click()
        page.wait_for_load_state()
        assert page.locator("a.who.is-meant").inner_text() == "Nan"
        styles = (
            page.locator("a.who", has_text="Tarrant").first.get_attribute("class"),
            page.locator("a.is-meant").get_attribute("class"),
        )
        assert f"{styles[0]} is-meant" == styles[1]
        watch.open("/judgements")
        assert page.get_by_role("button").filter(has_text="Take").count() <= 1
        page.locator("form[action='/review/undo'] button").click()
        page.wait_for_load_state()
        watch.open("/sources/almanac-page")
        assert page.locator("a.is-meant").count() == 0
        page.evaluate(SELECT, "In 1819 Nan became the head of the Wynd Press")
        page.get_by_role("link", name="These words mean somebody else").click()
        assert "Whom these words mean" in page.locator("h1").inner_text()
        page.close()
        assert watch.amiss == []


def test_selected_words_are_made_a_statement(browser: Browser, lives: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.factoid"
    path.write_bytes(lives.read_bytes())
    with served(path) as address:
        page = browser.new_page()
        watch = Watch(page, address)
        watch.start()
        watch.open("/sources/almanac-page")
        page.evaluate(SELECT, "In 1819 Nan became the head of the Wynd Press")
        page.get_by_role("link", name="State what these words say").click()
        page.get_by_label("Kind of statement").select_option("residence")
        assert page.get_by_label("role").is_hidden()
        page.get_by_label("place").fill("Wynd Press")
        page.get_by_label("date").fill("1819")
        page.get_by_role("button", name="Keep this statement").click()
        page.wait_for_load_state()
        assert "lived" in page.locator(".margin [aria-current=true]").inner_text()
        page.close()
        assert watch.amiss == []


SELECT = """(words) => {
  const block = [...document.querySelectorAll("[data-start]")].find((held) => held.textContent.includes(words));
  const range = document.createRange();
  const ends = [block.textContent.indexOf(words), block.textContent.indexOf(words) + words.length];
  let passed = 0;
  const inside = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (inside.nextNode()) {
    const node = inside.currentNode, length = node.data.length;
    if (passed <= ends[0] && ends[0] < passed + length) range.setStart(node, ends[0] - passed);
    if (passed < ends[1] && ends[1] <= passed + length) range.setEnd(node, ends[1] - passed);
    passed += length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
