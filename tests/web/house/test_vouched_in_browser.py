"""By a login service in a real browser: another site sends it back, and it is in all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from web.browsing import chromium
from web.houses import prepared_house
from web.login_service import CLIENT, SECRET, login_service
from web.serving import serving

from factoid.model.access import Role
from factoid.web.house import Settings, house_app
from factoid.web.login import LoginService

pytestmark = pytest.mark.browser


def test_somebody_comes_in_from_another_site(lives: Path, tmp_path: Path) -> None:
    house = prepared_house(lives, tmp_path)
    house.register.invitations.make("lives", Role.REVIEWER, by="admin", address="bela@example.org")
    with login_service() as service, chromium() as browser:
        settings = Settings(login_service=LoginService(service.issuer, CLIENT, SECRET))
        with serving(house_app(house, settings)) as address:
            page = browser.new_context().new_page()
            # to the service another site
            page.goto(f"{address.replace('127.0.0.1', 'localhost')}/lives/review")
            page.get_by_role("link", name="Log in by 127.0.0.1").click()
            page.get_by_role("link", name="Agree").click()
            page.wait_for_url("**/lives/review")
            assert page.get_by_role("link", name="bela").is_visible()
            names = {cookie["name"]: cookie["sameSite"] for cookie in page.context.cookies()}
            assert names["factoid-session"] == "Strict"
            assert "factoid-attempt" not in names
