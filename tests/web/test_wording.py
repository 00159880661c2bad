from __future__ import annotations

import re
from pathlib import Path

import pytest

import factoid.web
from factoid.web.wording import catalogue_of

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
    "export.choices",
    "factoid.accepted",
    "factoid.rejected",
    "factoid.stated",
    "conflicts.kinds",
    "conflicts.statuses",
    "conflicts.rulings",
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


def test_a_name_without_words_stays_readable() -> None:
    assert WORDS.label("types", "left_handed") == "left handed"
