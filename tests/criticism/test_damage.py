"""Marks of a poor source are found with their words, and clean prose has none."""

from __future__ import annotations

import re

import pytest

from factoid.criticism.damage.damage import damaged_by, find_damage
from factoid.model import Document, Factoid, Mention, MentionForm, Persona
from factoid.resources import load
from factoid.sources import document_of_text


def findings_of(text: str, *personas: Persona) -> list[tuple[str, str]]:
    return [(f.kind, text[f.start : f.end]) for f in find_damage(document_of_text(text), personas)]


def persona(text: str, *names: str, gender: str | None = None) -> Persona:
    mentions = tuple(
        Mention(m.start(), m.end(), MentionForm.NAME) for n in names for m in re.finditer(re.escape(n), text)
    )
    return Persona(id=names[0], name=names[0], forms=names, mentions=mentions, gender=gender)


DAMAGED = [
    ("In 1921 a donkey settled among the sailors of Kherson.", "homonym", "a donkey settled"),
    ("At twenty he was already commander of a rifle mouth.", "homonym", "commander of a rifle mouth"),
    ("The engineer was sent into link for five years.", "homonym", "sent into link"),
    ("The wife of a wealthy fist hid the grain; the whole fist family was deported.", "homonym", "fist family"),
    ("His son became an avocado at the bar of Lyon.", "homonym", "became an avocado at the bar"),
    ("She burned out from consumption in two months.", "calque", "burned out from consumption"),
    ("He wore a colonel's shoulder straps.", "calque", "colonel's shoulder straps"),
    ("In the village he teached children to read.", "grammar", "teached"),
    ("In 1918 the goose was elected to the soviet of Tula.", "subject", "the goose was elected"),
    ("He died on 31 June 1938 near Khabarovsk.", "impossible-date", "31 June"),
    ("He served in the ОГПУ until his arrest.", "untranslated", "ОГПУ"),
    ("General Lуashko commanded the division.", "mixed-script", "Lуashko"),
    ("Ivan Orlov: biography, career, personal life\n\nIvan Orlov was a pilot.", "content-mill",
     "biography, career, personal life"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "words"), DAMAGED, ids=[d[2] for d in DAMAGED])
def test_damage_is_found_with_its_words(text: str, kind: str, words: str) -> None:
    assert (kind, words) in findings_of(text)


CLEAN = [
    "A donkey stood in the yard. The settlers settled among the hills, and their horses grazed.",
    "He was sent into exile; the link between the two families was never broken.",
    "In conclusion, the court found that the prisoner's camera had been stolen.",
    "The shelf above her bed held the poems of Goethe, and the mouth of the river froze.",
    "On 29 February 1912 and on 31 July 1914 he wrote to his brother.",
    "The OGPU (ОГПУ) was founded in 1923; its full name was Объединённое, in short.",
    "The Order of Lenin was given to her in 1936. She wore it on her dress.",
    "The dog was awarded a prize; the fox ran into the wood.",
    "He was known as Віктор Михáйлович Пінчýк in the village.",
    "Lucio Conde ([esˈteβan ˈkonde]) is a sculptor.",
]


@pytest.mark.parametrize("text", CLEAN, ids=[c[:30] for c in CLEAN])
def test_clean_prose_has_no_damage(text: str) -> None:
    assert findings_of(text) == []


def test_numeric_dates_in_two_orders_are_found_where_both_are_certain() -> None:
    text = "Born 13.06.1900. Married 25.01.1921. Sworn in 03.04.1930. Died 06.14.1938."
    assert findings_of(text) == [("date-order", "06.14.1938")]


def test_a_given_name_in_three_languages_is_a_translators_trace() -> None:
    text = "Genrikh Orlov came to Kiev. Soon Heinrich was arrested. Later Henry fled."
    found = findings_of(text, persona(text, "Genrikh Orlov", "Heinrich", "Henry"))
    assert found == [("translated-name", "Heinrich"), ("translated-name", "Henry")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Johann Weber, born Hans Weber, lived in Ulm.", ("Johann Weber", "Hans Weber")),
        ("Giovanni Serra (John Serra) was a sailor.", ("Giovanni Serra", "John Serra")),
        ("William Hart was a smith. Bill Hart died young.", ("William Hart", "Bill Hart")),
        ("Ivan Petrov went. Ivan returned.", ("Ivan Petrov", "Ivan")),
    ],
)
def test_names_that_a_source_explains_and_short_forms_are_no_damage(
    text: str, names: tuple[str, ...]
) -> None:
    assert findings_of(text, persona(text, *names)) == []


def test_a_pronoun_of_a_gender_that_nobody_has() -> None:
    text = "Lev Orlov was a pilot. She flew to Omsk."
    assert findings_of(text, persona(text, "Lev Orlov", gender="m")) == [("pronoun-gender", "She")]
    assert findings_of(text, persona(text, "Lev Orlov")) == []
    ship = "Lev Orlov was a pilot of ships. She sank."
    assert findings_of(ship, persona(ship, "Lev Orlov", gender="m")) == []


def test_a_caption_that_stands_twice_is_found_once_and_kept() -> None:
    document = document_of_text(
        "A pilot's life\n\nLev Orlov was a pilot and flew to the north many times in those years of his youth.\n\n"
        "Orlov near his plane\nOrlov near his plane\n\nHe died in Omsk in 1950 and lies in the old cemetery there."
    )
    findings = find_damage(document, ())
    assert [finding.kind for finding in findings] == ["doubled-caption"]
    assert document.text.content[findings[0].start : findings[0].end] == "Orlov near his plane"


def test_a_factoid_on_damaged_words_says_so() -> None:
    text = "In 1921 a donkey settled among the sailors. In 1922 he left."
    document = document_of_text(text)
    findings = find_damage(document, ())
    on_damage, beside = (
        Factoid(source=document.source.id, person="p", type="residence", quote=text[a:b], start=a, end=b)
        for a, b in [(0, 43), (44, 60)]
    )
    assert [f.kind for f in damaged_by(on_damage, findings)] == ["homonym"]
    assert damaged_by(beside, findings) == ()


def test_only_english_is_judged_by_its_words() -> None:
    document = document_of_text("In 1921 a donkey settled among the sailors.")
    other = Document(
        source=document.source.__class__(
            name="t", content_sha256="0" * 64, origin="", media_type="text/plain", language="nl"
        ),
        text=document.text,
    )
    assert find_damage(other, ()) == ()


def test_every_trace_says_what_was_meant() -> None:
    entries = load("calques")["entries"]
    assert len(entries) > 60
    for entry in entries:
        assert entry["meaning"], entry
        assert 0 < entry["confidence"] < 1, entry
