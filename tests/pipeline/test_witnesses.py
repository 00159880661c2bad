"""Sources that copy one another are one witness, and that is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factoid.criticism import take_testimony
from factoid.model import Document, Finding, Reading, Span
from factoid.pipeline import witnesses
from factoid.sources import document_of_text
from factoid.store import Library, open_library, open_view

STORY = (
    "Marta Veres was born in Zombor in 1884, the third child of a bargeman who smuggled salt across the river. "
    "At fourteen she was sent to the convent in Baja, where the nuns discovered her gift for botanical drawing."
)
OTHER = (
    "Veres, Marta, illustrator, taught at the girls' school of Novi Sad and published two albums of flowers."
)


def add(library: Library, name: str, text: str) -> None:
    document = document_of_text(text, name=name)
    source = replace(document.source, name=name, language="en")
    document = replace(document, source=source)
    reading = Reading(
        source=source, text_sha256=document.text.sha256, reader="r@1", segments=document.text.segments
    )
    library.add(document, reading)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "l.factoid"
    with open_library(path, create=True) as library:
        add(library, "first", STORY)
        add(library, "copy", f"{STORY} She is remembered with love by all.")
        add(library, "other", OTHER)
    return path


def test_copies_are_one_witness(path: Path) -> None:
    with open_library(path) as library:
        found = witnesses.witnesses_of(library)
        assert [found.of(name) for name in ("first", "copy", "other", "unheard")] == [
            "copy", "copy", "other", "unheard",
        ]  # fmt: skip


def test_ties_are_worked_out_once_and_anew_when_a_source_comes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(path) as library:
        found = witnesses.dependences_of(library)
        taken: list[str] = []

        def heard(document: Document, findings: Sequence[Finding]) -> object:
            taken.append(document.source.name)
            return take_testimony(document, findings)

        monkeypatch.setattr("factoid.pipeline.witnesses.take_testimony", heard)
        assert witnesses.dependences_of(library) == found
        assert taken == []
        add(library, "late", f"{OTHER} It is said that the albums are still consulted.")
        assert {(d.left, d.right) for d in witnesses.dependences_of(library)} == {
            ("copy", "first"),
            ("late", "other"),
        }
        assert taken == ["late"]


def test_a_library_that_is_only_looked_at_says_the_same(path: Path) -> None:
    with open_view(path) as view:
        before = witnesses.dependences_of(view)
    with open_library(path) as library:
        assert witnesses.dependences_of(library) == before


PARAGRAPH = (
    "In the spring of 1921 Marta Veres was arrested in Zombor by the gendarmes of captain Ristic and kept for eleven "
    "weeks in the cellar of the salt office."
)
MILLS = " ".join(f"In {1890 + i} she painted the mill of the miller {name} and sold it to a merchant of Pest."
    for i, name in enumerate(("Kovac", "Horvat", "Simic", "Balog", "Nemet", "Vuk", "Toth", "Lukic", "Bauer", "Pap"))
)  # fmt: skip
FLOWERS = " ".join(f"In the year that ended in {1925 + i} her pupils planted {name} and drew them from nature."
    for i, name in enumerate(("asters", "irises", "dahlias", "poppies", "roses", "lilies", "tulips", "daisies"))
)  # fmt: skip


def test_for_what_a_copied_paragraph_tells_two_sources_are_one_witness(tmp_path: Path) -> None:
    with open_library(tmp_path / "l.factoid", create=True) as library:
        for name, text in (("a", f"{MILLS}\n\n{PARAGRAPH}"), ("b", f"{FLOWERS}\n\n{PARAGRAPH}")):
            add(library, name, text)
        found = witnesses.witnesses_of(library)
        content = {name: library.document(name).text.content for name in "ab"}
    assert [found.of("a"), found.of("b")] == ["a", "b"]
    copied = {name: [Span(text.index(PARAGRAPH), len(text))] for name, text in content.items()}
    own = {name: [Span(0, 40)] for name in content}
    assert found.of_claim(copied) == {"a": "a", "b": "a"}
    assert found.of_claim(own) == {"a": "a", "b": "b"}
    with open_library(tmp_path / "l.factoid") as library:
        assert witnesses.witnesses_of(library).of_claim(copied) == {"a": "a", "b": "a"}  # as it was kept
