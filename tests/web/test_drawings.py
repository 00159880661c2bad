"""Drawings in a real browser: zoomed and moved by mouse, touch and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect
from web.browsing import Watch, chromium, served
from web.lives import Claim, document_of, library_of, reading_of

from factoid.model import Place, Span

pytestmark = pytest.mark.browser

TOWNS = {"Leith": (55.98, -3.17), "Granton": (55.9, -3.6), "Riga": (56.95, 24.1)}
TEXT = "A title\n\n" + " ".join(f"Anna Orr lived in {town} in {1800 + n}." for n, town in enumerate(TOWNS))
VIEW = "document.querySelector('.canvas svg').getAttribute('viewBox')"
BARS = "[...document.querySelectorAll('a.event rect')].map(r => [r.x.baseVal.value, r.width.baseVal.value])"
YEARS = "[...document.querySelectorAll('.ticks text')].map(t => t.textContent)"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    document = document_of("letter", TEXT)
    claims = [
        Claim(who="a", type="residence", quote=f"Anna Orr lived in {town} in {1800 + n}", date=str(1800 + n),
              date_words=str(1800 + n), fields={"place": town})
        for n, town in enumerate(TOWNS)
    ]  # fmt: skip
    places = tuple(
        Place(id=town, name=town, mentions=(Span(TEXT.index(town), TEXT.index(town) + len(town)),), lat=lat, lon=lon)
        for town, (lat, lon) in TOWNS.items()
    )  # fmt: skip
    reading = replace(reading_of(document, {"a": ("Anna Orr",)}, claims), places=places)
    path = tmp_path_factory.mktemp("drawn") / "a.factoid"
    library_of(path, [(document, reading)]).close()
    with served(path) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def watch(browser: Browser, base: str) -> Iterator[Watch]:
    watch = Watch(browser.new_page(viewport={"width": 1280, "height": 900}), base)
    watch.start()
    yield watch
    watch.page.close()
    assert watch.amiss == []


def test_a_timeline_is_stretched_and_comes_back(watch: Watch) -> None:
    watch.open("/timeline?person=Anna Orr&wait=true")
    watch.page.wait_for_selector(".canvas[data-ready]")
    before, years = watch.ask(BARS), watch.ask(YEARS)
    watch.page.get_by_role("button", name="Look more closely").click()
    watch.page.locator(".canvas").focus()
    watch.page.keyboard.press("+")
    closer = watch.ask(BARS)
    assert all(
        now[1] == pytest.approx(then[1] * 2.25, rel=0.02) for now, then in zip(closer, before, strict=True)
    )
    assert watch.ask(YEARS) != years
    assert "–" in watch.page.locator("[data-shown]").inner_text()
    watch.page.keyboard.press("ArrowRight")
    assert watch.ask(BARS)[0][0] == pytest.approx(closer[0][0] - 80, abs=1)
    for _ in range(20):
        watch.page.keyboard.press("+")
    assert any("-" in label for label in watch.ask(YEARS))  # months
    watch.page.keyboard.press("0")
    assert (watch.ask(BARS), watch.ask(YEARS)) == (before, years)


def test_the_wheel_zooms_with_ctrl_only_and_a_drag_is_no_click(watch: Watch) -> None:
    watch.open("/map?person=Anna Orr&wait=true")
    whole = watch.ask(VIEW)
    box = watch.page.locator(".canvas svg").bounding_box()
    assert box is not None
    watch.page.mouse.move(box["x"] + 300, box["y"] + 200)
    watch.page.mouse.wheel(0, -200)
    assert watch.ask(VIEW) == whole
    watch.page.keyboard.down("Control")
    watch.page.mouse.wheel(0, -200)
    watch.page.keyboard.up("Control")
    watch.until(f"{VIEW} !== {whole!r}")
    near = watch.ask(VIEW)
    watch.page.mouse.down()
    watch.page.mouse.move(box["x"] + 200, box["y"] + 150, steps=4)
    watch.page.mouse.up()
    assert watch.ask(VIEW) != near
    assert "#place" not in watch.page.url
    watch.page.get_by_role("button", name="The whole").click()
    assert watch.ask(VIEW) == whole


def test_names_that_stood_too_close_show_when_looked_at_closely(watch: Watch) -> None:
    watch.open("/map?person=Anna Orr&wait=true")
    hidden = "document.querySelectorAll('.site .crowded').length"
    assert watch.ask(hidden) == 1
    canvas = watch.page.locator(".canvas")
    canvas.focus()
    for _ in range(8):
        watch.page.keyboard.press("+")
    assert watch.ask(hidden) == 0
    size = "document.querySelector('.site circle').getBoundingClientRect().width"
    near = watch.ask(size)
    watch.page.keyboard.press("0")
    assert near == pytest.approx(watch.ask(size), rel=0.05)


def test_what_has_the_focus_is_brought_into_sight(watch: Watch) -> None:
    watch.open("/map?person=Anna Orr&wait=true")
    watch.page.locator(".canvas").focus()
    for _ in range(6):
        watch.page.keyboard.press("+")
    watch.page.locator(".site").last.focus()
    box, frame = (
        watch.page.locator(".site circle").last.bounding_box(),
        watch.page.locator(".canvas").bounding_box(),
    )
    assert box is not None
    assert frame is not None
    assert frame["x"] <= box["x"] <= frame["x"] + frame["width"]


def test_two_fingers_zoom(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    watch = Watch(context.new_page(), base)
    watch.start()
    watch.open("/map?person=Anna Orr&wait=true")
    whole = watch.ask(VIEW)
    session = context.new_cdp_session(watch.page)
    watch.page.locator(".canvas svg").scroll_into_view_if_needed()
    box = watch.page.locator(".canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + 150, min(box["y"] + 150, 600)
    for kind, gap in (("touchStart", 20), ("touchMove", 50), ("touchMove", 90), ("touchEnd", 0)):
        points = [{"x": x - gap, "y": y, "id": 1}, {"x": x + gap, "y": y, "id": 2}] if gap else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    watch.until(f"{VIEW} !== {whole!r}")
    context.close()
    assert watch.amiss == []


def test_years_narrow_a_timeline_down_without_a_script(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/timeline?person=Anna Orr&wait=true")
    assert page.locator("a.event").count() == 3
    assert not page.locator(".zoom").is_visible()
    page.get_by_label("From the year").fill("1801")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("a.event")).to_have_count(2)
    context.close()
