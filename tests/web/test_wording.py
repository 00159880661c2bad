from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from web.test_verdicts import token_of

import factoid.web
from factoid.resources.catalogue import catalogue_of, languages

WORDS = catalogue_of()
WEB = Path(factoid.web.__file__).parent
WRITTEN = "\n".join(path.read_text("utf-8") for suffix in ("*.html", "*.py") for path in WEB.rglob(suffix))
ASKED = sorted(
    {
        key
        for key in re.findall(r"""say\(\s*f?["']([\w.]+)["']""", WRITTEN)
        if "." in key and key[-1] not in "._"
    }
)
FAMILIES = (
    "codes",
    "types",
    "statements",
    "fields",
    "calendars",
    "certainty",
    "errors",
    "dates",
    "line.",
    "dossier.by_",
    "dossier.verdicts",
    "protection.because",
    "protection.marks",
    "witness.count",
    "review.of",
    "add.states",
    "timeline.lanes",
    "review.answers",
    "judgements.verdicts",
    "witness.precise",
    "witness.kinds",
    "witness.damage",
    "dossier.marks",
    "sureness",
    "export.choices",
    "factoid.accepted",
    "factoid.rejected",
    "factoid.stated",
    "conflicts.kinds",
    "conflicts.matters",
    "help.",
    "languages",
    "conflicts.statuses",
    "conflicts.rulings",
    "roles",
    "may",
    "login.",
    "account.changed",
)


@pytest.mark.parametrize("key", ASKED)
def test_every_key_that_a_page_asks_for_has_words(key: str) -> None:
    assert WORDS.entry(key)


def test_no_words_are_left_that_no_page_says() -> None:
    keys = [
        f"{group}.{name}"
        for group, names in WORDS.entries.items()
        if isinstance(names, dict)
        for name in names
    ]
    assert [key for key in keys if key not in ASKED and not key.startswith(FAMILIES)] == []


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (12345, "12,345 people")]
)
def test_numbers_choose_their_words(n: int, words: str) -> None:
    assert WORDS.say("count.people", n=n) == words


def test_a_language_sets_its_thousands_apart() -> None:
    assert catalogue_of("de").say("count.people", n=12345) == "12.345 Personen"


@pytest.mark.parametrize(
    ("statement", "part", "words"),
    [
        ("death", "value", "how"),
        ("death", "date", "when"),
        ("office", "role", "as what"),
        ("x", "y z", "y z"),
    ],
)
def test_a_conflict_is_about_a_question(statement: str, part: str, words: str) -> None:
    assert WORDS.matter(statement, part) == words


def test_a_name_without_words_stays_readable() -> None:
    assert WORDS.label("types", "left_handed") == "left handed"


def keys_of(entries: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, entry in entries.items():
        found |= keys_of(entry, f"{above}{name}.") if isinstance(entry, dict) else {f"{above}{name}": entry}
    return found


@pytest.mark.parametrize("language", languages()[1:])
def test_every_language_says_the_same_with_the_same_parts(language: str) -> None:
    ours, theirs = keys_of(WORDS.entries), keys_of(catalogue_of(language).entries)
    assert ours.keys() == theirs.keys()
    for key, words in ours.items():
        parts = re.findall(r"\{(\w+)\}", str(words))
        assert sorted(re.findall(r"\{(\w+)\}", str(theirs[key]))) == sorted(parts), key
    assert len(theirs["dates.months"]) == 12


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,en;q=0.8", "de"),
        ("en-GB,de;q=0.9", "en"),
        ("xx, de;q=0.5, en;q=0.9", "en"),
        ("*;;q=,\x00", "en"),
    ],
)
def test_pages_speak_what_the_browser_asks_for(client: TestClient, asked: str, language: str) -> None:
    page = client.get("/", headers={"accept-language": asked}).text
    assert f'<html lang="{language}">' in page


def test_a_language_once_chosen_stays(client: TestClient) -> None:
    form = {"token": token_of(client, "/"), "language": "de", "back": "/sources?page=1"}
    answer = client.post("/language", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sources?page=1")
    page = client.get("/people/Agnes Lammond", headers={"accept-language": "en"}).text
    assert "geboren" in page
    assert "3. Januar 1851" in page


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example", "/\\evil.example", ""])
def test_choosing_a_language_leads_nowhere_else(client: TestClient, back: str) -> None:
    form = {"token": token_of(client, "/"), "language": "de", "back": back}
    assert client.post("/language", data=form, follow_redirects=False).headers["location"] == "/"


def test_a_language_that_is_not_there_is_refused(client: TestClient) -> None:
    form = {"token": token_of(client, "/"), "language": "tlh", "back": "/"}
    assert client.post("/language", data=form).status_code == 400


@pytest.mark.parametrize(
    ("address", "german", "english"),
    [
        ("/people/Agnes Lammond/why/death", "ist datiert “", "is dated"),
        ("/conflicts/none", "Seine Quellen können sich geändert haben.", "Its sources may"),
    ],
)
def test_reasons_are_said_in_the_language_of_the_page(
    client: TestClient, address: str, german: str, english: str
) -> None:
    page = client.get(address, headers={"accept-language": "de"}).text
    assert german in page
    assert english not in page
