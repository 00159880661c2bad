"""The adapter that reads a document is chosen by its language; without it a text is kept, and said so."""

from __future__ import annotations

import pytest

from factoid.errors import ModelMissing
from factoid.reading import languages
from factoid.reading.french import parse as french
from factoid.reading.languages import Languages, why_not
from factoid.reading.reader import RuleReader
from factoid.reading.russian import morphology
from factoid.sources import document_of_text

RUSSIAN = "Иван Петрович Зотов родился в 1895 году в Туле и умер в Москве."
FRENCH = "Jean Zotov naquit en 1895 à Toulouse, dans la famille d'un tailleur, et mourut à Paris."
ENGLISH = "Ivan Zotov was born at Tula in 1895, the son of a tailor, and died at Moscow."


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader()


def test_each_language_has_its_reader(reader: RuleReader) -> None:
    russian, english, french_ = (reader.read(document_of_text(text)) for text in (RUSSIAN, ENGLISH, FRENCH))
    assert {"birth", "death"} <= {f.type for f in french_.factoids}
    assert all(f.model.startswith("fr_core_news_md") for f in french_.factoids)
    assert {f.type for f in russian.factoids} == {"birth", "death"}
    assert "birth" in {f.type for f in english.factoids}
    assert russian.reader != english.reader
    assert all(f.model.startswith("slovnet") for f in russian.factoids)


def test_a_language_without_a_reader_is_kept(reader: RuleReader) -> None:
    text = "Er wurde in Graz geboren, als Sohn eines Bäckers, und fuhr zur See. Später kehrte er zurück."
    reading = reader.read(document_of_text(text))
    assert not reading.factoids
    assert [f.kind for f in reading.findings] == ["unread-language"]


@pytest.mark.parametrize(("code", "text", "extra"), [("ru", RUSSIAN, "russian"), ("fr", FRENCH, "french")])
def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, code: str, text: str, extra: str
) -> None:
    make, _, _ = languages._ADAPTERS[code]
    monkeypatch.setitem(languages._ADAPTERS, code, (make, lambda: False, extra))
    reading = RuleReader().read(document_of_text(text))
    assert not reading.factoids
    assert [f.note for f in reading.findings] == [why_not(code)]
    assert f"factoid[{extra}]" in why_not(code)


def test_the_models_say_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(morphology, "slovnet", None)
    assert not morphology.is_installed()
    with pytest.raises(ModelMissing, match=r"factoid\[russian\]"):
        morphology.Morphology()


def test_the_french_model_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(french, "MODEL", "fr_no_such_model")
    assert not french.is_installed()
    with pytest.raises(ModelMissing, match=r"factoid\[french\]"):
        french.Parser()


def test_adapters_are_loaded_when_they_are_met() -> None:
    found = Languages()
    assert found.reading("ru") is found.reading("ru")
    assert found.reading("de") is None
    assert found.reading(None) is found.first
