"""Which adapter reads a document: chosen by its language, loaded when the first such document comes."""

from __future__ import annotations

from collections.abc import Callable

from factoid.reading.english import English
from factoid.reading.french.language import French
from factoid.reading.french.parse import is_installed as french_is_installed
from factoid.reading.language import Language
from factoid.reading.russian.language import Russian
from factoid.reading.russian.morphology import is_installed as russian_is_installed

#: language -> what reads it, whether what it needs is installed, the extra that brings it
_ADAPTERS: dict[str, tuple[Callable[[], Language], Callable[[], bool], str]] = {
    "fr": (French, french_is_installed, "french"),
    "ru": (Russian, russian_is_installed, "russian"),
}


class Languages:
    """The languages that can be read. The one of the spaCy model is loaded at once, the others when they are met."""

    def __init__(self, model: str | None = None) -> None:
        self.first: Language = English(model)
        self._loaded: dict[str, Language] = {self.first.code: self.first}

    def reading(self, code: str | None) -> Language | None:
        """Return what reads the language; the first where a text is too short to tell. None if nothing does."""
        if code is None:
            return self.first
        if code not in self._loaded and code in _ADAPTERS:
            make, is_installed, _ = _ADAPTERS[code]
            if is_installed():
                self._loaded[code] = make()
        return self._loaded.get(code)


def why_not(code: str) -> str:
    """Return why a text of that language is not read, and what to do."""
    if code in _ADAPTERS:
        extra = _ADAPTERS[code][2]
        return f'kept, not read ({code}): python -m pip install "factoid[{extra}]", then read it again.'
    return f"The text is in a language that cannot be read yet ({code}). It is kept and can be searched."
