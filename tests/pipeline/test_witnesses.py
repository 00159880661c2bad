"""Sources that copy one another are one witness, and that is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factoid.criticism import take_testimony
from factoid.model import Document, Finding, Reading
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
        witness = witnesses.witness_of(library)
        assert [witness(name) for name in ("first", "copy", "other", "unheard")] == [
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
