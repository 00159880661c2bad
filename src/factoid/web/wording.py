"""The words of the interface, from one catalogue per language: ``resources/ui_LANGUAGE.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factoid import resources


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the interface says, by key: ``people.title``."""

    entries: dict[str, Any]

    @property
    def language(self) -> str:
        """The language of the words, ISO 639-1."""
        return str(self.entries["language"])

    def entry(self, key: str) -> Any:
        """Return what stands under a dotted key; `KeyError` where nothing does."""
        found: Any = self.entries
        for part in key.split("."):
            found = found[part]
        return found

    def say(self, key: str, /, **values: object) -> str:
        """Return the words under the key with the values put in; ``n`` chooses between one and other."""
        found = self.entry(key)
        if isinstance(found, dict):
            found = found["one" if values.get("n") == 1 else "other"]
        if isinstance(values.get("n"), int):
            values["n"] = f"{values['n']:,}"
        return str(found).format(**values) if values else str(found)

    def label(self, key: str, name: str) -> str:
        """Return the words for a name that data brings along; the name itself where there are none."""
        return str(self.entry(key).get(name, name.replace("_", " ")))


def catalogue_of(language: str = "en") -> Catalogue:
    """Return the catalogue of a language."""
    return Catalogue(resources.load(f"ui_{language}"))
